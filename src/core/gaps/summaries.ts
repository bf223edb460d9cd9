import type { Room } from '../inventory/room.ts';
import type { CategoryId, RequirementId } from '../shared/ids.ts';
import type { CategoryKind, RoomStandard, TargetProfile } from '../targets/target-profile.ts';
import type {
  CategoryTotals,
  GapTotals,
  GroupTotals,
  RoomGap,
  RoomSummary,
  SchoolGap,
  StandardResult,
} from './gap-analysis.ts';

export type SummaryInput = {
  readonly profile: TargetProfile;
  /** In walking order. */
  readonly rooms: readonly Room[];
  readonly isAdministration: (place: number) => boolean;
  /** In walking order. */
  readonly roomGaps: readonly RoomGap[];
  readonly schoolGaps: readonly SchoolGap[];
  readonly teacherDeviceReplacesTeacherPlace: boolean;
};

/** One entry per room, also for rooms without any requirement. Sums leave out what is exempt. */
export const summarizeRooms = (input: SummaryInput): readonly RoomSummary[] => {
  const { profile, rooms, roomGaps } = input;
  const closed = new Set<RequirementId>(
    input.schoolGaps.filter(({ gap }) => gap === 0).map(({ requirementId }) => requirementId),
  );
  const isReplaced = (requirement: RequirementId | null): boolean =>
    requirement !== null && input.teacherDeviceReplacesTeacherPlace && closed.has(requirement);
  let next = 0;
  return rooms.map((room, place) => {
    const first = next;
    while (roomGaps[next]?.roomId === room.id) next += 1;
    const lines = roomGaps.slice(first, next);
    return {
      roomId: room.id,
      counted: lines.some(({ exempt }) => !exempt),
      scored: !input.isAdministration(place),
      ...sumsOf(lines),
      standards: profile.standards
        .filter(({ roomTypes }) => roomTypes.some((type) => room.roomTypes.includes(type)))
        .map((standard) => standardInRoom(standard, lines, isReplaced)),
    };
  });
};

const sumsOf = (lines: readonly RoomGap[]) => {
  let target = 0;
  let actual = 0;
  let gap = 0;
  let costCents = 0;
  const gapByKind: Partial<Record<CategoryKind, number>> = {};
  for (const line of lines) {
    if (line.exempt) continue;
    target += line.target ?? 0;
    actual += line.actual ?? 0;
    costCents += line.costCents ?? 0;
    if (line.gap === null || line.gap === 0) continue;
    gap += line.gap;
    gapByKind[line.kind] = (gapByKind[line.kind] ?? 0) + line.gap;
  }
  return { target, actual, gap, costCents, gapByKind };
};

/** A part that no requirement in force asks for in the room is no part there. */
const standardInRoom = (
  standard: RoomStandard,
  lines: readonly RoomGap[],
  isReplaced: (requirement: RequirementId | null) => boolean,
): RoomSummary['standards'][number] => {
  const missing = standard.parts
    .filter(
      ({ group, replaceableBy }) =>
        !isReplaced(replaceableBy) &&
        lines.some((line) => line.group === group && !line.exempt && line.gap !== 0),
    )
    .map(({ group }) => group);
  return { standardId: standard.id, met: missing.length === 0, missing };
};

/** Counted are all rooms of the types that a standard names. */
export const standardResults = (
  profile: TargetProfile,
  summaries: readonly RoomSummary[],
): readonly StandardResult[] => {
  const results = new Map(profile.standards.map(({ id }) => [id, { standardId: id, met: 0, of: 0 }]));
  for (const { standards } of summaries)
    for (const { standardId, met } of standards) {
      const result = results.get(standardId);
      if (result === undefined) continue;
      result.of += 1;
      if (met) result.met += 1;
    }
  return [...results.values()];
};

export type Totals = {
  readonly totals: GapTotals;
  readonly byGroup: readonly GroupTotals[];
  readonly byCategory: readonly CategoryTotals[];
};

/** Over all scored requirements in force; what is exempt or not computable is in no sum. */
export const totalsOf = (
  profile: TargetProfile,
  roomGaps: readonly RoomGap[],
  schoolGaps: readonly SchoolGap[],
  summaries: readonly RoomSummary[],
): Totals => {
  const sums = {
    target: 0,
    actual: 0,
    gap: 0,
    roomGap: 0,
    schoolGap: 0,
    repairable: 0,
    overAge: 0,
    costCents: 0,
  };
  const groups = new Map<string, { -readonly [Key in keyof GroupTotals]: GroupTotals[Key] }>();
  const gapByCategory = new Map<CategoryId, number>();
  const preferred = new Map(profile.requirements.map(({ id, categories }) => [id, categories[0]]));
  const add = (line: RoomGap | SchoolGap, place: 'roomGap' | 'schoolGap'): void => {
    if (line.target === null || line.actual === null || line.gap === null) return;
    const cost = line.costCents ?? 0;
    sums.target += line.target;
    sums.actual += line.actual;
    sums.gap += line.gap;
    sums[place] += line.gap;
    sums.repairable += line.repairable;
    sums.overAge += line.overAge;
    sums.costCents += cost;
    let group = groups.get(line.group);
    if (group === undefined) {
      group = { group: line.group, kind: line.kind, target: 0, actual: 0, gap: 0, costCents: 0 };
      groups.set(line.group, group);
    }
    group.target += line.target;
    group.actual += line.actual;
    group.gap += line.gap;
    group.costCents += cost;
    const category = preferred.get(line.requirementId);
    if (category !== undefined && line.gap > 0)
      gapByCategory.set(category, (gapByCategory.get(category) ?? 0) + line.gap);
  };
  for (const line of roomGaps) if (line.scored && !line.exempt) add(line, 'roomGap');
  for (const line of schoolGaps) add(line, 'schoolGap');
  return {
    totals: {
      ...sums,
      fulfilment: sums.target === 0 ? null : sums.actual / sums.target,
      roomsWithGap: summaries.filter(({ scored, gap }) => scored && gap > 0).length,
    },
    byGroup: profile.groups.flatMap(({ id }) => groups.get(id) ?? []),
    byCategory: profile.categories.flatMap(({ id, guidePriceCents }) => {
      const gap = gapByCategory.get(id);
      return gap === undefined
        ? []
        : [{ categoryId: id, gap, unitPriceCents: guidePriceCents, costCents: gap * guidePriceCents }];
    }),
  };
};
