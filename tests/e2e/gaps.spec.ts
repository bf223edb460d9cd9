import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const openSample = async (page: Page, path: string): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
  await go(page, path);
};
const go = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => (window.location.hash = hash), path);
};
/** `38.750 €` → 38750. */
const euros = (text: string): number => Number(text.replace(/[^\d,]/g, '').replace(',', '.'));

test('says which number of the school is missing, takes it where it is missed, and gives it back', async ({
  page,
}) => {
  await openSample(page, '/einstellungen');
  await page.getByRole('textbox', { name: 'Lehrkräfte', exact: true }).fill('');
  await page.keyboard.press('Tab');
  await go(page, '/soll-ist/schule');
  const goals = page.getByRole('table', { name: 'Ziele für die ganze Schule' });
  const loans = goals.getByRole('row', { name: /Leihgeräte für Lehrkräfte/ });
  await expect(loans).toContainText('nicht berechenbar');
  await expect(loans).toContainText('Zahl der Lehrkräfte fehlt');
  await loans.getByRole('button', { name: /eintragen$/ }).click();
  const field = page.getByRole('textbox', { name: 'Zahl der Lehrkräfte' });
  await expect(field).toBeFocused();
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('0 gilt als unbekannt')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await field.fill('21');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Diese Zahlen fehlen' })).toHaveCount(0);
  await expect(loans.getByRole('cell').nth(2)).toHaveText('21');
  await page.keyboard.press('Control+z');
  await expect(loans).toContainText('Zahl der Lehrkräfte fehlt');
});

test('offers the sum of the grades where it contradicts the total', async ({ page }) => {
  await openSample(page, '/einstellungen');
  const grades = page.getByRole('group', { name: 'Klassen je Jahrgang' });
  await grades.getByRole('textbox', { name: 'Jahrgang 1' }).fill('5');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Summe der Jahrgänge 14, eingetragen 13')).toBeVisible();
  await page.getByRole('button', { name: '14 übernehmen' }).click();
  await expect(page.getByRole('textbox', { name: 'Klassen', exact: true })).toHaveValue('14');
  await expect(page.getByText('Summe der Jahrgänge')).toHaveCount(0);
});

test('groups the Beschaffungsliste with the same sums, and holds it against the caps', async ({ page }) => {
  await openSample(page, '/soll-ist/beschaffung');
  const list = page.getByRole('table', { name: 'Beschaffungsliste' });
  const sum = list.getByRole('row', { name: /^Summe/ });
  const groups = list.getByRole('row').filter({ has: page.getByRole('button') });
  /** Units and euros of the groups, summed from what they say. */
  const groupSums = async (): Promise<readonly [units: number, euros: number]> => {
    const rows = await groups.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    );
    return [
      rows.reduce((all, [units]) => all + Number(units), 0),
      rows.reduce((all, cells) => all + euros(cells.at(-1) ?? ''), 0),
    ];
  };
  const bought = Number(
    await page
      .getByRole('tab', { name: /Beschaffungsliste/ })
      .locator('span')
      .textContent(),
  );
  expect((await groupSums())[0]).toBe(bought);
  await page.getByRole('checkbox', { name: 'Reparatur zuerst' }).uncheck();
  const [units, cost] = await groupSums();
  expect(euros((await sum.getByRole('cell').last().textContent()) ?? '')).toBe(cost);

  await page.getByRole('button', { name: 'nach Raum' }).click();
  await expect(list.getByRole('button', { name: /^304 Computerraum/ })).toBeVisible();
  expect(await groupSums()).toEqual([units, cost]);
  const room = list.getByRole('button', { name: /^203 Klassenraum/ });
  await expect(room).toHaveAttribute('aria-expanded', 'false');
  await room.press('Enter');
  await expect(list.getByRole('row', { name: /Dokumentenkamera oder Halterung/ })).toBeVisible();

  await page.getByRole('checkbox', { name: 'Reparatur zuerst' }).check();
  const repairs = page.getByRole('table', { name: 'Zuerst reparieren' });
  await expect(repairs.getByRole('link', { name: /^GSL-0038/ })).toBeVisible();
  const [left] = await groupSums();
  const repaired = await repairs
    .locator('tbody td:nth-child(4)')
    .evaluateAll((cells) => cells.reduce((all, cell) => all + Number(cell.textContent), 0));
  expect(left).toBe(bought);
  expect(left + repaired).toBe(units);

  await page.getByRole('combobox', { name: 'Verbindlichkeit' }).selectOption('Wunsch');
  expect((await groupSums())[0]).toBeLessThan(left);

  const caps = page.getByRole('table', { name: /^Grenzen: DigitalPakt/ });
  const share = caps.getByRole('row', { name: /20 % der Summe/ });
  await expect(share).toContainText('nicht prüfbar');
  const field = page.getByRole('textbox', { name: 'Summe des Schulträgers aus diesem Programm' });
  await field.fill('700.000');
  await page.keyboard.press('Tab');
  await expect(share).toContainText('140.000 €');
  await expect(share).toContainText('eingehalten');
  await field.fill('50.000');
  await page.keyboard.press('Tab');
  await expect(share).toContainText('überschritten um');
});

test('copies the Beschaffungsliste for Excel', async ({ page }) => {
  await openSample(page, '/soll-ist/beschaffung');
  // No edition lets a spec read the clipboard; what is put there can be seen on its way.
  await page.evaluate(() => {
    const { setData } = DataTransfer.prototype;
    DataTransfer.prototype.setData = function (format, text) {
      Reflect.set(globalThis, 'copied', text);
      setData.call(this, format, text);
    };
  });
  await page.getByRole('button', { name: 'In die Zwischenablage kopieren' }).click();
  const toast = page.getByText(/^\d+ Zeilen kopiert/);
  const count = Number(/^\d+/.exec((await toast.textContent()) ?? '')?.[0]);
  const copied = await page.evaluate(() => String(Reflect.get(globalThis, 'copied')));
  const lines = copied.trim().split(/\r?\n/);
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]?.split('\t').slice(0, 4)).toEqual(['Gebäude', 'Etage', 'Raum', 'Kategorie']);
  expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([11]));
});

test('opens the devices behind a cell of the Ersatzplanung by keyboard', async ({ page }) => {
  await openSample(page, '/soll-ist/ersatz');
  const matrix = page.getByRole('table', { name: /^Ersatz nach Kategorie und Jahr/ });
  await expect(
    page.getByText(/^Bis 2029 sind \d+ Geräte zu ersetzen, geschätzt .*\s€; davon Rückstand/),
  ).toBeVisible();
  const cell = matrix.getByRole('button', { name: /^Beamer fest mit Projektionsfläche, Rückstand: / });
  const units = Number(await cell.textContent());
  await cell.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('link')).toHaveCount(units);
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(cell).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(matrix.getByRole('button', { name: /^Dokumentenkamera, Rückstand: / })).toBeFocused();

  await matrix
    .getByRole('button', { name: /^Leihgerät für Lehrkräfte, 2026 \(fällig\): .*zweckgebunden/ })
    .click();
  await expect(panel.getByText('zweckgebunden bis 31.12.2026').first()).toBeVisible();
  await panel.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Geräte' })).toBeVisible();
});

test('takes the attribute that closes a gap beside the gap, and begins an exemption from there', async ({
  page,
}) => {
  await openSample(page, '/soll-ist');
  const access = page.getByRole('gridcell', { name: /^Raum 301, WLAN.*: Soll 1/ });
  await access.click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('combobox', { name: 'WLAN-Abdeckung' }).selectOption('voll');
  await expect(page.getByText('Raum 301 geändert.')).toBeVisible();
  await expect(
    page.getByRole('gridcell', { name: /^Raum 301, WLAN.*: Soll 1, Ist 1, Lücke 0/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect(panel.getByRole('combobox', { name: 'WLAN-Abdeckung' })).toHaveValue('partial');
  await panel.getByRole('link', { name: /Auf der Seite des Raums eintragen/ }).click();
  await expect(page.getByRole('textbox', { name: 'Warum braucht dieser Raum es nicht?' })).toBeFocused();
  await page.keyboard.type('Umbau');
  await page.getByRole('button', { name: 'Ausnahme speichern' }).click();
  await expect(page.getByText('Ausnahme für Raum 301 eingetragen.')).toBeVisible();
});
