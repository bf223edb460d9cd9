import { useState } from 'react';
import { rewriteReports } from '#backup/frozen-reports.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { BACKUP_SECTION_TEXTS } from '#texts/backup-section.ts';
import { PASSWORD_TEXTS as TEXTS } from '#texts/password.ts';
import { placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import styles from './backup-section.module.css';
import { NewPasswordForm, type MadeKey } from './new-password.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

const FORM_ID = 'password-form';

/** A password for backups and journal: what it means, the password, the recovery code, and only then it holds. */
export const PasswordDialog = ({
  isChange,
  onClose,
}: {
  readonly isChange: boolean;
  readonly onClose: () => void;
}) => {
  const [made, setMade] = useState<MadeKey | null>(null);
  return made === null ? (
    <PasswordStep isChange={isChange} onMade={setMade} onClose={onClose} />
  ) : (
    <SheetStep made={made} isChange={isChange} onClose={onClose} />
  );
};

const PasswordStep = ({
  isChange,
  onMade,
  onClose,
}: {
  readonly isChange: boolean;
  readonly onMade: (made: MadeKey) => void;
  readonly onClose: () => void;
}) => {
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Dialog
      title={isChange ? TEXTS.changeTitle : TEXTS.setTitle}
      closeLabel={TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{TEXTS.cancel}</Button>
          <Button variant="primary" type="submit" form={FORM_ID} disabled={isBusy}>
            {isBusy ? TEXTS.making : TEXTS.next}
          </Button>
        </>
      }
    >
      <NewPasswordForm id={FORM_ID} onBusy={() => setIsBusy(true)} onMade={onMade}>
        <p>{TEXTS.explain.what}</p>
        <Notice kind="part">
          <b>{TEXTS.explain.lost}</b>
        </Notice>
        <p>{isChange ? TEXTS.explain.changed : TEXTS.explain.older}</p>
      </NewPasswordForm>
    </Dialog>
  );
};

const SheetStep = ({
  made: { dataKey, recoveryCode },
  isChange,
  onClose,
}: {
  readonly made: MadeKey;
  readonly isChange: boolean;
  readonly onClose: () => void;
}) => {
  const safety = useSafety();
  const place = useSafetyState((state) => state.place);
  const school = useAppState((state) => state.inventory.school.name);
  const { show } = useToast();
  const [isNoted, setIsNoted] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const apply = async (): Promise<void> => {
    const { vault } = safety;
    if (vault === null) return;
    setIsBusy(true);
    setProblem(null);
    const before = vault.dataKey();
    try {
      await vault.setDataKey(dataKey);
    } catch (error) {
      setIsBusy(false);
      setProblem(TEXTS.failed(String(error)));
      return;
    }
    vault.journal.startFile();
    const taken = await safety.backUp('manual');
    const rewritten = await rewriteReports(safety.host, before, dataKey);
    await safety.refreshPlaces();
    onClose();
    const left = rewritten.ok ? rewritten.value : null;
    show(
      taken.ok && left !== 0
        ? { kind: 'error', text: TEXTS.reportsLeft(left) }
        : taken.ok
          ? { text: isChange ? TEXTS.appliedChange : TEXTS.applied }
          : {
              kind: 'error',
              text: TEXTS.backupFailed(
                placeFailureText(taken.error.failure, place?.label || BACKUP_SECTION_TEXTS.vaultPlace),
              ),
            },
    );
  };
  return (
    <Dialog
      title={TEXTS.sheetTitle}
      closeLabel={TEXTS.close}
      onClose={() => {
        if (!isBusy) onClose();
      }}
      actions={
        <>
          <Button onClick={() => window.print()}>{TEXTS.print}</Button>
          <Button disabled={isBusy} onClick={onClose}>
            {TEXTS.cancel}
          </Button>
          <Button variant="primary" disabled={!isNoted || isBusy} onClick={() => void apply()}>
            {isBusy ? TEXTS.applying : isChange ? TEXTS.applyChange : TEXTS.apply}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {problem !== null && (
          <Notice kind="gap" role="alert">
            {problem}
          </Notice>
        )}
        <p>{TEXTS.sheetIntro}</p>
        <RecoverySheet texts={TEXTS.sheet} code={recoveryCode} school={school} day={new Date()} />
        <Checkbox label={TEXTS.confirm} isChecked={isNoted} onChange={setIsNoted} />
      </div>
    </Dialog>
  );
};
