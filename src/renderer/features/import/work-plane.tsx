import { useEffect, useState } from 'react';
import { formatNumber } from '#texts/format.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { ProgressBar } from '#ui/layout.tsx';
import styles from './import-page.module.css';
import type { Work } from './use-import.ts';

const TEXTS = IMPORT_TEXTS.work;
/** Shorter work shows nothing: a bar that flashes by only disturbs. */
const SHOWN_AFTER_MS = 150;

/** How far the work is, and the button that stops it. */
export const WorkPlane = ({ work, onCancel }: { readonly work: Work; readonly onCancel: () => void }) => {
  const [isShown, setIsShown] = useState(false);
  const [isStopping, setIsStopping] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const count =
    work.done === null ? '' : TEXTS.count(formatNumber(Math.min(work.done, work.of)), formatNumber(work.of));
  return (
    <div className={styles.work} aria-busy="true">
      {isShown && (
        <>
          <div role="status" className={styles.workStatus}>
            {isStopping ? TEXTS.stopping : TEXTS[work.kind]}
          </div>
          <ProgressBar label={count} value={work.done} max={work.of} />
          <Button
            disabled={isStopping}
            onClick={() => {
              setIsStopping(true);
              onCancel();
            }}
          >
            {TEXTS.cancel}
          </Button>
        </>
      )}
    </div>
  );
};
