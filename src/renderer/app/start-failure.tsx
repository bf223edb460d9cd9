import { hostBridge } from '#bridge/host-bridge.ts';
import type { OpenSchoolFailure, StartDecision } from '#state/open-school.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { START_DECISION_TEXTS } from '#texts/start-trouble.ts';
import { Button } from '#ui/button.tsx';
import styles from './app.module.css';

const textOf = (failure: OpenSchoolFailure): string => {
  switch (failure.code) {
    case 'newer-data':
      return APP_TEXTS.failures['newer-data'](failure.version);
    case 'blocked':
      return APP_TEXTS.failures.blocked;
    case 'vault-damaged':
      return APP_TEXTS.failures['vault-damaged'];
    case 'vault-unreadable':
      return `${APP_TEXTS.failures['vault-unreadable']} (${failure.detail})`;
    case 'write-failed':
      return APP_TEXTS.failures['write-failed'][failure.failure === 'disk-full' ? 'disk-full' : 'other'];
    case 'two-histories':
      return START_DECISION_TEXTS.twoHistoriesText;
    case 'folder-waiting':
      return START_DECISION_TEXTS.folderWaiting(failure.folder);
    case 'unavailable':
      return `${APP_TEXTS.failures.unavailable} (${failure.detail})`;
  }
};

type Props = {
  readonly failure: OpenSchoolFailure;
  /** Starts once more with what the user has decided. */
  readonly onDecide: (decision: StartDecision) => void;
};

/** The data could not be opened: what that means, and what to do. Nothing was changed. */
export const StartFailure = ({ failure, onDecide }: Props) => (
  <main className={styles.fullPage} role="alert">
    <h1>{failure.code === 'two-histories' ? START_DECISION_TEXTS.twoHistories : APP_TEXTS.failures.title}</h1>
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
          {START_DECISION_TEXTS.vault(failure.vault.rooms, failure.vault.devices, failure.vault.changedAt)}
        </li>
      </ul>
    )}
    <div className={styles.startWays}>
      <Ways failure={failure} onDecide={onDecide} />
    </div>
  </main>
);

const Ways = ({ failure, onDecide }: Props) => {
  const reload = (): void => window.location.reload();
  switch (failure.code) {
    case 'two-histories':
      return (
        <>
          <Button onClick={() => onDecide('keep-database')}>{START_DECISION_TEXTS.keepDatabase}</Button>
          <Button onClick={() => onDecide('take-vault')}>{START_DECISION_TEXTS.takeVault}</Button>
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
            {APP_TEXTS.failures.reload}
          </Button>
          <Button onClick={() => onDecide('start-blank')}>{APP_TEXTS.failures.startBlank}</Button>
        </>
      );
    default:
      return (
        <Button variant="primary" onClick={reload}>
          {APP_TEXTS.failures.reload}
        </Button>
      );
  }
};
