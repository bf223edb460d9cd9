import type { Classify } from '../dictionary/category-words.ts';
import { contentOnly, contentShare, kindShare, sampleValues } from './column-content.ts';
import type { FoundTable } from './find-table.ts';
import { DEVICE_HEADINGS, foldHeading, ROOM_HEADINGS, SECOND_CHOICE } from '../dictionary/headings.ts';
import type { ColumnMapping, ImportField, MappingReason, SourceColumn, TableKind } from '../types.ts';
import { similarity } from '../words.ts';

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
  /\bnetto|gesamt|\bgp\b|positions|zeilen|summe|\btotal\b|restwert|zeitwert|buchwert|\bmonat|leasing|\brate\b|\bafa\b/;
/** Codes that look like serial numbers. */
const OTHER_CODE =
  /lizenz|licen[cs]e|schluessel|\bkey\b|passwor[td]|telefon|rufnummer|\bsim\b|iban|konto|vertrag|kunden|bypass|\bcode\b|bluetooth|\beid\b|iccid|\bpin\b|version|firmware|\bbuild\b/;
const NEEDS_PLAIN_HEADING: ReadonlySet<ImportField> = new Set([
  'purchasedOn',
  'purchasePriceCents',
  'status',
]);
const VOCABULARY: ReadonlySet<ImportField> = new Set([
  'status',
  'userGroup',
  'owner',
  'wlanCoverage',
  'roomTypes',
  'roomType',
]);
const PLAIN_HEADING = /^(spalte [a-z]{1,3}|datum|date|wert|betrag|info|angaben)$/;

const candidatesOf = (
  column: SourceColumn,
  found: FoundTable,
  kind: TableKind,
  classify: Classify,
): readonly Candidate[] => {
  const values = sampleValues(found, column.index);
  const candidates: Candidate[] = [];
  const folded = foldHeading(column.header);
  for (const [field, byHeading] of fieldsOfColumn(column, kind)) {
    if (field === 'purchasePriceCents' && OTHER_AMOUNT.test(folded)) continue;
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
      if (share < (field === 'categoryId' ? 0.6 : 0.7)) continue;
      candidates.push({ column, field, confidence: 0.55 + 0.25 * share, reason: { code: 'content', share } });
    }
  if (kind === 'devices')
    for (const [name, words] of Object.entries(SECOND_CHOICE)) {
      const field = name as ImportField;
      if (![folded, ...column.alternatives.map(foldHeading)].some((text) => words.includes(text))) continue;
      const fitting = contentShare(field, values, classify) ?? 1;
      candidates.push({ column, field, confidence: 0.7 * fitting, reason: { code: 'heading-similar' } });
    }
  return candidates;
};

/** Words of the dictionary by field, and by first letter and length, among which nearly equal ones are looked for. */
type HeadingIndex = {
  readonly byWord: ReadonlyMap<string, { readonly field: ImportField; readonly isOwn: boolean }>;
  readonly byShape: ReadonlyMap<string, readonly string[]>;
};

/** A slip of the pen seldom hits the first letter. */
const shapeOf = (word: string, length: number): string => `${word[0] ?? ''}${length}`;

const indexOf = (headings: Readonly<Record<string, readonly string[]>>): HeadingIndex => {
  const byWord = new Map<string, { readonly field: ImportField; readonly isOwn: boolean }>();
  const byShape = new Map<string, string[]>();
  for (const [field, words] of Object.entries(headings))
    for (const [index, word] of words.entries()) {
      byWord.set(word, { field: field as ImportField, isOwn: index === 0 });
      const shape = shapeOf(word, word.length);
      byShape.set(shape, [...(byShape.get(shape) ?? []), word]);
    }
  return { byWord, byShape };
};
const INDEXES: Readonly<Record<TableKind, HeadingIndex>> = {
  devices: indexOf(DEVICE_HEADINGS),
  rooms: indexOf(ROOM_HEADINGS),
};

const CONFIDENCE = { own: 1, word: 0.95, begins: 0.82, ends: 0.75 } as const;
/** Shorter words are nearly equal by chance. */
const SHORTEST_ALIKE = 6;
const ALIKE = 0.86;

/** The fields that a heading may mean: its own or a known word, known words at its beginning or end, nearly a known word. */
const fieldsOfHeading = (
  folded: string,
  { byWord, byShape }: HeadingIndex,
): ReadonlyMap<ImportField, number> => {
  const found = new Map<ImportField, number>();
  const add = (word: string, confidence: number): void => {
    const field = byWord.get(word)?.field;
    if (field !== undefined) found.set(field, Math.max(found.get(field) ?? 0, confidence));
  };
  add(folded, byWord.get(folded)?.isOwn === true ? CONFIDENCE.own : CONFIDENCE.word);
  const words = folded.split(' ').slice(0, MOST_WORDS);
  for (let at = 1; at < words.length; at += 1) {
    const [begin, end] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (begin.length >= 4) add(begin, CONFIDENCE.begins);
    if (end.length >= 4) add(end, CONFIDENCE.ends);
  }
  if (folded.length >= SHORTEST_ALIKE && folded.length <= LONGEST_ALIKE)
    for (let length = folded.length - 2; length <= folded.length + 2; length += 1)
      for (const word of length >= SHORTEST_ALIKE ? (byShape.get(shapeOf(folded, length)) ?? []) : []) {
        const alike = word === folded ? 0 : similarity(folded, word);
        if (alike >= ALIKE) add(word, 0.4 + 0.4 * alike);
      }
  return found;
};
const MOST_WORDS = 8;
const LONGEST_ALIKE = 40;

/** The same for a head of two lines: the lower line says what the column is, the upper one what it is about. */
const fieldsOfColumn = ({ header, alternatives }: SourceColumn, kind: TableKind) => {
  const fields = new Map(fieldsOfHeading(foldHeading(header), INDEXES[kind]));
  for (const text of alternatives)
    for (const [field, confidence] of fieldsOfHeading(foldHeading(text), INDEXES[kind]))
      fields.set(field, Math.max(fields.get(field) ?? 0, 0.97 * confidence));
  return fields;
};
