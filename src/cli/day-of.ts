import type { IsoDate } from '#core/shared/iso-date.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The calendar day where the computer stands. */
export const dayOf = (moment: Date): IsoDate =>
  `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
