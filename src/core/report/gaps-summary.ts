import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Priority } from '../targets/target-profile.ts';

/**
 * The comparison as plain data for programs: the `gaps` of the command line's JSON and of the hidden sheet. null where
 * something cannot be computed.
 */
export type GapsSummary = {
  readonly roomsMeetingStandard: { readonly met: number; readonly of: number };
  /** 0–1; null without any requirement in force. */
  readonly fulfilment: number | null;
  readonly costCents: number;
  readonly rooms: readonly {
    readonly roomId: string;
    readonly building: string | null;
    readonly room: string;
    readonly requirement: string;
    readonly priority: Priority;
    readonly stage: number;
    readonly scored: boolean;
    readonly exempt: boolean;
    readonly target: number | null;
    readonly actual: number | null;
    readonly gap: number | null;
    readonly defective: number;
    readonly missing: number;
    readonly overAge: number;
    readonly surplus: number;
  }[];
  readonly school: readonly {
    readonly requirement: string;
    readonly base: number | null;
    readonly priority: Priority;
    readonly stage: number;
    readonly target: number | null;
    readonly actual: number | null;
    readonly gap: number | null;
  }[];
  readonly checks: readonly {
    readonly check: string;
    readonly value: number | null;
    readonly wanted: number | null;
    readonly met: boolean | null;
  }[];
};

/** Rooms go by number and building, as people name them; the first standard of the profile is the headline. */
export const summarizeGaps = ({ rooms }: Inventory, analysis: GapAnalysis): GapsSummary => {
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const [standard] = analysis.standards;
  return {
    roomsMeetingStandard: { met: standard?.met ?? 0, of: standard?.of ?? 0 },
    fulfilment: analysis.totals.fulfilment,
    costCents: analysis.totals.costCents,
    rooms: analysis.rooms.map((line) => ({
      roomId: line.roomId,
      building: byId.get(line.roomId)?.building ?? null,
      room: byId.get(line.roomId)?.roomNumber ?? '',
      requirement: line.requirementId,
      priority: line.priority,
      stage: line.stage,
      scored: line.scored,
      exempt: line.exempt,
      target: line.target,
      actual: line.actual,
      gap: line.gap,
      defective: line.defective,
      missing: line.missing,
      overAge: line.overAge,
      surplus: line.surplus,
    })),
    school: analysis.school.map(({ requirementId, base, priority, stage, target, actual, gap }) => ({
      requirement: requirementId,
      base,
      priority,
      stage,
      target,
      actual,
      gap,
    })),
    checks: analysis.checks.map(({ checkId, value, wanted, met }) => ({
      check: checkId,
      value,
      wanted,
      met,
    })),
  };
};
