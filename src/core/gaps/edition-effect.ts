import type { Inventory } from '../inventory/inventory.ts';
import type { RequirementId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { analyzeGaps } from './analyze-gaps.ts';
import type { GapAnalysis, GapOptions, GapTotals, RoomGap, StandardResult } from './gap-analysis.ts';

/** Sums of one requirement over what is scored. What cannot be computed adds nothing. */
export type RequirementFigures = {
  readonly target: number;
  readonly gap: number;
  readonly costCents: number;
  /** It asks for a number that is not known. */
  readonly isUnknown: boolean;
};

export type RequirementEffect = {
  readonly requirementId: RequirementId;
  /** null = not in that edition, or nowhere in force. */
  readonly before: RequirementFigures | null;
  readonly after: RequirementFigures | null;
  /** Rooms, scored or not, in which target, gap or cost differ. */
  readonly roomsAffected: number;
};

export type EffectSide = {
  readonly stage: number;
  readonly totals: GapTotals;
  readonly standards: readonly StandardResult[];
};

/** What another edition changes for one school. */
export type EditionEffect = {
  readonly before: EffectSide;
  readonly after: EffectSide;
  /** Rooms, scored or not, in which anything differs. */
  readonly roomsAffected: number;
  /** Only those for which something differs, in the order of the later edition. */
  readonly requirements: readonly RequirementEffect[];
};

/** Compares the school with both editions, at the same day and stage; all sums are those of `analyzeGaps`. */
export const editionEffect = (
  inventory: Inventory,
  before: TargetProfile,
  after: TargetProfile,
  options: GapOptions,
): EditionEffect => {
  const left = analyzeGaps(inventory, before, stageOf(before, options));
  const right = analyzeGaps(inventory, after, stageOf(after, options));
  const affected = affectedRooms(left, right);
  const ids = new Set([...after.requirements, ...before.requirements].map(({ id }) => id));
  const figuresBefore = figuresOf(left);
  const figuresAfter = figuresOf(right);
  return {
    before: sideOf(left),
    after: sideOf(right),
    roomsAffected: new Set([...affected.values()].flatMap((rooms) => [...rooms])).size,
    requirements: [...ids].flatMap((requirementId): readonly RequirementEffect[] => {
      const was = figuresBefore.get(requirementId) ?? null;
      const is = figuresAfter.get(requirementId) ?? null;
      const roomsAffected = affected.get(requirementId)?.size ?? 0;
      return roomsAffected === 0 && isSameFigures(was, is)
        ? []
        : [{ requirementId, before: was, after: is, roomsAffected }];
    }),
  };
};

/** A stage that one of the editions does not have cannot be asked of it. */
const stageOf = ({ stages }: TargetProfile, options: GapOptions): GapOptions =>
  stages.some(({ stage }) => stage === options.stage) ? options : { ...options, stage: null };

const sideOf = ({ stage, totals, standards }: GapAnalysis): EffectSide => ({ stage, totals, standards });

const figuresOf = ({ rooms, school }: GapAnalysis): ReadonlyMap<RequirementId, RequirementFigures> => {
  const figures = new Map<RequirementId, RequirementFigures>();
  const scored = rooms.filter((line) => line.scored && !line.exempt);
  for (const { requirementId, target, gap, costCents } of [...scored, ...school]) {
    const sum = figures.get(requirementId);
    figures.set(requirementId, {
      target: (sum?.target ?? 0) + (target ?? 0),
      gap: (sum?.gap ?? 0) + (gap ?? 0),
      costCents: (sum?.costCents ?? 0) + (costCents ?? 0),
      isUnknown: sum?.isUnknown === true || target === null,
    });
  }
  return figures;
};

const isSameFigures = (left: RequirementFigures | null, right: RequirementFigures | null): boolean =>
  left === null || right === null
    ? left === right
    : left.target === right.target &&
      left.gap === right.gap &&
      left.costCents === right.costCents &&
      left.isUnknown === right.isUnknown;

/** By requirement: the rooms whose line differs, or stands on one side only. */
const affectedRooms = (
  before: GapAnalysis,
  after: GapAnalysis,
): ReadonlyMap<RequirementId, ReadonlySet<string>> => {
  const affected = new Map<RequirementId, Set<string>>();
  const keyOf = ({ roomId, requirementId }: RoomGap): string => `${roomId}\n${requirementId}`;
  const left = new Map(before.rooms.map((line) => [keyOf(line), line]));
  const right = new Map(after.rooms.map((line) => [keyOf(line), line]));
  const mark = ({ roomId, requirementId }: RoomGap): void => {
    const rooms = affected.get(requirementId) ?? new Set();
    affected.set(requirementId, rooms.add(roomId));
  };
  for (const line of before.rooms) {
    const other = right.get(keyOf(line));
    if (other === undefined || !isSameLine(line, other)) mark(line);
  }
  for (const line of after.rooms) if (!left.has(keyOf(line))) mark(line);
  return affected;
};

const isSameLine = (left: RoomGap, right: RoomGap): boolean =>
  left.target === right.target &&
  left.gap === right.gap &&
  left.costCents === right.costCents &&
  left.exempt === right.exempt;
