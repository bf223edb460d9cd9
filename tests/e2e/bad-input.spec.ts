import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const startEmpty = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Leer beginnen/ }).check();
  await page.getByRole('button', { name: 'Leer beginnen' }).click();
  await expect(page.getByRole('heading', { name: 'Übersicht' })).toBeVisible();
};

const OLE = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(512),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

const FILES: readonly (readonly [what: string, name: string, bytes: Buffer, message: RegExp])[] = [
  ['a picture', 'foto.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), /„foto.xlsx“: Das ist keine Liste/],
  ['an encrypted workbook', 'geheim.xlsx', OLE, /„geheim.xlsx“: .*Kennwort.*Datei › Informationen/],
  ['an empty file', 'leer.csv', Buffer.alloc(0), /„leer.csv“: Die Datei ist leer/],
  ['a list without headings', 'zahlen.csv', Buffer.from('1;2;3\n4;5;6\n'), /„zahlen.csv“: .*Kopfzeile/],
];

for (const [what, name, bytes, message] of FILES)
  test(`says what is wrong with ${what}, and leaves the inventory as it was`, async ({ page }) => {
    await startEmpty(page);
    await page.evaluate(() => (window.location.hash = '/import'));
    await page
      .getByLabel('Datei auswählen')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    await expect(page.getByRole('alert')).toHaveText(message);
    await expect(page.getByRole('link', { name: /^Geräte/ })).toHaveText(/0$/);
  });

test('lists what does not fit in a profile, and keeps the one in use', async ({ app, page, userData }) => {
  await startEmpty(page);
  await page.evaluate(() => (window.location.hash = '/ziele/editionen'));
  const profile = {
    name: 'profil.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"formatVersion":1,"id":"x"}'),
  };
  const button = page.getByRole('button', { name: 'Profil einlesen …' });
  if (app.electron === null) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles(profile);
  } else {
    const path = `${userData}/profil.json`;
    writeFileSync(path, profile.buffer);
    await app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await button.click();
  }
  await expect(page.getByRole('alert')).toContainText('„profil.json“ wurde nicht aufgenommen');
  await expect(page.getByRole('alert')).toContainText('Zeile 1: Kategorien: Die Angabe fehlt');
  await expect(page.getByLabel('Vergleichen von')).toHaveValue(/mv-vorschlag-2026/);
});

test('keeps a change that the full disk refused, says so and saves it later', async ({ page }) => {
  await startEmpty(page);
  await page.evaluate(() => (window.location.hash = '/einstellungen'));
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function full(...args) {
      if (Reflect.get(window, 'diskIsFull') === false) return add.apply(this, args);
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.getByLabel('Name der Schule').fill('Schule am Wald');
  await page.getByLabel('Name der Schule').press('Enter');
  await expect(page.getByRole('alert')).toContainText('Die Festplatte ist voll');
  const retry = page.getByRole('button', { name: /Nicht gespeichert/ });
  await expect(retry).toBeVisible();
  await page.evaluate(() => Reflect.set(window, 'diskIsFull', false));
  await retry.click();
  await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Schule am Wald')).toBeVisible();
});

test('refuses an impossible day and says what one looks like', async ({ page }) => {
  await startEmpty(page);
  const field = page.getByLabel('Stichtag');
  await field.fill('31.02.2026');
  await field.press('Enter');
  await expect(page.getByText('Bitte ein Datum wie 16.11.2026 eingeben.')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});

test('lets a second window of the browser edition only look', async ({ app, page }) => {
  test.skip(app.edition === 'desktop', 'a second start of the desktop app brings its one window forward');
  await startEmpty(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByRole('status').filter({ hasText: 'Nur lesen' })).toBeVisible();
});
