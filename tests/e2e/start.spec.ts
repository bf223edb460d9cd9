import { expect, test, testWithRestarts } from './fixtures.ts';

testWithRestarts(
  'starts with the sample school and finds it again after a restart',
  async ({ app, page, relaunch }) => {
    await expect(page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' })).toBeVisible();
    await page.getByRole('radio', { name: /Beispielschule/ }).check();
    await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
    await expect(page.getByRole('heading', { name: 'Übersicht' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Geräte \d+/ })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
    await app.close();

    const again = await relaunch();
    await expect(again.page.getByRole('heading', { name: 'Übersicht' })).toBeVisible();
    await expect(again.page.getByRole('link', { name: /Geräte \d+/ })).toBeVisible();
  },
);

testWithRestarts(
  'takes back and repeats the first step with the keyboard, also after a restart',
  async ({ app, page, relaunch }) => {
    await page.getByRole('radio', { name: /Leer beginnen/ }).check();
    await page.getByLabel('Name der Schule').fill('Schule am Deich');
    await page.getByRole('button', { name: 'Leer beginnen' }).click();
    await expect(page.getByText('Schule am Deich')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
    await app.close();

    const again = await relaunch();
    await expect(again.page.getByText('Schule am Deich')).toBeVisible();
    await again.page.keyboard.press('Control+z');
    await expect(again.page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' })).toBeVisible();
  },
);

test('opens a screen by the palette', async ({ page }) => {
  await page.getByRole('radio', { name: /Leer beginnen/ }).check();
  await page.getByRole('button', { name: 'Leer beginnen' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('räume');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Räume', level: 1 })).toBeVisible();
});

test('a file dropped where nothing takes it does not replace the app', async ({ page }) => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Geräte/ }).click();
  const refused = await page.evaluate(() =>
    ['dragover', 'drop'].map((kind) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'liste.xlsx'));
      const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  expect(refused).toEqual([true, true]);
});
