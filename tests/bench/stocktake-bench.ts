import { applyChanges, type StoredState } from '#core/history/apply-changes.ts';
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
import { largeSchool } from './large-school.ts';
import { median } from './measure.ts';

const ROOMS = 150;
const DEVICES = 5000;
const SCAN_LIMIT_MS = 50;
const TAKEOVER_LIMIT_MS = 500;
const MEASURED = 100;
const DAY = '2026-11-25';

/**
 * A whole stocktake of a large school, scan by scan as the app does it: judge, append, read the records, replay. The answer to the
 * last scans, with thousands before them, is what is measured.
 */
export const run = (): BenchRow[] => {
  const inventory = largeSchool(ROOMS, DEVICES);
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
  for (const room of inventory.rooms)
    state = applyChanges(state, [
      roomChange(read(), room, lookup.expectedIn(room.id), `${DAY}T08:00:00.000Z`),
    ]);
  const codes = inventory.devices.flatMap(({ assetTag, serialNumber, roomId }) => {
    const code = assetTag ?? serialNumber;
    return code === null || roomId === null ? [] : [{ code, roomId }];
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
  return [
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
