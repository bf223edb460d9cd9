import type { JsonError, JsonFault, TextPosition } from '#core/shared/json-text.ts';
import type { ProfileIssue } from '#core/targets/parse-profile.ts';
import type { CellProblem } from '#core/targets/profile-cells.ts';
import type { CellPlace, SheetProblem, TableIssue, TableNote } from '#core/targets/read-profile-tables.ts';
import type { ProfileRepair } from '#core/targets/repair-profile.ts';
import { formatCount, formatNumber } from './format.ts';
import { profileIssueReason, profilePathText } from './profile.ts';

const JSON_FAULTS: Readonly<Record<JsonFault, string>> = {
  'value-expected': 'Hier fehlt ein Wert: ein Text in Anführungszeichen, eine Zahl, true, false oder null.',
  'name-expected': 'Hier gehört der Name eines Feldes in Anführungszeichen hin.',
  'colon-expected': 'Zwischen Name und Wert fehlt ein Doppelpunkt.',
  'comma-expected': 'Vor dieser Stelle fehlt ein Komma oder eine schließende Klammer.',
  'comma-too-many': 'Hinter dem letzten Eintrag steht ein Komma zu viel. Löschen Sie es.',
  'wrong-quotes': 'Nehmen Sie gerade doppelte Anführungszeichen (").',
  comment: 'Kommentare sind in JSON nicht erlaubt. Löschen Sie ihn.',
  'text-not-closed': 'Dem Text fehlt das schließende Anführungszeichen in derselben Zeile.',
  'bad-escape':
    'Vor diesem Zeichen ist kein umgekehrter Schrägstrich erlaubt; ein einzelner wird \\\\ geschrieben.',
  'bad-number': 'Das ist keine Zahl. Schreiben Sie sie ohne Tausenderpunkte und mit Dezimalpunkt.',
  'ends-early': 'Die Datei hört mitten im Profil auf. Lassen Sie sie sich noch einmal schicken.',
  'more-after-end': 'Hinter dem Ende des Profils steht noch etwas. Löschen Sie es.',
  'too-deep':
    'Die Klammern sind tiefer verschachtelt als in einem Profil. Prüfen Sie, ob es die richtige Datei ist.',
};

const CELL_PROBLEMS: Readonly<Record<CellProblem['code'], (problem: CellProblem) => string>> = {
  ERROR_CELL: ({ text }) => `Die Zelle zeigt einen Fehler (${text}). Tragen Sie den Wert selbst ein.`,
  NO_NUMBER: ({ text }) => `„${text}“ ist keine Zahl. Beispiel: 12`,
  NO_DATE: ({ text }) => `„${text}“ ist kein Tag. Beispiel: 25.11.2026`,
  NO_YES_NO: ({ text }) => `„${text}“ ist weder „ja“ noch „nein“.`,
  UNKNOWN_WORD: ({ text, allowed }) => `„${text}“ gibt es hier nicht. Möglich: ${allowed.join(', ')}.`,
  NO_LIST: ({ text }) => `In „${text}“ fehlt ein Anführungszeichen.`,
  ONE_ONLY: ({ text }) => `„${text}“: Bei dieser Mengenart gehört nur eine Zahl hin.`,
};

const sheetProblemText = (what: SheetProblem): string => {
  switch (what.kind) {
    case 'cell':
      return CELL_PROBLEMS[what.problem.code](what.problem);
    case 'sheet-missing':
      return 'Das Blatt fehlt. Geben Sie ein Profil als Excel-Datei aus und tragen Sie Ihre Werte dort ein.';
    case 'no-heads':
      return 'Die Überschriften eines Profils fehlen. Geben Sie ein Profil als Excel-Datei aus und tragen Sie Ihre Werte dort ein.';
    case 'column-missing':
      return 'Die Spalte fehlt. Ergänzen Sie sie; ihre Zellen dürfen leer bleiben, wo nichts gilt.';
    case 'column-twice':
      return 'Die Spalte kommt zweimal vor. Löschen oder benennen Sie eine um.';
    case 'not-for-kind':
      return `„${what.text}“ gehört nicht zur gewählten Art des Eintrags. Leeren Sie die Zelle oder wählen Sie eine andere Art.`;
    case 'lengths-differ':
      return `Hier stehen ${formatCount(what.entries, 'Eintrag', 'Einträge')}, in der Spalte daneben ${formatNumber(what.wanted)}. Zu jedem gehört einer.`;
    case 'profile':
      return profileIssueReason(what.issue);
  }
};

/** `Blatt Ziele, Zeile 14, Spalte Kategorien`. */
const cellPlaceText = ({ sheet, row, column }: CellPlace): string =>
  [`Blatt ${sheet}`, row > 0 && `Zeile ${row}`, column !== '' && `Spalte ${column}`]
    .filter((part) => part !== false)
    .join(', ');

const REPAIRS: Readonly<Record<ProfileRepair['code'], (repair: ProfileRepair) => string>> = {
  SPACES: () => 'Leerzeichen am Rand oder unsichtbare Zeichen entfernt.',
  UNKNOWN_FIELD: ({ detail }) => `Das Feld „${detail}“ kennt die App nicht; es wurde weggelassen.`,
  STAGES_SORTED: () => 'Die Ausbaustufen wurden aufsteigend geordnet.',
  NAMED_TWICE: ({ detail }) => `„${detail}“ war zweimal genannt und steht jetzt einmal da.`,
  EMPTY_TEXT: () => 'Der leere Text gilt als „keine Angabe“.',
};

const noteText = (note: TableNote): string => {
  switch (note.kind) {
    case 'repair':
      return REPAIRS[note.repair.code](note.repair);
    case 'unknown-column':
      return 'Diese Spalte kennt die App nicht; sie wurde weggelassen.';
    case 'unknown-sheet':
      return 'Dieses Blatt kennt die App nicht; es wurde weggelassen.';
  }
};

/** Sentences about a profile file that somebody takes in, each with place and remedy. */
export const PROFILE_FILE_TEXTS = {
  jsonError: ({ line, column, fault }: JsonError): string =>
    `Zeile ${line}, Spalte ${column}: ${JSON_FAULTS[fault]}`,
  jsonIssue: ({ line }: TextPosition, issue: ProfileIssue): string => {
    const place = profilePathText(issue.path);
    return `Zeile ${line}: ${place === '' ? '' : `${place}: `}${profileIssueReason(issue)}`;
  },
  jsonRepair: ({ line }: TextPosition, repair: ProfileRepair): string =>
    `Zeile ${line}: ${REPAIRS[repair.code](repair)}`,
  tableIssue: (issue: TableIssue): string => `${cellPlaceText(issue)}: ${sheetProblemText(issue.what)}`,
  tableNote: (note: TableNote): string => `${cellPlaceText(note)}: ${noteText(note)}`,
  tooLarge: (bytes: number, limit: number): string =>
    `Die Datei ist mit ${formatNumber(Math.ceil(bytes / 1_000_000))} MB zu groß für ein Profil, höchstens ${formatNumber(limit / 1_000_000)} MB sind möglich. Prüfen Sie, ob es die richtige ist.`,
  noText:
    'Die Zeichen der Datei lassen sich nicht lesen. Speichern Sie sie als UTF-8 und versuchen Sie es noch einmal.',
  empty: 'Die Datei ist leer. Lassen Sie sie sich noch einmal schicken.',
  noProfile:
    'Das ist kein Ausstattungsprofil. Möglich sind .json, .xlsx und .ods, wie die App sie unter Ziele › Editionen ausgibt.',
  more: (count: number): string => `… und ${formatCount(count, 'weitere Stelle', 'weitere Stellen')}`,
  adapted: (count: number): string =>
    `${count === 1 ? '1 Ding wurde' : `${formatNumber(count)} Dinge wurden`} angepasst:`,
} as const;
