import { profileKey } from '#core/history/change-set.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { WrittenReport } from '#state/settings.ts';
import { formatDate, formatEuros, formatNumber, formatTimestamp } from '#texts/format.ts';
import { REPORT_PAGE_TEXTS, REPORT_TEXTS } from '#texts/report.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/layout.tsx';

const TEXTS = REPORT_PAGE_TEXTS.written;

const columnsFor = (profiles: readonly TargetProfile[]): readonly DataColumn<WrittenReport>[] => [
  { id: 'file', label: TEXTS.file, cell: ({ fileName }) => fileName, isRowHead: true },
  { id: 'writtenAt', label: TEXTS.writtenAt, cell: ({ writtenAt }) => formatTimestamp(writtenAt) },
  { id: 'asOf', label: TEXTS.asOf, cell: ({ asOf }) => formatDate(asOf) },
  { id: 'stage', label: TEXTS.stage, align: 'right', cell: ({ stage }) => stage },
  { id: 'profile', label: TEXTS.profile, cell: ({ profile }) => profileName(profiles, profile) },
  { id: 'gaps', label: TEXTS.gaps, align: 'right', cell: ({ gaps }) => formatNumber(gaps) },
  { id: 'cost', label: TEXTS.cost, align: 'right', cell: ({ costCents }) => formatEuros(costCents) },
];

/** A profile that is no longer here goes by its key. */
const profileName = (profiles: readonly TargetProfile[], key: string): string => {
  const profile = profiles.find((entry) => profileKey(entry) === key);
  return profile === undefined ? key : REPORT_TEXTS.cover.profile(profile.title, profile.edition);
};

export const WrittenReports = ({
  reports,
  profiles,
}: {
  readonly reports: readonly WrittenReport[];
  readonly profiles: readonly TargetProfile[];
}) =>
  reports.length === 0 ? (
    <EmptyState text={REPORT_PAGE_TEXTS.noReports} />
  ) : (
    <DataTable
      caption={TEXTS.caption}
      columns={columnsFor(profiles)}
      rows={reports.toReversed()}
      keyOf={({ id }) => id}
    />
  );
