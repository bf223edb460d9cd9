import type { Classify } from './category-words.ts';
import { contentOnly, contentShare, kindShare, sampleValues } from './column-content.ts';
import type { FoundTable } from './find-table.ts';
import { DEVICE_HEADINGS, foldHeading, ROOM_HEADINGS, SECOND_CHOICE } from './headings.ts';
import type { ColumnMapping, ImportField, MappingReason, SourceColumn, TableKind } from './types.ts';
import { similarity } from './words.ts';

/** From here on a column is taken without asking; below `LIKELY` nothing is proposed. */
export const SURE = 0.85;
export const LIKELY = 0.6;

type Candidate = {
  readonly column: SourceColumn;
  readonly field: ImportField;
  readonly confidence: number;
  readonly reason: MappingReason;
};

/** Best candidates first, each field once, each column once. */
export const mapColumns = (
  found: FoundTable,
  kind: TableKind,
  classify: Classify,
): readonly ColumnMapping[] => {
  const { columns } = found.table;
  const candidates = columns.flatMap((column) => candidatesOf(column, found, kind, classify));
  candidates.sort((a, b) => b.confidence - a.confidence || a.column.index - b.column.index);
  const byColumn = new Map<number, Candidate>();
  const takenBy = new Map<ImportField, SourceColumn>();
  for (const candidate of candidates) {
    if (candidate.confidence < LIKELY || byColumn.has(candidate.column.index) || takenBy.has(candidate.field))
      continue;
    byColumn.set(candidate.column.index, candidate);
    takenBy.set(candidate.field, candidate.column);
  }
  if (kind === 'devices') partNames(candidates, found, classify, byColumn, takenBy);
  return columns.map((column): ColumnMapping => {
    const chosen = byColumn.get(column.index);
    const base = { column: column.index, header: column.header, categoryId: null };
    if (chosen !== undefined)
      return { ...base, field: chosen.field, confidence: chosen.confidence, reason: chosen.reason };
    const wish = candidates.find(
      (candidate) => candidate.column === column && candidate.confidence >= LIKELY,
    );
    const taker = wish === undefined ? undefined : takenBy.get(wish.field);
    const reason: MappingReason =
      taker !== undefined
        ? { code: 'taken', by: taker.header }
        : column.filled === 0
          ? { code: 'empty' }
          : { code: 'no-match' };
    return { ...base, field: null, confidence: 0, reason };
  });
};

/** Of two columns that name the device the one whose values are kinds ("Beamer") is the kind. */
const partNames = (
  candidates: readonly Candidate[],
  found: FoundTable,
  classify: Classify,
  byColumn: Map<number, Candidate>,
  takenBy: Map<ImportField, SourceColumn>,
): void => {
  const taker = takenBy.get('name');
  const second = candidates.find(
    ({ column, field, confidence }) =>
      field === 'name' && confidence >= LIKELY && !byColumn.has(column.index) && column.filled > 0,
  );
  if (taker === undefined || second === undefined || takenBy.has('categoryId')) return;
  if (kindShare(sampleValues(found, taker.index), classify) < MOSTLY_KINDS) return;
  const kinds: Candidate = {
    column: taker,
    field: 'categoryId',
    confidence: LIKELY + 0.1,
    reason: { code: 'heading-and-content' },
  };
  byColumn.set(taker.index, kinds);
  takenBy.set('categoryId', taker);
  byColumn.set(second.column.index, second);
  takenBy.set('name', second.column);
};
const MOSTLY_KINDS = 0.6;

/** Amounts that are no price of one device, gross: taken for it they would be wrong without anybody seeing. */
const OTHER_AMOUNT =
  /\bnetto|gesamt|summe|\btotal\b|restwert|zeitwert|buchwert|\bmonat|leasing|\brate\b|\bafa\b/;
/** Codes that look like serial numbers. */
const OTHER_CODE =
  /lizenz|licen[cs]e|schluessel|\bkey\b|passwor[td]|telefon|rufnummer|\bsim\b|iban|konto|vertrag|kunden|bypass|\bcode\b|bluetooth|\beid\b|iccid|\bpin\b|version|firmware|\bbuild\b/;
const NEEDS_PLAIN_HEADING: ReadonlySet<ImportField> = new Set([
  'purchasedOn',
  'purchasePriceCents',
  'status',
]);
const VOCABULARY: ReadonlySet<ImportField> = new Set(['status', 'userGroup', 'owner', 'wlanCoverage']);
const PLAIN_HEADING = /^(spalte [a-z]{1,3}|datum|date|wert|betrag|info|angaben)$/;

const candidatesOf = (
  column: SourceColumn,
  found: FoundTable,
  kind: TableKind,
  classify: Classify,
): readonly Candidate[] => {
  const values = sampleValues(found, column.index);
  const candidates: Candidate[] = [];
  const headings: readonly (readonly [string, readonly string[]])[] = Object.entries(
    kind === 'rooms' ? ROOM_HEADINGS : DEVICE_HEADINGS,
  );
  const folded = foldHeading(column.header);
  const alternatives = column.alternatives.map(foldHeading);
  for (const [name, words] of headings) {
    const field = name as ImportField;
    const byHeading = Math.max(
      headingConfidence(folded, words),
      ...alternatives.map((text) => 0.97 * headingConfidence(text, words)),
    );
    if (byHeading === 0 || (field === 'purchasePriceCents' && OTHER_AMOUNT.test(folded))) continue;
    const fitting = contentShare(field, values, classify);
    // A heading alone is believed as far as the values do not speak against it; where only certain words make sense,
    // others speak louder.
    const doubt = fitting === null ? 0 : (1 - fitting) * (VOCABULARY.has(field) ? 0.5 : 0.35);
    const confidence = byHeading * (1 - doubt);
    const code =
      byHeading === 1
        ? 'own-heading'
        : byHeading < SURE
          ? 'heading-similar'
          : fitting !== null && fitting > 0.8
            ? 'heading-and-content'
            : 'heading';
    candidates.push({ column, field, confidence, reason: { code } });
  }
  if (kind === 'devices' && !OTHER_CODE.test(folded))
    for (const [field, share] of contentOnly(values, classify)) {
      // Dates under "Geprüft am" are not the day of purchase: there the heading has to say nothing at all.
      if (NEEDS_PLAIN_HEADING.has(field) && !PLAIN_HEADING.test(folded)) continue;
      if (share < 0.7) continue;
      candidates.push({ column, field, confidence: 0.55 + 0.25 * share, reason: { code: 'content', share } });
    }
  if (kind === 'devices')
    for (const [name, words] of Object.entries(SECOND_CHOICE)) {
      const field = name as ImportField;
      if (![folded, ...alternatives].some((text) => words.includes(text))) continue;
      const fitting = contentShare(field, values, classify) ?? 1;
      candidates.push({ column, field, confidence: 0.7 * fitting, reason: { code: 'heading-similar' } });
    }
  return candidates;
};

/** 1 own heading, 0.95 a known word, 0.8 known words at its beginning or end, 0.7 nearly a known word. */
const headingConfidence = (folded: string, words: readonly string[]): number => {
  if (folded === '') return 0;
  if (folded === words[0]) return 1;
  if (words.includes(folded)) return 0.95;
  let best = 0;
  for (const word of words) {
    if (word.length >= 4 && (folded.startsWith(`${word} `) || folded.endsWith(` ${word}`)))
      best = Math.max(best, folded.startsWith(`${word} `) ? 0.82 : 0.75);
    if (word.length >= 6 && folded.length >= 6) {
      const alike = similarity(folded, word);
      if (alike >= 0.86) best = Math.max(best, 0.4 + 0.4 * alike);
    }
  }
  return best;
};
