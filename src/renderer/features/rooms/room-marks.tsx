import { formatGap } from '#texts/format.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import { missingText } from './missing-text.ts';
import type { StandardState } from './room-rows.ts';
import styles from './rooms.module.css';

export const StandardMark = ({ standard }: { readonly standard: StandardState }) =>
  standard.missing === 0 ? (
    <StatusMark tone="met">{ROOM_TEXTS.standardMet}</StatusMark>
  ) : (
    <StatusMark tone="part">{missingText(standard)}</StatusMark>
  );

/** A tick, or how much is missing. */
export const GapMark = ({ gap }: { readonly gap: number }) =>
  gap === 0 ? (
    <StatusMark tone="met">
      <span className={styles.hidden}>{ROOM_TEXTS.met}</span>
    </StatusMark>
  ) : (
    <>{formatGap(gap)}</>
  );
