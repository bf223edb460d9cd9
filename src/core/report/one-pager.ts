import type { GapAnalysis, GroupTotals } from '../gaps/gap-analysis.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { afterRepairs, purchasePlan, sumOfPurchases, type PurchaseSum } from '../plan/purchase-plan.ts';
import type { ProposedMove } from '../plan/redistribution.ts';
import { repairsOf } from '../plan/repairs.ts';
import { replacementPlan, replacementUntil } from '../plan/replacement-plan.ts';
import type { RoomId } from '../shared/ids.ts';
import { yearOf, type IsoDate } from '../shared/iso-date.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { keyFigures } from './key-figures.ts';

/** What the sheet for the Schulleitung says beside `GapTotals`; repairs, moves and purchases add up to the gaps. */
export type OnePager = {
  /** The first standard of the profile; null = there is none, no room for which it holds, or no target in force. */
  readonly standard: {
    readonly name: string;
    readonly met: number;
    readonly of: number;
    /** What it asks for: ids of groups. */
    readonly groups: readonly string[];
  } | null;
  /** Scored rooms of which something is asked. */
  readonly rooms: { readonly withoutGap: number; readonly of: number };
  /** What something is asked of, least fulfilled first. */
  readonly groups: readonly GroupTotals[];
  /** Missing units whose price the profile does not know; they are in no sum of money. */
  readonly unpriced: number;
  /** Pieces that are not decommissioned, and those of them that are over-age. */
  readonly devices: number;
  readonly overAge: number;
  readonly repair: {
    readonly units: number;
    readonly devices: number;
    /** In walking order. */
    readonly roomIds: readonly RoomId[];
  };
  readonly move: { readonly units: number; readonly savedCents: number };
  /** What is left after repairs and moves. */
  readonly buy: PurchaseSum & { readonly mustUnits: number };
  /** Due until the end of the year after that of the Stichtag, what is overdue with it. */
  readonly replace: { readonly untilYear: number; readonly units: number; readonly costCents: number };
  /** Targets of the school that cannot be computed. */
  readonly notComputable: number;
  /** Targets that the school has changed in a profile of somebody else. */
  readonly ownTargets: number;
};

const shareOf = ({ actual, target }: GroupTotals): number => actual / target;

/**
 * The figures of the one page for the Schulleitung. Nothing is counted anew: each is the one of the comparison or of a plan.
 *
 * @param analysis of this inventory and profile
 * @param moves proposed on top of repairs; none where there is no proposal
 */
export const onePagerOf = (
  inventory: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
  moves: readonly ProposedMove[],
): OnePager => {
  const [standard] = profile.standards;
  const result = analysis.standards.find(({ standardId }) => standardId === standard?.id);
  const rooms = analysis.roomSummaries.filter(({ scored, counted }) => scored && counted);
  const repairs = repairsOf(inventory, analysis).filter(({ scored }) => scored);
  const closed = moves
    .filter(({ scored }) => scored)
    .map(({ toRoomId, requirementId, units }) => ({ roomId: toRoomId, requirementId, units }));
  const withoutMoves = afterRepairs(purchasePlan(analysis, profile));
  const purchases = afterRepairs(purchasePlan(analysis, profile, closed));
  const buy = sumOfPurchases(purchases);
  const priced = analysis.byCategory
    .filter(({ unitPriceCents }) => unitPriceCents > 0)
    .reduce((sum, { gap }) => sum + gap, 0);
  const untilYear = yearOf(analysis.asOf) + 1;
  const due = replacementUntil(replacementPlan(inventory.devices, profile, analysis.asOf), untilYear);
  const { devices, overAge } = keyFigures(inventory, profile, analysis);
  return {
    standard:
      standard === undefined || result === undefined || result.of === 0 || analysis.totals.fulfilment === null
        ? null
        : {
            name: standard.name,
            met: result.met,
            of: result.of,
            groups: standard.parts.map(({ group }) => group),
          },
    rooms: { withoutGap: rooms.filter(({ gap }) => gap === 0).length, of: rooms.length },
    groups: analysis.byGroup
      .filter(({ target }) => target > 0)
      .toSorted((a, b) => shareOf(a) - shareOf(b) || b.gap - a.gap),
    unpriced: analysis.totals.gap - priced,
    devices,
    overAge,
    repair: {
      units: repairs.reduce((sum, { units }) => sum + units, 0),
      devices: new Set(repairs.map(({ device }) => device.id)).size,
      roomIds: [...new Set(repairs.flatMap(({ roomId }) => roomId ?? []))],
    },
    move: {
      units: closed.reduce((sum, { units }) => sum + units, 0),
      savedCents: sumOfPurchases(withoutMoves).costCents - buy.costCents,
    },
    buy: {
      ...buy,
      mustUnits: sumOfPurchases(purchases.filter(({ line }) => line.priority === 'must')).units,
    },
    replace: { untilYear, units: due.units, costCents: due.costCents },
    notComputable: analysis.school.filter(({ target }) => target === null).length,
    ownTargets:
      profile.origin === 'school'
        ? 0
        : profile.requirements.filter(({ origin }) => origin === 'school').length,
  };
};

/** Letters that a system refuses in the name of a file. */
const REFUSED = /[\\/:*?"<>|\u0000-\u001f\u007f\p{Surrogate}]+/gu;
const LONGEST_NAME = 120;

/** `Ausstattung Grundschule Am Lindenpark 2026-11-16.pdf`, a name that each system takes. */
export const onePagerFileName = (schoolName: string, asOf: IsoDate): string => {
  // Cut first: half a sign at the end is refused as well.
  const name = schoolName.slice(0, LONGEST_NAME).replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
  return `${['Ausstattung', name, asOf].filter((part) => part !== '').join(' ')}.pdf`;
};
