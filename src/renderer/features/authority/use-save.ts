import { useState } from 'react';
import type { FileKind, SaveFileOutcome } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { useToast } from '#ui/toast.tsx';

const TEXTS = AUTHORITY_PAGE_TEXTS;

export type FileToSave = {
  readonly suggestedName: string;
  readonly kind: FileKind;
  readonly write: () => Promise<Uint8Array>;
};

/** Has a file written in the worker, hands it to the host for saving, and tells what became of it. */
export const useSave = (): readonly [isSaving: boolean, save: (file: FileToSave) => Promise<void>] => {
  const { show } = useToast();
  const [isSaving, setIsSaving] = useState(false);
  const save = async ({ suggestedName, kind, write }: FileToSave): Promise<void> => {
    setIsSaving(true);
    const written = await write().catch((error: unknown) => error);
    if (!(written instanceof Uint8Array)) {
      setIsSaving(false);
      show({
        text: TEXTS.notWritten(written instanceof Error ? written.message : String(written)),
        kind: 'error',
      });
      return;
    }
    const outcome = await hostBridge()
      .saveFile({ suggestedName, bytes: written, kind })
      // A host that refuses the call itself rejects.
      .catch((error: unknown): SaveFileOutcome => ({
        kind: 'failed',
        failure: 'unknown',
        path: null,
        detail: String(error),
      }));
    setIsSaving(false);
    if (outcome.kind === 'saved') show({ text: TEXTS.saved(outcome.name) });
    if (outcome.kind === 'failed') show({ text: TEXTS.failures[outcome.failure], kind: 'error' });
  };
  return [isSaving, save];
};
