export const BROWSER_EDITION_PORT: number;
export const SECURITY_HEADERS: Readonly<Record<string, string>>;
export const serveFolder: (
  root: string,
  port: number,
) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
