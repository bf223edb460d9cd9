import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { ownChangesOf } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { keepDraft, useDrafts } from './drafts.ts';
import { newTarget, newTargetId } from './target-changes.ts';
import { targetPath } from './target-path.ts';

/** Begins a target of the school's own and opens it. */
export const useNewTarget = (): (() => void) => {
  const store = useAppStore();
  const [, go] = useLocation();
  const drafts = useDrafts(useAppState((state) => state.issuedProfile.id));
  return useCallback(() => {
    const { issuedProfile, profile, settings } = store.getState();
    const changes = ownChangesOf(settings, issuedProfile.id);
    const id = newTargetId(issuedProfile, changes, drafts.keys());
    keepDraft(issuedProfile.id, id, { requirement: newTarget(id, profile), text: null, reason: '' });
    go(targetPath(id));
  }, [store, go, drafts]);
};
