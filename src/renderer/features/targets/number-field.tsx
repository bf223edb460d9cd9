import { readCount } from '#core/inventory/cell-input.ts';
import { formatNumber } from '#texts/format.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { ParsedField, type Parsed } from '#ui/field.tsx';

const texts = TARGETS_TEXTS.fields;

const parse =
  (least: number) =>
  (text: string): Parsed<number> => {
    const count = readCount(text);
    return count === null || count < least
      ? { ok: false, message: least > 0 ? texts.wholeNumber : texts.wholeNumberOrZero }
      : { ok: true, value: count };
  };
const parsePositive = parse(1);
const parseAny = parse(0);
const format = (value: number): string => formatNumber(value);

/** A whole number that must be there. */
export const NumberField = ({
  label,
  value,
  least = 1,
  isDisabled,
  onCommit,
}: {
  readonly label: string;
  readonly value: number;
  readonly least?: 0 | 1;
  readonly isDisabled: boolean;
  readonly onCommit: (value: number) => void;
}) => (
  <ParsedField
    label={label}
    width="number"
    inputMode="numeric"
    value={value}
    isDisabled={isDisabled}
    parse={least === 1 ? parsePositive : parseAny}
    format={format}
    onCommit={(next) => {
      if (next !== null) onCommit(next);
    }}
  />
);
