import { useState } from 'react';
import { readCount } from '#core/inventory/cell-input.ts';
import { formatNumber } from '#texts/format.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { TextField, type Parsed } from '#ui/field.tsx';
import { useReportFault } from './field-faults.ts';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.fields;

/**
 * A text field that means a value, and hands it on while it is typed: the sentence above follows at once. What means
 * nothing stays where it is, and nothing can be saved with it; why, is said on leaving. A value that comes from elsewhere
 * meanwhile (the sentence, another field) takes its place.
 */
export const LiveField = <Value,>({
  label,
  hint,
  value,
  isNumber = false,
  isDisabled,
  parse,
  format,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly isNumber?: boolean;
  readonly isDisabled: boolean;
  readonly parse: (text: string) => Parsed<Value>;
  readonly format: (value: Value) => string;
  /** null = the field was emptied, where `parse` allows that. */
  readonly onChange: (value: Value | null) => void;
}) => {
  const shown = format(value);
  /** `over`: the value that it was typed over. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const [wasLeft, setWasLeft] = useState(false);
  const parsed = typed === null ? null : parse(typed.text.trim());
  const fault = parsed === null || parsed.ok || typed?.over !== shown ? null : parsed.message;
  const draft = parsed === null || (!parsed.ok && fault === null) ? null : (typed?.text ?? null);
  useReportFault(fault !== null);
  const drop = (): void => {
    setTyped(null);
    setWasLeft(false);
  };
  return (
    <div className={isNumber ? styles.number : styles.text}>
      <TextField
        label={label}
        hint={hint}
        error={wasLeft ? fault : null}
        disabled={isDisabled}
        {...(isNumber && { inputMode: 'numeric' })}
        value={draft ?? shown}
        onChange={(text) => {
          setTyped({ text, over: shown });
          const next = parse(text.trim());
          if (!next.ok) return;
          setWasLeft(false);
          onChange(next.value);
        }}
        onBlur={() => {
          if (fault === null) drop();
          else setWasLeft(true);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || draft === null) return;
          event.stopPropagation();
          drop();
        }}
      />
    </div>
  );
};

const parseFrom =
  (least: number) =>
  (text: string): Parsed<number> => {
    const count = readCount(text);
    return count === null || count < least
      ? { ok: false, message: least > 0 ? texts.wholeNumber : texts.wholeNumberOrZero }
      : { ok: true, value: count };
  };
const PARSERS = { 0: parseFrom(0), 1: parseFrom(1) } as const;
const numberText = (value: number): string => formatNumber(value);

/** A whole number that must be there. */
export const NumberField = ({
  label,
  value,
  least = 1,
  isDisabled,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly least?: 0 | 1;
  readonly isDisabled: boolean;
  readonly onChange: (value: number) => void;
}) => (
  <LiveField
    label={label}
    isNumber
    value={value}
    isDisabled={isDisabled}
    parse={PARSERS[least]}
    format={numberText}
    onChange={(next) => {
      if (next !== null) onChange(next);
    }}
  />
);
