import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test, testWithRestarts } from './fixtures.ts';

const openTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Soll-Ist', exact: true }).click();
  await page.getByRole('tab', { name }).click();
};
const moves = (page: Page) => page.getByRole('table', { name: 'Dann umziehen' });
const effect = (page: Page) => page.getByRole('status', { name: 'Wirkung der ausgewählten Umzüge' });
const answer = (page: Page) => page.getByText(/ohne Kauf schließen[.:]/);
/** „Bis 2027 fehlen 70 Einheiten“ of the head of the page. */
const gaps = async (page: Page): Promise<number> =>
  Number(/fehlen (\d+) Einheiten/.exec(await page.getByText(/^Bis 2027 fehlen/).innerText())?.[1]);
/** „70 → 62“ of the effect, once it is computed. */
const gapsAfter = async (page: Page): Promise<number> => {
  await expect(effect(page).locator('[aria-busy=false]')).toContainText(/Lücken\s*\d+ → \d+/);
  const text = await effect(page).innerText();
  return Number(/→ (\d+)/.exec(text)?.[1]);
};
const box = (page: Page, device: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^${device} .* umziehen$`) });

test('proposes surplus of other rooms, accepts what is selected, and takes it back', async ({ page }) => {
  await openTab(page, 'Umverteilung');
  await expect(answer(page)).toHaveText(
    '14 Lücken lassen sich ohne Kauf schließen: 6 durch Reparatur, 8 durch Umziehen.',
  );
  const repairs = page.getByRole('table', { name: 'Zuerst reparieren' });
  await expect(repairs.getByRole('row').filter({ hasText: 'GSL-0042' })).toContainText('02.11.2026');

  const before = await gaps(page);
  const all = await gapsAfter(page);
  expect(before - all).toBe(8);
  await box(page, 'GSL-0191').uncheck();
  await expect(page.getByRole('button', { name: '8 Umzüge übernehmen' })).toBeVisible();
  await expect(effect(page)).toContainText(`${before} → ${all + 1}`);
  await page.getByRole('button', { name: '8 Umzüge übernehmen' }).click();

  await expect(page.getByText('8 Umzüge der Umverteilung übernommen.')).toBeVisible();
  await expect(answer(page)).toHaveText(/6 durch Reparatur, 1 durch Umziehen/);
  await expect(answer(page)).toBeFocused();
  expect(await gaps(page)).toBe(all + 1);
  await expect(moves(page).getByRole('row').filter({ hasText: 'GSL-0191' })).toBeVisible();

  await page.getByRole('status').getByRole('button', { name: 'Rückgängig' }).click();
  await expect(answer(page)).toHaveText(/6 durch Reparatur, 8 durch Umziehen/);
  expect(await gaps(page)).toBe(before);
});

test('follows the device of an accepted move into its room, and tells when nothing is selected', async ({
  page,
}) => {
  await openTab(page, 'Umverteilung');
  const selectAll = page.getByRole('checkbox', { name: 'Alle auswählen' });
  await expect(selectAll).toBeChecked();
  await selectAll.uncheck();
  await expect(page.getByText('Kein Umzug ist ausgewählt.')).toBeVisible();
  await expect(page.getByRole('button', { name: '0 Umzüge übernehmen' })).toBeDisabled();
  await box(page, 'GSL-0128').check();
  await page.getByRole('button', { name: '1 Umzug übernehmen' }).click();
  await expect(page.getByText('1 Umzug der Umverteilung übernommen.')).toBeVisible();
  await page.evaluate(() => (window.location.hash = '/raeume'));
  await page.getByRole('searchbox', { name: 'Raum suchen' }).fill('302');
  await page.getByRole('link', { name: '302', exact: true }).first().click();
  await expect(page.getByRole('button', { name: 'GSL-0128' })).toBeVisible();
});

testWithRestarts('plans purchases for the money of each year', async ({ app, relaunch }) => {
  const { page } = app;
  await openTab(page, 'Budget');
  await expect(page.getByText(/Tragen Sie ein, wie viel Geld/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Betrag für 2027' }).fill('viel');
  await page.keyboard.press('Tab');
  await expect(page.getByText('„viel“ ist kein Betrag. Beispiel: 20.000')).toBeVisible();
  await page.getByRole('textbox', { name: 'Betrag für 2027' }).fill('10.000');
  await page.keyboard.press('Tab');
  const plan = page.getByRole('table', { name: 'Budget je Jahr' });
  const year = (name: string) =>
    plan.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  /** Rooms complete after a year. */
  const complete = async (name: string): Promise<number> => {
    await expect(year(name)).toContainText(/\d+ von 35 Räumen/);
    return Number(/(\d+) von 35 Räumen/.exec(await year(name).innerText())?.[1]);
  };
  await expect(page.getByText(/^Bis 2027 werden für .* Pflicht-Lücken geschlossen\./)).toBeVisible();
  const first = await complete('2027');
  expect(await complete('2028')).toBe(first);

  await page.getByRole('textbox', { name: 'Betrag für 2028' }).fill('15000 €');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^Bis 2028 werden für /)).toBeVisible();
  expect(await complete('2027')).toBe(first);
  expect(await complete('2028')).toBeGreaterThan(first);
  await expect(year('2028')).toContainText(`(${Math.round(((await complete('2028')) / 35) * 100)} %)`);

  await page.getByText(/^2027: \d+ Einheiten/).click();
  await expect(page.getByRole('table', { name: '2027, nach Kategorie' })).toContainText('WLAN-Access-Point');
  await expect(page.getByRole('table', { name: '2027, nach Raum' })).toContainText('203');
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('textbox', { name: 'Weiteres Jahr' }).fill('2028');
  await page.getByRole('button', { name: 'Jahr hinzufügen' }).click();
  await expect(page.getByText('2028 steht schon in der Liste.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Weiteres Jahr' }).fill('2026');
  await page.keyboard.press('Enter');
  await expect(plan.getByRole('rowheader').first()).toHaveText('2026');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect(plan.getByRole('rowheader').first()).toHaveText('2027');
  await page.getByRole('checkbox', { name: 'Rest ins nächste Jahr übertragen' }).check();
  await expect(page.getByText(/verfällt/)).toHaveCount(0);
  await expect(page.getByText(/gespeichert/i).first()).toBeVisible();
  await app.close();

  const { page: again } = await relaunch();
  await again.evaluate(() => (window.location.hash = '/soll-ist/budget'));
  await expect(again.getByRole('textbox', { name: 'Betrag für 2028' })).toHaveValue(/^15\.000\s€$/);
  await expect(again.getByRole('checkbox', { name: 'Rest ins nächste Jahr übertragen' })).toBeChecked();
});

test('can be cancelled while it lasts, and begun anew', async ({ page, edition }) => {
  test.skip(edition === 'desktop', 'only a web server can be made to keep the worker waiting');
  await page.route('**/plan-worker*', () => undefined);
  await openTab(page, 'Umverteilung');
  await expect(page.getByText('Überhang und Lücken werden verglichen …').first()).toBeVisible();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page.getByText('Die Berechnung wurde abgebrochen.')).toBeVisible();
  await page.unroute('**/plan-worker*');
  await page.getByRole('button', { name: 'Neu berechnen' }).click();
  await expect(moves(page).getByRole('row')).toHaveCount(10);
});
