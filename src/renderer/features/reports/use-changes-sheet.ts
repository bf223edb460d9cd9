import { useEffect, useState } from 'react';
import type { ReportInput } from '#core/report/report-input.ts';
import type { PageSheet, TableSheet } from '#core/report/report-model.ts';
import { compareInWorker } from '#excel/compare-reports-client.ts';
import { SETTINGS } from '#state/settings.ts';
import { useSetting } from '#state/use-app-state.ts';
import { useFrozenReports } from './use-frozen-reports.ts';

type Made = { readonly input: ReportInput; readonly sheet: TableSheet | PageSheet };

/** The sheet „Änderungen“ of a report that would be written now; null while it is being made, or where it is not wanted. */
export const useChangesSheet = (input: ReportInput, isWanted: boolean): TableSheet | PageSheet | null => {
  const frozen = useFrozenReports();
  const [reports] = useSetting(SETTINGS.reports);
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const giveUp = new AbortController();
    void frozen
      .lastOf(reports)
      .then((previous) => compareInWorker({ kind: 'sheet', request: { ...input, previous } }, giveUp.signal))
      .then((sheet) => {
        if (sheet.ok && !giveUp.signal.aborted) setMade({ input, sheet: sheet.value });
      });
    return () => giveUp.abort();
  }, [frozen, reports, input, isWanted]);
  return made?.input === input ? made.sheet : null;
};
