import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLabel, encodeDevice, encodeRoom } from './label-code.ts';

// Scanners send no spaces around a code, and fields of the app hold none.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 24 })
  .filter((text) => text.trim() === text && text !== '');

describe('encodeDevice and encodeRoom', () => {
  it('are read back, whatever the texts hold', () => {
    fc.assert(
      fc.property(words, fc.option(words), (first, second) => {
        expect(decodeLabel(encodeDevice(first))).toEqual({ kind: 'device', assetTag: first });
        const room = { roomNumber: first, building: second };
        expect(decodeLabel(encodeRoom(room))).toEqual({ kind: 'room', ...room });
      }),
    );
  });

  it('hold only signs on keys that English and German keyboards share', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        expect(encodeDevice(text)).toMatch(/^[A-Za-z0-9 .%]+$/);
      }),
    );
    expect(encodeDevice('INV-0042')).toBe('AKY1.D.INV%2D0042');
    expect(encodeRoom({ building: 'Haus A', roomNumber: '3.04' })).toBe('AKY1.R.3%2E04.Haus A');
    expect(encodeRoom({ building: null, roomNumber: 'Küche' })).toBe('AKY1.R.K%C3%BCche');
  });
});

describe('decodeLabel', () => {
  it('does not mind spaces around and capitals of the format', () => {
    expect(decodeLabel(' aky1.d.0042\r\n')).toEqual({ kind: 'device', assetTag: '0042' });
  });

  it.each([
    '',
    '0042',
    'AKY1',
    'AKY1.D.',
    'AKY1.D.1.2',
    'AKY1.R.',
    'AKY1.R.1.',
    'AKY1.R.1.2.3',
    'AKY1.X.1',
    'AKY2.D.1',
    'AKY1.D.100%',
    'AKY1.D.%FF',
    'https://example.org/AKY1.D.1',
  ])('takes %j for a foreign code', (text) => {
    expect(decodeLabel(text)).toBeNull();
  });
});
