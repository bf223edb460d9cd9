import { expect, it } from 'vitest';
import { decodeLabel, encodeDevice, encodeRoom } from './label-code.ts';
import { layoutOf, mendLayout } from './keyboard-layout.ts';

/** What the keys of an American keyboard give on a German PC, key by key as they lie. */
const AMERICAN = 'yzYZ-_;:[]/&()';
const GERMAN = 'zyZYß?öÖü+-/)=';
const typedByAmerican = (text: string): string =>
  [...text].map((sign) => GERMAN[AMERICAN.indexOf(sign)] ?? sign).join('');

it('mends what an American scanner types on a German PC', () => {
  expect(mendLayout('GSLß0042')).toBe('GSL-0042');
  for (const text of ['RWT2Y3G9UZGD', 'GSL-0042', 'a_b/c', 'x(y)'])
    expect(mendLayout(typedByAmerican(text))).toBe(text);
});

it('knows the layout by any label of ours, and by nothing else', () => {
  for (const label of [encodeDevice('GSL-0042'), encodeRoom({ building: 'Haus Y', roomNumber: '2.04' })]) {
    const typed = typedByAmerican(label);
    expect(layoutOf(label)).toBe('german');
    expect(layoutOf(typed)).toBe('american');
    expect(decodeLabel(mendLayout(typed))).toEqual(decodeLabel(label));
  }
  for (const text of ['GSLß0042', 'AKZ1', 'AKY1.Öl', '']) expect(layoutOf(text)).toBeNull();
});
