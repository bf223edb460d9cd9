import { readCents } from '#core/inventory/cell-input.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { Stage } from '#core/targets/target-profile.ts';
import type { Budget } from './plan-settings.ts';
import { BUDGET_TEXTS } from '#texts/planning.ts';
import type { Parsed } from '#ui/field.tsx';

const TEXTS = BUDGET_TEXTS.plan;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const MAX_YEARS = 20;
/** Far above any school's budget, and low enough that sums over all years stay exact. */
const MAX_CENTS = 100_000_000_000;

/** What is offered before anything is entered: the years of the stages, without money. */
export const defaultBudget = (stages: readonly Stage[]): Budget => ({
  years: [...new Set(stages.map(({ dueYear }) => dueYear))]
    .toSorted((a, b) => a - b)
    .map((year) => ({ year, amountCents: null })),
  repairsFirst: true,
  carriesOver: false,
});

/** `20.000`, `20000,-` and so on; nothing is null. Else why it is no amount. */
export const parseAmount = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const cents = readCents(text);
  if (cents === null) return { ok: false, message: TEXTS.badAmount(text) };
  if (cents > MAX_CENTS) return { ok: false, message: TEXTS.amountTooHigh(MAX_CENTS) };
  return { ok: true, value: cents };
};

export const withAmount = (budget: Budget, year: number, amountCents: number | null): Budget => ({
  ...budget,
  years: budget.years.map((entry) => (entry.year === year ? { year, amountCents } : entry)),
});

/** The year behind the last one, or the first due year of the profile. */
export const nextYear = ({ years }: Budget, stages: readonly Stage[]): number | null => {
  const last = years.at(-1);
  return last === undefined ? (defaultBudget(stages).years[0]?.year ?? null) : last.year + 1;
};

/** With one more year, or why the text is none. */
export const withYear = (budget: Budget, text: string): Result<Budget, string> => {
  const trimmed = text.trim();
  const year = /^\d{4}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return failed(TEXTS.badYear(trimmed));
  if (budget.years.some((entry) => entry.year === year)) return failed(TEXTS.yearTaken(year));
  if (budget.years.length >= MAX_YEARS) return failed(TEXTS.tooManyYears(MAX_YEARS));
  return ok({
    ...budget,
    years: [...budget.years, { year, amountCents: null }].toSorted((a, b) => a.year - b.year),
  });
};

export const withoutYear = (budget: Budget, year: number): Budget => ({
  ...budget,
  years: budget.years.filter((entry) => entry.year !== year),
});
