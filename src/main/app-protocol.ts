import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/**
 * The page's origin is `app://bundle`. IndexedDB belongs to the origin: neither scheme nor host may ever change, or
 * every school loses sight of its data (docs/adr/0001-app-origin.md).
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/**
 * Nothing from outside, no inline script, no text that becomes markup or script. Styles may be inline: React sets style
 * attributes, and they can neither run nor, without foreign images and fonts, tell anything. The page's own `<meta>` and
 * `scripts/lib/serve.mjs` hold the same; a test compares them.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
  "frame-ancestors 'none'",
].join('; ');

/** What a page of ours may ask the browser for: the camera, which reads codes. The rest is off also for frames that it does not have. */
export const PERMISSIONS_POLICY = [
  'camera=(self)',
  'microphone=()',
  'geolocation=()',
  'display-capture=()',
  'usb=()',
  'serial=()',
  'hid=()',
  'bluetooth=()',
].join(', ');

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'permissions-policy': PERMISSIONS_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Names of other hosts are not even looked up.
  'x-dns-prefetch-control': 'off',
} as const;

const refuse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS });

/** Answers requests of the app's own scheme with files below `root`, and with nothing else. */
export const serveApp =
  (root: string) =>
  async (request: { readonly url: string; readonly method?: string }): Promise<Response> => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST) return refuse(404);
    if (request.method !== undefined && request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405);
    let path: string;
    try {
      path = decodeURIComponent(url.pathname);
    } catch {
      return refuse(400);
    }
    const file = normalize(join(root, path === '/' ? 'index.html' : path));
    if (!file.startsWith(root + sep) || path.includes('\0')) return refuse(403);
    try {
      const bytes = await readFile(file);
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': MIME_TYPES[extname(file)] ?? 'application/octet-stream',
          ...SECURITY_HEADERS,
        },
      });
    } catch {
      return refuse(404);
    }
  };
