import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

test('F1 opens the page of the screen, and the handbook is read by keyboard and offline', async ({
  page,
}) => {
  // Also before anything was chosen; what was typed is still there afterwards.
  await page.getByLabel('Name der Schule').fill('Schule am Hafen');
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { name: 'Der erste Tag', level: 1 })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Zurück zum Beginn' }).click();
  await expect(page.getByLabel('Name der Schule')).toHaveValue('Schule am Hafen');
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await expect(page.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible();

  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Räume', level: 1 })).toBeVisible();
  await page.keyboard.press('F1');
  const handbook = page.getByRole('region', { name: 'Handbuch lesen' });
  await expect(handbook.getByRole('heading', { name: 'Schuljahreswechsel' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Räume', level: 1 })).toBeFocused();
  const picture = handbook.getByRole('img', { name: 'Liste der Räume' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
  expect(await violationsOf(page)).toEqual([]);

  // Another page, at the place that the link names.
  await page.getByRole('navigation', { name: 'Seiten des Handbuchs' }).getByText('Der erste Tag').click();
  await expect(page.getByRole('heading', { name: 'Der erste Tag', level: 1 })).toBeFocused();
  await handbook.getByRole('link', { name: 'Räume' }).last().click();
  await expect(handbook.getByRole('heading', { name: 'Schuljahreswechsel' })).toBeFocused();
  await expect(handbook.getByRole('heading', { name: 'Schuljahreswechsel' })).toBeInViewport();

  // Words of any page lead to their place; back leads to where it was read before.
  await page.getByLabel('Im Handbuch suchen').fill('passwort vergessen');
  await expect(page.getByText(/Stellen? gefunden/)).toBeVisible();
  await page.getByRole('navigation', { name: 'Gefundene Stellen' }).getByRole('link').first().click();
  await expect(handbook.getByRole('heading', { name: 'Passwort vergessen' })).toBeFocused();
  await page.getByRole('button', { name: 'Zurück' }).click();
  await expect(handbook.getByRole('heading', { name: 'Schuljahreswechsel' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'Diese Ansicht öffnen' }).click();
  await expect(page.getByRole('link', { name: /203/ }).first()).toBeVisible();
  await page.keyboard.press('Shift+F1');
  await expect(page.getByRole('dialog', { name: 'Tasten' })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(handbook.getByRole('heading', { name: 'Schuljahreswechsel' })).toBeVisible();
});
