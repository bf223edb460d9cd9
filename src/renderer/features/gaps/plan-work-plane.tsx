import { useEffect, useState } from 'react';
import { PLAN_WORK_TEXTS as TEXTS } from '#texts/planning.ts';
import { Button } from '#ui/button.tsx';
import { Notice, ProgressBar } from '#ui/layout.tsx';
import styles from './planning.module.css';
import type { PlanWork } from './use-plan-work.ts';

/** Shorter work shows nothing: a bar that flashes by only disturbs. */
const SHOWN_AFTER_MS = 150;

/** How far the planning is, or why there is no plan; nothing once it is done. */
export const PlanWorkPlane = <Value,>({
  work,
  label,
  onCancel,
  onAgain,
}: {
  readonly work: PlanWork<Value>;
  readonly label: string;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}) => {
  switch (work.kind) {
    case 'working':
      return <Working label={label} progress={work.progress} onCancel={onCancel} />;
    case 'cancelled':
    case 'failed':
      return (
        <Notice kind={work.kind === 'failed' ? 'gap' : 'info'} role="status">
          {work.kind === 'failed' ? TEXTS.failed(work.detail) : TEXTS.cancelled}{' '}
          <Button variant="quiet" isSmall onClick={onAgain}>
            {TEXTS.again}
          </Button>
        </Notice>
      );
    case 'done':
      return null;
  }
};

const Working = ({
  label,
  progress,
  onCancel,
}: {
  readonly label: string;
  readonly progress: { readonly done: number; readonly of: number | null } | null;
  readonly onCancel: () => void;
}) => {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return <div className={styles.work} aria-busy="true" />;
  const of = progress?.of ?? null;
  const count =
    progress === null ? '' : of === null ? TEXTS.round(progress.done) : TEXTS.count(progress.done, of);
  return (
    <div className={styles.work} aria-busy="true">
      <div role="status">{label}</div>
      <ProgressBar
        label={count === '' ? label : count}
        value={of === null ? null : (progress?.done ?? 0)}
        max={of ?? 1}
      />
      <Button onClick={onCancel}>{TEXTS.cancel}</Button>
    </div>
  );
};
