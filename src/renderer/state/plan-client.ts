import type { GapOptions } from '#core/gaps/gap-analysis.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { BudgetPlan } from '#core/plan/budget.ts';
import type { UnitMove } from '#core/plan/redistribution-changes.ts';
import type { Redistribution } from '#core/plan/redistribution.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { BudgetRequest, PlanEffect, PlanMessage, PlanProgress, PlanRequest } from './plan-worker.ts';

/** Plans in a worker of its own, so that the window stays free and the work can be given up at any time. */
export type PlanWorker = {
  /** Once per worker: hands the inventory over and proposes. */
  readonly redistribution: (request: {
    readonly inventory: Inventory;
    readonly profile: TargetProfile;
    readonly view: GapOptions;
  }) => Promise<Redistribution>;
  /** What these moves alone would do; null = asked again in the meantime, so that nobody waits for this answer. */
  readonly effect: (moves: readonly UnitMove[]) => Promise<PlanEffect | null>;
  readonly budget: (request: BudgetRequest) => Promise<BudgetPlan>;
  /** Stops at once, also in the middle of the work; open promises stay unanswered. */
  readonly close: () => void;
};

type Waiting = {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
};

/** So many devices travel at once; the window draws in between. */
const DEVICES_AT_ONCE = 1000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What no comparison reads, and what may be long. */
const withoutRemarks = (device: Device): Device => ({ ...device, note: null, extra: {} });

export const openPlanWorker = (onProgress: (progress: PlanProgress) => void): PlanWorker => {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ask = <Answer>(request: PlanRequest): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ number: last, request });
    });
  worker.onmessage = ({ data }: MessageEvent<PlanMessage>) => {
    const asked = waiting.get(data.request);
    if (asked === undefined) return;
    if (data.kind === 'progress') {
      onProgress(data.progress);
      return;
    }
    waiting.delete(data.request);
    if (data.kind === 'failed') asked.reject(new Error(data.detail));
    // The worker answers each kind of request with its own kind of answer.
    else asked.resolve(data.value as never);
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  const handOver = async ({ devices, ...start }: Inventory): Promise<void> => {
    for (let from = 0; from === 0 || from < devices.length; from += DEVICES_AT_ONCE) {
      if (from > 0) await pause();
      const piece = devices.slice(from, from + DEVICES_AT_ONCE).map(withoutRemarks);
      void ask({ kind: 'inventory', start: from === 0 ? start : null, devices: piece });
    }
  };
  let effects = 0;
  let running: Promise<unknown> = Promise.resolve();
  return {
    redistribution: async ({ inventory, profile, view }) => {
      await handOver(inventory);
      return ask({ kind: 'redistribution', profile, view });
    },
    effect: async (moves) => {
      effects += 1;
      const number = effects;
      await running;
      if (number !== effects) return null;
      const answer = ask<PlanEffect>({ kind: 'effect', moves });
      running = answer.catch(() => undefined);
      return answer;
    },
    budget: (request) => ask({ kind: 'budget', ...request }),
    close: () => worker.terminate(),
  };
};
