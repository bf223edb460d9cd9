import { expect, test } from './fixtures.ts';

/** Takes a spec's own attempts out of the list, and nothing else. */
const takeOut = (foreign: string[], address: string): readonly string[] => {
  const own = foreign.filter((request) => request.startsWith(address));
  const others = foreign.filter((request) => !request.startsWith(address));
  foreign.splice(0, foreign.length, ...others);
  return own;
};

// Every other spec is held to the same by the fixture `foreignRequests`; this one goes everywhere.
test('asks nobody on the network, from start to the last screen', async ({ page, foreignRequests }) => {
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  for (const path of ['/raeume', '/geraete', '/soll-ist', '/import', '/berichte', '/einstellungen', '/']) {
    await page.evaluate((hash) => (window.location.hash = hash), path);
    await page.waitForTimeout(300);
  }
  expect(foreignRequests).toEqual([]);
});

test('notes every attempt to ask somebody else', async ({ page, foreignRequests }) => {
  await page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' }).waitFor();
  await page.evaluate(async () => {
    await fetch('https://example.org/fetched').catch(() => undefined);
    const image = document.createElement('img');
    image.src = 'https://example.org/shown.png';
    document.body.append(image);
  });
  await expect
    .poll(() => [...new Set(foreignRequests.map((url) => new URL(url).pathname))].sort())
    .toEqual(['/fetched', '/shown.png']);
  takeOut(foreignRequests, 'https://example.org/');
});

test('runs no script from the page itself and loads nothing from outside', async ({
  page,
  foreignRequests,
}) => {
  await page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' }).waitFor();
  const outcome = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      blocked.push(effectiveDirective),
    );
    // With trusted types, text is refused already where it would become script or markup.
    const refused: string[] = [];
    const attempt = (name: string, run: () => unknown): void => {
      try {
        run();
      } catch {
        refused.push(name);
      }
    };
    const inline = document.createElement('script');
    attempt('script', () => (inline.textContent = 'window.injected = true'));
    inline.append('window.injected = true');
    document.body.append(inline);
    attempt('markup', () => (document.body.innerHTML = '<img src=x onerror="window.injected = true">'));
    attempt('worker', () => new Worker('https://example.org/worker.js'));
    attempt('memory', () => new Worker(URL.createObjectURL(new Blob(['self.close()']))));
    const image = document.createElement('img');
    image.src = 'https://example.org/x.png';
    document.body.append(image);
    await fetch('https://example.org/').catch(() => undefined);
    const foreignModule = 'https://example.org/module.js';
    await import(foreignModule).catch(() => undefined);
    // Text as code, by a timer: what is evaluated here directly comes from outside the page and is let through.
    attempt('timer', () => setTimeout('window.evaluated = true', 0));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      blocked,
      refused,
      evaluated: Reflect.has(window, 'evaluated'),
      injected: Reflect.has(window, 'injected'),
    };
  });
  expect(outcome.refused).toEqual(expect.arrayContaining(['script', 'markup', 'worker', 'timer']));
  expect(outcome.injected).toBe(false);
  expect(outcome.evaluated).toBe(false);
  expect(outcome.blocked.join(' ')).toMatch(/script-src/);
  expect(outcome.blocked.join(' ')).toMatch(/img-src/);
  expect(outcome.blocked.join(' ')).toMatch(/connect-src/);
  takeOut(foreignRequests, 'https://example.org/');
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
      'savePdf',
      'openFile',
      'revealFile',
      'openMailDraft',
      'openMailto',
      'vaultPlace',
      'vaultLock',
      'vaultChoose',
      'vaultReset',
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

test('refuses unfit requests, other pages and new windows', async ({ app, page, foreignRequests }) => {
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
  takeOut(foreignRequests, 'https://example.org/');
});

test('cancels requests in the main process, where no policy of a page would', async ({
  app,
  foreignRequests,
}) => {
  test.skip(app.electron === null, 'the browser edition has no main process');
  const outcome = await app.electron?.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false });
    const loaded = await window.loadURL(url).then(
      () => 'loaded',
      (error: unknown) => String(error),
    );
    window.close();
    return loaded;
  }, 'https://example.org/');
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  takeOut(foreignRequests, 'https://example.org/');
});

test('brings the window forward when the app is started once more', async ({ app, page }) => {
  test.skip(app.electron === null, 'a browser opens another tab');
  await page.getByRole('heading', { name: 'Wie möchten Sie beginnen?' }).waitFor();
  const calls = await app.electron?.evaluate(({ app: host, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const done: string[] = [];
    if (window === undefined) return done;
    // Own answers, because not every desktop carries minimising and focus out at once.
    window.isMinimized = () => true;
    window.restore = () => void done.push('restore');
    window.focus = () => void done.push('focus');
    host.emit('second-instance', { preventDefault: () => undefined }, [], '', {});
    return [...done, `${BrowserWindow.getAllWindows().length} window`];
  }, undefined);
  expect(calls).toEqual(['restore', 'focus', '1 window']);
});
