/** Serves the built renderer from this computer only, with the headers of the desktop app's own protocol. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** The port is part of the origin, and the origin owns the data: it never changes. */
export const BROWSER_EDITION_PORT = 47110;

const MIME_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * @param {string} root folder of the built renderer
 * @param {number} port 0 = any free one, for tests
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} rejects when the port is taken
 */
export const serveFolder = (root, port) =>
  new Promise((resolve, reject) => {
    const server = createServer(async (request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = normalize(join(root, path === '/' ? 'index.html' : path));
      if (!file.startsWith(root + sep)) {
        response.writeHead(403).end();
        return;
      }
      try {
        const bytes = await readFile(file);
        response.writeHead(200, {
          'content-type': MIME_TYPES[extname(file)] ?? 'application/octet-stream',
          'x-content-type-options': 'nosniff',
          // A newer version must not meet pages of the older one.
          'cache-control': 'no-cache',
        });
        response.end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const used = typeof address === 'object' && address !== null ? address.port : port;
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
