import { deviceChange, takenAssetTags, type DeviceChange } from './device-actions.ts';
import type { Device } from './device.ts';

/** How a school numbers what it buys. */
export type TagScheme = {
  /** Stands before each number: `GSL-`; may be empty. */
  readonly prefix: string;
  /** One running number for the whole school, or one per category, whose id then stands before it: `GSL-BEAM-001`. */
  readonly per: 'school' | 'category';
  /** At least so many digits, filled with zeros; longer numbers stay whole. */
  readonly digits: number;
};

export const FEWEST_DIGITS = 1;
export const MOST_DIGITS = 10;
/** With prefix and category a number still fits on a label. */
export const LONGEST_PREFIX = 20;

export type SchemeIssue = { readonly code: 'PREFIX_TOO_LONG' | 'PREFIX_ENDS_IN_DIGIT' | 'DIGITS' };

/** What is wrong with a scheme; null = nothing. A prefix that ends in a digit would run into the number. */
export const checkScheme = ({ prefix, per, digits }: TagScheme): SchemeIssue | null => {
  if (prefix.length > LONGEST_PREFIX) return { code: 'PREFIX_TOO_LONG' };
  if (per === 'school' && /\d$/.test(prefix)) return { code: 'PREFIX_ENDS_IN_DIGIT' };
  if (!Number.isInteger(digits) || digits < FEWEST_DIGITS || digits > MOST_DIGITS) return { code: 'DIGITS' };
  return null;
};

/** What stands before the number; null = numbers go by category, and there is none. */
const headOf = ({ prefix, per }: TagScheme, categoryId: string | null): string | null => {
  if (per === 'school') return prefix;
  return categoryId === null ? null : `${prefix}${categoryId}-`;
};

/** The highest number that was ever given under this head, as far as its device is still known. */
const highestUnder = (head: string, taken: ReadonlySet<string>): bigint => {
  let highest = 0n;
  for (const tag of taken) {
    if (!tag.startsWith(head)) continue;
    const digits = tag.slice(head.length);
    // Longer ones are serial numbers or the like that only look as if they belonged to the row.
    if (!/^\d{1,12}$/.test(digits)) continue;
    const number = BigInt(digits);
    if (number > highest) highest = number;
  }
  return highest;
};

/**
 * Counts on behind the highest number, and never fills a hole: the number of a device that was given away must not come
 * back on another one.
 *
 * @param taken all numbers in use, those of decommissioned devices too
 * @returns gives the next free number for a category each time it is asked; null = there is no category to count by
 */
export const tagCounter = (
  scheme: TagScheme,
  taken: ReadonlySet<string>,
): ((categoryId: string | null) => string | null) => {
  const last = new Map<string, bigint>();
  return (categoryId) => {
    const head = headOf(scheme, categoryId);
    if (head === null) return null;
    let number = last.get(head) ?? highestUnder(head, taken);
    let tag: string;
    do {
      number += 1n;
      tag = `${head}${String(number).padStart(scheme.digits, '0')}`;
    } while (taken.has(tag));
    last.set(head, number);
    return tag;
  };
};

/** The next free number for one device. */
export const nextTag = (
  scheme: TagScheme,
  categoryId: string | null,
  devices: readonly Device[],
): string | null => tagCounter(scheme, takenAssetTags(devices))(categoryId);

export type TagAssignment = {
  readonly changes: readonly DeviceChange[];
  /** Those that have a number already keep it. */
  readonly numbered: number;
  /** Without a category there is nothing to count by. */
  readonly uncategorised: number;
};

/**
 * Numbers for the devices that have none, in their order.
 *
 * @param chosen those that are to be numbered
 * @param devices all of the school
 */
export const assignTags = (
  chosen: readonly Device[],
  devices: readonly Device[],
  scheme: TagScheme,
): TagAssignment => {
  const next = tagCounter(scheme, takenAssetTags(devices));
  const changes: DeviceChange[] = [];
  let numbered = 0;
  let uncategorised = 0;
  for (const device of chosen) {
    const assetTag = device.assetTag === null ? next(device.categoryId) : null;
    if (device.assetTag !== null) numbered += 1;
    else if (assetTag === null) uncategorised += 1;
    else changes.push(deviceChange(device, { ...device, assetTag }));
  }
  return { changes, numbered, uncategorised };
};

/** New devices of one set, each without a number given the next one; those with a number keep it. */
export const numberNew = (
  changes: readonly DeviceChange[],
  devices: readonly Device[],
  scheme: TagScheme,
): readonly DeviceChange[] => {
  const taken = takenAssetTags(devices);
  for (const { after } of changes) if (after !== null && after.assetTag !== null) taken.add(after.assetTag);
  const next = tagCounter(scheme, taken);
  return changes.map((change) =>
    change.after === null || change.after.assetTag !== null
      ? change
      : deviceChange(change.before, { ...change.after, assetTag: next(change.after.categoryId) }),
  );
};

/**
 * The scheme that the school has been following, from its most frequent head, to begin with; null = no number shows one.
 * Its width is the commonest one.
 */
export const guessScheme = (devices: readonly Device[]): TagScheme | null => {
  const heads = new Map<string, Map<number, number>>();
  for (const { assetTag } of devices) {
    const [, head = '', digits = ''] = /^(\D{0,20})(\d{1,10})$/.exec(assetTag ?? '') ?? [];
    if (digits === '') continue;
    const widths = heads.get(head) ?? new Map<number, number>();
    widths.set(digits.length, (widths.get(digits.length) ?? 0) + 1);
    heads.set(head, widths);
  }
  const sum = (widths: ReadonlyMap<number, number>): number =>
    [...widths.values()].reduce((all, count) => all + count, 0);
  const [best] = [...heads].toSorted(([, a], [, b]) => sum(b) - sum(a));
  if (best === undefined) return null;
  const [prefix, widths] = best;
  const [width = 4] = [...widths].toSorted(([, a], [, b]) => b - a).map(([digits]) => digits);
  return { prefix, per: 'school', digits: width };
};

/** Another device that bears a number; undefined = it is free for this one. */
export const bearerOf = (
  assetTag: string | null,
  except: Device,
  devices: readonly Device[],
): Device | undefined =>
  assetTag === null
    ? undefined
    : devices.find((other) => other.assetTag === assetTag && other.id !== except.id);
