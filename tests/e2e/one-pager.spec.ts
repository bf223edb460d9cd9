import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

/** Pages of a PDF and the size of each in points, read from its page objects; Chromium leaves those uncompressed. */
const pagesOf = (pdf: Buffer): { readonly count: number; readonly boxes: readonly (readonly number[])[] } => {
  const text = pdf.toString('latin1');
  return {
    count: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    boxes: [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = '']) =>
      box.trim().split(/\s+/).map(Number),
    ),
  };
};

const figureOf = (page: Page, label: string) =>
  page
    .getByRole('dialog')
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('strong');

test('gives the Schulleitung one page that says what the Übersicht says', async ({ app, page }) => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  const sums = page.getByRole('table', { name: 'Lücken je Ziel' }).locator('tfoot td, tfoot th');
  await expect(sums.first()).toHaveText('Summe');
  const [, , , gap = '', share = '', cost = ''] = await sums.allInnerTexts();
  const headline = await page
    .getByText(/^\d+ von \d+$/)
    .first()
    .innerText();
  const without = await page.getByText(/ohne Lücke/).innerText();

  await page.getByRole('link', { name: 'Berichte' }).click();
  const open = page.getByRole('button', { name: 'Blatt für die Schulleitung …' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'Blatt für die Schulleitung' });
  await expect(dialog.getByRole('heading', { name: 'Grundschule Am Lindenpark' })).toBeVisible();
  await expect(figureOf(page, 'Lücken')).toHaveText(gap.replace(/\D/g, ''));
  await expect(figureOf(page, 'Ziele erreicht')).toHaveText(share);
  await expect(figureOf(page, 'Kosten der Lücken')).toHaveText(cost);
  await expect(figureOf(page, 'Räume ohne Lücke')).toHaveText(
    /(\d+) Räume? ohne Lücke/.exec(without)?.[1] ?? '',
  );
  await expect(dialog.getByText(headline, { exact: true })).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Umräumen' })).toContainText(
    'Das spart geschätzt',
  );
  // Nothing is cut off below.
  expect(
    await dialog
      .getByRole('article')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  ).toBe(0);
  expect(await violationsOf(page)).toEqual([]);

  let pdf: Buffer;
  if (app.edition === 'desktop') {
    const { name, bytes } = await app.saving(() =>
      dialog.getByRole('button', { name: 'Als PDF speichern' }).click(),
    );
    expect(name).toMatch(/^Ausstattung Grundschule Am Lindenpark \d{4}-\d\d-\d\d\.pdf$/);
    await expect(dialog.getByRole('status')).toContainText(name);
    pdf = bytes;
  } else {
    await expect(dialog.getByText('im Druckfenster „Als PDF speichern“ wählen')).toBeVisible();
    // What the button does, less the print window, which nobody can answer here.
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await dialog.getByRole('button', { name: 'Drucken oder als PDF speichern …' }).click();
    await expect(page.locator('html[data-printed]')).toBeAttached();
    pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  }
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('(Ausstattung Grundschule Am Lindenpark ');
  const { count, boxes } = pagesOf(pdf);
  expect(count).toBe(1);
  const [, , width = 0, height = 0] = boxes[0] ?? [];
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});
