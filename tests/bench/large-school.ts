import type { Device } from '#core/inventory/device.ts';
import { emptyDevice } from '#core/inventory/device.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import { emptyRoom, type Room } from '#core/inventory/room.ts';
import { EMPTY_SCHOOL } from '#core/inventory/school.ts';
import { deviceId, roomId } from '#core/shared/ids.ts';

/** The same numbers each time: a bench that draws other schools measures other things. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

const ROOM_TYPES = [
  'KR',
  'KR',
  'KR',
  'KR',
  'KR',
  'FN',
  'PC',
  'MU',
  'WE',
  'GR',
  'ME',
  'LZ',
  'VB',
  'VW',
  'FL',
  'AU',
  'LA',
];
const CATEGORIES = [
  'DISP',
  'BEAM',
  'DOK',
  'HALT',
  'CAST',
  'AUD',
  'LAP',
  'TAB',
  'TAB',
  'TAB',
  'TAB',
  'NB',
  'NB',
  'PC',
  'PC',
  'KOF',
  'LGT',
  'AP',
  'LAN',
  'STR',
  'SWI',
  'MFP',
  'DRU',
  'INFO',
  'ROB',
  'KOPF',
];
const STATUSES: readonly Device['status'][] = [
  'in-use',
  'in-use',
  'in-use',
  'in-use',
  'in-use',
  'in-use',
  'in-use',
  'in-storage',
  'on-loan',
  'defective',
  'missing',
];

/** A made-up school of this size in which everything competes for everything. */
export const largeSchool = (roomCount: number, deviceCount: number): Inventory => {
  const random = createRandom(roomCount * 7 + deviceCount);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const rooms = Array.from({ length: roomCount }, (_, index): Room => ({
    ...emptyRoom(roomId(`raum-${index}`), String(100 + index)),
    building: `Haus ${String.fromCharCode(65 + (index % 4))}`,
    floor: pick(['EG', '1. OG', '2. OG']),
    roomTypes: [pick(ROOM_TYPES)],
    seats: 20 + Math.floor(random() * 12),
    wlanCoverage: pick([null, 'full', 'partial', 'none']),
    lanSockets: pick([null, 1, 2, 3]),
  }));
  const devices = Array.from({ length: deviceCount }, (_, index): Device => ({
    ...emptyDevice(deviceId(`geraet-${String(index).padStart(6, '0')}`)),
    assetTag: `GS-${String(index).padStart(6, '0')}`,
    serialNumber: `SN${Math.floor(random() * 1e10)
      .toString(36)
      .toUpperCase()}`,
    categoryId: pick(CATEGORIES),
    manufacturer: pick(['Epson', 'Apple', 'Lenovo', 'Acer', 'HP']),
    model: pick(['Modell A', 'Modell B', 'Modell C']),
    roomId: random() < 0.02 ? null : roomId(`raum-${Math.floor(random() * roomCount)}`),
    status: pick(STATUSES),
    userGroup: pick([null, 'pupils', 'teachers', 'administration', 'room']),
    purchasedOn: random() < 0.1 ? null : String(2014 + Math.floor(random() * 13)),
    purchasePriceCents: Math.floor(random() * 200_000),
  }));
  return {
    school: {
      ...EMPTY_SCHOOL,
      name: 'Messschule',
      schoolType: 'regional',
      pupils: Math.max(100, Math.floor(deviceCount / 2)),
      classes: Math.max(4, Math.floor(roomCount / 3)),
      teachers: Math.max(8, Math.floor(roomCount / 2)),
      bandwidthMbit: 100,
    },
    rooms,
    devices,
  };
};
