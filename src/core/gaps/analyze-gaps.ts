import type { Inventory } from '../inventory/inventory.ts';
import { compareRooms } from '../inventory/room-order.ts';
import type { Room } from '../inventory/room.ts';
import { yearOf } from '../shared/iso-date.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';
import { assignUnits, type Demand } from './assign-units.ts';
import { checkResults, figureResults, type CheckInput } from './check-results.ts';
import type { GapAnalysis, GapOptions, RoomGap, SchoolGap } from './gap-analysis.ts';
import { gapIssues } from './gap-issues.ts';
import { linesOf, type Line } from './lines.ts';
import { stageInForce } from './requirements-in-force.ts';
import { standardResults, summarizeRooms, totalsOf } from './summaries.ts';
import { surplusByLine, surplusOf } from './surplus.ts';
import { countUnits, NO_PLACE, sumUnits, type DeviceUnits, type UnitGroup } from './units.ts';

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
  const units = countUnits(inventory, rooms, categories, yearOf(options.asOf));
  const hasUnit = presenceTest(units.usable, profile);
  const lines = linesOf({ inventory, rooms, profile, stage, asOf: options.asOf, isAdministration, hasUnit });

  const assign = (groups: readonly UnitGroup[], open: (line: number) => number | null) => {
    const wanted = lines.flatMap((line, number) => demandOf(line, number, open(number)));
    const demands = wanted.map(({ demand }) => demand);
    const { fills, left } = assignUnits({ groups, demands, categories, isAdministration });
    const byLine: (readonly DeviceUnits[])[] = lines.map(() => NOTHING);
    wanted.forEach(({ number }, index) => {
      byLine[number] = fills[index] ?? NOTHING;
    });
    return { byLine, left };
  };
  const assigned = assign(units.usable, (number) => lines[number]?.target ?? null);
  const figures = lines.map((line, number) =>
    figuresOf(line, assigned.byLine[number] ?? NOTHING, rooms[line.place]),
  );
  // What is broken or lost explains the gaps that are left, by the same assignment.
  const explain = (groups: readonly UnitGroup[]) =>
    groups.length === 0 ? null : assign(groups, (number) => figures[number]?.gap ?? null).byLine;
  const defective = explain(units.defective);
  const missing = explain(units.missing);

  const surplus = surplusOf(units.usable, assigned.left, rooms, categories);
  const surplusOn = surplusByLine(surplus);
  const headOf = requirementHeads(profile);
  const fullLine = (line: Line, number: number) => {
    const known = figures[number] ?? NOT_COMPUTABLE;
    const { price, head } = headOf(line.requirement);
    const broken = defective?.[number] ?? NOTHING;
    const lost = missing?.[number] ?? NOTHING;
    const brokenUnits = sumUnits(broken);
    return {
      ...head,
      ...known,
      defective: brokenUnits,
      missing: sumUnits(lost),
      repairable: Math.min(known.gap ?? 0, brokenUnits),
      costCents: known.gap === null ? null : known.gap * price,
      devices: (assigned.byLine[number] ?? NOTHING).map(toReference),
      unusable: [...broken, ...lost].map(toReference),
    };
  };
  const roomGaps: RoomGap[] = [];
  const schoolGaps: SchoolGap[] = [];
  lines.forEach((line, number) => {
    const room = rooms[line.place];
    if (room === undefined) schoolGaps.push({ ...fullLine(line, number), base: line.base });
    else {
      const { scored, exempt, waived, assumed } = line;
      const own = { roomId: room.id, scored, exempt, waived, assumed, surplus: surplusOn(line) };
      roomGaps.push({ ...fullLine(line, number), ...own });
    }
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
      overAge ? devices.map(({ device }) => device.id) : [],
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
): ((place: number, ids: Iterable<string>) => boolean) => {
  const index = new Map(categories.map(({ id }, position) => [id, position]));
  const present = new Set<number>();
  for (const { place, category, onLoan } of groups)
    if (place !== NO_PLACE && !onLoan) present.add(place * categories.length + category);
  return (place, ids) => {
    for (const id of ids) {
      const category = index.get(id);
      if (category !== undefined && present.has(place * categories.length + category)) return true;
    }
    return false;
  };
};

const demandOf = (
  { requirement, order, place, scored }: Line,
  number: number,
  units: number | null,
): readonly { readonly number: number; readonly demand: Demand }[] =>
  units === null || units <= 0 ? [] : [{ number, demand: { requirement, order, place, scored, units } }];

type Figures = {
  readonly target: number | null;
  readonly actual: number | null;
  readonly gap: number | null;
  readonly covered: number;
  readonly overAge: number;
};
const NOT_COMPUTABLE: Figures = { target: null, actual: null, gap: null, covered: 0, overAge: 0 };

const figuresOf = (
  { target, requirement }: Line,
  devices: readonly DeviceUnits[],
  room: Room | undefined,
): Figures => {
  if (target === null) return NOT_COMPUTABLE;
  const assigned = sumUnits(devices);
  const covered = room === undefined ? 0 : Math.max(0, coverOf(requirement, room, target) - assigned);
  const actual = assigned + covered;
  const overAge = devices.reduce((sum, entry) => sum + (entry.overAge ? entry.units : 0), 0);
  return { target, actual, gap: target - actual, covered, overAge };
};

/** The larger of counted units and attribute counts, so that what is entered both ways is not counted twice. */
const coverOf = ({ coveredBy }: Requirement, room: Room, target: number): number => {
  switch (coveredBy) {
    case null:
      return 0;
    case 'lan-sockets':
      return Math.min(target, room.lanSockets ?? 0);
    case 'power-groups':
      return Math.min(target, room.powerGroups ?? 0);
    case 'wlan-full':
      return room.wlanCoverage === 'full' ? target : 0;
  }
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

const toReference = ({ device, units }: DeviceUnits) => ({ deviceId: device.id, units });
