import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomically } from '../../src/main/write-file.ts';
import { seeded } from '../fuzz/seeded.ts';
import { DATA_FOLDER_SCENARIOS } from './data-folder-damage.ts';
import {
  closedWith,
  indexedDb,
  noticeOf,
  NotPossibleHere,
  powerCut,
  REBUILT,
  twoDays,
  type Scenario,
  type World,
} from './damage-world.ts';
import { startApp, type AppPlace } from './running-app.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { goToFirstCell, openDevices, pasteAndWait, pasteValue, readCells, waitUntilSaved } from './user.ts';

export type DamageReport = {
  readonly name: string;
  /** Acknowledged values that were there at the end, of all. */
  readonly kept: string;
  /** What the app said. */
  readonly message: string;
  readonly problems: readonly string[];
  readonly isSkipped: boolean;
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A change while one place fails: kept, told, and there again when the place is back, also after a power cut. */
const whilePlaceFails = async (
  world: World,
  folder: string,
  wanted: RegExp,
  fail: (disk: SmallDisk) => void,
  recover: (disk: SmallDisk) => void,
): Promise<string> => {
  const app = await world.open();
  await world.save(app.page, 'Wert 3');
  await app.close();
  // What lies in the folder has to move onto the small disk.
  const files = filesBelow(folder).map((path) => [path.slice(folder.length), readFileSync(path)] as const);
  const disk = world.mount(folder, 24);
  const { mkdirSync } = await import('node:fs');
  for (const [path, bytes] of files) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const again = await world.open();
  await world.save(again.page, 'Wert 4');
  fail(disk);
  await world.write(again.page, 'Wert 5');
  const said = await noticeOf(again.page, wanted);
  recover(disk);
  await waitUntilSaved(again.page);
  world.expectValue('Wert 5');
  fail(disk);
  await world.write(again.page, 'Wert 6');
  await noticeOf(again.page, wanted);
  // It is in the other place, and that one alone must be enough.
  await again.page.waitForTimeout(300);
  await powerCut(again);
  world.expectValue('Wert 6');
  recover(disk);
  return said;
};

const SCENARIOS: readonly Scenario[] = [
  ...DATA_FOLDER_SCENARIOS,
  {
    name: 'IndexedDB folder deleted',
    message: REBUILT,
    run: async (world) => {
      await twoDays(world);
      rmSync(indexedDb(world.userData), { recursive: true });
      return null;
    },
  },
  {
    name: 'IndexedDB files cut to half',
    message: REBUILT,
    run: async (world) => {
      await twoDays(world);
      for (const file of filesBelow(indexedDb(world.userData)))
        truncateSync(file, Math.floor(statSync(file).size / 2));
      return null;
    },
  },
  {
    name: 'IndexedDB files full of random bytes',
    message: REBUILT,
    run: async (world) => {
      await twoDays(world);
      const chance = seeded(7);
      for (const file of filesBelow(indexedDb(world.userData)))
        writeFileSync(
          file,
          Uint8Array.from({ length: statSync(file).size }, () => chance.below(256)),
        );
      return null;
    },
  },
  {
    name: 'the whole profile of the browser deleted',
    message: REBUILT,
    run: async (world) => {
      await twoDays(world);
      rmSync(join(world.userData, 'chromium'), { recursive: true });
      return null;
    },
  },
  {
    name: 'IndexedDB deleted after a power cut, newest backup damaged',
    message: /Sicherung war beschädigt/,
    run: async (world) => {
      await twoDays(world);
      const app = await world.open();
      await world.save(app.page, 'Wert 3');
      await powerCut(app);
      rmSync(indexedDb(world.userData), { recursive: true });
      const [newest = ''] = filesBelow(join(world.vault, 'sicherungen')).toSorted().toReversed();
      const bytes = readFileSync(newest);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x10;
      writeFileSync(newest, bytes);
      return null;
    },
  },
  {
    name: 'journal and backups deleted',
    message: null,
    run: async (world) => {
      await twoDays(world);
      rmSync(world.vault, { recursive: true });
      // A new vault, and the database lost after that.
      await closedWith(world, 'Wert 3');
      rmSync(indexedDb(world.userData), { recursive: true });
      return null;
    },
  },
  {
    name: 'last line of the journal half written',
    message: null,
    run: async (world) => {
      await twoDays(world);
      const app = await world.open();
      await world.save(app.page, 'Wert 3');
      await powerCut(app);
      const newest = filesBelow(join(world.vault, 'protokoll')).toSorted().at(-1) ?? '';
      truncateSync(newest, statSync(newest).size - 30);
      return null;
    },
  },
  {
    name: 'disk full during journal',
    message: /Auf dem Laufwerk des Protokolls ist kein Platz mehr/,
    run: async (world) => {
      await twoDays(world);
      return whilePlaceFails(
        world,
        world.vault,
        /Auf dem Laufwerk des Protokolls ist kein Platz mehr/,
        (disk) => disk.fill(),
        (disk) => disk.free(),
      );
    },
  },
  {
    name: 'folder of the journal read-only',
    message: /Der Ordner des Protokolls lässt sich nicht beschreiben/,
    run: async (world) => {
      await twoDays(world);
      return whilePlaceFails(
        world,
        world.vault,
        /Der Ordner des Protokolls lässt sich nicht beschreiben/,
        (disk) => disk.setReadOnly(true),
        (disk) => disk.setReadOnly(false),
      );
    },
  },
  {
    name: 'disk full during database write',
    message: /Ihre Änderung ist im Protokoll gesichert/,
    run: async (world) => {
      await twoDays(world);
      return whilePlaceFails(
        world,
        indexedDb(world.userData),
        /im Protokoll gesichert/,
        (disk) => disk.fill(),
        (disk) => disk.free(),
      );
    },
  },
  {
    name: 'disk full during the backup at the end',
    message: null,
    run: async (world) => {
      await twoDays(world);
      const files = filesBelow(world.vault).map(
        (path) => [path.slice(world.vault.length), readFileSync(path)] as const,
      );
      const disk = world.mount(world.vault, 24);
      const { mkdirSync } = await import('node:fs');
      for (const [path, bytes] of files) {
        mkdirSync(join(world.vault, path, '..'), { recursive: true });
        writeFileSync(join(world.vault, path), bytes);
      }
      const app = await world.open();
      // Room for a line of the journal, none for a backup.
      disk.fill(12 * 1024);
      await world.save(app.page, 'Wert 3');
      await app.close();
      const left = filesBelow(world.vault).filter((path) => path.endsWith('.tmp'));
      if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
      disk.free();
      rmSync(indexedDb(world.userData), { recursive: true });
      return null;
    },
  },
  {
    name: 'disk full while a file is saved',
    message: null,
    run: async (world) => {
      const folder = join(world.userData, 'stick');
      const disk = world.mount(folder, 2);
      writeFileSync(join(folder, 'Bericht.xlsx'), 'der alte');
      disk.fill();
      const outcome = await writeFileAtomically(join(folder, 'Bericht.xlsx'), Buffer.alloc(500_000, 1));
      if (outcome.ok || outcome.failure !== 'disk-full') throw new Error(JSON.stringify(outcome));
      if (readFileSync(join(folder, 'Bericht.xlsx'), 'utf8') !== 'der alte') throw new Error('old file gone');
      if (readdirSync(folder).length !== 2) throw new Error('something half-written is left');
      await twoDays(world);
      return null;
    },
  },
  {
    name: 'clock set back by years',
    message: REBUILT,
    run: async (world) => {
      await twoDays(world);
      const app = await world.start();
      await app.page.clock.setSystemTime(new Date('2019-01-01T08:00:00Z'));
      await app.page.reload();
      await openDevices(app.page);
      await goToFirstCell(app.page);
      await world.save(app.page, 'Wert 3');
      await app.close();
      rmSync(indexedDb(world.userData), { recursive: true });
      return null;
    },
  },
];

const runScenario = async (
  place: Omit<AppPlace, 'userData'>,
  { name, message, run }: Scenario,
): Promise<DamageReport> => {
  const userData = mkdtempSync(join(tmpdir(), 'schaden-'));
  const disks: SmallDisk[] = [];
  const problems: string[] = [];
  let last = '';
  let saved = 0;
  const world: World = {
    userData,
    vault: join(userData, 'Sicherung'),
    start: () => startApp({ ...place, userData }),
    startAs: (profile) => startApp({ ...place, userData: profile }),
    open: async () => {
      const app = await startApp({ ...place, userData });
      await openDevices(app.page);
      const cells = await readCells(app.page);
      if (cells.some((cell) => cell !== last))
        problems.push(`${last} was saved, ${cells.join(', ')} is there`);
      await goToFirstCell(app.page);
      return app;
    },
    save: async (page, value) => {
      await pasteAndWait(page, value);
      last = value;
      saved += 1;
    },
    write: pasteValue,
    expectValue: (value) => {
      last = value;
      saved += 1;
    },
    mount: (folder, megabytes) => {
      const disk = mountSmallDisk(folder, megabytes);
      if (disk === null) throw new NotPossibleHere('mounting a small disk is not allowed here');
      disks.push(disk);
      return disk;
    },
  };
  let said: string | null = null;
  let isSkipped = false;
  try {
    said = await run(world);
    const app = await world.open();
    if (said === null && message !== null) said = await noticeOf(app.page, message);
    await world.save(app.page, 'am Ende');
    await app.close();
  } catch (error) {
    if (error instanceof NotPossibleHere) isSkipped = true;
    else problems.push(String(error).slice(0, 400));
  } finally {
    for (const disk of disks) disk.unmount();
    rmSync(userData, { recursive: true, force: true });
  }
  return {
    name,
    kept: `${saved - problems.length}/${saved}`,
    message: said ?? '',
    problems: problems.map((problem) => `${name}: ${problem}`),
    isSkipped,
  };
};

/** Every way to lose or fill a disk, one after the other. */
export const damageStores = async (
  place: Omit<AppPlace, 'userData'>,
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly DamageReport[]> => {
  const reports: DamageReport[] = [];
  for (const scenario of SCENARIOS)
    if (isWanted(scenario.name)) reports.push(await runScenario(place, scenario));
  return reports;
};
