import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

const LIST = join(__dirname, '../../resources/sample-school/geraeteliste.xlsx');

test('takes a list over and gives it back by undo', async ({ page }) => {
  await page.getByRole('button', { name: 'Weiter: Liste einlesen' }).click();
  await page.getByLabel('Datei auswählen').setInputFiles(LIST);
  await expect(page.getByText('Fabrikat', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Weiter: Vorschau' }).click();
  await page.getByRole('button', { name: /Geräte übernehmen/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'übernommen' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Geräte \d+/ })).toHaveText(/395/);
  await page.getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect(page.getByRole('link', { name: /^Geräte/ })).toHaveText(/0$/);
});
