import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { GapAnalysis, RoomGap, SchoolGap } from '../gaps/gap-analysis.ts';
import { applyChanges } from '../history/apply-changes.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { movableSurplus, type MovableUnits } from '../plan/movable-surplus.ts';
import { openRoomGaps } from '../plan/open-room-gaps.ts';
import { proposeRedistribution, type ProposedMove } from '../plan/redistribution.ts';
import { redistributionChanges } from '../plan/redistribution-changes.ts';
import { deviceId, type RequirementId, type RoomId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import type { SchoolReport } from './school-report.ts';

/** A gap that is left in a school after its own Umverteilung; `roomId` null = school-wide. */
export type LeftGap = {
  readonly line: RoomGap | SchoolGap;
  readonly roomId: RoomId | null;
  readonly units: number;
};

/** A school after its own Umverteilung: what it could give, what it lacks. */
export type ExchangeSchool = {
  readonly profile: TargetProfile;
  readonly ownMoves: readonly ProposedMove[];
  readonly surplus: readonly MovableUnits[];
  readonly gaps: readonly LeftGap[];
  readonly inventory: Inventory;
  readonly analysis: GapAnalysis;
};

/** Ids of parts and of devices on trial: behind all others, so that what ties goes to what was there before. */
const TRIAL = '\uffff';

/** What belongs to somebody else than the Schulträger is not his to give to another school. */
const MAY_LEAVE: ReadonlySet<Device['owner']> = new Set(['school-authority', 'state', 'unknown']);

/** A school moves its own surplus first, which needs no van; only what is left is offered and asked for. */
export const prepareSchool = ({
  inventory: before,
  profile,
  analysis: first,
}: SchoolReport): ExchangeSchool => {
  const { moves, withheld } = proposeRedistribution(before, profile, first);
  let parts = 0;
  const newId = () => deviceId(`${TRIAL}${(parts += 1)}`);
  const inventory = withChanges(before, redistributionChanges(before, profile, moves, newId));
  const analysis =
    moves.length === 0 ? first : analyzeGaps(inventory, profile, { asOf: first.asOf, stage: first.stage });
  const isWithheld = new Set(withheld.map(({ roomId, requirementId }) => lineKey(roomId, requirementId)));
  const inRooms = openRoomGaps(profile, analysis, true).flatMap(({ line, units }): readonly LeftGap[] =>
    isWithheld.has(lineKey(line.roomId, line.requirementId)) ? [] : [{ line, roomId: line.roomId, units }],
  );
  const inSchool = analysis.school.flatMap((line): readonly LeftGap[] => {
    const units = (line.gap ?? 0) - line.repairable;
    return units > 0 ? [{ line, roomId: null, units }] : [];
  });
  const surplus = movableSurplus(inventory, profile, analysis).filter(
    ({ device }) => MAY_LEAVE.has(device.owner) && !device.id.startsWith(TRIAL),
  );
  return { profile, ownMoves: moves, surplus, gaps: [...inRooms, ...inSchool], inventory, analysis };
};

const withChanges = (inventory: Inventory, changes: Parameters<typeof applyChanges>[1]): Inventory =>
  changes.length === 0
    ? inventory
    : applyChanges({ inventory, profiles: new Map(), settings: new Map() }, changes).inventory;

export const lineKey = (roomId: RoomId | null, requirementId: RequirementId): string =>
  `${requirementId}@${roomId ?? ''}`;

export type GivenUnits = { readonly device: Device; readonly units: number; readonly piecesPerUnit: number };
export type TakenUnits = GivenUnits & { readonly roomId: RoomId | null };

/** The school without what it gives and with what it gets. */
const afterExchange = (
  { inventory }: ExchangeSchool,
  given: readonly GivenUnits[],
  taken: readonly TakenUnits[],
): Inventory => {
  const gone = new Map<string, number>();
  for (const { device, units, piecesPerUnit } of given)
    gone.set(device.id, (gone.get(device.id) ?? 0) + units * piecesPerUnit);
  const kept = inventory.devices.flatMap((device): readonly Device[] => {
    const quantity = device.quantity - (gone.get(device.id) ?? 0);
    return quantity === device.quantity ? [device] : quantity > 0 ? [{ ...device, quantity }] : [];
  });
  const added = taken.map(({ device, units, piecesPerUnit, roomId }, at): Device => ({
    ...device,
    id: deviceId(`${TRIAL}${TRIAL}${at}`),
    // A case of this school may bear the same number.
    assetTag: null,
    containerTag: null,
    quantity: units * piecesPerUnit,
    roomId,
  }));
  return { ...inventory, devices: [...kept, ...added] };
};

export type BrokenPromises = {
  /** Lines that did not get what was promised, by `lineKey`. */
  readonly lines: readonly string[];
  /** Giving would open a gap of the school. */
  readonly opensGap: boolean;
};

/**
 * Asks the comparison itself what the exchange would do in a school: it gives units where they fill most, and may use one
 * otherwise than promised.
 *
 * @param promised units by `lineKey`
 */
export const brokenPromises = (
  school: ExchangeSchool,
  given: readonly GivenUnits[],
  taken: readonly TakenUnits[],
  promised: ReadonlyMap<string, number>,
): BrokenPromises => {
  const { analysis: before, profile } = school;
  const after = analyzeGaps(afterExchange(school, given, taken), profile, {
    asOf: before.asOf,
    stage: before.stage,
  });
  const linesOf = ({ rooms, school: lines }: GapAnalysis) => [
    ...rooms.map((line) => ({ key: lineKey(line.roomId, line.requirementId), line })),
    ...lines.map((line) => ({ key: lineKey(null, line.requirementId), line: { ...line, waived: false } })),
  ];
  const now = new Map(linesOf(after).map(({ key, line }) => [key, line]));
  const lines: string[] = [];
  let opensGap = false;
  for (const { key, line } of linesOf(before)) {
    const then = now.get(key);
    const closed = (line.gap ?? 0) - (then?.gap ?? 0);
    if (closed < 0) opensGap = true;
    const units = promised.get(key);
    if (units !== undefined && (closed < units || then?.waived === true)) lines.push(key);
  }
  return { lines, opensGap };
};
