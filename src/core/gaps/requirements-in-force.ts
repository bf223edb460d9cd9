import type { Room } from '../inventory/room.ts';
import type { SchoolType } from '../inventory/school.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { yearOf } from '../shared/iso-date.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';

/** The stage asked for, else the first whose `dueYear` is not before the year of `asOf`, else the last. */
export const stageInForce = (profile: TargetProfile, stage: number | null, asOf: IsoDate): number => {
  if (stage !== null) return stage;
  const year = yearOf(asOf);
  return (profile.stages.find(({ dueYear }) => dueYear >= year) ?? profile.stages.at(-1))?.stage ?? 1;
};

type Bound = { readonly stage: number; readonly schoolTypes: readonly SchoolType[] | null };

/** Bound to school types = not applied while the school's type is unknown. */
export const fits = (entry: Bound, stage: number, schoolType: SchoolType | null): boolean =>
  entry.stage <= stage &&
  (entry.schoolTypes === null || (schoolType !== null && entry.schoolTypes.includes(schoolType)));

/** Of the entries with the same ladder key only those of the highest stage. */
export const topOfLadders = <Entry extends { readonly ladder: string | null; readonly stage: number }>(
  entries: readonly Entry[],
): readonly Entry[] => {
  if (entries.every(({ ladder }) => ladder === null)) return entries;
  const highest = new Map<string, number>();
  for (const { ladder, stage } of entries)
    if (ladder !== null) highest.set(ladder, Math.max(stage, highest.get(ladder) ?? 0));
  return entries.filter(({ ladder, stage }) => ladder === null || highest.get(ladder) === stage);
};

export type RoomTarget = {
  readonly requirement: Requirement;
  /** Index in the profile. */
  readonly order: number;
  readonly units: number;
  /** Seats unknown, the fallback was taken. */
  readonly assumed: boolean;
  readonly exempt: boolean;
};

type Candidate = {
  readonly requirement: Requirement;
  readonly order: number;
  readonly ladder: string | null;
  readonly stage: number;
};

/** Answers for each room which requirements hold there and how many units each asks for; exempt ones are marked. */
export const roomTargets = (
  profile: TargetProfile,
  stage: number,
  schoolType: SchoolType | null,
  asOf: IsoDate,
): ((room: Room) => readonly RoomTarget[]) => {
  const all: readonly Candidate[] = profile.requirements.flatMap((requirement, order) =>
    requirement.appliesTo.kind === 'rooms' && fits(requirement, stage, schoolType)
      ? [{ requirement, order, ladder: requirement.ladder, stage: requirement.stage }]
      : [],
  );
  const byTypes = new Map<string, readonly Candidate[]>();
  return (room) => {
    const key = room.roomTypes.join('\n');
    let candidates = byTypes.get(key);
    if (candidates === undefined) {
      candidates = all.filter(
        ({ requirement: { appliesTo } }) =>
          appliesTo.kind === 'rooms' && appliesTo.roomTypes.some((type) => room.roomTypes.includes(type)),
      );
      byTypes.set(key, candidates);
    }
    const exemptIds = exemptionsAt(room, asOf);
    if (exemptIds === null) return holding(candidates, room, false);
    const open = candidates.filter(({ requirement }) => !exemptIds.has(requirement.id));
    const exempt = holding(candidates, room, true).filter((target) => exemptIds.has(target.requirement.id));
    return [...holding(open, room, false), ...exempt].sort((a, b) => a.order - b.order);
  };
};

const exemptionsAt = (room: Room, asOf: IsoDate): ReadonlySet<string> | null => {
  if (room.exemptions.length === 0) return null;
  const ids = room.exemptions
    .filter(({ since, until }) => since <= asOf && (until === null || asOf <= until))
    .map(({ requirement }) => requirement);
  return ids.length === 0 ? null : new Set(ids);
};

/** The top of each ladder, then of each group the one with the highest quantity (the first in the profile when equal). */
const holding = (candidates: readonly Candidate[], room: Room, exempt: boolean): readonly RoomTarget[] => {
  const byGroup = new Map<string, RoomTarget>();
  for (const { requirement, order } of topOfLadders(candidates)) {
    const target = { requirement, order, exempt, ...quantityInRoom(requirement, room) };
    const rival = byGroup.get(requirement.group);
    if (rival === undefined || target.units > rival.units) byGroup.set(requirement.group, target);
  }
  const targets = [...byGroup.values()];
  // Only where a later requirement took over its group is the order of entry not the profile's.
  return targets.sort((a, b) => a.order - b.order);
};

const quantityInRoom = (
  { quantity }: Requirement,
  { seats }: Room,
): { readonly units: number; readonly assumed: boolean } => {
  switch (quantity.kind) {
    case 'fixed':
      return { units: quantity.units, assumed: false };
    case 'per-seats':
      if (seats === null || seats <= 0) return { units: quantity.fallbackUnits, assumed: true };
      return { units: Math.ceil((seats * quantity.multiply) / quantity.divide), assumed: false };
    default:
      // parseProfile refuses every other quantity for rooms.
      throw new Error(`quantity ${quantity.kind} of a room requirement`);
  }
};
