import { join } from 'node:path';
import { encodeDevice, encodeRoom } from '../../src/core/labels/label-code.ts';
import { fakeCamera } from '../harness/fake-camera.ts';
import { violationsOf } from './axe.ts';
import { expect, testWithRestarts } from './fixtures.ts';

const test = testWithRestarts.extend({
  chromiumArgs: async ({ userData }, use) =>
    use(
      fakeCamera(join(userData, '..', 'kamera.y4m'), [
        { code: encodeRoom({ building: 'Haus A', roomNumber: '204' }), seconds: 3 },
        { code: null, seconds: 2 },
        { code: encodeDevice('GSL-0042'), seconds: 5 },
        { code: null, seconds: 4 },
      ]),
    ),
});

test('counts with the camera: room first, then the device, once as long as it stays in view', async ({
  page,
}) => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Inventur' }).click();
  await page.getByRole('button', { name: 'Inventur beginnen …' }).click();
  await page.getByRole('button', { name: 'Inventur beginnen', exact: true }).click();

  // A camera that is refused or missing says what to do, and counting goes on without it.
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const failures = ['NotAllowedError', 'NotFoundError', 'NotReadableError'];
    mediaDevices.getUserMedia = (wanted) => {
      const failure = failures.shift();
      return failure === undefined ? ask(wanted) : Promise.reject(new DOMException('', failure));
    };
  });
  const on = page.getByRole('button', { name: 'Kamera ein' });
  const off = page.getByRole('button', { name: 'Kamera aus' });
  for (const words of ['gesperrt', 'keine Kamera gefunden', 'von einem anderen Programm benutzt']) {
    await on.click();
    await expect(page.getByRole('alert')).toContainText(words);
    await off.click();
  }

  await on.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inventur: Raum 204 (Haus A)' })).toBeVisible({
    timeout: 25_000,
  });
  const answer = page.locator('[aria-live="assertive"]');
  await expect(answer).toContainText('GSL-0042 gefunden', { timeout: 25_000 });
  await expect(page.getByRole('checkbox', { name: 'GSL-0042 gefunden', exact: true })).toBeChecked();
  // Still in view, read several times since, and not taken for a second scan.
  await page.waitForTimeout(1500);
  await expect(answer).toContainText('GSL-0042 gefunden');
  expect(await violationsOf(page)).toEqual([]);
  await off.click();
  await expect(page.locator('video')).toHaveCount(0);
});
