import type { OpenFailure } from '#storage/storage.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { Button } from '#ui/button.tsx';
import styles from './app.module.css';

const textOf = (failure: OpenFailure): string => {
  switch (failure.code) {
    case 'newer-data':
      return APP_TEXTS.failures['newer-data'](failure.version);
    case 'blocked':
      return APP_TEXTS.failures.blocked;
    case 'unavailable':
      return `${APP_TEXTS.failures.unavailable} (${failure.detail})`;
  }
};

/** The data could not be opened: what that means, and what to do. Nothing was changed. */
export const StartFailure = ({ failure }: { readonly failure: OpenFailure }) => (
  <main className={styles.fullPage} role="alert">
    <h1>{APP_TEXTS.failures.title}</h1>
    <p>{textOf(failure)}</p>
    <Button variant="primary" onClick={() => window.location.reload()}>
      {APP_TEXTS.failures.reload}
    </Button>
  </main>
);
