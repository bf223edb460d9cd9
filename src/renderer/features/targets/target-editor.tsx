import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { today as todaysDate } from '#device-editor/device-lookup.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { requirementIssueText } from '#texts/requirement-checks.ts';
import { formatRequirement } from '#texts/requirement-sentence.ts';
import { TARGETS_TEXTS, targetTitle } from '#texts/targets.ts';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { EffectSection, refusalText } from './effect-section.tsx';
import { useOwnChanges } from './entry-base.ts';
import { FieldFaults, useFieldFaults } from './field-faults.ts';
import { HistorySection } from './history-section.tsx';
import { IssueList } from './issue-list.tsx';
import { reasonFault } from './reason-fault.ts';
import { SentenceField } from './sentence-field.tsx';
import { SuspendDialog } from './suspend-dialog.tsx';
import { withTarget } from './target-changes.ts';
import type { TargetEntry } from './target-entries.ts';
import { TargetForm } from './target-form.tsx';
import styles from './targets.module.css';
import { useOutlook } from './use-outlook.ts';
import { useTargetActions } from './use-target-actions.ts';
import { useTargetEditor } from './use-target-editor.ts';

const fieldTexts = TARGETS_TEXTS.fields;
const actionTexts = TARGETS_TEXTS.actions;
const effectTexts = TARGETS_TEXTS.effect;

/** One target: its sentence, the same as fields, what a change does to the school, and how it came about. */
export const TargetEditor = ({ entry }: { readonly entry: TargetEntry }) => {
  const { state, issued } = entry;
  const [, go] = useLocation();
  const editing = useTargetEditor(entry);
  const { requirement, reason, issues, isDirty } = editing;
  const issuedProfile = useAppState((app) => app.issuedProfile);
  const profile = useAppState((app) => app.profile);
  const isReadOnly = useAppState((app) => app.save.kind === 'read-only');
  const changes = useOwnChanges();
  const today = useGapAnalysis();
  const actions = useTargetActions();
  const frame = useRef<HTMLDivElement>(null);
  const [wasRefused, setWasRefused] = useState(false);
  const [isSuspending, setIsSuspending] = useState(false);
  const fieldFaults = useFieldFaults();
  /** Fields that are drawn anew hold nothing that was typed before. */
  const [round, setRound] = useState(0);

  const isSuspended = state === 'suspended';
  const isDisabled = isReadOnly || isSuspended;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const nameIssue = errors.find(({ code }) => code === 'NAME_MISSING');
  // A name is no matter of comparing; it is missed when it comes to saving.
  const hasErrors = errors.some((issue) => issue !== nameIssue);
  const isChanged = isDirty && (state === 'new' || requirement !== entry.requirement);
  const changed = useMemo(
    () =>
      isChanged && !hasErrors
        ? withTarget(issuedProfile, changes, requirement, { reason: '', changedOn: todaysDate() })
        : null,
    [isChanged, hasErrors, issuedProfile, changes, requirement],
  );
  const outlook = useOutlook(changed);
  const reasonError = reasonFault(reason);
  const basisIssue = errors.find(({ field }) => field === 'basis');
  const basisError = requirement.basis.trim() === '' ? fieldTexts.basisMissing : null;
  const faults =
    errors.length +
    fieldFaults.count +
    [editing.isUnread, reasonError !== null, basisError !== null, outlook?.kind === 'refused'].filter(Boolean)
      .length;

  const focusFirstFault = (): void => {
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  const save = (): void => {
    if (faults > 0) {
      setWasRefused(true);
      focusFirstFault();
      return;
    }
    setWasRefused(false);
    const named = { ...requirement, name: requirement.name.trim() };
    actions.save(named, reason.trim(), state === 'new');
  };
  const discard = (): void => {
    setWasRefused(false);
    editing.discard();
    setRound(round + 1);
    if (state === 'new') go('/ziele', { replace: true });
  };

  const remove = (): void => {
    if (actions.remove(entry.requirement)) go('/ziele', { replace: true });
  };

  return (
    <div ref={frame} className={styles.detail}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={actionTexts.bar}>
        <div className={styles.detailHead}>
          <h2>{requirement.name === '' ? TARGETS_TEXTS.newName : targetTitle(requirement)}</h2>
          <span className={styles.tag}>
            {isDirty && requirement.origin !== 'school'
              ? TARGETS_TEXTS.originBecomes(requirement.origin)
              : TARGETS_TEXTS.origin(requirement.origin)}
          </span>
          <span className={styles.detailFact}>
            {[requirement.id, isDirty ? TARGETS_TEXTS.unsaved : ''].filter(Boolean).join(' · ')}
          </span>
        </div>
        {isSuspended && <Notice kind="info">{TARGETS_TEXTS.suspendedNote}</Notice>}
        {isReadOnly && <Notice kind="info">{TARGETS_TEXTS.readOnly}</Notice>}
        <p className={styles.reading}>{formatRequirement(requirement, profile)}</p>
        <SentenceField
          text={editing.text}
          issues={editing.sentenceIssues}
          isDisabled={isDisabled}
          onChange={editing.changeText}
          onLeave={editing.settleText}
        />
        <IssueList
          issues={issues
            .filter((issue) => issue !== nameIssue && issue !== basisIssue)
            .map((issue) => ({ ...issue, text: requirementIssueText(issue, profile) }))}
        />
        <FieldFaults value={fieldFaults.report}>
          <TargetForm
            key={round}
            requirement={requirement}
            nameError={
              wasRefused && nameIssue !== undefined ? requirementIssueText(nameIssue, profile) : null
            }
            isDisabled={isDisabled}
            onChange={editing.change}
          />
        </FieldFaults>
        <div className={styles.pair}>
          <TextArea
            label={fieldTexts.basis}
            rows={2}
            value={requirement.basis}
            error={
              basisIssue !== undefined
                ? requirementIssueText(basisIssue, profile)
                : wasRefused
                  ? basisError
                  : null
            }
            readOnly={isDisabled}
            onChange={(basis) => editing.change({ basis })}
          />
          {!isSuspended && (
            <TextArea
              label={issued === null ? fieldTexts.reasonNew : fieldTexts.reason}
              rows={2}
              value={reason}
              error={wasRefused ? reasonError : null}
              readOnly={isDisabled}
              onChange={editing.changeReason}
            />
          )}
        </div>
        <EffectSection requirementId={requirement.id} outlook={outlook} />
        <HistorySection entry={entry} />
      </div>
      <div className={styles.actions} role="group" aria-label={actionTexts.bar}>
        {outlook !== null && (
          <p className={styles.outlook}>
            {outlook.kind === 'ready'
              ? effectTexts.short(
                  today.totals.gap,
                  outlook.analysis.totals.gap,
                  today.totals.costCents,
                  outlook.analysis.totals.costCents,
                )
              : outlook.kind === 'pending'
                ? effectTexts.pending
                : refusalText(outlook.issue, profile)}
          </p>
        )}
        {wasRefused && faults > 0 && (
          <p className={styles.refused} role="alert">
            {actionTexts.invalid(faults)}
          </p>
        )}
        {!isSuspended && (
          <>
            <Button variant="primary" disabled={isReadOnly || !isDirty} onClick={save}>
              {state === 'new' ? actionTexts.saveNew : actionTexts.save}
            </Button>
            <Button disabled={!isDirty} onClick={discard}>
              {actionTexts.discard}
            </Button>
          </>
        )}
        <span className={styles.grow} />
        {(state === 'changed' || isSuspended) && (
          <Button
            disabled={isReadOnly}
            title={isSuspended ? undefined : actionTexts.resetTitle}
            onClick={() => actions.reset(entry.requirement)}
          >
            {isSuspended ? actionTexts.resume : actionTexts.reset}
          </Button>
        )}
        {state === 'added' && (
          <Button variant="danger" disabled={isReadOnly} onClick={remove}>
            {actionTexts.remove}
          </Button>
        )}
        {(state === 'issued' || state === 'changed') && (
          <Button variant="danger" disabled={isReadOnly} onClick={() => setIsSuspending(true)}>
            {actionTexts.suspend}
          </Button>
        )}
      </div>
      {isSuspending && (
        <SuspendDialog requirement={entry.requirement} onClose={() => setIsSuspending(false)} />
      )}
    </div>
  );
};
