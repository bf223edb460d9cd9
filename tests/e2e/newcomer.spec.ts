import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';

/** A list as another school keeps it: foreign headings, one of them misleading. */
const LIST = join(__dirname, '../fixtures/lists/fremde-liste.csv');

/** Counts what a hand would click; typing and choosing by keyboard are not clicks. */
const counter = () => {
  let clicks = 0;
  return {
    click: async (target: ReturnType<Page['getByRole']>): Promise<void> => {
      clicks += 1;
      await target.click();
    },
    count: () => clicks,
  };
};

test('goes from first start to the saved report of an own list in at most 12 clicks', async ({
  app,
  page,
}) => {
  const { click, count } = counter();
  await page.getByLabel('Name der Schule').fill('Schule am Hafen');
  await page.getByLabel('Schulart').selectOption('Grundschule');
  await page.getByLabel('SuS').fill('210');
  await page.getByLabel('Klassen').fill('9');
  await page.getByLabel('Lehrkräfte').fill('12');
  await click(page.getByRole('button', { name: 'Weiter: Liste einlesen' }));

  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    click(page.getByRole('button', { name: 'Datei auswählen …' })),
  ]);
  await chooser.setFiles(LIST);
  // "Stelle" is the room here; nothing could know that.
  const stelle = page.getByLabel('„Stelle“ übernehmen als');
  await expect(stelle).toHaveValue('');
  await stelle.selectOption('Raum');
  await click(page.getByRole('button', { name: 'Weiter', exact: true }));
  await expect(page.getByRole('tab', { name: 'Alle 7' })).toBeVisible();
  await click(page.getByRole('button', { name: '6 Geräte übernehmen' }));
  await click(page.getByRole('link', { name: 'Weiter: Bericht' }));

  const saved = await app.saving(() => click(page.getByRole('button', { name: 'Bericht speichern' })));
  expect(count()).toBeLessThanOrEqual(12);
  expect(saved.name).toMatch(/^MEP-Bericht_Schule.am.Hafen_\d{4}-\d{2}-\d{2}\.xlsx$/);

  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(saved.bytes).buffer);
  const rooms = book.getWorksheet('Soll-Ist je Raum');
  expect(rooms?.rowCount).toBeGreaterThan(20);
  const gaps = book.getWorksheet('Beschaffungsliste');
  expect(gaps?.rowCount).toBeGreaterThan(5);
});
