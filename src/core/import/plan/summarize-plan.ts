import type { CategoryId } from '../../shared/ids.ts';
import type { DeviceCategory } from '../../targets/target-profile.ts';
import { SURE_CATEGORY } from '../dictionary/category-words.ts';
import { OUTSIDE_CATEGORY } from '../dictionary/own-categories.ts';
import type { ImportCounts, ImportIssueCode, ImportPlan, RejectCode, SimilarRooms } from '../types.ts';

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
  /** Unknown ones first, then the least sure, then the most frequent; at most `MOST_KINDS`. */
  readonly kinds: readonly KindSummary[];
  /** All of them, also those that are not listed. */
  readonly kindCount: number;
  /** Devices that are no IT equipment, taken over or left out. */
  readonly outsideDevices: number;
  readonly newCategories: readonly DeviceCategory[];
  readonly similarRooms: readonly SimilarRooms[];
  readonly onlyHere: number;
  readonly rejections: readonly { readonly code: RejectCode; readonly rows: number }[];
  readonly issues: readonly { readonly code: ImportIssueCode; readonly times: number }[];
};

/** A list whose kinds are whole sentences has thousands of them; nobody would go through these one by one. */
const MOST_KINDS = 500;
const MOST_SIMILAR = 200;
/** Nothing was found, or only a guess: the user is asked. */
export const isUnsureKind = ({ categoryId, confidence }: KindSummary): boolean =>
  categoryId === null || (confidence ?? 0) < SURE_CATEGORY;

const tally = <Key extends string>(keys: readonly Key[]): readonly (readonly [Key, number])[] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};

export const summarizePlan = (plan: ImportPlan): PlanSummary => {
  const kinds = kindsOf(plan);
  return {
    fileName: plan.fileName,
    counts: plan.counts,
    kinds: kinds.slice(0, MOST_KINDS),
    kindCount: kinds.length,
    outsideDevices:
      plan.devices.filter(({ device }) => device.categoryId === OUTSIDE_CATEGORY).length +
      plan.rejected.filter(({ code }) => code === 'OUTSIDE').length,
    newCategories: plan.newCategories,
    similarRooms: plan.similarRooms.slice(0, MOST_SIMILAR),
    onlyHere: plan.onlyHere.length,
    rejections: tally(plan.rejected.map(({ code }) => code)).map(([code, rows]) => ({ code, rows })),
    issues: tally(plan.issues.map(({ code }) => code)).map(([code, times]) => ({ code, times })),
  };
};

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
  const rank = (kind: KindSummary): number => (kind.categoryId === null ? 0 : isUnsureKind(kind) ? 1 : 2);
  return [...kinds.values()].sort((a, b) => rank(a) - rank(b) || b.devices - a.devices);
};
