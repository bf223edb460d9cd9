/**
 * A folder that electron-builder takes for Electron where the real one cannot be had: a program that does nothing, with the
 * place where the switches (fuses) stand. Packing, file list and switches are then those of a real package; it cannot be started.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the switches inside Electron's program (@electron/fuses). */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
export const FUSE_COUNT = 9;

/** @param {string} folder is made */
export const writeStandInElectron = (folder) => {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(FUSE_MARK, 'latin1'),
    Buffer.from([FUSE_VERSION, FUSE_COUNT]),
    Buffer.from('0'.repeat(FUSE_COUNT), 'latin1'),
  ]);
  const program = join(folder, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), wire, Buffer.from('\n')]));
  chmodSync(program, 0o755);
  for (const locale of ['de', 'en-US']) writeFileSync(join(folder, 'locales', `${locale}.pak`), locale);
  writeFileSync(join(folder, 'LICENSE'), 'stand-in\n');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stand-in\n');
  writeFileSync(join(folder, 'version'), 'stand-in\n');
};

/** The switches of a program as they were written: `0` off, `1` on, in the order of Electron's fuses. */
export const readFuses = (program) => {
  const at = program.indexOf(FUSE_MARK);
  if (at === -1) return null;
  const start = at + FUSE_MARK.length + 2;
  return program.toString('latin1', start, start + program[start - 1]);
};
