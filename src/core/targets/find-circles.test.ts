import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCircles } from './find-circles.ts';

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** By walking from each node, as the definition says. */
const walked = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const reach = (from: string, seen: Set<string>): Set<string> => {
    for (const next of edges.get(from) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        reach(next, seen);
      }
    return seen;
  };
  return [...edges.keys()].filter((node) => reach(node, new Set()).has(node));
};

describe('findCircles', () => {
  it('finds what walking finds', () => {
    const graphs = fc
      .tuple(...NODES.map(() => fc.subarray([...NODES, 'nowhere'])))
      .map((targets) => new Map(NODES.map((node, index) => [node as string, targets[index] ?? []])));
    fc.assert(
      fc.property(graphs, (edges) => {
        expect(findCircles(edges)).toEqual(walked(edges));
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
  it('walks a chain as long as a profile may be', () => {
    const chain = new Map(Array.from({ length: 5000 }, (_, at) => [`n${at}`, [`n${at + 1}`]]));
    expect(findCircles(chain)).toEqual([]);
    chain.set('n4999', ['n0']);
    expect(findCircles(chain)).toHaveLength(5000);
  });
});
