import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestExchange, type ExchangeObjective } from '../testing/brute-force-exchange.ts';
import { solveExchange, type ExchangeFlow, type ExchangeProblem } from './exchange-flow.ts';

const SEED = 20_261_125;
const problems = (schools: number): fc.Arbitrary<ExchangeProblem> => {
  const school = fc.integer({ min: 0, max: schools - 1 });
  const kind = fc.integer({ min: 0, max: 3 });
  return fc
    .record({
      supplies: fc.array(fc.record({ school, kind, units: fc.integer({ min: 1, max: 2 }) }), {
        maxLength: 4,
      }),
      demands: fc.array(
        fc.record({
          school,
          kinds: fc.uniqueArray(kind, { minLength: 1, maxLength: 3 }),
          units: fc.integer({ min: 1, max: 2 }),
          rank: fc.integer({ min: 0, max: 5 }),
        }),
        { maxLength: 4 },
      ),
    })
    .map(({ supplies, demands }) => ({
      supplies,
      demands,
      fits: (supply, demand) => demands[demand]!.kinds.includes(supplies[supply]!.kind),
    }));
};

const reached = (
  { supplies, demands }: ExchangeProblem,
  flows: readonly ExchangeFlow[],
): ExchangeObjective => ({
  closed: Array.from({ length: 6 }, (_, rank) =>
    flows.reduce((sum, { demand, units }) => sum + (demands[demand]!.rank === rank ? units : 0), 0),
  ),
  pairs: new Set(flows.map(({ supply, demand }) => `${supplies[supply]!.school}>${demands[demand]!.school}`))
    .size,
});

const expectPossible = (
  { supplies, demands, fits }: ExchangeProblem,
  flows: readonly ExchangeFlow[],
): void => {
  for (const { supply, demand } of flows) {
    expect(fits(supply, demand)).toBe(true);
    expect(supplies[supply]!.school).not.toBe(demands[demand]!.school);
  }
  const sent = (key: 'supply' | 'demand', at: number): number =>
    flows.reduce((sum, flow) => sum + (flow[key] === at ? flow.units : 0), 0);
  supplies.forEach(({ units }, at) => expect(sent('supply', at)).toBeLessThanOrEqual(units));
  demands.forEach(({ units }, at) => expect(sent('demand', at)).toBeLessThanOrEqual(units));
};

describe('solveExchange', () => {
  it('closes most by rank over the fewest pairs of schools, as trying every way does', () => {
    fc.assert(
      fc.property(problems(3), (problem) => {
        const flows = solveExchange(problem);
        expectPossible(problem, flows);
        expect(reached(problem, flows)).toEqual(bestExchange(problem));
      }),
      { numRuns: 600, seed: SEED },
    );
  });

  it('closes most by rank among many schools, and none of its pairs can be left out', () => {
    fc.assert(
      fc.property(problems(30), (problem) => {
        const flows = solveExchange(problem);
        expectPossible(problem, flows);
        const { closed } = reached(problem, flows);
        expect(closed).toEqual(bestExchange(problem).closed);
        const pairOf = (supply: number, demand: number): string =>
          `${problem.supplies[supply]!.school}>${problem.demands[demand]!.school}`;
        const pairs = new Set(flows.map(({ supply, demand }) => pairOf(supply, demand)));
        for (const left of pairs) {
          const fits = (supply: number, demand: number): boolean =>
            problem.fits(supply, demand) &&
            pairs.has(pairOf(supply, demand)) &&
            pairOf(supply, demand) !== left;
          expect(bestExchange({ ...problem, fits }).closed).not.toEqual(closed);
        }
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('leaves out pairs where there are too many to try all sets of them', () => {
    // Five schools have a unit of each kind left, five others lack one of each: five ways are enough.
    const each = Array.from({ length: 5 }, (_, at) => at);
    const supplies = each.flatMap((school) => each.map((kind) => ({ school, kind, units: 1 })));
    const demands = each.flatMap((kind) =>
      each.map((school) => ({ school: school + 5, kind, units: 1, rank: 0 })),
    );
    const problem: ExchangeProblem = {
      supplies,
      demands,
      fits: (supply, demand) => supplies[supply]!.kind === demands[demand]!.kind,
    };
    const flows = solveExchange(problem);
    expectPossible(problem, flows);
    const { closed, pairs } = reached(problem, flows);
    expect(closed[0]).toBe(25);
    expect(pairs).toBeLessThan(13);
  });
});
