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

/** Where one is in a piece of work of several steps. */
export const Stepper = ({
  label,
  steps,
  current,
}: {
  readonly label: string;
  readonly steps: readonly string[];
  readonly current: number;
}) => (
  <ol className={styles.steps} aria-label={label}>
    {steps.map((step, index) => (
      <li
        key={step}
        aria-current={index === current ? 'step' : undefined}
        data-done={index < current || undefined}
      >
        <span>{index < current ? <Icon name="tick" /> : index + 1}</span>
        {step}
      </li>
    ))}
  </ol>
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
