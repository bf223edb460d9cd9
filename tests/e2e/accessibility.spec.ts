import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

const SCREENS = [
  ['/', 'Übersicht'],
  ['/raeume', 'Räume'],
  ['/raeume/schuljahr', 'Schuljahreswechsel'],
  ['/geraete', 'Geräte'],
  ['/soll-ist', 'Soll-Ist'],
  ['/soll-ist/schule', 'Soll-Ist'],
  ['/soll-ist/diagramm', 'Soll-Ist'],
  ['/soll-ist/umverteilung', 'Soll-Ist'],
  ['/soll-ist/beschaffung', 'Soll-Ist'],
  ['/soll-ist/ersatz', 'Soll-Ist'],
  ['/ziele', 'Ziele'],
  ['/soll-ist/szenarien', 'Soll-Ist'],
  ['/soll-ist/budget', 'Soll-Ist'],
  ['/import', 'Import'],
  ['/berichte', 'Bericht'],
  ['/traeger', 'Berichte mehrerer Schulen'],
  ['/verlauf', 'Verlauf'],
  ['/verlauf/papierkorb', 'Verlauf'],
  ['/einstellungen', 'Einstellungen'],
] as const;

for (const scheme of ['light', 'dark'] as const)
  test(`has no findings of axe on any screen, ${scheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: scheme });
    const found: Record<string, readonly string[]> = {};
    const check = async (screen: string): Promise<void> => {
      const violations = await violationsOf(page);
      if (violations.length > 0) found[screen] = violations;
    };
    await check('first start');
    await page.getByRole('radio', { name: /Beispielschule/ }).check();
    await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
    for (const [path, heading] of SCREENS) {
      await page.evaluate((hash) => (window.location.hash = hash), path);
      await expect(page.getByRole('heading', { level: 1, name: new RegExp(heading) })).toBeVisible();
      await page.waitForTimeout(300);
      await check(path);
    }
    await page
      .getByRole('link', { name: /Verlauf/ })
      .first()
      .click();
    await page.getByRole('grid').getByText('Beispielschule geladen').click();
    await expect(page.getByRole('complementary')).toBeVisible();
    await check('history with its panel');
    await page.getByRole('link', { name: /Räume/ }).first().click();
    await page.getByRole('link', { name: /203/ }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /203/ })).toBeVisible();
    await check('room');
    await page.keyboard.press('Control+k');
    await check('palette');
    expect(found).toEqual({});
  });
