import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readList } from '../../src/excel/read/read-list.ts';
import { violationsOf } from './axe.ts';
import { expect, test, type SavedFile } from './fixtures.ts';

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Finds the device by its number and types into a cell of its row. */
const change = async (page: Page, tag: string, column: number, text: string): Promise<void> => {
  await press(page, 'Control+f', 'Control+a');
  await page.keyboard.type(tag);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 von/);
  await press(
    page,
    'ArrowDown',
    'Home',
    ...Array.from({ length: column }, () => 'ArrowRight'),
    'F2',
    'Control+a',
  );
  await page.keyboard.type(text);
  await press(page, 'Enter');
};
const told = ({ name, bytes }: SavedFile): readonly string[] => {
  const book = readList(new Uint8Array(bytes), name);
  if (!book.ok) throw new Error(book.error.code);
  const rows = book.value.sheets.find((sheet) => sheet.name === 'Änderungen')?.rows ?? [];
  return rows.map(({ cells }) => [cells[1], cells[2], cells[6], cells[8], cells[10]].join('|'));
};
const ROOM = 5;
const STATUS = 6;

test('keeps each report as it was, tells what changed since, and saves the old one again', async ({
  app,
  page,
  userData,
}) => {
  test.slow();
  /** On the desktop a file of that name may be there from the save before. */
  const saveBy = async (name: RegExp): Promise<SavedFile> => {
    for (const file of app.electron === null ? [] : await readdir(userData))
      if (file.endsWith('.xlsx')) await rm(join(userData, file));
    return app.saving(() => page.getByRole('button', { name }).click());
  };
  const save = (): Promise<SavedFile> => saveBy(/^Bericht speichern$/);
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Berichte' }).click();
  const first = await save();
  await expect(page.getByRole('status').filter({ hasText: 'Der Bericht ist gespeichert' })).toBeVisible();
  await page.getByRole('tab', { name: 'Änderungen', exact: true }).click();
  await expect(page.getByText(/hat sich nichts geändert/)).toBeVisible();

  await page.getByRole('link', { name: /^Geräte/ }).click();
  await expect(page.getByRole('grid', { name: 'Geräte' }).getByRole('rowheader').first()).toBeVisible();
  await change(page, 'GSL-0128', ROOM, '302');
  await change(page, 'GSL-0124', STATUS, 'defekt');
  await page.getByRole('link', { name: 'Berichte' }).click();
  await page.getByRole('tab', { name: 'Frühere Berichte 1' }).click();
  await page.getByRole('button', { name: 'Vergleichen', exact: true }).click();
  const stock = page.getByRole('region', { name: 'Ist geändert' });
  await expect(stock.getByRole('table', { name: 'Gerät umgezogen' }).getByRole('row')).toHaveCount(2);
  await expect(stock.getByRole('table', { name: 'Gerät umgezogen' })).toContainText('GSL-0128');
  await expect(stock.getByRole('table', { name: 'Gerät defekt' })).toContainText('GSL-0124');
  await expect(page.getByRole('region', { name: 'Soll geändert' })).toContainText('keine Einträge');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page)).toEqual([]);
  }

  const again = await saveBy(/^Noch einmal speichern/);
  expect(again.bytes.equals(first.bytes)).toBe(true);
  await expect(page.getByText('Die Prüfsumme stimmt')).toBeVisible();

  const second = told(await save());
  expect(second).toContainEqual(expect.stringMatching(/^Ist\|Gerät umgezogen\|GSL-0128\|Raum\|.*302/));
  expect(second).toContain('Ist|Gerät defekt|GSL-0124|Zustand|defekt');
  expect(second).toContainEqual(expect.stringMatching(/^Ist\|Anzahl\|/));
  await expect(page.getByRole('tab', { name: 'Frühere Berichte 2' })).toBeVisible();

  if (app.electron === null) return;
  // Somebody empties the folder: the list says so, refuses another file, and takes the one that was mailed.
  const folder = join(userData, 'Sicherung', 'berichte');
  for (const file of await readdir(folder)) await rm(join(folder, file));
  const choosing = (path: string) =>
    app.electron?.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = (async () => ({
        canceled: false,
        filePaths: [filePath],
      })) as typeof dialog.showOpenDialog;
    }, path);
  await page.getByRole('tab', { name: 'Neuer Bericht' }).click();
  await page.getByRole('tab', { name: 'Frühere Berichte 2' }).click();
  await expect(page.getByText('Die Dateien von 2 Berichten liegen nicht mehr hier')).toBeVisible();
  await choosing(join(userData, first.name));
  await page
    .getByRole('button', { name: /^Datei auswählen/ })
    .last()
    .click();
  await expect(page.getByRole('alert')).toContainText('Die Prüfsumme ist eine andere');
  await page
    .getByRole('button', { name: /^Datei auswählen/ })
    .first()
    .click();
  await expect(page.getByText('ist wieder da und geprüft')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Noch einmal speichern/ })).toHaveCount(1);
});
