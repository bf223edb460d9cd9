import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeLabel, encodeDevice, encodeRoom } from './label-code.ts';

it('reads back what it wrote, whatever numbers look like', () => {
  const text = fc.string({ minLength: 1 }).filter((value) => value.trim() === value);
  fc.assert(
    fc.property(text, fc.option(text), (number, building) => {
      expect(decodeLabel(encodeDevice(number))).toEqual({ kind: 'device', assetTag: number });
      expect(decodeLabel(encodeRoom({ building, roomNumber: number }))).toEqual({
        kind: 'room',
        building,
        roomNumber: number,
      });
    }),
  );
});

it('takes no foreign code for one of ours', () => {
  for (const text of ['RSM-0001', 'AK2:D:1', 'AK1:X:1', 'AK1:D:', '', 'https://example.org'])
    expect(decodeLabel(text)).toBeNull();
});
