import type { ChangeKind } from '#core/history/history-entry.ts';
import type { PrintList, PrintTable } from '#print/print-list.ts';
import { formatNumber, formatTime } from '#texts/format.ts';
import {
  CHANGE_KIND_LABELS,
  dayHeading,
  entryDetail,
  entryTitle,
  HISTORY_TEXTS,
  type Period,
} from '#texts/history.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import type { HistoryRow } from './history-rows.ts';

const TEXTS = HISTORY_TEXTS;
/** On paper no day is today. */
const LONG_AGO = new Date(0);

/** Title, facts and one table: both lists of this screen print so. */
export const historyList = (title: string, facts: readonly string[], table: PrintTable): PrintList => ({
  kind: 'list',
  title,
  facts,
  tables: [table],
});

export const searchFacts = (search: string): readonly string[] =>
  search.trim() === '' ? [] : [PRINT_TEXTS.search(search.trim())];

/** The changes by day as the screen shows them, with what each did. */
export const changeList = (
  rows: readonly HistoryRow[],
  takenBack: ReadonlyMap<number, unknown>,
  filter: { readonly search: string; readonly kind: ChangeKind | null; readonly period: Period },
): PrintList =>
  historyList(
    TEXTS.title,
    [
      TEXTS.periods[filter.period],
      ...(filter.kind === null ? [] : [PRINT_TEXTS.choice(TEXTS.kind, CHANGE_KIND_LABELS[filter.kind])]),
      ...searchFacts(filter.search),
    ],
    {
      columns: [
        { label: TEXTS.heads.time },
        { label: TEXTS.heads.change },
        { label: TEXTS.heads.detail },
        { label: TEXTS.heads.count, align: 'right' },
        { label: TEXTS.heads.state },
      ],
      rows: rows.map((row) => {
        if (row.kind === 'day')
          return { kind: 'group', span: 5, cells: [dayHeading(row.at, LONG_AGO), '', '', '', ''] };
        const { header, changeCount } = row.entry;
        return {
          cells: [
            formatTime(header.at),
            entryTitle(row.entry),
            entryDetail(row.entry),
            header.label.code === 'report-written' ? '' : formatNumber(changeCount),
            takenBack.has(header.seq) ? TEXTS.isTakenBack : '',
          ],
        };
      }),
    },
  );
