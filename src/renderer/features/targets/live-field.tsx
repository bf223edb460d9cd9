import { useState } from 'react';
import { readCount } from '#core/inventory/cell-input.ts';
import { formatNumber } from '#texts/format.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { TextField, type Parsed } from '#ui/field.tsx';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.fields;

/**
 * A text field that means a value, and hands it on while it is typed: the sentence above follows at once. What means
 * nothing stays where it is; why, is said on leaving.
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
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  return (
    <div className={isNumber ? styles.number : styles.text}>
      <TextField
        label={label}
        hint={hint}
        error={message}
        disabled={isDisabled}
        {...(isNumber && { inputMode: 'numeric' })}
        value={draft ?? format(value)}
        onChange={(text) => {
          setDraft(text);
          const parsed = parse(text.trim());
          if (!parsed.ok) return;
          setMessage(null);
          onChange(parsed.value);
        }}
        onBlur={() => {
          if (draft === null) return;
          const parsed = parse(draft.trim());
          if (parsed.ok) setDraft(null);
          else setMessage(parsed.message);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || draft === null) return;
          event.stopPropagation();
          setDraft(null);
          setMessage(null);
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
