import { IMPORT_TEXTS } from '#texts/import.ts';
import { Segments } from '#ui/field.tsx';
import type { Choices } from './choices.ts';
import styles from './values-step.module.css';

const TEXTS = IMPORT_TEXTS.values;

/** Whether what is no IT equipment comes in or stays out: one choice for all such rows. */
export const OutsideSwitch = ({
  devices,
  value,
  onChange,
}: {
  readonly devices: number;
  readonly value: Choices['outside'];
  readonly onChange: (outside: Choices['outside']) => void;
}) => (
  <div className={styles.outside}>
    <span>{TEXTS.outside(devices)}</span>
    <Segments
      label={TEXTS.outsideLabel}
      value={value}
      options={[
        { value: 'keep', label: TEXTS.keep },
        { value: 'skip', label: TEXTS.skip },
      ]}
      onChange={(chosen) => onChange(chosen === 'skip' ? 'skip' : 'keep')}
    />
  </div>
);
