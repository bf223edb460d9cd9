import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { generatedSchool } from '../../src/core/testing/generated-school.ts';
import { readList } from '../../src/excel/read/read-list.ts';
import { FIVE_SCHOOLS, schoolReportFile } from '../harness/school-reports.ts';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

test('puts the reports of five schools together, names what does not count, and saves workbook and CSV set', async ({
  app,
  page,
}, info) => {
  const folder = info.outputPath('Berichte');
  await mkdir(folder, { recursive: true });
  const reports = await Promise.all(FIVE_SCHOOLS.map((school) => schoolReportFile(school)));
  const [first] = FIVE_SCHOOLS;
  const earlier = await schoolReportFile(first ?? { seed: 1, kind: 'primary' }, '2026-05-04');
  for (const { name, bytes } of [...reports, earlier]) await writeFile(join(folder, name), bytes);
  const broken = reports[0]?.bytes ?? new Uint8Array();
  await writeFile(join(folder, 'abgeschnitten.xlsx'), broken.subarray(0, broken.length / 2));
  await writeFile(join(folder, 'Notiz.txt'), 'kein Bericht');

  await page.getByRole('radio', { name: /Berichte von Schulen ansehen/ }).check();
  await page.getByRole('button', { name: 'Weiter: Berichte einlesen' }).click();
  await expect(page.getByRole('heading', { name: 'Berichte mehrerer Schulen' })).toBeVisible();
  await expect(page.getByText('bleibt nur im Arbeitsspeicher')).toBeVisible();
  await page.getByLabel('Ordner wählen …').setInputFiles(folder);

  await expect(page.getByText('5 Schulen aus 7 Dateien')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('alert')).toContainText('1 Datei des Ordners ist keine Excel-Datei');
  await expect(page.getByRole('row', { name: /nicht lesbar.*abgeschnitten/ })).toContainText('beschädigt');
  await expect(page.getByRole('row', { name: /zählt nicht.*2026-05-04/ })).toContainText('neuerer Bericht');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: /abgeschnitten.xlsx entfernen/ }).click();
  await expect(page.getByText('5 Schulen aus 6 Dateien')).toBeVisible();

  for (const tab of ['Lücken', 'Beschaffung', 'Umverteilung', 'Ersatz', 'Schulen']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await expect(page.getByRole('table').first()).toBeVisible();
    expect(await violationsOf(page), tab).toEqual([]);
  }
  // The figures are those of the schools, in whatever order.
  const inventories = FIVE_SCHOOLS.map((school) => generatedSchool(school));
  const figures = page.getByRole('table', { name: 'Kennzahlen je Schule' });
  await figures.getByRole('button', { name: 'Räume', exact: true }).click();
  await expect(figures.getByRole('columnheader', { name: 'Räume', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const largest = inventories.toSorted((a, b) => b.rooms.length - a.rooms.length)[0];
  await expect(figures.getByRole('row').nth(1)).toContainText(largest?.school.name ?? '');

  const workbook = await app.saving(() =>
    page.getByRole('button', { name: 'Als Excel-Mappe speichern' }).click(),
  );
  expect(workbook.name).toMatch(/^Traegeransicht_\d{4}-\d\d-\d\d\.xlsx$/);
  const book = readList(new Uint8Array(workbook.bytes), workbook.name);
  const sheet = book.ok ? book.value.sheets.find(({ name }) => name === 'Schulen') : undefined;
  const cells = (sheet?.rows ?? []).flatMap(({ cells: row }) => row);
  for (const { school } of inventories) expect(cells).toContain(school.name);

  await expect(page.getByRole('button', { name: 'CSV-Satz speichern' })).toBeEnabled();
  const csv = await app.saving(() => page.getByRole('button', { name: 'CSV-Satz speichern' }).click());
  expect(csv.name).toMatch(/\.zip$/);
  const devices = new TextDecoder().decode(unzipSync(new Uint8Array(csv.bytes))['devices.csv']);
  expect(devices.trimEnd().split('\n').length - 1).toBe(
    inventories.reduce((sum, inventory) => sum + inventory.devices.length, 0),
  );

  // Elsewhere and back: they are still there. Started anew, they are gone.
  await page.getByRole('link', { name: 'Berichte', exact: true }).click();
  await page.getByRole('link', { name: 'Berichte mehrerer Schulen' }).click();
  await expect(page.getByText('5 Schulen aus 6 Dateien')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Noch kein Bericht eingelesen')).toBeVisible();
});
