import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type {
  CheckResult,
  GapAnalysis,
  GapOptions,
  GapTotals,
  StandardResult,
} from '#core/gaps/gap-analysis.ts';
import { applyChanges } from '#core/history/apply-changes.ts';
import { EMPTY_INVENTORY, type Inventory } from '#core/inventory/inventory.ts';
import { planBudget, type BudgetYear } from '#core/plan/budget.ts';
import type { BudgetLine } from '#core/plan/budget-lines.ts';
import { proposeRedistribution } from '#core/plan/redistribution.ts';
import { redistributionChanges, type UnitMove } from '#core/plan/redistribution-changes.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { newDeviceId } from './new-id.ts';

/** What is there now, piece by piece: 30,000 devices at once would stop the window. */
export type InventoryPiece = {
  /** With the first piece. */
  readonly start: Omit<Inventory, 'devices'> | null;
  readonly devices: Inventory['devices'];
};

export type BudgetRequest = {
  readonly lines: readonly BudgetLine[];
  /** How many rooms count. */
  readonly rooms: number;
  readonly years: readonly BudgetYear[];
  readonly carriesOver: boolean;
};

export type PlanRequest =
  | ({ readonly kind: 'inventory' } & InventoryPiece)
  /** For the inventory that was handed over. */
  | { readonly kind: 'redistribution'; readonly profile: TargetProfile; readonly view: GapOptions }
  /** What these moves alone would do, after a redistribution was proposed. */
  | { readonly kind: 'effect'; readonly moves: readonly UnitMove[] }
  | ({ readonly kind: 'budget' } & BudgetRequest);

/** The state after some moves. */
export type PlanEffect = {
  readonly totals: GapTotals;
  readonly standard: StandardResult | null;
  readonly checks: readonly CheckResult[];
};

/** `of` null = it is not known how many rounds it takes. */
export type PlanProgress = { readonly done: number; readonly of: number | null };

/** Any number of `progress`, then one `done` or `failed`; all with the number of the request. */
export type PlanMessage = { readonly request: number } & (
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly detail: string }
);

type Compared = { readonly profile: TargetProfile; readonly view: GapOptions };

let inventory: Inventory = EMPTY_INVENTORY;
let compared: Compared | null = null;

const post = (message: PlanMessage): void => self.postMessage(message);

const effectOf = ({ totals, standards, checks }: GapAnalysis): PlanEffect => ({
  totals,
  standard: standards[0] ?? null,
  checks,
});

const answerTo = (request: PlanRequest, tell: (progress: PlanProgress) => void): unknown => {
  switch (request.kind) {
    case 'inventory':
      inventory =
        request.start === null
          ? { ...inventory, devices: inventory.devices.concat(request.devices) }
          : { ...request.start, devices: request.devices };
      return null;
    case 'redistribution': {
      const { profile, view } = request;
      compared = { profile, view };
      // Computed once more here: handing the analysis over would cost the window more than this costs the worker.
      return proposeRedistribution(inventory, profile, analyzeGaps(inventory, profile, view), {
        onRound: (round) => tell({ done: round, of: null }),
      });
    }
    case 'effect': {
      if (compared === null) throw new Error('asked before a redistribution was proposed');
      const { profile, view } = compared;
      const changes = redistributionChanges(inventory, profile, request.moves, newDeviceId);
      const state = applyChanges({ inventory, profiles: new Map(), settings: new Map() }, changes);
      return effectOf(analyzeGaps(state.inventory, profile, view));
    }
    case 'budget': {
      const { lines, rooms, years, carriesOver } = request;
      return planBudget(lines, rooms, years, {
        carriesOver,
        onYear: (done, of) => tell({ done, of }),
      });
    }
  }
};

self.onmessage = ({
  data: { number, request },
}: MessageEvent<{ readonly number: number; readonly request: PlanRequest }>): void => {
  try {
    const value = answerTo(request, (progress) => post({ request: number, kind: 'progress', progress }));
    post({ request: number, kind: 'done', value });
  } catch (error) {
    post({
      request: number,
      kind: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
};
