import { useState } from 'react';
import { checksumOf } from '#backup/bytes.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { compareInWorker } from '#excel/compare-reports-client.ts';
import { readSetting, settingChange, SETTINGS, type WrittenReport } from '#state/settings.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { REPORT_HISTORY_TEXTS as TEXTS } from '#texts/report-history.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { placeFailureText } from '#texts/restore.ts';
import { frozenFailureText, type FrozenReports } from './use-frozen-reports.ts';

export type FileMessage = { readonly kind: 'ok' | 'gap'; readonly text: string };

const ok = (text: string): FileMessage => ({ kind: 'ok', text });
const gap = (text: string): FileMessage => ({ kind: 'gap', text });

/** Saves the file of an earlier report again, or takes the one that the user still has. */
export const useReportFiles = (frozen: FrozenReports, onKept: () => void) => {
  const store = useAppStore();
  const [message, setMessage] = useState<FileMessage | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const saveAgain = async (report: WrittenReport): Promise<FileMessage | null> => {
    const read = await frozen.read(report);
    if (!read.ok) {
      onKept();
      return gap(frozenFailureText(read.error, report.fileName));
    }
    const saved = await hostBridge().saveFile({
      suggestedName: report.fileName,
      bytes: read.value,
      kind: 'workbook',
    });
    if (saved.kind === 'cancelled') return null;
    return saved.kind === 'saved'
      ? ok(TEXTS.saved(saved.name))
      : gap(
          REPORT_PAGE_TEXTS.outcome.failures[saved.failure](
            saved.path ?? REPORT_PAGE_TEXTS.outcome.somewhere,
          ),
        );
  };

  /** Records of earlier versions have no checksum: there, the report's own data tell when it was written. */
  const isFileOf = async (report: WrittenReport, fileName: string, bytes: Uint8Array): Promise<boolean> => {
    if (report.checksum !== undefined) return (await checksumOf(bytes)) === report.checksum;
    const writtenAt = await compareInWorker({ kind: 'written-at', file: { fileName, bytes } });
    return writtenAt.ok && writtenAt.value === report.writtenAt;
  };

  const choose = async (report: WrittenReport): Promise<FileMessage | null> => {
    if (!frozen.canKeep) return gap(TEXTS.readOnly);
    const opened = await hostBridge().openFile({ kinds: ['list'] });
    if (opened.kind === 'cancelled') return null;
    if (opened.kind === 'failed') return gap(TEXTS.chosenUnread(report.fileName));
    if (!(await isFileOf(report, opened.name, opened.bytes)))
      return gap(TEXTS.chosenOther(opened.name, report.fileName));
    const kept = await frozen.keep(opened.bytes, report.writtenAt);
    if (!kept.ok) return gap(TEXTS.notKept(placeFailureText(kept.error.failure, TEXTS.folder)));
    if (report.checksum === undefined) {
      const { settings } = store.getState();
      const reports = readSetting(settings, SETTINGS.reports).map((entry) =>
        entry.id === report.id ? { ...entry, checksum: kept.value } : entry,
      );
      await store.commit({ code: 'report-file-chosen', params: { file: report.fileName } }, [
        settingChange(settings, SETTINGS.reports, reports),
      ]);
    }
    onKept();
    return ok(TEXTS.chosenKept(report.fileName));
  };

  const run = async (work: Promise<FileMessage | null>): Promise<void> => {
    setIsBusy(true);
    setMessage(null);
    try {
      setMessage(await work);
    } catch (error) {
      setMessage(gap(TEXTS.notKept(error instanceof Error ? error.message : String(error))));
    }
    setIsBusy(false);
  };
  return {
    message,
    isBusy,
    saveAgain: (report: WrittenReport) => void run(saveAgain(report)),
    choose: (report: WrittenReport) => void run(choose(report)),
  };
};
