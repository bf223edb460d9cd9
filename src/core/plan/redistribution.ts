import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { GapAnalysis, RoomGap } from '../gaps/gap-analysis.ts';
import { solveTransport } from '../gaps/transport.ts';
import { applyChanges } from '../history/apply-changes.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { groupBy } from '../shared/group-by.ts';
import { deviceId, type CategoryId, type DeviceId, type RequirementId, type RoomId } from '../shared/ids.ts';
import { yearOf } from '../shared/iso-date.ts';
import { PRIORITIES, type Priority, type TargetProfile } from '../targets/target-profile.ts';
import { movableSurplus, type MovableUnits } from './movable-surplus.ts';
import { openRoomGaps, type OpenGap } from './open-room-gaps.ts';
import { redistributionChanges } from './redistribution-changes.ts';

/** So many units of a device are proposed for a gap of another room. */
export type ProposedMove = {
  readonly deviceId: DeviceId;
  readonly units: number;
  readonly categoryId: CategoryId;
  /** null = it stands in no room. */
  readonly fromRoomId: RoomId | null;
  readonly toRoomId: RoomId;
  readonly requirementId: RequirementId;
  readonly priority: Priority;
  readonly scored: boolean;
};

export type Redistribution = {
  /** Scored must, should, could, then unscored; within these by requirement, room and device. */
  readonly moves: readonly ProposedMove[];
  /** Gaps that got no unit, because the comparison would make another use of it there. */
  readonly withheld: readonly { readonly roomId: RoomId; readonly requirementId: RequirementId }[];
};

export type RedistributionOptions = {
  /** A gap that a repair closes needs no move; default true. */
  readonly repairsFirst?: boolean;
  /** Told after each round of proposing and checking. */
  readonly onRound?: (round: number) => void;
};

/**
 * Proposes surplus for gaps of other rooms: most gaps closed by priority, then fewest units moved from building to building,
 * then the younger devices, then by profile, walking order and device id. Every unit closes exactly one gap, so that the
 * fewest moves come by themselves. What is surplus and may go: `movableSurplus`. Why so: docs/adr/0010-planning.md.
 *
 * @param analysis of this inventory and profile
 */
export const proposeRedistribution = (
  inventory: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
  { repairsFirst = true, onRound }: RedistributionOptions = {},
): Redistribution => {
  const surplus = movableSurplus(inventory, profile, analysis);
  const gaps = openRoomGaps(profile, analysis, repairsFirst);
  const withheld = new Set<RoomGap>();
  for (let round = 1; ; round += 1) {
    onRound?.(round);
    const open = gaps.filter(({ line }) => !withheld.has(line));
    const moves = bestMoves(inventory, profile, surplus, open);
    const broken = brokenPromises(inventory, profile, analysis, moves);
    if (broken.length === 0)
      return {
        moves,
        withheld: [...withheld].map(({ roomId, requirementId }) => ({ roomId, requirementId })),
      };
    for (const line of broken) withheld.add(line);
  }
};

/** 0 = closed first. */
const classOf = ({ scored, priority }: Pick<RoomGap, 'scored' | 'priority'>): number =>
  (scored ? 0 : PRIORITIES.length) + PRIORITIES.indexOf(priority);

/**
 * One whole number per unit and gap. Class belongs to the gap and age to the device alone, so that along a cycle of the
 * transport problem all but its two ends cancel out: they need room for one difference. Only buildings add up, by
 * one for each gap at most, and may be a million. The sum stays below 2^40.
 */
const CLASS = 2 ** 36;
const OTHER_BUILDING = 2 ** 15;
const MAX_AGE = 2 ** 14;
const TIE_PER_GAP = 2 ** 22;

/** Units that are worth the same to every gap. */
type Pool = {
  readonly categoryId: CategoryId;
  /** null = in no room, which is no other building. */
  readonly building: string | null;
  /** Years before the youngest device that may go. */
  readonly age: number;
  readonly members: MovableUnits[];
  units: number;
};

const poolsOf = (
  surplus: readonly MovableUnits[],
  buildingOf: (roomId: RoomId) => string,
): readonly Pool[] => {
  const purchased = surplus.flatMap(({ device }) =>
    device.purchasedOn === null ? [] : [yearOf(device.purchasedOn)],
  );
  let youngest = 0;
  for (const year of purchased) youngest = Math.max(youngest, year);
  const pools = new Map<string, Pool>();
  for (const entry of surplus) {
    const { device, categoryId, fromRoomId, units } = entry;
    const building = fromRoomId === null ? null : buildingOf(fromRoomId);
    const age =
      device.purchasedOn === null ? MAX_AGE : Math.min(youngest - yearOf(device.purchasedOn), MAX_AGE - 1);
    const key = JSON.stringify([categoryId, building, age]);
    const pool = pools.get(key) ?? { categoryId, building, age, members: [], units: 0 };
    pools.set(key, pool);
    pool.members.push(entry);
    pool.units += units;
  }
  return [...pools.values()];
};

const bestMoves = (
  { rooms }: Inventory,
  profile: TargetProfile,
  surplus: readonly MovableUnits[],
  gaps: readonly OpenGap[],
): readonly ProposedMove[] => {
  const buildings = new Map(rooms.map(({ id, building }) => [id, building ?? '']));
  const buildingOf = (roomId: RoomId): string => buildings.get(roomId) ?? '';
  const pools = poolsOf(surplus, buildingOf);
  const poolsByCategory = groupBy(
    pools.map((pool, index) => ({ ...pool, index })),
    ({ categoryId }) => categoryId,
  );
  const suited = new Map(
    profile.requirements.map(({ id, categories }) => [
      id,
      [...new Set(categories)]
        .flatMap((category) => poolsByCategory.get(category) ?? [])
        .sort((a, b) => a.index - b.index),
    ]),
  );
  const arcs = gaps.flatMap(({ line }, gap) => {
    const own = buildingOf(line.roomId);
    const value = (2 * PRIORITIES.length - classOf(line)) * CLASS;
    return (suited.get(line.requirementId) ?? []).map(({ building, age, index }) => ({
      gap,
      pool: index,
      cost: (building !== null && building !== own ? OTHER_BUILDING : 0) + age - value,
    }));
  });
  const flow = solveTransport({
    supplies: pools.map(({ units }) => units),
    demands: gaps.map(({ units }) => units),
    from: arcs.map(({ pool }) => pool),
    to: arcs.map(({ gap }) => gap),
    cost: arcs.map(({ cost }) => cost),
    tie: arcs.map(({ gap, pool }) => gap * TIE_PER_GAP + pool),
  });
  const left = pools.map(({ members }) => members.map((entry) => ({ ...entry })));
  const moves = arcs.flatMap(({ gap, pool }, arc) => {
    const line = gaps[gap]?.line;
    const members = left[pool];
    return line === undefined || members === undefined ? [] : take(members, flow[arc] ?? 0, line);
  });
  return moves.sort((a, b) => classOf(a) - classOf(b));
};

/** Takes so many units from the front. */
const take = (
  members: {
    device: MovableUnits['device'];
    units: number;
    categoryId: CategoryId;
    fromRoomId: RoomId | null;
  }[],
  wanted: number,
  { roomId, requirementId, priority, scored }: RoomGap,
): readonly ProposedMove[] => {
  const moves: ProposedMove[] = [];
  for (let open = wanted, entry = members[0]; open > 0 && entry !== undefined; entry = members[0]) {
    const units = Math.min(open, entry.units);
    const { categoryId, fromRoomId } = entry;
    moves.push({
      deviceId: entry.device.id,
      units,
      categoryId,
      fromRoomId,
      toRoomId: roomId,
      requirementId,
      priority,
      scored,
    });
    open -= units;
    entry.units -= units;
    if (entry.units === 0) members.shift();
  }
  return moves;
};

/**
 * Asks the comparison itself what the moves would do. It gives units where they fill most, and may use one otherwise than
 * proposed: it may take it for another requirement of the room and send the unit that stood there to the whole school, or a
 * unit may waive the very gap that another one is sent for. Such gaps are named.
 */
const brokenPromises = (
  inventory: Inventory,
  profile: TargetProfile,
  before: GapAnalysis,
  moves: readonly ProposedMove[],
): readonly RoomGap[] => {
  if (moves.length === 0) return [];
  let number = 0;
  const newId = (): DeviceId => deviceId(`\uffff${(number += 1)}`);
  const changes = redistributionChanges(inventory, profile, moves, newId);
  const state = { inventory, profiles: new Map(), settings: new Map() };
  const after = analyzeGaps(applyChanges(state, changes).inventory, profile, {
    asOf: before.asOf,
    stage: before.stage,
  });
  const key = (roomId: RoomId, requirementId: RequirementId): string => `${requirementId}@${roomId}`;
  const promised = new Map<string, number>();
  for (const { toRoomId, requirementId, units } of moves) {
    const line = key(toRoomId, requirementId);
    promised.set(line, (promised.get(line) ?? 0) + units);
  }
  const now = new Map(after.rooms.map((line) => [key(line.roomId, line.requirementId), line]));
  return before.rooms.filter((line) => {
    const units = promised.get(key(line.roomId, line.requirementId));
    if (units === undefined) return false;
    const then = now.get(key(line.roomId, line.requirementId));
    const closed = (line.gap ?? 0) - (then?.gap ?? 0);
    return closed < units || then?.waived === true;
  });
};
