/** The page with the contents; also what a code host shows for the folder. */
export const CONTENTS_PAGE = 'README';

/** The anchor of a heading, as code hosts make it: the same links work there and here. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');

export type HandbookTarget = { readonly page: string; readonly anchor: string | null };

/**
 * Where a link of a page leads.
 *
 * @param page the page on which it stands
 * @param href as it is written: `raeume.md`, `raeume.md#ausnahmen`, `#ausnahmen`
 * @returns null = not into the handbook
 */
export const handbookTarget = (page: string, href: string): HandbookTarget | null => {
  const [, file, anchor] = /^(?:([\w-]+)\.md)?(?:#(.+))?$/u.exec(href) ?? [];
  if (file === undefined && anchor === undefined) return null;
  return { page: file ?? page, anchor: anchor === undefined ? null : decodeURIComponent(anchor) };
};

/** The address of a place inside the app. */
export const handbookHref = ({ page, anchor }: HandbookTarget): string =>
  [
    '#/handbuch',
    ...(page === CONTENTS_PAGE && anchor === null ? [] : [page]),
    ...(anchor === null ? [] : [encodeURIComponent(anchor)]),
  ].join('/');

/** Title of a page: its first line. */
export const titleOf = (markdown: string): string => /^# (.+)$/mu.exec(markdown)?.[1] ?? '';

/** The pages in the order of the contents, each once. */
export const orderOf = (contents: string): readonly string[] => [
  ...new Set(
    [...contents.matchAll(/\]\(([^)\s]+)\)/gu)].flatMap(([, href]) => {
      const target = handbookTarget(CONTENTS_PAGE, href ?? '');
      return target === null || target.page === CONTENTS_PAGE ? [] : [target.page];
    }),
  ),
];
