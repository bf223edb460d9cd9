import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ORIGIN, serveApp } from './app-protocol.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protocol-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'renderer', 'assets', 'größe.js'), 'export {}');
  await writeFile(join(folder, 'secret.txt'), 'geheim');
  await writeFile(join(folder, 'renderer-secret.txt'), 'geheim');
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const get = (url: string, method = 'GET') => serveApp(join(folder, 'renderer'))({ url, method });

describe('serveApp', () => {
  it('serves the page with a policy that allows no inline script', async () => {
    const response = await get(`${APP_ORIGIN}/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    // Only styles may be inline.
    expect(policy.match(/[a-z-]+ [^;]*unsafe-inline[^;]*/g)).toEqual(["style-src 'self' 'unsafe-inline'"]);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toContain("default-src 'none'");
  });
  it('gives the page the camera for itself, and neither microphone nor anything else', async () => {
    const { headers } = await get(`${APP_ORIGIN}/`);
    const rules = (headers.get('permissions-policy') ?? '').split(', ');
    expect(rules.filter((rule) => !rule.endsWith('=()'))).toEqual(['camera=(self)']);
    expect(rules).toEqual(expect.arrayContaining(['microphone=()', 'display-capture=()', 'geolocation=()']));
  });
  it('serves names with umlauts', async () => {
    const response = await get(`${APP_ORIGIN}/assets/gr%C3%B6%C3%9Fe.js`);
    expect(response.headers.get('content-type')).toContain('javascript');
  });
  it.each([
    `${APP_ORIGIN}/../secret.txt`,
    `${APP_ORIGIN}/%2e%2e/secret.txt`,
    `${APP_ORIGIN}/..%2fsecret.txt`,
    `${APP_ORIGIN}/..%5csecret.txt`,
    `${APP_ORIGIN}/..%2frenderer-secret.txt`,
    `${APP_ORIGIN}/assets%00.js`,
    `${APP_ORIGIN}/%E0%A4%A`,
    `${APP_ORIGIN}/missing.js`,
    'app://other/index.html',
  ])('refuses %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).toBe('');
  });
  it('refuses to take anything', async () => {
    expect((await get(`${APP_ORIGIN}/`, 'POST')).status).toBe(405);
  });
});
