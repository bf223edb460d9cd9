/** Finds (on Debian as root: installs) what the tests drive beside Node: a Chromium and LibreOffice. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const WINDOWS_BROWSERS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
];
const MAC_BROWSERS = ['Google Chrome', 'Microsoft Edge', 'Chromium'];

const onPath = (...names) => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      if (folder !== '' && existsSync(file)) return file;
    }
  }
  return null;
};

const firstThatExists = (paths) => paths.find((path) => existsSync(path)) ?? null;
const programFolders = () =>
  ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined);

/** Path of a Chromium-based browser, or null. `CHROMIUM_PATH` comes first. */
export const findChromium = () => {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  if (process.platform === 'win32') {
    return firstThatExists(
      programFolders().flatMap((folder) => WINDOWS_BROWSERS.map((browser) => join(folder, browser))),
    );
  }
  if (process.platform === 'darwin') {
    return firstThatExists(MAC_BROWSERS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`));
  }
  return onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge');
};

/** Path of LibreOffice's `soffice`, or null. */
export const findLibreOffice = () => {
  if (process.platform === 'win32') {
    return firstThatExists(
      programFolders().map((folder) => join(folder, 'LibreOffice', 'program', 'soffice.exe')),
    );
  }
  return onPath('soffice') ?? firstThatExists(['/Applications/LibreOffice.app/Contents/MacOS/soffice']);
};

/** Path of poppler's `pdftoppm`, or null. */
export const findPdfToPng = () => onPath('pdftoppm', 'pdftoppm.exe');

const mayInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== null;

const install = (packages) => {
  console.log(`Installing ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
};

/**
 * Returns the paths found, the environment that hands them to the tests, and a sentence for each kind of test that has
 * to be left out.
 */
export const ensureTools = () => {
  const lacking = [
    ...(findChromium() === null ? ['chromium', 'fonts-liberation'] : []),
    ...(findLibreOffice() === null ? ['libreoffice-calc'] : []),
  ];
  if (lacking.length > 0 && mayInstall()) install(lacking);
  const chromium = findChromium();
  const libreOffice = findLibreOffice();
  const leftOut = [
    ...(chromium === null
      ? ['all end-to-end tests: no Chromium found. Install one or set CHROMIUM_PATH.']
      : []),
    ...(libreOffice === null
      ? ['tests that open the report in LibreOffice: soffice not found. Install LibreOffice Calc.']
      : []),
  ];
  return {
    chromium,
    libreOffice,
    leftOut,
    env: { ...(chromium && { CHROMIUM_PATH: chromium }), ...(libreOffice && { SOFFICE_PATH: libreOffice }) },
  };
};
