import { foldWord } from '../inventory/cell-input.ts';
import type { Device } from '../inventory/device.ts';
import { isPaidBy } from '../plan/funding-check.ts';
import { isEarmarkedOn } from '../plan/replacement-plan.ts';
import type { IsoDate, PartialDate } from '../shared/iso-date.ts';
import type { FundingProgramme } from '../targets/target-profile.ts';

/** What one programme or one other source paid for. */
export type FundingSource = {
  /** null = the profile knows no programme of this name. */
  readonly programme: FundingProgramme | null;
  /** As people write it, each way once; empty = no source is given. */
  readonly sources: readonly string[];
  readonly pieces: number;
  /** Quantity × price of purchase, as far as prices are known. */
  readonly paidCents: number;
  /** Pieces without a price: `paidCents` is too low by theirs. */
  readonly unpricedPieces: number;
  /** First and last end of a Zweckbindung; null = none is given. */
  readonly earmarkFirst: PartialDate | null;
  readonly earmarkLast: PartialDate | null;
  /** Pieces that were certainly decommissioned before their Zweckbindung ended. */
  readonly disposedEarly: number;
};

/**
 * All devices but private ones, decommissioned ones too, by who paid: the programmes of the profile first, also those
 * that paid for nothing, then the other sources by name, what has no source last. Each device stands in one of them.
 *
 * @param asOf the last day on which what has no day of its disposal can have gone
 */
export const fundingSources = (
  devices: readonly Device[],
  programmes: readonly FundingProgramme[],
  asOf: IsoDate,
): readonly FundingSource[] => {
  const own = devices.filter(({ owner }) => owner !== 'private');
  const byProgramme = new Map<FundingProgramme, Device[]>(programmes.map((programme) => [programme, []]));
  const bySource = new Map<string, Device[]>();
  const programmeOf = new Map<string, FundingProgramme | undefined>();
  for (const device of own) {
    const source = device.fundingSource ?? '';
    if (!programmeOf.has(source))
      programmeOf.set(
        source,
        programmes.find((entry) => isPaidBy(source, entry)),
      );
    const programme = programmeOf.get(source);
    const folded = foldWord(source);
    const list = programme === undefined ? bySource.get(folded) : byProgramme.get(programme);
    if (list === undefined) bySource.set(folded, [device]);
    else list.push(device);
  }
  const others = [...bySource].toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  return [
    ...[...byProgramme].map(([programme, members]) => sourceOf(programme, members, asOf)),
    ...others.map(([, members]) => sourceOf(null, members, asOf)),
  ];
};

const sourceOf = (
  programme: FundingProgramme | null,
  members: readonly Device[],
  asOf: IsoDate,
): FundingSource => {
  const sources = new Set<string>();
  let pieces = 0;
  let paidCents = 0;
  let unpricedPieces = 0;
  let disposedEarly = 0;
  let earmarkFirst: PartialDate | null = null;
  let earmarkLast: PartialDate | null = null;
  for (const device of members) {
    const { fundingSource, quantity, purchasePriceCents, earmarkedUntil } = device;
    if (fundingSource !== null && fundingSource.trim() !== '') sources.add(fundingSource.trim());
    pieces += quantity;
    if (purchasePriceCents === null) unpricedPieces += quantity;
    else paidCents += quantity * purchasePriceCents;
    if (wasDisposedEarly(device, asOf)) disposedEarly += quantity;
    if (earmarkedUntil === null) continue;
    if (earmarkFirst === null || lastDayOf(earmarkedUntil) < lastDayOf(earmarkFirst))
      earmarkFirst = earmarkedUntil;
    if (earmarkLast === null || lastDayOf(earmarkedUntil) > lastDayOf(earmarkLast))
      earmarkLast = earmarkedUntil;
  }
  return {
    programme,
    sources: [...sources].toSorted(),
    pieces,
    paidCents,
    unpricedPieces,
    earmarkFirst,
    earmarkLast,
    disposedEarly,
  };
};

/** No earlier than any day of that year or month; `02-31` only sorts. */
const lastDayOf = (date: PartialDate): string =>
  date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;

/** Whether even the latest day on which it can have gone lies within its Zweckbindung. */
const wasDisposedEarly = (device: Device, asOf: IsoDate): boolean => {
  if (device.status !== 'decommissioned') return false;
  const latest = device.decommissionedOn === null ? asOf : lastDayOf(device.decommissionedOn);
  return isEarmarkedOn(device, latest < asOf ? latest : asOf);
};
