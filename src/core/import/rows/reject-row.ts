import type { RejectCode, TableMapping } from '../types.ts';
import { foldText, isPlaceholder } from '../words.ts';

const SUM_WORDS = /^(summe|gesamt|gesamtsumme|total|zwischensumme|insgesamt|anzahl gesamt|sum|ergebnis)\b/;

const REMARK =
  /^(stand|hinweise?|legende|quelle|anmerkung(en)?|bemerkung(en)?|erstellt|gedruckt|seite|datum)\b.*[:\d]|:$/i;

/** Our own report says so where a sheet has no rows. */
const NOTHING_LISTED = /^keine? (eintraege|daten|geraete|raeume)$/;
/** "Beispiel: Laptop", "(TT.MM.JJJJ)": how the list is to be filled in. */
const PATTERN = /^(z ?b|beispiel|muster|bsp)\b/;
const FORMAT = /^\([^()]*\)$|^(tt|dd)\.mm\.(jjjj|yyyy|jj)$/i;

/**
 * A line of sums begins with its word; in a matrix with that of its room. Elsewhere in a row the word may belong to a
 * value ("gesamt 1.200 €").
 */
const isSum = (
  texts: readonly string[],
  filled: readonly string[],
  { columns, layout }: TableMapping,
): boolean => {
  if (SUM_WORDS.test(foldText(filled[0] ?? ''))) return filled.length <= 4 || !/\d/.test(filled[0] ?? '');
  const room = columns.find(({ field }) => field === 'roomNumber');
  if (layout === 'count-columns' && room !== undefined)
    return SUM_WORDS.test(foldText(texts[room.column] ?? ''));
  return (
    filled.length <= 4 &&
    filled.some((entry) => SUM_WORDS.test(foldText(entry))) &&
    filled.filter((entry) => /\p{L}{3}/u.test(entry)).length === 1
  );
};

/** Why a row is no device or room; null = it may be one. */
export const rejectCode = (texts: readonly string[], table: TableMapping): RejectCode | null => {
  const filled = texts.filter((entry) => !isPlaceholder(entry));
  if (filled.length === 0) return 'EMPTY_ROW';
  const crosses = filled.filter((entry) => entry.toLowerCase() === 'x').length;
  const [only = ''] = filled;
  if (filled.length === 1 && table.columns.length >= 3 && table.kind === 'devices' && REMARK.test(only))
    return 'REMARK';
  if (filled.length === 1 && NOTHING_LISTED.test(foldText(only))) return 'REMARK';
  // A row of crosses shows which columns are to be filled in.
  if (table.layout !== 'count-columns' && crosses >= 3 && crosses >= filled.length * 0.6)
    return 'PATTERN_ROW';
  if (PATTERN.test(foldText(only)) || (filled.length >= 2 && filled.every((entry) => FORMAT.test(entry))))
    return 'PATTERN_ROW';
  if (isSum(texts, filled, table)) return 'SUM_ROW';
  const repeated = table.columns.filter(({ column, header }) => {
    const entry = texts[column] ?? '';
    return entry !== '' && (entry === header || header.startsWith(`${entry} (`));
  }).length;
  return repeated >= 2 && repeated >= filled.length * 0.6 ? 'REPEATED_HEAD' : null;
};
