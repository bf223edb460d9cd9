export const BROWSER_EDITION_PORT: number;
export const serveFolder: (
  root: string,
  port: number,
) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
