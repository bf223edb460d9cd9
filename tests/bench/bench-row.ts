/** One line of the table that `npm run bench` prints. */
export type BenchRow = {
  readonly name: string;
  readonly medianMs: number;
  /** What `medianMs` and `limitMs` count where it is no time. */
  readonly unit?: 'kB' | 'MB' | '%' | '×';
  /** The most that `medianMs` may be. */
  readonly limitMs?: number;
  /** Against the comparison that `note` names. */
  readonly ratio?: number;
  /** The most that `ratio` may be. */
  readonly limit?: number;
  readonly note?: string;
};
