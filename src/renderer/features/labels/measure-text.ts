import type { MeasureText } from '#core/labels/layout-label.ts';

/** Type is a little wider on some printers than on the screen. */
const SAFETY = 1.02;
/** Large, so that no rounding to pixels counts. */
const SIZE = 100;

/** Measures with the fonts of this machine, those that it prints with. */
export const textMeasure = (): MeasureText => {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font');
  const known = new Map<string, number>();
  return (text, isBold) => {
    const key = `${isBold ? 'b' : 'n'}${text}`;
    const measured = known.get(key);
    if (measured !== undefined) return measured;
    // Without a canvas every letter counts as a wide one.
    let width = text.length;
    if (context !== null) {
      context.font = `${isBold ? 600 : 400} ${SIZE}px ${family}`;
      width = (context.measureText(text).width / SIZE) * SAFETY;
    }
    known.set(key, width);
    return width;
  };
};
