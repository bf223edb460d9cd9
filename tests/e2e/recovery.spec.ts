import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, testWithRestarts as test, type RunningApp } from './fixtures.ts';

const begin = async ({ page }: RunningApp, school = 'Schule am Deich'): Promise<void> => {
  await page.getByRole('radio', { name: /Leer beginnen/ }).check();
  await page.getByLabel('Name der Schule').fill(school);
  await page.getByRole('button', { name: 'Leer beginnen' }).click();
  await expect(page.getByText(school)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
};

/** Where the browser keeps its databases, in either edition. */
const databaseFolder = async (userData: string): Promise<string> => {
  for (const profile of ['chromium/Default', 'browser/Default', '.']) {
    const folder = join(userData, profile, 'IndexedDB');
    if ((await readdir(folder).catch(() => [])).length > 0) return folder;
  }
  throw new Error('no IndexedDB folder');
};

test('brings everything back when the database folder is deleted between two starts', async ({
  app,
  page,
  relaunch,
  userData,
}) => {
  await begin(app);
  await page.goto(page.url().replace(/#.*$/, '') + '#/raeume');
  await app.close();
  await rm(await databaseFolder(userData), { recursive: true });

  const again = await relaunch();
  await expect(again.page.getByText('Schule am Deich')).toBeVisible();
  await expect(again.page.getByText(/Die Datenbank fehlte beim Start. 1 Änderung wurde aus/)).toBeVisible();
  await again.page.getByRole('button', { name: 'Hinweis ausblenden' }).click();
  await expect(again.page.getByText(/Die Datenbank fehlte/)).toBeHidden();
  await again.page.keyboard.press('Control+z');
  await expect(again.page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' })).toBeVisible();
  await begin(again, 'Schule am Hafen');
  await again.close();

  const third = await relaunch();
  await expect(third.page.getByText('Schule am Hafen')).toBeVisible();
});

test('brings everything back when the database is full of random bytes', async ({
  app,
  relaunch,
  userData,
}) => {
  await begin(app);
  await app.close();
  const folder = await databaseFolder(userData);
  for (const database of await readdir(folder)) {
    if (!database.endsWith('.leveldb')) continue;
    for (const file of await readdir(join(folder, database)))
      await writeFile(join(folder, database, file), Buffer.alloc(4096, 'zufällig'));
  }
  const again = await relaunch();
  await expect(again.page.getByText('Schule am Deich')).toBeVisible();
  await expect(again.page.getByText(/Die Datenbank (fehlte|war beschädigt)/)).toBeVisible();
});

test('never begins anew over damaged files without being told to', async ({ app, relaunch, userData }) => {
  test.skip(app.edition === 'browser', 'the files of a browser cannot be reached from outside');
  await begin(app);
  await app.close();
  await rm(await databaseFolder(userData), { recursive: true });
  for (const folder of ['protokoll', 'sicherungen'])
    for (const name of await readdir(join(userData, 'Sicherung', folder)))
      await writeFile(join(userData, 'Sicherung', folder, name), 'Schrott\n');

  const { page } = await relaunch();
  await expect(page.getByRole('alert')).toContainText(
    'weder eine Sicherung noch das Protokoll lässt sich lesen',
  );
  await page.getByRole('button', { name: 'Neu beginnen' }).click();
  await expect(page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' })).toBeVisible();
  await begin({ ...app, page }, 'Schule am Hafen');
  expect(await readdir(join(userData, 'Sicherung', 'beiseite'))).toHaveLength(2);
});
