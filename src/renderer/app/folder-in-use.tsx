import { useEffect, useState, type ReactNode } from 'react';
import { hostBridge } from '#bridge/host-bridge.ts';
import type { OpenSchoolFailure, StartDecision } from '#state/open-school.ts';
import { FOLDER_IN_USE_TEXTS as TEXTS } from '#texts/start-failure.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './app.module.css';

const LOOK_EVERY_MS = 10_000;

type Props = {
  readonly failure: Extract<OpenSchoolFailure, { code: 'folder-in-use' }>;
  readonly onDecide: (decision: StartDecision) => void;
  readonly otherFolder: ReactNode;
};

/** Who has the data folder open, and what can be done. Goes on by itself as soon as it is free. */
export const FolderInUse = ({ failure, onDecide, otherFolder }: Props) => {
  const [{ holder, isStale }, setLock] = useState({ holder: failure.holder, isStale: failure.isStale });
  useEffect(() => {
    const timer = setInterval(() => {
      void hostBridge()
        .vaultLock({ takeOver: false })
        .then((lock) => {
          if (lock.kind === 'held') window.location.reload();
          if (lock.kind === 'taken') setLock(lock);
        });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <h1>{TEXTS.title}</h1>
      <p>{TEXTS.who(holder.account, holder.computer, holder.since, failure.folder)}</p>
      <p>{TEXTS.why}</p>
      {isStale && <Notice kind="part">{TEXTS.stale}</Notice>}
      <div className={styles.startWays}>
        <Button variant="primary" onClick={() => window.location.reload()}>
          {TEXTS.again}
        </Button>
        <Button onClick={() => onDecide('look-only')}>{TEXTS.look}</Button>
        {isStale && <Button onClick={() => onDecide('take-over')}>{TEXTS.takeOver}</Button>}
        {otherFolder}
      </div>
      <p className={styles.startHint}>{TEXTS.ownProfileHint}</p>
    </>
  );
};
