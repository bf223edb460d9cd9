import { SCHOOL_TYPES, type SchoolType } from '#core/inventory/school.ts';
import { PRIORITIES, type Requirement, type TargetProfile } from '#core/targets/target-profile.ts';
import type { Report } from './sentence-issues.ts';
import { addOnce, readNames } from './sentence-name-list.ts';
import { SENTENCE_END, type SentenceReader, type Span } from './sentence-reader.ts';
import {
  COVER_WORDS,
  PRIORITY_WORDS,
  SCHOOL_TYPE_WORDS,
  type SentenceBooks,
  type SentenceFields,
} from './sentence-words.ts';

const AFTER_WAIVING = /\s*(?:[,/„]|\.(?:\s|$)|\s(?:oder|im|steht|vorhanden)(?=\s|\.|$))/iu;

type Clauses = Pick<SentenceFields, 'schoolTypes' | 'waivedBy' | 'coveredBy'> & {
  readonly binding: Pick<SentenceFields, 'priority' | 'stage' | 'dueYear'> | null;
};

/** How each clause begins. */
const BEGINNINGS: readonly (readonly [keyof Clauses, RegExp])[] = [
  ['schoolTypes', /(?:(?:gilt )?nur )(?:für|an)(?=\s)/iuy],
  ['waivedBy', /entfällt,?\s+(?:wenn|sofern)(?=\s)/iuy],
  ['coveredBy', /(?:auch )?erfüllt durch(?=\s)/iuy],
  ['binding', /(?:das ist (?:eine?n? )?)?(?=(?:pflicht|empfehlung|wunsch)(?:[\s,.]|$))/iuy],
];

/** „Nur für Grundschulen. Entfällt, wenn … im Raum steht. Pflicht, ab Stufe 1 (2027).“, in any order, each once. */
export const readClauses = (
  reader: SentenceReader,
  books: SentenceBooks,
  profile: TargetProfile,
  report: Report,
): Clauses => {
  const readers: { readonly [Kind in keyof Clauses]: () => Pick<Clauses, Kind> } = {
    schoolTypes: () => ({ schoolTypes: readSchoolTypes(reader, report) }),
    waivedBy: () => ({ waivedBy: readWaiving(reader, books, report) }),
    coveredBy: () => ({ coveredBy: readCover(reader, report) }),
    binding: () => ({ binding: readBinding(reader, profile, report) }),
  };
  let clauses: Clauses = { schoolTypes: null, waivedBy: [], coveredBy: null, binding: null };
  const said = new Set<keyof Clauses>();
  while (!reader.isAtEnd()) {
    const start = reader.at();
    const [kind] = BEGINNINGS.find(([, beginning]) => reader.take(beginning) !== null) ?? [];
    if (kind === undefined) report('UNKNOWN_CLAUSE', reader.takeUntil(SENTENCE_END));
    else if (said.has(kind)) report('SAID_TWICE', { start, end: reader.takeUntil(SENTENCE_END).end });
    else {
      said.add(kind);
      clauses = { ...clauses, ...readers[kind]() };
    }
    if (reader.take(/[.;]/iuy) === null && !reader.isAtEnd())
      report('UNEXPECTED', reader.takeUntil(SENTENCE_END));
    // Whatever was read: it goes on behind it.
    if (reader.at() === start) reader.takeUntil(SENTENCE_END);
    reader.take(/\./iuy);
  }
  if (!said.has('binding')) report('PRIORITY_MISSING', { start: reader.at(), end: reader.at() });
  return clauses;
};

const readWaiving = (
  reader: SentenceReader,
  { categories }: SentenceBooks,
  report: Report,
): Clauses['waivedBy'] => {
  const waivedBy = readNames(reader, categories, report, {
    unknown: 'UNKNOWN_CATEGORY',
    stop: AFTER_WAIVING,
    isOneOf: true,
  });
  reader.take(/(?:im raum )?(?:steht|stehen|ist|vorhanden ist|vorhanden)(?=[\s.]|$)|im raum(?=[\s.]|$)/iuy);
  return waivedBy;
};

const readSchoolTypes = (reader: SentenceReader, report: Report): readonly SchoolType[] | null => {
  const types: SchoolType[] = [];
  do {
    const named = readSchoolType(reader);
    if (named !== null) addOnce(types, [named.type], named, report);
    else
      report(
        'UNKNOWN_SCHOOL_TYPE',
        reader.takeUntil(/\s*(?:,|\.(?:\s|$)|\s(?:und|oder|sowie)\s)/iu),
        SCHOOL_TYPES.map((known) => SCHOOL_TYPE_WORDS[known].text),
      );
  } while (reader.take(/(?:,\s*)?(?:und|oder|sowie)(?=\s)|[,/]/iuy) !== null);
  return types.length === 0 ? null : types;
};

const readSchoolType = (reader: SentenceReader): (Span & { readonly type: SchoolType }) | null => {
  for (const type of SCHOOL_TYPES) {
    const word = reader.take(SCHOOL_TYPE_WORDS[type].typed);
    if (word !== null) return { type, start: word.start, end: word.end };
  }
  return null;
};

const COVERS = ['lan-sockets', 'power-groups', 'wlan-full'] as const;
const readCover = (reader: SentenceReader, report: Report): Requirement['coveredBy'] => {
  const cover = COVERS.find((known) => reader.take(COVER_WORDS[known].typed) !== null);
  if (cover !== undefined) return cover;
  report(
    'UNKNOWN_COVER',
    reader.takeUntil(SENTENCE_END),
    COVERS.map((known) => COVER_WORDS[known].text),
  );
  return null;
};

/** „Pflicht, ab Stufe 1 (2027)“ or „…, bis 2028“. */
const readBinding = (reader: SentenceReader, profile: TargetProfile, report: Report): Clauses['binding'] => {
  const start = reader.at();
  const priority = PRIORITIES.find((known) => reader.take(PRIORITY_WORDS[known]) !== null);
  const wordEnd = reader.at();
  const stageWord = reader.take(/,?\s*ab (?:(?:ausbau)?stufe )?(\d+)/iuy);
  const stages = profile.stages.map(({ stage }) => String(stage));
  if (priority === undefined || stageWord === null) {
    const isEnd = reader.sees(/[.;]/iuy) || reader.isAtEnd();
    const end = isEnd ? wordEnd : reader.takeUntil(SENTENCE_END).end;
    report('STAGE_MISSING', { start, end }, stages);
    return null;
  }
  const stage = Number(stageWord.groups[0]);
  const known = profile.stages.find((entry) => entry.stage === stage);
  if (known === undefined)
    report(
      'UNKNOWN_STAGE',
      { start: stageWord.end - (stageWord.groups[0]?.length ?? 0), end: stageWord.end },
      stages,
    );
  const inBrackets = reader.take(/\((\d{4})\)/iuy);
  const until = reader.take(/,?\s*bis(?: (?:ende|zum jahr))? (\d{4})/iuy);
  const bracketYear = inBrackets === null ? null : Number(inBrackets.groups[0]);
  const dueYear =
    until !== null
      ? Number(until.groups[0])
      : // The year of the stage is only repeated; another one was meant as a year of its own.
        bracketYear === known?.dueYear
        ? null
        : bracketYear;
  return { priority, stage, dueYear };
};
