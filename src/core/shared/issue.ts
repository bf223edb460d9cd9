/**
 * Something a person should know about, as a code with parameters; the German sentence is made from it in the texts.
 * `error` blocks, `warning` asks for a look, `info` only tells.
 */
export type Severity = 'error' | 'warning' | 'info';

export type IssueParams = Readonly<Record<string, string | number | boolean | null>>;

export type Issue<Code extends string = string> = {
  readonly code: Code;
  readonly severity: Severity;
  /** What it is about, from outside in: `['device', 'd-17', 'purchasedOn']`. */
  readonly path: readonly string[];
  readonly params: IssueParams;
};
