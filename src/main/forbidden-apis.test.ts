import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|tsx|html)$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));

/** What docs/security.md says is nowhere in the app. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['embeds pages', /<webview|<iframe|allowpopups|WebContentsView|BrowserView/],
  ['switches features of Chromium on', /enableBlinkFeatures|appendSwitch/],
  ['loads a page from a file', /loadFile\(|['"`]file:\/\//],
  [
    'asks the network',
    /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|autoUpdater/,
  ],
  ['opens sockets or starts programs', /from 'node:(http|https|http2|net|tls|dgram|dns|child_process|vm)'/],
  [
    'takes text for markup or code',
    /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
  ],
];

describe('the source of the app', () => {
  it('is found', () => {
    expect(SOURCES.length).toBeGreaterThan(100);
  });
  it.each(FORBIDDEN)('nowhere %s', (_what, pattern) => {
    expect(SOURCES.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });
  it('hands the system drafts and addresses of mails, at one place each', () => {
    const calls = SOURCES.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:shell\.)?(?:openExternal|openPath)\([^)]*\)/g)].map(([call]) => [path, call]),
    );
    expect(calls).toEqual([
      ['main/index.ts', 'shell.openPath(path)'],
      ['main/index.ts', 'shell.openExternal(url)'],
    ]);
    const { text } = SOURCES.find(({ path }) => path.replace('\\', '/') === 'main/index.ts')!;
    expect(text).toMatch(
      /createMailDrafts\(\{[^}]*openFile: \(path\) => shell\.openPath\(path\),[^}]*openMailto: \(url\) => shell\.openExternal\(url\),\s*\}\)/,
    );
  });
  it('hands the page one object, and none of Electron', () => {
    const { text } = SOURCES.find(({ path }) => path.replace('\\', '/') === 'preload/index.ts')!;
    expect(text.match(/exposeIn\w+\([^)]*\)/g)).toEqual(["exposeInMainWorld('ausstattungskompass', bridge)"]);
    // Channels are written out: the page cannot name one.
    expect(text).not.toMatch(/invoke\((?!channelOf\(')/);
  });
});
