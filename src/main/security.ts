import type { App, Session, WebContents, WebPreferences } from 'electron';

/**
 * How each window of ours runs its page. Most are Electron's defaults; they stand here so that a test holds them and
 * no default that changes loosens them.
 */
export const WEB_PREFERENCES = {
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
  // A file that is dropped beside its field must not take the place of the app.
  navigateOnDragDrop: false,
  // The spell checker fetches its dictionaries from a server.
  spellcheck: false,
} as const satisfies WebPreferences;

export type SecurityOptions = {
  /** Origins whose pages may use the bridge and be navigated to. */
  readonly isOwnPage: (url: string) => boolean;
};

/** Refuses everything that a window of ours never does: leave its page, open windows, embed pages. */
export const hardenApp = (app: App, { isOwnPage }: SecurityOptions): void => {
  // Also for windows that somebody adds later without these preferences.
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // A peer connection asks servers past the session's requests and past the page's policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
};

/**
 * Putting a picture of a chart on the clipboard, in answer to a click; Chromium takes apart and writes anew what is put
 * there. Reading it is never allowed: the page's own paste event needs no permission.
 */
const GRANTED = 'clipboard-sanitized-write';

/**
 * Refuses every permission but two: to put a picture on the clipboard, and the camera (never the microphone), which reads codes of
 * an Inventur, for the main frame of our own page.
 */
export const refusePermissions = (session: Session, { isOwnPage }: SecurityOptions): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isCamera =
      permission === 'media' &&
      details.isMainFrame &&
      isOwnPage(details.requestingUrl) &&
      wanted.length > 0 &&
      wanted.every((type) => type === 'video');
    answer(permission === GRANTED || isCamera);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const isCamera =
      permission === 'media' &&
      details.isMainFrame &&
      details.mediaType === 'video' &&
      isOwnPage(details.securityOrigin ?? requestingOrigin);
    return permission === GRANTED || isCamera;
  });
  session.setDevicePermissionHandler(() => false);
};

export type NetworkOptions = {
  readonly isOwnRequest: (url: string) => boolean;
};

/**
 * Cancels every request but the app's own. The page's policy refuses them before; this holds where a page has none,
 * and for what a policy does not cover.
 */
export const blockNetwork = (session: Session, { isOwnRequest }: NetworkOptions): void => {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details.url) }));
  session.setSpellCheckerEnabled(false);
};
