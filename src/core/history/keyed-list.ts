import { ITEMS_PER_STEP, runSteps, type Steps } from '../shared/steps.ts';

type Keyed = { readonly id: string };

/**
 * Where each id stands, per array. A patched array passes its map on to its successor instead of building a new
 * one (10 ms at 100,000 devices), so an entry may point past an older array or at another item: `positionOf` checks
 * the item found and builds the array's own map when it does not fit. An id that is not in the map is not in the array.
 */
const positions = new WeakMap<readonly Keyed[], Map<string, number>>();

const indexOf = (items: readonly Keyed[]): Map<string, number> => {
  const index = new Map<string, number>();
  items.forEach((item, at) => index.set(item.id, at));
  positions.set(items, index);
  return index;
};

const positionOf = (items: readonly Keyed[], id: string): number | undefined => {
  const at = (positions.get(items) ?? indexOf(items)).get(id);
  if (at === undefined || items[at]?.id === id) return at;
  return indexOf(items).get(id);
};

/** The item with this id, in constant time. */
export const findById = <Item extends Keyed>(items: readonly Item[], id: string): Item | undefined => {
  const at = positionOf(items, id);
  return at === undefined ? undefined : items[at];
};

export type ItemChange<Item> = { readonly id: string; readonly after: Item | null };

/** A copy with each item created, replaced or (`after` null) removed; new ones come last. The same array when nothing is to do. */
export const patchList = <Item extends Keyed>(
  items: readonly Item[],
  changes: readonly ItemChange<Item>[],
): readonly Item[] => runSteps(patchListInSteps(items, changes));

export function* patchListInSteps<Item extends Keyed>(
  items: readonly Item[],
  changes: readonly ItemChange<Item>[],
): Steps<readonly Item[]> {
  if (changes.length === 0) return items;
  let count = 0;
  const patched = [...items];
  const appended = new Map<string, number>();
  const removed = new Set<string>();
  for (const { id, after } of changes) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    const at = appended.get(id) ?? positionOf(items, id);
    if (after === null) {
      if (at !== undefined) removed.add(id);
      continue;
    }
    removed.delete(id);
    if (at === undefined) appended.set(id, patched.push(after) - 1);
    else patched[at] = after;
  }
  if (removed.size > 0) return patched.filter((item) => !removed.has(item.id));
  const index = positions.get(items);
  if (index !== undefined) {
    for (const [id, at] of appended) {
      if ((count += 1) % ITEMS_PER_STEP === 0) yield;
      index.set(id, at);
    }
    positions.set(patched, index);
  }
  return patched;
}
