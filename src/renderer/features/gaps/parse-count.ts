import { readCount } from '#core/inventory/cell-input.ts';
import type { Parsed } from '#ui/field.tsx';

/** Reads a whole number from `least` on; an empty field is unknown. */
export const countParser =
  (message: string, least = 0) =>
  (text: string): Parsed<number> => {
    if (text === '') return { ok: true, value: null };
    const value = readCount(text);
    return value === null || value < least ? { ok: false, message } : { ok: true, value };
  };
