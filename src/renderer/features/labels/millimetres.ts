import { readDecimal } from '#core/inventory/cell-input.ts';
import { formatMillimetres } from '#texts/labels.ts';

/** `63,5`, `63.5 mm`, `-0,5` or `−0,5`; null = no number. */
export const readMillimetres = (text: string): number | null => {
  const [, sign = '', rest = ''] = /^([-−–+]?)\s*(.*?)\s*(?:mm)?$/iu.exec(text.trim()) ?? [];
  const value = readDecimal(rest);
  if (value === null) return null;
  return sign === '' || sign === '+' || value === 0 ? value : -value;
};

export const writeMillimetres = (value: number): string => formatMillimetres(value);
