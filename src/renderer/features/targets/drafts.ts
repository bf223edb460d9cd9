import { useSyncExternalStore } from 'react';
import type { Requirement } from '#core/targets/target-profile.ts';

/** What is being edited and not saved yet. */
export type TargetDraft = {
  /** As the fields have it; the sentence follows it, or it the sentence. */
  readonly requirement: Requirement;
  /** The sentence as it is being typed; null = the one that belongs to the fields. */
  readonly text: string | null;
  readonly reason: string;
};
export type TargetDrafts = ReadonlyMap<string, TargetDraft>;

/** By profile, then by requirement. Kept while the app runs: leaving the screen for a look at a room loses nothing. */
let all: ReadonlyMap<string, TargetDrafts> = new Map();
const NONE: TargetDrafts = new Map();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The draft of this moment, for two changes before the next rendering. */
export const currentDraft = (profileId: string, id: string): TargetDraft | null =>
  all.get(profileId)?.get(id) ?? null;

/** Keeps a draft; null drops it. */
export const keepDraft = (profileId: string, id: string, draft: TargetDraft | null): void => {
  const drafts = new Map(all.get(profileId) ?? NONE);
  if (draft === null) drafts.delete(id);
  else drafts.set(id, draft);
  all = new Map(all).set(profileId, drafts);
  for (const listener of listeners) listener();
};

export const useDrafts = (profileId: string): TargetDrafts =>
  useSyncExternalStore(subscribe, () => all.get(profileId) ?? NONE);
