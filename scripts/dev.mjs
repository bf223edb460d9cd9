/** `npm run dev`: the app with hot reload; in the browser where Electron cannot be had. */
import { spawnSync } from 'node:child_process';
import { ensureInstalled, ROOT } from './lib/install.mjs';

ensureInstalled();
const { fetchElectron } = await import('./lib/electron.mjs');
const { BROWSER_EDITION_PORT } = await import('./lib/serve.mjs');

const args =
  fetchElectron() === null
    ? ['vite', '--host', '127.0.0.1', '--port', String(BROWSER_EDITION_PORT + 1), '--strictPort', '--open']
    : ['electron-vite', 'dev'];
const { status } = spawnSync('npx', args, {
  cwd: ROOT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
