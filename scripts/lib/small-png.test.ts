import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chunk, readPng, smallPng } from './small-png.mjs';

const WIDTH = 40;
const HEIGHT = 30;

/** A picture with flat areas and a fine gradient, each row written with another filter of PNG. */
const picture = (): { readonly png: Buffer; readonly pixels: Uint8Array } => {
  const stride = WIDTH * 3;
  const pixels = new Uint8Array(stride * HEIGHT);
  for (let row = 0; row < HEIGHT; row += 1)
    for (let x = 0; x < WIDTH; x += 1)
      pixels.set(x < 20 ? [255, 255, 255] : [x * 6, row * 8, 90], row * stride + x * 3);
  const packed = Buffer.alloc((stride + 1) * HEIGHT);
  const at = (row: number, x: number): number => (row < 0 || x < 0 ? 0 : (pixels[row * stride + x] ?? 0));
  for (let row = 0; row < HEIGHT; row += 1) {
    const filter = row % 5;
    packed[row * (stride + 1)] = filter;
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [at(row, x - 3), at(row - 1, x), x < 3 ? 0 : at(row - 1, x - 3)];
      const guess = left + up - corner;
      const nearest =
        [left, up, corner].toSorted((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0;
      const predicted = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
      packed[row * (stride + 1) + 1 + x] = at(row, x) - predicted;
    }
  }
  const head = Buffer.from([0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, 8, 2, 0, 0, 0]);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(packed)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { png, pixels };
};

describe('readPng', () => {
  it('reads every filter', () => {
    const { png, pixels } = picture();
    expect(readPng(png)).toEqual({ width: WIDTH, height: HEIGHT, pixels, channels: 3, palette: null });
  });

  it('refuses what it cannot read', () => {
    expect(() => readPng(Buffer.from('no picture at all'))).toThrow('no PNG');
  });
});

describe('smallPng', () => {
  it('keeps flat colours as they are and others nearly so', () => {
    const { png, pixels } = picture();
    const small = readPng(smallPng(png));
    expect(small).toMatchObject({ width: WIDTH, height: HEIGHT, channels: 1 });
    const palette = small.palette ?? new Uint8Array();
    const colourOf = (pixel: number): readonly number[] => {
      const index = small.pixels[pixel] ?? 0;
      return [...palette.slice(index * 3, index * 3 + 3)];
    };
    expect(colourOf(0)).toEqual([255, 255, 255]);
    const differences = [...small.pixels].map((_, pixel) =>
      Math.max(...colourOf(pixel).map((value, i) => Math.abs(value - (pixels[pixel * 3 + i] ?? 0)))),
    );
    expect(Math.max(...differences)).toBeLessThan(120);
    expect(new Set(small.pixels).size).toBe(32);
  });
});
