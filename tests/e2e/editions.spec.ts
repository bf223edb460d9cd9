import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test, type RunningApp } from './fixtures.ts';

const RAW = readFileSync(join(__dirname, '../../resources/profiles/mv-vorschlag-2026.json'), 'utf8');
/** The next edition: two presentation devices per room, a cheaper display. */
const NEXT = RAW.replace('"edition": "2026-11"', '"edition": "2027-01"')
  .replace('"guidePriceCents": 550000', '"guidePriceCents": 500000')
  .replace('"units": 1', '"units": 2');

const openEditions = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
  await page.evaluate(() => (window.location.hash = '/ziele/editionen'));
  await expect(page.getByRole('button', { name: 'Profil einlesen …' })).toBeVisible();
};

const takeIn = async (
  app: RunningApp,
  page: Page,
  userData: string,
  name: string,
  bytes: Buffer,
): Promise<void> => {
  const button = page.getByRole('button', { name: 'Profil einlesen …' });
  if (app.electron === null) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    return;
  }
  const path = `${userData}/${name}`;
  writeFileSync(path, bytes);
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await button.click();
};

const active = (page: Page) => page.getByText(/MV-Standard-Vorschlag · Edition/);

test('a new edition is taken in, compared, adopted, and taken back', async ({ app, page, userData }) => {
  await openEditions(page);
  await expect(active(page)).toContainText('Edition 2026-11');
  await takeIn(app, page, userData, 'neu.json', Buffer.from(NEXT));
  await expect(
    page.getByRole('heading', { name: 'MV-Standard-Vorschlag, Edition 2027-01 übernehmen?' }),
  ).toBeFocused();
  const differences = page.getByRole('table', { name: 'Unterschiede' });
  await expect(differences.getByRole('row', { name: /Ziel „Präsentationsgerät“ Menge 1 2/ })).toBeVisible();
  await expect(differences.getByRole('row', { name: /Richtpreis 5\.500\s€ 5\.000\s€/ })).toBeVisible();
  const effect = page.getByRole('table', { name: 'Wirkung auf Ihre Schule' });
  await expect(effect.getByRole('row', { name: /^Präsentationsgerät \d+ \d+ → \d+/ })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Edition übernehmen' }).click();
  await expect(active(page)).toContainText('Edition 2027-01');
  await expect(page.getByRole('status').filter({ hasText: 'Edition 2027-01' })).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect(active(page)).toContainText('Edition 2026-11');
  await expect(page.getByLabel('Vergleichen von').getByRole('option')).toHaveCount(1);
});

test('a profile goes out as a workbook and comes back the same', async ({ app, page, userData }) => {
  await openEditions(page);
  const { name, bytes } = await app.saving(() =>
    page.getByRole('button', { name: 'Als .xlsx ausgeben …' }).click(),
  );
  expect(name).toBe('Profil_mv-vorschlag-2026_2026-11.xlsx');
  await takeIn(app, page, userData, 'zurueck.xlsx', bytes);
  await expect(page.getByText('Beide Editionen sind gleich.')).toBeVisible();
  await expect(page.getByText('Auf Soll, Lücken und Kosten hat das keine Wirkung.')).toBeVisible();
});

test('a bad file is refused with its line, and the profile stays', async ({ app, page, userData }) => {
  await openEditions(page);
  await takeIn(
    app,
    page,
    userData,
    'komma.json',
    Buffer.from(RAW.replace('"formatVersion": 1,', '"formatVersion": 1')),
  );
  await expect(page.getByRole('alert')).toContainText('„komma.json“ wurde nicht aufgenommen');
  await expect(page.getByRole('alert')).toContainText('Zeile 3, Spalte 3: Vor dieser Stelle fehlt ein Komma');
  await takeIn(
    app,
    page,
    userData,
    'alt.json',
    Buffer.from(RAW.replace('"serviceLifeYears": 8', '"serviceLifeYears": 1000')),
  );
  await expect(page.getByRole('alert')).toContainText(
    'Zeile 32: Kategorien › DISP › serviceLifeYears: Der Wert ist zu groß',
  );
  await expect(active(page)).toContainText('Edition 2026-11');
});
