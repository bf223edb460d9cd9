import { useCallback, useRef, useState } from 'react';
import { checksumOf } from '#backup/bytes.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import type { SaveFailure, SaveFileOutcome, VaultFailure } from '#bridge/contract.ts';
import { reportFileName } from '#core/report/build-report.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { profileKey } from '#core/history/change-set.ts';
import { writeReportInWorker } from '#excel/write-report-client.ts';
import type { WriteProgress } from '#excel/write/write-workbook.ts';
import { newId } from '#state/new-id.ts';
import { readSetting, settingChange, SETTINGS, type WrittenReport } from '#state/settings.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { useFrozenReports } from './use-frozen-reports.ts';

export type WriteState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly progress: WriteProgress | null }
  /** The host asks where to. */
  | { readonly kind: 'saving' | 'cancelled' }
  | {
      readonly kind: 'saved';
      /** What was saved, for the mail. */
      readonly bytes: Uint8Array;
      readonly input: ReportInput;
      readonly name: string;
      readonly path: string | null;
      readonly isRecorded: boolean;
      /** Why the file could not be kept for later comparisons; null = it is. */
      readonly notKept: VaultFailure | null;
    }
  | { readonly kind: 'not-written'; readonly detail: string }
  | { readonly kind: 'not-saved'; readonly failure: SaveFailure; readonly path: string | null };

/** What is kept of a written report. */
const recordOf = (
  { analysis, profile, writtenAt, includeFreeTexts }: ReportInput,
  fileName: string,
  checksum: string,
): WrittenReport => ({
  id: newId(),
  fileName,
  writtenAt,
  asOf: analysis.asOf,
  stage: analysis.stage,
  profile: profileKey(profile),
  gaps: analysis.totals.gap,
  costCents: analysis.totals.costCents,
  fulfilment: analysis.totals.fulfilment,
  target: analysis.totals.target,
  standardMet: analysis.standards[0]?.met ?? 0,
  standardOf: analysis.standards[0]?.of ?? 0,
  checksum,
  includesFreeTexts: includeFreeTexts,
});

export type ReportWriter = {
  readonly state: WriteState;
  /** @returns whether it is saved */
  readonly write: (input: ReportInput) => Promise<boolean>;
  /** Ends the worker while it writes; nothing is left of the report. */
  readonly cancel: () => void;
};

/** Writes the report in the worker, hands it to the host for saving, and records it when it is saved. */
export const useWriteReport = (): ReportWriter => {
  const store = useAppStore();
  const frozen = useFrozenReports();
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<WriteState>({ kind: 'idle' });

  const record = async (input: ReportInput, file: string, checksum: string): Promise<boolean> => {
    const { settings } = store.getState();
    const reports = [...readSetting(settings, SETTINGS.reports), recordOf(input, file, checksum)];
    const { ok } = await store.commit({ code: 'report-written', params: { file } }, [
      settingChange(settings, SETTINGS.reports, reports),
    ]);
    return ok;
  };

  const write = async (input: ReportInput): Promise<boolean> => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'writing', progress: null });
    const previous = await frozen.lastOf(readSetting(store.getState().settings, SETTINGS.reports));
    const written = await writeReportInWorker(
      { ...input, previous },
      {
        signal: controller.signal,
        onProgress: (progress) => setState({ kind: 'writing', progress }),
      },
    );
    running.current = null;
    if (!written.ok) {
      const { error } = written;
      setState(error.kind === 'cancelled' ? error : { kind: 'not-written', detail: error.detail });
      return false;
    }
    setState({ kind: 'saving' });
    // A host that refuses the call itself rejects; without an answer the page would wait for ever.
    const outcome = await hostBridge()
      .saveFile({
        suggestedName: reportFileName(input.inventory.school.name, input.analysis.asOf),
        bytes: written.value,
        kind: 'workbook',
      })
      .catch((error: unknown): SaveFileOutcome => ({
        kind: 'failed',
        failure: 'unknown',
        path: null,
        detail: error instanceof Error ? error.message : String(error),
      }));
    switch (outcome.kind) {
      case 'cancelled':
        setState({ kind: 'idle' });
        return false;
      case 'failed':
        setState({ kind: 'not-saved', failure: outcome.failure, path: outcome.path });
        return false;
      case 'saved': {
        const kept = await frozen.keep(written.value, input.writtenAt);
        const isRecorded = await record(input, outcome.name, await checksumOf(written.value));
        setState({
          kind: 'saved',
          name: outcome.name,
          path: outcome.path,
          isRecorded,
          notKept: kept.ok ? null : kept.error,
          bytes: written.value,
          input,
        });
        return true;
      }
    }
  };
  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, write, cancel };
};
