import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';
import styles from './status-mark.module.css';

export type StatusTone =
  'met' | 'part' | 'gap' | 'surplus' | 'none' | 'unknown' | 'exempt' | 'defective' | 'over-age';

const ICONS: Readonly<Record<StatusTone, IconName | null>> = {
  met: 'tick',
  part: 'half',
  gap: 'minus',
  surplus: 'plus',
  none: 'dot',
  unknown: 'question',
  exempt: null,
  defective: 'bolt',
  'over-age': 'clock',
};

/** Sign + word or number + colour, never colour alone. `tag` adds the soft fill. */
export const StatusMark = ({
  tone,
  children,
  isTag = false,
}: {
  readonly tone: StatusTone;
  readonly children?: ReactNode;
  readonly isTag?: boolean;
}) => {
  const icon = ICONS[tone];
  return (
    <span className={classNames(styles.mark, styles[tone], isTag && styles.tag)}>
      {icon !== null && <Icon name={icon} />}
      {children}
    </span>
  );
};
