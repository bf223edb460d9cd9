/** Icons of Windows and macOS from pictures in several sizes; both take PNG as it is. */

/** Apple's names of the sizes. */
const ICNS_TYPES = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
};

/**
 * @param {ReadonlyMap<number, Uint8Array>} pictures PNG by edge length in pixels; none above 256
 * @returns {Buffer} an .ico file
 */
export const icoOf = (pictures) => {
  const entries = [...pictures];
  const head = Buffer.alloc(6 + 16 * entries.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(entries.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of entries.entries()) {
    const at = 6 + 16 * index;
    // 0 says 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...entries.map(([, png]) => png)]);
};

/**
 * @param {ReadonlyMap<number, Uint8Array>} pictures PNG by edge length in pixels
 * @returns {Buffer} an .icns file
 */
export const icnsOf = (pictures) => {
  const parts = [...pictures].map(([size, png]) => {
    const head = Buffer.alloc(8);
    head.write(ICNS_TYPES[size], 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
};
