import type { PreviewLine } from '#core/import/plan/preview-lines.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Icon } from '#ui/icons.tsx';
import { StatusMark, type StatusTone } from '#ui/status-mark.tsx';
import styles from './lines-grid.module.css';

const TONES: Readonly<Record<Exclude<PreviewLine['outcome'], 'conflict'>, StatusTone>> = {
  new: 'surplus',
  changed: 'part',
  same: 'met',
  rejected: 'unknown',
  'only-here': 'none',
};

/** What happens to a row: sign, word and colour. A conflict is no status of a device and has the sign of a warning. */
export const OutcomeMark = ({
  outcome,
  isTag = false,
}: {
  readonly outcome: PreviewLine['outcome'];
  readonly isTag?: boolean;
}) =>
  outcome === 'conflict' ? (
    <span className={styles.conflict}>
      <Icon name="warning" />
      {IMPORT_TEXTS.preview.outcomes.conflict}
    </span>
  ) : (
    <StatusMark tone={TONES[outcome]} isTag={isTag}>
      {IMPORT_TEXTS.preview.outcomes[outcome]}
    </StatusMark>
  );
