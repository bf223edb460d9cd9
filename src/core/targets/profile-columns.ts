import type { ProfileList } from './own-changes.ts';

/** How the cells of a column are written and read; `words` is for the eye and never read. */
export type ProfileCellKind =
  | 'text'
  /** A text that may be empty. */
  | 'free'
  | 'whole'
  | 'year'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'flag'
  | 'choice'
  /** Several words of a choice; empty = all. */
  | 'choices'
  | 'ids'
  /** Of a quantity with several terms: one number each, `2 | 1`. */
  | 'counts'
  /** The grades of each term, `5; 6 | 7; 8`; empty = all pupils. */
  | 'grades'
  /** Ids, „–“ where there is none. */
  | 'ids-or-none'
  | 'words';

export const PROFILE_CHOICES = [
  'origin',
  'priority',
  'scope',
  'categoryKind',
  'schoolType',
  'appliesTo',
  'quantityKind',
  'coveredBy',
  'checkKind',
  'has',
  'figureKind',
] as const;
export type ProfileChoice = (typeof PROFILE_CHOICES)[number];

/** Where the value of a cell stands in an entry: a dotted path, `*` for each entry of a list. */
type Place = {
  readonly path: string;
  /** Only for entries whose value at `by` is one of `is`. */
  readonly by?: string;
  readonly is?: readonly string[];
};

export type ProfileColumn = {
  /** Names its heading in the texts. */
  readonly key: string;
  readonly kind: ProfileCellKind;
  readonly choice: ProfileChoice | null;
  readonly places: readonly Place[];
};

const column = (
  key: string,
  kind: ProfileCellKind,
  places: string | readonly Place[] = key,
  choice: ProfileChoice | null = null,
): ProfileColumn => ({
  key,
  kind,
  choice,
  places: typeof places === 'string' ? [{ path: places }] : places,
});
const choice = (key: string, name: ProfileChoice, path = key): ProfileColumn =>
  column(key, 'choice', path, name);
const when =
  (by: string) =>
  (path: string, ...is: readonly string[]): Place => ({ path, by, is });

const ID = column('id', 'text');
const NAME = column('name', 'text');
const SHORT_NAME = column('shortName', 'text');
const SCHOOL_TYPES = column('schoolTypes', 'choices', 'schoolTypes', 'schoolType');
const STAGE = column('stage', 'whole');
const DUE_YEAR = column('dueYear', 'year');
const LADDER = column('ladder', 'text');
const BASIS = column('basis', 'text');
const ORIGIN = choice('origin', 'origin');
const RULE = column('rule', 'words', []);

const ofQuantity = when('quantity.kind');
const ofCheck = when('kind');
const ofFigure = when('kind');

/** The columns of each list, in the order of the sheet; a column that decides about others stands before them. */
export const PROFILE_COLUMNS: Readonly<Record<ProfileList, readonly ProfileColumn[]>> = {
  stages: [STAGE, NAME, DUE_YEAR],
  categories: [
    ID,
    NAME,
    SHORT_NAME,
    choice('categoryKind', 'categoryKind', 'kind'),
    column('serviceLifeYears', 'whole'),
    column('guidePrice', 'money', 'guidePriceCents'),
    column('minimumFeatures', 'text'),
    column('movable', 'flag'),
    column('piecesPerUnit', 'whole'),
    BASIS,
    ORIGIN,
  ],
  roomTypes: [ID, NAME, choice('scope', 'scope')],
  groups: [ID, NAME, SHORT_NAME],
  requirements: [
    ID,
    NAME,
    column('categories', 'ids'),
    choice('appliesTo', 'appliesTo', 'appliesTo.kind'),
    column('roomTypes', 'ids', [when('appliesTo.kind')('appliesTo.roomTypes', 'rooms')]),
    SCHOOL_TYPES,
    choice('quantityKind', 'quantityKind', 'quantity.kind'),
    column('units', 'whole', [
      ofQuantity('quantity.units', 'fixed', 'conditional'),
      ofQuantity('quantity.multiply', 'per-seats', 'dependent'),
    ]),
    column('per', 'counts', [
      ofQuantity('quantity.divide', 'per-seats', 'dependent'),
      ofQuantity('quantity.teachersPerUnit', 'per-teachers'),
      ofQuantity('quantity.classesPerUnit', 'per-classes'),
      ofQuantity('quantity.terms.*.pupilsPerUnit', 'per-pupils'),
    ]),
    column('grades', 'grades', [ofQuantity('quantity.terms.*.grades', 'per-pupils')]),
    column('fallbackUnits', 'whole', [ofQuantity('quantity.fallbackUnits', 'per-seats')]),
    column('dependsOn', 'ids', [ofQuantity('quantity.of', 'dependent')]),
    column('below', 'whole', [ofQuantity('quantity.below', 'conditional')]),
    choice('priority', 'priority'),
    STAGE,
    DUE_YEAR,
    LADDER,
    column('group', 'text'),
    column('waivedBy', 'ids'),
    choice('coveredBy', 'coveredBy'),
    BASIS,
    ORIGIN,
    RULE,
  ],
  standards: [
    ID,
    NAME,
    column('roomTypes', 'ids'),
    column('parts', 'ids', 'parts.*.group'),
    column('replaceableBy', 'ids-or-none', 'parts.*.replaceableBy'),
    BASIS,
    ORIGIN,
  ],
  checks: [
    ID,
    NAME,
    choice('checkKind', 'checkKind', 'kind'),
    SCHOOL_TYPES,
    STAGE,
    DUE_YEAR,
    LADDER,
    column('roomTypes', 'ids', [ofCheck('roomTypes', 'room-share', 'room-count')]),
    column('has', 'choice', [ofCheck('has', 'room-share')], 'has'),
    column('wanted', 'percent', [ofCheck('wanted', 'room-share')]),
    column('atLeast', 'whole', [ofCheck('atLeast', 'bandwidth', 'room-count')]),
    column('mbitPer', 'whole', [ofCheck('perPupil.multiply', 'bandwidth')]),
    column('pupilsPer', 'whole', [ofCheck('perPupil.divide', 'bandwidth')]),
    column('classesPerRoom', 'whole', [ofCheck('classesPerRoom', 'room-count')]),
    column('orCategories', 'ids', [ofCheck('orUnits.categories', 'room-count')]),
    column('orUnits', 'whole', [ofCheck('orUnits.units', 'room-count')]),
    BASIS,
    ORIGIN,
    RULE,
  ],
  figures: [
    ID,
    NAME,
    choice('figureKind', 'figureKind', 'kind'),
    SCHOOL_TYPES,
    column('value', 'decimal', [ofFigure('value', 'constant')]),
    column('categories', 'ids', [ofFigure('categories', 'units-per')]),
    column('unitsPer', 'whole', [ofFigure('divide', 'units-per')]),
    column('perPupil', 'money', [ofFigure('cents', 'per-pupil-cents')]),
    column('unit', 'free'),
    BASIS,
    ORIGIN,
    RULE,
  ],
  programmes: [
    ID,
    NAME,
    column('categories', 'ids'),
    column('maxPerSchool', 'money', 'maxPerSchoolCents'),
    column('maxPercent', 'decimal', 'maxPercentOfAuthority'),
    column('fromYear', 'year'),
    column('untilYear', 'year'),
    column('earmarkYears', 'whole'),
    BASIS,
    ORIGIN,
  ],
};

/** The sheet about the profile itself: one row per field. */
export const PROFILE_FACTS: readonly ProfileColumn[] = [
  column('formatVersion', 'whole'),
  ID,
  column('edition', 'text'),
  column('title', 'text'),
  column('note', 'free'),
  column('issuedOn', 'date'),
  ORIGIN,
];

/** Parts of an entry that are there as a whole or not at all. */
const OPTIONAL_PARTS = ['perPupil', 'orUnits'] as const;

/** Where the column's value stands in this entry; null = entries of its kind have no such value. */
export const placeOf = (entry: unknown, { places }: ProfileColumn): string | null =>
  places.find(({ by, is }) => by === undefined || is?.includes(String(valueAt(entry, by))) === true)?.path ??
  null;

/** The value of a dotted path; with `*` a list of the values of each entry. */
export const valueAt = (entry: unknown, path: string): unknown => {
  const [key = '', ...rest] = path.split('.');
  if (key === '*') return Array.isArray(entry) ? entry.map((each) => valueAt(each, rest.join('.'))) : [];
  if (typeof entry !== 'object' || entry === null) return undefined;
  const value: unknown = Reflect.get(entry, key);
  return rest.length === 0 ? value : valueAt(value, rest.join('.'));
};

type Draft = Record<string, unknown>;

/** Puts a value to a dotted path; with `*` the values of a list to its entries, which are made where they lack. */
export const putAt = (draft: Draft, path: string, value: unknown): void => {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    draft[key] = value;
    return;
  }
  if (rest[0] !== '*') {
    const part = (draft[key] ?? {}) as Draft;
    draft[key] = part;
    putAt(part, rest.join('.'), value);
    return;
  }
  const parts = (draft[key] ?? []) as Draft[];
  draft[key] = parts;
  (value as readonly unknown[]).forEach((each, index) => {
    parts[index] ??= {};
    putAt(parts[index], rest.slice(1).join('.'), each);
  });
};

/** What the sheets need not say: parts of which nothing is filled in are not there, and a condition has one kind of value only. */
export const closeParts = (draft: Draft): void => {
  const { quantity } = draft;
  if (valueAt(quantity, 'kind') === 'conditional') putAt(draft, 'quantity.value', 'bandwidthMbit');
  for (const key of OPTIONAL_PARTS) {
    const part = draft[key];
    if (typeof part !== 'object' || part === null) continue;
    const isEmpty = Object.values(part).every(
      (value) => value === null || (Array.isArray(value) && value.length === 0),
    );
    if (isEmpty) draft[key] = null;
  }
};
