/**
 * Makes the packages of the app in `dist/`: on Windows an installer for one's own account and a program that needs no
 * installation, on macOS a .dmg, on Linux an AppImage; with them the list of parts (CycloneDX).
 *
 * npm run paket
 * npm run paket -- --pruefen   only the file list, against a stand-in for Electron
 *
 * Where Electron's binary cannot be had the script says so and checks what a package would hold. Exit 0: all of it is right.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchElectron } from './lib/electron.mjs';
import { ensureInstalled, ROOT } from './lib/install.mjs';
import { checkPackageList } from './lib/package-list.mjs';
import { readFuses, writeStandInElectron } from './lib/stand-in-electron.mjs';

ensureInstalled();
const require = createRequire(import.meta.url);
const asar = require('@electron/asar');
const DIST = join(ROOT, 'dist');
const PARTS = join(DIST, 'teileliste.cdx.json');
const shell = process.platform === 'win32';

const run = (command, args, options = {}) => {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell, ...options });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')}: gescheitert / failed`);
  process.exit(1);
};

/** From the lock file, so that the list says what a build anywhere is made of. */
const writeParts = () => {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
    { cwd: ROOT, encoding: 'utf8', shell, maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) {
    console.error(`Die Teileliste ließ sich nicht schreiben / no list of parts: ${stderr}`);
    process.exit(1);
  }
  mkdirSync(DIST, { recursive: true });
  writeFileSync(PARTS, stdout);
  console.log(`Teileliste / list of parts: ${JSON.parse(stdout).components.length} Teile / parts`);
};

/** No certificate is looked for. */
const BUILDER_ENV = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
const BUILDER = ['electron-builder', '--config', 'electron-builder.cjs', '--publish', 'never'];

const filesOf = (archive) =>
  asar
    .listPackage(archive, { isPack: false })
    .map((path) => ({ path: path.replaceAll('\\', '/'), stat: asar.statFile(archive, path.slice(1)) }))
    .filter(({ stat }) => !('files' in stat))
    .map(({ path, stat }) => ({ path, size: stat.size }));

const librariesOf = () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return new Set(Object.keys(packages).map((path) => path.split('/').at(-1)));
};

const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** Says what is in the archive; false = that is not right. */
const check = (archive) => {
  const files = filesOf(archive);
  const { own, libraries, faults } = checkPackageList(files, librariesOf());
  console.log(
    `${files.length} Dateien / files, eigene / own ${megabytes(own)}, Bibliotheken / libraries ${megabytes(libraries)}`,
  );
  for (const fault of faults) console.error(`FEHLER / FAULT – ${fault}`);
  return faults.length === 0;
};

const FUSE_ORDER = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

const checkFuses = (program) => {
  const { electronFuses } = require(join(ROOT, 'electron-builder.cjs'));
  const found = readFuses(readFileSync(program));
  const wanted = FUSE_ORDER.map((fuse) => (electronFuses[fuse] ? '1' : '0')).join('');
  const isRight = found?.slice(0, wanted.length) === wanted;
  if (isRight) console.log(`Schalter / fuses: ${found}`);
  else console.error(`FEHLER / FAULT – Schalter / fuses: ${found}, erwartet / expected ${wanted}`);
  return isRight;
};

const packStandIn = () => {
  const folder = mkdtempSync(join(tmpdir(), 'paket-'));
  try {
    const electron = join(folder, 'electron');
    writeStandInElectron(electron);
    const output = join(folder, 'dist');
    const args = ['--linux', '--dir', `-c.electronDist=${electron}`, `-c.directories.output=${output}`];
    // Its log is long; it is shown when something is wrong.
    const { status, stdout, stderr } = spawnSync('npx', [...BUILDER, ...args], {
      cwd: ROOT,
      shell,
      env: BUILDER_ENV,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`electron-builder: ${stdout}${stderr}`);
    const unpacked = join(output, 'linux-unpacked');
    const resources = join(unpacked, 'resources');
    const beside = ['LIZENZ.txt', 'LIZENZEN-BIBLIOTHEKEN.txt', 'teileliste.cdx.json'].filter(
      (name) => !existsSync(join(resources, name)),
    );
    for (const name of beside) console.error(`FEHLER / FAULT – fehlt / missing: resources/${name}`);
    const isListRight = check(join(resources, 'app.asar'));
    return checkFuses(join(unpacked, 'ausstattungskompass')) && isListRight && beside.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
writeParts();
const wantsOnlyCheck = process.argv.includes('--pruefen');
if (wantsOnlyCheck || fetchElectron() === null) {
  if (!wantsOnlyCheck)
    console.log(
      'Electron ist hier nicht zu bekommen: Es entsteht kein Paket. Geprüft wird, was eines enthielte. / ' +
        'Electron is not available here: no package is made. What one would hold is checked.',
    );
  if (!packStandIn()) process.exit(1);
  console.log('Die Dateiliste des Pakets ist richtig. / The file list of the package is right.');
} else {
  run('npx', BUILDER, { env: BUILDER_ENV });
  console.log(`Fertig / done: ${DIST}`);
}
