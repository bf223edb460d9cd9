import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import styles from './layout.module.css';

/** Title of a screen, one line of fact, at most three buttons. */
export const PageHead = ({
  title,
  fact,
  actions,
}: {
  readonly title: string;
  readonly fact?: ReactNode;
  readonly actions?: ReactNode;
}) => (
  <div className={styles.head}>
    <h1 tabIndex={-1} data-page-title>
      {title}
    </h1>
    {fact !== undefined && <p className={styles.fact}>{fact}</p>}
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </div>
);

/** A framed part of a screen with its own heading. */
export const Section = ({
  title,
  fact,
  actions,
  children,
}: {
  readonly title?: string;
  readonly fact?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className={styles.section}>
    {title !== undefined && (
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {fact !== undefined && <span className={styles.sectionFact}>{fact}</span>}
        {actions !== undefined && <span className={styles.sectionActions}>{actions}</span>}
      </div>
    )}
    {children}
  </section>
);

/** Nothing there yet, or nothing fits: one sentence, at most one button. */
export const EmptyState = ({ text, action }: { readonly text: string; readonly action?: ReactNode }) => (
  <div className={styles.empty}>
    <p>{text}</p>
    {action}
  </div>
);

export type NoticeKind = 'info' | 'ok' | 'part' | 'gap';
const NOTICE_ICONS: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  ok: 'tick',
  part: 'warning',
  gap: 'warning',
};

/** A line that tells something about the plane below: place, cause, remedy. */
export const Notice = ({
  kind = 'info',
  role,
  children,
}: {
  readonly kind?: NoticeKind;
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
}) => (
  <div className={classNames(styles.notice, styles[kind])} role={role}>
    <Icon name={NOTICE_ICONS[kind]} />
    <div>{children}</div>
  </div>
);

/** Long work, with figures. */
export const ProgressBar = ({
  label,
  value,
  max,
}: {
  readonly label: string;
  /** null = it is not known how long it takes. */
  readonly value: number | null;
  readonly max: number;
}) => (
  <div className={styles.progress}>
    <span>{label}</span>
    <progress aria-label={label} max={max} {...(value !== null && { value })} />
  </div>
);

export type StepEntry = {
  readonly id: string;
  readonly label: string;
  readonly isDone: boolean;
  /** Can be gone to by a click. */
  readonly isReachable: boolean;
};

/** Where one is in a piece of work of several steps; steps that were done before can be gone back to. */
export const Stepper = ({
  label,
  doneLabel,
  steps,
  current,
  onSelect,
}: {
  readonly label: string;
  /** Read out behind the name of a step that is done. */
  readonly doneLabel: string;
  readonly steps: readonly StepEntry[];
  readonly current: string;
  readonly onSelect: (id: string) => void;
}) => (
  <nav aria-label={label}>
    <ol className={styles.steps}>
      {steps.map(({ id, label: name, isDone, isReachable }, index) => (
        <li key={id} data-current={id === current || undefined} data-done={isDone || undefined}>
          <button
            type="button"
            aria-current={id === current ? 'step' : undefined}
            disabled={!isReachable && id !== current}
            onClick={() => onSelect(id)}
          >
            <span className={styles.stepSign}>{isDone ? <Icon name="tick" /> : index + 1}</span>
            {name}
            {isDone && <span className={styles.hidden}> ({doneLabel})</span>}
          </button>
        </li>
      ))}
    </ol>
  </nav>
);

/** An active filter that can be taken away. */
export const Chip = ({
  text,
  removeLabel,
  onRemove,
}: {
  readonly text: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}) => (
  <span className={styles.chip}>
    {text}
    <button type="button" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
      <Icon name="close" />
    </button>
  </span>
);
