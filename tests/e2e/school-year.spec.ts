import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const open = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Räume/ }).click();
  await page.getByRole('link', { name: 'Schuljahreswechsel …' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Schuljahreswechsel' })).toBeVisible();
};
const choose = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  await expect(page.locator('li[role=option]').first()).toContainText(text);
  await page.keyboard.press('Enter');
};
const useOf = (page: Page, room: string): Locator =>
  page.getByRole('combobox', { name: `künftig, Raum ${room}`, exact: true });
const devicesIn = async (page: Page, room: string): Promise<string> => {
  await page.getByRole('link', { name: /^Räume/ }).click();
  await page.getByRole('searchbox', { name: 'Raum suchen' }).fill(room);
  const link = page.getByRole('link', { name: room, exact: true });
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${room}`) })).toBeVisible();
  return (await page.getByRole('table', { name: 'Geräte in diesem Raum' }).textContent()) ?? '';
};

test('swaps two rooms with their devices, shows what happens, does it, and takes it back', async ({
  page,
}) => {
  await open(page);
  await expect(useOf(page, '301')).toHaveValue('Klasse 3b');
  await page.getByRole('button', { name: 'Zwei Räume tauschen …' }).click();
  await choose(page, 'Raum', '301');
  await choose(page, 'tauscht mit', '302');
  await page.getByRole('button', { name: 'Tauschen', exact: true }).click();
  await expect(useOf(page, '301')).toHaveValue('Klasse 3c');
  await expect(useOf(page, '302')).toHaveValue('Klasse 3b');

  // The plan outlives a look elsewhere.
  await page.getByRole('link', { name: /^Geräte/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Geräte' })).toBeVisible();
  await page.goBack();
  await expect(useOf(page, '301')).toHaveValue('Klasse 3c');

  await page.getByRole('button', { name: 'Vorschau' }).click();
  const moves = page.getByRole('table', { name: 'Geräte, die umziehen' });
  await expect(moves.getByRole('row').filter({ hasText: 'GSL-0051' })).toContainText('302');
  await expect(page.getByText(/GSL-0050 .* ist fest eingebaut und bleibt in Raum 302\./)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Räume', exact: true })).toContainText(
    'Klasse 3b → Klasse 3c',
  );
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Übernehmen' }).click();
  await expect(page.getByText('Schuljahr 2026/27 eingerichtet.')).toBeVisible();

  expect(await devicesIn(page, '301')).toContain('GSL-0051');
  const left = await devicesIn(page, '302');
  expect(left).toContain('GSL-0050');
  expect(left).not.toContain('GSL-0051');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  expect(await devicesIn(page, '302')).toContain('GSL-0051');
  expect(await devicesIn(page, '301')).not.toContain('GSL-0051');
});

test('moves classes and numbers up, and asks before a plan is thrown away', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Klassen rücken auf' }).click();
  await expect(useOf(page, 'Haus A 101')).toHaveValue('Klasse 2a');
  await useOf(page, 'Haus A 101').fill('Klasse 2b');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('button', { name: 'Zahlen rücken auf' }).click();
  await expect(page.getByRole('textbox', { name: 'Schuljahr' })).toHaveValue('2027/28');
  await expect(page.getByRole('textbox', { name: 'SuS künftig, Jahrgang 2' })).toHaveValue('74');
  const total = page.getByRole('textbox', { name: 'Schülerinnen und Schüler gesamt' });
  await expect(total).toHaveValue('');
  await page.getByRole('textbox', { name: 'SuS künftig, Jahrgang 1' }).fill('80');
  await page.keyboard.press('Enter');
  await expect(total).toHaveValue(String(80 + 74 + 71 + 72));
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.getByText('Klasse 2a hat keinen Raum (bisher Haus A 101).')).toBeVisible();
  await expect(
    page.getByText(/^Klasse 2b steht in mehreren Räumen: Haus A 101 und Haus A 102\./),
  ).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Planung verwerfen?' })).toBeVisible();
  await page.getByRole('button', { name: 'Weiter planen' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Planung verwerfen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Räume' })).toBeVisible();
  await page.getByRole('link', { name: 'Schuljahreswechsel …' }).click();
  await expect(useOf(page, 'Haus A 101')).toHaveValue('Klasse 1a');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Räume' })).toBeVisible();
});
