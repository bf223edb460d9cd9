import { useState } from 'react';
import type { DataKey } from '#backup/data-key.ts';
import { writeHandOver } from '#backup/hand-over.ts';
import { maxOpenBytes } from '#bridge/file-names.ts';
import { plainName } from '#core/shared/plain-name.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { BACKUP_SECTION_TEXTS } from '#texts/backup-section.ts';
import { localDay } from '#texts/format.ts';
import { HAND_OVER_TEXTS as TEXTS } from '#texts/hand-over.ts';
import { PASSWORD_TEXTS } from '#texts/password.ts';
import { placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox, RadioCards } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import styles from './backup-section.module.css';
import { NewPasswordForm, type MadeKey } from './new-password.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

const FORM_ID = 'hand-over-password';
/** What is larger would be refused where it is to be taken in. */
const MAX_BYTES = maxOpenBytes(['backup']);

/** none: plain; vault: as the backups; own: a password that nothing else has. */
type Protection = keyof typeof TEXTS.protections;

/** Everything in one file for a successor or a new PC: how it is protected, and where it goes. */
export const HandOverDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { save, problem, isBusy } = useSaveHandOver(onClose);
  const [made, setMade] = useState<MadeKey | null>(null);
  const close = (): void => {
    if (!isBusy) onClose();
  };
  const part = { problem, isBusy, onClose: close };
  return made === null ? (
    <ProtectionStep {...part} onMade={setMade} onSave={(key) => void save(key)} />
  ) : (
    <CodeStep {...part} made={made} onSave={() => void save(made.dataKey)} />
  );
};

type Step = {
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onClose: () => void;
};

/** Writes the file with this key and asks where to keep it; closes where it was saved. */
const useSaveHandOver = (onClose: () => void) => {
  const store = useAppStore();
  const { vault, host } = useSafety();
  const { show } = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const write = async (key: DataKey | null): Promise<void> => {
    if (vault === null) return;
    const { version } = await host.appInfo();
    const backup = await vault.backups.encode(store.current(), 'manual', key);
    const made = await writeHandOver(host, backup, version, vault.dataKey(), key);
    if (!made.ok) return setProblem(placeFailureText(made.error.failure, BACKUP_SECTION_TEXTS.vaultPlace));
    const { bytes, reports, left } = made.value;
    if (bytes.length > MAX_BYTES) return setProblem(TEXTS.tooLarge(MAX_BYTES / 1024 ** 2));
    const { school } = store.getState().inventory;
    const suggestedName = TEXTS.fileName(plainName(school.name), localDay(new Date()));
    const saved = await host.saveFile({ suggestedName, bytes, kind: 'backup' });
    if (saved.kind === 'failed')
      setProblem(placeFailureText(saved.failure, saved.path ?? BACKUP_SECTION_TEXTS.theFolder));
    if (saved.kind !== 'saved') return;
    onClose();
    show(
      left === 0
        ? { text: TEXTS.done(saved.name, reports) }
        : { kind: 'error', text: TEXTS.doneWithout(saved.name, left) },
    );
  };

  const save = async (key: DataKey | null): Promise<void> => {
    setProblem(null);
    setIsBusy(true);
    await write(key).catch(() => setProblem(placeFailureText('unknown', BACKUP_SECTION_TEXTS.theFolder)));
    setIsBusy(false);
  };
  return { save, problem, isBusy };
};

const Problem = ({ text }: { readonly text: string | null }) =>
  text !== null && (
    <Notice kind="gap" role="alert">
      {text}
    </Notice>
  );

const ProtectionStep = ({
  problem,
  isBusy,
  onMade,
  onSave,
  onClose,
}: Step & {
  readonly onMade: (made: MadeKey) => void;
  readonly onSave: (key: DataKey | null) => void;
}) => {
  const { vault } = useSafety();
  const isEncrypted = useSafetyState((state) => state.isEncrypted);
  // What lies encrypted here does not leave as plain text.
  const choices: readonly Protection[] = isEncrypted ? ['vault', 'own'] : ['none', 'own'];
  const [chosen, setChosen] = useState<Protection>(isEncrypted ? 'vault' : 'none');
  const [isMaking, setIsMaking] = useState(false);
  return (
    <Dialog
      title={TEXTS.title}
      closeLabel={TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button disabled={isBusy} onClick={onClose}>
            {TEXTS.cancel}
          </Button>
          {chosen === 'own' ? (
            <Button variant="primary" type="submit" form={FORM_ID} disabled={isMaking}>
              {isMaking ? PASSWORD_TEXTS.making : PASSWORD_TEXTS.next}
            </Button>
          ) : (
            <Button
              variant="primary"
              disabled={isBusy}
              onClick={() => onSave(chosen === 'vault' ? (vault?.dataKey() ?? null) : null)}
            >
              {isBusy ? TEXTS.writing : TEXTS.save}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.parts}>
        <Problem text={problem} />
        <p>{TEXTS.contents}</p>
        <p className={styles.quiet}>{TEXTS.notContained}</p>
        <RadioCards
          legend={TEXTS.protection}
          value={chosen}
          options={choices.map((value) => ({ value, ...TEXTS.protections[value] }))}
          onChange={(value) => setChosen(choices.find((choice) => choice === value) ?? chosen)}
        />
        {chosen === 'own' && (
          <NewPasswordForm id={FORM_ID} onBusy={() => setIsMaking(true)} onMade={onMade}>
            <Notice kind="part">{TEXTS.lost}</Notice>
          </NewPasswordForm>
        )}
      </div>
    </Dialog>
  );
};

const CodeStep = ({
  problem,
  isBusy,
  made: { recoveryCode },
  onSave,
  onClose,
}: Step & { readonly made: MadeKey; readonly onSave: () => void }) => {
  const school = useAppState((state) => state.inventory.school.name);
  const [isNoted, setIsNoted] = useState(false);
  return (
    <Dialog
      title={PASSWORD_TEXTS.sheetTitle}
      closeLabel={TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => window.print()}>{PASSWORD_TEXTS.print}</Button>
          <Button disabled={isBusy} onClick={onClose}>
            {TEXTS.cancel}
          </Button>
          <Button variant="primary" disabled={!isNoted || isBusy} onClick={onSave}>
            {isBusy ? TEXTS.writing : TEXTS.save}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <Problem text={problem} />
        <p>{TEXTS.sheetIntro}</p>
        <RecoverySheet texts={TEXTS.sheet} code={recoveryCode} school={school} day={new Date()} />
        <Checkbox label={PASSWORD_TEXTS.confirm} isChecked={isNoted} onChange={setIsNoted} />
      </div>
    </Dialog>
  );
};
