import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test, testWithRestarts } from './fixtures.ts';

const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Geräte/ }).click();
  await expect(devices(page).getByRole('rowheader').first()).toBeVisible();
};
const devices = (page: Page) => page.getByRole('grid', { name: 'Geräte' });
const changes = (page: Page) => page.getByRole('grid', { name: 'Änderungen, neueste zuerst' });
const entry = (page: Page, text: string | RegExp) =>
  changes(page).getByRole('row').filter({ hasText: text }).first();
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const goTo = async (page: Page, hash: string, title: string | RegExp): Promise<void> => {
  await page.evaluate((target) => (window.location.hash = target), hash);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};
/** Finds one device in the table and puts the cursor on it. */
const findDevice = async (page: Page, tag: string): Promise<void> => {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(tag);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 von/);
  await page.keyboard.press('ArrowDown');
};
const editModel = async (page: Page, tag: string, model: string): Promise<void> => {
  await findDevice(page, tag);
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await page.keyboard.type(model);
  await press(page, 'Tab');
  await expect(devices(page).getByText(model)).toBeVisible();
};

test('lists every change with old and new value, takes one of the past back, and undoes that', async ({
  page,
}) => {
  await openSample(page);
  await editModel(page, 'GSL-0128', 'Kamera X');
  await goTo(page, '/einstellungen', 'Einstellungen');
  await page.getByRole('combobox', { name: 'Tabellenzeilen' }).selectOption('normal');
  await press(page, 'Control+9');
  await expect(page.getByRole('heading', { level: 1, name: 'Verlauf' })).toBeVisible();

  const edited = entry(page, 'GSL-0128 geändert');
  await expect(edited).toContainText('Modell: DC-4K → Kamera X');
  await edited.getByRole('button', { name: /Zurücknehmen/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Zurückgenommen: Gerät GSL-0128' })).toBeVisible();
  await expect(edited).toContainText('GSL-0128 geändert');
  await expect(entry(page, /^\d\d:\d\dGerät GSL-0128 geändert/)).toContainText('zurückgenommen');
  await page.getByRole('button', { name: 'Rückgängig' }).first().click();
  await expect(
    entry(page, /^\d\d:\d\dGerät GSL-0128 geändert/).getByRole('button', { name: /Zurücknehmen/ }),
  ).toBeVisible();
});

test('finds by device and value, narrows to a kind, and says when nothing fits', async ({ page }) => {
  await openSample(page);
  await editModel(page, 'GSL-0128', 'Kamera Q77');
  await goTo(page, '/verlauf', 'Verlauf');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('gsl-0128 kamera q77');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 von 2 Änderungen');
  await page.getByRole('searchbox').fill('gibt es nicht');
  await expect(page.getByText('Keine Änderung passt zu diesen Filtern.')).toBeVisible();
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
  await page.getByRole('combobox', { name: 'Art der Änderung' }).selectOption('Geräte angelegt');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 von 2 Änderungen');
  await expect(entry(page, 'Beispielschule geladen')).toBeVisible();
});

test('opens by keyboard, explains what stands against a change, and rolls back to it', async ({ page }) => {
  await openSample(page);
  await editModel(page, 'GSL-0128', 'Kamera X');
  await press(page, 'ArrowLeft');
  await page.keyboard.type('Kamera Y');
  await press(page, 'Tab');
  await expect(devices(page).getByText('Kamera Y')).toBeVisible();
  await goTo(page, '/verlauf', 'Verlauf');
  await changes(page).focus();
  await press(page, 'ArrowDown', 'Enter');
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('DC-4K');
  await expect(panel).toContainText('GSL-0128: Modell wurde danach geändert');
  await expect(panel.getByRole('button', { name: 'Änderung zurücknehmen' })).toBeDisabled();
  await press(page, 'ArrowUp');
  await expect(panel).toContainText('Kamera Y');
  await expect(panel.getByRole('button', { name: 'Änderung zurücknehmen' })).toBeEnabled();
  await press(page, 'ArrowDown');
  await panel.getByRole('button', { name: 'Bis hierher zurücknehmen …' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 Schritte werden zurückgenommen');
  await page.getByRole('button', { name: '2 Schritte zurücknehmen', exact: true }).click();
  await expect(entry(page, '2 Schritte auf einmal zurückgenommen')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(page, 'Escape');
  await expect(panel).toHaveCount(0);
  await expect(changes(page)).toBeFocused();
  await goTo(page, '/geraete', 'Geräte');
  await findDevice(page, 'GSL-0128');
  await expect(devices(page).getByText('DC-4K')).toBeVisible();
});

testWithRestarts(
  'restores from the recycle bin; without its room where that is gone',
  async ({ app, relaunch }) => {
    const { page } = app;
    await openSample(page);
    await findDevice(page, 'GSL-0128');
    await press(page, 'Space');
    await page
      .getByRole('region', { name: 'Ausgewählte Geräte' })
      .getByRole('button', { name: 'Löschen' })
      .click();
    await expect(page.getByText('Gerät GSL-0128 gelöscht.')).toBeVisible();
    await goTo(page, '/raeume', 'Räume');
    await page.getByRole('searchbox', { name: 'Raum suchen' }).fill('K2');
    await page.getByRole('checkbox', { name: 'Raum K2 auswählen' }).check();
    await page.getByRole('button', { name: 'Löschen …' }).click();
    await page.getByRole('button', { name: '1 Raum löschen' }).click();
    await expect(page.getByText(/gespeichert/i).first()).toBeVisible();
    await app.close();

    const { page: again } = await relaunch();
    await goTo(again, '/verlauf/papierkorb', 'Verlauf');
    const bin = again.getByRole('grid', { name: 'Gelöschte Geräte und Räume' });
    await expect(bin.getByRole('row')).toHaveCount(3);
    await again.getByRole('searchbox', { name: 'Im Papierkorb suchen' }).fill('GSL-0128');
    await expect(bin.getByRole('row')).toHaveCount(2);
    await bin.focus();
    await press(again, 'Space');
    await expect(again.getByText('1 Gerät kommt ohne Raum zurück')).toBeVisible();
    await again.getByRole('button', { name: '1 wiederherstellen' }).click();
    await expect(again.getByText('1 Gerät wiederhergestellt.')).toBeVisible();
    await again.getByRole('searchbox').fill('');
    await expect(bin.getByRole('row')).toHaveCount(2);
    await goTo(again, '/geraete', 'Geräte');
    await findDevice(again, 'GSL-0128');
    await press(again, 'Control+Enter');
    const panel = again.getByRole('complementary');
    await panel.getByText('Verlauf', { exact: true }).click();
    await expect(panel.getByRole('listitem').first()).toContainText('wiederhergestellt');
    await expect(panel.getByRole('listitem').nth(1)).toContainText('gelöscht');
  },
);

test('says how long the history is and how much of it is kept', async ({ page }) => {
  await openSample(page);
  await goTo(page, '/einstellungen', 'Einstellungen');
  await expect(page.getByText('Jetzt ist 1 Schritt gespeichert.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Aufheben' }).selectOption('20.000 Schritte');
  await expect(page.getByText('Jetzt sind 2 Schritte gespeichert.')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const)
  test(`has no findings of axe with its panel, dialog and bin, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openSample(page);
    await editModel(page, 'GSL-0128', 'Kamera X');
    await goTo(page, '/verlauf', 'Verlauf');
    await entry(page, 'GSL-0128 geändert').click();
    await expect(page.getByRole('complementary')).toContainText('wie vorher');
    expect(await violationsOf(page, 'all')).toEqual([]);
    await page.getByRole('button', { name: 'Bis hierher zurücknehmen …' }).click();
    expect(await violationsOf(page, 'all')).toEqual([]);
    await press(page, 'Escape');
    await entry(page, 'Beispielschule geladen').click();
    await expect(page.getByRole('complementary')).toContainText('nicht allein');
    expect(await violationsOf(page, 'all')).toEqual([]);
    await goTo(page, '/verlauf/papierkorb', 'Verlauf');
    expect(await violationsOf(page, 'all')).toEqual([]);
  });
