import { isValidElement, useMemo, type ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { HANDBOOK_TEXTS } from '#texts/handbook.ts';
import { anchorOf, handbookHref, handbookTarget } from './handbook-links.ts';
import { pictureUrl } from './handbook-pages.ts';
import styles from './handbook.module.css';

const plainText = (node: ReactNode): string => {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(plainText).join('');
  return isValidElement<{ readonly children?: ReactNode }>(node) ? plainText(node.props.children) : '';
};

/** As `npm run bilder` draws them; known beforehand, so that nothing moves when they are loaded. */
const PICTURE = { width: 1280, height: 700 };

const PLUGINS = [remarkGfm];

/** A page of the handbook: its own links, pictures and anchors; HTML in it is not interpreted. */
export const MarkdownText = ({ page, markdown }: { readonly page: string; readonly markdown: string }) => {
  const components = useMemo(
    (): Components => ({
      // The head of the screen shows it.
      h1: () => null,
      h2: ({ children }) => (
        <h2 id={anchorOf(plainText(children))} tabIndex={-1}>
          {children}
        </h2>
      ),
      h3: ({ children }) => (
        <h3 id={anchorOf(plainText(children))} tabIndex={-1}>
          {children}
        </h3>
      ),
      a: ({ href = '', children }) => {
        const target = handbookTarget(page, href);
        // Nothing outside the app is opened.
        return target === null ? <span>{children}</span> : <a href={handbookHref(target)}>{children}</a>;
      },
      img: ({ src, alt = '' }) => {
        const url = typeof src === 'string' ? pictureUrl(src) : null;
        return url === null ? (
          <span>{alt}</span>
        ) : (
          <img src={url} alt={alt} width={PICTURE.width} height={PICTURE.height} />
        );
      },
      table: ({ children }) => (
        <div className={styles.tableFrame} role="group" aria-label={HANDBOOK_TEXTS.table} tabIndex={0}>
          <table>{children}</table>
        </div>
      ),
    }),
    [page],
  );
  return (
    <Markdown remarkPlugins={PLUGINS} components={components}>
      {markdown}
    </Markdown>
  );
};
