import { useEffect, useState } from 'react';
import type { VaultPlace } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { useDataFolder } from '#restore/use-data-folder.ts';
import type { OpenSchoolFailure, StartDecision } from '#state/open-school.ts';
import {
  FOLDER_IN_USE_TEXTS,
  START_DECISION_TEXTS,
  START_FAILURE_TEXTS as TEXTS,
} from '#texts/start-failure.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './app.module.css';
import { FolderInUse } from './folder-in-use.tsx';

const textOf = (failure: Exclude<OpenSchoolFailure, { code: 'folder-in-use' }>): string => {
  switch (failure.code) {
    case 'newer-data':
      return TEXTS['newer-data'](failure.version);
    case 'blocked':
      return TEXTS.blocked;
    case 'vault-damaged':
      return TEXTS['vault-damaged'];
    case 'vault-unreadable':
      return TEXTS['vault-unreadable'](failure.folder);
    case 'write-failed':
      return TEXTS['write-failed'][failure.failure === 'disk-full' ? 'disk-full' : 'other'];
    case 'two-histories':
      return START_DECISION_TEXTS.twoHistoriesText;
    case 'folder-waiting':
      return START_DECISION_TEXTS.folderWaiting(failure.folder);
    case 'unavailable':
      return `${TEXTS.unavailable} (${failure.detail})`;
  }
};

type Props = {
  readonly failure: OpenSchoolFailure;
  /** Starts once more with what the user has decided. */
  readonly onDecide: (decision: StartDecision) => void;
};

const reload = (): void => window.location.reload();

/** The data could not be opened: what that means, and what to do. Nothing was changed. */
export const StartFailure = ({ failure, onDecide }: Props) => (
  <main className={styles.fullPage} role="alert">
    {failure.code === 'folder-in-use' ? (
      <FolderInUse failure={failure} onDecide={onDecide} otherFolder={<OtherFolder />} />
    ) : (
      <>
        <h1>{failure.code === 'two-histories' ? START_DECISION_TEXTS.twoHistories : TEXTS.title}</h1>
        <p>{textOf(failure)}</p>
        {failure.code === 'two-histories' && (
          <ul className={styles.histories}>
            <li>
              {START_DECISION_TEXTS.database(
                failure.database.rooms,
                failure.database.devices,
                failure.database.changedAt,
              )}
            </li>
            <li>
              {START_DECISION_TEXTS.vault(
                failure.vault.rooms,
                failure.vault.devices,
                failure.vault.changedAt,
              )}
            </li>
          </ul>
        )}
        <div className={styles.startWays}>
          <Ways failure={failure} onDecide={onDecide} />
        </div>
      </>
    )}
  </main>
);

const Ways = ({ failure, onDecide }: Props) => {
  switch (failure.code) {
    case 'two-histories':
      return (
        <>
          <Button onClick={() => onDecide('keep-database')}>{START_DECISION_TEXTS.keepDatabase}</Button>
          <Button onClick={() => onDecide('take-vault')}>{START_DECISION_TEXTS.takeVault}</Button>
          <OtherFolder />
        </>
      );
    case 'folder-waiting':
      return (
        <>
          <Button
            variant="primary"
            onClick={() =>
              void hostBridge()
                .vaultAllow()
                .then(({ kind }) => (kind === 'chosen' ? reload() : undefined))
            }
          >
            {START_DECISION_TEXTS.allowFolder}
          </Button>
          <Button onClick={() => onDecide('without-folder')}>{START_DECISION_TEXTS.withoutFolder}</Button>
        </>
      );
    case 'vault-damaged':
      return (
        <>
          <Button variant="primary" onClick={reload}>
            {TEXTS.reload}
          </Button>
          <Button onClick={() => onDecide('start-blank')}>{TEXTS.startBlank}</Button>
          <OtherFolder />
        </>
      );
    default:
      return (
        <>
          <Button variant="primary" onClick={reload}>
            {TEXTS.reload}
          </Button>
          {failure.code === 'vault-unreadable' && <OtherFolder />}
        </>
      );
  }
};

/** The ways to another data folder, where the host can choose one. */
const OtherFolder = () => {
  const host = hostBridge();
  const [place, setPlace] = useState<VaultPlace | null>(null);
  const [canChoose, setCanChoose] = useState(false);
  const { isBusy, problem, choose, reset } = useDataFolder(START_DECISION_TEXTS.folder);
  useEffect(() => {
    void host.vaultPlace().then(setPlace, () => undefined);
    void host.appInfo().then(({ capabilities }) => setCanChoose(capabilities.canChooseVault));
  }, [host]);
  if (!canChoose) return null;
  return (
    <>
      <Button disabled={isBusy} onClick={choose}>
        {FOLDER_IN_USE_TEXTS.otherFolder}
      </Button>
      {place?.kind === 'chosen-folder' && (
        <Button disabled={isBusy} onClick={reset}>
          {FOLDER_IN_USE_TEXTS.ownProfile}
        </Button>
      )}
      {problem !== null && (
        <Notice kind="gap" role="alert">
          {problem}
        </Notice>
      )}
    </>
  );
};
