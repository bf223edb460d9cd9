import type { ProfileIssue, ProfileIssueCode } from '#core/targets/parse-profile.ts';

const LISTS: Readonly<Record<string, string>> = {
  stages: 'Ausbaustufen',
  categories: 'Kategorien',
  roomTypes: 'Raumtypen',
  groups: 'Gruppen',
  requirements: 'Ziele',
  standards: 'Standards',
  checks: 'Prüfungen',
  figures: 'Kennzahlen',
  programmes: 'Förderprogramme',
};

const place = ([list = '', ...rest]: readonly string[]): string =>
  [Object.hasOwn(LISTS, list) ? LISTS[list] : list, ...rest].filter(Boolean).join(' › ');

const TEXTS: Readonly<Record<ProfileIssueCode, (issue: ProfileIssue) => string>> = {
  STRUCTURE: ({ detail }) => `Das Feld fehlt, ist unbekannt oder hat die falsche Form (${detail}).`,
  NEWER_FORMAT: ({ detail }) =>
    `Das Profil hat das Format ${detail}, diese App kennt nur 1. Installieren Sie eine neuere Version der App.`,
  DOUBLED_ID: ({ detail }) => `Die Kennung „${detail}“ kommt zweimal vor.`,
  UNKNOWN_CATEGORY: ({ detail }) => `Die Kategorie „${detail}“ gibt es im Profil nicht.`,
  UNKNOWN_ROOM_TYPE: ({ detail }) => `Den Raumtyp „${detail}“ gibt es im Profil nicht.`,
  UNKNOWN_GROUP: ({ detail }) => `Die Gruppe „${detail}“ gibt es im Profil nicht.`,
  UNKNOWN_REQUIREMENT: ({ detail }) => `Das Ziel „${detail}“ gibt es im Profil nicht.`,
  UNKNOWN_STAGE: ({ detail }) => `Die Ausbaustufe ${detail} gibt es im Profil nicht.`,
  STAGES_NOT_ASCENDING: ({ detail }) => `Die Ausbaustufe ${detail} steht nicht in aufsteigender Reihe.`,
  QUANTITY_NEEDS_ROOM: () => 'Eine Menge je Platz gibt es nur bei Zielen für Räume.',
  QUANTITY_NEEDS_SCHOOL: () =>
    'Eine Menge nach Schülern, Lehrkräften oder Klassen gibt es nur für die ganze Schule.',
  CIRCULAR: ({ detail }) => `Das Ziel „${detail}“ hängt von sich selbst ab.`,
};

/** What is to be mended, where the place is already named. */
export const profileIssueReason = (issue: ProfileIssue): string => TEXTS[issue.code](issue);

/** `Ziele › Q5 › quantity: …`: the place in the file and what to mend there. */
export const profileIssueText = (issue: ProfileIssue): string =>
  `${place(issue.path)}: ${profileIssueReason(issue)}`;
