import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { kill, processesOf } from '../harness/processes.ts';
import { encodeRoom } from '../../src/core/labels/label-code.ts';
import { violationsOf } from './axe.ts';
import { expect, testWithRestarts as test } from './fixtures.ts';

const go = (page: Page, place: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);
/** A scanner is a keyboard that types fast and ends with Enter, wherever the focus is. */
const scan = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
};
const answer = (page: Page, text: string | RegExp) =>
  expect(page.locator('[aria-live="assertive"]').filter({ hasText: text })).toBeVisible();
const row = (page: Page, text: string) =>
  page.getByRole('table', { name: 'Erwartet' }).getByRole('row').filter({ hasText: text });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^\s*Gespeichert/ })).toBeVisible();

test('counts a room by scanner, loses nothing in a crash, takes it over and back', async ({
  page,
  relaunch,
  userData,
}) => {
  test.skip(process.platform !== 'linux', 'the crash is a SIGKILL of processes that are found in /proc');
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Inventur' }).click();
  // The test code says how the scanner is set, whether Enter comes, and never counts.
  await page.getByRole('textbox', { name: 'Hierher scannen' }).click();
  await page.keyboard.type('AKY1.T.-/');
  await expect(page.getByText('Der Scanner schickt kein Enter')).toBeVisible();
  await scan(page, 'AKY1.T.-/');
  await expect(page.getByText('Der Scanner ist richtig eingestellt')).toBeVisible();
  await scan(page, 'AKZ1.T.ß-');
  await expect(page.getByText('Der Scanner schreibt wie eine amerikanische Tastatur')).toBeVisible();
  await scan(page, 'AKY1.T.-/');
  await page.getByRole('button', { name: 'Inventur beginnen …' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Inventur im Herbst');
  await page.getByRole('textbox', { name: /Wer zählt/ }).fill('IT-Koordination');
  await page.getByRole('button', { name: 'Inventur beginnen', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inventur im Herbst' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  // Room first, by its label; a number that is no label opens none.
  await scan(page, 'GSL-0042');
  await answer(page, 'ist kein Raumschild');
  await scan(page, encodeRoom({ building: 'Haus A', roomNumber: '204' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Inventur: Raum 204 (Haus A)' })).toBeVisible();
  await scan(page, 'GSL-0042');
  await answer(page, 'GSL-0042 gefunden');
  await scan(page, 'kb4kj8szqb');
  await answer(page, 'GSL-0043 gefunden');
  // A scanner that types as an American keyboard does: any label of ours gives it away, and mends it again.
  await scan(page, 'AKZ1.D.GSL%2D0043');
  await answer(page, 'GSL-0043 war schon erfasst');
  await expect(page.getByText('Der Scanner schreibt wie eine amerikanische Tastatur')).toBeVisible();
  await scan(page, 'FWßNEU');
  await answer(page, 'FW-NEU kennt die Inventur nicht');
  await scan(page, 'AKY1.D.GSL%2D0044');
  await answer(page, 'GSL-0044 gefunden');
  await expect(page.getByText('Der Scanner schreibt wie eine amerikanische Tastatur')).toBeHidden();
  await scan(page, 'FREMD-77');
  await answer(page, 'FREMD-77 kennt die Inventur nicht');
  await scan(page, 'AKY1.D.ANDERE%2D1');
  await answer(page, 'ANDERE-1 steht auf einem Etikett dieser App');
  await scan(page, 'GSL-0062');
  await answer(page, 'GSL-0062 gehört nach 205 (Haus A)');
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('checkbox', { name: 'GSL-0062: Hierher umziehen', exact: true })).toBeChecked();
  await scan(page, '00538');
  await answer(page, '00538 gefunden');
  await saved(page);
  const gone = page.waitForEvent('close');
  for (const profile of ['chromium', 'browser']) processesOf(join(userData, profile)).forEach(kill);
  await gone;

  const again = (await relaunch()).page;
  await go(again, '/inventur');
  await again.getByRole('link', { name: 'Inventur im Herbst' }).click();
  await again
    .getByRole('row', { name: /204 \(Haus A\)/ })
    .getByRole('link')
    .click();
  for (const name of ['GSL-0042', 'GSL-0043', '00538'])
    await expect(again.getByRole('checkbox', { name: `${name} gefunden`, exact: true })).toBeChecked();
  await expect(again.getByRole('checkbox', { name: /GSL-0062/ })).toBeChecked();
  await expect(again.getByRole('table', { name: 'Unbekannte Codes' })).toContainText('FREMD-77');

  // The rest: by scanner, and what bears no number by hand, without a mouse.
  for (const code of ['GSL-0045', 'GSL-0046', '00539', '00540', 'GSL-0271']) {
    await scan(again, code);
    await answer(again, `${code} gefunden`);
  }
  const without = again.getByRole('checkbox', { name: /gefunden$/, checked: false });
  await expect(without).toHaveCount(4);
  await again.keyboard.press('ArrowDown');
  await expect(again.getByRole('checkbox', { name: 'GSL-0042 gefunden' })).toBeFocused();
  for (let step = 0; step < 10; step += 1) await again.keyboard.press('ArrowDown');
  for (let step = 0; step < 3; step += 1) {
    await again.keyboard.press('Space');
    await again.keyboard.press('ArrowDown');
  }
  await expect(without).toHaveCount(1);
  // A scan that begins in the list is a scan, also with a letter that is a key there.
  await scan(again, 'NB-9');
  await answer(again, 'NB-9 kennt die Inventur nicht');
  expect(await violationsOf(again)).toEqual([]);
  await again.keyboard.press('Alt+n');
  await expect(again.getByRole('heading', { level: 1, name: 'Inventur: Raum 205 (Haus A)' })).toBeVisible();
  await expect(row(again, 'GSL-0062')).toContainText('steht in 204 (Haus A)');

  await again.goBack();
  await expect(row(again, 'GSL-0272')).toContainText('fehlt');
  await again.getByRole('checkbox', { name: 'GSL-0272: als vermisst melden' }).check();
  await again
    .getByRole('row', { name: /FREMD-77/ })
    .getByRole('button', { name: 'Gerät anlegen …' })
    .click();
  await again.getByRole('textbox', { name: 'Bezeichnung' }).fill('Dokumentenkamera');
  await again.getByRole('button', { name: 'Vormerken' }).click();
  await again.getByRole('link', { name: 'Alle Räume' }).click();

  await again.evaluate(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'));
  });
  await again.getByRole('button', { name: 'Mehr' }).click();
  await again.getByRole('menuitem', { name: 'Protokoll drucken' }).click();
  // It lies in the page, but is only seen on paper.
  const sheet = again.locator('[data-print-sheet]');
  await expect(sheet.locator('h1')).toHaveText('Protokoll Inventur im Herbst');
  await expect(sheet).toContainText('§ 30 GemHVO-Doppik M-V');
  await expect(sheet).toContainText('IT-Koordination');
  await expect(sheet.locator('tr').filter({ hasText: 'GSL-0272' })).toContainText('fehlt');
  await again.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  await again.getByRole('button', { name: 'Abschließen …' }).click();
  const dialog = again.getByRole('dialog');
  await expect(dialog).toContainText('1 Gerät zieht um');
  await expect(dialog).toContainText('1 Stück');
  await expect(dialog).toContainText('1 Gerät wird angelegt');
  await expect(dialog).toContainText('3 unbekannte Codes bleiben');
  expect(await violationsOf(again)).toEqual([]);
  await dialog.getByRole('button', { name: 'Übernehmen' }).click();
  await expect(again.getByText(/„Inventur im Herbst“ übernommen/).first()).toBeVisible();
  await expect(again.getByRole('button', { name: 'Abschließen …' })).toBeHidden();

  const devices = again.getByRole('table', { name: 'Geräte in diesem Raum' });
  await go(again, '/raeume/beispiel-raum-a-204');
  await expect(devices.getByRole('row').filter({ hasText: 'GSL-0272' })).toContainText('vermisst');
  await expect(devices.getByRole('row').filter({ hasText: 'GSL-0062' })).toHaveCount(1);
  await expect(devices.getByRole('row').filter({ hasText: 'FREMD-77' })).toHaveCount(1);
  await again.keyboard.press('Control+z');
  await expect(devices.getByRole('row').filter({ hasText: 'GSL-0272' })).toContainText('in Betrieb');
  await expect(devices.getByRole('row').filter({ hasText: 'GSL-0062' })).toHaveCount(0);
  await go(again, '/inventur');
  await expect(again.getByRole('row', { name: /Inventur im Herbst/ })).toContainText('läuft');
});
