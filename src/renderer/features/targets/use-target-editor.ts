import { useDeferredValue, useMemo } from 'react';
import { isSameValue } from '#core/history/same-value.ts';
import { checkRequirement, type RequirementIssue } from '#core/targets/check-requirement.ts';
import type { Requirement, TargetProfile } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { parseRequirement } from '#texts/requirement-parser.ts';
import { formatRequirement } from '#texts/requirement-sentence.ts';
import type { SentenceIssue } from '#texts/sentence-issues.ts';
import { currentDraft, keepDraft, useDrafts, type TargetDraft } from './drafts.ts';
import { ownGroup } from './target-changes.ts';
import type { TargetEntry } from './target-entries.ts';
import { useSettled } from './use-settled.ts';

/** So long nothing was typed: the sentence is looked at for what it does not say. */
const TYPING_MS = 400;

export type TargetEditing = {
  readonly requirement: Requirement;
  readonly reason: string;
  /** The sentence as it is typed, or as it belongs to the fields. */
  readonly text: string;
  readonly isUnread: boolean;
  readonly isDirty: boolean;
  /** Of the sentence, while it cannot be read. */
  readonly sentenceIssues: readonly SentenceIssue[];
  readonly issues: readonly RequirementIssue[];
  readonly change: (fields: Partial<Requirement>) => void;
  readonly changeText: (text: string) => void;
  readonly settleText: () => void;
  readonly changeReason: (reason: string) => void;
  readonly discard: () => void;
};

const NO_ISSUES: readonly SentenceIssue[] = [];

/** The profile with the column that the target would bring along. */
export const profileWithOwnGroup = (profile: TargetProfile, requirement: Requirement): TargetProfile =>
  requirement.group !== requirement.id || profile.groups.some(({ id }) => id === requirement.group)
    ? profile
    : { ...profile, groups: [...profile.groups, ownGroup(requirement)] };

/** Sentence and fields of one target, kept in step. */
export const useTargetEditor = ({ requirement: base, change, state }: TargetEntry): TargetEditing => {
  const profileId = useAppState((app) => app.issuedProfile.id);
  const profile = useAppState((app) => app.profile);
  const inventory = useAppState((app) => app.inventory);
  const kept = useDrafts(profileId).get(base.id);
  const untouched: TargetDraft = { requirement: base, text: null, reason: change?.reason ?? '' };
  const draft = kept ?? untouched;
  const { requirement } = draft;
  const keep = (part: (before: TargetDraft) => Partial<TargetDraft>): void => {
    const before = currentDraft(profileId, base.id) ?? untouched;
    keepDraft(profileId, base.id, { ...before, ...part(before) });
  };

  const settledText = useSettled(draft.text, TYPING_MS);
  const sentenceIssues = useMemo(() => {
    if (settledText === null || draft.text === null) return NO_ISSUES;
    const parsed = parseRequirement(settledText, profile);
    return parsed.ok ? NO_ISSUES : parsed.error;
  }, [settledText, draft.text, profile]);
  const deferred = useDeferredValue(requirement);
  const issues = useMemo(
    () => checkRequirement(deferred, profileWithOwnGroup(profile, deferred), inventory),
    [deferred, profile, inventory],
  );
  const isUnread = useMemo(
    () => draft.text !== null && !parseRequirement(draft.text, profile).ok,
    [draft.text, profile],
  );
  return {
    requirement,
    reason: draft.reason,
    text: draft.text ?? formatRequirement(requirement, profile),
    isUnread,
    isDirty:
      state === 'new' ||
      isUnread ||
      !isSameValue(requirement, base) ||
      draft.reason !== (change?.reason ?? ''),
    sentenceIssues,
    issues,
    change: (fields) => keep((before) => ({ requirement: { ...before.requirement, ...fields }, text: null })),
    changeText: (text) => {
      const parsed = parseRequirement(text, profile);
      keep((before) => ({
        text,
        ...(parsed.ok && { requirement: { ...before.requirement, ...parsed.value } }),
      }));
    },
    settleText: () => {
      // Shown as it is written elsewhere; what cannot be read stays as it was typed.
      if (draft.text !== null && !isUnread) keep(() => ({ text: null }));
    },
    changeReason: (reason) => keep(() => ({ reason })),
    discard: () => keepDraft(profileId, base.id, null),
  };
};
