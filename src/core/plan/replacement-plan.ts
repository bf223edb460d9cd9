import { replacementYearOf } from '../gaps/replacement.ts';
import { countedCategories, unitsOf } from '../gaps/units.ts';
import type { Device } from '../inventory/device.ts';
import type { CategoryId, DeviceId } from '../shared/ids.ts';
import { yearOf, type IsoDate, type PartialDate } from '../shared/iso-date.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

/** So many years behind the year of the Stichtag are planned one by one; what is due afterwards is „später“. */
export const HORIZON_YEARS = 10;

/** One device or Sammelposten that will have to be replaced. */
export type Replacement = {
  readonly deviceId: DeviceId;
  readonly units: number;
  readonly costCents: number;
  /** The Zweckbindung that still forbids disposal when the device is due (of backlog: at the Stichtag); null = none. */
  readonly earmarkedUntil: PartialDate | null;
};

export type ReplacementSum = {
  readonly units: number;
  readonly costCents: number;
  /** Of `units`: those whose Zweckbindung still forbids disposal then. */
  readonly earmarked: number;
};

export type ReplacementCell = ReplacementSum & { readonly devices: readonly Replacement[] };

/** What is due at one time: `backlog` (Rückstand) before the year of the Stichtag, a year of the horizon, or behind it. */
export type ReplacementTime = 'backlog' | number | 'later' | 'unknown';

export type ReplacementRow = {
  readonly categoryId: CategoryId;
  /** Only times at which something is due. */
  readonly cells: ReadonlyMap<ReplacementTime, ReplacementCell>;
  readonly total: ReplacementSum;
};

export type ReplacementPlan = {
  readonly asOf: IsoDate;
  /** The year of the Stichtag („fällig“) and those of the horizon behind it, ascending. */
  readonly years: readonly number[];
  /** Profile order; only categories of which there is something. */
  readonly rows: readonly ReplacementRow[];
  /** Sums over all categories, also of times at which nothing is due. */
  readonly totals: ReadonlyMap<ReplacementTime, ReplacementSum>;
  readonly total: ReplacementSum;
};

const NOTHING: ReplacementSum = { units: 0, costCents: 0, earmarked: 0 };

/** `backlog`, each year, `later`, `unknown`: the columns of the plan in their order. */
export const replacementTimes = ({ years }: Pick<ReplacementPlan, 'years'>): readonly ReplacementTime[] => [
  'backlog',
  ...years,
  'later',
  'unknown',
];

/** Whether a Zweckbindung reaches a day; one known to the month or year holds to its end. */
export const isEarmarkedOn = ({ earmarkedUntil }: Pick<Device, 'earmarkedUntil'>, day: IsoDate): boolean =>
  earmarkedUntil !== null && earmarkedUntil >= day.slice(0, earmarkedUntil.length);

/**
 * When which units are to be replaced, and what that costs at the guide prices of today. Planned are the units that the
 * comparison counts: in use, in storage and on loan, of a category that the profile names. What is broken or missing is
 * an open gap already and stands in the Beschaffungsliste; counting it here would plan it twice. Decommissioned and private
 * devices never count. So the backlog is exactly what `analyzeGaps` calls over-age.
 */
export const replacementPlan = (
  devices: readonly Device[],
  profile: TargetProfile,
  asOf: IsoDate,
): ReplacementPlan => {
  const thisYear = yearOf(asOf);
  const years = Array.from({ length: HORIZON_YEARS + 1 }, (_, index) => thisYear + index);
  const lastYear = thisYear + HORIZON_YEARS;
  const counted = countedCategories(profile);
  const found = new Map<CategoryId, Map<ReplacementTime, Replacement[]>>();
  for (const device of devices) {
    const { categoryId, status, owner } = device;
    if (owner === 'private' || !PLANNED.has(status) || categoryId === null) continue;
    const category = profile.categories[counted.get(categoryId) ?? -1];
    if (category === undefined) continue;
    const units = unitsOf(device, category);
    if (units <= 0) continue;
    const year = replacementYearOf(device, category);
    const time = timeOf(year, thisYear, lastYear);
    const cells = found.get(categoryId) ?? new Map<ReplacementTime, Replacement[]>();
    found.set(categoryId, cells);
    const entry: Replacement = {
      deviceId: device.id,
      units,
      costCents: units * category.guidePriceCents,
      earmarkedUntil: device.earmarkedUntil === null ? null : earmarkAt(device, year, asOf),
    };
    const list = cells.get(time);
    if (list === undefined) cells.set(time, [entry]);
    else list.push(entry);
  }
  const rows = profile.categories.flatMap(({ id }): readonly ReplacementRow[] => {
    const entries = found.get(id);
    if (entries === undefined) return [];
    const cells = new Map<ReplacementTime, ReplacementCell>();
    for (const [time, list] of entries) cells.set(time, cellOf(list));
    return [{ categoryId: id, cells, total: addUp([...cells.values()]) }];
  });
  const totals = new Map(
    replacementTimes({ years }).map((time) => [
      time,
      addUp(rows.flatMap(({ cells }) => cells.get(time) ?? [])),
    ]),
  );
  return { asOf, years, rows, totals, total: addUp([...totals.values()]) };
};

/** The Zweckbindung that holds on the first day on which the plan could dispose of the device. */
const earmarkAt = (device: Device, replacementYear: number | null, asOf: IsoDate): PartialDate | null => {
  const isAhead = replacementYear !== null && replacementYear > yearOf(asOf);
  return isEarmarkedOn(device, isAhead ? `${replacementYear}-01-01` : asOf) ? device.earmarkedUntil : null;
};

const PLANNED: ReadonlySet<Device['status']> = new Set(['in-use', 'in-storage', 'on-loan']);

const timeOf = (year: number | null, thisYear: number, lastYear: number): ReplacementTime =>
  year === null ? 'unknown' : year < thisYear ? 'backlog' : year > lastYear ? 'later' : year;

const addUp = (parts: readonly ReplacementSum[]): ReplacementSum => {
  let { units, costCents, earmarked } = NOTHING;
  for (const part of parts) {
    units += part.units;
    costCents += part.costCents;
    earmarked += part.earmarked;
  }
  return { units, costCents, earmarked };
};

const cellOf = (devices: readonly Replacement[]): ReplacementCell => ({
  devices,
  ...addUp(
    devices.map(({ units, costCents, earmarkedUntil }) => ({
      units,
      costCents,
      earmarked: earmarkedUntil === null ? 0 : units,
    })),
  ),
});

export type YearlyReplacement = {
  readonly backlog: { readonly units: number; readonly costCents: number };
  /** Each year of the horizon, also those in which nothing is due. */
  readonly years: readonly { readonly year: number; readonly units: number; readonly costCents: number }[];
};

/** Ersatzkosten je Jahr, for a chart and its table: backlog apart, unknown age and what is due later left out. */
export const replacementByYear = ({ totals, years }: ReplacementPlan): YearlyReplacement => {
  const sumAt = (time: ReplacementTime) => {
    const { units, costCents } = totals.get(time) ?? NOTHING;
    return { units, costCents };
  };
  return { backlog: sumAt('backlog'), years: years.map((year) => ({ year, ...sumAt(year) })) };
};

/** Everything due up to and including a year, the backlog with it. */
export const replacementUntil = ({ totals, years }: ReplacementPlan, lastYear: number): ReplacementSum =>
  addUp([
    totals.get('backlog') ?? NOTHING,
    ...years.filter((year) => year <= lastYear).map((year) => totals.get(year) ?? NOTHING),
  ]);
