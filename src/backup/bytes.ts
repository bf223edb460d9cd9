/** No backup of a school is larger unpacked; a hostile one is stopped here. */
export const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
/** Small enough that one step of a bomb stays small: it unpacks to at most a thousand times as much. */
const UNPACK_STEP = 64 * 1024;

// The library comes when it is needed: most starts pack and unpack nothing in the window.
const library = () => import('fflate');

export const packBytes = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await library()).gzipSync(bytes, { level: 6, mtime: 0 });

/** Throws where the bytes are no gzip, are cut off, or unpack to more than the limit. */
export const unpackBytes = async (
  packed: Uint8Array,
  limit: number = MAX_UNPACKED_BYTES,
): Promise<Uint8Array> => {
  const { Gunzip } = await library();
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Gunzip((part) => {
    size += part.length;
    if (size > limit) throw new Error(`unpacks to more than ${limit} bytes`);
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += UNPACK_STEP)
    stream.push(packed.subarray(at, at + UNPACK_STEP), at + UNPACK_STEP >= packed.length);
  // A gzip ends with the size of what it holds; the library does not look at it.
  const end = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < 18 || end.getUint32(packed.length - 4, true) !== size)
    throw new Error('the packed bytes are cut off');
  return joinBytes(parts);
};

export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
/** Throws where the bytes are no UTF-8. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** In pieces: `String.fromCharCode` takes only so many arguments. */
export const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
};
/** Throws where the text is no base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** SHA-256 in hexadecimal. */
export const checksumOf = async (bytes: Uint8Array): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
