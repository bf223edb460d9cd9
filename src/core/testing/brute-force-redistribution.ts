import type { GapAnalysis, RoomGap } from '../gaps/gap-analysis.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';

/**
 * The sentences about Umverteilung taken literally and slowly, sharing no code with `proposeRedistribution`: every way of giving
 * every single surplus unit to every open gap is tried.
 */
export type LooseUnit = {
  readonly device: Device;
  readonly categoryId: string;
  readonly roomId: string | null;
};

export type WantedGap = {
  readonly line: RoomGap;
  readonly requirement: Requirement;
  readonly units: number;
  readonly building: string | null;
  /** By profile, then walking order. */
  readonly position: number;
};

/** Larger is better, first entry first: six classes, moves between buildings, unknown years, years, order. */
export type MoveObjective = readonly number[];
const LEVELS = 10;
const CLASSES = ['must', 'should', 'could'];

const isThere = ({ status, owner }: Device): boolean =>
  owner !== 'private' && (status === 'in-use' || status === 'in-storage');

export const looseUnits = (
  { rooms, devices }: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
): readonly LooseUnit[] => {
  const wireless = profile.requirements.filter(({ coveredBy }) => coveredBy === 'wlan-full');
  const mayLeave = ({ device, categoryId, roomId }: LooseUnit): boolean => {
    if (profile.categories.find(({ id }) => id === categoryId)?.movable !== true) return false;
    if (device.status === 'on-loan') return false;
    if (devices.some(({ containerTag }) => containerTag !== null && containerTag === device.assetTag))
      return false;
    const room = rooms.find(({ id }) => id === roomId);
    // Somebody of the staff works with it in an office.
    if (
      room !== undefined &&
      room.roomTypes.length > 0 &&
      room.roomTypes.every(
        (type) => profile.roomTypes.find(({ id }) => id === type)?.scope === 'administration',
      ) &&
      ['TAB', 'NB', 'PC'].includes(categoryId) &&
      ['teachers', 'administration'].includes(device.userGroup ?? '')
    )
      return false;
    return !(
      room?.wlanCoverage === 'full' && wireless.some(({ categories }) => categories.includes(categoryId))
    );
  };
  const units = analysis.surplus
    .flatMap(({ roomId, categoryId, devices: entries }) =>
      entries.flatMap(({ deviceId, units: count }) =>
        Array.from({ length: count }, () => ({
          device: devices.find(({ id }) => id === deviceId)!,
          categoryId,
          roomId,
        })),
      ),
    )
    .filter(mayLeave);
  return units.filter(
    ({ categoryId, roomId }) =>
      !analysis.rooms.some((line) => {
        const waivers = profile.requirements.find(({ id }) => id === line.requirementId)!.waivedBy;
        if (!line.waived || line.roomId !== roomId || !waivers.includes(categoryId)) return false;
        // Of all that waive it there, does any stay whatever is proposed?
        const present = devices
          .filter((device) => isThere(device) && device.roomId === roomId)
          .filter((device) => waivers.includes(device.categoryId ?? ''))
          .reduce((sum, { quantity }) => sum + quantity, 0);
        const going = units.filter((unit) => unit.roomId === roomId && waivers.includes(unit.categoryId));
        return present <= going.length;
      }),
  );
};

export const wantedGaps = (
  { rooms }: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
  repairsFirst: boolean,
  isWithheld: (line: RoomGap) => boolean,
): readonly WantedGap[] =>
  profile.requirements
    .flatMap((requirement) =>
      analysis.rooms
        .filter(({ requirementId }) => requirementId === requirement.id)
        .map((line) => ({
          line,
          requirement,
          units:
            isNearCover(line, profile, analysis) || isWithheld(line)
              ? 0
              : line.gap! - (repairsFirst ? line.repairable : 0),
          building: rooms.find(({ id }) => id === line.roomId)!.building,
        })),
    )
    .filter(({ units }) => units > 0)
    .map((gap, position) => ({ ...gap, position }));

/** Whether a chain of lines of the room, each sharing a category with the next, leads to a covered one. */
const isNearCover = (line: RoomGap, profile: TargetProfile, { rooms }: GapAnalysis): boolean => {
  const named = ({ requirementId }: RoomGap) =>
    profile.requirements.find(({ id }) => id === requirementId)!.categories;
  const passed = new Set<RoomGap>();
  const visit = (at: RoomGap): boolean => {
    if (passed.has(at)) return false;
    passed.add(at);
    return (
      at.covered > 0 ||
      rooms.some(
        (other) =>
          other.roomId === at.roomId && named(other).some((id) => named(at).includes(id)) && visit(other),
      )
    );
  };
  return visit(line);
};

export const moveWorth = (
  { device, roomId }: LooseUnit,
  { line, building, position }: WantedGap,
  { rooms }: Inventory,
): MoveObjective => {
  const worth = Array.from({ length: LEVELS }, () => 0);
  worth[CLASSES.indexOf(line.priority) + (line.scored ? 0 : 3)] = 1;
  const from = rooms.find(({ id }) => id === roomId);
  worth[6] = from !== undefined && from.building !== building ? -1 : 0;
  worth[7] = device.purchasedOn === null ? -1 : 0;
  worth[8] = device.purchasedOn === null ? 0 : Number(device.purchasedOn.slice(0, 4)) - 2030;
  worth[9] = -position;
  return worth;
};

export const isBetter = (a: MoveObjective, b: MoveObjective): boolean => {
  const level = a.findIndex((value, index) => value !== b[index]);
  return level >= 0 && a[level]! > b[level]!;
};

const plus = (a: MoveObjective, b: MoveObjective): MoveObjective =>
  a.map((value, level) => value + (b[level] ?? 0));

export const NO_MOVES: MoveObjective = Array.from({ length: LEVELS }, () => 0);

/** The best of all ways. */
export const bestMoveObjective = (
  units: readonly LooseUnit[],
  gaps: readonly WantedGap[],
  inventory: Inventory,
): MoveObjective => {
  const memo = new Map<string, MoveObjective>();
  const visit = (index: number, open: readonly number[]): MoveObjective => {
    const unit = units[index];
    if (unit === undefined) return NO_MOVES;
    const key = `${index}:${open.join()}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let best = visit(index + 1, open);
    gaps.forEach((gap, number) => {
      if (open[number] === 0 || gap.line.roomId === unit.roomId) return;
      if (!gap.requirement.categories.includes(unit.categoryId)) return;
      const rest = open.map((count, other) => (other === number ? count - 1 : count));
      const total = plus(visit(index + 1, rest), moveWorth(unit, gap, inventory));
      if (isBetter(total, best)) best = total;
    });
    memo.set(key, best);
    return best;
  };
  return visit(
    0,
    gaps.map(({ units: count }) => count),
  );
};
