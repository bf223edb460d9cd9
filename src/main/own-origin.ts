import { APP_HOST, APP_SCHEME } from './app-protocol.ts';

/** Only while developing: the address of the dev server. */
export type OwnOriginOptions = { readonly devServer: string | undefined };

/**
 * Whether an address lies in the app's own origin. Parsed, never compared by its beginning: `app://bundle.evil/`,
 * `app://bundle@evil/` and `app://bundle:8/` are somebody else.
 */
export const isOwnUrl = (address: string, { devServer }: OwnOriginOptions): boolean => {
  const url = parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (url.protocol === `${APP_SCHEME}:`) return url.host === APP_HOST;
  const dev = devServer === undefined ? null : parse(devServer);
  return dev !== null && url.host === dev.host && (url.protocol === dev.protocol || url.protocol === 'ws:');
};

/** Whether the address is asked by the app itself: its own origin, or bytes that are in memory already. */
export const isOwnRequest = (address: string, options: OwnOriginOptions): boolean => {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
  switch (scheme) {
    case 'data:':
    case 'blob:':
    // The developer tools are a page of their own, from Electron's files.
    case 'devtools:':
      return true;
    default:
      return isOwnUrl(address, options);
  }
};

const parse = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);
