/** What a code that no device bears may be: people scan whatever stands on a device or its box. */
export type ForeignCode =
  /** A label of ours: of another school, or of a device that was deleted. */
  | 'label'
  | 'web-address'
  /** The number of an article as shops have it (GTIN), on boxes and type plates. */
  | 'article-number';

/** Digits of a GTIN in its lengths. Source: GS1 General Specifications, section 7.9. */
const GTIN = /^(\d{8}|\d{12,14})$/;

const hasCheckDigit = (digits: string): boolean => {
  const sum = [...digits].reduce(
    (total, digit, at) => total + Number(digit) * ((digits.length - at) % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
};

/** By its form alone; null = nothing is known of it. */
export const foreignCode = (code: string): Exclude<ForeignCode, 'label'> | null => {
  const text = code.trim();
  if (/^(https?:|www\.)/i.test(text)) return 'web-address';
  return GTIN.test(text) && hasCheckDigit(text) ? 'article-number' : null;
};
