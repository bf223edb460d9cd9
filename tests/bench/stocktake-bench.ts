import { applyChanges, type StoredState } from '#core/history/apply-changes.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { Room } from '#core/inventory/room.ts';
import { deviceId } from '#core/shared/ids.ts';
import { replayScans, type CountState } from '#core/stocktake/count-state.ts';
import { judgeScan, scanLookup } from '#core/stocktake/judge-scan.ts';
import { stocktakeChanges } from '#core/stocktake/stocktake-changes.ts';
import {
  readStocktakes,
  roomChange,
  scanChanges,
  stocktakeChange,
  type StocktakeData,
} from '#core/stocktake/stocktake-records.ts';
import type { BenchRow } from './bench-row.ts';
import { countRoom } from './count-room-bench.ts';
import { largeSchool } from './large-school.ts';
import { median } from './measure.ts';

const ROOMS = 150;
const DEVICES = 5000;
const SCAN_LIMIT_MS = 50;
const TAKEOVER_LIMIT_MS = 500;
const ROOM_SIZE = 30;
const MEASURED = 100;
const DAY = '2026-11-25';

/** The school with one room in which exactly so many devices stand, each on its own. */
const withRoomOf = (count: number): { readonly inventory: Inventory; readonly room: Room } => {
  const school = largeSchool(ROOMS, DEVICES);
  const [room, other] = school.rooms;
  if (room === undefined || other === undefined) throw new Error('The school has no rooms');
  const devices = school.devices.map((device, index): Device =>
    index < count
      ? { ...device, roomId: room.id, status: 'in-use' }
      : device.roomId === room.id
        ? { ...device, roomId: other.id }
        : device,
  );
  return { inventory: { ...school, devices }, room };
};

/**
 * A whole stocktake of a large school, scan by scan as the app does it: judge, append, read the records, replay. The answer to the
 * last scans, with thousands before them, is what is measured.
 */
export const run = async (): Promise<BenchRow[]> => {
  const { inventory, room: last } = withRoomOf(ROOM_SIZE);
  const lookup = scanLookup(inventory);
  let state: StoredState = { inventory, profiles: new Map(), settings: new Map() };
  const read = (): StocktakeData => {
    const [data] = readStocktakes(state.settings);
    if (data === undefined) throw new Error('The stocktake is gone');
    return data;
  };
  state = applyChanges(state, [
    stocktakeChange(state.settings, {
      id: 's',
      name: 'Inventur',
      startedOn: DAY,
      countedBy: null,
      finishedOn: null,
    }),
  ]);
  for (const room of inventory.rooms.filter(({ id }) => id !== last.id))
    state = applyChanges(state, [
      roomChange(read(), room, lookup.expectedIn(room.id), `${DAY}T08:00:00.000Z`),
    ]);
  const codes = inventory.devices.flatMap(({ assetTag, serialNumber, roomId }) => {
    const code = assetTag ?? serialNumber;
    return code === null || roomId === null || roomId === last.id ? [] : [{ code, roomId }];
  });
  const scanOf = (data: StocktakeData, count: CountState, { code, roomId }: (typeof codes)[number]) => {
    const verdict = judgeScan(count, roomId, code, lookup);
    return scanChanges(data, [
      {
        roomId,
        at: `${DAY}T09:00:00.000Z`,
        on: DAY,
        kind: 'code',
        code,
        device: 'device' in verdict ? verdict.device : null,
      },
    ]);
  };
  let data = read();
  let count = replayScans(data);
  // What is already counted, in one go: what counts is the answer when thousands stand before it.
  const before = codes
    .slice(0, -MEASURED)
    .map((code, index) => scanOf({ ...data, nextScan: index + 1 }, count, code));
  state = applyChanges(state, before.flat());
  data = read();
  count = replayScans(data);
  const times: number[] = [];
  for (const code of codes.slice(-MEASURED)) {
    const start = performance.now();
    state = applyChanges(state, scanOf(data, count, code));
    data = read();
    count = replayScans(data);
    times.push(performance.now() - start);
  }
  const start = performance.now();
  let number = 0;
  const outcome = stocktakeChanges(count, inventory, () => deviceId(`new-${(number += 1)}`), DAY);
  const takeover = performance.now() - start;
  const codeOf = ({ assetTag }: Device): string => assetTag ?? '';
  const inApp = await countRoom({
    inventory,
    settings: state.settings,
    stocktake: 's',
    room: last,
    codes: inventory.devices.filter(({ roomId }) => roomId === last.id).map(codeOf),
    // One that was not counted yet would do as well: what counts is that it belongs elsewhere.
    stray:
      inventory.devices
        .filter(({ roomId, status }) => roomId !== last.id && roomId !== null && status === 'in-use')
        .map(codeOf)[0] ?? '',
  });
  return [
    ...inApp,
    {
      name: `Inventur, ein Scan bei ${DEVICES} Geräten`,
      medianMs: median(times),
      limitMs: SCAN_LIMIT_MS,
      note: `die letzten ${MEASURED} von ${codes.length} Scans: beurteilen, anhängen, neu rechnen; der langsamste: ${Math.max(...times).toFixed(1)} ms`,
    },
    {
      name: 'Inventur übernehmen: Änderungen berechnen',
      medianMs: takeover,
      limitMs: TAKEOVER_LIMIT_MS,
      note: `${outcome.seen} Geräte gesehen`,
    },
  ];
};
