import type { Inventory } from '../inventory/inventory.ts';
import type { Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';
import type { RequirementId } from '../shared/ids.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';
import type { GapOptions } from './gap-analysis.ts';
import { fits, roomTargets, topOfLadders } from './requirements-in-force.ts';
import { schoolTarget, UNKNOWN_TARGET, type SchoolTarget } from './school-targets.ts';
import { NO_PLACE } from './units.ts';

/** One requirement in one room, or school-wide: what is wanted there. */
export type Line = {
  readonly requirement: Requirement;
  /** Index of the requirement in the profile. */
  readonly order: number;
  /** Index of the room in walking order; `NO_PLACE` = school-wide. */
  readonly place: number;
  /** null = nicht berechenbar; 0 where exempt or waived. */
  readonly target: number | null;
  /** Of school-wide requirements: what the target was computed from. */
  readonly base: number | null;
  readonly scored: boolean;
  readonly exempt: boolean;
  readonly waived: boolean;
  /** Seats unknown, the fallback was taken. */
  readonly assumed: boolean;
};

export type LinesInput = {
  readonly inventory: Inventory;
  /** In walking order. */
  readonly rooms: readonly Room[];
  readonly profile: TargetProfile;
  readonly stage: number;
  readonly asOf: GapOptions['asOf'];
  readonly isAdministration: (place: number) => boolean;
  /** Whether a counting unit of one of the categories stands in the room. */
  readonly hasUnit: (place: number, categories: readonly string[]) => boolean;
};

/** By room and profile order, school-wide ones last: dependent quantities sum the targets of the rooms. */
export const linesOf = (input: LinesInput): readonly Line[] => {
  const lines: Line[] = [];
  const targetsOf = roomTargets(input.profile, input.stage, input.inventory.school.schoolType, input.asOf);
  input.rooms.forEach((room, place) => {
    const scored = !input.isAdministration(place);
    for (const { requirement, order, units, assumed, exempt } of targetsOf(room)) {
      const waived = !exempt && requirement.waivedBy.length > 0 && input.hasUnit(place, requirement.waivedBy);
      const target = exempt || waived ? 0 : units;
      lines.push({
        requirement,
        order,
        place,
        target,
        base: null,
        scored,
        exempt,
        waived,
        assumed: assumed && target > 0,
      });
    }
  });
  return [...lines, ...schoolLines(input, lines)];
};

const schoolLines = (
  { inventory: { school }, profile, stage }: LinesInput,
  roomLines: readonly Line[],
): readonly Line[] => {
  const inForce = topOfLadders(
    profile.requirements.filter(
      (requirement) => requirement.appliesTo.kind === 'school' && fits(requirement, stage, school.schoolType),
    ),
  );
  const targetOf = schoolTargets(inForce, school, roomLines);
  return inForce.map((requirement) => {
    const { units, base } = targetOf(requirement);
    return {
      requirement,
      order: profile.requirements.indexOf(requirement),
      place: NO_PLACE,
      target: units,
      base,
      scored: true,
      exempt: false,
      waived: false,
      assumed: false,
    };
  });
};

/** Each target once, dependent ones after those that they depend on. */
const schoolTargets = (
  inForce: readonly Requirement[],
  school: School,
  roomLines: readonly Line[],
): ((requirement: Requirement) => SchoolTarget) => {
  const byId = new Map(inForce.map((requirement) => [requirement.id, requirement]));
  const roomSums = new Map<RequirementId, number>();
  for (const { requirement, target } of roomLines)
    roomSums.set(requirement.id, (roomSums.get(requirement.id) ?? 0) + (target ?? 0));
  /** null = waits for those that it depends on. A circle, which parseProfile refuses, meets this and stays not computable. */
  const computed = new Map<RequirementId, SchoolTarget | null>();
  const unitsOf = (id: RequirementId): number | null =>
    byId.has(id) ? (computed.get(id)?.units ?? null) : (roomSums.get(id) ?? 0);
  /** Without recursion: a chain may be as long as the profile. */
  const compute = (wanted: Requirement): void => {
    const open = [wanted];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const known = computed.get(at.id);
      if (known === undefined) {
        computed.set(at.id, null);
        for (const id of basesOf(at)) {
          const base = byId.get(id);
          if (base !== undefined && !computed.has(id)) open.push(base);
        }
        continue;
      }
      open.pop();
      if (known === null) computed.set(at.id, schoolTarget(at, school, unitsOf));
    }
  };
  return (requirement) => {
    compute(requirement);
    return computed.get(requirement.id) ?? UNKNOWN_TARGET;
  };
};

const basesOf = ({ quantity }: Requirement): readonly RequirementId[] =>
  quantity.kind === 'dependent' ? quantity.of : [];
