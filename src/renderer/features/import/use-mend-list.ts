import { useState } from 'react';
import { hostBridge } from '#bridge/host-bridge.ts';
import type { SaveFileOutcome } from '#bridge/contract.ts';
import { IMPORT_TEXTS, MEND_TEXTS } from '#texts/import.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import type { Message } from './use-import.ts';
import type { WorkerHandle } from './use-import-worker.ts';

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes the rows to mend in the worker and hands them to the host for saving. */
export const useMendList = (worker: WorkerHandle, listName: string) => {
  const [message, setMessage] = useState<Message | null>(null);
  const [isWriting, setWriting] = useState(false);

  const tell = (outcome: SaveFileOutcome): Message | null => {
    switch (outcome.kind) {
      case 'cancelled':
        return null;
      case 'saved':
        return { kind: 'ok', text: IMPORT_TEXTS.mend.saved(outcome.name) };
      case 'failed': {
        const { failures, somewhere } = REPORT_PAGE_TEXTS.outcome;
        return { kind: 'gap', text: failures[outcome.failure](outcome.path ?? somewhere) };
      }
    }
  };

  const save = async (): Promise<void> => {
    const writer = worker.current();
    if (writer === null) return;
    setWriting(true);
    setMessage(null);
    try {
      const bytes = await writer.mendList();
      setMessage(
        tell(
          await hostBridge().saveFile({
            suggestedName: MEND_TEXTS.fileName(listName),
            bytes,
            kind: 'workbook',
          }),
        ),
      );
    } catch (error) {
      setMessage({ kind: 'gap', text: IMPORT_TEXTS.mend.failed(detailOf(error)) });
    }
    setWriting(false);
  };
  return { save, message, isWriting };
};
