import { expect, test } from './fixtures.ts';

test('a second window sees each change at once, changes nothing, and takes over when the first one closes', async ({
  app,
  page,
}) => {
  test.skip(app.edition === 'desktop', 'the desktop app has one window; a second start brings it forward');
  await page.getByRole('radio', { name: /Leer beginnen/ }).check();
  await page.getByLabel('Name der Schule').fill('Schule am Deich');
  await page.getByRole('button', { name: 'Leer beginnen' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();

  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByText('Nur lesen: in einem anderen Fenster geöffnet')).toBeVisible();
  await expect(second.getByText('Schule am Deich')).toBeVisible();

  await page.evaluate(() => (window.location.hash = '/einstellungen'));
  await page.getByLabel('Name der Schule').fill('Schule am Hafen');
  await page.keyboard.press('Tab');
  await expect(second.getByText('Schule am Hafen')).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).first().click();
  await expect(second.getByText('Schule am Deich')).toBeVisible();

  await second.evaluate(() => (window.location.hash = '/einstellungen'));
  await second.getByLabel('Helligkeit').selectOption({ label: 'dunkel' });
  await expect(second.getByText(/^Hier ist nur Lesen möglich\./)).toBeVisible();

  await page.close();
  await second.getByRole('button', { name: 'Hier bearbeiten' }).click();
  await expect(second.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
  await expect(second.getByText('Schule am Deich')).toBeVisible();
});
