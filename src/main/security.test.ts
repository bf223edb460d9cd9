import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { isOwnRequest, isOwnUrl } from './own-origin.ts';
import { blockNetwork, hardenApp, refusePermissions, WEB_PREFERENCES } from './security.ts';

const packaged = { devServer: undefined };

describe('WEB_PREFERENCES', () => {
  it('isolates the page and leaves every loosening off', () => {
    expect(WEB_PREFERENCES).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });
  it('switches no features of Blink on', () => {
    expect(WEB_PREFERENCES).not.toHaveProperty('enableBlinkFeatures');
  });
});

describe('hardenApp', () => {
  const hardened = () => {
    const calls: string[] = [];
    const app = Object.assign(new EventEmitter(), { enableSandbox: () => calls.push('sandbox') });
    hardenApp(app as unknown as App, { isOwnPage: (url) => isOwnUrl(url, packaged) });
    let open: ((details: { url: string }) => { action: string }) | undefined;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof open) => (open = handler),
      setWebRTCIPHandlingPolicy: (policy: string) => calls.push(policy),
    });
    app.emit('web-contents-created', {}, contents);
    return { calls, contents, open: (url: string) => open?.({ url }).action };
  };
  const isPrevented = (contents: EventEmitter, event: string, url: string): boolean => {
    let prevented = false;
    contents.emit(event, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };

  it('switches the sandbox on for every process', () => {
    expect(hardened().calls).toEqual(['sandbox', 'disable_non_proxied_udp']);
  });
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'lets %s only go to our page',
    (event) => {
      const { contents } = hardened();
      expect(isPrevented(contents, event, 'app://bundle/index.html')).toBe(false);
      for (const url of [
        'https://example.org/',
        'app://bundle.evil/',
        'file:///etc/passwd',
        'data:text/html,x',
      ])
        expect(isPrevented(contents, event, url)).toBe(true);
    },
  );
  it('opens no window and embeds no page, not even our own', () => {
    const { contents, open } = hardened();
    expect(open('app://bundle/index.html')).toBe('deny');
    expect(isPrevented(contents, 'will-attach-webview', 'app://bundle/')).toBe(true);
  });
});

describe('refusePermissions', () => {
  type Details = {
    readonly isMainFrame?: boolean;
    readonly url?: string;
    readonly media?: readonly ('video' | 'audio')[];
  };
  /** What the handlers of request, check and device answer. */
  const answersTo = (
    permission: string,
    { isMainFrame = true, url = 'app://bundle/index.html', media }: Details = {},
  ): unknown[] => {
    const answers: unknown[] = [];
    refusePermissions(
      {
        setPermissionRequestHandler: (
          handler: (
            contents: null,
            asked: string,
            answer: (isGranted: boolean) => void,
            details: object,
          ) => void,
        ) =>
          handler(null, permission, (isGranted) => answers.push(isGranted), {
            isMainFrame,
            requestingUrl: url,
            ...(media && { mediaTypes: media }),
          }),
        setPermissionCheckHandler: (
          handler: (contents: null, asked: string, origin: string, details: object) => boolean,
        ) =>
          answers.push(
            handler(null, permission, url, {
              isMainFrame,
              mediaType: media?.length === 1 ? media[0] : 'unknown',
            }),
          ),
        setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
      } as unknown as Session,
      { isOwnPage: (address) => isOwnUrl(address, packaged) },
    );
    return answers;
  };
  it.each(['media', 'display-capture', 'clipboard-read', 'notifications', 'fileSystem', 'unknown'])(
    'answers every request and check for %s with no',
    (permission) => expect(answersTo(permission)).toEqual([false, false, false]),
  );
  it('lets a picture be put on the clipboard, and gives no device', () => {
    expect(answersTo('clipboard-sanitized-write')).toEqual([true, true, false]);
  });
  it('gives our own page the camera, and nothing else the camera or our page the microphone', () => {
    expect(answersTo('media', { media: ['video'] })).toEqual([true, true, false]);
    const refused = [false, false, false];
    expect(answersTo('media', { media: ['audio'] })).toEqual(refused);
    expect(answersTo('media', { media: ['video', 'audio'] })).toEqual(refused);
    expect(answersTo('media', { media: [] })).toEqual(refused);
    expect(answersTo('media', { media: ['video'], isMainFrame: false })).toEqual(refused);
    for (const url of ['app://bundle.evil/', 'https://example.org/', 'about:blank'])
      expect(answersTo('media', { media: ['video'], url })).toEqual(refused);
    // The screen comes as video as well.
    expect(answersTo('display-capture', { media: ['video'] })).toEqual(refused);
  });
});

describe('blockNetwork', () => {
  const asked = (url: string): unknown => {
    let answered: unknown;
    let spellChecker: unknown;
    blockNetwork(
      {
        webRequest: {
          onBeforeRequest: (listener: (details: { url: string }, answer: (to: unknown) => void) => void) =>
            listener({ url }, (to) => (answered = to)),
        },
        setSpellCheckerEnabled: (isOn: boolean) => (spellChecker = isOn),
      } as unknown as Session,
      { isOwnRequest: (address) => isOwnRequest(address, packaged) },
    );
    expect(spellChecker).toBe(false);
    return answered;
  };
  it.each(['app://bundle/index.html', 'blob:app://bundle/1', 'data:,'])('lets %s pass', (url) => {
    expect(asked(url)).toEqual({ cancel: false });
  });
  it.each([
    'https://example.org/',
    'http://127.0.0.1:9222/json',
    'ws://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'app://bundle.evil/',
  ])('cancels %s', (url) => {
    expect(asked(url)).toEqual({ cancel: true });
  });
});
