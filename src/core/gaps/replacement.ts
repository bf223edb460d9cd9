import type { Device } from '../inventory/device.ts';
import { yearOf } from '../shared/iso-date.ts';
import type { DeviceCategory } from '../targets/target-profile.ts';

/** Year of purchase + service life (the device's own, else its category's); null = Alter unbekannt. Years are budget years. */
export const replacementYearOf = (
  device: Pick<Device, 'purchasedOn' | 'serviceLifeYears'>,
  category: Pick<DeviceCategory, 'serviceLifeYears'> | undefined,
): number | null => {
  const life = device.serviceLifeYears ?? category?.serviceLifeYears;
  return device.purchasedOn === null || life === undefined ? null : yearOf(device.purchasedOn) + life;
};

/** `due`: its replacement year is the year asked for ("fällig"); `over-age`: it has passed; `unknown`: never over-age. */
export type AgeState = 'in-life' | 'due' | 'over-age' | 'unknown';

export const ageStateOf = (
  device: Pick<Device, 'purchasedOn' | 'serviceLifeYears'>,
  category: Pick<DeviceCategory, 'serviceLifeYears'> | undefined,
  year: number,
): AgeState => {
  const replacementYear = replacementYearOf(device, category);
  if (replacementYear === null) return 'unknown';
  return year > replacementYear ? 'over-age' : year === replacementYear ? 'due' : 'in-life';
};
