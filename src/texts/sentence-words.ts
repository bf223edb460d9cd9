import type { SchoolType } from '#core/inventory/school.ts';
import type { Priority, Requirement, TargetProfile } from '#core/targets/target-profile.ts';
import { nameBook, type NameBook } from './sentence-names.ts';

/** What the sentence of a requirement says; name, group, ladder and basis stand beside it. */
export type SentenceFields = Pick<
  Requirement,
  | 'categories'
  | 'appliesTo'
  | 'schoolTypes'
  | 'quantity'
  | 'priority'
  | 'stage'
  | 'dueYear'
  | 'waivedBy'
  | 'coveredBy'
>;

type Cover = NonNullable<Requirement['coveredBy']>;

/** How each word is written and, as a pattern, how it may be typed. */
export const COVER_WORDS: Readonly<Record<Cover, { readonly text: string; readonly typed: RegExp }>> = {
  'lan-sockets': {
    text: 'LAN-Doppeldosen laut Raumangaben',
    typed: /(?:die )?lan-?(?:doppel)?dosen(?: (?:laut|nach|des|der) raum\p{L}*)?/iuy,
  },
  'power-groups': {
    text: 'Steckdosengruppen laut Raumangaben',
    typed: /(?:die )?steckdosen(?:gruppen)?(?: (?:laut|nach|des|der) raum\p{L}*)?/iuy,
  },
  'wlan-full': {
    text: 'volle WLAN-Abdeckung laut Raumangaben',
    typed: /(?:die )?volle[sn]? (?:wlan-?abdeckung|wlan)(?: (?:laut|nach|des|der) raum\p{L}*)?/iuy,
  },
};

/** Plural as written: „Nur für Regionale Schulen und Gymnasien“. */
export const SCHOOL_TYPE_WORDS: Readonly<
  Record<SchoolType, { readonly text: string; readonly typed: RegExp }>
> = {
  primary: { text: 'Grundschulen', typed: /grundschulen?/iuy },
  regional: { text: 'Regionale Schulen', typed: /regional(?:e[nr]? )?schulen?/iuy },
  grammar: { text: 'Gymnasien', typed: /gymnasi(?:en|um)/iuy },
  comprehensive: { text: 'Gesamtschulen', typed: /gesamtschulen?/iuy },
  special: { text: 'Förderschulen', typed: /förderschulen?/iuy },
  vocational: { text: 'Berufliche Schulen', typed: /(?:berufliche[nr]? schulen?|berufsschulen?)/iuy },
};

export const PRIORITY_WORDS: Readonly<Record<Priority, RegExp>> = {
  must: /pflicht/iuy,
  should: /empfehlung/iuy,
  could: /wunsch/iuy,
};

/** Any other grade stands in quotation marks: `5-10` and `11/12` would be read as several. */
export const PLAIN_GRADE = /^[\p{L}\p{N}]+$/u;
export const NUMBERED_GRADE = /^[1-9]\d?$/;
/** Words of the sentence that are no grade. */
export const NO_GRADE = /^(?:und|oder|sowie|bis|je)$/iu;

export type SentenceBooks = {
  readonly categories: NameBook;
  readonly roomTypes: NameBook;
  readonly requirements: NameBook;
};

const known = new WeakMap<TargetProfile, SentenceBooks>();

/** The names of a profile, made once. */
export const sentenceBooks = (profile: TargetProfile): SentenceBooks => {
  const books = known.get(profile) ?? {
    categories: nameBook(profile.categories),
    roomTypes: nameBook(profile.roomTypes),
    requirements: nameBook(profile.requirements, true),
  };
  known.set(profile, books);
  return books;
};
