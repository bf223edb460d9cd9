import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LEASE_FILE, STALE_MS } from '../../src/bridge/lease-entry.ts';
import {
  indexedDb,
  noticeOf,
  powerCut,
  REBUILT,
  twoDays,
  type Scenario,
  type World,
} from './damage-world.ts';
import { goToFirstCell, openDevices, readCells, waitUntilSaved } from './user.ts';

const DATA = 'Ausstattungskompass-Daten';
const stickOf = ({ userData }: World): string => join(userData, 'stick');

/** As if the folder had been chosen in the settings. */
const chooseStick = (world: World, profile = world.userData): void => {
  mkdirSync(join(stickOf(world), DATA), { recursive: true });
  mkdirSync(profile, { recursive: true });
  writeFileSync(
    join(profile, 'datenordner.json'),
    JSON.stringify({ path: join(stickOf(world), DATA), place: profile }),
  );
};

/** Another account of the PC with the same folder; it waits for the first one. */
const otherAccount = async (world: World) => {
  const profile = join(world.userData, 'anderes-konto');
  chooseStick(world, profile);
  const other = await world.startAs(profile);
  const said = await noticeOf(other.page, /hat ihn seit .* geöffnet/);
  return { other, said };
};
const goIn = async (page: Page, expected: string): Promise<void> => {
  // It looks every ten seconds whether the folder is free.
  await page.getByRole('status').first().waitFor({ timeout: 30_000 });
  await openDevices(page);
  const cells = await readCells(page);
  if (cells.some((cell) => cell !== expected))
    throw new Error(`${expected} was saved, the other account sees ${cells.join(', ')}`);
  await goToFirstCell(page);
};

const AWAY = /stecken Sie den Stick wieder ein/;
const READ_ONLY = /In den Datenordner darf nicht geschrieben werden/;
const IN_USE = /hat ihn seit .* geöffnet/;

/** What can happen to a data folder on a stick or a network drive. */
export const DATA_FOLDER_SCENARIOS: readonly Scenario[] = [
  {
    name: 'data folder vanishes while working',
    message: AWAY,
    run: async (world) => {
      chooseStick(world);
      await twoDays(world);
      const app = await world.open();
      const pull = (): void => renameSync(stickOf(world), `${stickOf(world)}-weg`);
      const putBack = (): void => renameSync(`${stickOf(world)}-weg`, stickOf(world));
      pull();
      await world.write(app.page, 'Wert 3');
      const said = await noticeOf(app.page, AWAY);
      putBack();
      await waitUntilSaved(app.page);
      world.expectValue('Wert 3');
      pull();
      await world.write(app.page, 'Wert 4');
      await noticeOf(app.page, AWAY);
      // It is in the database, and that alone must be enough.
      await app.page.waitForTimeout(300);
      await powerCut(app);
      world.expectValue('Wert 4');
      // A start without the folder: told, and everything is there.
      const without = await world.open();
      await noticeOf(without.page, /Der Datenordner ist nicht erreichbar/);
      if (readdirSync(world.userData).includes('stick'))
        throw new Error('a folder was made for a missing drive');
      putBack();
      await world.save(without.page, 'Wert 5');
      await without.close();
      // All of it is in the folder.
      rmSync(indexedDb(world.userData), { recursive: true });
      return said;
    },
  },
  {
    name: 'data folder read-only at start',
    message: READ_ONLY,
    run: async (world) => {
      const disk = world.mount(stickOf(world), 24);
      chooseStick(world);
      await twoDays(world);
      disk.setReadOnly(true);
      const app = await world.open();
      const said = await noticeOf(app.page, READ_ONLY);
      await world.write(app.page, 'Wert 3');
      await noticeOf(app.page, /lässt sich nicht beschreiben/);
      disk.setReadOnly(false);
      await waitUntilSaved(app.page);
      world.expectValue('Wert 3');
      await app.close();
      rmSync(indexedDb(world.userData), { recursive: true });
      return said;
    },
  },
  {
    name: 'two accounts on one data folder, in turn',
    message: IN_USE,
    run: async (world) => {
      chooseStick(world);
      await twoDays(world);
      const app = await world.open();
      const { other, said } = await otherAccount(world);
      await world.save(app.page, 'Wert 3');
      await app.close();
      await goIn(other.page, 'Wert 3');
      await world.save(other.page, 'Wert 4');
      await other.close();
      return said;
    },
  },
  {
    name: 'whoever has the data folder is gone without a word',
    message: IN_USE,
    run: async (world) => {
      chooseStick(world);
      await twoDays(world);
      const app = await world.open();
      await world.save(app.page, 'Wert 3');
      await powerCut(app);
      const { other, said } = await otherAccount(world);
      if (await other.page.getByRole('button', { name: 'Ordner übernehmen' }).isVisible())
        throw new Error('the folder may be taken over at once');
      // Minutes later.
      const lease = join(stickOf(world), DATA, LEASE_FILE);
      const before = new Date(Date.now() - STALE_MS - 1000);
      utimesSync(lease, before, before);
      await other.page.getByRole('button', { name: 'Ordner übernehmen' }).click();
      await goIn(other.page, 'Wert 3');
      await world.save(other.page, 'Wert 4');
      await other.close();
      return said;
    },
  },
  {
    name: 'IndexedDB deleted, data in a chosen folder',
    message: REBUILT,
    run: async (world) => {
      chooseStick(world);
      await twoDays(world);
      rmSync(indexedDb(world.userData), { recursive: true });
      return null;
    },
  },
];
