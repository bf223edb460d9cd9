import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { DESKTOP_RUNTIME, expect, test } from './fixtures.ts';

const SHEET = '[data-print-sheet]';

const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await expect(page.getByRole('link', { name: /^Geräte/ })).toBeVisible();
};

/** Instead of a dialog of the system: the sheet stays on the paper until `endPrinting`. */
const standInForDialog = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.print = () => window.dispatchEvent(new Event('beforeprint'));
  });
const endPrinting = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

type Sheet = {
  readonly title: string;
  readonly facts: string;
  readonly entries: number;
  readonly rows: readonly string[];
};
/** What lies on the paper now. */
const sheetOf = (page: Page): Promise<Sheet> =>
  page.locator(SHEET).evaluate((sheet) => {
    const rows = [...sheet.querySelectorAll('tbody tr')];
    return {
      title: sheet.querySelector('h1')?.textContent ?? '',
      facts: sheet.querySelector('header p:last-of-type')?.textContent ?? '',
      entries: rows.filter((row) => !row.hasAttribute('data-kind')).length,
      rows: rows.map((row) => row.textContent),
    };
  });
const printed = async (page: Page, print: () => Promise<unknown>): Promise<Sheet> => {
  await print();
  await expect(page.locator(SHEET)).toHaveCount(1);
  const sheet = await sheetOf(page);
  await endPrinting(page);
  await expect(page.locator(SHEET)).toHaveCount(0);
  return sheet;
};
const byButton = (page: Page) => () => page.getByRole('button', { name: 'Drucken', exact: true }).click();
/** Another screen, or another tab of it; there once what it says is there. */
const open = async (page: Page, place: string, landmark: string | RegExp): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
  const name = typeof landmark === 'string' ? { name: landmark, exact: true } : { name: landmark };
  await expect(
    page
      .getByRole('heading', { ...name, level: 1 })
      .or(page.getByRole('table', name))
      .or(page.getByRole('searchbox', name)),
  ).toBeVisible();
};

test('prints every row of a filtered list, whole and in light colours, on numbered pages', async ({
  page,
  edition,
}, info) => {
  await openSample(page);
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  await standInForDialog(page);
  await page.getByRole('link', { name: /^Geräte/ }).click();
  const count = page.getByRole('search').getByRole('status');
  await page.getByRole('searchbox').fill('Klassenraum');
  await expect(count).toHaveText(/^\d+ von 39\d/);
  await expect(count).not.toHaveText(/^39\d von/);
  const shown = Number(/^\d+/.exec((await count.textContent()) ?? '')?.[0]);
  expect(shown).toBeGreaterThan(60);
  // Far more than is in sight, and so in the page.
  expect(await page.getByRole('grid').getByRole('row').count()).toBeLessThan(shown);

  await page.keyboard.press('Control+p');
  await expect(page.locator(SHEET)).toHaveCount(1);
  const sheet = await sheetOf(page);
  expect(sheet.title).toBe('Geräte');
  expect(sheet.facts).toContain('Suche „Klassenraum“');
  expect(sheet.entries).toBe(shown);

  await page.emulateMedia({ media: 'print' });
  const [paper, ink] = await page
    .locator(SHEET)
    .evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]);
  expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(26, 32, 38)']);
  await expect(page.getByRole('grid')).toBeHidden();
  await page.emulateMedia({ media: null });
  await endPrinting(page);

  // As the menu of the browser prints it: by its events alone. Electron itself gives its PDF to the app alone.
  if (edition === 'browser' || DESKTOP_RUNTIME === 'stand-in') {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 84\d\.\d+ 59\d\.\d+\]/);
    const path = info.outputPath('geraete.pdf');
    writeFileSync(path, pdf);
    const read = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    if (read.error === undefined) {
      const texts = read.stdout.split('\f').slice(0, pages);
      expect(texts.every((text) => text.includes('Inventarnummer'))).toBe(true);
      expect(texts.map((text) => /Seite \d+ von \d+/.exec(text)?.[0])).toEqual(
        texts.map((_text, index) => `Seite ${index + 1} von ${pages}`),
      );
    } else console.log('SKIPPED: what stands on each page; pdftotext is not there');
  }
});

test('prints each other list with what is out of sight', async ({ page }) => {
  await openSample(page);
  await standInForDialog(page);

  await open(page, '/raeume', 'Räume');
  await page.getByRole('checkbox', { name: 'nur mit Lücke' }).check();
  const rooms = Number(
    /^\d+/.exec((await page.getByRole('search').getByRole('status').textContent()) ?? '')?.[0],
  );
  const roomSheet = await printed(page, byButton(page));
  expect(roomSheet).toMatchObject({ title: 'Räume', entries: rooms });
  expect(roomSheet.facts).toContain('nur mit Lücke');

  await page.getByRole('treegrid').getByRole('link', { name: '304' }).click();
  await expect(page.getByRole('table', { name: 'Geräte in diesem Raum' })).toBeVisible();
  const devices =
    (await page.getByRole('table', { name: 'Geräte in diesem Raum' }).getByRole('row').count()) - 1;
  const lines = (await page.getByRole('table', { name: 'Soll und Ist' }).getByRole('row').count()) - 1;
  await page.getByRole('button', { name: 'Mehr' }).click();
  const room = await printed(page, () => page.getByRole('menuitem', { name: 'Drucken' }).click());
  expect(room).toMatchObject({ title: 'Raum 304 Computerraum', entries: devices + lines });

  await open(page, '/soll-ist', 'Soll-Ist');
  await page.getByRole('combobox', { name: 'Gebäude' }).selectOption('Haus B');
  const matrix = await printed(page, byButton(page));
  expect(matrix.facts).toContain('Gebäude: Haus B');
  expect(matrix.rows.some((row) => row.includes('Aula'))).toBe(true);
  expect(matrix.rows.some((row) => row.includes('Computerraum'))).toBe(false);

  await open(page, '/soll-ist/beschaffung', 'Beschaffungsliste');
  await page.getByRole('button', { name: 'Alle aufklappen' }).click();
  const purchase = await printed(page, byButton(page));
  expect(purchase.title).toBe('Beschaffungsliste');
  expect(purchase.rows.some((row) => row.startsWith('Summe'))).toBe(true);
  expect(purchase.entries).toBeGreaterThan(40);

  await open(page, '/soll-ist/ersatz', /^Ersatz nach Kategorie/);
  expect((await printed(page, byButton(page))).rows.some((row) => row.startsWith('Summe in Euro'))).toBe(
    true,
  );

  await open(page, '/ziele', 'Ziel suchen');
  await page.getByRole('searchbox').fill('Drucker');
  const targets = await printed(page, byButton(page));
  expect(targets.facts).toContain('Suche „Drucker“');
  expect(targets.entries).toBeGreaterThan(1);

  await open(page, '/verlauf', 'Im Verlauf suchen');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ Änderung/);
  const steps = Number(
    /^\d+/.exec((await page.getByRole('search').getByRole('status').textContent()) ?? '')?.[0],
  );
  expect(await printed(page, byButton(page))).toMatchObject({ title: 'Verlauf', entries: steps });
  await open(page, '/verlauf/papierkorb', 'Im Papierkorb suchen');
  expect(await printed(page, byButton(page))).toMatchObject({ title: 'Papierkorb', entries: 0 });
});

test('asks once before a pile of paper', async ({ page }) => {
  await openSample(page);
  await standInForDialog(page);
  await page.getByRole('link', { name: /^Geräte/ }).click();
  const grid = page.getByRole('grid', { name: 'Geräte' });
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Duplizieren …' }).click();
  await page.getByRole('textbox', { name: 'Wie oft' }).fill('5');
  await page.getByRole('button', { name: /Geräte anlegen/ }).click();
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^2\.\d+ von/);

  await byButton(page)();
  const question = page.getByRole('dialog', { name: 'Lange Liste drucken?' });
  await expect(question).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Control+p');
  await expect(question).toHaveCount(1);
  await expect(page.locator(SHEET)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);

  await page.keyboard.press('Control+p');
  const sheet = await printed(page, () => page.getByRole('button', { name: /Seiten drucken/ }).click());
  expect(sheet.entries).toBeGreaterThan(2000);
});
