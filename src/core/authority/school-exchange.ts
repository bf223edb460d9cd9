import { isForPupils } from '../gaps/units.ts';
import type { PartialDate } from '../shared/iso-date.ts';
import type { CategoryId, DeviceId, RequirementId, RoomId } from '../shared/ids.ts';
import { PRIORITIES, type Priority } from '../targets/target-profile.ts';
import type { MovableUnits } from '../plan/movable-surplus.ts';
import type { ProposedMove } from '../plan/redistribution.ts';
import type { ChosenReport } from './choose-reports.ts';
import { solveExchange } from './exchange-flow.ts';
import {
  brokenPromises,
  lineKey,
  prepareSchool,
  type ExchangeSchool,
  type GivenUnits,
  type LeftGap,
  type TakenUnits,
} from './exchange-schools.ts';

/** So many units of a device of one school are proposed for a gap of another. Schools are positions in the list of schools. */
export type SchoolMove = {
  readonly from: number;
  readonly to: number;
  readonly deviceId: DeviceId;
  readonly units: number;
  readonly categoryId: CategoryId;
  /** null = it stands in no room. */
  readonly fromRoomId: RoomId | null;
  /** null = for the school as a whole. */
  readonly toRoomId: RoomId | null;
  readonly requirementId: RequirementId;
  readonly priority: Priority;
  readonly scored: boolean;
  /** A Zweckbindung usually binds a device to its school: to be cleared first. */
  readonly earmarkedUntil: PartialDate | null;
};

export type SchoolExchange = {
  /** By school that gives, school that gets, then must, should, could. */
  readonly moves: readonly SchoolMove[];
  /** Pairs of schools between which something goes. */
  readonly pairs: number;
  /** Side by side with the schools: what each can do by itself first. */
  readonly ownMoves: readonly (readonly ProposedMove[])[];
};

type Pool = {
  readonly school: number;
  readonly categoryId: CategoryId;
  readonly forPupils: boolean;
  /** Younger devices first. */
  readonly members: MovableUnits[];
  readonly piecesPerUnit: number;
  units: number;
};

/** Gaps of a school that the same units close. */
type Wanted = {
  readonly school: number;
  readonly requirementId: RequirementId;
  readonly categories: ReadonlySet<CategoryId>;
  readonly pupilsOnly: boolean;
  readonly rank: number;
  readonly gaps: LeftGap[];
  units: number;
};

const rankOf = (line: LeftGap['line']): number =>
  ('scored' in line && !line.scored ? PRIORITIES.length : 0) + PRIORITIES.indexOf(line.priority);

/**
 * Proposes what is left over in one school for what another still lacks, after each has moved its own: most gaps closed by
 * priority, then few pairs of schools, then the younger devices. Every unit closes exactly one gap and opens none: the
 * comparison of each school that gives or gets is asked, and what it would not bear out is left out. What may leave a room is
 * as in the Umverteilung of a school; besides, it has to belong to the Schulträger, and schools of different ones exchange nothing.
 *
 * @param onSchool told after each school has been looked at, of all
 */
export const proposeExchange = (
  schools: readonly ChosenReport[],
  onSchool: (done: number, of: number) => void = () => {},
): SchoolExchange => {
  const prepared = schools.map(({ report }, at) => {
    const school = prepareSchool(report);
    onSchool(at + 1, schools.length);
    return school;
  });
  const authorities = schools.map(({ report }) => plainAuthority(report.inventory.school.schoolAuthority));
  const barredLines = prepared.map(() => new Set<string>());
  const barredPools = new Set<string>();
  for (;;) {
    const pools = prepared.flatMap((school, at) =>
      poolsOf(school, at).filter((pool) => !barredPools.has(poolKey(pool))),
    );
    const wanted = prepared.flatMap((school, at) => wantedOf(school, at, barredLines[at] ?? new Set()));
    const moves = movesOf(prepared, authorities, pools, wanted);
    const isKept = check(prepared, moves, barredLines, barredPools);
    if (isKept)
      return {
        moves: moves.map((entry) => entry.move).toSorted(compareMoves),
        pairs: new Set(moves.map(({ move }) => `${move.from}>${move.to}`)).size,
        ownMoves: prepared.map(({ ownMoves }) => ownMoves),
      };
  }
};

const plainAuthority = (name: string | null): string | null =>
  name === null || name.trim() === '' ? null : name.trim().toLowerCase();

const poolKey = ({ school, categoryId, forPupils }: Pool): string =>
  JSON.stringify([school, categoryId, forPupils]);

const byYouth = ({ device: a }: MovableUnits, { device: b }: MovableUnits): number => {
  const [left, right] = [a.purchasedOn ?? '', b.purchasedOn ?? ''];
  return left === right ? (a.id < b.id ? -1 : 1) : left > right ? -1 : 1;
};

const poolsOf = ({ surplus, profile }: ExchangeSchool, school: number): readonly Pool[] => {
  const pieces = new Map(profile.categories.map(({ id, piecesPerUnit }) => [id, piecesPerUnit ?? 1]));
  const pools = new Map<string, Pool>();
  for (const entry of surplus.toSorted(byYouth)) {
    const { categoryId, units, device } = entry;
    const forPupils = isForPupils(device);
    const key = `${categoryId}|${forPupils}`;
    const piecesPerUnit = pieces.get(categoryId) ?? 1;
    const pool = pools.get(key) ?? { school, categoryId, forPupils, members: [], piecesPerUnit, units: 0 };
    pools.set(key, pool);
    pool.members.push(entry);
    pool.units += units;
  }
  return [...pools.values()];
};

const wantedOf = (
  { gaps, profile }: ExchangeSchool,
  school: number,
  barred: ReadonlySet<string>,
): readonly Wanted[] => {
  const requirements = new Map(profile.requirements.map((requirement) => [requirement.id, requirement]));
  const found = new Map<string, Wanted>();
  for (const gap of gaps) {
    const { line, roomId, units } = gap;
    const requirement = requirements.get(line.requirementId);
    if (requirement === undefined || barred.has(lineKey(roomId, line.requirementId))) continue;
    const rank = rankOf(line);
    const key = `${line.requirementId}|${rank}`;
    const entry = found.get(key) ?? {
      school,
      requirementId: line.requirementId,
      categories: new Set(requirement.categories),
      pupilsOnly: requirement.quantity.kind === 'per-pupils',
      rank,
      gaps: [],
      units: 0,
    };
    found.set(key, entry);
    entry.gaps.push(gap);
    entry.units += units;
  }
  return [...found.values()];
};

type Move = { readonly move: SchoolMove; readonly pool: Pool; readonly unit: GivenUnits };

const movesOf = (
  prepared: readonly ExchangeSchool[],
  authorities: readonly (string | null)[],
  pools: readonly Pool[],
  wanted: readonly Wanted[],
): readonly Move[] => {
  const pieces = prepared.map(
    ({ profile }) => new Map(profile.categories.map(({ id, piecesPerUnit }) => [id, piecesPerUnit ?? 1])),
  );
  const mayExchange = (a: number, b: number): boolean => {
    const [left, right] = [authorities[a] ?? null, authorities[b] ?? null];
    return left === null || right === null || left === right;
  };
  const flows = solveExchange({
    supplies: pools,
    demands: wanted,
    fits: (supply, demand) => {
      const pool = pools[supply];
      const gap = wanted[demand];
      return (
        pool !== undefined &&
        gap !== undefined &&
        gap.categories.has(pool.categoryId) &&
        (pool.forPupils || !gap.pupilsOnly) &&
        // A set has to be the same number of pieces in both schools.
        pieces[gap.school]?.get(pool.categoryId) === pool.piecesPerUnit &&
        mayExchange(pool.school, gap.school)
      );
    },
  });
  const givers = pools.map(({ members }) => members.map((entry) => ({ entry, units: entry.units })));
  const takers = wanted.map(({ gaps }) => gaps.map((entry) => ({ entry, units: entry.units })));
  const moves: Move[] = [];
  for (const { supply, demand, units } of flows) {
    const pool = pools[supply];
    const gap = wanted[demand];
    const giving = givers[supply];
    const taking = takers[demand];
    if (pool === undefined || gap === undefined || giving === undefined || taking === undefined) continue;
    let open = units;
    while (open > 0) {
      const [from] = giving;
      const [to] = taking;
      if (from === undefined || to === undefined) break;
      const count = Math.min(open, from.units, to.units);
      const { device, categoryId, fromRoomId } = from.entry;
      moves.push({
        pool,
        unit: { device, units: count, piecesPerUnit: pool.piecesPerUnit },
        move: {
          from: pool.school,
          to: gap.school,
          deviceId: device.id,
          units: count,
          categoryId,
          fromRoomId,
          toRoomId: to.entry.roomId,
          requirementId: gap.requirementId,
          priority: to.entry.line.priority,
          scored: gap.rank < PRIORITIES.length,
          earmarkedUntil: device.earmarkedUntil,
        },
      });
      open -= count;
      from.units -= count;
      to.units -= count;
      if (from.units === 0) giving.shift();
      if (to.units === 0) taking.shift();
    }
  }
  return moves;
};

/** Bars what a comparison would not bear out; true = all of it holds. */
const check = (
  prepared: readonly ExchangeSchool[],
  moves: readonly Move[],
  barredLines: readonly Set<string>[],
  barredPools: Set<string>,
): boolean => {
  let isKept = true;
  prepared.forEach((school, at) => {
    const giving = moves.filter(({ move }) => move.from === at);
    const taking = moves.filter(({ move }) => move.to === at);
    if (giving.length + taking.length === 0) return;
    const promised = new Map<string, number>();
    for (const { move } of taking) {
      const key = lineKey(move.toRoomId, move.requirementId);
      promised.set(key, (promised.get(key) ?? 0) + move.units);
    }
    const broken = brokenPromises(
      school,
      giving.map(({ unit }) => unit),
      taking.map(({ unit, move }): TakenUnits => ({ ...unit, roomId: move.toRoomId })),
      promised,
    );
    if (broken.lines.length === 0 && !broken.opensGap) return;
    isKept = false;
    for (const key of broken.lines) barredLines[at]?.add(key);
    if (broken.lines.length > 0) return;
    for (const { pool } of giving) barredPools.add(poolKey(pool));
    if (giving.length === 0) for (const key of promised.keys()) barredLines[at]?.add(key);
  });
  return isKept;
};

const compareMoves = (a: SchoolMove, b: SchoolMove): number =>
  a.from - b.from ||
  a.to - b.to ||
  Number(b.scored) - Number(a.scored) ||
  PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
  (a.requirementId < b.requirementId ? -1 : a.requirementId > b.requirementId ? 1 : 0);
