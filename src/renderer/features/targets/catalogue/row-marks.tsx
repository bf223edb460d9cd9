import type { MouseEvent } from 'react';
import type { CatalogueRow } from '#core/targets/catalogue-rows.ts';
import { CATALOGUE_TEXTS, changeReasonText } from '#texts/catalogue.ts';
import { ORIGIN_LABELS } from '#texts/targets.ts';
import { Icon } from '#ui/icons.tsx';
import { focusCell } from './cell-focus.ts';
import styles from './catalogue.module.css';

/** The button goes with what it does; the focus stays in its cell. */
const keepFocus = (event: MouseEvent<HTMLElement>): void => {
  focusCell(event.currentTarget.closest<HTMLElement>('td, th'), 'stay');
};

/** Where the entry comes from; an own change says when and why. */
export const OriginCell = ({
  row,
  onReset,
}: {
  readonly row: CatalogueRow;
  readonly onReset: (id: string) => void;
}) => {
  const { entry, change, state } = row;
  if (change === null) {
    const origin = 'origin' in entry ? ORIGIN_LABELS[entry.origin] : CATALOGUE_TEXTS.fromProfile;
    return <span className={styles.origin}>{origin}</span>;
  }
  const why = changeReasonText(state, change);
  return (
    <span className={styles.origin}>
      <span className={styles.own} data-state={state} title={why}>
        {state === 'left-out' && <Icon name="warning" />}
        {STATE_LABELS[state]}
        <span className={styles.hidden}> ({why})</span>
      </span>
      {(state === 'changed' || state === 'left-out') && (
        <button
          type="button"
          data-cell
          tabIndex={-1}
          className={styles.action}
          aria-label={`${CATALOGUE_TEXTS.reset}: ${entry.name}`}
          onClick={(event) => {
            keepFocus(event);
            onReset(row.id);
          }}
        >
          {CATALOGUE_TEXTS.reset}
        </button>
      )}
    </span>
  );
};
const STATE_LABELS = {
  issued: ORIGIN_LABELS.school,
  changed: ORIGIN_LABELS.school,
  added: ORIGIN_LABELS.school,
  suspended: CATALOGUE_TEXTS.suspended,
  'left-out': CATALOGUE_TEXTS.leftOut,
} as const;

/** Suspends an entry, takes it up again, or removes what the school added. */
export const ActionCell = ({
  row,
  onSuspend,
  onReset,
}: {
  readonly row: CatalogueRow;
  readonly onSuspend: (id: string) => void;
  readonly onReset: (id: string) => void;
}) => {
  const { state } = row;
  if (state === 'left-out') return null;
  const label =
    state === 'suspended'
      ? CATALOGUE_TEXTS.resume
      : state === 'added'
        ? CATALOGUE_TEXTS.remove
        : CATALOGUE_TEXTS.suspend;
  return (
    <button
      type="button"
      data-cell
      tabIndex={-1}
      className={styles.action}
      aria-label={`${label}: ${row.entry.name}`}
      onClick={(event) => {
        keepFocus(event);
        if (state === 'suspended') onReset(row.id);
        else onSuspend(row.id);
      }}
    >
      {label}
    </button>
  );
};
