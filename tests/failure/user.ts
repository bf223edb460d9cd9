import type { Page } from '@playwright/test';

/** What a user does and sees: everything goes through the window. */
export const ROWS = 5;
const COLUMN = 'Modell';

export const openSampleSchool = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await waitUntilSaved(page);
};

export const openDevices = async (page: Page): Promise<void> => {
  await page.evaluate(() => (window.location.hash = '/geraete'));
  await page.getByRole('grid', { name: 'Geräte' }).getByRole('rowheader').first().waitFor();
};

export const waitUntilSaved = async (page: Page): Promise<void> => {
  await page
    .getByRole('status')
    .filter({ hasText: /^\s*Gespeichert/ })
    .waitFor();
};

/** The cells of the first rows in the column that the test writes to. */
export const readCells = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ([column, rows]) => {
      const grid = document.querySelector('[role=grid]');
      const heads = [...(grid?.querySelectorAll('[role=columnheader]') ?? [])];
      const index = heads.findIndex((head) => head.textContent?.trim().startsWith(column));
      const lines = [...(grid?.querySelectorAll('[role=row]') ?? [])].filter(
        (row) => row.querySelector('[role=rowheader]') !== null,
      );
      const place = heads[index]?.getAttribute('aria-colindex');
      return lines
        .slice(0, rows)
        .map((row) => row.querySelector(`[aria-colindex="${place}"]`)?.textContent?.trim() ?? '');
    },
    [COLUMN, ROWS] as const,
  );

/** Puts the cell cursor to the first row of the column, where `pasteValue` writes. */
export const goToFirstCell = async (page: Page): Promise<void> => {
  await page.getByRole('grid', { name: 'Geräte' }).focus();
  for (const key of ['Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
};

/** Pastes the value into several rows: one change set. Does not wait. */
export const pasteValue = (page: Page, value: string): Promise<void> =>
  page.evaluate(
    ([text, rows]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', `${text}\r\n`.repeat(rows));
      document
        .querySelector('[role=grid]')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [value, ROWS] as const,
  );

/** The same; resolves in the moment in which the window shows the value and says that it is saved. */
export const pasteAndWait = (page: Page, value: string): Promise<void> =>
  page.evaluate(
    async ([text, rows]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', `${text}\r\n`.repeat(rows));
      document
        .querySelector('[role=grid]')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      const isDone = (): boolean =>
        (document.querySelector('[role=grid]')?.textContent?.includes(text) ?? false) &&
        [...document.querySelectorAll('[role=status]')].some((status) =>
          status.textContent?.trim().startsWith('Gespeichert'),
        );
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    [value, ROWS] as const,
  );
