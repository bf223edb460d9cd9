import { useEffect, useRef, useState } from 'react';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { ReportBytes, ReportComparison } from '#excel/compare-report-files.ts';
import { compareInWorker } from '#excel/compare-reports-client.ts';
import type { WrittenReport } from '#state/settings.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatTimestamp } from '#texts/format.ts';
import { REPORT_HISTORY_TEXTS } from '#texts/report-history.ts';
import { frozenFailureText, type FrozenReports } from './use-frozen-reports.ts';

const TEXTS = REPORT_HISTORY_TEXTS.compare;

/** In place of a report's id. */
export const TODAY = 'heute';

export type ComparisonState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly text: string }
  | {
      readonly kind: 'compared';
      readonly comparison: ReportComparison;
      /** When the two were written, in words. */
      readonly from: string;
      readonly to: string;
    };

/** Reads the files and compares them in a worker; the earlier one of two is always taken as what was. */
export const useComparison = (
  reports: readonly WrittenReport[],
  frozen: FrozenReports,
): readonly [ComparisonState, (first: string, second: string) => Promise<void>, () => void] => {
  const inventory = useAppState((current) => current.inventory);
  const profile = useAppState((current) => current.profile);
  const { asOf, stage } = useGapAnalysis();
  const [state, setState] = useState<ComparisonState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const stop = (): AbortController => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current;
  };

  const read = async (report: WrittenReport): Promise<Result<ReportBytes, string>> => {
    const bytes = await frozen.read(report);
    return bytes.ok
      ? ok({ fileName: report.fileName, bytes: bytes.value })
      : failed(frozenFailureText(bytes.error, report.fileName));
  };

  const compare = async (first: string, second: string): Promise<void> => {
    const { signal } = stop();
    const show = (next: ComparisonState): void => {
      if (!signal.aborted) setState(next);
    };
    const [earlier, later] = reports
      .filter(({ id }) => id === first || id === second)
      .toSorted((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1));
    if (earlier === undefined) return;
    show({ kind: 'reading' });
    const before = await read(earlier);
    const after = later === undefined ? ok({ inventory, profile, asOf, stage }) : await read(later);
    if (!before.ok) return show({ kind: 'failed', text: before.error });
    if (!after.ok) return show({ kind: 'failed', text: after.error });
    const compared = await compareInWorker(
      { kind: 'compare', before: before.value, after: after.value },
      signal,
    );
    if (!compared.ok) return show({ kind: 'failed', text: TEXTS.failed(compared.error) });
    show({
      kind: 'compared',
      comparison: compared.value,
      from: formatTimestamp(earlier.writtenAt),
      to: later === undefined ? TEXTS.today : formatTimestamp(later.writtenAt),
    });
  };

  const reset = (): void => {
    stop();
    setState({ kind: 'idle' });
  };
  return [state, compare, reset];
};
