/** What a spreadsheet takes for the beginning of a formula when it is pasted, full-width forms included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
/** `-5`, `+3,50 €`, `-1.200,00`, and signs that stand alone: a spreadsheet does nothing with them. */
const HARMLESS = /^\s*(?:[-+]\s?\d+(?:[.,]\d+)*\s?[€%]?|[=+\-@＝＋－＠]+)\s*$/;

/** Apostrophes in front do not count, so that guarding can be undone whatever the text was. */
const isFormula = (text: string): boolean => {
  const bare = text.replace(/^'+/, '');
  return FORMULA.test(bare) && !HARMLESS.test(bare);
};

/**
 * Puts an apostrophe before a text that Excel would calculate when it is pasted: a device's name may come from a list
 * of somebody else. `=1+1` → `'=1+1`; numbers stay as they are.
 */
export const guardFormula = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** Takes back what `guardFormula` has put before. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && isFormula(text) ? text.slice(1) : text;
