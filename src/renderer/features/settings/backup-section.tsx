import { useCallback, useEffect, useState } from 'react';
import type { BackupFile } from '#backup/vault-names.ts';
import type { AppInfo, SaveFileOutcome, VaultFailure } from '#bridge/contract.ts';
import { plainName } from '#core/shared/plain-name.ts';
import { chooseBackupFile, keyOfSource, type RestoreSource } from '#restore/restore-source.ts';
import { RestoreDialog } from '#restore/restore-dialog.tsx';
import { useAppStore } from '#state/use-app-state.ts';
import { useRefreshedPlaces, useSafety, useSafetyState } from '#state/use-safety.ts';
import { backupMoment } from '#texts/backup.ts';
import { BACKUP_SECTION_TEXTS as TEXTS } from '#texts/backup-section.ts';
import { BACKUP_REASON_LABELS, placeFailureText } from '#texts/restore.ts';
import { localDay } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useToast } from '#ui/toast.tsx';
import { BackupList } from './backup-list.tsx';
import { BackupPlace } from './backup-place.tsx';
import styles from './backup-section.module.css';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { PasswordPart } from './password-part.tsx';
import { SecondPlacePart } from './second-place-part.tsx';

/** Backups: what there is, where it lies, and how it comes back. */
export const BackupSection = () => {
  const { vault, host } = useSafety();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => void host.appInfo().then(setInfo), [host]);
  useRefreshedPlaces();
  if (vault === null)
    return (
      <Section title={TEXTS.title}>
        <Notice>{TEXTS.readOnly}</Notice>
      </Section>
    );
  return (
    <Section title={TEXTS.title}>
      <div className={styles.parts}>
        <p className={styles.quiet}>{TEXTS.about}</p>
        <Newest />
        <BackupActions />
        {info !== null && (
          <>
            <BackupPlace capabilities={info.capabilities} />
            <SecondPlacePart capabilities={info.capabilities} />
          </>
        )}
        <PasswordPart />
      </div>
    </Section>
  );
};

/** When the newest backup was written and why, and what became of the last try. */
const Newest = () => {
  const newest = useSafetyState((state) => state.newest);
  const failure = useSafetyState((state) => state.failure);
  const isWriting = useSafetyState((state) => state.isWriting);
  const isEncrypted = useSafetyState((state) => state.isEncrypted);
  const place = useSafetyState((state) => state.place);
  return (
    <>
      <dl className={styles.facts}>
        <dt>{TEXTS.newest}</dt>
        <dd>
          <div role="status">
            {isWriting ? (
              TEXTS.writing
            ) : newest === null ? (
              TEXTS.none
            ) : (
              <span className={styles.marks}>
                {TEXTS.newestText(backupMoment(newest.at), BACKUP_REASON_LABELS[newest.file.reason])}
                <StatusMark tone="met">{TEXTS.verified}</StatusMark>
                {isEncrypted && <span>{TEXTS.encrypted}</span>}
              </span>
            )}
          </div>
        </dd>
      </dl>
      {failure !== null && (
        <Notice kind="gap" role="alert">
          {TEXTS.failed(placeFailureText(failure.failure, place?.label || TEXTS.vaultPlace))}
        </Notice>
      )}
    </>
  );
};

const BackupActions = () => {
  const store = useAppStore();
  const safety = useSafety();
  const { show } = useToast();
  const isWriting = useSafetyState((state) => state.isWriting);
  const newest = useSafetyState((state) => state.newest);
  const [problem, setProblem] = useState<string | null>(null);
  const [source, setSource] = useState<RestoreSource | null>(null);
  const close = useCallback(() => setSource(null), []);
  const [isHandingOver, setIsHandingOver] = useState(false);
  const endHandOver = useCallback(() => setIsHandingOver(false), []);
  const fail = ({ failure }: Pick<VaultFailure, 'failure'>, place: string): void =>
    setProblem(placeFailureText(failure, place));

  const backUp = async (): Promise<void> => {
    setProblem(null);
    const taken = await safety.backUp('manual');
    // Why it failed stands above, as for every backup.
    if (taken.ok) show({ text: TEXTS.nowDone });
  };

  const saveToFile = async (): Promise<void> => {
    setProblem(null);
    const { vault, host } = safety;
    if (vault === null) return;
    const { school } = store.getState().inventory;
    const saved = await vault.backups
      .encode(store.current(), 'manual')
      .then((bytes) =>
        host.saveFile({
          suggestedName: TEXTS.fileName(plainName(school.name), localDay(new Date())),
          bytes,
          kind: 'backup',
        }),
      )
      .catch((error: unknown): SaveFileOutcome => ({
        kind: 'failed',
        failure: 'unknown',
        path: null,
        detail: String(error),
      }));
    if (saved.kind === 'failed') fail(saved, saved.path ?? TEXTS.theFolder);
    if (saved.kind === 'saved') show({ text: TEXTS.toFileDone(saved.name) });
  };

  const restore = async (): Promise<void> => {
    setProblem(null);
    const chosen = await chooseBackupFile();
    if (chosen !== null) setSource(chosen);
  };

  return (
    <>
      {problem !== null && (
        <Notice kind="gap" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button disabled={isWriting} onClick={() => void backUp()}>
          {TEXTS.now}
        </Button>
        <Button onClick={() => void saveToFile()}>{TEXTS.toFile}</Button>
        <Button onClick={() => setIsHandingOver(true)}>{TEXTS.handOver}</Button>
        <Button onClick={() => void restore()}>{TEXTS.restore}</Button>
      </div>
      <BackupList
        newest={newest?.file.name ?? null}
        onOpen={(file: BackupFile) => setSource({ kind: 'listed', file })}
      />
      {isHandingOver && <HandOverDialog onClose={endHandOver} />}
      {source !== null && (
        <RestoreDialog key={keyOfSource(source)} source={source} onChoose={setSource} onClose={close} />
      )}
    </>
  );
};
