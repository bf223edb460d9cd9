import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { AppInfo } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { readPartialDate } from '#core/inventory/cell-input.ts';
import { reportFileName } from '#core/report/build-report.ts';
import { keyFigures } from '#core/report/key-figures.ts';
import { findNameHintsInSteps } from '#core/report/name-hints.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { findReportChecksInSteps } from '#core/report/report-checks.ts';
import { VISIBLE_SHEETS } from '#core/report/report-model.ts';
import { latestSummary } from '#core/stocktake/stocktake-summary.ts';
import { SETTINGS } from '#state/settings.ts';
import { useActions, useAppState, useSetting } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatDate, formatEuros, formatNumber, formatPercent, localDay } from '#texts/format.ts';
import { MAIL_TEXTS } from '#texts/mail.ts';
import { ONE_PAGER_TEXTS } from '#texts/one-pager.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Checkbox, ParsedField, SelectField } from '#ui/field.tsx';
import { EmptyState, PageHead } from '#ui/layout.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { checkLines } from './check-lines.ts';
import { KeyFigure, NameHints, ReportChecks } from './report-panel.tsx';
import { ReportPreview } from './report-preview.tsx';
import styles from './reports-page.module.css';
import { useInBackground } from './use-in-background.ts';
import { useWriteReport } from './use-write-report.ts';
import { WriteOutcome } from './write-outcome.tsx';
import { WrittenReports } from './written-reports.tsx';

const MailDialog = lazy(() =>
  import('./mail/mail-dialog.tsx').then(({ MailDialog: dialog }) => ({ default: dialog })),
);

const OnePagerDialog = lazy(() =>
  import('./one-pager/one-pager-dialog.tsx').then(({ OnePagerDialog: dialog }) => ({ default: dialog })),
);

const PANEL = 'berichte';

/** Nothing has changed since: what was saved can be sent. */
const isSameReport = (left: ReportInput, right: ReportInput): boolean =>
  left.inventory === right.inventory &&
  left.profile === right.profile &&
  left.analysis === right.analysis &&
  left.includeFreeTexts === right.includeFreeTexts;

const useAppInfo = (): AppInfo | null => {
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let isShown = true;
    void hostBridge()
      .appInfo()
      .then((found) => {
        if (isShown) setInfo(found);
      });
    return () => {
      isShown = false;
    };
  }, []);
  return info;
};

/** The report that would be written now; its times are set again when it is written. */
const useReportInput = (includeFreeTexts: boolean, appVersion: string): ReportInput => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const analysis = useGapAnalysis();
  const [programmeSums] = useSetting(SETTINGS.programmeSums);
  const settings = useAppState((state) => state.settings);
  const stocktake = useMemo(() => latestSummary(settings, analysis.asOf), [settings, analysis.asOf]);
  return useMemo(() => {
    const now = new Date();
    return {
      inventory,
      profile,
      analysis,
      programmeSums,
      stocktake,
      includeFreeTexts,
      writtenAt: now.toISOString(),
      writtenOn: localDay(now),
      appVersion,
      // Read only when it is needed: by the worker that writes, and by the preview of „Änderungen“.
      previous: null,
    };
  }, [inventory, profile, analysis, programmeSums, stocktake, includeFreeTexts, appVersion]);
};

/** Berichte: what the report will contain, writing it, and those already written. */
export const ReportsPage = () => {
  const info = useAppInfo();
  const [tab, setTab] = useState('new');
  const [includeFreeTexts, setIncludeFreeTexts] = useState(false);
  const input = useReportInput(includeFreeTexts, info?.version ?? '');
  const [reports] = useSetting(SETTINGS.reports);
  const profiles = useAppState((current) => current.profiles);
  const { state, write, cancel } = useWriteReport();
  const { inventory } = input;
  const isEmpty = inventory.rooms.length === 0 && inventory.devices.length === 0;
  const [isMailOpen, setIsMailOpen] = useState(false);
  const [isOnePagerOpen, setIsOnePagerOpen] = useState(false);
  const isBusy = state.kind === 'writing' || state.kind === 'saving';
  const save = (): Promise<boolean> => {
    const now = new Date();
    return write({ ...input, writtenAt: now.toISOString(), writtenOn: localDay(now) });
  };
  const sendByMail = async (): Promise<void> => {
    if ((state.kind === 'saved' && isSameReport(state.input, input)) || (await save())) setIsMailOpen(true);
  };
  return (
    <>
      <PageHead
        title={REPORT_PAGE_TEXTS.title}
        fact={isEmpty ? undefined : reportFileName(inventory.school.name, input.analysis.asOf)}
        actions={
          <>
            <ButtonLink href="#/traeger">{REPORT_PAGE_TEXTS.ofManySchools}</ButtonLink>
            <Button disabled={isEmpty || isBusy || info === null} onClick={() => void sendByMail()}>
              {MAIL_TEXTS.open}
            </Button>
            <Button
              variant="primary"
              disabled={isEmpty || isBusy || info === null}
              onClick={() => void save()}
            >
              {REPORT_PAGE_TEXTS.save}
            </Button>
          </>
        }
      />
      <Tabs
        label={REPORT_PAGE_TEXTS.tabs}
        tabs={[
          { id: 'new', label: REPORT_PAGE_TEXTS.newReport },
          { id: 'earlier', label: REPORT_PAGE_TEXTS.earlierReports, count: reports.length },
        ]}
        current={tab}
        onChange={setTab}
        panelId={PANEL}
      />
      {isMailOpen && state.kind === 'saved' && info !== null && (
        <Suspense fallback={null}>
          <MailDialog report={state} capabilities={info.capabilities} onClose={() => setIsMailOpen(false)} />
        </Suspense>
      )}
      {isOnePagerOpen && info !== null && (
        <Suspense fallback={null}>
          <OnePagerDialog
            input={input}
            capabilities={info.capabilities}
            onClose={() => setIsOnePagerOpen(false)}
          />
        </Suspense>
      )}
      <div className={styles.plane} id={PANEL} role="tabpanel" aria-labelledby={`${PANEL}-${tab}`}>
        <div className={styles.outcome}>
          <WriteOutcome
            state={state}
            canReveal={info?.capabilities.canRevealFile ?? false}
            onCancel={cancel}
          />
        </div>
        {tab === 'earlier' ? (
          <div className={styles.earlier}>
            <WrittenReports reports={reports} profiles={profiles} />
          </div>
        ) : isEmpty ? (
          <EmptyState
            text={REPORT_PAGE_TEXTS.noData}
            action={<ButtonLink href="#/import">{REPORT_PAGE_TEXTS.toImport}</ButtonLink>}
          />
        ) : (
          <NewReport
            input={input}
            includeFreeTexts={includeFreeTexts}
            onFreeTextsChange={setIncludeFreeTexts}
            onOpenOnePager={() => setIsOnePagerOpen(true)}
          />
        )}
      </div>
    </>
  );
};

const NewReport = ({
  input,
  includeFreeTexts,
  onFreeTextsChange,
  onOpenOnePager,
}: {
  readonly input: ReportInput;
  readonly includeFreeTexts: boolean;
  readonly onFreeTextsChange: (isTicked: boolean) => void;
  readonly onOpenOnePager: () => void;
}) => {
  const { inventory, profile, analysis } = input;
  const { asOf } = analysis;
  const checks = useInBackground(
    useCallback(() => findReportChecksInSteps(inventory, profile, asOf), [inventory, profile, asOf]),
  );
  const lines = useMemo(
    () => (checks === null ? null : checkLines(inventory, profile, analysis, checks)),
    [inventory, profile, analysis, checks],
  );
  const names = useInBackground(
    useCallback(() => findNameHintsInSteps(inventory, includeFreeTexts), [inventory, includeFreeTexts]),
  );
  return (
    <div className={styles.halves}>
      <div className={styles.left}>
        <ViewFields input={input} />
        {lines !== null && <ReportChecks lines={lines} />}
        <section>
          <h2>{REPORT_PAGE_TEXTS.content}</h2>
          <p className={styles.lead}>{REPORT_PAGE_TEXTS.sheets(VISIBLE_SHEETS.length)}</p>
          <Checkbox
            label={REPORT_PAGE_TEXTS.freeTexts}
            isChecked={includeFreeTexts}
            onChange={onFreeTextsChange}
          />
          <p className={styles.hint}>{REPORT_PAGE_TEXTS.freeTextsHint}</p>
          {names !== null && <NameHints hints={names} />}
        </section>
      </div>
      <div className={styles.right}>
        <KeyFigures input={input} />
        <section className={styles.onePager} aria-label={ONE_PAGER_TEXTS.section}>
          <p>
            <b>{ONE_PAGER_TEXTS.section}</b> {ONE_PAGER_TEXTS.lead}
          </p>
          <Button onClick={onOpenOnePager}>{ONE_PAGER_TEXTS.open}</Button>
        </section>
        <ReportPreview input={input} />
      </div>
    </div>
  );
};

const ViewFields = ({ input: { profile, analysis } }: { readonly input: ReportInput }) => {
  const { setView } = useActions();
  return (
    <div className={styles.fields}>
      <ParsedField
        label={REPORT_PAGE_TEXTS.asOf}
        width="date"
        value={analysis.asOf}
        format={formatDate}
        parse={(text) => {
          const date = readPartialDate(text);
          return date !== null && date.length === 10
            ? { ok: true, value: date }
            : { ok: false, message: REPORT_PAGE_TEXTS.asOfError };
        }}
        onCommit={(asOf) => {
          if (asOf !== null) setView({ asOf });
        }}
      />
      <SelectField
        label={REPORT_PAGE_TEXTS.stage}
        value={String(analysis.stage)}
        options={profile.stages.map(({ stage, name, dueYear }) => ({
          value: String(stage),
          label: REPORT_PAGE_TEXTS.stageOption(stage, name, dueYear),
        }))}
        onChange={(stage) => setView({ stage: Number(stage) })}
      />
    </div>
  );
};

const KeyFigures = ({ input: { inventory, profile, analysis } }: { readonly input: ReportInput }) => {
  const texts = REPORT_PAGE_TEXTS.figures;
  const { totals, standards } = analysis;
  const { devices, overAge } = useMemo(
    () => keyFigures(inventory, profile, analysis),
    [inventory, profile, analysis],
  );
  return (
    <section className={styles.figures} aria-label={REPORT_PAGE_TEXTS.keyFigures}>
      <dl>
        {standards.map(({ standardId, met, of }) => (
          <KeyFigure
            key={standardId}
            label={profile.standards.find(({ id }) => id === standardId)?.name ?? standardId}
            value={texts.standard(met, of)}
          />
        ))}
        <KeyFigure
          label={texts.fulfilment}
          value={formatPercent(totals.fulfilment)}
          note={texts.ofTarget(totals.actual, totals.target)}
        />
        <KeyFigure
          label={texts.gaps}
          value={formatNumber(totals.gap)}
          note={texts.repairable(totals.repairable)}
        />
        <KeyFigure label={texts.cost} value={formatEuros(totals.costCents)} />
        <KeyFigure
          label={texts.rooms}
          value={formatNumber(inventory.rooms.length)}
          note={texts.withGap(totals.roomsWithGap)}
        />
        <KeyFigure label={texts.devices} value={formatNumber(devices)} note={texts.overAge(overAge)} />
      </dl>
    </section>
  );
};
