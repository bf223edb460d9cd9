import { describe, expect, it } from 'vitest';
import { isOwnRequest, isOwnUrl } from './own-origin.ts';

const packaged = { devServer: undefined };
const developing = { devServer: 'http://localhost:5173/' };

const FOREIGN = [
  'app://bundle.evil/',
  'app://bundle@evil/',
  'app://evil@bundle/',
  'app://bundle:8/',
  'app://evil/bundle/',
  'app:bundle/',
  'APP-X://bundle/',
  'https://bundle/',
  'https://example.org/?app://bundle/',
  'http://127.0.0.1/',
  'ws://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'view-source:app://bundle/',
  'filesystem:app://bundle/x',
  'about:blank',
  '',
  'kein URL',
];

describe('isOwnUrl', () => {
  it.each(['app://bundle/', 'app://bundle/index.html#/raeume', 'app://bundle'])('takes %s', (url) => {
    expect(isOwnUrl(url, packaged)).toBe(true);
  });
  it.each(FOREIGN)('refuses %s', (url) => {
    expect(isOwnUrl(url, packaged)).toBe(false);
    expect(isOwnUrl(url, developing)).toBe(false);
  });
  it('takes the dev server with its socket only while developing', () => {
    for (const url of ['http://localhost:5173/main.tsx', 'ws://localhost:5173/?token=x']) {
      expect(isOwnUrl(url, developing)).toBe(true);
      expect(isOwnUrl(url, packaged)).toBe(false);
    }
    expect(isOwnUrl('http://localhost:5174/', developing)).toBe(false);
    expect(isOwnUrl('http://localhost.evil:5173/', developing)).toBe(false);
  });
});

describe('isOwnRequest', () => {
  it.each(['app://bundle/assets/a.js', 'data:,', 'blob:app://bundle/1-2', 'devtools://devtools/x.html'])(
    'takes %s',
    (url) => {
      expect(isOwnRequest(url, packaged)).toBe(true);
    },
  );
  it.each(FOREIGN)('refuses %s', (url) => {
    expect(isOwnRequest(url, packaged)).toBe(false);
  });
});
