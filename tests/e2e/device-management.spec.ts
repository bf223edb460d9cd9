import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { readFile } from 'node:fs/promises';

type SampleDevice = {
  readonly serialNumber?: string;
  readonly categoryId?: string;
  readonly status?: string;
};

// One walk: a list of Relution, its serial column chosen by hand, a name taken over, a device created, all taken back at once.
test('compares a list of device management, takes over what is chosen, and takes it back', async ({
  page,
}) => {
  const sample = JSON.parse(await readFile('resources/sample-school/raeume-und-geraete.json', 'utf8')) as {
    readonly devices: readonly SampleDevice[];
  };
  const [first = '', second = ''] = sample.devices.flatMap(({ serialNumber, categoryId, status }) =>
    serialNumber !== undefined && categoryId === 'TAB' && status !== 'decommissioned' ? [serialNumber] : [],
  );
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Mit Geräteverwaltung abgleichen …' }).click();
  const upload = (name: string, text: string) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  await upload('foto.csv', '');
  await expect(page.getByRole('alert')).toContainText('Die Datei ist leer');
  await upload('andere-schule.csv', 'Gerätename;Seriennummer\nTablet 1;DMPXANDERE1\n');
  await expect(page.getByText('Ist es die Liste Ihrer Schule')).toBeVisible();
  await upload(
    'relution.csv',
    [
      'Gerätename;Kennung;Modell;Letzte Verbindung;Besitzer',
      `Kiste-01;s${first.toLowerCase()};;20.11.2026 07:55;Frau Muster`,
      `;${second};;;`,
      'Neu-01;DMPXNEU12345;iPad (9. Generation);21.11.2026 08:00;Herr Muster',
    ].join('\n'),
  );
  await expect(page.getByText('Wählen Sie die Spalte mit der Seriennummer')).toBeVisible();
  await page.getByLabel('Seriennummer', { exact: true }).selectOption('Kennung');
  await expect(page.getByText('1 Gerät in beiden Listen ohne Unterschied')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Geräte nur hier/ })).toBeVisible();
  await expect(page.getByText('Muster')).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('checkbox', { name: /^Bezeichnung von .* übernehmen/ }).check();
  await page.getByRole('checkbox', { name: 'DMPXNEU12345 anlegen' }).check();
  await page.getByRole('button', { name: '2 Geräte übernehmen' }).click();
  await expect(page.getByText('2 Geräte aus „relution.csv“ eingelesen.')).toBeVisible();
  await expect(page.getByText('3 Geräte in beiden Listen ohne Unterschied')).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect(page.getByText('1 Gerät in beiden Listen ohne Unterschied')).toBeVisible();
  await expect(page.getByRole('heading', { name: '1 Gerät nur dort' })).toBeVisible();
});
