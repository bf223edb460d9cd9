import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { formatDate } from '#texts/format.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { Button } from '#ui/button.tsx';
import { drawAllRows } from '#ui/all-rows.ts';
import { Dialog } from '#ui/dialog.tsx';
import { ListPages } from './list-pages.tsx';
import { estimatedPages, orientationOf, pageRule } from './print-layout.ts';
import { rowCount, type PrintList } from './print-list.ts';
import { currentJob, type PrintJob, type PrintSheet } from './print-views.ts';
import styles from './print.module.css';
import { readTables } from './read-tables.ts';
import './screen-print.css';

/** From here on somebody is asked first. */
const LONG_LIST = 2000;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
};

type ReadJob = Omit<PrintJob, 'view'> & { readonly view: PrintList | PrintSheet | null };

/** What is to be printed, with the tables of the screen where it prints these. */
const readJob = (): ReadJob | null => {
  const job = currentJob();
  if (job?.view?.kind !== 'tables') return job === null ? null : { ...job, view: job.view };
  const letBe = drawAllRows();
  const tables = readTables(document.querySelector('main') ?? document);
  letBe();
  return { ...job, view: { ...job.view, kind: 'list', tables } };
};

const draw = ({ view, school, asOf }: ReadJob, day: string) => {
  const name = school === '' ? PRINT_TEXTS.noSchool : school;
  const foot = (title: string | null): string =>
    [name, title, PRINT_TEXTS.asOf(formatDate(asOf))].filter((part) => part !== null).join(' · ');
  if (view === null) return { content: null, rule: pageRule('portrait', foot(null)), title: null };
  if (view.kind === 'sheet')
    return { content: view.content, rule: pageRule('portrait', null), title: view.title };
  const orientation = orientationOf(view);
  return {
    content: <ListPages list={view} orientation={orientation} school={school} asOf={asOf} today={day} />,
    rule: pageRule(
      orientation,
      view.owner === undefined ? foot(view.title) : [view.owner, view.title].join(' · '),
    ),
    title: view.owner === undefined ? `${view.title} ${name} ${asOf}` : `${view.owner} ${view.title}`,
  };
};

/**
 * Puts what the screen prints into the page, where only paper shows it.
 *
 * @returns takes it away again; null = there is nothing to print
 */
export const showSheet = (): (() => void) | null => {
  const job = readJob();
  if (job === null) return null;
  // A screen without a list of its own prints as it is, and whole.
  const letBe = job.view === null ? drawAllRows() : null;
  const { content, rule, title } = draw(job, today());
  const rules = new CSSStyleSheet();
  rules.replaceSync(rule);
  document.adoptedStyleSheets.push(rules);
  const titleBefore = document.title;
  // The name that a print dialog proposes for a file.
  if (title !== null) document.title = title;
  const sheet = document.createElement('div');
  sheet.className = styles.sheet ?? '';
  sheet.dataset['theme'] = 'light';
  sheet.dataset['printSheet'] = '';
  sheet.lang = 'de';
  const root = createRoot(sheet);
  if (content !== null) {
    document.body.append(sheet);
    // The dialog draws what is in the page now, and not a moment later.
    flushSync(() => root.render(content));
  }
  return () => {
    letBe?.();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== rules);
    document.title = titleBefore;
    root.unmount();
    sheet.remove();
  };
};

let takeAway: (() => void) | null = null;
window.addEventListener('beforeprint', () => {
  // Where the last print never said that it was over, its sheet still stands here.
  takeAway?.();
  takeAway = showSheet();
});
window.addEventListener('afterprint', () => {
  takeAway?.();
  takeAway = null;
});

let isAsking = false;

/** Opens the print dialog; asks first where that would be a pile of paper. */
export const printNow = (): void => {
  if (isAsking) return;
  const view = readJob()?.view ?? null;
  const rows = view?.kind === 'list' ? rowCount(view) : 0;
  if (view?.kind !== 'list' || rows <= LONG_LIST) {
    window.print();
    return;
  }
  isAsking = true;
  const pages = estimatedPages(view, orientationOf(view));
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  const close = (): void => {
    isAsking = false;
    flushSync(() => root.render(null));
    root.unmount();
    element.remove();
  };
  root.render(
    <LongListDialog
      rows={rows}
      pages={pages}
      onClose={close}
      onPrint={() => {
        close();
        window.print();
      }}
    />,
  );
};

const LongListDialog = ({
  rows,
  pages,
  onClose,
  onPrint,
}: {
  readonly rows: number;
  readonly pages: number;
  readonly onClose: () => void;
  readonly onPrint: () => void;
}) => (
  <Dialog
    title={PRINT_TEXTS.long.title}
    closeLabel={PRINT_TEXTS.close}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{PRINT_TEXTS.cancel}</Button>
        <Button variant="primary" onClick={onPrint}>
          {PRINT_TEXTS.long.action(pages)}
        </Button>
      </>
    }
  >
    <p>{PRINT_TEXTS.long.text(rows, pages)}</p>
    <p>{PRINT_TEXTS.long.hint}</p>
  </Dialog>
);
