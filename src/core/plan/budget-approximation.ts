import { addToChoice, type Choice, type Offer, type Offers } from './budget-offers.ts';

/**
 * The choice of one year where the exact way would take too long: the cheapest must units of the whole school, which is
 * exactly the most there can be, and then, with the rest of the money, rooms completed in the order of what they still lack.
 * More rooms might be completed by buying dearer must units.
 */
export const chooseApproximately = ({ rooms, school }: Offers, availableCents: number): Choice => {
  const units = [...rooms, school].flatMap((offer) =>
    offer.must.map(({ priceCents }) => ({ offer, priceCents })),
  );
  units.sort((a, b) => a.priceCents - b.priceCents);
  const counts = new Map<Offer, number>();
  let rest = availableCents;
  for (const { offer, priceCents } of units) {
    // Sorted by price: once one is too dear, all that follow are.
    if (priceCents > rest) break;
    rest -= priceCents;
    counts.set(offer, (counts.get(offer) ?? 0) + 1);
  }
  const lacking = rooms
    .map((offer) => ({ offer, cents: offer.allCents - (offer.mustCents[counts.get(offer) ?? 0] ?? 0) }))
    .toSorted((a, b) => a.cents - b.cents);
  const completed = new Set<Offer>();
  for (const { offer, cents } of lacking) {
    // A room that lacks must units is out of reach: what is left buys none.
    if (cents > rest || (counts.get(offer) ?? 0) < offer.must.length) continue;
    rest -= cents;
    completed.add(offer);
  }
  const choice = new Map<number, number>();
  for (const offer of [...rooms, school])
    addToChoice(choice, offer, counts.get(offer) ?? 0, completed.has(offer));
  return choice;
};
