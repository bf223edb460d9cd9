/** Serves the built renderer from this computer only, with the headers of the desktop app's own protocol. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** The port is part of the origin, and the origin owns the data: it never changes. */
export const BROWSER_EDITION_PORT = 47110;

/** As in src/main/app-protocol.ts; a test compares them. */
export const SECURITY_HEADERS = {
  'content-security-policy': [
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
  ].join('; '),
  'permissions-policy': [
    'camera=(self)',
    'microphone=()',
    'geolocation=()',
    'display-capture=()',
    'usb=()',
    'serial=()',
    'hid=()',
    'bluetooth=()',
  ].join(', '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
};

const MIME_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The path that an address asks for; null where it is none. */
const pathOf = (address) => {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
};

/**
 * @param {string} root folder of the built renderer
 * @param {number} port 0 = any free one, for tests
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects when the port is taken
 */
export const serveFolder = (root, port) =>
  new Promise((resolve, reject) => {
    let hosts = new Set();
    const server = createServer(async (request, response) => {
      const refuse = (status) => response.writeHead(status, SECURITY_HEADERS).end();
      // A foreign name that was made to point to this computer is a foreign page (DNS rebinding).
      if (!hosts.has(request.headers.host)) return refuse(421);
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
      const path = pathOf(request.url ?? '/');
      if (path === null) return refuse(400);
      const file = normalize(join(root, path === '/' ? 'index.html' : path));
      if (!file.startsWith(root + sep) || path.includes('\0')) return refuse(403);
      try {
        const bytes = await readFile(file);
        response.writeHead(200, {
          'content-type': MIME_TYPES[extname(file)] ?? 'application/octet-stream',
          ...SECURITY_HEADERS,
          // A newer version must not meet pages of the older one.
          'cache-control': 'no-cache',
        });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      } catch {
        refuse(404);
      }
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const used = typeof address === 'object' && address !== null ? address.port : port;
      hosts = new Set([`127.0.0.1:${used}`, `localhost:${used}`]);
      resolve({
        url: `http://127.0.0.1:${used}/`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
  });
