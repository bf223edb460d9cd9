import type { Device } from '../inventory/device.ts';
import type { CategoryId } from '../shared/ids.ts';
import { yearOf } from '../shared/iso-date.ts';
import { CATEGORY_KINDS, type CategoryKind, type TargetProfile } from '../targets/target-profile.ts';
import type { GapAnalysis } from './gap-analysis.ts';
import type { DeviceUnits } from './units.ts';

/** Everything of this age and more is one group. */
export const OLDEST_GROUP = 10;

type UnitsByKind = Readonly<Record<CategoryKind, number>>;

/** Counting units of one age. */
export type AgeGroup = {
  /** Whole budget years since the purchase, 0 for what is dated later than `asOf`; null = unbekannt. */
  readonly age: number | null;
  readonly units: number;
  readonly overAge: number;
  /** Of `units`, without the over-age ones. */
  readonly inLifeByKind: UnitsByKind;
  readonly overAgeByKind: UnitsByKind;
};

const noUnits = (): Record<CategoryKind, number> => ({
  display: 0,
  accessory: 0,
  workplace: 0,
  network: 0,
  power: 0,
});

/**
 * All counting units of the school by age, 0 to `OLDEST_GROUP` and then unknown, always all twelve groups. Read off the
 * analysis: a unit counts when it fills a target or is surplus, and is over-age when the engine says so.
 */
export const ageStructure = (
  analysis: GapAnalysis,
  devices: readonly Device[],
  { categories }: TargetProfile,
): readonly AgeGroup[] => {
  const year = yearOf(analysis.asOf);
  const kinds = new Map(categories.map(({ id, kind }) => [id, kind]));
  const byId = new Map(devices.map((device) => [device.id, device]));
  const overAge = new Set(analysis.overAgeDevices);
  const groups = Array.from({ length: OLDEST_GROUP + 2 }, () => ({ inLife: noUnits(), overAge: noUnits() }));
  const add = ({ deviceId, units }: DeviceUnits): void => {
    const device = byId.get(deviceId);
    const kind = kinds.get(device?.categoryId ?? '');
    if (device === undefined || kind === undefined) return;
    const age = ageIn(year, device);
    const group = groups[age === null ? OLDEST_GROUP + 1 : Math.min(age, OLDEST_GROUP)];
    if (group !== undefined) group[overAge.has(deviceId) ? 'overAge' : 'inLife'][kind] += units;
  };
  forEachCounted(analysis, add);
  return groups.map(({ inLife, overAge: old }, index) => {
    const overAgeUnits = sumOf(old);
    return {
      age: index > OLDEST_GROUP ? null : index,
      units: sumOf(inLife) + overAgeUnits,
      overAge: overAgeUnits,
      inLifeByKind: inLife,
      overAgeByKind: old,
    };
  });
};

/** Every unit that fills a target or is surplus, each once. */
const forEachCounted = (analysis: GapAnalysis, add: (units: DeviceUnits) => void): void => {
  for (const { devices: filled } of analysis.rooms) filled.forEach(add);
  for (const { devices: filled } of analysis.school) filled.forEach(add);
  for (const { devices: left } of analysis.surplus) left.forEach(add);
};

/** Whole budget years since the purchase, 0 for what is dated later; null = unbekannt. */
const ageIn = (year: number, { purchasedOn }: Device): number | null =>
  purchasedOn === null ? null : Math.max(0, year - yearOf(purchasedOn));

/** The counting units of one category by age. */
export type CategoryAges = {
  readonly categoryId: CategoryId;
  readonly units: number;
  /** Units by age in whole years; null = unbekannt. */
  readonly byAge: ReadonlyMap<number | null, number>;
  readonly overAge: number;
  /** Of the units whose age is known; null = of none. */
  readonly meanAge: number | null;
};

/** The same units as in `ageStructure`, by category in profile order; only categories of which there is something. */
export const agesByCategory = (
  analysis: GapAnalysis,
  devices: readonly Device[],
  { categories }: TargetProfile,
): readonly CategoryAges[] => {
  const year = yearOf(analysis.asOf);
  const byId = new Map(devices.map((device) => [device.id, device]));
  const overAge = new Set(analysis.overAgeDevices);
  const found = categories.map(({ id: categoryId }) => ({
    categoryId,
    byAge: new Map<number | null, number>(),
    overAge: 0,
  }));
  const byCategory = new Map<string, (typeof found)[number]>(found.map((entry) => [entry.categoryId, entry]));
  forEachCounted(analysis, ({ deviceId, units }) => {
    const device = byId.get(deviceId);
    const ages = byCategory.get(device?.categoryId ?? '');
    if (device === undefined || ages === undefined) return;
    const age = ageIn(year, device);
    ages.byAge.set(age, (ages.byAge.get(age) ?? 0) + units);
    if (overAge.has(deviceId)) ages.overAge += units;
  });
  return found.flatMap(({ categoryId, byAge, overAge: old }) => {
    const units = [...byAge.values()].reduce((sum, count) => sum + count, 0);
    return units === 0 ? [] : [{ categoryId, units, byAge, overAge: old, meanAge: meanAgeOf([byAge]) }];
  });
};

/** Mean age in years of all units whose age is known; null = of none. */
export const meanAgeOf = (ages: readonly ReadonlyMap<number | null, number>[]): number | null => {
  let years = 0;
  let known = 0;
  for (const byAge of ages)
    for (const [age, units] of byAge) {
      if (age === null) continue;
      years += age * units;
      known += units;
    }
  return known === 0 ? null : years / known;
};

const sumOf = (units: UnitsByKind): number => CATEGORY_KINDS.reduce((sum, kind) => sum + units[kind], 0);
