import { useAppState } from '#state/use-app-state.ts';
import { formatNumber } from '#texts/format.ts';
import { placeFailureText, RESTORE_TEXTS as TEXTS } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice, ProgressBar } from '#ui/layout.tsx';
import { refusalText } from './refusal-text.ts';
import { RestorePreview } from './restore-preview.tsx';
import { chooseBackupFile, type RestoreSource } from './restore-source.ts';
import styles from './restore.module.css';
import { UnlockForm } from './unlock-form.tsx';
import { useRestore, type RestoreModel } from './use-restore.ts';

/** Puts a backup back: shows what it would change first. Everything it does is one undoable step. */
export const RestoreDialog = ({
  source,
  onChoose,
  onClose,
}: {
  readonly source: RestoreSource;
  /** Another file was chosen. */
  readonly onChoose: (source: RestoreSource) => void;
  readonly onClose: () => void;
}) => {
  const model = useRestore(source, onClose);
  const isEmptyNow = useAppState(
    ({ inventory }) => inventory.rooms.length === 0 && inventory.devices.length === 0,
  );
  const { phase } = model;
  const isWorking = phase.kind === 'working';
  return (
    <Dialog
      title={model.isHandOver ? TEXTS.handOverTitle : TEXTS.title}
      closeLabel={TEXTS.close}
      isWide
      onClose={() => {
        // What is being written is stopped by its own button, which takes it back.
        if (!isWorking) onClose();
      }}
      actions={<Actions model={model} onChoose={onChoose} onClose={onClose} />}
    >
      <div className={styles.stack}>
        {model.message !== null && (
          <Notice kind="part" role="status">
            {model.message}
          </Notice>
        )}
        {phase.kind === 'reading' && <p role="status">{TEXTS.reading}</p>}
        {phase.kind === 'refused' && (
          <Notice kind="gap" role="alert">
            {refusalText(phase.refusal, model.name)}
          </Notice>
        )}
        {phase.kind === 'locked' && (
          <UnlockForm text={TEXTS.locked} envelope={phase.envelope} onOpened={model.unlock} />
        )}
        {phase.kind === 'backup-failed' && (
          <Notice kind="gap" role="alert">
            <p>{TEXTS.backupFailed(placeFailureText(phase.failure.failure, TEXTS.vaultPlace))}</p>
            <p>{TEXTS.insistHint}</p>
          </Notice>
        )}
        {(phase.kind === 'preview' || phase.kind === 'backup-failed') && (
          <RestorePreview backup={phase.backup} model={model} isEmptyNow={isEmptyNow} />
        )}
        {isWorking && (
          <div aria-busy="true" className={styles.stack}>
            <p role="status">{phase.step === 'backing-up' ? TEXTS.backingUp : TEXTS.writing}</p>
            <ProgressBar
              label={phase.done === null ? '' : TEXTS.count(formatNumber(phase.done), formatNumber(phase.of))}
              value={phase.done}
              max={phase.of}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
};

const Actions = ({
  model: { phase, options, plan, isHandOver, apply, cancel },
  onChoose,
  onClose,
}: {
  readonly model: RestoreModel;
  readonly onChoose: (source: RestoreSource) => void;
  readonly onClose: () => void;
}) => {
  const save = useAppState((state) => state.save);
  if (phase.kind === 'working')
    return (
      <Button disabled={phase.step === 'backing-up'} onClick={cancel}>
        {TEXTS.cancel}
      </Button>
    );
  const choose = async (): Promise<void> => {
    const chosen = await chooseBackupFile();
    if (chosen !== null) onChoose(chosen);
  };
  const isReady = plan !== null && plan.changes.length > 0 && save.kind !== 'read-only';
  return (
    <>
      {(phase.kind === 'preview' || phase.kind === 'backup-failed') && (
        <p className={styles.hint}>{save.kind === 'read-only' ? TEXTS.readOnly : TEXTS.undoable}</p>
      )}
      <Button onClick={onClose}>{TEXTS.cancel}</Button>
      {phase.kind === 'refused' && (
        <Button variant="primary" onClick={() => void choose()}>
          {TEXTS.chooseOther}
        </Button>
      )}
      {phase.kind === 'backup-failed' && (
        <Button variant="danger" disabled={!isReady} onClick={() => void apply(true)}>
          {TEXTS.insist}
        </Button>
      )}
      {(phase.kind === 'preview' || phase.kind === 'backup-failed') && (
        <Button variant="primary" disabled={!isReady} onClick={() => void apply(false)}>
          {phase.kind === 'backup-failed'
            ? TEXTS.again
            : options.mode === 'merge'
              ? TEXTS.doMerge
              : isHandOver
                ? TEXTS.takeOver
                : TEXTS.doReplace}
        </Button>
      )}
    </>
  );
};
