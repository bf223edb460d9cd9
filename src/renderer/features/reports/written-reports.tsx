import type { WrittenReport } from '#state/settings.ts';
import { formatDate, formatEuros, formatNumber, formatTimestamp } from '#texts/format.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/layout.tsx';

const TEXTS = REPORT_PAGE_TEXTS.written;

const COLUMNS: readonly DataColumn<WrittenReport>[] = [
  { id: 'file', label: TEXTS.file, cell: ({ fileName }) => fileName, isRowHead: true },
  { id: 'writtenAt', label: TEXTS.writtenAt, cell: ({ writtenAt }) => formatTimestamp(writtenAt) },
  { id: 'asOf', label: TEXTS.asOf, cell: ({ asOf }) => formatDate(asOf) },
  { id: 'stage', label: TEXTS.stage, align: 'right', cell: ({ stage }) => stage },
  { id: 'profile', label: TEXTS.profile, cell: ({ profile }) => profile },
  { id: 'gaps', label: TEXTS.gaps, align: 'right', cell: ({ gaps }) => formatNumber(gaps) },
  { id: 'cost', label: TEXTS.cost, align: 'right', cell: ({ costCents }) => formatEuros(costCents) },
];

export const WrittenReports = ({ reports }: { readonly reports: readonly WrittenReport[] }) =>
  reports.length === 0 ? (
    <EmptyState text={REPORT_PAGE_TEXTS.noReports} />
  ) : (
    <DataTable caption={TEXTS.caption} columns={COLUMNS} rows={reports.toReversed()} keyOf={({ id }) => id} />
  );
