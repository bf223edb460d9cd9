/** One line of the table that `npm run bench` prints. */
export type BenchRow = {
  readonly name: string;
  readonly medianMs: number;
  /** Against the comparison that `note` names. */
  readonly ratio?: number;
  readonly limit?: number;
  readonly note?: string;
};
