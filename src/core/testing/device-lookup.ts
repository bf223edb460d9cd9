import { locator } from '../gaps/units.ts';
import type { DeviceLookup, DeviceWords } from '../inventory/device-columns.ts';
import type { Device } from '../inventory/device.ts';
import { roomFinder } from '../inventory/find-room.ts';
import type { Room } from '../inventory/room.ts';
import { aCategory } from './builders.ts';

/** A few words of each choice; the app's own are in `src/texts/devices.ts`. */
export const TEST_WORDS: DeviceWords = {
  status: {
    'in-use': ['in Betrieb', 'aktiv'],
    'in-storage': ['Reserve/Lager', 'Lager'],
    'on-loan': ['verliehen'],
    defective: ['defekt', 'kaputt'],
    'in-repair': ['in Reparatur'],
    missing: ['vermisst'],
    decommissioned: ['ausgesondert'],
  },
  userGroup: {
    pupils: ['Schülerinnen und Schüler', 'SuS'],
    teachers: ['Lehrkräfte'],
    administration: ['Verwaltung'],
    room: ['Raum'],
  },
  owner: {
    'school-authority': ['Schulträger'],
    state: ['Land'],
    association: ['Förderverein'],
    'after-school': ['Hort'],
    private: ['privat'],
    unknown: ['unbekannt'],
  },
  formatDate: (date) =>
    date
      .split('-')
      .toReversed()
      .join(date.length === 7 ? '/' : '.'),
};

export const aLookup = (rooms: readonly Room[] = [], devices: readonly Device[] = []): DeviceLookup => {
  const locate = locator(devices);
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const categories = [
    aCategory({ id: 'BEAM', name: 'Beamer fest mit Projektionsfläche', shortName: 'Beamer' }),
    aCategory({ id: 'TAB', name: 'Tablet für SuS mit Hülle', shortName: 'Tablet', serviceLifeYears: 4 }),
    aCategory({ id: 'KOF', name: 'Tabletkoffer oder -wagen', shortName: 'Koffer' }),
  ];
  return {
    words: TEST_WORDS,
    roomOf: (device) => {
      const id = locate(device);
      return id === null ? undefined : byId.get(id);
    },
    finder: roomFinder(rooms),
    categories: new Map(categories.map((category) => [category.id, category])),
    today: '2026-11-16',
  };
};
