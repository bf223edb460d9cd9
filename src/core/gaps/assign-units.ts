import type { DeviceCategory, Priority, Requirement } from '../targets/target-profile.ts';
import { handOut, type Fill } from './hand-out.ts';
import { solveTransport } from './transport.ts';
import { NO_PLACE, type DeviceUnits, type UnitGroup } from './units.ts';

/** So many units of a requirement's categories are wanted, in one room or school-wide. */
export type Demand = {
  readonly requirement: Requirement;
  /** Index of the requirement in the profile. */
  readonly order: number;
  /** Index of the room in walking order; `NO_PLACE` = school-wide. */
  readonly place: number;
  readonly scored: boolean;
  /** Above 0. */
  readonly units: number;
};

export type Assignment = {
  /** What fills each demand, side by side with the demands. */
  readonly fills: readonly Fill[];
  /** What is left of each group, side by side with the groups. */
  readonly left: readonly (readonly DeviceUnits[])[];
};

export type AssignmentInput = {
  /** By place, those in no room last. */
  readonly groups: readonly UnitGroup[];
  /** By room, school-wide ones last; inside a room by profile order. */
  readonly demands: readonly Demand[];
  readonly categories: readonly DeviceCategory[];
  /** Of a place (index of a room). */
  readonly isAdministration: (place: number) => boolean;
};

/**
 * What a filled unit is worth, most first: its class (scored must, should, could, then unscored), a room before the
 * school, a preferred category, not over-age, ready at once. One whole number holds all of it: a change of the
 * assignment moves few units at a time, so that no field of it runs into the next one.
 */
const READINESS = 1;
const OVER_AGE = 2 ** 8;
const RANK = 2 ** 15;
const IN_ROOM = 2 ** 25;
const CLASSES: Readonly<Record<Priority, readonly [scored: number, unscored: number]>> = {
  must: [2 ** 46, 2 ** 37],
  should: [2 ** 43, 2 ** 34],
  could: [2 ** 40, 2 ** 31],
};
/** What still ties goes by the requirement first, then by the place of the unit. */
const TIE_PER_DEMAND = 2 ** 22;

const costOf = (group: UnitGroup, demand: Demand, rank: number): number =>
  group.readiness * READINESS +
  (group.overAge ? OVER_AGE : 0) +
  rank * RANK -
  (demand.place === NO_PLACE ? 0 : IN_ROOM) -
  CLASSES[demand.requirement.priority][demand.scored ? 0 : 1];

/** In an administration room these serve the school only when they are not for its staff. */
export const WORKPLACE_DEVICES: ReadonlySet<string> = new Set(['TAB', 'NB', 'PC']);

/**
 * The one assignment of units to demands that fills most, in the order above. Each unit fills at most one demand; a
 * room's demand takes only units of that room.
 *
 * Most demands of a room share no category with anything else and are filled on the spot. The rest is one transport
 * problem over the whole school, in which units that only the school could take are pooled.
 */
export const assignUnits = (input: AssignmentInput): Assignment => {
  const { groups, demands, categories } = input;
  const rankOf = ranks(categories, demands);
  const schoolDemands = demands.flatMap((demand, number) => (demand.place === NO_PLACE ? [number] : []));
  const schoolWants = categories.map((_, category) =>
    schoolDemands.some((number) => rankOf(demands[number], category) >= 0),
  );
  const out = handOut(groups);
  const fills: readonly Fill[] = demands.map(() => ({ devices: [], units: 0, overAge: 0 }));
  const supplies: Supply[] = [];
  const pools = new Map<number, Supply>();
  const standsInAdministration = ({ place, onLoan }: UnitGroup): boolean =>
    place !== NO_PLACE && !onLoan && input.isAdministration(place);

  const fillAlone = (number: number, demand: Demand, own: readonly number[]): void => {
    const byWorth = own.map((index) => ({ index, cost: worth(groups[index], demand, rankOf) }));
    byWorth.sort((a, b) => a.cost - b.cost || a.index - b.index);
    const fill = fills[number];
    for (const { index } of byWorth)
      if (fill !== undefined && fill.units < demand.units) out.take(index, demand.units - fill.units, fill);
  };

  /** Units in the same pool are worth the same to every school-wide requirement. */
  const addToPool = (index: number, group: UnitGroup): void => {
    const key =
      (((group.category * 3 + group.readiness) * 2 + (group.overAge ? 1 : 0)) * 2 +
        (group.forPupils ? 1 : 0)) *
        2 +
      (standsInAdministration(group) ? 1 : 0);
    const pool = pools.get(key);
    if (pool !== undefined) {
      pool.members.push(index);
      pool.units += group.units;
      return;
    }
    const made: Supply = { group, members: [index], units: group.units, roomDemands: [] };
    pools.set(key, made);
    supplies.push(made);
  };

  const assignPlace = (groupFrom: number, groupTo: number, demandFrom: number, demandTo: number): void => {
    const takers: (readonly number[])[] = [];
    const isShared = new Set<number>();
    for (let index = groupFrom; index < groupTo; index += 1) {
      const group = groups[index];
      // Most groups have no taker; 100,000 empty lists would cost more than the search for them.
      let list = NO_TAKERS;
      if (group !== undefined && !group.onLoan)
        for (let number = demandFrom; number < demandTo; number += 1)
          if (rankOf(demands[number], group.category) >= 0) list = [...list, number];
      takers.push(list);
      // A demand that shares none of its units with anything else needs no network.
      if (list.length > 1 || (group !== undefined && schoolWants[group.category]))
        for (const number of list) isShared.add(number);
    }
    for (let number = demandFrom; number < demandTo; number += 1) {
      const demand = demands[number];
      if (demand === undefined || isShared.has(number)) continue;
      const own: number[] = [];
      takers.forEach((list, offset) => {
        if (list[0] === number) own.push(groupFrom + offset);
      });
      fillAlone(number, demand, own);
    }
    takers.forEach((list, offset) => {
      const group = groups[groupFrom + offset];
      if (group === undefined) return;
      const sharing = list.length === 0 ? NO_TAKERS : list.filter((number) => isShared.has(number));
      if (sharing.length > 0)
        supplies.push({ group, members: [groupFrom + offset], units: group.units, roomDemands: sharing });
      else if (list.length === 0 && schoolWants[group.category]) addToPool(groupFrom + offset, group);
    });
  };

  let demandFrom = 0;
  for (let groupFrom = 0; groupFrom < groups.length;) {
    const place = groups[groupFrom]?.place ?? NO_PLACE;
    let groupTo = groupFrom;
    while (groupTo < groups.length && groups[groupTo]?.place === place) groupTo += 1;
    while (comesBefore(demands[demandFrom], place)) demandFrom += 1;
    let demandTo = demandFrom;
    if (place !== NO_PLACE) while (demands[demandTo]?.place === place) demandTo += 1;
    assignPlace(groupFrom, groupTo, demandFrom, demandTo);
    groupFrom = groupTo;
    demandFrom = demandTo;
  }

  const servesSchool = (group: UnitGroup, demand: Demand): boolean => {
    if (group.forPupils) return true;
    if (demand.requirement.quantity.kind === 'per-pupils') return false;
    return !(standsInAdministration(group) && WORKPLACE_DEVICES.has(categories[group.category]?.id ?? ''));
  };
  assignShared({
    demands,
    supplies,
    takers: ({ group, roomDemands }) =>
      schoolWants[group.category] ? [...roomDemands, ...schoolDemands] : roomDemands,
    rankOf: (group, demand) =>
      demand.place !== NO_PLACE || servesSchool(group, demand) ? rankOf(demand, group.category) : -1,
    give: (supply, number, units) => {
      const fill = fills[number];
      let open = units;
      for (const index of supply.members) {
        if (open === 0 || fill === undefined) return;
        open -= out.take(index, open, fill);
      }
    },
  });
  return { fills, left: groups.map((_, index) => out.rest(index)) };
};

const NO_TAKERS: readonly number[] = [];

/** Groups that go into the transport problem as one. */
type Supply = {
  /** Stands for all members: they differ in nothing that has a cost. */
  readonly group: UnitGroup;
  readonly members: number[];
  units: number;
  readonly roomDemands: readonly number[];
};

type SharedInput = {
  readonly demands: readonly Demand[];
  readonly supplies: readonly Supply[];
  /** Which demands, by number, might take of a supply. */
  readonly takers: (supply: Supply) => readonly number[];
  /** Rank of the group for the demand, -1 = may not. */
  readonly rankOf: (group: UnitGroup, demand: Demand) => number;
  readonly give: (supply: Supply, demand: number, units: number) => void;
};

const assignShared = ({ demands, supplies, takers, rankOf, give }: SharedInput): void => {
  const byProfile = demands.map((_, number) => number);
  byProfile.sort((a, b) => (demands[a]?.order ?? 0) - (demands[b]?.order ?? 0) || a - b);
  const positions = new Int32Array(demands.length);
  byProfile.forEach((number, position) => {
    positions[number] = position;
  });
  const nodes: number[] = [];
  const nodeOf = new Map<number, number>();
  const from: number[] = [];
  const to: number[] = [];
  const cost: number[] = [];
  const tie: number[] = [];
  supplies.forEach((supply, index) => {
    for (const number of takers(supply)) {
      const demand = demands[number];
      const rank = demand === undefined ? -1 : rankOf(supply.group, demand);
      if (demand === undefined || rank < 0) continue;
      let node = nodeOf.get(number);
      if (node === undefined) {
        node = nodes.push(number) - 1;
        nodeOf.set(number, node);
      }
      from.push(index);
      to.push(node);
      cost.push(costOf(supply.group, demand, rank));
      tie.push((positions[number] ?? 0) * TIE_PER_DEMAND + index);
    }
  });
  const flow = solveTransport({
    supplies: supplies.map(({ units }) => units),
    demands: nodes.map((number) => demands[number]?.units ?? 0),
    from,
    to,
    cost,
    tie,
  });
  // Earlier requirements get the earlier units of what they share.
  const used = from.map((_, arc) => arc).filter((arc) => (flow[arc] ?? 0) > 0);
  used.sort((a, b) => (tie[a] ?? 0) - (tie[b] ?? 0));
  for (const arc of used) {
    const supply = supplies[from[arc] ?? 0];
    if (supply !== undefined) give(supply, nodes[to[arc] ?? 0] ?? 0, flow[arc] ?? 0);
  }
};

const worth = (
  group: UnitGroup | undefined,
  demand: Demand,
  rankOf: (demand: Demand, category: number) => number,
): number => (group === undefined ? 0 : costOf(group, demand, rankOf(demand, group.category)));

const comesBefore = (demand: Demand | undefined, place: number): boolean =>
  demand !== undefined && demand.place !== NO_PLACE && (place === NO_PLACE || demand.place < place);

/** Rank of a category for a demand, 0 = preferred, -1 = not wanted. */
const ranks = (
  categories: readonly DeviceCategory[],
  demands: readonly Demand[],
): ((demand: Demand | undefined, category: number) => number) => {
  const index = new Map(categories.map(({ id }, position) => [id, position]));
  const tables: (Int16Array | undefined)[] = [];
  for (const { order, requirement } of demands) {
    if (tables[order] !== undefined) continue;
    const table = new Int16Array(categories.length).fill(-1);
    requirement.categories.forEach((id, rank) => {
      const position = index.get(id);
      if (position !== undefined && table[position] === -1) table[position] = rank;
    });
    tables[order] = table;
  }
  return (demand, category) => (demand === undefined ? -1 : (tables[demand.order]?.[category] ?? -1));
};
