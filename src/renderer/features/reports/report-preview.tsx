import { useMemo, useState } from 'react';
import { buildSheet } from '#core/report/build-report.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import {
  VISIBLE_SHEETS,
  type PageBlock,
  type PageSheet,
  type TableSheet,
  type ValueKind,
  type VisibleSheetId,
} from '#core/report/report-model.ts';
import { REPORT_PAGE_TEXTS, REPORT_TEXTS } from '#texts/report.ts';
import { Tabs } from '#ui/tabs.tsx';
import { cellText, isGapCell } from './cell-text.ts';
import styles from './report-preview.module.css';
import { useChangesSheet } from './use-changes-sheet.ts';

const SHOWN_ROWS = 14;
const PANEL = 'berichtsvorschau';
const isNumeric = (kind: ValueKind): boolean =>
  kind !== 'text' && kind !== 'identifier' && kind !== 'wrapped' && kind !== 'state';

/** The sheets as they will stand in the workbook: made by the same code, cut off after a few rows. */
export const ReportPreview = ({ input }: { readonly input: ReportInput }) => {
  const [id, setId] = useState<VisibleSheetId>('matrix');
  const sheet = useSheet(input, id);
  return (
    <section className={styles.frame} aria-labelledby={`${PANEL}-titel`}>
      <div className={styles.head}>
        <h2 id={`${PANEL}-titel`}>{REPORT_TEXTS.sheets[id].name}</h2>
        <span>{REPORT_PAGE_TEXTS.preview(VISIBLE_SHEETS.indexOf(id) + 1, VISIBLE_SHEETS.length)}</span>
      </div>
      <div
        className={styles.paper}
        id={PANEL}
        role="tabpanel"
        aria-labelledby={`${PANEL}-${id}`}
        tabIndex={0}
      >
        {sheet === null ? (
          <p className={styles.note} role="status">
            {REPORT_PAGE_TEXTS.previewReading}
          </p>
        ) : sheet.kind === 'table' ? (
          <TablePreview sheet={sheet} />
        ) : (
          <PagePreview sheet={sheet} />
        )}
      </div>
      <Tabs
        label={REPORT_PAGE_TEXTS.previewSheets}
        tabs={VISIBLE_SHEETS.map((entry) => ({ id: entry, label: REPORT_TEXTS.sheets[entry].name }))}
        current={id}
        onChange={(next) => setId(VISIBLE_SHEETS.find((entry) => entry === next) ?? 'matrix')}
        panelId={PANEL}
      />
    </section>
  );
};

/** „Änderungen“ needs the report before this one, which a worker reads; null until then. */
const useSheet = (input: ReportInput, id: VisibleSheetId): TableSheet | PageSheet | null => {
  const changes = useChangesSheet(input, id === 'changes');
  return useMemo(
    () => (id === 'changes' ? changes : buildSheet(input, REPORT_TEXTS, id)),
    [input, id, changes],
  );
};

const TablePreview = ({ sheet }: { readonly sheet: TableSheet }) => {
  const rows = sheet.rows.slice(0, SHOWN_ROWS);
  const shown = sheet.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !column.hidden);
  const more = sheet.rows.length - rows.length;
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.hidden}>{sheet.name}</caption>
        <thead>
          <tr>
            {shown.map(({ column }) => (
              <th key={column.key} scope="col" data-kind={alignOf(column.kind)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {shown.map(({ column, index }) => {
                const value = row[index] ?? null;
                const isGap = isGapCell(value) || (column.isGap && typeof value === 'number' && value > 0);
                return (
                  <td key={column.key} data-kind={alignOf(column.kind)} data-gap={isGap || undefined}>
                    {cellText(value, column.kind)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.rows.length === 0 && <p className={styles.note}>{REPORT_TEXTS.empty}</p>}
      {sheet.rows.length === 0 && sheet.legend !== null && <p className={styles.note}>{sheet.legend}</p>}
      {more > 0 && <p className={styles.note}>{REPORT_PAGE_TEXTS.moreRows(more)}</p>}
    </>
  );
};

const alignOf = (kind: ValueKind): 'number' | 'state' | 'text' =>
  kind === 'state' ? 'state' : isNumeric(kind) ? 'number' : 'text';

const PagePreview = ({ sheet }: { readonly sheet: PageSheet }) => (
  <div className={styles.page}>
    {sheet.kicker !== null && <p className={styles.muted}>{sheet.kicker}</p>}
    <p className={styles.pageTitle}>{sheet.title}</p>
    <p className={styles.pageSubtitle}>{sheet.subtitle}</p>
    {[sheet, ...(sheet.further ?? [])].map(({ left, right }, band) => (
      <div key={band} className={styles.halves}>
        {[left, right].map((blocks, half) => (
          <div key={half}>
            {blocks.map((block) => (
              <Block key={block.heading} block={block} />
            ))}
          </div>
        ))}
      </div>
    ))}
  </div>
);

const Block = ({ block }: { readonly block: PageBlock }) => {
  if (block.kind !== 'table')
    return (
      <div className={styles.block}>
        <h3>{block.heading}</h3>
        {(block.kind === 'text' ? block.paragraphs : [block.chart.description]).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    );
  const hasHead = block.columns.some(({ heading }) => heading !== null);
  const rows = block.totals === null ? block.rows : [...block.rows, block.totals];
  return (
    <div className={styles.block}>
      <h3>{block.heading}</h3>
      <table className={styles.facts}>
        <caption className={styles.hidden}>{block.heading}</caption>
        {hasHead && (
          <thead>
            <tr>
              {block.columns.map(({ key, heading, align }) => (
                <th key={key} scope="col" data-kind={align === 'right' ? 'number' : 'text'}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {block.columns.map(({ key, align }, index) => {
                const cell = cells[index] ?? null;
                const isGap = cell?.tone === 'gap' && typeof cell.value === 'number' && cell.value > 0;
                return (
                  <td
                    key={key}
                    data-kind={align === 'right' ? 'number' : 'text'}
                    data-tone={isGap ? 'gap' : cell?.tone === 'gap' ? undefined : cell?.tone}
                  >
                    {cell === null ? '' : cellText(cell.value, cell.kind)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
