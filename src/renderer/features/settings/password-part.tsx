import { useCallback, useEffect, useState } from 'react';
import { rewriteReports } from '#backup/frozen-reports.ts';
import { findPlainFiles, removePlainFiles, type PlainFiles } from '#backup/plain-files.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { backupMoment } from '#texts/backup.ts';
import { BACKUP_SECTION_TEXTS } from '#texts/backup-section.ts';
import { PASSWORD_TEXTS as TEXTS } from '#texts/password.ts';
import { placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import styles from './backup-section.module.css';
import { PasswordDialog } from './password-dialog.tsx';

type OpenDialog = 'password' | 'lift' | 'plain' | null;

/** Whether backups and journal are encrypted, and what can be done about it. */
export const PasswordPart = () => {
  const isEncrypted = useSafetyState((state) => state.isEncrypted);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = useCallback(() => setDialog(null), []);
  const [plain, setPlain] = usePlainFiles(isEncrypted);
  const count = plain === null ? 0 : plain.backups.length + plain.journal.length;
  return (
    <div className={styles.part}>
      <h3>{TEXTS.part}</h3>
      <p className={styles.quiet}>{isEncrypted ? TEXTS.on : TEXTS.off}</p>
      {plain !== null && count > 0 && (
        <Notice kind="part" role="status">
          {TEXTS.plainFound(plain.backups.length, plain.journal.length)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => setDialog('password')}>{isEncrypted ? TEXTS.change : TEXTS.set}</Button>
        {isEncrypted && <Button onClick={() => setDialog('lift')}>{TEXTS.lift}</Button>}
        {count > 0 && <Button onClick={() => setDialog('plain')}>{TEXTS.plainDelete}</Button>}
      </div>
      {dialog === 'password' && <PasswordDialog isChange={isEncrypted} onClose={close} />}
      {dialog === 'lift' && <LiftDialog onClose={close} />}
      {dialog === 'plain' && plain !== null && (
        <PlainDialog
          plain={plain}
          onClose={close}
          onRemoved={() => {
            setPlain(null);
            close();
          }}
        />
      )}
    </div>
  );
};

/** Looked for only where something is encrypted, anew after each backup. */
const usePlainFiles = (isEncrypted: boolean) => {
  const { host } = useSafety();
  const newest = useSafetyState((state) => state.newest?.file.name ?? null);
  const [plain, setPlain] = useState<PlainFiles | null>(null);
  useEffect(() => {
    if (!isEncrypted) return undefined;
    let isWanted = true;
    void findPlainFiles(host).then((found) => {
      if (isWanted) setPlain(found.ok ? found.value : null);
    });
    return () => {
      isWanted = false;
    };
  }, [host, isEncrypted, newest]);
  return [isEncrypted ? plain : null, setPlain] as const;
};

const LiftDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const safety = useSafety();
  const { show } = useToast();
  const lift = async (): Promise<void> => {
    const { vault } = safety;
    if (vault === null) return;
    const before = vault.dataKey();
    await vault.setDataKey(null);
    vault.journal.startFile();
    onClose();
    await safety.backUp('manual');
    const rewritten = await rewriteReports(safety.host, before, null);
    await safety.refreshPlaces();
    const left = rewritten.ok ? rewritten.value : null;
    show(left === 0 ? { text: TEXTS.lifted } : { kind: 'error', text: TEXTS.reportsLeft(left) });
  };
  return (
    <Dialog
      title={TEXTS.liftTitle}
      closeLabel={TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{TEXTS.cancel}</Button>
          <Button variant="primary" onClick={() => void lift()}>
            {TEXTS.liftDo}
          </Button>
        </>
      }
    >
      <p>{TEXTS.liftText}</p>
    </Dialog>
  );
};

const PlainDialog = ({
  plain,
  onClose,
  onRemoved,
}: {
  readonly plain: PlainFiles;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}) => {
  const safety = useSafety();
  const newest = useSafetyState((state) => state.newest);
  const { show } = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const count = plain.backups.length + plain.journal.length;
  const remove = async (): Promise<void> => {
    // What is removed must be in an encrypted one first.
    const taken = await safety.backUp('manual');
    const removed = taken.ok ? await removePlainFiles(safety.host, plain) : taken;
    if (!removed.ok) {
      setProblem(placeFailureText(removed.error.failure, BACKUP_SECTION_TEXTS.vaultPlace));
      return;
    }
    await safety.backUp('daily');
    await safety.refreshPlaces();
    onRemoved();
    show({ text: TEXTS.plainDone(count) });
  };
  return (
    <Dialog
      title={TEXTS.plainTitle}
      closeLabel={TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{TEXTS.cancel}</Button>
          <Button variant="danger" onClick={() => void remove()}>
            {TEXTS.plainDo(count)}
          </Button>
        </>
      }
    >
      {problem !== null && (
        <Notice kind="gap" role="alert">
          {TEXTS.plainFailed(problem)}
        </Notice>
      )}
      {newest !== null && <p>{TEXTS.plainText(backupMoment(newest.at))}</p>}
    </Dialog>
  );
};
