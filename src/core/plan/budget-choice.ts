import { addToChoice, type Choice, type Offer, type Offers } from './budget-offers.ts';

/**
 * The choice of one year, exactly: a dynamic programme over the rooms whose state is how many must units were bought and how
 * many rooms were completed, and whose value is the least money for that. A room is left, or gets its n cheapest
 * must units, or everything it lacks. School-wide must units, cheapest first, come last: for each state as many as the
 * rest of the money buys. Of equal choices the one that completes and serves earlier rooms.
 */
export const chooseExactly = (offers: Offers, availableCents: number): Choice => {
  const { rooms, school } = offers;
  const tables = rooms.map((): Int32Array => new Int32Array(0));
  let musts = 0;
  let costs: Float64Array = Float64Array.of(0);
  rooms.forEach((offer, index) => {
    const before = { musts, rooms: index, costs };
    musts += offer.must.length;
    const step = stepOf(offer, before, availableCents);
    costs = step.costs;
    tables[index] = step.taken;
  });

  const width = rooms.length + 1;
  let best = { total: -1, completed: -1, cost: 0, state: 0, school: 0 };
  costs.forEach((cost, state) => {
    if (cost > availableCents) return;
    const bought = Math.floor(state / width);
    const completed = state % width;
    const more = affordable(school.mustCents, availableCents - cost);
    const found = {
      total: bought + more,
      completed,
      cost: cost + (school.mustCents[more] ?? 0),
      state,
      school: more,
    };
    if (isBetter(found, best)) best = found;
  });

  const choice = new Map<number, number>();
  addToChoice(choice, school, best.school, false);
  let bought = Math.floor(best.state / width);
  let completed = best.state % width;
  for (let index = rooms.length - 1; index >= 0; index -= 1) {
    const offer = rooms[index];
    if (offer === undefined) continue;
    const taken = tables[index]?.[bought * (index + 2) + completed] ?? 0;
    const isAll = taken > offer.must.length;
    const count = isAll ? offer.must.length : taken;
    addToChoice(choice, offer, count, isAll);
    bought -= count;
    if (isAll) completed -= 1;
  }
  return choice;
};

type Before = { readonly musts: number; readonly rooms: number; readonly costs: Float64Array };

/** Adds one room to the table: rows are must units bought, columns rooms completed. */
const stepOf = (
  { must, mustCents, others, allCents }: Offer,
  before: Before,
  availableCents: number,
): { readonly costs: Float64Array; readonly taken: Int32Array } => {
  const oldWidth = before.rooms + 1;
  const width = before.rooms + 2;
  const costs = new Float64Array((before.musts + must.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  /** Must units taken; one more than there are = everything. */
  const taken = new Int32Array(costs.length);
  // All must units of a room that lacks nothing else are everything.
  const most = others.length === 0 ? must.length - 1 : must.length;
  const put = (from: number, to: number, cents: number, what: number): void => {
    const cost = (before.costs[from] ?? 0) + cents;
    if (cost > availableCents || cost >= (costs[to] ?? 0)) return;
    costs[to] = cost;
    taken[to] = what;
  };
  for (let count = 0; count <= most; count += 1) {
    const cents = mustCents[count] ?? 0;
    for (let bought = 0; bought <= before.musts; bought += 1)
      for (let completed = 0; completed < oldWidth; completed += 1)
        put(bought * oldWidth + completed, (bought + count) * width + completed, cents, count);
  }
  for (let bought = 0; bought <= before.musts; bought += 1)
    for (let completed = 0; completed < oldWidth; completed += 1)
      put(
        bought * oldWidth + completed,
        (bought + must.length) * width + completed + 1,
        allCents,
        must.length + 1,
      );
  return { costs, taken };
};

/** How many steps `chooseExactly` would take. */
export const exactWork = ({ rooms }: Offers): number => {
  let musts = 0;
  let work = 0;
  rooms.forEach(({ must }, index) => {
    work += (musts + 1) * (index + 1) * (must.length + 2);
    musts += must.length;
  });
  return work;
};

/** How many of the cheapest units the money buys. */
export const affordable = (sums: readonly number[], cents: number): number => {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sums[middle] ?? 0) <= cents) low = middle;
    else high = middle - 1;
  }
  return low;
};

type Merit = { readonly total: number; readonly completed: number; readonly cost: number };

const isBetter = (a: Merit, b: Merit): boolean =>
  a.total !== b.total
    ? a.total > b.total
    : a.completed !== b.completed
      ? a.completed > b.completed
      : a.cost < b.cost;
