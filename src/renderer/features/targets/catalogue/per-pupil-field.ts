import { readDecimal } from '#core/inventory/cell-input.ts';
import type { Check } from '#core/targets/target-profile.ts';
import { CATALOGUE_TEXTS, formatRatio } from '#texts/catalogue.ts';
import type { EntryField } from './entry-field.ts';

const THOUSANDTHS = 1000;
const MOST = 1000;

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** `0,5` → 1 ÷ 2: the profile keeps whole numbers, so that nothing is rounded on the way. null = none, or beyond all sense. */
const ratioOf = (value: number): { readonly multiply: number; readonly divide: number } | null => {
  const multiply = Math.round(value * THOUSANDTHS);
  if (multiply < 1 || value > MOST) return null;
  const divisor = greatestDivisor(multiply, THOUSANDTHS);
  return { multiply: multiply / divisor, divide: THOUSANDTHS / divisor };
};

/** How much bandwidth each pupil asks for; empty = it is not asked per pupil. */
export const perPupilField = (label: string): EntryField<Check> => {
  const shown = (check: Check): string =>
    check.kind === 'bandwidth' && check.perPupil !== null ? formatRatio(check.perPupil) : '';
  return {
    id: 'perPupil',
    label,
    width: 'number',
    align: 'right',
    show: shown,
    edit: {
      kind: 'text',
      text: shown,
      read: (check, text) => {
        if (check.kind !== 'bandwidth' || text === '') return { ok: true, value: withRatio(check, null) };
        const value = readDecimal(text);
        const ratio = value === null ? null : ratioOf(value);
        return ratio === null
          ? { ok: false, message: CATALOGUE_TEXTS.errors.decimal(text) }
          : { ok: true, value: withRatio(check, ratio) };
      },
    },
    has: ({ kind }) => kind === 'bandwidth',
  };
};

const withRatio = (check: Check, perPupil: ReturnType<typeof ratioOf>): Check =>
  check.kind === 'bandwidth' ? { ...check, perPupil } : check;
