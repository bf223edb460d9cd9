import {
  replacementPlan,
  replacementTimes,
  type ReplacementSum,
  type ReplacementTime,
} from '../plan/replacement-plan.ts';
import type { CategoryId } from '../shared/ids.ts';
import type { ChosenReport } from './choose-reports.ts';

type Sum = Pick<ReplacementSum, 'units' | 'costCents'>;
export type ReplacementSums = {
  readonly byTime: ReadonlyMap<ReplacementTime, Sum>;
  readonly total: Sum;
};
export type SchoolReplacement = ReplacementSums & {
  /** Profile order; only categories of which there is something. */
  readonly rows: readonly (ReplacementSums & { readonly categoryId: CategoryId })[];
};

/** When what has to be replaced, by school. Each school is planned from its own Stichtag. */
export type ComparedReplacement = ReplacementSums & {
  /** The years of all schools, ascending. */
  readonly years: readonly number[];
  /** Rückstand, each year, later, unknown: the columns in their order. */
  readonly times: readonly ReplacementTime[];
  /** Side by side with the schools. */
  readonly schools: readonly SchoolReplacement[];
};

const sumOf = ({ units, costCents }: Sum): Sum => ({ units, costCents });

export const compareReplacement = (schools: readonly ChosenReport[]): ComparedReplacement => {
  const years = new Set<number>();
  const compared = schools.map(({ report: { inventory, profile, analysis } }): SchoolReplacement => {
    const plan = replacementPlan(inventory.devices, profile, analysis.asOf);
    for (const year of plan.years) years.add(year);
    return {
      rows: plan.rows.map(({ categoryId, cells, total }) => ({
        categoryId,
        byTime: new Map([...cells].map(([time, cell]) => [time, sumOf(cell)])),
        total: sumOf(total),
      })),
      byTime: new Map([...plan.totals].map(([time, sum]) => [time, sumOf(sum)])),
      total: sumOf(plan.total),
    };
  });
  const all = [...years].sort((a, b) => a - b);
  const times = replacementTimes({ years: all });
  const byTime = new Map<ReplacementTime, Sum>(
    times.map((time) => [time, addUp(compared.map((school) => school.byTime.get(time)))]),
  );
  return { years: all, times, schools: compared, byTime, total: addUp(compared.map(({ total }) => total)) };
};

const addUp = (sums: readonly (Sum | undefined)[]): Sum => ({
  units: sums.reduce((all, sum) => all + (sum?.units ?? 0), 0),
  costCents: sums.reduce((all, sum) => all + (sum?.costCents ?? 0), 0),
});
