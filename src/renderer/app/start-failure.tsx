import type { OpenSchoolFailure } from '#state/open-school.ts';
import { APP_TEXTS } from '#texts/app.ts';
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
    case 'unavailable':
      return `${APP_TEXTS.failures.unavailable} (${failure.detail})`;
  }
};

/** The data could not be opened: what that means, and what to do. Nothing was changed. */
export const StartFailure = ({
  failure,
  onStartBlank,
}: {
  readonly failure: OpenSchoolFailure;
  readonly onStartBlank: () => void;
}) => (
  <main className={styles.fullPage} role="alert">
    <h1>{APP_TEXTS.failures.title}</h1>
    <p>{textOf(failure)}</p>
    <Button variant="primary" onClick={() => window.location.reload()}>
      {APP_TEXTS.failures.reload}
    </Button>
    {failure.code === 'vault-damaged' && (
      <Button onClick={onStartBlank}>{APP_TEXTS.failures.startBlank}</Button>
    )}
  </main>
);
