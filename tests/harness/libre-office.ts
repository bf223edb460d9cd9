import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * LibreOffice's program, named by SOFFICE_PATH or found by PATH.
 *
 * @param leftOut what is not tested without it: said aloud
 * @returns null = it is not installed
 */
export const findLibreOffice = (leftOut: string): string | null => {
  const named = process.env['SOFFICE_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = [
    ...(named === undefined ? [] : [named]),
    ...folders.map((folder) => join(folder, 'soffice')),
  ].find((file) => existsSync(file));
  if (found === undefined)
    process.stderr.write(`LEFT OUT: ${leftOut}. Install LibreOffice Calc or set SOFFICE_PATH.\n`);
  return found ?? null;
};

/**
 * Opens a file in LibreOffice and saves it in another format.
 *
 * @param folder holds LibreOffice's own settings, so that no other run meets them
 * @param to a format, with its filter where its name is not enough: `xls:MS Excel 97`
 * @returns the new file, in `outdir`
 * @throws Error with what LibreOffice said
 */
export const convertDocument = (
  office: string,
  folder: string,
  file: string,
  to: string,
  outdir: string,
): string => {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const call = [profile, '--headless', '--convert-to', to, '--outdir', outdir, file];
  const { status, stderr } = spawnSync(office, call, { encoding: 'utf8', timeout: 120_000 });
  const written = join(outdir, `${basename(file, extname(file))}.${to.split(':')[0] ?? to}`);
  if (status !== 0 || !existsSync(written)) throw new Error(`LibreOffice wrote no ${written}: ${stderr}`);
  return written;
};
