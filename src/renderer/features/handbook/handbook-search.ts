import { anchorOf } from './handbook-links.ts';

/** A part of a page: what stands under one of its headings, or above the first. */
export type HandbookSection = {
  readonly page: string;
  readonly pageTitle: string;
  /** null = above the first heading. */
  readonly heading: string | null;
  readonly anchor: string | null;
  /** Everything by which it is found, in small letters. */
  readonly words: string;
};

const plain = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*`|#]|^[->\s]+/gmu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** The sections of a page, in their order. */
export const sectionsOf = (page: string, pageTitle: string, markdown: string): readonly HandbookSection[] =>
  markdown.split(/^(?=#{2,3} )/mu).map((text) => {
    const heading = /^#{2,3} (.+)/u.exec(text)?.[1] ?? null;
    return {
      page,
      pageTitle,
      heading: heading === null ? null : plain(heading),
      anchor: heading === null ? null : anchorOf(heading),
      words: `${pageTitle} ${plain(text)}`.toLowerCase(),
    };
  });

const MAX_FOUND = 20;

/**
 * Sections that hold every word that was typed, those with all of them in title or heading first.
 *
 * @param typed words or beginnings of words
 * @returns twenty at most; none for nothing typed
 */
export const searchHandbook = (
  sections: readonly HandbookSection[],
  typed: string,
): readonly HandbookSection[] => {
  const wanted = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return [];
  const holdsAll = (text: string): boolean => wanted.every((word) => text.includes(word));
  const rank = ({ heading, pageTitle }: HandbookSection): number => {
    if (heading !== null && holdsAll(heading.toLowerCase())) return 0;
    if (heading === null && holdsAll(pageTitle.toLowerCase())) return 0;
    return holdsAll(`${pageTitle} ${heading ?? ''}`.toLowerCase()) ? 1 : 2;
  };
  return sections
    .filter(({ words }) => holdsAll(words))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MAX_FOUND);
};
