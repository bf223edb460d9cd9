import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const openRooms = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Räume/ }).click();
  await expect(list(page)).toBeVisible();
};
const list = (page: Page) => page.getByRole('treegrid', { name: 'Räume nach Gebäude und Etage' });
const openRoom = async (page: Page, number: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Raum suchen' }).fill(number);
  await list(page).getByRole('link', { name: number, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${number}`) })).toBeVisible();
};

test('creates a room, refuses its number a second time, and deletes it', async ({ page }) => {
  await openRooms(page);
  await page.keyboard.press('Alt+n');
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Raum anlegen' }).click();
  await expect(panel.getByText('Bitte eine Raumnummer eingeben.')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Raumnummer' }).fill('K1');
  await panel.getByRole('textbox', { name: 'Gebäude' }).fill('Haus A');
  await panel.getByRole('button', { name: 'Raum anlegen' }).click();
  await expect(panel.getByText(/Diese Nummer gibt es in diesem Gebäude schon/)).toBeVisible();
  await panel.getByRole('textbox', { name: 'Raumnummer' }).fill('K9');
  await panel.getByRole('checkbox', { name: 'Klassenraum' }).check();
  await panel.getByRole('textbox', { name: 'Plätze' }).fill('28');
  await panel.getByRole('button', { name: 'Raum anlegen' }).click();
  await expect(page.getByText('Raum K9 angelegt.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Raum suchen' }).fill('K9');
  await page.getByRole('checkbox', { name: 'Raum K9 auswählen' }).check();
  await page.getByRole('button', { name: 'Löschen …' }).click();
  await page.getByRole('button', { name: '1 Raum löschen' }).click();
  await expect(page.getByText('Kein Raum passt zu diesen Filtern.')).toBeVisible();
});

test('asks where the devices of a deleted room go, and takes it back', async ({ page }) => {
  await openRooms(page);
  await openRoom(page, '303');
  await page.getByRole('button', { name: 'Mehr' }).click();
  await page.getByRole('menuitem', { name: 'Raum löschen …' }).click();
  await expect(page.getByRole('dialog')).toContainText(/stehen \d+ Geräte\. Wohin damit\?/);
  await page.getByRole('combobox', { name: 'Geräte kommen nach' }).fill('Medienlager');
  await expect(page.getByRole('option').first()).toContainText('Medienlager');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '1 Raum löschen' }).click();
  await expect(page.getByText('Raum 303 gelöscht.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Raum suchen' }).fill('303');
  await expect(page.getByText('Kein Raum passt zu diesen Filtern.')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect(list(page).getByRole('link', { name: '303', exact: true })).toBeVisible();
});

test('adds an exemption with its end, and lifts it', async ({ page }) => {
  await openRooms(page);
  await openRoom(page, '302');
  const line = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Präsentationsgerät' }) });
  const target = page.getByRole('button', { name: /^Ausnahme für .* eintragen$/ }).first();
  const name =
    (await target.getAttribute('aria-label'))?.replace(/^Ausnahme für (.*) eintragen$/, '$1') ?? '';
  await expect(line).toBeVisible();
  await target.click();
  await page.getByRole('button', { name: 'Ausnahme speichern' }).click();
  await expect(page.getByText('Bitte begründen, warum der Raum es nicht braucht.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Warum braucht dieser Raum es nicht?' }).fill('Umbau');
  await page.getByRole('textbox', { name: 'Gilt bis' }).fill('31.7.30');
  await page.getByRole('button', { name: 'Ausnahme speichern' }).click();
  await expect(page.getByText('bis 31.07.2030 · Umbau')).toBeVisible();
  await page.getByRole('button', { name: `Ausnahme für ${name} aufheben` }).click();
  await expect(page.getByText('bis 31.07.2030 · Umbau')).toHaveCount(0);
});

test('edits facts, adds and fetches devices, and walks on by Alt ↓', async ({ page }) => {
  await openRooms(page);
  await openRoom(page, '302');
  await page.getByRole('button', { name: 'Angaben bearbeiten' }).click();
  await page.getByRole('textbox', { name: 'Plätze' }).fill('viele');
  await page.getByRole('textbox', { name: 'Fläche (m²)' }).click();
  await expect(page.getByText('Bitte eine ganze Zahl eingeben.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Plätze' }).fill('31');
  await page.getByRole('button', { name: 'Angaben speichern' }).click();
  await expect(page.getByText('Raum 302 geändert.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^31$/ })).toBeVisible();

  await page.getByRole('button', { name: 'Gerät hierher holen …' }).click();
  await page.getByRole('combobox', { name: 'Welches Gerät' }).fill('GSL-0128');
  await expect(page.getByRole('option').first()).toContainText('GSL-0128');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Hierher umziehen' }).click();
  await page.getByRole('button', { name: 'GSL-0128' }).click();
  await expect(page.getByRole('complementary')).toContainText('GSL-0128');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: /^303/ })).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`has no accessibility findings in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openRooms(page);
    expect(await violationsOf(page, 'all')).toEqual([]);
    await openRoom(page, '203');
    await page
      .getByRole('button', { name: /^Ausnahme für/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Angaben bearbeiten' }).click();
    expect(await violationsOf(page, 'all')).toEqual([]);
  });
}
