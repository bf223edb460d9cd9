/** Alternates two pieces of work, so that whatever else the machine does hits both alike. */
export const alternately = async (
  runs: number,
  ...works: readonly (() => unknown)[]
): Promise<readonly (readonly number[])[]> => {
  const times = works.map((): number[] => []);
  for (let run = -1; run < runs; run += 1)
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      // The first round warms the machine up.
      if (run >= 0) times[index]?.push(performance.now() - start);
    }
  return times;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
