/** `npm start`: installs what is missing, builds, opens the app; in the browser where Electron cannot be had. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ROOT } from './lib/install.mjs';

ensureInstalled();
const { fetchElectron } = await import('./lib/electron.mjs');
const { findChromium } = await import('./lib/tools.mjs');
const { BROWSER_EDITION_PORT, serveFolder } = await import('./lib/serve.mjs');

const built = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: ROOT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (built.status !== 0) process.exit(1);

const openBrowser = (url) => {
  const browser = findChromium();
  const [command, args] =
    browser !== null
      ? [browser, ['--app=' + url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : process.platform === 'darwin'
          ? ['open', [url]]
          : ['xdg-open', [url]];
  const opened = spawn(command, args, { detached: true, stdio: 'ignore' });
  opened.on('error', () => console.log(`Bitte öffnen Sie selbst / please open yourself: ${url}`));
  opened.unref();
};

const openInBrowser = async () => {
  console.log(
    'Electron ist hier nicht zu bekommen; die App öffnet sich im Browser, mit eigenen Daten. / ' +
      'Electron is not available here; the app opens in the browser, with data of its own.',
  );
  const url = `http://127.0.0.1:${BROWSER_EDITION_PORT}/`;
  try {
    await serveFolder(join(ROOT, 'out', 'renderer'), BROWSER_EDITION_PORT);
  } catch (error) {
    if (error?.code !== 'EADDRINUSE') throw error;
    const running = await fetch(url).then(
      async (answer) => (await answer.text()).includes('Ausstattungskompass'),
      () => false,
    );
    if (!running) {
      console.error(
        `Port ${BROWSER_EDITION_PORT} ist von einem anderen Programm belegt. Beenden Sie es und starten Sie noch einmal; ` +
          'ein anderer Port würde andere Daten zeigen. / ' +
          `Port ${BROWSER_EDITION_PORT} is taken by another program. Close it and start again; another port would show other data.`,
      );
      process.exit(1);
    }
    // A second start: the first one serves already.
    openBrowser(url);
    return;
  }
  console.log(`${url}  (Beenden / stop: Strg+C)`);
  openBrowser(url);
};

const electron = fetchElectron();
if (electron === null) await openInBrowser();
else {
  const app = spawn(electron, [ROOT], { cwd: ROOT, stdio: 'inherit' });
  app.on('exit', (code) => process.exit(code ?? 0));
}
