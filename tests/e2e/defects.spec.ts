import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

/** The cell takes the click, the box in it only tells. */
const select = (row: Locator) => row.getByRole('gridcell').first();
const dialog = (page: Page) => page.getByRole('dialog');

// One walk: report a working device, see it everywhere, be told of the double, repair it, take the repair back.
test('reports a defect, shows it everywhere, repairs it and takes that back', async ({ page, app }) => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Geräte/ }).click();
  await page.getByRole('searchbox', { name: 'In der Liste suchen' }).fill('Dokumentenkamera');
  const row = page.getByRole('row').filter({ hasText: 'in Betrieb' }).first();
  const tag = ((await row.getByRole('rowheader').textContent()) ?? '').trim();
  await select(row).click();
  await page.getByRole('button', { name: 'Störung melden …' }).click();

  await dialog(page).getByRole('button', { name: 'Nur eintragen' }).click();
  await expect(dialog(page).getByText('Bitte sagen, was nicht geht.')).toBeVisible();
  await dialog(page).getByLabel('Was ist kaputt?').fill('Bild bleibt schwarz');
  await dialog(page).getByLabel('Seit').fill('01.10.2026');
  await dialog(page).getByLabel('Rückfragen an').fill('IT-Koordination, 03871 1234');
  await expect(dialog(page).getByLabel('Text der Meldung')).toHaveValue(
    new RegExp(
      `Störung: Bild bleibt schwarz\nSeit: 01.10.2026\nRückfragen an: IT-Koordination[^]*Raum: [^]*Seriennummer: [^]*Inventarnummer: ${tag}`,
    ),
  );
  expect(await violationsOf(page)).toEqual([]);
  const sent = await mailsOf(app, page, () =>
    dialog(page).getByRole('button', { name: 'Eintragen und E-Mail öffnen' }).click(),
  );
  expect(decodeURIComponent(sent)).toContain('Störung: Bild bleibt schwarz');
  await expect(dialog(page).getByText('1 Gerät als defekt eingetragen.')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Schließen' }).last().click();

  // The table of open defects, with the days.
  await page.getByRole('tab', { name: /^Defekt/ }).click();
  const open = page.getByRole('row').filter({ hasText: 'Bild bleibt schwarz' });
  await expect(open).toContainText('01.10.2026');
  await expect(page.getByRole('columnheader', { name: /Tage offen/ })).toBeVisible();

  // A second report says so, and remembers whom to ask.
  await page.getByRole('button', { name: 'Störung melden …' }).click();
  await expect(
    dialog(page).getByText(new RegExp(`${tag} hat schon eine offene Störung seit 01.10.2026`)),
  ).toBeVisible();
  await expect(dialog(page).getByLabel('Rückfragen an')).toHaveValue('IT-Koordination, 03871 1234');
  await expect(dialog(page).getByRole('button', { name: 'Nur eintragen' })).toBeDisabled();
  await dialog(page).getByRole('button', { name: 'Abbrechen' }).click();

  await page.getByRole('button', { name: 'Repariert …' }).click();
  expect(await violationsOf(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: '1 Gerät wieder in Betrieb nehmen' }).click();
  await expect(open).toHaveCount(0);
  await expect(page.getByText('1 Gerät repariert.')).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect(open).toHaveCount(1);
});

type App = Parameters<Parameters<typeof test>[2]>[0]['app'];

/** The address of the mail that the app asks the system or the browser to open. */
const mailsOf = async (app: App, page: Page, action: () => Promise<void>): Promise<string> => {
  const { electron } = app;
  if (electron !== null) {
    await electron.evaluate(({ shell }) => {
      shell.openExternal = async (url) => void Reflect.set(globalThis, 'openedMail', url);
    }, undefined);
    await action();
    const opened = () => electron.evaluate(() => Reflect.get(globalThis, 'openedMail') as string, undefined);
    await expect.poll(opened).toMatch(/^mailto:/);
    return opened();
  }
  await page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function () {
      Reflect.set(window, 'openedMail', this.href);
    };
  });
  await action();
  const opened = () => page.evaluate(() => (Reflect.get(window, 'openedMail') as string | undefined) ?? '');
  await expect.poll(opened).toMatch(/^mailto:/);
  return opened();
};
