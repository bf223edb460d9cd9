import { Inflate } from 'fflate';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { ReadStop } from './read-stop.ts';

/** The parts of a zip package, unpacked one at a time when asked for. */
export type Package = {
  readonly paths: readonly string[];
  /** Bytes that a part unpacks to; 0 when there is no such part. */
  readonly size: (path: string) => number;
  /** null when there is no such part. Throws `ReadStop` when the part is not what the directory says. */
  readonly read: (path: string) => Uint8Array | null;
};
export type PackageFailure = {
  readonly code: 'DAMAGED' | 'TOO_LARGE_UNPACKED' | 'TOO_MANY_PARTS';
  readonly unpackedBytes: number;
};

/** A workbook with a picture in each row has some thousands. */
const MAX_PARTS = 20_000;
const DEFLATED = 8;
/** At most 1032 times as much comes out of it, 64 MB, before the sum is compared again. */
const INFLATE_STEP = 64 * 1024;

type Entry = {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

/** Four tables in one: four bytes are taken at a time. */
const CRC_TABLES = new Int32Array(1024);
for (let index = 0; index < 256; index += 1) {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  CRC_TABLES[index] = value;
}
for (let index = 256; index < 1024; index += 1) {
  const before = CRC_TABLES[index - 256] ?? 0;
  CRC_TABLES[index] = (CRC_TABLES[before & 255] ?? 0) ^ (before >>> 8);
}
const crcOf = (bytes: Uint8Array): number => {
  const table = (index: number): number => CRC_TABLES[index] ?? 0;
  let crc = -1;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    crc =
      table(768 + (crc & 255)) ^
      table(512 + ((crc >>> 8) & 255)) ^
      table(256 + ((crc >>> 16) & 255)) ^
      table(crc >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = table((crc ^ (bytes[at] ?? 0)) & 255) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
};

const uint64 = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

/** Where the directory starts and how many entries it has; throws a RangeError beyond the end of the file. */
const findDirectory = (view: DataView): { readonly start: number; readonly count: number } => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { start, count };
    if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) return { start, count };
    const wide = uint64(view, at - 12);
    if (view.getUint32(wide, true) !== 0x06064b50) throw new ReadStop('DAMAGED');
    return { start: uint64(view, wide + 48), count: uint64(view, wide + 32) };
  }
  throw new ReadStop('DAMAGED');
};

/** Sizes and offset of an entry beyond 4 GB, or of a writer that always notes them so. */
const wideFields = (view: DataView, from: number, to: number): readonly number[] => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), to);
    const fields: number[] = [];
    for (let field = at + 4; field + 8 <= end; field += 8) fields.push(uint64(view, field));
    return fields;
  }
  return [];
};

const readDirectory = (bytes: Uint8Array, view: DataView): readonly Entry[] => {
  const { start, count } = findDirectory(view);
  if (count > MAX_PARTS) throw new ReadStop('TOO_MANY_PARTS');
  const entries: Entry[] = [];
  const names = new TextDecoder();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new ReadStop('DAMAGED');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const wide = [...wideFields(view, nameEnd, extraEnd)];
    const sized = (value: number): number => (value === 0xffffffff ? (wide.shift() ?? value) : value);
    const unpacked = sized(view.getUint32(at + 24, true));
    const packed = sized(view.getUint32(at + 20, true));
    const offset = sized(view.getUint32(at + 42, true));
    entries.push({
      path: names.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed,
      unpacked,
      offset,
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
};

/** Entries that share bytes make small files unpack to huge ones; no program writes them. */
const doOverlap = (entries: readonly Entry[]): boolean => {
  let end = 0;
  for (const { offset, packed } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < end) return true;
    end = offset + 30 + packed;
  }
  return false;
};

/** Never makes room for more than the directory claims, and stops at the first byte beyond it. */
const inflate = (packed: Uint8Array, size: number): Uint8Array => {
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new ReadStop('DAMAGED');
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < packed.length; at += INFLATE_STEP)
    stream.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length);
  if (filled !== size) throw new ReadStop('DAMAGED');
  return whole;
};

const unpack = (bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array => {
  if (entry.encrypted) throw new ReadStop('ENCRYPTED');
  if (view.getUint32(entry.offset, true) !== 0x04034b50) throw new ReadStop('DAMAGED');
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw new ReadStop('DAMAGED');
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method !== 0 && entry.method !== DEFLATED) throw new ReadStop('DAMAGED');
  const part = entry.method === DEFLATED ? inflate(packed, entry.unpacked) : packed;
  // A flipped byte often still unpacks, to other numbers.
  if (part.length !== entry.unpacked || crcOf(part) !== entry.crc) throw new ReadStop('DAMAGED');
  return part;
};

/** Offsets beyond the file and broken deflate streams make DataView and the unzipper throw: the file is damaged. */
const damagedUnless = (error: unknown): ReadStop =>
  error instanceof ReadStop ? error : new ReadStop('DAMAGED', { cause: error });

/**
 * Opens a zip file for reading single parts. The sizes in the directory are summed before anything is unpacked, and no
 * part unpacks to more than its entry says; what was read is counted too, so that a part asked for many times is no
 * way around the limit.
 */
export const openPackage = (bytes: Uint8Array, maxUnpackedBytes: number): Result<Package, PackageFailure> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: readonly Entry[];
  try {
    entries = readDirectory(bytes, view);
  } catch (error) {
    const { code } = damagedUnless(error);
    return failed({ code: code === 'TOO_MANY_PARTS' ? code : 'DAMAGED', unpackedBytes: 0 });
  }
  const unpackedBytes = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (unpackedBytes > maxUnpackedBytes) return failed({ code: 'TOO_LARGE_UNPACKED', unpackedBytes });
  if (doOverlap(entries)) return failed({ code: 'DAMAGED', unpackedBytes });
  const byLowerCase = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  let bytesLeft = maxUnpackedBytes;
  return ok({
    paths: entries.map(({ path }) => path),
    size: (path) => byLowerCase.get(path.toLowerCase())?.unpacked ?? 0,
    read: (path) => {
      const entry = byLowerCase.get(path.toLowerCase());
      if (entry === undefined) return null;
      bytesLeft -= entry.unpacked;
      if (bytesLeft < 0) throw new ReadStop('TOO_LARGE_UNPACKED');
      try {
        return unpack(bytes, view, entry);
      } catch (error) {
        throw damagedUnless(error);
      }
    },
  });
};
