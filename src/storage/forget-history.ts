import { stacksOf } from '#core/history/undo-stacks.ts';
import type { Database } from './database.ts';
import type { Forgotten } from './storage.ts';

/** So many steps can always be taken back and repeated, whatever is to be forgotten. */
export const KEPT_STEPS = 1000;

/**
 * Removes the change sets below a sequence number with their changes, in one transaction. Never the newest ones, and
 * none that one of the next steps of undo or redo still needs: after long undoing these lie far back.
 *
 * @returns how many sets are gone, and the first one that is kept
 */
export const forgetHistory = (database: Database, before: number): Promise<Forgotten> => {
  const { changeSets, changes } = database;
  return database.transaction('rw', [changeSets, changes], async () => {
    const headers = await changeSets.orderBy(':id').toArray();
    const newest = headers.at(-1)?.seq ?? 0;
    const { undo, redo } = stacksOf(headers);
    const needed = [undo, redo].map((stack) => stack.at(-KEPT_STEPS) ?? stack[0] ?? newest);
    const bound = Math.min(before, newest - KEPT_STEPS + 1, ...needed);
    await changes.where(':id').below([bound, 0]).delete();
    const removed = await changeSets.where(':id').below(bound).delete();
    return { removed, from: bound };
  });
};
