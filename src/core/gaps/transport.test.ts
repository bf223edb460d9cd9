import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveTransport, type TransportProblem } from './transport.ts';

const valueOf = (problem: TransportProblem, flow: ArrayLike<number>): readonly [number, number] => {
  let cost = 0;
  let tie = 0;
  problem.from.forEach((_, arc) => {
    cost += problem.cost[arc]! * flow[arc]!;
    tie += problem.tie[arc]! * flow[arc]!;
  });
  return [cost, tie];
};

/** Tries every whole flow. */
const bestByTrying = (problem: TransportProblem): readonly [number, number] => {
  const flow = problem.from.map(() => 0);
  const left = [...problem.supplies];
  const open = [...problem.demands];
  let best: readonly [number, number] = [0, 0];
  const visit = (arc: number): void => {
    if (arc === flow.length) {
      const [cost, tie] = valueOf(problem, flow);
      if (cost < best[0] || (cost === best[0] && tie < best[1])) best = [cost, tie];
      return;
    }
    const from = problem.from[arc]!;
    const to = problem.to[arc]!;
    for (let amount = 0; amount <= Math.min(left[from]!, open[to]!); amount += 1) {
      flow[arc] = amount;
      left[from]! -= amount;
      open[to]! -= amount;
      visit(arc + 1);
      left[from]! += amount;
      open[to]! += amount;
      flow[arc] = 0;
    }
  };
  visit(0);
  return best;
};

const problems = fc
  .record({
    supplies: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    demands: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
  })
  .chain(({ supplies, demands }) =>
    fc
      .array(
        fc.record({
          from: fc.integer({ min: 0, max: supplies.length - 1 }),
          to: fc.integer({ min: 0, max: demands.length - 1 }),
          cost: fc.integer({ min: -6, max: 2 }),
          tie: fc.integer({ min: -3, max: 3 }),
        }),
        { maxLength: 7 },
      )
      .map((arcs): TransportProblem => ({
        supplies,
        demands,
        from: arcs.map(({ from }) => from),
        to: arcs.map(({ to }) => to),
        cost: arcs.map(({ cost }) => cost),
        tie: arcs.map(({ tie }) => tie),
      })),
  );

describe('solveTransport', () => {
  it('finds what trying every flow finds', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const flow = solveTransport(problem);
        problem.supplies.forEach((supply, node) => {
          const sent = problem.from.reduce((sum, from, arc) => sum + (from === node ? flow[arc]! : 0), 0);
          expect(sent).toBeLessThanOrEqual(supply);
        });
        problem.demands.forEach((demand, node) => {
          const met = problem.to.reduce((sum, to, arc) => sum + (to === node ? flow[arc]! : 0), 0);
          expect(met).toBeLessThanOrEqual(demand);
        });
        expect([...flow].every((amount) => amount >= 0 && Number.isInteger(amount))).toBe(true);
        expect(valueOf(problem, flow)).toEqual(bestByTrying(problem));
      }),
      { numRuns: 3000, seed: 20261124 },
    );
  });

  it('gives up a better match where that fills more in all', () => {
    const flow = solveTransport({
      supplies: [1, 1],
      demands: [1, 1],
      from: [0, 0, 1],
      to: [0, 1, 0],
      cost: [-10, -9, -9],
      tie: [0, 0, 0],
    });
    expect([...flow]).toEqual([0, 1, 1]);
  });

  it('does nothing where nothing is wanted', () => {
    expect([...solveTransport({ supplies: [], demands: [], from: [], to: [], cost: [], tie: [] })]).toEqual(
      [],
    );
  });
});
