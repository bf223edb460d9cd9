import type { RejectCode, TableMapping } from './types.ts';
import { foldText, isPlaceholder } from './words.ts';

const SUM_WORDS = /^(summe|gesamt|gesamtsumme|total|zwischensumme|insgesamt|anzahl gesamt|sum|ergebnis)\b/;

const REMARK =
  /^(stand|hinweise?|legende|quelle|anmerkung(en)?|bemerkung(en)?|erstellt|gedruckt|seite|datum)\b.*[:\d]|:$/i;

/** Why a row is no device or room; null = it may be one. */
export const rejectCode = (texts: readonly string[], table: TableMapping): RejectCode | null => {
  const filled = texts.filter((entry) => !isPlaceholder(entry));
  if (filled.length === 0) return 'EMPTY_ROW';
  const crosses = filled.filter((entry) => entry.toLowerCase() === 'x').length;
  const [only = ''] = filled;
  if (filled.length === 1 && table.columns.length >= 3 && table.kind === 'devices' && REMARK.test(only))
    return 'REMARK';
  // A row of crosses shows which columns are to be filled in.
  if (crosses >= 3 && crosses >= filled.length * 0.6) return 'PATTERN_ROW';
  if (filled.length <= 4 && filled.some((entry) => SUM_WORDS.test(foldText(entry)))) return 'SUM_ROW';
  const repeated = table.columns.filter(({ column, header }) => {
    const entry = texts[column] ?? '';
    return entry !== '' && (entry === header || header.startsWith(`${entry} (`));
  }).length;
  return repeated >= 2 && repeated >= filled.length * 0.6 ? 'REPEATED_HEAD' : null;
};
