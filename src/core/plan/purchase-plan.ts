import type { GapAnalysis, RoomGap, SchoolGap } from '../gaps/gap-analysis.ts';
import type { CategoryId, RequirementId, RoomId } from '../shared/ids.ts';
import { PRIORITIES, type TargetProfile } from '../targets/target-profile.ts';

/** One open line of the Beschaffungsliste. */
export type Purchase = {
  readonly line: RoomGap | SchoolGap;
  /** null = school-wide. */
  readonly roomId: RoomId | null;
  /** What would be bought: the preferred category of the requirement. */
  readonly categoryId: CategoryId | null;
  readonly units: number;
  /** Of these, so many a repair would close. */
  readonly repairable: number;
  readonly unitPriceCents: number;
  readonly costCents: number;
};

/** So many units of a gap are closed by moving devices instead of buying. */
export type ClosedByMoves = {
  /** null = school-wide. */
  readonly roomId: RoomId | null;
  readonly requirementId: RequirementId;
  readonly units: number;
};

/**
 * Scored gaps, must before should before could; within these as one walks, the school-wide ones last. What moves close
 * is left out; without moves every sum of the list is the analysis's own.
 */
export const purchasePlan = (
  analysis: GapAnalysis,
  profile: TargetProfile,
  moves: readonly ClosedByMoves[] = [],
): readonly Purchase[] => {
  const preferred = new Map(profile.requirements.map(({ id, categories }) => [id, categories[0] ?? null]));
  const prices = new Map(profile.categories.map(({ id, guidePriceCents }) => [id, guidePriceCents]));
  const moved = new Map<string, number>();
  for (const { roomId, requirementId, units } of moves) {
    const key = lineKey(roomId, requirementId);
    moved.set(key, (moved.get(key) ?? 0) + units);
  }
  const purchase = (line: RoomGap | SchoolGap, roomId: RoomId | null): readonly Purchase[] => {
    const units = (line.gap ?? 0) - (moved.get(lineKey(roomId, line.requirementId)) ?? 0);
    if (units <= 0) return [];
    const categoryId = preferred.get(line.requirementId) ?? null;
    const unitPriceCents = prices.get(categoryId ?? '') ?? 0;
    return [
      {
        line,
        roomId,
        categoryId,
        units,
        repairable: Math.min(units, line.repairable),
        unitPriceCents,
        costCents: units * unitPriceCents,
      },
    ];
  };
  const all = [
    ...analysis.rooms.filter(({ scored }) => scored).flatMap((line) => purchase(line, line.roomId)),
    ...analysis.school.flatMap((line) => purchase(line, null)),
  ];
  return PRIORITIES.flatMap((priority) => all.filter(({ line }) => line.priority === priority));
};

const lineKey = (roomId: RoomId | null, requirementId: RequirementId): string =>
  `${roomId ?? ''}|${requirementId}`;

/** What is left to buy once everything repairable is repaired; lines that repairs close altogether are gone. */
export const afterRepairs = (purchases: readonly Purchase[]): readonly Purchase[] =>
  purchases.flatMap((purchase) => {
    const units = purchase.units - purchase.repairable;
    return units === 0
      ? []
      : [{ ...purchase, units, repairable: 0, costCents: units * purchase.unitPriceCents }];
  });

export type PurchaseSum = { readonly units: number; readonly repairable: number; readonly costCents: number };

export const sumOfPurchases = (purchases: readonly Purchase[]): PurchaseSum => {
  let units = 0;
  let repairable = 0;
  let costCents = 0;
  for (const purchase of purchases) {
    units += purchase.units;
    repairable += purchase.repairable;
    costCents += purchase.costCents;
  }
  return { units, repairable, costCents };
};

export type PurchaseGroup<Key extends string = string> = PurchaseSum & {
  /** Category or room; null = no category, or school-wide. */
  readonly key: Key | null;
  readonly purchases: readonly Purchase[];
};

/** What to order: profile order, what has no category last. */
export const purchasesByCategory = (
  purchases: readonly Purchase[],
  { categories }: TargetProfile,
): readonly PurchaseGroup<CategoryId>[] =>
  grouped(
    purchases,
    ({ categoryId }) => categoryId,
    categories.map(({ id }) => id),
  );

/** Where to bring it: as one walks, what is for the whole school last. */
export const purchasesByRoom = (
  purchases: readonly Purchase[],
  { roomSummaries }: GapAnalysis,
): readonly PurchaseGroup<RoomId>[] =>
  grouped(
    purchases,
    ({ roomId }) => roomId,
    roomSummaries.map(({ roomId }) => roomId),
  );

const grouped = <Key extends string>(
  purchases: readonly Purchase[],
  keyOf: (purchase: Purchase) => Key | null,
  order: readonly Key[],
): readonly PurchaseGroup<Key>[] => {
  const groups = new Map<Key | null, Purchase[]>([...order, null].map((key) => [key, []]));
  for (const purchase of purchases) {
    const key = keyOf(purchase);
    // A category that the profile has lost is no reason to lose the purchase.
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [purchase]);
    else group.push(purchase);
  }
  return [...groups].flatMap(([key, members]) =>
    members.length === 0 ? [] : [{ key, purchases: members, ...sumOfPurchases(members) }],
  );
};
