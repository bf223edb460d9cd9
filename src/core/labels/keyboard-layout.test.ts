import { describe, expect, it } from 'vitest';
import { decodeLabel, encodeDevice, encodeRoom } from './label-code.ts';
import {
  isScannerTest,
  layoutOf,
  mendLayout,
  SCANNER_TEST_CODE,
  scannerReadings,
  scannerStateOf,
} from './keyboard-layout.ts';

/** What the keys of an American keyboard give on a German PC, key by key as they lie. */
const AMERICAN = 'yzYZ-_;:[]/&()';
const GERMAN = 'zyZYß?öÖü+-/)=';
const onKeysOf =
  (scanner: string, pc: string) =>
  (text: string): string =>
    [...text].map((sign) => pc[scanner.indexOf(sign)] ?? sign).join('');
const typedByAmerican = onKeysOf(AMERICAN, GERMAN);
const typedOnAmericanPc = onKeysOf(GERMAN, AMERICAN);

it('mends what an American scanner types on a German PC', () => {
  expect(mendLayout('GSLß0042')).toBe('GSL-0042');
  for (const text of ['RWT2Y3G9UZGD', 'GSL-0042', 'a_b/c', 'x(y)', SCANNER_TEST_CODE])
    expect(mendLayout(typedByAmerican(text))).toBe(text);
});

it('knows the layout by any label of ours, and by nothing else', () => {
  const labels = [encodeDevice('GSL-0042'), encodeRoom({ building: 'Haus Y', roomNumber: '2.04' })];
  for (const label of [...labels, SCANNER_TEST_CODE]) {
    const typed = typedByAmerican(label);
    expect(layoutOf(label)).toBe('german');
    expect(layoutOf(typed)).toBe('american');
    expect(decodeLabel(mendLayout(typed))).toEqual(decodeLabel(label));
  }
  for (const text of ['GSLß0042', 'AKZ1', 'AKY1.Öl', '']) expect(layoutOf(text)).toBeNull();
});

describe('scannerStateOf', () => {
  it('tells a wrong scanner from a wrong PC and from Caps Lock by the test code', () => {
    expect(scannerStateOf(SCANNER_TEST_CODE)).toBe('right');
    expect(scannerStateOf(typedByAmerican(SCANNER_TEST_CODE))).toBe('american-scanner');
    expect(scannerStateOf(typedOnAmericanPc(SCANNER_TEST_CODE))).toBe('american-pc');
    expect(scannerStateOf(SCANNER_TEST_CODE.toLowerCase())).toBe('caps-lock');
    expect(scannerStateOf('aky!:t:_7')).toBe('caps-lock');
  });
  it('learns from labels as well, and nothing from other codes', () => {
    expect(scannerStateOf(encodeDevice('A'))).toBe('right');
    expect(scannerStateOf(typedByAmerican(encodeDevice('A')))).toBe('american-scanner');
    for (const text of ['4006381333931', 'AK-47', '']) expect(scannerStateOf(text)).toBeNull();
  });
  it('never mends for a PC that is the wrong one', () => {
    expect(scannerReadings(typedOnAmericanPc(SCANNER_TEST_CODE), false).isAmerican).toBe(false);
  });
});

it('knows the test code from labels, whatever the keyboard', () => {
  for (const typed of [SCANNER_TEST_CODE, typedByAmerican(SCANNER_TEST_CODE)])
    expect(isScannerTest(typed)).toBe(true);
  expect(isScannerTest(encodeDevice('T'))).toBe(false);
  expect(decodeLabel(SCANNER_TEST_CODE)).toBeNull();
});

describe('scannerReadings', () => {
  it('takes what is typed as it stands until a label tells otherwise', () => {
    expect(scannerReadings('GSLß0042', false)).toEqual({ readings: ['GSLß0042'], isAmerican: false });
    const room = encodeRoom({ building: 'Haus Y', roomNumber: '204' });
    expect(scannerReadings(typedByAmerican(room), false)).toEqual({ readings: [room], isAmerican: true });
  });
  it('then tries both what stands there and what was meant', () => {
    expect(scannerReadings('GSLß0042', true)).toEqual({
      readings: ['GSLß0042', 'GSL-0042'],
      isAmerican: true,
    });
  });
  it('goes back by itself when the scanner was set right', () => {
    const label = encodeDevice('GSL-0042');
    expect(scannerReadings(label, true)).toEqual({ readings: [label], isAmerican: false });
  });
});
