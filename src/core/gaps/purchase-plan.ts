import { PRIORITIES, type TargetProfile } from '../targets/target-profile.ts';
import type { GapAnalysis, RoomGap, SchoolGap } from './gap-analysis.ts';

/** One open line of the Beschaffungsliste. */
export type Purchase = {
  readonly line: RoomGap | SchoolGap;
  /** null = school-wide. */
  readonly roomId: RoomGap['roomId'] | null;
  /** What would be bought: the preferred category of the requirement. */
  readonly categoryId: string | null;
  readonly units: number;
  /** Of these, so many a repair would close. */
  readonly repairable: number;
  readonly unitPriceCents: number;
  readonly costCents: number;
};

/** Scored gaps, must before should before could; within these as one walks, the school-wide ones last. */
export const purchasePlan = (analysis: GapAnalysis, profile: TargetProfile): readonly Purchase[] => {
  const preferred = new Map(profile.requirements.map(({ id, categories }) => [id, categories[0] ?? null]));
  const prices = new Map(profile.categories.map(({ id, guidePriceCents }) => [id, guidePriceCents]));
  const purchase = (line: RoomGap | SchoolGap, roomId: Purchase['roomId']): readonly Purchase[] => {
    if (line.gap === null || line.gap <= 0) return [];
    const categoryId = preferred.get(line.requirementId) ?? null;
    return [
      {
        line,
        roomId,
        categoryId,
        units: line.gap,
        repairable: line.repairable,
        unitPriceCents: prices.get(categoryId ?? '') ?? 0,
        costCents: line.costCents ?? 0,
      },
    ];
  };
  const all = [
    ...analysis.rooms.filter(({ scored }) => scored).flatMap((line) => purchase(line, line.roomId)),
    ...analysis.school.flatMap((line) => purchase(line, null)),
  ];
  return PRIORITIES.flatMap((priority) => all.filter(({ line }) => line.priority === priority));
};
