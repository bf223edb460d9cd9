import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './fixtures.ts';

const openReports = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Berichte' }).click();
  await expect(page.getByRole('heading', { name: 'Bericht für KSM' })).toBeVisible();
};

const openWorkbook = async (bytes: Buffer): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
};
const headsOf = (workbook: ExcelJS.Workbook, sheet: string): readonly unknown[] =>
  workbook.getWorksheet(sheet)?.getRow(1).values as readonly unknown[];

test('saves a report that says what the page says, and keeps it in the list', async ({ app, page }) => {
  await openReports(page);
  await page.getByLabel('Ausbaustufe').selectOption('2');
  const gaps = await page
    .getByRole('region', { name: 'Das steht im Bericht' })
    .getByRole('definition')
    .nth(2)
    .locator('strong')
    .innerText();
  const { name, bytes } = await app.saving(() =>
    page.getByRole('button', { name: 'Bericht speichern' }).click(),
  );
  expect(name).toMatch(/^MEP-Bericht_Grundschule-Am-Lindenpark_\d{4}-\d\d-\d\d\.xlsx$/);
  const workbook = await openWorkbook(bytes);
  const total = workbook.definedNames.model.find((entry) => entry.name === 'Luecken_gesamt')?.ranges[0] ?? '';
  const address = total.split('!')[1]?.replace(/\$/g, '') ?? '';
  expect(workbook.getWorksheet('Übersicht')?.getCell(address).result).toBe(Number(gaps));
  expect(workbook.getWorksheet('_Daten')?.state).toBe('hidden');
  expect(headsOf(workbook, 'Geräte')).not.toContain('Bemerkung');

  await expect(page.getByRole('status').filter({ hasText: `gespeichert: ${name}` })).toBeVisible();
  await page.getByRole('tab', { name: 'Frühere Berichte 1' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${name}.* ${gaps} `) })).toBeVisible();
  await expect(page.getByText('Bericht zuletzt')).toBeVisible();
});

test('sends free texts only when they are ticked', async ({ app, page }) => {
  await openReports(page);
  await page.getByRole('checkbox', { name: /Bemerkungen/ }).check();
  await page.getByRole('tab', { name: 'Geräte', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Bemerkung' })).toBeAttached();
  const { bytes } = await app.saving(() => page.getByRole('button', { name: 'Bericht speichern' }).click());
  expect(headsOf(await openWorkbook(bytes), 'Geräte')).toContain('Bemerkung');
});

test('says what to do when the folder is gone, and shows a saved file only where that is possible', async ({
  app,
  page,
  userData,
}) => {
  test.skip(app.electron === null, 'the browser saves into its download folder');
  await openReports(page);
  await app.electron?.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
    },
    join(userData, 'gibt-es-nicht', 'bericht.xlsx'),
  );
  await page.getByRole('button', { name: 'Bericht speichern' }).click();
  await expect(page.getByRole('alert')).toContainText('Den Ordner gibt es nicht mehr');
  await expect(page.getByRole('tab', { name: 'Frühere Berichte 0' })).toBeVisible();

  await app.electron?.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (async () => ({ canceled: true, filePath: '' })) as typeof dialog.showSaveDialog;
  }, undefined);
  await page.getByRole('button', { name: 'Bericht speichern' }).click();
  await expect(page.getByRole('alert')).toBeHidden();

  await app.saving(() => page.getByRole('button', { name: 'Bericht speichern' }).click());
  await expect(page.getByRole('button', { name: 'Im Ordner zeigen' })).toBeVisible();
});
