import type { IsoDate } from '../shared/iso-date.ts';

export const SCHOOL_TYPES = [
  'primary',
  'regional',
  'grammar',
  'comprehensive',
  'special',
  'vocational',
] as const;
export type SchoolType = (typeof SCHOOL_TYPES)[number];

/** One number per grade, keyed `"1"`…`"13"`. A grade that is not a key is unknown, not 0. */
export type ByGrade = Readonly<Record<string, number>>;

export type School = {
  readonly name: string;
  /** Dienststellennummer: text, leading zeros kept. */
  readonly schoolNumber: string | null;
  readonly schoolType: SchoolType | null;
  readonly schoolAuthority: string | null;
  /** As people write it, `2026/27`. */
  readonly schoolYear: string | null;
  readonly pupils: number | null;
  readonly pupilsByGrade: ByGrade | null;
  readonly classes: number | null;
  readonly classesByGrade: ByGrade | null;
  /** Heads. */
  readonly teachers: number | null;
  readonly bandwidthMbit: number | null;
  /** The day on which pupils, classes and teachers were counted. */
  readonly countedOn: IsoDate | null;
};

export const EMPTY_SCHOOL: School = {
  name: '',
  schoolNumber: null,
  schoolType: null,
  schoolAuthority: null,
  schoolYear: null,
  pupils: null,
  pupilsByGrade: null,
  classes: null,
  classesByGrade: null,
  teachers: null,
  bandwidthMbit: null,
  countedOn: null,
};
