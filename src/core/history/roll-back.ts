import { runSteps, type Steps } from '../shared/steps.ts';
import { invertChanges, normalizeChangesInSteps, type StoredState } from './apply-changes.ts';
import type { Change, ChangeSet } from './change-set.ts';
import { thingKey } from './thing-key.ts';

/**
 * One list of changes that takes back all the sets given, newest first and without a hole: per thing what it was before
 * the oldest of them. What went there and back in between is no change.
 */
export const rollBack = (
  state: StoredState,
  sets: readonly Pick<ChangeSet, 'changes'>[],
): readonly Change[] => runSteps(rollBackInSteps(state, sets));

export function* rollBackInSteps(
  state: StoredState,
  sets: readonly Pick<ChangeSet, 'changes'>[],
): Steps<readonly Change[]> {
  const oldest = new Map<string, Change>();
  for (const { changes } of sets) {
    yield;
    for (const change of invertChanges(changes)) oldest.set(thingKey(change), change);
  }
  return yield* normalizeChangesInSteps(state, [...oldest.values()]);
}
