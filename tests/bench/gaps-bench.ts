import { readFileSync } from 'node:fs';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { BenchRow } from './bench-row.ts';
import { largeSchool } from './large-school.ts';
import { alternately, median } from './measure.ts';

/** Small ones more often: a handful of runs measures the compiler of the engine, not the analysis. */
const runsFor = (devices: number): number => Math.max(7, Math.round(200_000 / devices));
const SMALL_LIMIT_MS = 5;
const LARGE_LIMIT = 8;

/** The least that any comparison has to do: look at each device once and count it. */
const plainLoop = ({ devices }: Inventory): number => {
  const counts = new Map<string, number>();
  for (const { roomId, categoryId, quantity } of devices) {
    const key = `${roomId}|${categoryId}`;
    counts.set(key, (counts.get(key) ?? 0) + quantity);
  }
  return counts.size;
};

/** The analysis, exact assignment included, against one plain loop over the same devices, at growing sizes. */
export const run = async (): Promise<BenchRow[]> => {
  const parsed = parseProfile(JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')));
  if (!parsed.ok) throw new Error('The profile does not fit its schema');
  const profile = parsed.value;
  const rows: BenchRow[] = [];
  for (const [rooms, devices] of [
    [60, 1000],
    [300, 10_000],
    [750, 25_000],
    [1500, 50_000],
    [3000, 100_000],
  ] as const) {
    const inventory = largeSchool(rooms, devices);
    const [analysis = [], loop = []] = await alternately(
      runsFor(devices),
      // A new object each time, as after every change: nothing may be kept from the run before.
      () =>
        analyzeGaps({ ...inventory, rooms: inventory.rooms.map((room) => ({ ...room })) }, profile, {
          asOf: '2026-11-24',
          stage: 2,
        }),
      () => plainLoop(inventory),
    );
    const isSmall = devices === 1000;
    const isLarge = devices === 100_000;
    rows.push({
      name: `Soll-Ist, ${rooms} Räume, ${devices} Geräte`,
      medianMs: median(analysis),
      ...(isSmall && { limitMs: SMALL_LIMIT_MS }),
      ...(!isSmall && { ratio: median(analysis) / median(loop) }),
      ...(isLarge && { limit: LARGE_LIMIT }),
      note: `${((median(analysis) / devices) * 1000).toFixed(2)} µs je Gerät; eine Zählschleife: ${median(loop).toFixed(1)} ms`,
    });
  }
  return rows;
};
