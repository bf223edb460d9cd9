import type { HistoryEntry } from '#core/history/history-entry.ts';
import type { Timestamp } from '#core/shared/iso-date.ts';
import { localDay } from '#texts/format.ts';
import type { Period } from '#texts/history.ts';

export type HistoryRow =
  { readonly kind: 'day'; readonly at: Timestamp } | { readonly kind: 'entry'; readonly entry: HistoryEntry };

/** A line for each day above its changes. */
export const rowsByDay = (entries: readonly HistoryEntry[]): readonly HistoryRow[] => {
  const rows: HistoryRow[] = [];
  let day = '';
  let lastAt = '';
  for (const entry of entries) {
    const { at } = entry.header;
    // Most neighbours share the hour; only another one may be of another day.
    if (at.slice(0, 13) !== lastAt) {
      lastAt = at.slice(0, 13);
      const own = localDay(at);
      if (own !== day) rows.push({ kind: 'day', at });
      day = own;
    }
    rows.push({ kind: 'entry', entry });
  }
  return rows;
};

/** The next line that is a change, from a position on; null where there is none on that side. */
export const nextEntryRow = (rows: readonly HistoryRow[], from: number, step: 1 | -1): number | null => {
  for (let at = from; at >= 0 && at < rows.length; at += step) if (rows[at]?.kind === 'entry') return at;
  return null;
};

const MONTH_DAYS = 30;

/** The moment from which on a period counts; null = from the beginning. */
export const periodStart = (period: Period, lastReport: Timestamp | null, now: Date): Timestamp | null => {
  switch (period) {
    case 'all':
      return null;
    case 'report':
      return lastReport;
    case 'today':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
    case 'month':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() - MONTH_DAYS).toISOString();
  }
};
