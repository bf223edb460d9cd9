import { useMemo, useState } from 'react';
import type { Requirement } from '#core/targets/target-profile.ts';
import { today } from '#device-editor/device-lookup.ts';
import { useAppState } from '#state/use-app-state.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea } from '#ui/field.tsx';
import { EffectSection } from './effect-section.tsx';
import { useOwnChanges } from './entry-base.ts';
import { reasonFault } from './reason-fault.ts';
import { withoutTarget } from './target-changes.ts';
import styles from './targets.module.css';
import { useOutlook } from './use-outlook.ts';
import { useTargetActions } from './use-target-actions.ts';

const texts = TARGETS_TEXTS.suspend;

/** Asks why a target is not to hold for this school, and shows what that does. */
export const SuspendDialog = ({
  requirement,
  onClose,
}: {
  readonly requirement: Requirement;
  readonly onClose: () => void;
}) => {
  const issued = useAppState((state) => state.issuedProfile);
  const changes = useOwnChanges();
  const { suspend } = useTargetActions();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const without = useMemo(
    () => withoutTarget(issued, changes, requirement.id, { reason: '', changedOn: today() }),
    [issued, changes, requirement.id],
  );
  const outlook = useOutlook(without);
  const save = (): void => {
    const fault = reasonFault(reason);
    setError(fault);
    if (fault === null && suspend(requirement, reason.trim())) onClose();
  };
  return (
    <Dialog
      title={texts.title(requirement.name)}
      closeLabel={TARGETS_TEXTS.close}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button onClick={onClose}>{TARGETS_TEXTS.cancel}</Button>
          <Button variant="danger" disabled={outlook?.kind === 'refused'} onClick={save}>
            {texts.confirm}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p>{texts.text}</p>
        <TextArea label={texts.reason} rows={2} value={reason} error={error} onChange={setReason} autoFocus />
        <EffectSection requirementId={requirement.id} outlook={outlook} />
      </div>
    </Dialog>
  );
};
