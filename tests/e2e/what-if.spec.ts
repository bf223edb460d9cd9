import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const openScenarios = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Soll-Ist/ }).click();
  await page.getByRole('tab', { name: 'Was wäre wenn' }).click();
};
const comparison = (page: Page): Locator => page.getByRole('region', { name: 'Vergleich' });
/** The texts of a row of figures: today, scenario, difference. */
const figure = async (page: Page, name: string): Promise<readonly string[]> =>
  comparison(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell')
    .allTextContents();
const choose = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  await expect(page.locator('li[role=option]').first()).toContainText(text);
  await page.keyboard.press('Enter');
};
const gapsInHead = async (page: Page): Promise<number> =>
  Number(/(\d+) Einheit/.exec((await page.getByText(/fehlen \d+ Einheiten/).textContent()) ?? '')?.[1]);

test('tries a purchase out beside today, applies it in one step, and takes it back', async ({ page }) => {
  await openScenarios(page);
  await expect(page.getByText(/^Noch kein Szenario\./)).toBeVisible();
  const before = await gapsInHead(page);
  await page.getByRole('button', { name: 'Szenario anlegen' }).click();

  await page.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await page.getByRole('menuitem', { name: 'Kauf' }).click();
  await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
  await expect(page.getByText('Bitte Kategorie und Anzahl angeben.')).toBeVisible();
  await choose(page, 'Kategorie', 'Dokumentenkamera');
  // A room with a gap of this category comes first.
  await page.getByRole('combobox', { name: 'Raum', exact: true }).fill('303');
  await expect(page.locator('li[role=option]').first()).toContainText(/303.*Lücke/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Raum', exact: true })).toHaveValue(/^303/);
  await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();

  await expect(page.getByText('1 × Dokumentenkamera für 303')).toBeVisible();
  await expect.poll(() => figure(page, 'Lücken')).toEqual([String(before), String(before - 1), '−1']);
  await expect(comparison(page).getByText('1 geschlossen: Dokumentenkamera oder Halterung')).toBeVisible();
  // Nothing has changed yet.
  expect(await gapsInHead(page)).toBe(before);

  await page.getByRole('button', { name: 'Übernehmen …' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 Gerät wird angelegt');
  await page.getByRole('dialog').getByRole('button', { name: 'Übernehmen' }).click();
  await expect(page.getByText('Szenario „Szenario 1“ übernommen.')).toBeVisible();
  await expect(page.getByText(/^Noch kein Szenario\./)).toBeVisible();
  expect(await gapsInHead(page)).toBe(before - 1);

  await page.getByRole('status').getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.getByText('1 × Dokumentenkamera für 303')).toBeVisible();
  expect(await gapsInHead(page)).toBe(before);
});

test('starts from the purchase list, compares two scenarios, and throws one away', async ({ page }) => {
  await openScenarios(page);
  await page.getByRole('tab', { name: /^Beschaffungsliste/ }).click();
  await page.getByRole('button', { name: 'Kauf aller Pflicht-Lücken als Szenario durchrechnen' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Alle Pflicht-Lücken kaufen');
  const steps = page.getByRole('region', { name: 'Schritte' });
  await steps.getByRole('button', { name: 'Duplizieren' }).click();
  await expect(name).toHaveValue('Alle Pflicht-Lücken kaufen (Kopie)');
  await steps
    .getByRole('button', { name: /^Schritt entfernen/ })
    .first()
    .click();

  await comparison(page)
    .getByRole('combobox', { name: 'Verglichen mit' })
    .selectOption('Alle Pflicht-Lücken kaufen');
  await expect.poll(async () => (await figure(page, 'Lücken'))[2]).toBe('+1');
  await steps.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(page.getByText('Szenario „Alle Pflicht-Lücken kaufen (Kopie)“ verworfen.')).toBeVisible();
  await expect(name).toHaveValue('Alle Pflicht-Lücken kaufen');
  await page.getByRole('status').getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.getByRole('link', { name: /\(Kopie\)/ })).toBeVisible();
});

test('moves, repairs, and other numbers stand beside each other; a step whose room is gone says so', async ({
  page,
}) => {
  await openScenarios(page);
  await page.getByRole('button', { name: 'Szenario anlegen' }).click();
  const add = async (kind: string): Promise<void> => {
    await page.getByRole('button', { name: 'Schritt hinzufügen' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  };
  await add('Umzug');
  await choose(page, 'Gerät', 'GSL-0128');
  await choose(page, 'Wohin', 'K2');
  await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
  await add('Zahlen der Schule');
  await page.getByRole('textbox', { name: 'Lehrkräfte' }).fill('40');
  await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
  await expect(page.getByText('Lehrkräfte 40')).toBeVisible();
  await expect.poll(async () => Number((await figure(page, 'davon Schule gesamt'))[2])).toBeGreaterThan(0);
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('link', { name: /^Räume/ }).click();
  await page.getByRole('searchbox', { name: 'Raum suchen' }).fill('K2');
  await page.getByRole('checkbox', { name: 'Raum K2 auswählen' }).check();
  await page.getByRole('button', { name: 'Löschen …' }).click();
  await page.getByRole('button', { name: '1 Raum löschen' }).click();
  await page.getByRole('link', { name: /^Soll-Ist/ }).click();
  await page.getByRole('tab', { name: 'Was wäre wenn' }).click();
  await expect(page.getByText('Den Raum gibt es nicht mehr.')).toBeVisible();
});
