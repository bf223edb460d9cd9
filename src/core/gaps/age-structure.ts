import type { Device } from '../inventory/device.ts';
import type { DeviceId } from '../shared/ids.ts';
import { yearOf } from '../shared/iso-date.ts';
import { CATEGORY_KINDS, type CategoryKind, type TargetProfile } from '../targets/target-profile.ts';
import type { GapAnalysis } from './gap-analysis.ts';

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
  const add = ({ deviceId, units }: { readonly deviceId: DeviceId; readonly units: number }): void => {
    const device = byId.get(deviceId);
    const kind = kinds.get(device?.categoryId ?? '');
    if (device === undefined || kind === undefined) return;
    const age = device.purchasedOn === null ? OLDEST_GROUP + 1 : year - yearOf(device.purchasedOn);
    const group = groups[device.purchasedOn === null ? age : Math.min(Math.max(age, 0), OLDEST_GROUP)];
    if (group !== undefined) group[overAge.has(deviceId) ? 'overAge' : 'inLife'][kind] += units;
  };
  for (const { devices: filled } of analysis.rooms) filled.forEach(add);
  for (const { devices: filled } of analysis.school) filled.forEach(add);
  for (const { devices: left } of analysis.surplus) left.forEach(add);
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

const sumOf = (units: UnitsByKind): number => CATEGORY_KINDS.reduce((sum, kind) => sum + units[kind], 0);
