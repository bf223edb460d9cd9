import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS as DESKTOP_HEADERS } from '../../src/main/app-protocol.ts';
import { SECURITY_HEADERS, serveFolder } from './serve.mjs';

let folder = '';
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'geheim.txt'), 'geheim');
  server = await serveFolder(join(folder, 'renderer'), 0);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The path as it stands: `fetch` would tidy it up before. */
const ask = (path: string, options: { readonly method?: string; readonly host?: string } = {}) =>
  new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>(
    (resolve, reject) => {
      const { hostname, port, host } = new URL(server.url);
      const asking = request(
        { hostname, port, path, method: options.method ?? 'GET', headers: { host: options.host ?? host } },
        (answer) => {
          let text = '';
          answer.on('data', (part: Buffer) => (text += part.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        },
      );
      asking.on('error', reject);
      asking.end();
    },
  );

describe('serveFolder', () => {
  it('serves the page with the headers of the desktop app', async () => {
    const { status, headers, text } = await ask('/');
    expect([status, text]).toEqual([200, '<!doctype html>']);
    expect(headers).toMatchObject(DESKTOP_HEADERS);
    expect(SECURITY_HEADERS).toEqual(DESKTOP_HEADERS);
  });
  it.each([
    '/../geheim.txt',
    '/%2e%2e/geheim.txt',
    '/..%2fgeheim.txt',
    '/..%5cgeheim.txt',
    '/%00',
    '/%E0%A4%A',
  ])('refuses %s', async (path) => {
    const { status, headers, text } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).toBe('');
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });
  it('takes nothing', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });
  it('refuses a foreign name that points to this computer', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421);
  });
});

describe("the page's own policy", () => {
  it('is that of the headers, without what a page may not say of itself', async () => {
    const page = await readFile('src/renderer/index.html', 'utf8');
    const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toBe(CONTENT_SECURITY_POLICY.replace("; frame-ancestors 'none'", ''));
  });
});
