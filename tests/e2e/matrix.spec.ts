import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const openMatrix = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page
    .getByRole('link', { name: /Soll-Ist/ })
    .first()
    .click();
  await expect(page.getByRole('grid', { name: 'Räume und Ziele' })).toBeVisible();
};

const rowCount = async (page: Page): Promise<number> =>
  Number(await page.getByRole('grid', { name: 'Räume und Ziele' }).getAttribute('aria-rowcount'));

test('is filtered by state, priority and stage, and says so when nothing is left', async ({ page }) => {
  await openMatrix(page);
  await page.getByLabel('Ausbaustufe', { exact: true }).selectOption('2');
  const all = await rowCount(page);
  await page.getByLabel('Stand').selectOption('Nur Lücken');
  const gaps = await rowCount(page);
  expect(gaps).toBeLessThan(all);
  await page.getByLabel('Stand').selectOption('Reparierbare Lücken');
  const repairable = await rowCount(page);
  expect(repairable).toBeLessThan(gaps);
  await expect(page.getByRole('gridcell', { name: /Lücke [1-9].*defekt/ }).first()).toBeVisible();
  await page.getByLabel('Stand').selectOption('Jeder Stand');
  const columns = Number(await page.getByRole('grid').getAttribute('aria-colcount'));
  await page.getByLabel('Ziele der Stufe').selectOption('Ziele der Stufe 2');
  expect(Number(await page.getByRole('grid').getAttribute('aria-colcount'))).toBeLessThan(columns);
  await page.getByLabel('Bereich', { exact: true }).selectOption('Verwaltung');
  await expect(page.getByText('Kein Raum passt zu diesen Filtern.')).toBeVisible();
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
  expect(await rowCount(page)).toBe(all);
});

test('keeps the head of the floor in sight, and the explanation is reached by keyboard', async ({ page }) => {
  await openMatrix(page);
  const grid = page.getByRole('grid', { name: 'Räume und Ziele' });
  await grid.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  const cursor = page.locator('[role=gridcell][aria-selected=true]');
  await expect(cursor).toBeInViewport();
  const top = (await grid.boundingBox())!.y;
  await expect
    .poll(async () =>
      page.evaluate(
        ({ x, y }) =>
          document.elementFromPoint(x, y)?.closest('[role=row]')?.querySelector('[role=rowheader]')
            ?.textContent,
        { x: 320, y: top + 63 + 14 },
      ),
    )
    .toMatch(/^Haus . · [1-9]\. OG/);

  const name = await cursor.getAttribute('aria-label');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel).toBeVisible();
  expect(name).toContain((await panel.getByRole('heading', { level: 2 }).innerText()).split(' ')[0]);
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Schließen' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('region')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(grid).toBeFocused();
});
