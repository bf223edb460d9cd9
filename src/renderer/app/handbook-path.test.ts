import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handbookPathOf } from './handbook-path.ts';

const HANDBOOK = join(import.meta.dirname, '../../../docs/handbuch');
/** What a router says of itself, read from its source: the screens themselves need a browser. */
const sources = ['routes.tsx', 'pages.tsx']
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');
const paths = [
  ...new Set([...sources.matchAll(/\bpath(?:=|: )["'`](\/[^"'`]*)["'`]/gu)].map(([, path]) => path ?? '')),
];

describe('F1', () => {
  it.each(paths)('opens a page of the handbook on %s', (path) => {
    const first = path.split('/')[1] ?? '';
    const [, , page = 'README'] = handbookPathOf(first).split('/');
    expect(existsSync(join(HANDBOOK, `${page}.md`))).toBe(true);
  });

  it.each(
    // The contents tell of no screen.
    [...new Set(paths.map((path) => handbookPathOf(path.split('/')[1] ?? '')))].filter(
      (path) => path !== '/handbuch',
    ),
  )('%s shows its screen in a picture', (path) => {
    const [, , page = ''] = path.split('/');
    expect(readFileSync(join(HANDBOOK, `${page}.md`), 'utf8')).toMatch(/!\[[^\]]+\]\(bilder\/[\w-]+\.png\)/);
  });

  it('knows every screen', () => {
    expect(paths).toEqual(expect.arrayContaining(['/', '/inventur', '/etiketten', '/raeume/:id/*?']));
    expect(paths.length).toBeGreaterThan(15);
  });
});
