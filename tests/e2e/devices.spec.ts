import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test, testWithRestarts } from './fixtures.ts';

const openDevices = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Geräte/ }).click();
  await expect(page.getByRole('grid', { name: 'Geräte' }).getByRole('rowheader').first()).toBeVisible();
};
const grid = (page: Page) => page.getByRole('grid', { name: 'Geräte' });
/** The line that a device stands in: by its number, which is the head of its row. */
const row = (page: Page, tag: string) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: tag }) });
const filterBy = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(text);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 von/);
  await page.keyboard.press('ArrowDown');
};
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test('edits a cell in place by keyboard alone and takes it back', async ({ page }) => {
  await openDevices(page);
  await filterBy(page, 'GSL-0128');
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await page.keyboard.type('Kamera X');
  await press(page, 'Tab');
  await expect(row(page, 'GSL-0128')).toContainText('Kamera X');
  await press(page, 'Control+z');
  await expect(row(page, 'GSL-0128')).not.toContainText('Kamera X');
});

test('keeps a bad value in its cell with the reason and stores nothing', async ({ page }) => {
  await openDevices(page);
  await filterBy(page, 'GSL-0128');
  await press(page, 'End', 'ArrowLeft', 'ArrowLeft', 'F2', 'Control+a');
  await page.keyboard.type('31.02.2020');
  await press(page, 'Enter');
  await expect(page.getByRole('alert')).toHaveText(/„31\.02\.2020“ ist kein Datum\. Beispiele:/);
  await expect(page.getByRole('textbox', { name: 'Anschaffung' })).toHaveValue('31.02.2020');
  await press(page, 'Escape');
  await expect(row(page, 'GSL-0128')).toContainText('12.06.2023');
});

test('offers rooms with a gap first and moves by typing a room number', async ({ page }) => {
  await openDevices(page);
  await filterBy(page, 'GSL-0128');
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2');
  await expect(page.getByRole('option').first()).toContainText('Lücke');
  await press(page, 'Control+a');
  await page.keyboard.type('302');
  await press(page, 'Enter');
  await expect(row(page, 'GSL-0128')).toContainText('302');
});

test('pastes a block all or nothing, and copies it back', async ({ page }) => {
  await openDevices(page);
  const paste = (text: string): Promise<void> =>
    grid(page).evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await grid(page).focus();
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await paste('Modell A\tS-1\t999\r\nModell B\tS-2\tK2\r\n');
  await expect(page.getByRole('dialog')).toContainText('Zeile 1 (GSL-0123), Raum: Raum „999“ gibt es nicht.');
  await page.getByRole('button', { name: 'Nichts einfügen' }).click();
  await expect(row(page, 'GSL-0124')).not.toContainText('Modell B');
  await paste('Modell A\tS-1\r\nModell B\tS-2\r\n');
  await expect(row(page, 'GSL-0123')).toContainText('S-1');
  await expect(row(page, 'GSL-0124')).toContainText('Modell B');
  const copied = await grid(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toBe('Modell A');
  await press(page, 'Control+z');
  await expect(row(page, 'GSL-0123')).not.toContainText('S-1');
  await expect(row(page, 'GSL-0124')).not.toContainText('Modell B');
});

test('fills down and clears cells in the selection', async ({ page }) => {
  await openDevices(page);
  await grid(page).focus();
  await press(page, 'Control+Home', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(page.getByRole('region', { name: 'Ausgewählte Geräte' })).toContainText('3 ausgewählt');
  await press(page, 'Control+d');
  await expect(page.getByText('1 Zelle nach unten ausgefüllt.')).toBeVisible();
  await expect(row(page, 'GSL-0127')).toContainText('Funkwerk');
  await press(page, 'Delete');
  await expect(page.getByText('3 Zellen geleert.')).toBeVisible();
  await expect(row(page, 'GSL-0127')).not.toContainText('Funkwerk');
});

test('moves many with the effect before, as one undoable step', async ({ page }) => {
  await openDevices(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('beamer fest');
  await press(page, 'ArrowDown', 'Control+a');
  await page.getByRole('button', { name: /Geräte umziehen …/ }).click();
  await page.getByRole('combobox', { name: 'Wohin' }).fill('Medienlager');
  await expect(page.getByRole('option').first()).toContainText('Medienlager');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(/Lücken \d+ → \d+/);
  await page.getByRole('button', { name: /^\d+ Geräte umziehen$/ }).click();
  const toast = page.getByRole('status').filter({ hasText: /Geräte nach K2 umgezogen/ });
  await expect(toast).toBeVisible();
  await expect(grid(page).getByRole('row').nth(1)).toContainText('K2');
  await toast.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(grid(page).getByRole('row').nth(1)).not.toContainText('K2');
});

test('duplicates, decommissions and deletes', async ({ page }) => {
  await openDevices(page);
  await filterBy(page, 'GSL-0128');
  await press(page, 'Space');
  const bar = page.getByRole('region', { name: 'Ausgewählte Geräte' });
  await bar.getByRole('button', { name: 'Duplizieren …' }).click();
  await page.getByRole('textbox', { name: 'Wie oft' }).fill('3');
  await page.getByRole('button', { name: '3 Geräte anlegen' }).click();
  await expect(page.getByText('3 Geräte durch Duplizieren angelegt.')).toBeVisible();

  await bar.getByRole('button', { name: 'Aussondern …' }).click();
  await page.getByRole('textbox', { name: 'Grund' }).fill('Glas gebrochen');
  await page.getByRole('button', { name: '1 Gerät aussondern' }).click();
  await expect(page.getByText('1 Gerät ausgesondert.')).toBeVisible();
  await page.getByRole('button', { name: 'Filter „Ohne ausgesonderte“ entfernen' }).click();
  await expect(row(page, 'GSL-0128')).toContainText('ausgesondert');

  await bar.getByRole('button', { name: 'Löschen' }).click();
  await expect(row(page, 'GSL-0128')).toHaveCount(0);
  await press(page, 'Control+z');
  await expect(row(page, 'GSL-0128')).toContainText('ausgesondert');
});

test('creates a device beside the list and hints at a doubled number', async ({ page }) => {
  await openDevices(page);
  await page.keyboard.press('Alt+n');
  await page.getByRole('textbox', { name: 'Inventarnummer' }).fill('GSL-0128');
  await page.getByRole('textbox', { name: 'Bezeichnung' }).click();
  await expect(page.getByText('Diese Nummer trägt noch ein Gerät: Raum K2.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Inventarnummer' }).fill('NEU-1');
  await page.getByRole('textbox', { name: 'Preis je Stück (€)' }).fill('1.740,-');
  await page.getByRole('textbox', { name: 'Garantie bis' }).fill('03/2029');
  await page.getByRole('complementary').getByRole('button', { name: 'Gerät anlegen' }).click();
  await expect(row(page, 'NEU-1')).toContainText('1.740 €');
});

testWithRestarts('saves a view that is there after a restart', async ({ app, page, relaunch }) => {
  await openDevices(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('tablet');
  await page.getByRole('button', { name: 'Ansicht speichern …' }).click();
  await page.getByRole('textbox', { name: 'Name der Ansicht' }).fill('Tablets');
  await press(page, 'Enter');
  const tab = page.getByRole('tab', { name: /^Tablets \d+/ });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
  await app.close();
  const again = await relaunch();
  await again.page.getByRole('link', { name: /^Geräte/ }).click();
  await again.page.getByRole('tab', { name: /^Tablets \d+/ }).click();
  await expect(again.page.getByRole('searchbox')).toHaveValue('tablet');
});

test('filters by column, sorts by head and says when nothing fits', async ({ page }) => {
  await openDevices(page);
  await grid(page).focus();
  await press(page, 'Control+Home', 'End', 'ArrowUp', 'Enter');
  await expect(page.getByRole('columnheader', { name: /Preis/ })).toHaveAttribute('aria-sort', 'ascending');
  await press(page, 'Alt+ArrowDown');
  await page.getByRole('textbox', { name: 'Enthält' }).fill('>3000');
  await press(page, 'Escape');
  const chip = page.getByRole('button', { name: 'Filter „Preis je Stück (€): >3000“ entfernen' });
  await expect(chip).toBeVisible();
  await page.getByRole('searchbox').fill('gibt es nicht');
  await expect(page.getByText('Kein Gerät passt zu diesen Filtern.')).toBeVisible();
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
  await expect(chip).toHaveCount(0);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^389 von 395/);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`has no accessibility findings in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openDevices(page);
    await grid(page).focus();
    await press(page, 'Space', 'Control+Enter');
    await expect(page.getByRole('complementary')).toBeVisible();
    expect(await violationsOf(page, 'all')).toEqual([]);
  });
}
