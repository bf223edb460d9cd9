import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import { violationsOf } from './axe.ts';
import { expect, test, type RunningApp } from './fixtures.ts';

const NOTE = 'Tablet von Frau Müller';

// One walk: clear up what the check list names, see what may be a name, give writing up, write, and hand it to the mail program.
test('leads from the check list over the report to a draft with it', async ({ app, page }) => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Berichte' }).click();

  // The link opens just the devices without a category; once they have one, the line is fine.
  await page.getByRole('link', { name: /^Klären: .*ohne Kategorie/ }).click();
  await expect(page.getByText('Zu klären: ohne Kategorie', { exact: true })).toBeVisible();
  for (const [field, value] of [
    ['Bemerkung', NOTE],
    ['Kategorie', 'Dokumentenkamera'],
  ] as const) {
    await page.getByRole('checkbox', { name: /[Aa]lle/ }).check();
    await page.getByRole('button', { name: 'Feld ändern …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Feld', { exact: true }).selectOption(field);
    const input = dialog.getByLabel('Neuer Wert');
    if (field === 'Kategorie') await input.selectOption(value);
    else await input.fill(value);
    await dialog.getByRole('button', { name: /Geräte? ändern$/ }).click();
  }
  await page.getByRole('link', { name: 'Zurück zum Bericht' }).click();
  await expect(page.getByText('Alle Geräte haben eine Kategorie')).toBeVisible();

  // A note stays here; once it is ticked, it is asked whether it names somebody.
  const names = page.getByRole('list', { name: 'Texte, die nach einem Namen aussehen' });
  await expect(names).toBeHidden();
  await page.getByRole('checkbox', { name: /Bemerkungen/ }).check();
  await expect(names.getByRole('listitem').first()).toContainText(`„${NOTE}“`);
  await page.getByRole('checkbox', { name: /Bemerkungen/ }).uncheck();

  // The worker is held, so that there is time to give it up.
  let isHeld = true;
  await page.route(/write-report-worker/, (route) => (isHeld ? undefined : route.fallback()));
  await page.getByRole('button', { name: 'Bericht speichern' }).click();
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  await expect(page.getByText('Es ist keine Datei entstanden')).toBeVisible();
  isHeld = false;

  const { name, bytes } = await app.saving(() =>
    page.getByRole('button', { name: 'Per E-Mail senden …' }).click(),
  );
  const dialog = page.getByRole('dialog', { name: 'Bericht per E-Mail senden' });
  await expect(dialog.getByText(`Anhang: ${name}`)).toBeVisible();
  await dialog.getByLabel('An (E-Mail-Adresse)').fill('mep@');
  await expect(dialog.getByText('Bitte eine E-Mail-Adresse')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByLabel('An (E-Mail-Adresse)').fill('mep@ksm.example');
  await dialog.getByRole('button', { name: 'Als Empfänger der Berichte merken' }).click();
  await dialog.getByLabel('Betreff').fill('Bericht für die Größe „Süd“');

  const draft =
    app.electron === null
      ? (await app.saving(() => dialog.getByRole('button', { name: /Entwurf als Datei/ }).click())).bytes
      : await openedDraft(app.electron, () => dialog.getByRole('button', { name: 'Entwurf öffnen' }).click());
  await expect(dialog.getByRole('status')).toContainText('Entwurf');
  const mail = await PostalMime.parse(draft);
  expect(mail.subject).toBe('Bericht für die Größe „Süd“');
  expect(mail.to).toEqual([{ name: '', address: 'mep@ksm.example' }]);
  expect(mail.text).toContain('Mit freundlichen Grüßen');
  expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
  expect(mail.attachments.map(({ filename }) => filename)).toEqual([name]);
  expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer).equals(bytes)).toBe(true);

  if (app.electron !== null) {
    // Without a program for drafts: said with what to do, and a mail without an attachment is opened instead.
    const opened = await openingPlain(app.electron, async () => {
      await dialog.getByRole('button', { name: 'Entwurf öffnen' }).click();
      await expect(dialog.getByRole('alert')).toContainText('hängen Sie den gespeicherten Bericht selbst an');
      await dialog.getByRole('button', { name: 'E-Mail ohne Anhang öffnen' }).click();
      await expect(dialog.getByRole('status')).toContainText(name);
    });
    expect(opened[0]).toMatch(/^mailto:mep@ksm\.example\?subject=Bericht%20f%C3%BCr/);
    expect(opened[1]).toMatch(new RegExp(`${name}$`));
  }
  await dialog.getByRole('button', { name: 'Schließen' }).last().click();
  await page.evaluate(() => (window.location.hash = '/einstellungen/recipient'));
  await expect(page.getByLabel('E-Mail-Adresse des Empfängers')).toBeFocused();
  await expect(page.getByLabel('E-Mail-Adresse des Empfängers')).toHaveValue('mep@ksm.example');
});

type Electron = NonNullable<RunningApp['electron']>;

/** The file that the app asks the system to open. */
const openedDraft = async (electron: Electron, action: () => Promise<void>): Promise<Buffer> => {
  await electron.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      Reflect.set(globalThis, 'openedPath', path);
      return '';
    };
  }, undefined);
  await action();
  const path = (): Promise<string | undefined> =>
    electron.evaluate(() => Reflect.get(globalThis, 'openedPath') as string | undefined, undefined);
  await expect.poll(path).toMatch(/\.eml$/);
  return readFile((await path()) ?? '');
};

/** The system opens no drafts, but mails and folders: gives what it was asked for. */
const openingPlain = async (electron: Electron, action: () => Promise<void>): Promise<readonly string[]> => {
  await electron.evaluate(({ shell }) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'askedOfSystem', asked);
    shell.openPath = async () => 'Keine Anwendung zugeordnet';
    shell.openExternal = async (url) => void asked.push(url);
    shell.showItemInFolder = (path) => void asked.push(path);
  }, undefined);
  await action();
  return electron.evaluate(() => Reflect.get(globalThis, 'askedOfSystem') as string[], undefined);
};
