import type { CategoryId } from '../shared/ids.ts';
import type { DeviceCategory } from '../targets/target-profile.ts';
import { OUTSIDE_CATEGORY } from './own-categories.ts';
import type { ImportCounts, ImportIssueCode, ImportPlan, RejectCode, SimilarRooms } from './types.ts';

/** One text by which the list names a kind, and what was made of it: asked once, for all its rows. */
export type KindSummary = {
  readonly text: string;
  readonly devices: number;
  /** null = none was found. */
  readonly categoryId: CategoryId | null;
  /** 0–1; null = none was found. */
  readonly confidence: number | null;
};

/** A plan in figures: what the window needs before it shows single rows. */
export type PlanSummary = {
  readonly fileName: string;
  readonly counts: ImportCounts;
  /** Most frequent first. */
  readonly kinds: readonly KindSummary[];
  /** Devices that are no IT equipment. */
  readonly outsideDevices: number;
  readonly newCategories: readonly DeviceCategory[];
  readonly similarRooms: readonly SimilarRooms[];
  readonly onlyHere: number;
  readonly rejections: readonly { readonly code: RejectCode; readonly rows: number }[];
  readonly issues: readonly { readonly code: ImportIssueCode; readonly times: number }[];
};

const tally = <Key extends string>(keys: readonly Key[]): readonly (readonly [Key, number])[] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};

export const summarizePlan = (plan: ImportPlan): PlanSummary => ({
  fileName: plan.fileName,
  counts: plan.counts,
  kinds: kindsOf(plan),
  outsideDevices: plan.devices.filter(({ device }) => device.categoryId === OUTSIDE_CATEGORY).length,
  newCategories: plan.newCategories,
  similarRooms: plan.similarRooms,
  onlyHere: plan.onlyHere.length,
  rejections: tally(plan.rejected.map(({ code }) => code)).map(([code, rows]) => ({ code, rows })),
  issues: tally(plan.issues.map(({ code }) => code)).map(([code, times]) => ({ code, times })),
});

const kindsOf = ({ devices }: ImportPlan): readonly KindSummary[] => {
  const kinds = new Map<string, { -readonly [Key in keyof KindSummary]: KindSummary[Key] }>();
  for (const { device, categoryText, categoryConfidence } of devices) {
    if (categoryText === null) continue;
    const known = kinds.get(categoryText);
    if (known !== undefined) known.devices += 1;
    else
      kinds.set(categoryText, {
        text: categoryText,
        devices: 1,
        categoryId: device.categoryId,
        confidence: categoryConfidence,
      });
  }
  return [...kinds.values()].sort((a, b) => b.devices - a.devices);
};
