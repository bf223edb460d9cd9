import { profileKey } from '#core/history/change-set.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { WrittenReport } from '#state/settings.ts';
import { formatDate, formatEuros, formatNumber, formatTimestamp } from '#texts/format.ts';
import { REPORT_HISTORY_TEXTS as TEXTS } from '#texts/report-history.ts';
import { REPORT_PAGE_TEXTS, REPORT_TEXTS } from '#texts/report.ts';
import { Button } from '#ui/button.tsx';
import { copyText } from '#ui/copy-text.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { EmptyState, Notice } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import { CompareReports } from './compare-reports.tsx';
import styles from './report-history.module.css';
import { useFrozenReports, useKeptReports } from './use-frozen-reports.ts';
import { useReportFiles } from './use-report-files.ts';

const SHORT = 12;

/** „Frühere Berichte“: what was written, each with its file as it was, and what is different between two of them. */
export const WrittenReports = ({
  reports,
  profiles,
}: {
  readonly reports: readonly WrittenReport[];
  readonly profiles: readonly TargetProfile[];
}) => {
  const frozen = useFrozenReports();
  const { isKept, problem, lookAgain } = useKeptReports(reports);
  const { message, isBusy, saveAgain, choose } = useReportFiles(frozen, lookAgain);
  const { show } = useToast();
  if (reports.length === 0) return <EmptyState text={REPORT_PAGE_TEXTS.noReports} />;
  const missing = isKept === null ? 0 : reports.filter((report) => !isKept(report)).length;
  const copy = (checksum: string): void => {
    if (copyText(checksum)) show({ text: TEXTS.copied });
  };
  const { list } = TEXTS;
  const columns: readonly DataColumn<WrittenReport>[] = [
    {
      id: 'file',
      label: list.file,
      isRowHead: true,
      cell: ({ fileName, includesFreeTexts }) => (
        <>
          {fileName}
          {includesFreeTexts === true && <small className={styles.note}>{TEXTS.withFreeTexts}</small>}
        </>
      ),
    },
    { id: 'writtenAt', label: list.writtenAt, cell: ({ writtenAt }) => formatTimestamp(writtenAt) },
    { id: 'asOf', label: list.asOf, cell: ({ asOf }) => formatDate(asOf) },
    { id: 'stage', label: list.stage, align: 'right', cell: ({ stage }) => stage },
    { id: 'profile', label: list.profile, cell: ({ profile }) => profileName(profiles, profile) },
    { id: 'gaps', label: list.gaps, align: 'right', cell: ({ gaps }) => formatNumber(gaps) },
    { id: 'cost', label: list.cost, align: 'right', cell: ({ costCents }) => formatEuros(costCents) },
    {
      id: 'checksum',
      label: list.checksum,
      cell: ({ checksum, fileName }) =>
        checksum === undefined ? (
          TEXTS.noChecksum
        ) : (
          <button
            type="button"
            className={styles.checksum}
            title={checksum}
            aria-label={`${checksum.slice(0, SHORT)}: ${TEXTS.copy(fileName)}`}
            onClick={() => copy(checksum)}
          >
            {checksum.slice(0, SHORT)}
          </button>
        ),
    },
    {
      id: 'action',
      label: list.action,
      align: 'right',
      cell: (report) => {
        if (isKept === null) return null;
        const { fileName, writtenAt } = report;
        return isKept(report) ? (
          <Button
            isSmall
            disabled={isBusy}
            aria-label={TEXTS.saveAgainOf(fileName, writtenAt)}
            onClick={() => saveAgain(report)}
          >
            {TEXTS.saveAgain}
          </Button>
        ) : (
          <Button
            isSmall
            disabled={isBusy}
            aria-label={TEXTS.chooseOf(fileName, writtenAt)}
            onClick={() => choose(report)}
          >
            {TEXTS.choose}
          </Button>
        );
      },
    },
  ];
  return (
    <div className={styles.history}>
      <p className={styles.quiet}>{TEXTS.intro}</p>
      {problem !== null && (
        <Notice kind="gap" role="alert">
          {problem}
        </Notice>
      )}
      {missing > 0 && <Notice kind="part">{TEXTS.missing(missing)}</Notice>}
      {message !== null && (
        <Notice kind={message.kind} role={message.kind === 'ok' ? 'status' : 'alert'}>
          {message.text}
        </Notice>
      )}
      <DataTable
        caption={list.caption}
        columns={columns}
        rows={reports.toReversed()}
        keyOf={({ id }) => id}
      />
      <CompareReports reports={reports} frozen={frozen} />
    </div>
  );
};

/** A profile that is no longer here goes by its key. */
const profileName = (profiles: readonly TargetProfile[], key: string): string => {
  const profile = profiles.find((entry) => profileKey(entry) === key);
  return profile === undefined ? key : REPORT_TEXTS.cover.profile(profile.title, profile.edition);
};
