import type { ProfileIssue, ProfileIssueCode } from '#core/targets/parse-profile.ts';
import type { StructureFault } from '#core/targets/structure-fault.ts';
import { formatEuros, formatNumber } from './format.ts';
import { PROFILE_LIST_LABELS } from './profile-table.ts';

const LISTS: Readonly<Record<string, string>> = PROFILE_LIST_LABELS;

/** `Ziele › Q5 › quantity`. */
export const profilePathText = (path: readonly (string | number)[]): string => {
  const [list = '', ...rest] = path.map((key) => (typeof key === 'number' ? String(key + 1) : key));
  return [Object.hasOwn(LISTS, list) ? LISTS[list] : list, ...rest].filter(Boolean).join(' › ');
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'ein Text in Anführungszeichen',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste in eckigen Klammern',
  object: 'eine Gruppe von Angaben in geschweiften Klammern',
};

const limitText = (limit: number, path: readonly string[]): string =>
  /cents$/i.test(path.at(-1) ?? '') ? formatEuros(limit) : String(limit);

/** What is wrong with a field and the remedy; the last name of the `path` tells money. */
export const faultText = (fault: StructureFault, path: readonly string[]): string => {
  switch (fault.kind) {
    case 'missing':
      return 'Die Angabe fehlt. Ergänzen Sie sie.';
    case 'empty':
      return 'Die Angabe ist leer. Tragen Sie mindestens einen Wert ein.';
    case 'date':
      return 'Das ist kein Tag. Schreiben Sie ihn wie 2026-11-25.';
    case 'no-whole-number':
      return 'Hier gehört eine ganze Zahl hin.';
    case 'type':
      return `Hier gehört ${KINDS[fault.expected] ?? 'ein anderer Wert'} hin.`;
    case 'above':
      return `Der Wert ist zu groß. Höchstens ${limitText(fault.limit, path)} ist möglich.`;
    case 'below':
      return `Der Wert ist zu klein. Mindestens ${limitText(fault.limit, path)} ist nötig.`;
    case 'too-long':
      return `Der Text ist zu lang. Höchstens ${formatNumber(fault.limit)} Zeichen sind möglich.`;
    case 'too-many':
      return `Es sind zu viele Einträge. Höchstens ${formatNumber(fault.limit)} sind möglich.`;
    case 'choice':
      return `Diesen Wert gibt es nicht. Möglich: ${fault.allowed.join(', ')}.`;
    case 'unknown-fields':
      return `Das Feld „${fault.names.join('“, „')}“ gibt es nicht. Entfernen Sie es.`;
  }
};

const TEXTS: Readonly<Record<ProfileIssueCode, (issue: ProfileIssue) => string>> = {
  STRUCTURE: ({ fault, path }) =>
    fault === undefined ? 'Die Angabe hat die falsche Form.' : faultText(fault, path),
  NEWER_FORMAT: ({ detail }) =>
    `Das Profil hat das Format ${detail}, diese App kennt nur 1. Installieren Sie eine neuere Version der App.`,
  DOUBLED_ID: ({ detail }) =>
    `Die Kennung „${detail}“ kommt zweimal vor. Geben Sie einem der Einträge eine andere.`,
  NAMED_TWICE: ({ detail }) => `„${detail}“ ist zweimal genannt. Streichen Sie eine der beiden Angaben.`,
  UNKNOWN_CATEGORY: ({ detail }) =>
    `Die Kategorie „${detail}“ gibt es im Profil nicht. Legen Sie sie an oder nehmen Sie eine vorhandene Kennung.`,
  UNKNOWN_ROOM_TYPE: ({ detail }) =>
    `Den Raumtyp „${detail}“ gibt es im Profil nicht. Legen Sie ihn an oder nehmen Sie eine vorhandene Kennung.`,
  UNKNOWN_GROUP: ({ detail }) =>
    `Die Gruppe „${detail}“ gibt es im Profil nicht. Legen Sie sie an oder nehmen Sie eine vorhandene Kennung.`,
  UNKNOWN_REQUIREMENT: ({ detail }) =>
    `Das Ziel „${detail}“ gibt es im Profil nicht. Nehmen Sie eine vorhandene Kennung.`,
  UNKNOWN_STAGE: ({ detail }) =>
    `Die Ausbaustufe ${detail} gibt es im Profil nicht. Legen Sie sie an oder nehmen Sie eine vorhandene.`,
  STAGES_NOT_ASCENDING: ({ detail }) =>
    `Die Ausbaustufe ${detail} kommt zweimal vor oder steht nicht in aufsteigender Reihe.`,
  QUANTITY_NEEDS_ROOM: () =>
    'Eine Menge je Platz gibt es nur bei Zielen für Räume. Wählen Sie eine andere Menge oder Raumtypen.',
  QUANTITY_NEEDS_SCHOOL: () =>
    'Eine Menge nach Schülern, Lehrkräften, Klassen, anderem Soll oder Internet gibt es nur für die ganze Schule.',
  CIRCULAR: ({ detail }) =>
    `Das Ziel „${detail}“ hängt von sich selbst ab. Nehmen Sie eines der genannten Ziele heraus.`,
  UNREACHABLE: ({ detail }) =>
    `Das Ziel „${detail}“ ließe sich nie berechnen: Alle Ziele, von denen es abhängt, gelten nur für andere Schularten.`,
};

/** What is wrong and what to do, without the place. */
export const profileIssueReason = (issue: ProfileIssue): string => TEXTS[issue.code](issue);

/** `Ziele › Q5 › quantity: …`: the place in the profile and what to mend there. */
export const profileIssueText = (issue: ProfileIssue): string => {
  const place = profilePathText(issue.path);
  return place === '' ? profileIssueReason(issue) : `${place}: ${profileIssueReason(issue)}`;
};
