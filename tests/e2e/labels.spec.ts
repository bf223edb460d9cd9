import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { KNOWN_SHEETS } from '../../src/core/labels/known-sheets.ts';
import { decodeLabel } from '../../src/core/labels/label-code.ts';
import { boxAt, labelsPerSheet } from '../../src/core/labels/label-sheet.ts';
import { layoutLabel } from '../../src/core/labels/layout-label.ts';
import { openLabelPdf, type LabelPdf, type PaperBox } from '../harness/read-label-pdf.ts';
import { violationsOf } from './axe.ts';
import { expect, test, type RunningApp } from './fixtures.ts';

/** The most that print and data may differ, in mm. */
const TOLERANCE = 0.2;
const SHEET_ID = 'avery-l4773';

/** What the host writes on „Als PDF speichern“, or the browser when it prints. */
const pdfOf = async (
  { edition, saving, page }: RunningApp,
  folder: string,
  fileName: string,
): Promise<LabelPdf> => {
  if (edition === 'desktop') {
    // The one before has the same name.
    await rm(join(folder, fileName), { force: true });
    const { name, bytes } = await saving(() =>
      page.getByRole('button', { name: 'Als PDF speichern' }).click(),
    );
    expect(name).toBe(fileName);
    await expect(page.getByRole('status').filter({ hasText: fileName })).toBeVisible();
    return openLabelPdf(bytes);
  }
  await page.evaluate(() => {
    document.documentElement.removeAttribute('data-printed');
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Drucken oder als PDF speichern …' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  return openLabelPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
};

/** The line in bold type of each label in the preview: what its code must say. */
const mainLines = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole('img', { name: /^Vorschau/ })
    .locator('g')
    .evaluateAll((labels) =>
      labels.map((label) =>
        [...label.querySelectorAll('text[font-weight="600"]')].map((text) => text.textContent).join(' '),
      ),
    );

const nearest = (boxes: readonly PaperBox[], { x, y }: PaperBox): PaperBox =>
  boxes.reduce((best, box) =>
    Math.hypot(box.x - x, box.y - y) < Math.hypot(best.x - x, best.y - y) ? box : best,
  );

/** How far each of the wanted boxes is from what was printed, in mm: the worst of all edges. */
const worstError = (wanted: readonly PaperBox[], printed: readonly PaperBox[]): number =>
  Math.max(
    ...wanted.map((box) => {
      const found = nearest(printed, box);
      return Math.max(
        Math.abs(found.x - box.x),
        Math.abs(found.y - box.y),
        Math.abs(found.x + found.width - box.x - box.width),
        Math.abs(found.y + found.height - box.y - box.height),
      );
    }),
  );

test('prints labels whose codes a second library reads, where the sheet wants them', async ({
  app,
  page,
  userData,
}, info) => {
  const sheet = KNOWN_SHEETS.find(({ id }) => id === SHEET_ID);
  if (sheet === undefined) throw new Error('the sheet is unknown');
  const boxes = Array.from({ length: labelsPerSheet(sheet) }, (_, place) => boxAt(sheet, place));
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Geräte/ }).click();
  await page.getByRole('searchbox').fill('Klassenraum');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ von 39\d/);
  await page.getByRole('checkbox', { name: 'Alle gefilterten Geräte auswählen' }).check();
  await page.getByRole('button', { name: 'Etiketten …' }).click();
  await expect(page.getByRole('heading', { name: 'Etiketten', exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Etikettenbogen' }).selectOption(SHEET_ID);
  expect(await violationsOf(page)).toEqual([]);

  // A whole sheet: every code says what stands beside it.
  const asked = await mainLines(page);
  expect(asked).toHaveLength(24);
  expect(new Set(asked).size).toBe(24);
  const pdf = await pdfOf(app, userData, 'Etiketten.pdf');
  const { width, height } = await pdf.sizeOf(1);
  expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
  const read = (await pdf.codesIn(1, boxes, 'qr')).map((text) => decodeLabel(text ?? ''));
  expect(read).toEqual(asked.map((assetTag) => ({ kind: 'device', assetTag })));

  // And stands where the measures of the sheet put it.
  const codes = (await pdf.pathsOf(1)).filter((box) => box.width < 30);
  expect(codes).toHaveLength(24);
  const wanted = boxes.map((box) => {
    const { code } = layoutLabel(box, { kind: 'qr', width: 21 }, [{ text: '', isMain: true }], () => 0.5);
    return { ...code!, x: box.x + code!.x, y: box.y + code!.y };
  });
  const error = worstError(wanted, codes);
  info.annotations.push({ type: 'position error', description: `${error.toFixed(3)} mm` });
  expect(error).toBeLessThan(TOLERANCE);

  // A used sheet: the first labels stay empty, the next sheet is full.
  const start = page.getByRole('textbox', { name: 'Beginnen mit Etikett' });
  await start.fill('99');
  await start.press('Enter');
  await expect(page.getByText('Bitte eine Zahl von 1 bis 24 eingeben.')).toBeVisible();
  await start.fill('22');
  await start.press('Enter');
  const used = await pdfOf(app, userData, 'Etiketten.pdf');
  expect(used.pages).toBe(pdf.pages + 1);
  expect((await used.codesIn(1, boxes, 'qr')).map((text) => text !== null)).toEqual(
    boxes.map((_box, place) => place >= 21),
  );

  // The test page shows the cut of the sheet, moved by what the printer is off.
  await page.getByRole('textbox', { name: 'Nach rechts (mm)' }).fill('0,5');
  await page.getByRole('textbox', { name: 'Nach unten (mm)' }).fill('-1');
  await page.getByRole('textbox', { name: 'Nach unten (mm)' }).press('Enter');
  await page.getByRole('button', { name: 'Testseite' }).click();
  const testPage = await pdfOf(app, userData, 'Etiketten Testseite.pdf');
  expect(testPage.pages).toBe(1);
  expect(await testPage.textOf(1)).toContain('0,5 mm nach rechts, −1 mm nach unten');
  const moved = boxes.map((box) => ({ ...box, x: box.x + 0.5, y: box.y - 1 }));
  expect(worstError(moved, await testPage.pathsOf(1))).toBeLessThan(TOLERANCE);
  await page.getByRole('button', { name: 'Etiketten', exact: true }).click();

  // Rooms, in bars.
  await page.getByRole('combobox', { name: 'Etiketten für' }).selectOption('rooms');
  await start.fill('1');
  await start.press('Enter');
  await page.getByRole('button', { name: 'Strichcode' }).click();
  const doors = await mainLines(page);
  const plates = await pdfOf(app, userData, 'Etiketten.pdf');
  const shifted = boxes.map((box) => ({ ...box, x: box.x + 0.5, y: box.y - 1 }));
  expect(
    (await plates.codesIn(1, shifted, 'code128')).map((text) => {
      const room = decodeLabel(text ?? '');
      return room?.kind === 'room' ? [room.building, room.roomNumber].filter(Boolean).join(' ') : text;
    }),
  ).toEqual(doors.slice(0, 24));
});

test('numbers devices by a scheme, offers the next number and refuses a double with its place', async ({
  page,
}) => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Geräte/ }).click();
  await page.getByRole('searchbox').fill('Klassenraum');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ von 39\d/);
  await page.getByRole('checkbox', { name: 'Alle gefilterten Geräte auswählen' }).check();
  const bar = page.getByRole('region', { name: 'Ausgewählte Geräte' });
  await bar.getByRole('button', { name: 'Nummern vergeben …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Inventarnummern vergeben' });
  // What the numbers so far show.
  await expect(dialog.getByRole('textbox', { name: 'Vorsatz' })).toHaveValue('GSL-');
  await dialog.getByRole('textbox', { name: 'Vorsatz' }).fill('LP1');
  await expect(dialog.getByText('Der Vorsatz darf nicht mit einer Ziffer enden')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Vorsatz' }).fill('LP-');
  await dialog.getByRole('textbox', { name: 'Stellen' }).fill('3');
  await expect(dialog.getByRole('status')).toHaveText(/^Neue Nummern: LP-001 bis LP-0\d\d$/);
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^\d+ Nummern vergeben$/ }).click();
  const toast = page.getByText(/^(\d+) Inventarnummern vergeben\.$/);
  await expect(toast).toBeVisible();
  const given = Number(/^\d+/.exec((await toast.textContent()) ?? '')?.[0]);
  await expect(bar.getByRole('button', { name: 'Nummern vergeben …' })).toBeHidden();

  // A new device: the next number is offered, one of another device is not taken.
  const next = (number: number): string => `LP-${String(number).padStart(3, '0')}`;
  await page.keyboard.press('Alt+n');
  const panel = page.getByRole('complementary', { name: 'Neues Gerät' });
  await panel.getByRole('textbox', { name: 'Inventarnummer' }).fill('LP-001');
  await panel.getByRole('textbox', { name: 'Bezeichnung' }).click();
  await expect(
    panel.getByText(
      new RegExp(`Diese Nummer trägt noch ein Gerät: Raum .+\\. Nächste freie Nummer: ${next(given + 1)}`),
    ),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Gerät anlegen' }).click();
  await expect(panel.getByRole('textbox', { name: 'Inventarnummer' })).toBeFocused();
  await panel.getByRole('textbox', { name: 'Inventarnummer' }).press('Escape');
  await panel.getByRole('button', { name: `${next(given + 1)} einsetzen` }).click();
  await expect(panel.getByRole('textbox', { name: 'Inventarnummer' })).toHaveValue(next(given + 1));
  await panel.getByRole('button', { name: 'Gerät anlegen' }).click();
  await expect(page.getByText(`Gerät ${next(given + 1)} angelegt.`)).toBeVisible();

  // All numbers and the scheme are one step back.
  const undo = page.getByRole('button', { name: 'Rückgängig' }).first();
  await undo.click();
  await undo.click();
  await expect(bar.getByRole('button', { name: 'Nummern vergeben …' })).toBeVisible();
});
