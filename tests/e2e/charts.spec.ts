import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const CHARTS = [
  'Lücken je Raum',
  'Erfüllung je Kategorie',
  'Räume im Standard je Gebäude',
  'Abdeckung bis zum Zieljahr',
  'Altersstruktur',
  'Ersatzkosten je Jahr',
] as const;

const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page
    .getByRole('link', { name: /Soll-Ist/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Diagramm' }).click();
};

const openChart = (page: Page, title: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Diagramme' }).getByRole('link', { name: title }).click();

/** The number that a cell shows: `−1.234 €` is 1234. */
const numberIn = (text: string): number => Number(/[\d.]+/.exec(text)?.[0].replaceAll('.', '') ?? Number.NaN);

/** Each row of the table in sight as its cells' texts, the foot last. */
const tableOf = (page: Page, title: string): Promise<string[][]> =>
  page
    .getByRole('table', { name: title })
    .locator('tbody tr:not([aria-hidden]), tfoot tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

const sumOfColumn = (rows: readonly string[][], column: number): number =>
  rows.slice(0, -1).reduce((sum, row) => {
    const text = row.at(column) ?? '';
    return sum + (text === '' ? 0 : numberIn(text));
  }, 0);

const gapsInHead = async (page: Page): Promise<number> =>
  numberIn(/(?:fehlt|fehlen) ([\d.]+)/.exec(await page.getByText(/^Bis \d{4} fehl/).innerText())?.[1] ?? '');

test('shows every chart with its table beside it where there is room, and their sums are those of the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openSample(page);
  const tables = new Map<string, string[][]>();
  for (const title of CHARTS) {
    await openChart(page, title);
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expect(
      page
        .getByRole('img', { name: /^(Balken|Säulen) je / })
        .locator('svg')
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('table', { name: title })).toBeVisible();
    await page.getByRole('table', { name: title }).evaluate((table) => {
      // All rows of the long one: it draws only those in sight.
      if (table.parentElement !== null) table.parentElement.style.maxHeight = 'none';
    });
    await expect(page.locator('tbody tr[aria-hidden]')).toHaveCount(0);
    tables.set(title, await tableOf(page, title));
  }
  const gaps = await gapsInHead(page);
  const rooms = tables.get('Lücken je Raum')!;
  const groups = tables.get('Erfüllung je Kategorie')!;
  const standard = tables.get('Räume im Standard je Gebäude')!;
  const stages = tables.get('Abdeckung bis zum Zieljahr')!;
  const ages = tables.get('Altersstruktur')!;
  const replacement = tables.get('Ersatzkosten je Jahr')!;
  const school = numberIn((await page.getByRole('tab', { name: /Schule gesamt/ }).innerText()).slice(13));

  expect(sumOfColumn(rooms, -1)).toBe(numberIn(rooms.at(-1)!.at(-1)!));
  expect(sumOfColumn(rooms, -1)).toBe(gaps - school);
  expect(sumOfColumn(groups, 3)).toBe(gaps);
  expect(numberIn(groups.at(-1)![3]!)).toBe(gaps);
  expect(numberIn(groups.at(-1)![1]!) - numberIn(groups.at(-1)![2]!)).toBe(gaps);
  await expect(
    page.getByText(
      `${numberIn(standard.at(-1)![2]!)} von ${numberIn(standard.at(-1)![1]!)} Räumen im Standard`,
    ),
  ).toBeVisible();
  expect(sumOfColumn(standard, 2)).toBe(numberIn(standard.at(-1)![2]!));
  // The stage in force is the first one.
  expect(numberIn(stages[0]![4]!)).toBe(gaps);
  expect(stages).toHaveLength(3);
  expect(sumOfColumn(ages, -1)).toBe(numberIn(ages.at(-1)!.at(-1)!));
  expect(sumOfColumn(ages, -2)).toBe(numberIn(ages.at(-1)!.at(-2)!));
  // The backlog is what is over-age.
  expect(numberIn(replacement[0]![1]!)).toBe(numberIn(ages.at(-1)!.at(-1)!));
  expect(sumOfColumn(replacement, 2)).toBe(numberIn(replacement.at(-1)![2]!));
});

test('follows stage and Stichtag, and a column of the stages sets the stage', async ({ page }) => {
  await openSample(page);
  await openChart(page, 'Erfüllung je Kategorie');
  const first = await gapsInHead(page);
  await openChart(page, 'Abdeckung bis zum Zieljahr');
  const chart = page.getByRole('group', { name: /^Abdeckung bis zum Zieljahr/ });
  await chart.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('status').getByText(/^bis 2029: /)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Ausbaustufe', { exact: true })).toHaveValue('3');
  const last = await gapsInHead(page);
  expect(last).toBeGreaterThan(first);
  await openChart(page, 'Erfüllung je Kategorie');
  await page.getByRole('button', { name: 'Tabelle' }).click();
  expect(numberIn((await tableOf(page, 'Erfüllung je Kategorie')).at(-1)![3]!)).toBe(last);
  // The choice of the table is kept from chart to chart.
  await openChart(page, 'Altersstruktur');
  await expect(page.getByRole('table', { name: 'Altersstruktur' })).toBeVisible();
  const before = await tableOf(page, 'Altersstruktur');
  const asOf = page.getByLabel('Stichtag');
  await asOf.fill('1.1.2030');
  await asOf.press('Enter');
  await expect(async () => expect(await tableOf(page, 'Altersstruktur')).not.toEqual(before)).toPass();
});

test('opens the room of a bar by click and by keyboard, and the rooms of a floor', async ({ page }) => {
  await openSample(page);
  const chart = page.getByRole('group', { name: /^Lücken je Raum/ });
  await chart.focus();
  await page.keyboard.press('ArrowDown');
  const tip = await page.getByRole('status').filter({ hasText: 'fehlende Einheiten' }).innerText();
  const number = /\S+/.exec(tip)?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(number) })).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: 'Nach Etage' }).click();
  const floors = page.getByRole('group', { name: /^Lücken je Etage/ });
  const closed = await floors.evaluate((element) => element.clientHeight);
  await floors.click({ position: { x: 300, y: 14 } });
  await expect.poll(() => floors.evaluate((element) => element.clientHeight)).toBeGreaterThan(closed);
  await page.getByRole('button', { name: 'Nach Raum' }).click();
  await page.getByRole('group', { name: /^Lücken je Raum/ }).click({ position: { x: 300, y: 14 } });
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(number) })).toBeVisible();
});

test('saves each chart as a PNG', async ({ app, page }) => {
  await openSample(page);
  for (const [title, stem] of [
    ['Lücken je Raum', 'Luecken_je_Raum'],
    ['Abdeckung bis zum Zieljahr', 'Abdeckung_Ausbaustufen'],
    ['Altersstruktur', 'Altersstruktur'],
  ] as const) {
    await openChart(page, title);
    await expect(
      page
        .getByRole('img', { name: /^(Balken|Säulen) je / })
        .locator('svg')
        .first(),
    ).toBeVisible();
    const { name, bytes } = await app.saving(() =>
      page.getByRole('button', { name: 'Als Bild speichern' }).click(),
    );
    expect(name).toMatch(new RegExp(`^${stem}_\\d{4}-\\d\\d-\\d\\d\\.png$`));
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    // Twice the sheet's 960 px and its margins, whatever the window is; and more than blank paper.
    expect(bytes.readUInt32BE(16)).toBe(2 * (960 + 48));
    expect(bytes.length).toBeGreaterThan(10_000);
    await expect(page.getByRole('status').filter({ hasText: `gespeichert: ${name}` })).toBeVisible();
  }
});

test('copies a chart, and says what to do where the clipboard refuses', async ({ app, page }) => {
  await openSample(page);
  if (app.edition === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(
    page
      .getByRole('img', { name: /^Balken je Raum/ })
      .locator('svg')
      .first(),
  ).toBeVisible();
  if (app.edition === 'browser') {
    await page.getByRole('button', { name: 'Kopieren' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'in der Zwischenablage' })).toBeVisible();
    const type = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes('image/png') === true ? (await item.getType('image/png')).size : 0;
    });
    expect(type).toBeGreaterThan(10_000);
  }
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { write: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) },
    });
  });
  await page.getByRole('button', { name: 'Kopieren' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Als Bild speichern' })).toBeVisible();
});

test('shows the development from the first report on', async ({ app, page }) => {
  await openSample(page);
  await openChart(page, 'Entwicklung über die Berichte');
  await expect(page.getByText('Noch kein Bericht geschrieben.')).toBeVisible();
  const gaps = await gapsInHead(page);
  await page.getByRole('link', { name: 'Bericht schreiben' }).click();
  await app.saving(() => page.getByRole('button', { name: 'Bericht speichern' }).click());
  await expect(page.getByRole('tab', { name: 'Frühere Berichte 1' })).toBeVisible();
  await page
    .getByRole('link', { name: /Soll-Ist/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Diagramm' }).click();
  await openChart(page, 'Entwicklung über die Berichte');
  await expect(page.getByRole('img', { name: /^Verlauf über die Berichte/ })).toBeVisible();
  await page.getByRole('button', { name: 'Tabelle' }).click();
  const rows = await page
    .getByRole('table', { name: 'Entwicklung über die Berichte' })
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  expect(rows).toHaveLength(2);
  expect(rows.map((row) => numberIn(row[3] ?? ''))).toEqual([gaps, gaps]);
  expect(rows[0]?.slice(4)).toEqual(rows[1]?.slice(4));
  expect(rows[1]?.[4]).toMatch(/%$/);
});

for (const scheme of ['light', 'dark'] as const)
  test(`has no findings of axe on any chart, ${scheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    await openSample(page);
    const found: Record<string, readonly string[]> = {};
    for (const title of [...CHARTS, 'Entwicklung über die Berichte']) {
      await openChart(page, title);
      await page.waitForTimeout(400);
      const violations = await violationsOf(page);
      if (violations.length > 0) found[title] = violations;
    }
    await page.setViewportSize({ width: 1920, height: 1080 });
    await openChart(page, 'Lücken je Raum');
    await page.waitForTimeout(400);
    const violations = await violationsOf(page);
    if (violations.length > 0) found['beside its table'] = violations;
    expect(found).toEqual({});
  });
