import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { violationsOf } from './axe.ts';
import { expect, testWithRestarts as test, type RunningApp } from './fixtures.ts';

const DATA = 'Ausstattungskompass-Daten';

/** Answers the next folder dialogs. */
const answering = ({ electron }: RunningApp, folder: string): Promise<void> | undefined =>
  electron?.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
const isSaved = ({ page }: RunningApp): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: /^\s*Gespeichert/ })).toBeVisible({ timeout: 15_000 });
const renameSchool = async (app: RunningApp, name: string): Promise<void> => {
  await app.page.evaluate(() => (window.location.hash = '/einstellungen'));
  await app.page.getByLabel('Name der Schule').fill(name);
  await app.page.keyboard.press('Tab');
};

test('a folder for two accounts: moved, locked, looked into, handed over, lost and found again', async ({
  app,
  edition,
  launch,
  userData,
}) => {
  test.skip(edition === 'browser', 'a browser names neither account nor PC');
  test.slow();
  const stick = join(userData, 'stick');
  const away = join(userData, 'abgezogen');
  await mkdir(stick, { recursive: true });

  await app.page.getByRole('radio', { name: /Leer beginnen/ }).check();
  await expect(app.page.getByText('Wo die Daten liegen')).toBeVisible();
  await app.page.getByLabel('Name der Schule').fill('Schule am Deich');
  await app.page.getByRole('button', { name: 'Leer beginnen' }).click();
  await isSaved(app);
  await app.page.evaluate(() => (window.location.hash = '/einstellungen'));
  await answering(app, stick);
  await app.page.getByRole('button', { name: 'Anderen Ordner wählen …' }).click();
  await expect(app.page.getByText(join(stick, DATA))).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'Wieder in diesem Profil ablegen' })).toBeVisible();
  await isSaved(app);

  // Another account opens the same folder at its first start.
  const other = await launch(join(userData, 'anderes-konto'));
  await answering(other, stick);
  await other.page.getByRole('button', { name: 'Anderen Ordner wählen …' }).click();
  await expect(
    other.page.getByRole('heading', { name: /Datenordner ist gerade in Benutzung/ }),
  ).toBeVisible();
  await expect(other.page.getByText(/ hat ihn seit .* geöffnet: /)).toBeVisible();
  await expect(other.page.getByRole('button', { name: 'Ordner übernehmen' })).toBeHidden();
  expect(await violationsOf(other.page)).toEqual([]);
  await other.page.getByRole('button', { name: 'Nur ansehen' }).click();
  await expect(other.page.getByText('Nur lesen: der Datenordner ist anderswo geöffnet')).toBeVisible();
  await expect(other.page.getByText('Schule am Deich').first()).toBeVisible();

  await renameSchool(app, 'Schule am Hafen');
  await isSaved(app);
  await app.close();
  await other.page.getByRole('button', { name: 'Hier bearbeiten' }).click();
  await expect(other.page.getByText('Schule am Hafen').first()).toBeVisible();
  await expect(other.page.getByText(/wiederhergestellt/)).toBeVisible();

  // The stick is pulled out: told with its place, kept in the database, brought there when it is back.
  await rename(stick, away);
  await renameSchool(other, 'Schule am Wald');
  await expect(other.page.getByRole('alert').filter({ hasText: 'stecken Sie den Stick' })).toContainText(
    DATA,
  );
  expect(await violationsOf(other.page)).toEqual([]);
  await rename(away, stick);
  await isSaved(other);
  await other.close();

  // Gone at the start of the first account, which changes something all the same: the two have grown apart.
  await rename(stick, away);
  const first = await launch();
  await expect(first.page.getByText(/Der Datenordner ist nicht erreichbar: /)).toBeVisible();
  await renameSchool(first, 'Schule im Moor');
  const retry = first.page.getByRole('button', { name: /^Nicht gespeichert/ });
  await expect(retry).toBeVisible();
  expect(await violationsOf(first.page)).toEqual([]);
  expect((await readdir(userData)).filter((name) => name === 'stick')).toEqual([]);
  await rename(away, stick);
  await expect(async () => {
    await retry.click();
    await expect(first.page.getByText(/hat mit dem Datenordner gearbeitet/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await first.page.reload();
  await expect(first.page.getByRole('heading', { name: /gehören nicht zusammen/ })).toBeVisible();
  expect(await violationsOf(first.page)).toEqual([]);
  await first.page.getByRole('button', { name: 'Stand aus dem Ordner übernehmen' }).click();
  await expect(first.page.getByText('Schule am Wald').first()).toBeVisible();
  expect(await readdir(join(stick, DATA, 'beiseite'))).toHaveLength(1);
});
