import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Room } from '../inventory/room.ts';
import type { DeviceCategory, Requirement, TargetProfile } from '../targets/target-profile.ts';

/**
 * The sentences of "Comparing with the targets" taken literally and slowly, sharing no code with `analyzeGaps`: every
 * way of giving every single unit to every requirement is tried.
 */
export type NaiveLine = {
  readonly key: string;
  readonly requirement: Requirement;
  readonly room: Room | null;
  readonly target: number | null;
  readonly scored: boolean;
  readonly exempt: boolean;
};

/** A unit on its own, and what the assignment may look at. */
type Unit = { readonly device: Device; readonly category: DeviceCategory; readonly room: Room | null };

/** Better is larger, first entry first. */
export type Objective = readonly number[];

export const lineKey = (requirement: string, room: string | null): string =>
  `${room ?? 'school'}/${requirement}`;

export const naiveLines = (
  { school, rooms, devices }: Inventory,
  profile: TargetProfile,
  asOf: string,
  stage: number,
): readonly NaiveLine[] => {
  const applies = (requirement: Requirement): boolean => {
    if (requirement.stage > stage) return false;
    if (requirement.schoolTypes === null) return true;
    return school.schoolType !== null && requirement.schoolTypes.indexOf(school.schoolType) >= 0;
  };
  const isOvertaken = (requirement: Requirement, rivals: readonly Requirement[]): boolean =>
    requirement.ladder !== null &&
    rivals.some((rival) => rival.ladder === requirement.ladder && rival.stage > requirement.stage);
  const lines: NaiveLine[] = [];
  for (const room of rooms) {
    const inRoom = profile.requirements.filter(
      (requirement) =>
        applies(requirement) &&
        requirement.appliesTo.kind === 'rooms' &&
        requirement.appliesTo.roomTypes.some((type) => room.roomTypes.includes(type)),
    );
    const isExempt = ({ id }: Requirement): boolean =>
      room.exemptions.some(
        (exemption) =>
          exemption.requirement === id &&
          exemption.since <= asOf &&
          (exemption.until === null || exemption.until >= asOf),
      );
    const quantity = (requirement: Requirement): number => {
      if (requirement.quantity.kind === 'fixed') return requirement.quantity.units;
      if (requirement.quantity.kind !== 'per-seats') throw new Error('not a room quantity');
      const { multiply, divide, fallbackUnits } = requirement.quantity;
      if (room.seats === null || room.seats === 0) return fallbackUnits;
      let units = 0;
      while (units * divide < room.seats * multiply) units += 1;
      return units;
    };
    const holds =
      (among: readonly Requirement[]) =>
      (requirement: Requirement): boolean => {
        if (isOvertaken(requirement, among)) return false;
        return !among.some((rival, position) => {
          if (rival === requirement || rival.group !== requirement.group || isOvertaken(rival, among))
            return false;
          const difference = quantity(rival) - quantity(requirement);
          return difference > 0 || (difference === 0 && position < among.indexOf(requirement));
        });
      };
    const open = inRoom.filter((requirement) => !isExempt(requirement));
    const types = room.roomTypes.map((type) => profile.roomTypes.find(({ id }) => id === type)?.scope);
    const scored = types.length === 0 || types.some((scope) => scope !== 'administration');
    for (const requirement of inRoom) {
      const exempt = isExempt(requirement);
      if (exempt ? !holds(inRoom)(requirement) : !holds(open)(requirement)) continue;
      const waived = devices.some(
        (device) =>
          requirement.waivedBy.includes(device.categoryId ?? '') &&
          device.roomId === room.id &&
          (device.status === 'in-use' || device.status === 'in-storage') &&
          device.owner !== 'private',
      );
      const target = exempt || waived ? 0 : quantity(requirement);
      lines.push({ key: lineKey(requirement.id, room.id), requirement, room, target, scored, exempt });
    }
  }
  const schoolWide = profile.requirements.filter(
    (requirement) => applies(requirement) && requirement.appliesTo.kind === 'school',
  );
  const schoolTarget = (requirement: Requirement): number | null => {
    const { quantity } = requirement;
    switch (quantity.kind) {
      case 'fixed':
        return quantity.units;
      case 'per-pupils': {
        if (school.pupils === null || school.pupils === 0) return null;
        return Math.ceil(school.pupils / (quantity.terms[0]?.pupilsPerUnit ?? 1));
      }
      case 'dependent': {
        let sum = 0;
        for (const id of quantity.of) {
          const other = schoolWide.find(
            (candidate) => candidate.id === id && !isOvertaken(candidate, schoolWide),
          );
          if (other !== undefined) {
            const units = schoolTarget(other);
            if (units === null) return null;
            sum += units;
          }
          for (const line of lines)
            if (line.room !== null && line.requirement.id === id) sum += line.target ?? 0;
        }
        return Math.ceil((sum * quantity.multiply) / quantity.divide);
      }
      default:
        throw new Error('not in the generated schools');
    }
  };
  for (const requirement of schoolWide)
    if (!isOvertaken(requirement, schoolWide))
      lines.push({
        key: lineKey(requirement.id, null),
        requirement,
        room: null,
        target: schoolTarget(requirement),
        scored: true,
        exempt: false,
      });
  return lines;
};

const isOverAge = ({ device, category }: Unit, asOf: string): boolean =>
  device.purchasedOn !== null &&
  Number(asOf.slice(0, 4)) >
    Number(device.purchasedOn.slice(0, 4)) + (device.serviceLifeYears ?? category.serviceLifeYears);

const mayFill = (unit: Unit, line: NaiveLine, profile: TargetProfile): boolean => {
  const { device, room } = unit;
  if (!line.requirement.categories.includes(unit.category.id)) return false;
  if (line.room !== null) return device.status !== 'on-loan' && room?.id === line.room.id;
  const isForPupils =
    device.userGroup === null || device.userGroup === 'pupils' || device.userGroup === 'room';
  if (line.requirement.quantity.kind === 'per-pupils' && !isForPupils) return false;
  const standsInAdministration =
    room !== null &&
    device.status !== 'on-loan' &&
    room.roomTypes.length > 0 &&
    room.roomTypes.every(
      (type) => profile.roomTypes.find(({ id }) => id === type)?.scope === 'administration',
    );
  return !(standsInAdministration && ['TAB', 'NB', 'PC'].includes(unit.category.id) && !isForPupils);
};

const CLASSES = ['must', 'should', 'could'];
const READINESS = ['in-use', 'in-storage', 'on-loan'];

/** What one unit on one line adds to each level. */
export const worthOf = (unit: Unit, line: NaiveLine, asOf: string): Objective => {
  const worth = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  worth[CLASSES.indexOf(line.requirement.priority) + (line.scored ? 0 : 3)] = 1;
  worth[6] = line.room === null ? 0 : 1;
  worth[7] = -line.requirement.categories.indexOf(unit.category.id);
  worth[8] = isOverAge(unit, asOf) ? -1 : 0;
  worth[9] = -READINESS.indexOf(unit.device.status);
  return worth;
};

export const usableUnits = ({ devices, rooms }: Inventory, profile: TargetProfile): readonly Unit[] =>
  devices.flatMap((device) => {
    const category = profile.categories.find(({ id }) => id === device.categoryId);
    if (category === undefined || !READINESS.includes(device.status) || device.owner === 'private') return [];
    const room = rooms.find(({ id }) => id === device.roomId) ?? null;
    return Array.from({ length: device.quantity }, () => ({ device, category, room }));
  });

export const compareObjectives = (a: Objective, b: Objective): number => {
  for (let level = 0; level < a.length; level += 1) {
    const difference = (a[level] ?? 0) - (b[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The best objective of all assignments. */
export const bestObjective = (
  inventory: Inventory,
  profile: TargetProfile,
  lines: readonly NaiveLine[],
  asOf: string,
): Objective => {
  const units = usableUnits(inventory, profile);
  const memo = new Map<string, Objective>();
  const visit = (position: number, open: readonly number[]): Objective => {
    const unit = units[position];
    if (unit === undefined) return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const key = `${position}:${open.join()}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let best = visit(position + 1, open);
    lines.forEach((line, number) => {
      if ((open[number] ?? 0) <= 0 || !mayFill(unit, line, profile)) return;
      const rest = visit(
        position + 1,
        open.map((count, index) => (index === number ? count - 1 : count)),
      );
      const worth = worthOf(unit, line, asOf);
      const total = rest.map((value, level) => value + (worth[level] ?? 0));
      if (compareObjectives(total, best) > 0) best = total;
    });
    memo.set(key, best);
    return best;
  };
  return visit(
    0,
    lines.map(({ target }) => target ?? 0),
  );
};
