import { readFileSync } from 'node:fs';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { planBudget } from '#core/plan/budget.ts';
import { budgetLines } from '#core/plan/budget-lines.ts';
import { proposeRedistribution } from '#core/plan/redistribution.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { BenchRow } from './bench-row.ts';
import { largeSchool } from './large-school.ts';
import { alternately, median } from './measure.ts';

const RUNS = 5;
const LIMIT_MS = 1000;
const YEARS = [2027, 2028, 2029, 2030, 2031];
const OPTIONS = { asOf: '2026-11-24', stage: 3 } as const;

/** Umverteilung and budget over five years, as the worker does them; the promise is for a school of 120 rooms. */
export const run = async (): Promise<BenchRow[]> => {
  const parsed = parseProfile(JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')));
  if (!parsed.ok) throw new Error('The profile does not fit its schema');
  const profile = parsed.value;
  const rows: BenchRow[] = [];
  for (const [rooms, devices] of [
    [40, 380],
    [120, 3000],
    [1000, 30_000],
  ] as const) {
    const inventory = largeSchool(rooms, devices);
    const analysis = analyzeGaps(inventory, profile, OPTIONS);
    const lines = budgetLines(analysis, profile, true);
    // A fifth of what everything costs, each year less than the whole: each year has to choose.
    const years = YEARS.map((year) => ({ year, amountCents: Math.round(analysis.totals.costCents / 8) }));
    const counted = analysis.roomSummaries.filter((room) => room.counted && room.scored).length;
    const moves = proposeRedistribution(inventory, profile, analysis).moves;
    const plan = planBudget(lines, counted, years);
    const [moving = [], planning = []] = await alternately(
      RUNS,
      () => proposeRedistribution(inventory, profile, analysis),
      () => planBudget(lines, counted, years),
    );
    const isPromised = rooms <= 120;
    rows.push(
      {
        name: `Umverteilung, ${rooms} Räume, ${devices} Geräte`,
        medianMs: median(moving),
        ...(isPromised && { limitMs: LIMIT_MS }),
        note: `${moves.reduce((sum, { units }) => sum + units, 0)} Umzüge für ${analysis.totals.roomGap} Lücken der Räume`,
      },
      {
        name: `Budget über ${years.length} Jahre, ${rooms} Räume`,
        medianMs: median(planning),
        ...(isPromised && { limitMs: LIMIT_MS }),
        note: `${lines.reduce((sum, { units }) => sum + units, 0)} Einheiten; ${plan.isExact ? 'exakt' : 'genähert'}, ${plan.years.at(-1)?.completeRooms ?? 0} von ${counted} Räumen vollständig`,
      },
    );
  }
  return rows;
};
