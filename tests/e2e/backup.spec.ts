import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test, testWithRestarts, type RunningApp, type SavedFile } from './fixtures.ts';

const startWithSample = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
};
const toSettings = async (page: Page): Promise<void> => {
  await page.evaluate(() => (window.location.hash = '/einstellungen'));
  await expect(page.getByRole('button', { name: 'Jetzt sichern' })).toBeVisible();
};
const schoolName = (page: Page) => page.getByLabel('Name der Schule');
const renameSchool = async (page: Page, name: string): Promise<void> => {
  await schoolName(page).fill(name);
  await schoolName(page).press('Enter');
  await expect(page.getByText(/Gespeichert \d\d:/)).toBeVisible();
};
const saveBackup = (app: RunningApp): Promise<SavedFile> =>
  app.saving(() => app.page.getByRole('button', { name: 'Sicherung in Datei speichern …' }).click());

/** Does something that asks for a file, and answers with this one. */
const opening = async (
  app: RunningApp,
  folder: string,
  file: SavedFile,
  action: () => Promise<void>,
): Promise<void> => {
  if (app.electron === null) {
    const choosing = app.page.waitForEvent('filechooser');
    await action();
    await (
      await choosing
    ).setFiles({
      name: file.name,
      mimeType: 'application/octet-stream',
      buffer: file.bytes,
    });
    return;
  }
  await mkdir(folder, { recursive: true });
  const path = join(folder, file.name);
  await writeFile(path, file.bytes);
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await action();
};
const restoreFile = (app: RunningApp, userData: string, file: SavedFile): Promise<void> =>
  opening(app, join(userData, 'eingang'), file, () =>
    app.page.getByRole('button', { name: 'Sicherung einspielen …' }).click(),
  );
const restoreDialog = (page: Page) => page.getByRole('dialog', { name: 'Sicherung einspielen' });

test('brings a saved file back, shows before what that changes, and takes it back', async ({
  app,
  page,
  userData,
}) => {
  await startWithSample(page);
  await toSettings(page);
  const name = await schoolName(page).inputValue();
  const file = await saveBackup(app);
  expect(file.name).toMatch(/^Sicherung_[A-Za-z-]+_\d{4}-\d\d-\d\d\.akbak$/);
  await renameSchool(page, 'Umbenannte Schule');

  await restoreFile(app, userData, file);
  const dialog = restoreDialog(page);
  await expect(dialog.getByText(/1 spätere Änderung wird vorher als Sicherung abgelegt/)).toBeVisible();
  await expect(dialog.getByText(/\d+ Räume, \d+ Geräte/)).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Angaben zur Schule/ })).toContainText('1');
  await dialog.getByText('Einzeln ansehen: 1 Änderung').click();
  await expect(dialog.getByRole('row', { name: /Umbenannte Schule/ })).toContainText(name);
  await dialog.getByRole('button', { name: 'Sicherung einspielen' }).click();
  await expect(page.getByText(/^Sicherung vom .* eingespielt\.$/)).toBeVisible();
  await expect(schoolName(page)).toHaveValue(name);

  await page.keyboard.press('Control+z');
  await expect(schoolName(page)).toHaveValue('Umbenannte Schule');
});

test('merges: the backup adds, today holds where both differ', async ({ app, page, userData }) => {
  await startWithSample(page);
  await toSettings(page);
  const file = await saveBackup(app);
  const devices = await page.getByRole('link', { name: /^Geräte/ }).textContent();
  await page.getByRole('button', { name: 'Eigene Schule beginnen' }).click();
  await page.getByRole('radio', { name: /Leer beginnen/ }).check();
  await page.getByLabel('Name der Schule').fill('Schule am Deich');
  await page.getByRole('button', { name: 'Leer beginnen' }).click();
  await page.evaluate(() => (window.location.hash = '/raeume'));
  await page.getByRole('button', { name: 'Raum anlegen' }).first().click();
  await page.getByLabel('Raumnummer').fill('999');
  await page.getByRole('button', { name: 'Raum anlegen', exact: true }).click();
  await toSettings(page);

  await restoreFile(app, userData, file);
  const dialog = restoreDialog(page);
  await dialog.getByRole('radio', { name: /Zusammenführen/ }).check();
  await expect(dialog.getByLabel('Wo beide verschieden sind, gilt')).toHaveValue('keep-current');
  await expect(dialog.getByRole('row', { name: /^Angaben zur Schule/ })).toHaveText(/001$/);
  await dialog.getByRole('button', { name: 'Sicherung zusammenführen' }).click();
  await expect(page.getByText(/zusammengeführt\.$/)).toBeVisible();
  await expect(schoolName(page)).toHaveValue('Schule am Deich');
  await expect(page.getByRole('link', { name: /^Geräte/ })).toHaveText(devices ?? '');
  await page.evaluate(() => (window.location.hash = '/raeume'));
  await expect(page.getByRole('link', { name: /999/ })).toBeVisible();
});

test('refuses a damaged file and one that is no backup, and says what to do', async ({
  app,
  page,
  userData,
}) => {
  await startWithSample(page);
  await toSettings(page);
  const { name, bytes } = await saveBackup(app);
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8((damaged.at(-20) ?? 0) ^ 1, damaged.length - 20);
  await restoreFile(app, userData, { name, bytes: damaged });
  const alert = restoreDialog(page).getByRole('alert');
  await expect(alert).toContainText(/ist beschädigt.*Es wurde nichts geändert/);
  expect(await violationsOf(page)).toEqual([]);

  await opening(
    app,
    join(userData, 'eingang'),
    { name: 'brief.akbak', bytes: Buffer.from('Guten Tag') },
    () => restoreDialog(page).getByRole('button', { name: 'Andere Datei wählen …' }).click(),
  );
  await expect(alert).toContainText('„brief.akbak“ ist keine Sicherung dieser App');
});

test('sets a password, shows the code once, and opens an encrypted file with it', async ({
  app,
  page,
  userData,
}) => {
  test.slow();
  await startWithSample(page);
  await toSettings(page);
  await page.getByRole('button', { name: 'Passwort festlegen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Passwort festlegen' });
  await expect(dialog.getByText(/Auch KSM und die Autoren der App können dann nicht helfen/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const next = dialog.getByRole('button', { name: 'Weiter: Wiederherstellungscode' });
  await dialog.getByLabel('Passwort', { exact: true }).fill('kurz');
  await next.click();
  await expect(dialog.getByText(/weniger als 8 Zeichen/)).toBeVisible();
  await dialog.getByLabel('Passwort', { exact: true }).fill('Linde am Teich');
  await dialog.getByLabel('Passwort wiederholen').fill('Linde am Deich');
  await next.click();
  await expect(dialog.getByText(/Eingaben sind verschieden/)).toBeVisible();
  await dialog.getByLabel('Passwort wiederholen').fill('Linde am Teich');
  await next.click();

  const sheet = page.getByRole('dialog', { name: 'Wiederherstellungscode' });
  const code = await sheet.locator('[data-recovery-code]').getAttribute('data-recovery-code');
  const apply = sheet.getByRole('button', { name: 'Verschlüsselung einschalten' });
  await expect(apply).toBeDisabled();
  expect(await violationsOf(page)).toEqual([]);
  await sheet.getByLabel(/Ich habe den Code/).check();
  await apply.click();
  await expect(page.getByText('Sicherungen und Protokoll werden jetzt verschlüsselt.')).toBeVisible();
  const file = await saveBackup(app);
  expect(file.bytes.toString('latin1')).not.toContain('Lindenpark');

  await expect(page.getByText(/Noch unverschlüsselt: /)).toBeVisible();
  await page.getByRole('button', { name: 'Unverschlüsselte löschen …' }).click();
  await page.getByRole('button', { name: /^\d+ Datei(en)? löschen$/ }).click();
  await expect(page.getByText(/unverschlüsselte Datei(en)? gelöscht/)).toBeVisible();
  await expect(page.getByText(/Noch unverschlüsselt: /)).toBeHidden();

  // Without the key on this PC the code is asked for.
  await page.getByRole('button', { name: 'Verschlüsselung aufheben …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verschlüsselung aufheben' }).click();
  await expect(page.getByText('Sicherungen und Protokoll werden nicht mehr verschlüsselt.')).toBeVisible();
  await renameSchool(page, 'Umbenannte Schule');
  await restoreFile(app, userData, file);
  const secret = restoreDialog(page).getByLabel('Passwort oder Wiederherstellungscode');
  await secret.fill('Linde am Deich');
  await secret.press('Enter');
  await expect(restoreDialog(page).getByText(/Das passt nicht/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await secret.fill((code ?? '').toLowerCase().replaceAll('-', ' '));
  await secret.press('Enter');
  await expect(restoreDialog(page).getByText(/1 spätere Änderung wird/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await restoreDialog(page).getByRole('button', { name: 'Sicherung einspielen' }).click();
  await expect(schoolName(page)).not.toHaveValue('Umbenannte Schule');
});

test('restores without a backup of today only when told to, and says that the backup failed', async ({
  app,
  page,
  userData,
}) => {
  test.skip(app.edition === 'browser', 'the folder of the browser cannot be taken away');
  await startWithSample(page);
  await toSettings(page);
  const name = await schoolName(page).inputValue();
  const file = await saveBackup(app);
  await renameSchool(page, 'Umbenannte Schule');
  const vault = await page.locator('dt:has-text("Ort") + dd').textContent();
  const folder = join(vault ?? '', 'sicherungen');
  await rm(folder, { recursive: true, force: true });
  await writeFile(folder, 'kein Ordner');

  await restoreFile(app, userData, file);
  const dialog = restoreDialog(page);
  await dialog.getByRole('button', { name: 'Sicherung einspielen' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    /vorher nicht sichern; eingespielt wurde noch nichts/,
  );
  await expect(schoolName(page)).toHaveValue('Umbenannte Schule');
  await dialog.getByRole('button', { name: 'Ohne Sicherung einspielen' }).click();
  await expect(schoolName(page)).toHaveValue(name);
  await expect(page.getByText(/Die letzte Sicherung wurde nicht geschrieben\. /)).toBeVisible();
  await page.getByRole('link', { name: 'Übersicht' }).click();
  await expect(page.getByText('Die letzte Sicherung wurde nicht geschrieben')).toBeVisible();
});

/** Where the browser keeps its databases, in either edition; the key of this PC is among them. */
const databaseFolder = async (userData: string): Promise<string> => {
  for (const profile of ['chromium/Default', 'browser/Default', '.']) {
    const folder = join(userData, profile, 'IndexedDB');
    if ((await readdir(folder).catch(() => [])).length > 0) return folder;
  }
  throw new Error('no IndexedDB folder');
};

testWithRestarts(
  'starts as ever with a password, and asks for it when database and key are lost',
  async ({ app, page, relaunch, userData }) => {
    test.slow();
    await startWithSample(page);
    await toSettings(page);
    await page.getByRole('button', { name: 'Passwort festlegen …' }).click();
    await page.getByLabel('Passwort', { exact: true }).fill('Linde am Teich');
    await page.getByLabel('Passwort wiederholen').fill('Linde am Teich');
    await page.getByRole('button', { name: 'Weiter: Wiederherstellungscode' }).click();
    await page.getByLabel(/Ich habe den Code/).check();
    await page.getByRole('button', { name: 'Verschlüsselung einschalten' }).click();
    await page.getByRole('button', { name: 'Unverschlüsselte löschen …' }).click();
    await page.getByRole('button', { name: /^\d+ Datei(en)? löschen$/ }).click();
    await expect(page.getByText(/unverschlüsselte Datei(en)? gelöscht/)).toBeVisible();
    await app.close();

    const second = await relaunch();
    await toSettings(second.page);
    await expect(second.page.getByText('Sicherungen und Protokoll sind mit Ihrem Passwort')).toBeVisible();
    await expect(second.page.getByRole('button', { name: 'Hinweis ausblenden' })).toBeHidden();
    await renameSchool(second.page, 'Umbenannte Schule');
    await second.close();
    await rm(await databaseFolder(userData), { recursive: true });

    const third = await relaunch();
    const secret = third.page.getByLabel('Passwort oder Wiederherstellungscode');
    await expect(secret).toHaveAttribute('type', 'password');
    expect(await violationsOf(third.page)).toEqual([]);
    await secret.fill('Linde am Teich');
    await secret.press('Enter');
    await expect(third.page.getByText('Umbenannte Schule').first()).toBeVisible();
    await expect(third.page.getByText(/Die Datenbank fehlte beim Start/)).toBeVisible();
  },
);

/** A folder that answers the next folder dialog: of this PC, or in the browser one of the origin itself. */
const folderFor = async ({ electron, page }: RunningApp, userData: string, name: string) => {
  if (electron !== null) {
    const path = join(userData, name);
    await mkdir(path, { recursive: true });
    await electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    return { remove: () => rm(path, { recursive: true }) };
  }
  await page.evaluate((folder) => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
    Reflect.set(window, 'showDirectoryPicker', pick);
  }, name);
  return {
    remove: () =>
      page.evaluate(
        async (folder) => (await navigator.storage.getDirectory()).removeEntry(folder, { recursive: true }),
        name,
      ),
  };
};

test('copies backups to a second place and tells when it is gone', async ({ app, page, userData }) => {
  await startWithSample(page);
  await toSettings(page);
  const stick = await folderFor(app, userData, 'stick');
  await page.getByRole('button', { name: 'Zweiten Ort wählen …' }).click();
  await expect(page.getByText('angeschlossen', { exact: true })).toBeVisible();
  await expect(page.getByText(/letzte Kopie heute/)).toBeVisible();
  if (app.edition === 'desktop')
    expect(await readdir(join(userData, 'stick', 'Ausstattungskompass-Sicherungen'))).toEqual([
      expect.stringMatching(/\.akbak$/),
    ]);

  await stick.remove();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('nicht angeschlossen', { exact: true })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Übersicht' }).click();
  await expect(page.getByText('Der zweite Ort für Sicherungen ist nicht angeschlossen')).toBeVisible();
  await page.getByRole('link', { name: 'Sicherung öffnen' }).click();
  await expect(page.getByText(/Schließen Sie den Datenträger an/)).toBeVisible();
});

test('keeps journal and backups in a folder that the user chose, in the browser', async ({
  app,
  page,
  userData,
}) => {
  test.skip(app.edition === 'desktop', 'the desktop app has a fixed folder');
  await startWithSample(page);
  await toSettings(page);
  await expect(page.getByText(/verschwindet zusammen mit den Daten/)).toBeVisible();
  await folderFor(app, userData, 'Meine Sicherungen');
  await page.getByRole('button', { name: 'Ordner wählen …' }).click();
  await expect(page.getByText('Meine Sicherungen')).toBeVisible();
  await expect(page.getByText(/verschwindet zusammen mit den Daten/)).toBeHidden();
  await expect(page.getByText(/^heute .*, beim Start/)).toBeVisible();

  // The desktop app of another PC has it open.
  await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Meine Sicherungen');
    const file = await (await folder.getFileHandle('in-benutzung.json', { create: true })).createWritable();
    const entry = { id: 'run', place: 'p', account: 'kim', computer: 'PC-7', beat: '000000001' };
    await file.write(JSON.stringify({ ...entry, since: '2026-11-25T09:00:00.000Z' }));
    await file.close();
  });
  await page.reload();
  await expect(page.getByText(/„kim“ am PC „PC-7“ hat ihn seit /)).toBeVisible();
  await page.getByRole('button', { name: 'Nur ansehen' }).click();
  await expect(page.getByText('Nur lesen: der Datenordner ist anderswo geöffnet')).toBeVisible();
});

test('begins with a backup of the first version, on a new PC', async ({ app, page, userData }) => {
  await page.getByRole('radio', { name: /Sicherung einspielen/ }).check();
  const bytes = await readFile(join(__dirname, '../fixtures/backups/v1.akbak'));
  await opening(app, join(userData, 'eingang'), { name: 'v1.akbak', bytes }, () =>
    page.getByRole('button', { name: 'Übergabe öffnen …' }).click(),
  );
  const dialog = restoreDialog(page);
  await expect(dialog.getByText('5 Räume, 20 Geräte')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Sicherung einspielen' }).click();
  await expect(page.getByText('Regionale Schule „Fritz Müßig“ – Außenstelle').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Geräte/ })).toHaveText(/20$/);
});
