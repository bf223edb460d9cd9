import { joined } from './german-list.ts';
import type { Span } from './sentence-reader.ts';

export type SentenceIssueCode =
  | 'SCOPE_MISSING'
  | 'NUMBER_MISSING'
  | 'NUMBER_NOT_WHOLE'
  | 'NUMBER_OUT_OF_RANGE'
  | 'UNKNOWN_CATEGORY'
  | 'UNKNOWN_ROOM_TYPE'
  | 'UNKNOWN_REQUIREMENT'
  | 'UNKNOWN_STAGE'
  | 'UNKNOWN_SCHOOL_TYPE'
  | 'UNKNOWN_COVER'
  | 'UNKNOWN_QUANTITY'
  | 'UNKNOWN_CLAUSE'
  | 'AMBIGUOUS_NAME'
  | 'AND_MEANS_TWO'
  | 'OR_MISSING'
  | 'NAMED_TWICE'
  | 'PREFERRED_TWICE'
  | 'FALLBACK_MISSING'
  | 'GRADES_MISSING'
  | 'NO_GRADE_RANGE'
  | 'ONE_EACH'
  | 'PRIORITY_MISSING'
  | 'STAGE_MISSING'
  | 'SAID_TWICE'
  | 'UNEXPECTED';

/** What was not understood, and where it stands in the text. */
export type SentenceIssue = Span & {
  readonly code: SentenceIssueCode;
  /** The words from `start` to `end`; empty where something is missing. */
  readonly found: string;
  /** What may have been meant, best first. */
  readonly proposals: readonly string[];
};

export type Report = (code: SentenceIssueCode, span: Span, proposals?: readonly string[]) => void;

const meant = (proposals: readonly string[]): string =>
  proposals.length === 0
    ? ''
    : ` Gemeint vielleicht ${joined(
        proposals.map((name) => `„${name}“`),
        'oder',
      )}?`;

const TEXTS: Readonly<Record<SentenceIssueCode, (issue: SentenceIssue) => string>> = {
  SCOPE_MISSING: () => 'Beginnen Sie mit „Je Klassenraum …“ oder „Für die ganze Schule …“.',
  NUMBER_MISSING: () => 'Hier fehlt die Menge. Beispiel: „Je Klassenraum 1 …“.',
  NUMBER_NOT_WHOLE: ({ found }) => `„${found}“ ist keine ganze Zahl. Beispiel: 2`,
  NUMBER_OUT_OF_RANGE: ({ found }) => `„${found}“ ist keine mögliche Menge. Nennen Sie eine ganze Zahl ab 1.`,
  UNKNOWN_CATEGORY: ({ found, proposals }) =>
    proposals.length === 0
      ? `Die Kategorie „${found}“ gibt es im Profil nicht. Wählen Sie sie unten aus der Liste.`
      : `Die Kategorie „${found}“ gibt es im Profil nicht.${meant(proposals)}`,
  UNKNOWN_ROOM_TYPE: ({ found, proposals }) =>
    proposals.length === 0
      ? `Den Raumtyp „${found}“ gibt es im Profil nicht. Wählen Sie ihn unten aus der Liste.`
      : `Den Raumtyp „${found}“ gibt es im Profil nicht.${meant(proposals)}`,
  UNKNOWN_REQUIREMENT: ({ found, proposals }) =>
    `Ein Ziel „${found}“ gibt es im Profil nicht.${proposals.length === 0 ? ' Wählen Sie es unten aus der Liste.' : meant(proposals)}`,
  UNKNOWN_STAGE: ({ found, proposals }) =>
    `Eine Ausbaustufe ${found} gibt es im Profil nicht. Es gibt ${joined(proposals, 'und')}.`,
  UNKNOWN_SCHOOL_TYPE: ({ found, proposals }) =>
    `„${found}“ ist keine Schulart. Möglich sind ${joined(proposals, 'und')}.`,
  UNKNOWN_COVER: ({ found, proposals }) =>
    `„${found}“ steht nicht in den Raumangaben. Möglich sind ${joined(
      proposals.map((name) => `„${name}“`),
      'und',
    )}.`,
  UNKNOWN_QUANTITY: ({ found }) =>
    `„${found}“ ist kein Maß für eine Menge. Möglich sind „je 4 Plätze“, „je 5 Schülerinnen und Schüler“, „je Lehrkraft“, „je 2 Klassen“, „je 16 Einheiten im Soll von „…““ und „bei weniger als 50 Mbit/s“.`,
  UNKNOWN_CLAUSE: ({ found }) =>
    `„${found}“ ist nicht zu verstehen. Möglich sind „Nur für …“, „Entfällt, wenn … im Raum steht.“, „Auch erfüllt durch …“ und „Pflicht, ab Stufe 1.“`,
  AMBIGUOUS_NAME: ({ found, proposals }) =>
    `„${found}“ gibt es mehrmals. Gemeint ist ${joined(
      proposals.map((name) => `„${name}“`),
      'oder',
    )}?`,
  AND_MEANS_TWO: () =>
    'Mit „und“ wären es zwei Ziele. Schreiben Sie „oder“, wenn eines davon genügt; sonst legen Sie ein zweites Ziel an.',
  OR_MISSING: () =>
    'Ein Komma allein lässt offen, ob eines davon genügt. Schreiben Sie vor den letzten Namen „oder“; sonst legen Sie ein zweites Ziel an.',
  NAMED_TWICE: ({ found }) => `„${found}“ ist schon genannt. Streichen Sie die Wiederholung.`,
  PREFERRED_TWICE: () =>
    'Bevorzugt wird nur eine Kategorie, und eine frühere ist es schon. Streichen Sie „(bevorzugt)“ an einer Stelle.',
  FALLBACK_MISSING: () =>
    'Hier fehlt die Menge für Räume ohne Platzzahl. Ergänzen Sie zum Beispiel „, bei unbekannter Platzzahl 6“.',
  GRADES_MISSING: () =>
    'Hier fehlen die Jahrgänge. Beispiel: „der Jahrgänge 5 und 6“ oder „der Jahrgänge 7 bis 10“.',
  NO_GRADE_RANGE: ({ found }) =>
    `„${found}“ ist kein Bereich von Jahrgängen, wie „7 bis 10“ einer ist. Zählen Sie die Jahrgänge einzeln auf; heißt ein Jahrgang so, setzen Sie ihn in Anführungszeichen.`,
  ONE_EACH: ({ found }) =>
    `Vor den Kategorien muss hier eine 1 stehen: „1 … ${found}“. Die Menge ändern Sie über die Zahl hinter „je“.`,
  PRIORITY_MISSING: () =>
    'Am Ende fehlt die Verbindlichkeit. Ergänzen Sie „Pflicht“, „Empfehlung“ oder „Wunsch“ und die Stufe, zum Beispiel „Pflicht, ab Stufe 1.“',
  STAGE_MISSING: ({ proposals }) =>
    `Hier fehlt die Ausbaustufe. Ergänzen Sie zum Beispiel „, ab Stufe ${proposals[0] ?? '1'}“.`,
  SAID_TWICE: ({ found }) =>
    `Eine solche Angabe steht schon davor. Ändern Sie diese, oder streichen Sie „${found}“.`,
  UNEXPECTED: ({ found }) =>
    `„${found}“ passt hier nicht. Streichen Sie es, oder setzen Sie davor einen Punkt.`,
};

/** What is wrong at this place, and what to do about it. */
export const sentenceIssueText = (issue: SentenceIssue): string => TEXTS[issue.code](issue);
