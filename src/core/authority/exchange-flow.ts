import { solveTransport } from '../gaps/transport.ts';

/** Units of a school that are worth the same to every gap of another. */
export type ExchangeSupply = { readonly school: number; readonly units: number };
/** `rank` 0 is closed first. */
export type ExchangeDemand = { readonly school: number; readonly units: number; readonly rank: number };

export type ExchangeProblem = {
  readonly supplies: readonly ExchangeSupply[];
  readonly demands: readonly ExchangeDemand[];
  /** Whether units of that supply close that gap, and may go there. Never asked for two of one school. */
  readonly fits: (supply: number, demand: number) => boolean;
};
export type ExchangeFlow = { readonly supply: number; readonly demand: number; readonly units: number };

/** Closed first … last; unscored ones included. */
const RANKS = 6;
/** Up to so many pairs of schools the fewest ones are found by trying all sets of them: 4,096 small problems. */
const MAX_PAIRS_TO_TRY = 12;

type Arcs = { readonly supply: number[]; readonly demand: number[] };

/**
 * Which surplus of which school goes to which gap of which other one: most gaps closed by rank, then few pairs of schools, so
 * that a van goes few ways.
 *
 * The first is exact: what can be closed together is a transversal matroid, in which the largest sum of falling weights has
 * the most of the first rank, of these the most of the second, and so on. Fewest pairs is a fixed-charge problem, NP-hard in
 * general: with up to twelve possible pairs the fewest are found, with more no pair can be left out of what is found.
 */
export const solveExchange = (problem: ExchangeProblem): readonly ExchangeFlow[] => {
  const { supplies, demands } = problem;
  const pairOf = (supply: number, demand: number): number =>
    (supplies[supply]?.school ?? 0) * SCHOOLS + (demands[demand]?.school ?? 0);
  const all: Arcs = { supply: [], demand: [] };
  supplies.forEach(({ school }, supply) => {
    demands.forEach((wanted, demand) => {
      if (wanted.school === school || !problem.fits(supply, demand)) return;
      all.supply.push(supply);
      all.demand.push(demand);
    });
  });
  const within = (arcs: Arcs, pairs: ReadonlySet<number>): Arcs => {
    const kept: Arcs = { supply: [], demand: [] };
    arcs.supply.forEach((supply, at) => {
      const demand = arcs.demand[at] ?? 0;
      if (!pairs.has(pairOf(supply, demand))) return;
      kept.supply.push(supply);
      kept.demand.push(demand);
    });
    return kept;
  };
  const worthOf = (flows: readonly ExchangeFlow[]): number =>
    flows.reduce((sum, { demand, units }) => sum + units * weightOf(demands[demand]), 0);
  const unitsByPair = (flows: readonly ExchangeFlow[]): ReadonlyMap<number, number> => {
    const sums = new Map<number, number>();
    for (const { supply, demand, units } of flows) {
      const pair = pairOf(supply, demand);
      sums.set(pair, (sums.get(pair) ?? 0) + units);
    }
    return sums;
  };

  const best = solve(problem, all);
  const worth = worthOf(best);
  const used = unitsByPair(best);
  if (used.size < 2) return best;
  const possible = [...new Set(all.supply.map((supply, at) => pairOf(supply, all.demand[at] ?? 0)))];
  if (possible.length <= MAX_PAIRS_TO_TRY) {
    for (let size = 1; size < used.size; size += 1)
      for (const pairs of subsetsOf(possible, size)) {
        const flows = solve(problem, within(all, new Set(pairs)));
        if (worthOf(flows) === worth) return flows;
      }
    return best;
  }
  // Ways that carry least are tried first: they are the likeliest to be left out.
  let flows = best;
  let arcs = within(all, new Set(used.keys()));
  const tried = new Set<number>();
  for (;;) {
    const pairs = unitsByPair(flows);
    const [smallest] = [...pairs]
      .filter(([pair]) => !tried.has(pair))
      .sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    if (smallest === undefined) return flows;
    tried.add(smallest[0]);
    const fewer = within(arcs, new Set([...pairs.keys()].filter((pair) => pair !== smallest[0])));
    const next = solve(problem, fewer);
    if (worthOf(next) !== worth) continue;
    flows = next;
    arcs = fewer;
  }
};

/** More schools than anybody has. */
const SCHOOLS = 2 ** 20;

const weightOf = (demand: ExchangeDemand | undefined): number => RANKS - (demand?.rank ?? 0);

const solve = ({ supplies, demands }: ExchangeProblem, { supply, demand }: Arcs): readonly ExchangeFlow[] => {
  if (supply.length === 0) return [];
  const flow = solveTransport({
    supplies: supplies.map(({ units }) => units),
    demands: demands.map(({ units }) => units),
    from: supply,
    to: demand,
    cost: demand.map((number) => -weightOf(demands[number])),
    tie: supply.map(() => 0),
  });
  const flows: ExchangeFlow[] = [];
  flow.forEach((units, arc) => {
    if (units > 0) flows.push({ supply: supply[arc] ?? 0, demand: demand[arc] ?? 0, units });
  });
  return flows;
};

function* subsetsOf(items: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= items.length - size; at += 1)
    for (const rest of subsetsOf(items, size - 1, at + 1)) yield [items[at] ?? 0, ...rest];
}
