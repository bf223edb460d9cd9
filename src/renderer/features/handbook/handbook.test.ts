import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPng } from '../../../../scripts/lib/small-png.mjs';
import { sectionsOf, searchHandbook } from './handbook-search.ts';
import { anchorOf, CONTENTS_PAGE, handbookHref, handbookTarget, orderOf, titleOf } from './handbook-links.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/handbuch');
const LARGEST_PICTURE = 60 * 1024;

const pages: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file.slice(0, -3), readFileSync(join(FOLDER, file), 'utf8')]),
);
const eachPage = [...pages];

/** Every word of the app that is not put together when it is shown. */
const appWords = (): ReadonlySet<string> => {
  const words = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') for (const part of [value, ...value.split(' / ')]) words.add(part);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  const modules = import.meta.glob(['../../../texts/*.ts', '!../../../texts/*.test.ts'], { eager: true });
  collect(Object.values(modules));
  return words;
};
const words = appWords();

const linksOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/gu)].map(([, href]) => href ?? '');
const picturesOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/!\[[^\]]+\]\(([^)]+)\)/gu)].map(([, src]) => src ?? '');
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#{2,3} (.+)$/gmu)].map(([, heading]) => anchorOf(heading ?? ''));

describe('the pages of the handbook', () => {
  it('are all in the contents', () => {
    expect([...orderOf(pages.get(CONTENTS_PAGE) ?? '')].sort()).toEqual(
      [...pages.keys()].filter((id) => id !== CONTENTS_PAGE).sort(),
    );
  });

  it.each(eachPage)('%s has one title and no anchor twice', (_id, markdown) => {
    expect(titleOf(markdown)).not.toBe('');
    expect(markdown.match(/^# /gmu)).toHaveLength(1);
    expect(new Set(anchorsOf(markdown)).size).toBe(anchorsOf(markdown).length);
  });

  it.each(eachPage)('%s links to places that are there', (id, markdown) => {
    const dead = linksOf(markdown).filter((href) => {
      const target = handbookTarget(id, href);
      const page = target === null ? undefined : pages.get(target.page);
      if (target === null || page === undefined) return true;
      return target.anchor !== null && !anchorsOf(page).includes(target.anchor);
    });
    expect(dead).toEqual([]);
  });

  it.each(eachPage)('%s has in bold only words of the app', (_id, markdown) => {
    const unknown = [...markdown.matchAll(/\*\*([^*]+)\*\*/gu)]
      .flatMap(([, bold]) => (bold ?? '').replaceAll(/\s+/gu, ' ').split(' › '))
      .filter((word) => !words.has(word));
    expect(unknown).toEqual([]);
  });

  it.each(eachPage)('%s shows pictures that are there', (_id, markdown) => {
    expect(picturesOf(markdown).filter((src) => !existsSync(join(FOLDER, src)))).toEqual([]);
  });

  it('show every picture, and no picture is large', () => {
    const files = readdirSync(join(FOLDER, 'bilder'));
    const shown = eachPage.flatMap(([, markdown]) => picturesOf(markdown));
    expect(files.filter((file) => !shown.includes(`bilder/${file}`))).toEqual([]);
    expect(files.filter((file) => statSync(join(FOLDER, 'bilder', file)).size > LARGEST_PICTURE)).toEqual([]);
  });

  it('shows pictures of one size, which is known before they are loaded', () => {
    const sizes = readdirSync(join(FOLDER, 'bilder')).map((file) => {
      const { width, height } = readPng(readFileSync(join(FOLDER, 'bilder', file)));
      return `${width}×${height}`;
    });
    expect([...new Set(sizes)]).toEqual(['1280×700']);
  });
});

describe('searchHandbook', () => {
  const sections = eachPage
    .filter(([id]) => id !== CONTENTS_PAGE)
    .flatMap(([id, markdown]) => sectionsOf(id, titleOf(markdown), markdown));
  const places = (typed: string): readonly string[] =>
    searchHandbook(sections, typed).map(({ page, anchor }) => (anchor === null ? page : `${page}#${anchor}`));

  it('finds sections by their words, those with the word in the heading first', () => {
    expect(places('Schuljahreswechsel')[0]).toBe('raeume#schuljahreswechsel');
    expect(places('scanner')[0]).toBe('abhilfe#scanner');
    expect(places('passwort vergessen')[0]).toBe('abhilfe#passwort-vergessen');
    expect(places('GemHVO')).toEqual(['inventur#papier']);
  });

  it('finds nothing for nothing, and twenty places at most', () => {
    expect(places('  ')).toEqual([]);
    expect(places('xyzzy')).toEqual([]);
    expect(places('e')).toHaveLength(20);
  });

  it('leads to anchors that are there', () => {
    for (const { page, anchor } of sections)
      if (anchor !== null) expect(anchorsOf(pages.get(page) ?? '')).toContain(anchor);
  });

  it('reads words, not marks', () => {
    const [, section] = sectionsOf(
      'p',
      'P',
      '# P\n\nx\n\n## Ä **b**\n\n![Bild](bilder/x.png) [Link](y.md)\n',
    );
    expect(section).toEqual({
      page: 'p',
      pageTitle: 'P',
      heading: 'Ä b',
      anchor: 'ä-b',
      words: 'p ä b link',
    });
  });
});

describe('handbookTarget', () => {
  it.each([
    ['raeume.md', { page: 'raeume', anchor: null }],
    ['raeume.md#ausnahmen', { page: 'raeume', anchor: 'ausnahmen' }],
    ['#frühere-berichte', { page: 'ziele', anchor: 'frühere-berichte' }],
    ['https://example.org', null],
    ['../security.md', null],
    ['', null],
  ])('reads %s', (href, target) => {
    expect(handbookTarget('ziele', href)).toEqual(target);
  });
});

describe('handbookHref', () => {
  it.each([
    [{ page: CONTENTS_PAGE, anchor: null }, '#/handbuch'],
    [{ page: 'raeume', anchor: null }, '#/handbuch/raeume'],
    [{ page: 'berichte', anchor: 'frühere-berichte' }, '#/handbuch/berichte/fr%C3%BChere-berichte'],
  ])('writes %j', (target, href) => {
    expect(handbookHref(target)).toBe(href);
  });
});

describe('anchorOf', () => {
  it('makes the anchors of code hosts', () => {
    expect(anchorOf('Warum zählt dieses Gerät nicht?')).toBe('warum-zählt-dieses-gerät-nicht');
    expect(anchorOf('Danach, zwei Stunden in der Woche')).toBe('danach-zwei-stunden-in-der-woche');
  });
});
