import type { Device } from '../inventory/device.ts';
import type { IsoDate, PartialDate } from '../shared/iso-date.ts';

/** When the pieces of one place were last seen. */
export type StocktakeCounts = {
  /** Everything that is not decommissioned, pieces. */
  readonly pieces: number;
  /** The latest `lastSeenOn`; null = nothing was ever seen. */
  readonly lastSeenOn: PartialDate | null;
  readonly seenLately: number;
  /** Seen, but not certainly within the twelve months. */
  readonly seenEarlier: number;
  readonly neverSeen: number;
  /** Entered as missing, whenever seen. */
  readonly missing: number;
};

/** The same day of the year before; of a 29 February the day sorts as it should. */
export const yearBefore = (day: IsoDate): IsoDate =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;

/**
 * Counts as lately only what was certainly seen in the twelve months up to `asOf`: of a date that is known to the month or
 * year, its first day has to lie in them.
 */
export const stocktakeCounts = (devices: readonly Device[], asOf: IsoDate): StocktakeCounts => {
  const from = yearBefore(asOf);
  let pieces = 0;
  let lastSeen: PartialDate | null = null;
  let seenLately = 0;
  let neverSeen = 0;
  let missing = 0;
  for (const { status, quantity, lastSeenOn } of devices) {
    if (status === 'decommissioned') continue;
    pieces += quantity;
    if (status === 'missing') missing += quantity;
    if (lastSeenOn === null) {
      neverSeen += quantity;
      continue;
    }
    if (lastSeen === null || lastSeenOn > lastSeen) lastSeen = lastSeenOn;
    const day = firstDayOf(lastSeenOn);
    if (day > from && day <= asOf) seenLately += quantity;
  }
  return {
    pieces,
    lastSeenOn: lastSeen,
    seenLately,
    seenEarlier: pieces - seenLately - neverSeen,
    neverSeen,
    missing,
  };
};

const firstDayOf = (date: PartialDate): IsoDate =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
