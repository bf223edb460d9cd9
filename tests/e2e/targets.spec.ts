import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, type RunningApp } from './fixtures.ts';

const openTargets = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: /^Ziele/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ziele' })).toBeVisible();
  await expect(targets(page)).toBeVisible();
};
const targets = (page: Page) => page.getByRole('treegrid', { name: 'Ziele des Profils' });
const target = (page: Page, name: string | RegExp) => targets(page).getByRole('row', { name }).first();
const sentence = (page: Page) => page.getByRole('textbox', { name: 'Ziel als Satz' });
const effect = (page: Page) => page.getByRole('region', { name: 'Wirkung auf Ihre Schule' });
const saved = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const goTo = async (page: Page, hash: string, title: string): Promise<void> => {
  await page.evaluate((to) => (window.location.hash = to), hash);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};
/** Opens a profile file, through the dialog of this edition; what it would change is shown. */
const takeInProfile = async ({ page, electron }: RunningApp, folder: string, text: string): Promise<void> => {
  await goTo(page, '/ziele/editionen', 'Ziele');
  const button = page.getByRole('button', { name: 'Profil einlesen …' });
  if (electron === null) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles({ name: 'profil.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  } else {
    const path = `${folder}/profil.json`;
    writeFileSync(path, text);
    await electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await button.click();
  }
  await expect(page.getByRole('heading', { name: / übernehmen\?$/ })).toBeVisible();
};
/** What the matrix says of the presentation device in room 101. */
const cellOf = (page: Page, text: string) =>
  page
    .getByRole('grid', { name: 'Räume und Ziele' })
    .getByRole('gridcell', { name: `Raum 101, Präsentationsgerät: ${text}` })
    .first();

test('a target is edited as a sentence, the matrix follows, and Strg Z takes it back', async ({ page }) => {
  await openTargets(page);
  await target(page, /1 Präsentationsgerät/).click();
  await goTo(page, '/soll-ist', 'Soll-Ist');
  await expect(cellOf(page, 'Soll 1, Ist 1, Lücke 0')).toBeVisible();
  await goTo(page, '/ziele/ziel/PRAES', 'Ziele');

  const before = await sentence(page).inputValue();
  expect(before).toContain('1 Interaktives Display (bevorzugt), Beamer');
  await sentence(page).fill(before.replace('1 Interaktives', '2 Interaktives'));
  await expect(page.getByRole('textbox', { name: 'Anzahl' })).toHaveValue('2');
  await expect(effect(page).getByRole('row', { name: /^Nach dem Speichern/ })).toContainText('36');
  await expect(effect(page)).toContainText(/Neue Lücken: .*101 Klassenraum/);

  // Without a reason it is not saved.
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  const reason = page.getByRole('textbox', { name: /Warum ändern Sie das Ziel/ });
  await expect(reason).toBeFocused();
  await reason.fill('Beschluss der Schulkonferenz');
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  await expect(saved(page, 'Ziel „Präsentationsgerät“ geändert.')).toBeVisible();
  await expect(target(page, /2 Präsentationsgerät geändert/)).toBeVisible();
  await expect(page.getByText('· 1 eigene Änderung', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Verlauf dieses Ziels' })).toContainText(
    'Grund: Beschluss der Schulkonferenz',
  );

  await goTo(page, '/soll-ist', 'Soll-Ist');
  await expect(cellOf(page, 'Soll 2, Ist 1, Lücke 1')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cellOf(page, 'Soll 1, Ist 1, Lücke 0')).toBeVisible();
  await goTo(page, '/ziele/ziel/PRAES', 'Ziele');
  await expect(sentence(page)).toHaveValue(before);
});

test('a target is edited by its fields, reset, suspended and let hold again', async ({ page }) => {
  await openTargets(page);
  await page.getByRole('searchbox', { name: 'Ziel suchen' }).fill('lautsprecher');
  await target(page, /Lautsprecher/).click();
  await page.getByRole('textbox', { name: 'Anzahl' }).fill('3');
  await page.getByRole('combobox', { name: 'Verbindlichkeit' }).selectOption('Wunsch');
  await expect(sentence(page)).toHaveValue(/ 3 Lautsprecher.*Wunsch, ab Stufe 1 \(2027\)\.$/);
  await page.getByRole('textbox', { name: /Warum ändern/ }).fill('Laut Hausmeister');
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  await expect(target(page, /3 Lautsprecher.*geändert Wunsch/)).toBeVisible();

  await page.getByRole('button', { name: 'Zurücksetzen' }).click();
  await expect(target(page, /1 Lautsprecher.* Empfehlung/)).toBeVisible();

  await page.getByRole('button', { name: 'Ziel aussetzen …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /^Nach dem Speichern/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Ziel aussetzen', exact: true }).click();
  await expect(dialog).toContainText('Bitte begründen');
  await dialog.getByRole('textbox').fill('Kein Bedarf');
  await dialog.getByRole('button', { name: 'Ziel aussetzen', exact: true }).click();
  await expect(target(page, /Lautsprecher.*ausgesetzt/)).toBeVisible();
  await page.getByRole('button', { name: 'Wieder gelten lassen' }).click();
  await expect(target(page, /Lautsprecher.*ausgesetzt/)).toHaveCount(0);
});

test('a target is not saved while a field holds no number or more than a profile can', async ({ page }) => {
  await openTargets(page);
  await target(page, /1 Präsentationsgerät/).click();
  const units = page.getByRole('textbox', { name: 'Anzahl' });
  const save = page.getByRole('button', { name: 'Änderung speichern' });
  await page.getByRole('combobox', { name: 'Verbindlichkeit' }).selectOption('Wunsch');
  await page.getByRole('textbox', { name: /Warum ändern/ }).fill('Beschluss');
  await units.fill('abc');
  await save.click();
  await expect(units).toBeFocused();
  await expect(units).toHaveAttribute('aria-invalid', 'true');
  await expect(saved(page, 'Ziel „Präsentationsgerät“ geändert.')).toHaveCount(0);
  // What the sentence says takes the place of what means nothing.
  await sentence(page).fill((await sentence(page).inputValue()).replace('1 Interaktives', '2 Interaktives'));
  await expect(units).toHaveValue('2');
  // More than a profile can hold would be dropped when it is read again.
  await units.fill('20000');
  await expect(
    page.getByText('20000 ist nicht möglich. Erlaubt sind ganze Zahlen von 1 bis 10.000.'),
  ).toBeVisible();
  await save.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await units.fill('xyz');
  await page.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(units).toHaveValue('1');
});

test('a sentence that cannot be read says where and what was meant', async ({ page }) => {
  await openTargets(page);
  await target(page, /1 Präsentationsgerät/).click();
  await sentence(page).fill('Je Klasenraum 1 Beamer. Pflicht, ab Stufe 1.');
  await expect(page.getByText('Den Raumtyp „Klasenraum“ gibt es im Profil nicht.')).toBeVisible();
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  await expect(sentence(page)).toBeFocused();
  await page.getByRole('button', { name: '„Klassenraum“ einsetzen' }).click();
  await expect(page.getByText('Den Raumtyp „Klasenraum“')).toHaveCount(0);
  await expect(sentence(page))
    .toHaveAttribute('aria-invalid', /.*/)
    .catch(() => undefined);
  // What was begun is still there after a look elsewhere.
  await goTo(page, '/raeume', 'Räume');
  await goTo(page, '/ziele/ziel/PRAES', 'Ziele');
  await expect(page.getByText('PRAES · nicht gespeichert')).toBeVisible();
  await page.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(sentence(page)).toHaveValue(/^Je Klassenraum, Fachraum/);
});

test('a new target is made by keyboard and removed again', async ({ app }) => {
  const { page, edition } = app;
  await openTargets(page);
  await page.keyboard.press(edition === 'desktop' ? 'Control+n' : 'Alt+n');
  await expect(page.getByRole('heading', { level: 2, name: 'Neues Ziel' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill('Zweites Display');
  await sentence(page).fill('Je Aula / Mehrzweckraum 1 Display, rollbar. Wunsch, ab Stufe 1.');
  await page.getByRole('textbox', { name: 'Grundlage' }).fill('Schulkonferenz');
  await page.getByRole('textbox', { name: /Warum setzen Sie dieses Ziel/ }).fill('Feste');
  await page.getByRole('button', { name: 'Ziel anlegen' }).click();
  await expect(saved(page, 'Ziel „Zweites Display“ angelegt.')).toBeVisible();
  await expect(target(page, /1 Zweites Display eigenes Wunsch/)).toBeVisible();
  await page.getByRole('button', { name: 'Ziel entfernen' }).click();
  await expect(target(page, /Zweites Display/)).toHaveCount(0);
  await expect(page.getByText('0 eigene Änderungen')).toBeVisible();
});

test('an own change that a new edition does not take is named and can be taken back', async ({
  app,
  userData,
}) => {
  const { page } = app;
  await openTargets(page);
  await goTo(page, '/ziele/ziel/Q13', 'Ziele');
  await sentence(page).fill(
    'Für die ganze Schule 1 Unterbrechungsfreie Stromversorgung. Wunsch, ab Stufe 3.',
  );
  await page.getByRole('textbox', { name: /Warum ändern/ }).fill('Gewitter');
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  await expect(saved(page, 'Ziel „Rollbares Display“ geändert.')).toBeVisible();

  const issued = JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')) as {
    readonly categories: readonly { readonly id: string }[];
    readonly requirements: readonly { readonly id: string }[];
  };
  const isOther = ({ id }: { readonly id: string }): boolean => id !== 'USV';
  const next = {
    ...issued,
    edition: '2027-01',
    categories: issued.categories.filter(isOther),
    requirements: issued.requirements.filter(isOther),
  };
  await takeInProfile(app, userData, JSON.stringify(next));

  const own = page.locator('section').filter({ hasText: 'Eigene Änderungen' });
  await expect(own).toContainText('Rollbares Display');
  await own.getByRole('button', { name: 'eigene behalten' }).click();
  await page.getByRole('button', { name: 'Edition übernehmen' }).click();
  await page.getByRole('link', { name: 'Ziele', exact: true }).click();
  const notice = page.getByRole('status').filter({ hasText: 'passt nicht zu dieser Edition' });
  await expect(notice).toContainText('Ziel „Rollbares Display“');
  await expect(notice).toContainText('Die Kategorie „USV“ gibt es im Profil nicht.');
  await notice.getByRole('button', { name: /zurücknehmen: Ziel „Rollbares Display“/ }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText('Edition 2027-01 · 0 eigene Änderungen')).toBeVisible();
});
