import { useEffect, useMemo, useRef, useState } from 'react';
import { printScreen } from '#print/print-screen.ts';
import { HANDBOOK_TEXTS } from '#texts/handbook.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { EmptyState, PageHead } from '#ui/layout.tsx';
import { CONTENTS_PAGE, handbookHref } from './handbook-links.ts';
import {
  HANDBOOK_ORDER,
  HANDBOOK_SECTIONS,
  handbookPage,
  type HandbookPage as Page,
} from './handbook-pages.ts';
import { searchHandbook } from './handbook-search.ts';
import styles from './handbook.module.css';
import { MarkdownText } from './markdown-text.tsx';

/** The handbook: what every screen is for, readable without a network. */
export const HandbookPage = ({
  id,
  anchor,
  screen,
  onKeys,
}: {
  /** null = the contents. */
  readonly id: string | null;
  readonly anchor: string | null;
  /** The address of the screen that the page tells of; null = it tells of none. */
  readonly screen: string | null;
  /** null = its list of keys holds nothing yet. */
  readonly onKeys: (() => void) | null;
}) => {
  const page = handbookPage(id ?? CONTENTS_PAGE);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    // From one page to the next the screen stays the same, so that nobody else tells of the new title.
    if (shown.current !== id)
      frame.current?.closest('main')?.querySelector<HTMLElement>('[data-page-title]')?.focus();
    shown.current = id;
    if (anchor === null) frame.current?.scrollTo({ top: 0 });
    const heading = anchor === null ? null : document.getElementById(anchor);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [id, anchor]);
  if (page === null) return <NoPage />;
  return (
    <>
      <PageHead
        title={page.title}
        actions={
          <span className={styles.actions}>
            <Button onClick={() => window.history.back()}>{HANDBOOK_TEXTS.back}</Button>
            {screen !== null && <ButtonLink href={`#${screen}`}>{HANDBOOK_TEXTS.openScreen}</ButtonLink>}
            {onKeys !== null && <Button onClick={onKeys}>{HANDBOOK_TEXTS.keys}</Button>}
            <Button onClick={printScreen}>{HANDBOOK_TEXTS.print}</Button>
          </span>
        }
      />
      <div className={styles.page}>
        <PageList current={page.id} />
        <div
          className={styles.text}
          ref={frame}
          role="region"
          aria-label={HANDBOOK_TEXTS.reading}
          tabIndex={0}
        >
          <article>
            <MarkdownText page={page.id} markdown={page.markdown} />
          </article>
        </div>
      </div>
    </>
  );
};

/** The pages, or what was found on them. */
const PageList = ({ current }: { readonly current: string }) => {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => searchHandbook(HANDBOOK_SECTIONS, typed), [typed]);
  const isSearching = typed.trim() !== '';
  const entry = (id: string, title: string) => (
    <li key={id}>
      <a href={handbookHref({ page: id, anchor: null })} aria-current={id === current ? 'page' : undefined}>
        {title}
      </a>
    </li>
  );
  return (
    <div className={styles.list} role="search">
      <div className={styles.search}>
        <TextField
          type="search"
          label={HANDBOOK_TEXTS.search}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
          }}
        />
        <p role="status" className={styles.count}>
          {isSearching ? HANDBOOK_TEXTS.found(found.length) : ''}
        </p>
      </div>
      <nav aria-label={isSearching ? HANDBOOK_TEXTS.foundPages : HANDBOOK_TEXTS.pages}>
        <ul>
          {isSearching
            ? found.map(({ page, pageTitle, heading, anchor }) => (
                <li key={`${page} ${anchor ?? ''}`}>
                  <a href={handbookHref({ page, anchor })} className={styles.hit}>
                    <span>{heading ?? pageTitle}</span>
                    {heading !== null && <small>{pageTitle}</small>}
                  </a>
                </li>
              ))
            : [
                entry(CONTENTS_PAGE, HANDBOOK_TEXTS.contents),
                ...HANDBOOK_ORDER.map(({ id, title }: Page) => entry(id, title)),
              ]}
        </ul>
      </nav>
    </div>
  );
};

const NoPage = () => (
  <>
    <PageHead title={HANDBOOK_TEXTS.goneTitle} />
    <EmptyState
      text={HANDBOOK_TEXTS.gone}
      action={<ButtonLink href="#/handbuch">{HANDBOOK_TEXTS.toContents}</ButtonLink>}
    />
  </>
);
