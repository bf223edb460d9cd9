import type { App, Session, WebContents } from 'electron';

export type SecurityOptions = {
  /** Origins whose pages may use the bridge and be navigated to. */
  readonly isOwnPage: (url: string) => boolean;
};

/** Refuses everything that a window of ours never does: leave its page, open windows, embed pages, ask for permissions. */
export const hardenApp = (app: App, { isOwnPage }: SecurityOptions): void => {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};

/** The clipboard is read by the page's own paste event, which needs no permission. */
export const refusePermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler?.(() => false);
};

/** Throws where a call does not come from a page of ours. */
export const checkSender = (url: string | undefined, isOwnPage: (url: string) => boolean): void => {
  if (url === undefined || !isOwnPage(url)) throw new Error(`call refused: sender ${url ?? 'unknown'}`);
};
