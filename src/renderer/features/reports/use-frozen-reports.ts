import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  keepReport,
  keptMarks,
  markOfChecksum,
  readReportFile,
  type FrozenFailure,
} from '#backup/frozen-reports.ts';
import type { VaultFailure } from '#bridge/contract.ts';
import { failed, type Result } from '#core/shared/result.ts';
import type { ReportFile } from '#excel/report-request.ts';
import type { WrittenReport } from '#state/settings.ts';
import { useSafety } from '#state/use-safety.ts';
import { REPORT_HISTORY_TEXTS as TEXTS } from '#texts/report-history.ts';
import { placeFailureText } from '#texts/restore.ts';

export type FrozenReports = {
  /** This window may write. */
  readonly canKeep: boolean;
  readonly keep: (bytes: Uint8Array, writtenAt: string) => Promise<Result<string, VaultFailure>>;
  /** The file of a report, byte for byte as it was saved. */
  readonly read: (report: WrittenReport) => Promise<Result<Uint8Array, FrozenFailure>>;
  /** The last one for the sheet „Änderungen“; `bytes` null where its file is not there; null = there is none. */
  readonly lastOf: (reports: readonly WrittenReport[]) => Promise<ReportFile | null>;
};

/** Reports as files in the vault, encrypted where backups are. */
export const useFrozenReports = (): FrozenReports => {
  const { host, vault } = useSafety();
  return useMemo(() => {
    const dataKey = () => vault?.dataKey() ?? null;
    const read: FrozenReports['read'] = ({ checksum }) =>
      checksum === undefined
        ? Promise.resolve(failed({ code: 'gone' }))
        : readReportFile(host, checksum, dataKey());
    return {
      canKeep: vault !== null,
      keep: (bytes, writtenAt) => keepReport(host, bytes, writtenAt, dataKey()),
      read,
      lastOf: async (reports) => {
        const last = reports.at(-1);
        if (last === undefined) return null;
        const { fileName, writtenAt } = last;
        const bytes = await read(last);
        return { fileName, writtenAt, bytes: bytes.ok ? bytes.value : null };
      },
    };
  }, [host, vault]);
};

export type KeptState = {
  /** null = not looked at yet, or the folder cannot be read. */
  readonly isKept: ((report: WrittenReport) => boolean) | null;
  /** Why the folder cannot be read. */
  readonly problem: string | null;
  readonly lookAgain: () => void;
};

/** Of which reports the file is there. */
export const useKeptReports = (reports: readonly WrittenReport[]): KeptState => {
  const { host } = useSafety();
  const [marks, setMarks] = useState<ReadonlySet<string> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void keptMarks(host).then((found) => {
      if (!isWanted) return;
      setMarks(found.ok ? found.value : null);
      setProblem(found.ok ? null : TEXTS.notListed(placeFailureText(found.error.failure, TEXTS.folder)));
    });
    return () => {
      isWanted = false;
    };
  }, [host, reports, round]);
  return {
    isKept:
      marks === null ? null : ({ checksum }) => checksum !== undefined && marks.has(markOfChecksum(checksum)),
    problem,
    lookAgain: useCallback(() => setRound((before) => before + 1), []),
  };
};

/** Why a kept file cannot be used, with the remedy. */
export const frozenFailureText = (failure: FrozenFailure, file: string): string =>
  failure.code === 'unreadable'
    ? TEXTS.notListed(placeFailureText(failure.failure, TEXTS.folder))
    : TEXTS.failures[failure.code](file);
