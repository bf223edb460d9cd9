/** Whether Electron's binary is there. The package brings none: it is fetched on first use, where that is possible. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const FOLDER = join(ROOT, 'node_modules', 'electron');

/** Path of the binary, or null. */
export const findElectron = () => {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const marker = join(FOLDER, 'path.txt');
  if (!existsSync(marker)) return null;
  const file = join(named ?? join(FOLDER, 'dist'), readFileSync(marker, 'utf8').trim());
  return existsSync(file) ? file : null;
};

/** Fetches the binary once; null where that fails (no network, blocked by a proxy). */
export const fetchElectron = () => {
  const found = findElectron();
  if (found !== null) return found;
  const installer = join(FOLDER, 'install.js');
  if (!existsSync(installer)) return null;
  console.log('Electron wird geladen … / Downloading Electron …');
  spawnSync(process.execPath, [installer], { cwd: FOLDER, stdio: 'ignore', timeout: 180_000 });
  return findElectron();
};
