import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await expect(page.getByRole('link', { name: /^Räume/ })).toBeVisible();
};
const go = (page: Page, hash: string): Promise<unknown> =>
  page.evaluate((target) => (window.location.hash = target), hash);
/** A cell by its column and the name of its row, whatever is in it. */
const cell = (page: Page, column: string, row: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${column}, ${row}: `) });
const field = (page: Page, column: string, row: string): Locator =>
  page.getByRole('textbox', { name: `${column}, ${row}` });

const DISPLAY = 'Interaktives Display';

/** What the Beschaffungsliste costs, in whole euros. */
const purchaseSum = async (page: Page): Promise<number> => {
  await go(page, '/soll-ist/beschaffung');
  const fact = page
    .getByRole('tabpanel')
    .getByText(/geschätzt [\d.]+ €/)
    .first();
  const text = (await fact.textContent()) ?? '';
  return Number((/geschätzt ([\d.]+) €/.exec(text)?.[1] ?? '').replaceAll('.', ''));
};

test('a guide price is changed in its cell, the Beschaffungsliste follows, and it can be undone', async ({
  page,
}) => {
  await openSample(page);
  const before = await purchaseSum(page);
  expect(before).toBeGreaterThan(0);

  await go(page, '/ziele/kategorien');
  await cell(page, 'Richtpreis', DISPLAY).focus();
  await page.keyboard.type('6500,-');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'Richtpreis', DISPLAY)).toHaveText('6.500 €');
  await expect(cell(page, 'Richtpreis', DISPLAY)).toHaveAccessibleName(/Im Profil: 5\.500 €/);
  await expect(cell(page, 'Mindestmerkmale', DISPLAY)).toBeFocused();
  await expect(page.getByRole('button', { name: `Zurücksetzen: ${DISPLAY}` })).toBeVisible();

  const after = await purchaseSum(page);
  // So many displays are missing, each 1,000 € dearer now.
  expect(after).toBeGreaterThan(before);
  expect((after - before) % 1000).toBe(0);

  await go(page, '/ziele/kategorien');
  await cell(page, 'Richtpreis', DISPLAY).focus();
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'Richtpreis', DISPLAY)).toHaveText('5.500 €');
  expect(await purchaseSum(page)).toBe(before);
});

test('what is no value stays in its cell with the reason, and Esc restores', async ({ page }) => {
  await openSample(page);
  await go(page, '/ziele/kategorien');
  const price = cell(page, 'Richtpreis', DISPLAY);
  await price.focus();
  await page.keyboard.type('459,- / 2');
  await page.keyboard.press('Enter');
  const input = field(page, 'Richtpreis', DISPLAY);
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription(/„459,- \/ 2“ ist kein Betrag/);
  await input.fill('2.000.000');
  await page.keyboard.press('Enter');
  await expect(input).toHaveAccessibleDescription(/muss zwischen 0 € und 1\.000\.000 € liegen/);
  await page.keyboard.press('Escape');
  await expect(price).toHaveText('5.500 €');
  await expect(price).toBeFocused();

  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 'Zyklus \\(Jahre\\)', DISPLAY)).toBeFocused();
  await page.keyboard.press('F2');
  await field(page, 'Zyklus (Jahre)', DISPLAY).fill('0');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Zyklus (Jahre)', DISPLAY)).toHaveAccessibleDescription(
    /Der Planungszyklus muss zwischen/,
  );
});

test('what is needed is not suspended; an own category comes and goes', async ({ page }) => {
  await openSample(page);
  await go(page, '/ziele/kategorien');
  await page.getByRole('button', { name: `Aussetzen: ${DISPLAY}` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Wird noch gebraucht: Ziele „' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Grund Ihrer Änderungen' }).fill('Beschluss der Schulkonferenz');
  const name = page.getByRole('textbox', { name: 'Name (neue Kategorie)' });
  await name.fill(DISPLAY);
  await name.press('Enter');
  await expect(name).toHaveAccessibleDescription(/gibt es schon/);
  await name.fill('Tafelkamera');
  await name.press('Enter');
  await expect(page.getByRole('row', { name: /Tafelkamera/ })).toContainText('Beschluss der Schulkonferenz');
  await page.getByRole('button', { name: 'Entfernen: Tafelkamera' }).click();
  await expect(page.getByRole('row', { name: /Tafelkamera/ })).toHaveCount(0);
});

test('a stage keeps its order, a programme gets its sum, a check its number', async ({ page }) => {
  await openSample(page);
  await go(page, '/ziele/ausbaustufen');
  await cell(page, 'Zieljahr', 'Ausbau').focus();
  await page.keyboard.type('2029');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Zieljahr', 'Ausbau')).toHaveAccessibleDescription(
    /muss vor dem der Ausbaustufe 3 \(2029\) liegen/,
  );
  await page.keyboard.press('Escape');

  await go(page, '/ziele/foerderprogramme');
  await expect(page.getByRole('table')).toContainText('nicht prüfbar');
  await cell(page, 'Gesamtbetrag des Schulträgers', 'DigitalPakt Schule 2019–2024').focus();
  await page.keyboard.type('1.000.000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table')).toContainText('200.000 €');

  await go(page, '/ziele/pruefungen');
  const share = cell(page, 'Wert', 'Unterrichtsräume mit WLAN');
  await share.focus();
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await expect(share).toHaveText('80 %');
  await expect(page.getByText(/^80 % der Räume mit WLAN/)).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the lists have no accessibility findings in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openSample(page);
    for (const path of ['kategorien', 'raumtypen', 'ausbaustufen', 'foerderprogramme', 'pruefungen']) {
      await go(page, `/ziele/${path}`);
      await expect(page.getByRole('table').first()).toBeVisible();
      expect(await violationsOf(page), path).toEqual([]);
    }
  });
}
