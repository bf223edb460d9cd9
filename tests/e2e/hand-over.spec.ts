import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

test('a hand-over brings school and kept reports to a new PC; half of it is refused', async ({
  app,
  page,
  edition,
  launch,
}) => {
  // A second start is a new PC only where it has a storage of its own; the format is the same in both editions.
  test.skip(edition === 'desktop', 'the second start would find the folder of the first one');
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Berichte', exact: true }).click();
  const report = await app.saving(() => page.getByRole('button', { name: 'Bericht speichern' }).click());
  await expect(page.getByRole('status').filter({ hasText: 'Der Bericht ist gespeichert' })).toBeVisible();
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  const file = await app.saving(() =>
    page.getByRole('button', { name: 'Übergabedatei speichern …' }).click(),
  );
  await expect(page.getByText('mit 1 aufgehobenen Bericht')).toBeVisible();
  expect(file.name).toMatch(/^Uebergabe_.*\.akbak$/);
  await app.close();

  const { page: fresh, saving } = await launch();
  await fresh.getByRole('radio', { name: /Sicherung einspielen/ }).check();
  const choose = async (button: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([
      fresh.waitForEvent('filechooser'),
      fresh.getByRole('button', { name: button }).click(),
    ]);
    await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer });
  };
  await choose('Sicherung wählen …', file.bytes.subarray(0, file.bytes.length >> 1));
  const dialog = fresh.getByRole('dialog', { name: 'Sicherung einspielen' });
  await expect(dialog.getByRole('alert')).toContainText('beschädigt');
  await choose('Andere Datei wählen …', file.bytes);
  await expect(dialog.getByText('Aufgehobene Berichte')).toBeVisible();
  expect(await violationsOf(fresh)).toEqual([]);
  await dialog.getByRole('button', { name: 'Sicherung einspielen' }).click();
  await expect(fresh.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible();

  await fresh.getByRole('link', { name: 'Berichte', exact: true }).click();
  await fresh.getByRole('tab', { name: 'Frühere Berichte' }).click();
  const again = await saving(() => fresh.getByRole('button', { name: /^Noch einmal speichern/ }).click());
  expect(again.bytes.equals(report.bytes)).toBe(true);
});
