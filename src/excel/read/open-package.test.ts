import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_UNPACKED_BYTES, readList } from './read-list.ts';
import { openPackage } from './open-package.ts';
import { ReadStop } from './read-stop.ts';

const LIMIT = 1_000_000;
const DIRECTORY = 0x02014b50;

/** Writes into each directory entry of this part. */
const withEntry = (bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 46; at += 1)
    if (view.getUint32(at, true) === DIRECTORY) change(view, at);
  return bytes;
};
const opened = (bytes: Uint8Array, limit = LIMIT): string => {
  const result = openPackage(bytes, limit);
  return result.ok ? 'opened' : result.error.code;
};
const readCode = (bytes: Uint8Array, path: string, limit = LIMIT): string => {
  const result = openPackage(bytes, limit);
  if (!result.ok) return result.error.code;
  try {
    return result.value.read(path) === null ? 'absent' : 'read';
  } catch (error) {
    if (error instanceof ReadStop) return error.code;
    throw error;
  }
};

describe('openPackage', () => {
  it('reads stored and packed parts by their path, whatever its case', () => {
    const bytes = zipSync({
      'a/B.xml': [strToU8('stored'), { level: 0 }],
      'c.xml': strToU8('packed'.repeat(99)),
    });
    const result = openPackage(bytes, LIMIT);
    if (!result.ok) throw new Error(result.error.code);
    const { paths, read, size } = result.value;
    expect(paths).toEqual(['a/B.xml', 'c.xml']);
    expect(new TextDecoder().decode(read('A/b.xml') ?? undefined)).toBe('stored');
    expect(read('c.xml')).toEqual(strToU8('packed'.repeat(99)));
    expect([size('c.xml'), size('d.xml'), read('d.xml')]).toEqual([594, 0, null]);
  });

  it('refuses by the declared sum before it unpacks', () => {
    const start = performance.now();
    expect(opened(zipSync({ a: new Uint8Array(600_000), b: new Uint8Array(600_000) }))).toBe(
      'TOO_LARGE_UNPACKED',
    );
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(MAX_UNPACKED_BYTES + 1) }, { level: 1 });
    const before = performance.now();
    expect(readList(bomb, 'liste.xlsx')).toMatchObject({ ok: false, error: { code: 'TOO_LARGE_UNPACKED' } });
    expect(performance.now() - before).toBeLessThan(500);
    expect(before - start).toBeLessThan(30_000);
  });

  it('stops unpacking where the directory lied about the size', () => {
    const bytes = withEntry(zipSync({ a: new Uint8Array(50_000_000) }), (view, at) =>
      view.setUint32(at + 24, 100, true),
    );
    expect(readCode(bytes, 'a')).toBe('DAMAGED');
  });

  it('counts a part again each time it is asked for', () => {
    const result = openPackage(zipSync({ a: new Uint8Array(400_000) }), LIMIT);
    if (!result.ok) throw new Error(result.error.code);
    const { read } = result.value;
    expect([read('a')?.length, read('a')?.length]).toEqual([400_000, 400_000]);
    expect(() => read('a')).toThrow('TOO_LARGE_UNPACKED');
  });

  it('refuses entries that share their bytes', () => {
    const bytes = withEntry(
      zipSync({ a: strToU8('a'.repeat(900)), b: strToU8('b'.repeat(900)) }),
      (view, at) => {
        view.setUint32(at + 42, 0, true);
      },
    );
    expect(opened(bytes)).toBe('DAMAGED');
  });

  it('refuses a file of 100,000 parts', () => {
    // zipSync stops at 65,535; the directory of a wide zip may claim more.
    const many: Zippable = {};
    for (let index = 0; index < 30_000; index += 1) many[`p${index}`] = new Uint8Array();
    const bytes = zipSync(many, { level: 0 });
    expect(opened(bytes)).toBe('TOO_MANY_PARTS');
    expect(readList(bytes, 'liste.xlsx')).toMatchObject({ ok: false, error: { code: 'TOO_MANY_PARTS' } });
  });

  it('leaves a zip inside a zip alone', () => {
    const inner = zipSync({ 'xl/workbook.xml': new Uint8Array(900_000) });
    const bytes = zipSync({ 'xl/workbook.xml': [inner, { level: 0 }] });
    expect(readList(bytes, 'liste.xlsx')).toMatchObject({ ok: false, error: { code: 'NOT_A_WORKBOOK' } });
  });

  it('says that a part has a password', () => {
    const bytes = withEntry(zipSync({ a: strToU8('x') }), (view, at) => view.setUint16(at + 8, 1, true));
    expect(readCode(bytes, 'a')).toBe('ENCRYPTED');
  });

  it.each<[string, (view: DataView, at: number) => void]>([
    ['a part that was changed', (view, at) => view.setUint32(at + 16, 1, true)],
    ['a way of packing it does not know', (view, at) => view.setUint16(at + 10, 12, true)],
    ['a part that lies beyond the end', (view, at) => view.setUint32(at + 42, 0x7fffffff, true)],
    ['a part longer than the file', (view, at) => view.setUint32(at + 20, 0x7fffffff, true)],
  ])('refuses %s', (_what, change) => {
    expect(readCode(withEntry(zipSync({ a: strToU8('x'.repeat(50)) }), change), 'a')).toBe('DAMAGED');
  });

  it('refuses a directory that is none', () => {
    const whole = zipSync({ a: strToU8('x') });
    expect(opened(whole.slice(0, whole.length - 5))).toBe('DAMAGED');
    expect(opened(withEntry(zipSync({ a: strToU8('x') }), (view, at) => view.setUint32(at, 7, true)))).toBe(
      'DAMAGED',
    );
    expect(opened(strToU8('PK'))).toBe('DAMAGED');
  });
});
