import type { ExchangeProblem } from '../authority/exchange-flow.ts';

/** What an exchange reaches: units closed by rank, then the number of pairs of schools. */
export type ExchangeObjective = { readonly closed: readonly number[]; readonly pairs: number };

const RANKS = 6;

/** Larger by rank first, then fewer pairs. */
const isBetter = (a: ExchangeObjective, b: ExchangeObjective): boolean => {
  const rank = a.closed.findIndex((units, at) => units !== b.closed[at]);
  return rank >= 0 ? (a.closed[rank] ?? 0) > (b.closed[rank] ?? 0) : a.pairs < b.pairs;
};

/** Every way of giving every single unit to every gap is tried; shares no code with `solveExchange`. */
export const bestExchange = ({ supplies, demands, fits }: ExchangeProblem): ExchangeObjective => {
  const units = supplies.flatMap(({ units: count }, supply) => Array.from({ length: count }, () => supply));
  let best: ExchangeObjective = { closed: Array.from({ length: RANKS }, () => 0), pairs: 0 };
  const visit = (
    at: number,
    open: readonly number[],
    closed: readonly number[],
    used: ReadonlySet<string>,
  ): void => {
    const supply = units[at];
    if (supply === undefined) {
      const reached = { closed, pairs: used.size };
      if (isBetter(reached, best)) best = reached;
      return;
    }
    visit(at + 1, open, closed, used);
    const from = supplies[supply]?.school;
    demands.forEach(({ school, rank }, demand) => {
      if (school === from || (open[demand] ?? 0) === 0 || !fits(supply, demand)) return;
      visit(
        at + 1,
        open.map((count, other) => (other === demand ? count - 1 : count)),
        closed.map((count, other) => (other === rank ? count + 1 : count)),
        new Set([...used, `${from}>${school}`]),
      );
    });
  };
  visit(
    0,
    demands.map(({ units: count }) => count),
    best.closed,
    new Set(),
  );
  return best;
};
