import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect } from './fixtures.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Cells = readonly (string | number | Date | null)[];

/** A workbook with these sheets, as a school would keep it. */
export const workbook = async (
  sheets: Readonly<Record<string, readonly Cells[]>>,
  change: (book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const cells of rows) sheet.addRow([...cells]);
  }
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};

export const startEmpty = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Leer beginnen/ }).check();
  await page.getByRole('button', { name: 'Leer beginnen' }).click();
  await expect(page.getByRole('heading', { name: 'Übersicht' })).toBeVisible();
};

/** The import as a person at the screen finds it. */
export class ImportWizard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async goTo(): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '/import'));
    await expect(this.page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  }

  /** Opens a list and waits for its columns. */
  async open(name: string, buffer: Buffer): Promise<void> {
    await this.page
      .getByLabel('Datei auswählen')
      .setInputFiles({ name, mimeType: name.endsWith('.csv') ? 'text/csv' : XLSX, buffer });
    await expect(this.page.getByRole('heading', { level: 2, name: /erkannt/ })).toBeVisible();
  }

  column(header: string) {
    return this.page.getByLabel(`„${header}“ übernehmen als`);
  }

  kind(text: string) {
    return this.page.getByLabel(`Kategorie für „${text}“`);
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Weiter', exact: true }).click();
  }

  async toPreview(): Promise<void> {
    await this.page.getByRole('button', { name: 'Weiter: Vorschau' }).click();
    await this.expectPreview();
  }

  async expectPreview(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2, name: 'Vorschau' })).toBeVisible();
  }

  tab(name: string) {
    return this.page.getByRole('tab', { name: new RegExp(`^${name} ?\\d`) });
  }

  rows() {
    return this.page.getByRole('grid', { name: 'Zeilen der Liste' });
  }

  row(text: string | RegExp) {
    return this.rows().getByRole('row').filter({ hasText: text });
  }

  async accept(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await expect(this.page.getByRole('heading', { level: 2, name: 'Übernommen', exact: true })).toBeVisible();
  }

  /** Takes back what was just taken over; the wizard starts anew. */
  async undo(): Promise<void> {
    await this.page.locator('main').getByRole('button', { name: 'Rückgängig' }).click();
    await expect(this.page.getByRole('button', { name: 'Datei auswählen …' })).toBeVisible();
  }

  async expectDevices(count: number): Promise<void> {
    await expect(this.page.getByRole('link', { name: /^Geräte/ })).toHaveText(
      new RegExp(`Geräte\\s*${count}$`),
    );
  }
}
