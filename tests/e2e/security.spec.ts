import { expect, test } from './fixtures.ts';

test('asks nobody on the network, from start to the last screen', async ({ page }) => {
  const foreign: string[] = [];
  const own = new URL(page.url()).origin;
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && protocol !== 'data:' && protocol !== 'blob:') foreign.push(request.url());
  });
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  for (const path of ['/raeume', '/geraete', '/soll-ist', '/import', '/berichte', '/einstellungen', '/']) {
    await page.evaluate((hash) => (window.location.hash = hash), path);
    await page.waitForTimeout(300);
  }
  expect(foreign).toEqual([]);
});

test('runs no script from the page itself and loads nothing from outside', async ({ page }) => {
  await page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' }).waitFor();
  const outcome = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      blocked.push(effectiveDirective),
    );
    const inline = document.createElement('script');
    inline.textContent = 'window.injected = true';
    document.body.append(inline);
    const image = document.createElement('img');
    image.src = 'https://example.org/x.png';
    document.body.append(image);
    await fetch('https://example.org/').catch(() => undefined);
    // Text as code, by a timer: what is evaluated here directly comes from outside the page and is let through.
    setTimeout('window.evaluated = true', 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      blocked,
      evaluated: Reflect.has(window, 'evaluated'),
      injected: Reflect.has(window, 'injected'),
    };
  });
  expect(outcome.injected).toBe(false);
  expect(outcome.evaluated).toBe(false);
  expect(outcome.blocked.join(' ')).toMatch(/script-src/);
  expect(outcome.blocked.join(' ')).toMatch(/img-src/);
  expect(outcome.blocked.join(' ')).toMatch(/connect-src/);
});

test('gives the page its few methods and nothing of Node', async ({ app, page }) => {
  test.skip(app.edition === 'browser', 'the browser edition has no preload script');
  const found = await page.evaluate(() => ({
    methods: Object.keys(window.ausstattungskompass ?? {}),
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
  }));
  expect(found).toEqual({
    methods: [
      'appInfo',
      'saveFile',
      'openFile',
      'revealFile',
      'vaultPlace',
      'vaultChoose',
      'vaultAllow',
      'vaultList',
      'vaultRead',
      'vaultAppend',
      'vaultWrite',
      'vaultRemove',
      'vaultSetAside',
      'vaultReveal',
      'secondPlace',
      'secondPlaceChoose',
      'secondPlaceForget',
      'secondPlaceCopy',
      'answerClose',
      'onMenuCommand',
      'onCloseRequested',
    ],
    require: 'undefined',
    process: 'undefined',
  });
});

test('refuses unfit requests, other pages and new windows', async ({ app, page }) => {
  test.skip(app.edition === 'browser', 'the browser edition has no main process');
  const refusal = await page.evaluate(async () => {
    const bridge = window.ausstattungskompass;
    try {
      await bridge?.saveFile({ suggestedName: '../../x.xlsx', bytes: new Uint8Array(1), kind: 'workbook' });
      return 'accepted';
    } catch (error) {
      return String(error);
    }
  });
  expect(refusal).toContain('refused');
  const before = page.url();
  await page.evaluate(() => {
    window.open('https://example.org/');
    window.location.href = 'https://example.org/';
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
});
