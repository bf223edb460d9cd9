import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { ImportWizard, startEmpty, workbook } from './import-wizard.ts';

const SAMPLE = join(__dirname, '../../resources/sample-school/geraeteliste.xlsx');

const HEAD = ['Inv.-Nr.', 'Gerät', 'Typ/Modell', 'SN', 'Stelle', 'angeschafft', 'Preis brutto', 'Topf'];
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** A list as it has grown: title lines, a second sheet, unknown words, sums, and a page of notes. */
const grownList = (): Promise<Buffer> =>
  workbook(
    {
      'Technik 2026': [
        ['Regionale Schule Am Mühlenteich'],
        ['Bestandsliste, Stand 01.09.2026'],
        [],
        HEAD,
        ['0001', 'Beamer', 'Epson EB-982W', 'X4YK9FJF02', 'R101', day('2021-03-14'), 649, 'DigiPakt'],
        ['0002', 'Dokumentenkamera', 'ELMO MX-P3', 'EL00021', '101', '03/2022', '549,- €', 'DigiPakt'],
        ['0003', 'Zaubertafel', 'Smart MX', 'ZT00031', '103', '2020', '1.740,00', 'Träger'],
        ['0004', 'Zaubertafel', 'Smart MX', 'ZT00041', '103', '2020', 'teuer', 'Träger'],
        ['0005', 'Notebook', 'Lenovo L14', 'LN00051', '102', '31.02.2019', '799,-', 'SAP'],
        ['', 'Schülertisch', '', '', '102', '2015', '', ''],
        ['', '', '', '', '103', '2020', '', ''],
        ['', 'Summe', '', '', '', '', '2.575,00 €', ''],
      ],
      Verwaltung: [
        ['Nr.', 'Bezeichnung', 'Raum'],
        ['V1', 'Laserdrucker', 'Sekretariat'],
      ],
      Notizen: [['Bitte immer mit Bleistift ausfüllen'], ['Frau Müller fragen']],
    },
    (book) => {
      const row = book.getWorksheet('Technik 2026')?.getRow(6);
      if (row !== undefined) row.hidden = true;
    },
  );

/** The same list a year later: one device moved, one row whose numbers belong to two devices. */
const nextList = (): Promise<Buffer> =>
  workbook({
    'Technik 2027': [
      HEAD,
      ['0003', 'Zaubertafel', 'Smart MX', 'ZT00031', '104', '2020', '1.740,00', 'Träger'],
      ['0004', 'Zaubertafel', 'Smart MX', 'EL00021', '103', '2020', '', 'Träger'],
      ['0006', 'Beamer', 'Epson EB-W12', 'EP00061', '103', '2026', 499, 'Träger'],
    ],
  });

test('takes a real-shaped list through wizard, corrections, import, undo and import again', async ({
  app,
  page,
}) => {
  test.slow();
  const wizard = new ImportWizard(page);
  await startEmpty(page);
  await wizard.goTo();
  await wizard.open('bestand.xlsx', await grownList());

  // Sheets and columns: what was found is said, what could not be known is chosen.
  await expect(page.getByRole('tab', { name: 'Notizen ausgelassen' })).toBeVisible();
  await expect(page.getByText('Ausgeblendet und trotzdem gelesen: 1 Zeile.')).toBeVisible();
  await expect(page.getByText(/^Zeile 4/)).toBeVisible();
  await expect(wizard.column('Inv.-Nr.')).toHaveValue('assetTag');
  await expect(wizard.column('Stelle')).toHaveValue('');
  await wizard.column('Stelle').selectOption('Raum');
  await wizard.next();

  // Kinds and rooms: asked once for all rows.
  await expect(
    page.getByRole('heading', { level: 2, name: /Bitte klären Sie 1 Art und 1 Raum/ }),
  ).toBeFocused();
  await wizard.kind('Zaubertafel').selectOption('Interaktives Display');
  await page.getByRole('button', { name: /^ein Raum:/ }).click();
  await expect(
    page.getByRole('heading', { level: 2, name: 'Alle Arten und Räume sind klar.' }),
  ).toBeVisible();
  await page.getByRole('group', { name: 'Geräte außerhalb der Ausstattung' }).getByText('auslassen').click();
  await wizard.toPreview();

  await expect(wizard.tab('Neu')).toContainText('6');
  await expect(wizard.tab('Zu klären')).toContainText('2');
  await expect(wizard.tab('Nicht übernommen')).toContainText('3');
  await wizard.tab('Nicht übernommen').click();
  await expect(wizard.row('Schülertisch')).toContainText('gehört nicht zur IT-Ausstattung');
  await wizard.tab('Zu klären').click();
  await wizard.row('0005').click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('Blatt „Technik 2026“, Zeile 9, Spalte „angeschafft“');
  await expect(panel).toContainText('Wert: „31.02.2019“');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(wizard.rows()).toBeFocused();

  await wizard.accept('6 Geräte übernehmen');
  await expect(page.getByRole('status').filter({ hasText: '6 Geräte und' })).toBeVisible();
  await wizard.expectDevices(6);

  // A year later: the mapping and the choices are remembered, a conflict is decided row by row.
  await page.getByRole('button', { name: 'Weitere Liste einlesen' }).click();
  await wizard.open('bestand-neu.xlsx', await nextList());
  await expect(page.getByText('Zuordnung wie beim letzten Mal.')).toBeVisible();
  await expect(wizard.column('Stelle')).toHaveValue('roomNumber');
  await wizard.next();
  await wizard.expectPreview();
  await expect(wizard.tab('Konflikt')).toContainText('1');
  await expect(wizard.tab('Nur im Bestand')).toBeVisible();
  await expect(wizard.row('0003').locator('del')).toHaveText('103');
  await expect(wizard.row('0003').locator('ins')).toHaveText('104');
  await page.getByLabel('Zeile 3: es gilt').selectOption('Bestand');
  await expect(page.getByText('Wird neu berechnet')).toBeHidden();
  await expect(wizard.row('0004')).toContainText('der Bestand bleibt, wie er ist');
  await expect(page.getByRole('button', { name: '2 Geräte übernehmen' })).toBeEnabled();

  const saved = await app.saving(() =>
    page.getByRole('button', { name: '1 Zeile zum Klären speichern …' }).click(),
  );
  expect(saved.name).toMatch(/^Zu.klären_bestand-neu\.xlsx$/);
  const mend = new ExcelJS.Workbook();
  await mend.xlsx.load(new Uint8Array(saved.bytes).buffer);
  expect(mend.worksheets.map(({ name }) => name)).toEqual(['Technik 2027', 'Hinweise']);
  expect(mend.getWorksheet('Technik 2027')?.getCell('D2').value).toBe('0004');

  await wizard.accept('2 Geräte übernehmen');
  await wizard.expectDevices(7);
  await wizard.undo();
  await wizard.expectDevices(6);

  // Once more the same; then there is nothing new; and it outlives a restart, the undo too.
  const again = async (): Promise<void> => {
    await wizard.open('bestand-neu.xlsx', await nextList());
    await wizard.next();
    await wizard.expectPreview();
    await page.getByLabel('Zeile 3: es gilt').selectOption('Bestand');
    await expect(page.getByText('Wird neu berechnet')).toBeHidden();
  };
  await again();
  await wizard.accept('2 Geräte übernehmen');
  await wizard.expectDevices(7);
  await page.getByRole('button', { name: 'Weitere Liste einlesen' }).click();
  await again();
  await expect(page.getByText('Nichts Neues: alle Zeilen stehen schon so im Bestand.')).toBeVisible();
  await page.reload();
  await wizard.expectDevices(7);
  await page.getByRole('banner').getByRole('button', { name: 'Rückgängig' }).click();
  await wizard.expectDevices(6);
});

test('changes layout and head row by hand', async ({ page }) => {
  const wizard = new ImportWizard(page);
  await startEmpty(page);
  await wizard.goTo();
  await wizard.open(
    'raum.xlsx',
    await workbook({
      Liste: [
        ['Ordner', 'Datei', 'Stand'],
        ['Inventarnummer', 'Gerät', 'Hersteller'],
        ['1', 'Beamer', 'Epson'],
        ['2', 'Tablet', 'Apple'],
      ],
    }),
  );
  await expect(page.getByText('Keine Spalte nennt den Raum')).toBeVisible();
  await page.getByRole('button', { name: 'Kopfzeile von „Liste“ ändern' }).click();
  await page.getByRole('radio', { name: 'Zeile 1', exact: true }).check();
  await page.getByRole('button', { name: 'Als Kopfzeile nehmen' }).click();
  await expect(wizard.column('Ordner')).toBeVisible();
  await page.getByRole('button', { name: 'Kopfzeile von „Liste“ ändern' }).click();
  await page.getByRole('radio', { name: 'Zeile 2', exact: true }).check();
  await page.getByRole('button', { name: 'Als Kopfzeile nehmen' }).click();
  await expect(wizard.column('Inventarnummer')).toHaveValue('assetTag');
  await page.getByLabel('Aufbau').selectOption('ein Blatt je Raum');
  await page.getByLabel('Raum aller Zeilen').fill('Raum 204');
  await wizard.next();
  await wizard.expectPreview();
  await expect(wizard.row('Beamer')).toContainText('204');
});

test('saves a mapping as a file and takes it again, and says why a file is none', async ({ app, page }) => {
  const wizard = new ImportWizard(page);
  const list = Buffer.from('Nr;Was;Stelle\n1;Beamer;101\n');
  await startEmpty(page);
  await wizard.goTo();
  await wizard.open('liste.csv', list);
  await wizard.column('Stelle').selectOption('Raum');
  const saved = await app.saving(async () => {
    await page.getByRole('button', { name: 'Zuordnung', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Zuordnung als Datei speichern …' }).click();
  });
  expect(saved.name).toBe('Zuordnung_liste.json');
  await page.getByRole('button', { name: 'Abbrechen' }).click();

  await wizard.open('liste.csv', list);
  await expect(wizard.column('Stelle')).toHaveValue('');
  const load = (name: string, text: string): Promise<void> =>
    page
      .getByLabel('Zuordnung laden')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await load('falsch.json', '{"name": 1}');
  await expect(page.getByRole('alert')).toContainText('„falsch.json“: Das ist keine gespeicherte Zuordnung');
  await load('kaputt.json', '{');
  await expect(page.getByRole('alert')).toContainText('„kaputt.json“ lässt sich nicht lesen');
  await load(saved.name, saved.bytes.toString('utf8'));
  await expect(page.getByText('für 1 Blatt übernommen')).toBeVisible();
  await expect(wizard.column('Stelle')).toHaveValue('roomNumber');
});

test('stops while rows are compared, and goes on with the same mapping', async ({ page }) => {
  const wizard = new ImportWizard(page);
  const rows = Array.from({ length: 60_000 }, (_, at) => `${at};Notebook ${at};SN${at}X;${at % 90};Lenovo`);
  await startEmpty(page);
  await wizard.goTo();
  await wizard.open(
    'viele.csv',
    Buffer.from(['Nr;Gerät;Seriennummer;Stelle;Hersteller', ...rows].join('\n')),
  );
  await wizard.column('Stelle').selectOption('Raum');
  await wizard.next();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page.getByText('Abgebrochen. Am Bestand wurde nichts geändert.')).toBeVisible();
  await expect(wizard.column('Stelle')).toHaveValue('roomNumber');
  await wizard.expectDevices(0);
});

test('reads the sample list and gives it back by undo', async ({ page }) => {
  const wizard = new ImportWizard(page);
  await page.getByRole('button', { name: 'Weiter: Liste einlesen' }).click();
  await page.getByLabel('Datei auswählen').setInputFiles(SAMPLE);
  await expect(page.getByText('Fabrikat', { exact: true })).toBeVisible();
  await wizard.next();
  await page.getByRole('button', { name: 'Weiter: Vorschau' }).or(wizard.rows()).first().waitFor();
  if (!(await wizard.rows().isVisible())) await wizard.toPreview();
  await page.getByRole('button', { name: /Geräte übernehmen$/ }).click();
  await wizard.expectDevices(395);
  await wizard.undo();
  await wizard.expectDevices(0);
});

for (const scheme of ['light', 'dark'] as const)
  test(`has no findings of axe on any step, ${scheme}`, async ({ page }) => {
    test.slow();
    const found: Record<string, readonly string[]> = {};
    const check = async (step: string): Promise<void> => {
      const violations = await violationsOf(page);
      if (violations.length > 0) found[step] = violations;
    };
    await page.emulateMedia({ colorScheme: scheme });
    const wizard = new ImportWizard(page);
    await startEmpty(page);
    await wizard.goTo();
    await check('file');
    await wizard.open('bestand.xlsx', await grownList());
    await check('columns');
    await page.getByRole('button', { name: /Kopfzeile von/ }).click();
    await check('head');
    await page.keyboard.press('Escape');
    await wizard.column('Stelle').selectOption('Raum');
    await wizard.next();
    await expect(page.getByRole('heading', { level: 2, name: /Bitte klären/ })).toBeVisible();
    await check('values');
    await wizard.toPreview();
    await expect(wizard.row('0005')).toBeVisible();
    await check('preview');
    await wizard.row('0005').click();
    await check('panel');
    await wizard.accept('7 Geräte übernehmen');
    await check('done');
    expect(found).toEqual({});
  });
