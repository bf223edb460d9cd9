import { CONTENTS_PAGE, orderOf, titleOf } from './handbook-links.ts';
import { sectionsOf } from './handbook-search.ts';

const FILES = import.meta.glob<string>('../../../../docs/handbuch/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const PICTURES = import.meta.glob<string>('../../../../docs/handbuch/bilder/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const nameOf = (path: string): string => path.replace(/^.*\/|\.\w+$/gu, '');

export type HandbookPage = { readonly id: string; readonly title: string; readonly markdown: string };

const PAGES: ReadonlyMap<string, HandbookPage> = new Map(
  Object.entries(FILES).map(([path, markdown]) => {
    const id = nameOf(path);
    return [id, { id, title: titleOf(markdown), markdown }];
  }),
);

export const handbookPage = (id: string): HandbookPage | null => PAGES.get(id) ?? null;

/** All pages but the contents, in their order. */
export const HANDBOOK_ORDER: readonly HandbookPage[] = orderOf(
  PAGES.get(CONTENTS_PAGE)?.markdown ?? '',
).flatMap((id) => PAGES.get(id) ?? []);

/** Every section of every page but the contents, for the search. */
export const HANDBOOK_SECTIONS = HANDBOOK_ORDER.flatMap(({ id, title, markdown }) =>
  sectionsOf(id, title, markdown),
);

/** The bundled picture for `bilder/name.png`; null = there is none. */
export const pictureUrl = (src: string): string | null => {
  const found = Object.entries(PICTURES).find(([path]) => nameOf(path) === nameOf(src));
  return found?.[1] ?? null;
};
