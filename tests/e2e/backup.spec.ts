import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp, type SavedFile } from './fixtures.ts';

const startWithSample = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
};
const toSettings = async (page: Page): Promise<void> => {
  await page.evaluate(() => (window.location.hash = '/einstellungen'));
  await expect(page.getByRole('button', { name: 'Jetzt sichern' })).toBeVisible();
};
const schoolName = (page: Page) => page.getByLabel('Name der Schule');
const renameSchool = async (page: Page, name: string): Promise<void> => {
  await schoolName(page).fill(name);
  await schoolName(page).press('Enter');
  await expect(page.getByText(/Gespeichert \d\d:/)).toBeVisible();
};
const saveBackup = (app: RunningApp): Promise<SavedFile> =>
  app.saving(() => app.page.getByRole('button', { name: 'Sicherung in Datei speichern …' }).click());

/** Does something that asks for a file, and answers with this one. */
const opening = async (
  app: RunningApp,
  folder: string,
  file: SavedFile,
  action: () => Promise<void>,
): Promise<void> => {
  if (app.electron === null) {
    const choosing = app.page.waitForEvent('filechooser');
    await action();
    await (
      await choosing
    ).setFiles({
      name: file.name,
      mimeType: 'application/octet-stream',
      buffer: file.bytes,
    });
    return;
  }
  await mkdir(folder, { recursive: true });
  const path = join(folder, file.name);
  await writeFile(path, file.bytes);
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await action();
};
const restoreFile = (app: RunningApp, userData: string, file: SavedFile): Promise<void> =>
  opening(app, join(userData, 'eingang'), file, () =>
    app.page.getByRole('button', { name: 'Sicherung einspielen …' }).click(),
  );
const restoreDialog = (page: Page) => page.getByRole('dialog', { name: 'Sicherung einspielen' });

test('brings a saved file back, shows before what that changes, and takes it back', async ({
  app,
  page,
  userData,
}) => {
  await startWithSample(page);
  await toSettings(page);
  const name = await schoolName(page).inputValue();
  const file = await saveBackup(app);
  expect(file.name).toMatch(/^Sicherung_[A-Za-z-]+_\d{4}-\d\d-\d\d\.akbak$/);
  await renameSchool(page, 'Umbenannte Schule');

  await restoreFile(app, userData, file);
  const dialog = restoreDialog(page);
  await expect(dialog.getByText(/1 spätere Änderung wird vorher als Sicherung abgelegt/)).toBeVisible();
  await expect(dialog.getByText(/\d+ Räume, \d+ Geräte/)).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Angaben zur Schule/ })).toContainText('1');
  await dialog.getByText('Einzeln ansehen: 1 Änderung').click();
  await expect(dialog.getByRole('row', { name: /Umbenannte Schule/ })).toContainText(name);
  await dialog.getByRole('button', { name: 'Sicherung einspielen' }).click();
  await expect(page.getByText(/^Sicherung vom .* eingespielt\.$/)).toBeVisible();
  await expect(schoolName(page)).toHaveValue(name);

  await page.keyboard.press('Control+z');
  await expect(schoolName(page)).toHaveValue('Umbenannte Schule');
});
