import type { Inventory } from '../inventory/inventory.ts';
import { compareRooms } from '../inventory/room-order.ts';
import type { Room } from '../inventory/room.ts';
import { yearOf } from '../shared/iso-date.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';
import { assignUnits, type Demand } from './assign-units.ts';
import { checkResults, figureResults, type CheckInput } from './check-results.ts';
import type { GapAnalysis, GapOptions, RoomGap, SchoolGap } from './gap-analysis.ts';
import { gapIssues } from './gap-issues.ts';
import type { Fill } from './hand-out.ts';
import { linesOf, type Line } from './lines.ts';
import { stageInForce } from './requirements-in-force.ts';
import { standardResults, summarizeRooms, totalsOf } from './summaries.ts';
import { surplusByLine, surplusOf } from './surplus.ts';
import { countUnits, placeRanges, sumUnits, type DeviceUnits, type UnitGroup } from './units.ts';

/**
 * Compares an inventory with the targets of a profile: per room and school-wide what should be there, what is, what is
 * missing, and what it costs. Pure and deterministic: the day comes in as `asOf`, ties go by profile order and walking
 * order. How units are assigned to requirements: `assignUnits`.
 *
 * @example a school of 1,900 pupils with a target of 1 device per 5 pupils has a target of 380; 311 devices leave a gap of 69
 */
export const analyzeGaps = (
  inventory: Inventory,
  profile: TargetProfile,
  options: GapOptions,
): GapAnalysis => {
  const { school } = inventory;
  const { categories } = profile;
  const stage = stageInForce(profile, options.stage, options.asOf);
  const rooms = inventory.rooms.toSorted(compareRooms);
  const isAdministration = administrationTest(profile, rooms);
  const units = countUnits(inventory, rooms, profile, yearOf(options.asOf));
  const hasUnit = presenceTest(units.usable, profile, rooms.length);
  const lines = linesOf({ inventory, rooms, profile, stage, asOf: options.asOf, isAdministration, hasUnit });

  const assign = (groups: readonly UnitGroup[], open: (line: number) => number | null) => {
    const demands: Demand[] = [];
    const numbers: number[] = [];
    lines.forEach(({ requirement, order, place, scored }, number) => {
      const units = open(number);
      if (units === null || units <= 0) return;
      demands.push({ requirement, order, place, scored, units });
      numbers.push(number);
    });
    const { fills, left } = assignUnits({ groups, demands, categories, isAdministration });
    const byLine: (Fill | undefined)[] = Array.from({ length: lines.length });
    numbers.forEach((number, index) => {
      byLine[number] = fills[index];
    });
    return { byLine, left };
  };
  const assigned = assign(units.usable, (number) => lines[number]?.target ?? null);
  const covered = lines.map((line, number) =>
    coverOf(line, rooms[line.place], assigned.byLine[number]?.units ?? 0),
  );
  const gapOf = (number: number): number | null => {
    const target = lines[number]?.target ?? null;
    return target === null ? null : target - (assigned.byLine[number]?.units ?? 0) - (covered[number] ?? 0);
  };
  // What is broken or lost explains the gaps that are left, by the same assignment.
  const explain = (groups: readonly UnitGroup[]) => (groups.length === 0 ? [] : assign(groups, gapOf).byLine);
  const defective = explain(units.defective);
  const missing = explain(units.missing);

  const surplus = surplusOf(units.usable, assigned.left, rooms, categories);
  const surplusOn = surplusByLine(surplus, rooms.length);
  const headOf = requirementHeads(profile);
  const roomGaps: RoomGap[] = [];
  const schoolGaps: SchoolGap[] = [];
  lines.forEach((line, number) => {
    const { target } = line;
    const { price, head } = headOf(line.requirement);
    const fill = assigned.byLine[number];
    const broken = defective[number];
    const lost = missing[number];
    const gap = gapOf(number);
    // Written out: at 3,000 rooms these are 30,000 objects, and spreading costs more than the assignment.
    const figures = {
      requirementId: head.requirementId,
      group: head.group,
      kind: head.kind,
      priority: head.priority,
      stage: head.stage,
      dueYear: head.dueYear,
      target,
      actual: target === null || gap === null ? null : target - gap,
      gap,
      covered: covered[number] ?? 0,
      overAge: fill?.overAge ?? 0,
      defective: broken?.units ?? 0,
      missing: lost?.units ?? 0,
      repairable: Math.min(gap ?? 0, broken?.units ?? 0),
      costCents: gap === null ? null : gap * price,
      devices: fill?.devices ?? NOTHING,
      unusable: broken === undefined && lost === undefined ? NOTHING : bothOf(broken, lost),
    };
    const room = rooms[line.place];
    if (room === undefined) schoolGaps.push(Object.assign(figures, { base: line.base }));
    else
      roomGaps.push(
        Object.assign(figures, {
          roomId: room.id,
          scored: line.scored,
          exempt: line.exempt,
          waived: line.waived,
          assumed: line.assumed,
          surplus: surplusOn(line),
        }),
      );
  });

  const roomSummaries = summarizeRooms({
    profile,
    rooms,
    isAdministration,
    roomGaps,
    schoolGaps,
    teacherDeviceReplacesTeacherPlace: options.teacherDeviceReplacesTeacherPlace ?? true,
  });
  const isOneOf = ({ category }: UnitGroup, ids: ReadonlySet<string>): boolean =>
    ids.has(categories[category]?.id ?? '');
  const checkInput: CheckInput = {
    profile,
    stage,
    school,
    rooms,
    hasUnit,
    unitsInSchool: (ids) =>
      units.usable.reduce((sum, group) => sum + (isOneOf(group, ids) ? group.units : 0), 0),
    spareUnits: (ids) =>
      units.usable.reduce(
        (sum, group, index) =>
          sum + (group.forPupils && isOneOf(group, ids) ? sumUnits(assigned.left[index] ?? NOTHING) : 0),
        0,
      ),
  };
  return {
    asOf: options.asOf,
    stage,
    rooms: roomGaps,
    school: schoolGaps,
    roomSummaries,
    surplus: surplus.map(({ place: _place, category: _category, ...entry }) => entry),
    standards: standardResults(profile, roomSummaries),
    checks: checkResults(checkInput),
    figures: figureResults(checkInput),
    ...totalsOf(profile, roomGaps, schoolGaps, roomSummaries),
    overAgeDevices: units.usable.flatMap(({ overAge, devices }) =>
      overAge ? devices.map(({ deviceId }) => deviceId) : [],
    ),
    issues: gapIssues(profile, school, lines, rooms),
  };
};

const NOTHING: readonly DeviceUnits[] = [];

/** Rooms whose types are all administration: shown, left out of every sum. */
const administrationTest = (profile: TargetProfile, rooms: readonly Room[]): ((place: number) => boolean) => {
  const scopes = new Map(profile.roomTypes.map(({ id, scope }) => [id, scope]));
  const answers = rooms.map(
    ({ roomTypes }) =>
      roomTypes.length > 0 && roomTypes.every((type) => scopes.get(type) === 'administration'),
  );
  return (place) => answers[place] === true;
};

/** Whether a counting unit of one of the categories stands in the room; what is on loan stands in none. */
const presenceTest = (
  groups: readonly UnitGroup[],
  { categories }: TargetProfile,
  roomCount: number,
): ((place: number, ids: Iterable<string>) => boolean) => {
  const index = new Map(categories.map(({ id }, position) => [id, position]));
  const rangeOf = placeRanges(groups, roomCount);
  return (place, ids) => {
    const [from, to] = rangeOf(place);
    for (const id of ids) {
      const category = index.get(id);
      for (let at = from; at < to; at += 1)
        if (groups[at]?.category === category && groups[at]?.onLoan === false) return true;
    }
    return false;
  };
};

const bothOf = (broken: Fill | undefined, lost: Fill | undefined): readonly DeviceUnits[] => [
  ...(broken?.devices ?? NOTHING),
  ...(lost?.devices ?? NOTHING),
];

/**
 * What a room attribute adds to the assigned units: the larger of both counts, so that what is entered both ways is
 * not counted twice.
 */
const coverOf = ({ requirement, target }: Line, room: Room | undefined, assigned: number): number => {
  if (requirement.coveredBy === null || room === undefined || target === null) return 0;
  const entered = {
    'lan-sockets': room.lanSockets ?? 0,
    'power-groups': room.powerGroups ?? 0,
    'wlan-full': room.wlanCoverage === 'full' ? target : 0,
  }[requirement.coveredBy];
  return Math.max(0, Math.min(target, entered) - assigned);
};

/** What each line of a requirement says alike, made once. */
const requirementHeads = (profile: TargetProfile) => {
  const categories = new Map(profile.categories.map((category) => [category.id, category]));
  const dueYears = new Map(profile.stages.map(({ stage, dueYear }) => [stage, dueYear]));
  const made = new Map(
    profile.requirements.map((requirement) => {
      const preferred = categories.get(requirement.categories[0] ?? '');
      const { id: requirementId, group, priority, stage } = requirement;
      const kind = preferred?.kind ?? 'accessory';
      const dueYear = requirement.dueYear ?? dueYears.get(stage) ?? 0;
      const head = { requirementId, group, kind, priority, stage, dueYear };
      return [requirement, { head, price: preferred?.guidePriceCents ?? 0 }];
    }),
  );
  return (requirement: Requirement) => {
    const head = made.get(requirement);
    if (head === undefined) throw new Error(`requirement ${requirement.id} is not of this profile`);
    return head;
  };
};
