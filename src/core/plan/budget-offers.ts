import type { RoomId } from '../shared/ids.ts';
import type { BudgetLine } from './budget-lines.ts';

/** Units to buy by index of the line. */
export type Choice = ReadonlyMap<number, number>;

/** One unit that could be bought. */
type OfferedUnit = { readonly line: number; readonly priceCents: number };

/** What can be bought for one room, or school-wide. */
export type Offer = {
  /** `must` units, cheapest first. */
  readonly must: readonly OfferedUnit[];
  /** Cost of the first n of them, n = 0 … all. */
  readonly mustCents: readonly number[];
  /** All others. */
  readonly others: readonly OfferedUnit[];
  /** Cost of everything. */
  readonly allCents: number;
};

export type Offers = {
  /** Rooms with an open line, in the order in which the lines name them. */
  readonly rooms: readonly Offer[];
  /** Units that complete no room; only its `must` units are ever bought. */
  readonly school: Offer;
};

/** Sorts what is open by room. */
export const offersOf = (lines: readonly BudgetLine[]): Offers => {
  const byRoom = new Map<RoomId | null, number[]>([[null, []]]);
  lines.forEach(({ roomId, units }, index) => {
    if (units === 0) return;
    const known = byRoom.get(roomId);
    if (known === undefined) byRoom.set(roomId, [index]);
    else known.push(index);
  });
  const rooms: Offer[] = [];
  let school = offerOf(lines, []);
  for (const [roomId, indices] of byRoom) {
    const offer = offerOf(lines, indices);
    if (roomId === null) school = offer;
    else rooms.push(offer);
  }
  return { rooms, school };
};

const offerOf = (lines: readonly BudgetLine[], indices: readonly number[]): Offer => {
  const must: OfferedUnit[] = [];
  const others: OfferedUnit[] = [];
  for (const index of indices) {
    const line = lines[index];
    if (line === undefined) continue;
    const list = line.priority === 'must' ? must : others;
    for (let unit = 0; unit < line.units; unit += 1)
      list.push({ line: index, priceCents: line.unitPriceCents });
  }
  must.sort((a, b) => a.priceCents - b.priceCents || a.line - b.line);
  const mustCents = [0];
  for (const { priceCents } of must) mustCents.push((mustCents.at(-1) ?? 0) + priceCents);
  const othersCents = others.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return { must, mustCents, others, allCents: (mustCents.at(-1) ?? 0) + othersCents };
};

/** Adds the first `count` must units of an offer, and the others where all are wanted. */
export const addToChoice = (
  choice: Map<number, number>,
  offer: Offer,
  count: number,
  withOthers: boolean,
): void => {
  const add = ({ line }: OfferedUnit): void => {
    choice.set(line, (choice.get(line) ?? 0) + 1);
  };
  for (const unit of offer.must.slice(0, count)) add(unit);
  if (withOthers) for (const unit of offer.others) add(unit);
};
