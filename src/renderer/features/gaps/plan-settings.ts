import { z } from '#core/shared/zod.ts';
import { scenarioSchema, type Scenario } from '#core/plan/scenario.ts';
import { defineSetting } from '#state/settings.ts';

/** What may be spent in which year, and how it is planned. Years ascend, each once. */
export type Budget = {
  /** `amountCents` null = not entered yet, which is no money. */
  readonly years: readonly { readonly year: number; readonly amountCents: number | null }[];
  readonly repairsFirst: boolean;
  readonly carriesOver: boolean;
};
const budget: z.ZodType<Budget> = z.object({
  years: z.array(z.object({ year: z.int(), amountCents: z.int().nonnegative().nullable() })),
  repairsFirst: z.boolean(),
  carriesOver: z.boolean(),
});

/** null = nothing was entered yet. */
export const BUDGET = defineSetting<Budget | null>('budget', budget.nullable(), null);

/** What-if: named, kept until applied or thrown away. One of another version must not cost the school the others. */
export const SCENARIOS = defineSetting<readonly Scenario[]>(
  'scenarios',
  z
    .array(z.unknown())
    .transform((entries) => entries.flatMap((entry) => scenarioSchema.safeParse(entry).data ?? [])),
  [],
);
