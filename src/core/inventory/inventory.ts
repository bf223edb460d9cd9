import type { Device } from './device.ts';
import type { Room } from './room.ts';
import { EMPTY_SCHOOL, type School } from './school.ts';

/** Everything that is kept about one school. Plain arrays: order is the order of entry and carries no meaning. */
export type Inventory = {
  readonly school: School;
  readonly rooms: readonly Room[];
  readonly devices: readonly Device[];
};

export const EMPTY_INVENTORY: Inventory = { school: EMPTY_SCHOOL, rooms: [], devices: [] };
