/** Pictures of screens with few colours: a fifth of the size, and hardly to be told apart by eye. */
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Enough for the flat colours of a screen and the grey edges of its letters. */
const COLOURS = 32;
/** Bytes per pixel by PNG's colour type. */
const CHANNELS = { 2: 3, 3: 1, 6: 4 };
/** Colours this close (per channel) count as one when the palette is chosen. */
const STEP = 16;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const crcOf = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

export const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crcOf(body), body.length + 4);
  return out;
};

const paeth = (left, up, corner) => {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

/**
 * Reads a PNG with eight bits per channel, RGB, RGBA or with a palette, not interlaced (what Chromium and we write).
 *
 * @returns {import('./small-png.mjs').Pixels}
 * @throws when it is another kind of file
 */
export const readPng = (bytes) => {
  if (!Buffer.from(bytes.subarray(0, 8)).equals(SIGNATURE)) throw new Error('no PNG');
  const buffer = Buffer.from(bytes);
  const data = [];
  let head = null;
  let palette = null;
  for (let at = 8; at < buffer.length;) {
    const length = buffer.readUInt32BE(at);
    const type = buffer.toString('latin1', at + 4, at + 8);
    const body = buffer.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR')
      head = {
        width: body.readUInt32BE(0),
        height: body.readUInt32BE(4),
        depth: body[8],
        kind: body[9],
        interlace: body[12],
      };
    if (type === 'PLTE') palette = Uint8Array.from(body);
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  if (head === null || head.depth !== 8 || !(head.kind in CHANNELS) || head.interlace !== 0)
    throw new Error('a PNG of another kind');
  const { width, height } = head;
  const channels = CHANNELS[head.kind];
  const packed = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = packed[row * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x >= channels ? pixels[at - channels] : 0;
      const up = row > 0 ? pixels[at - stride] : 0;
      const corner = x >= channels && row > 0 ? pixels[at - stride - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      if (predicted === undefined) throw new Error(`unknown filter ${filter}`);
      pixels[at] = packed[row * (stride + 1) + 1 + x] + predicted;
    }
  }
  return { width, height, pixels, channels, palette };
};

/** The most frequent colours that are not nearly the same as a more frequent one. */
const paletteOf = (counts) => {
  const chosen = [];
  const near = new Set();
  const sorted = [...counts].sort(([first, a], [second, b]) => b - a || first - second);
  for (const [colour] of sorted) {
    if (chosen.length === COLOURS) break;
    const cell = [16, 8, 0].map((shift) => Math.round(((colour >> shift) & 0xff) / STEP)).join();
    if (near.has(cell)) continue;
    near.add(cell);
    chosen.push(colour);
  }
  return chosen;
};

const nearest = (colour, palette) => {
  let best = 0;
  let bestDistance = Infinity;
  for (const [index, candidate] of palette.entries()) {
    let distance = 0;
    for (const shift of [16, 8, 0])
      distance += (((colour >> shift) & 0xff) - ((candidate >> shift) & 0xff)) ** 2;
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = index;
  }
  return best;
};

/**
 * The same picture with a palette. What is transparent counts as opaque: pictures of screens are.
 *
 * @param {Uint8Array} bytes a PNG as Chromium writes it
 * @returns {Buffer} a PNG
 */
export const smallPng = (bytes) => {
  const { width, height, pixels, channels } = readPng(bytes);
  if (channels === 1) throw new Error('this picture has a palette already');
  const colourAt = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    for (let x = 0; x < width; x += 1)
      rows[row * (width + 1) + 1 + x] = indexes.get(colourAt((row * width + x) * channels));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
