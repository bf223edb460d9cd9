import { useState } from 'react';
import type { SaveFileOutcome } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { preparePrinting } from './print-screen.ts';

export type PdfState = { readonly kind: 'idle' | 'saving' } | Exclude<SaveFileOutcome, { kind: 'cancelled' }>;

/** Has the host write what the screen prints as a PDF. */
export const useSavePdf = (): {
  readonly state: PdfState;
  readonly save: (suggestedName: string) => Promise<void>;
} => {
  const [state, setState] = useState<PdfState>({ kind: 'idle' });
  const save = async (suggestedName: string): Promise<void> => {
    setState({ kind: 'saving' });
    // A host that refuses the call itself rejects; without an answer the dialog would wait for ever.
    const outcome = await preparePrinting()
      .then(() => hostBridge().savePdf({ suggestedName }))
      .catch((error: unknown): SaveFileOutcome => ({
        kind: 'failed',
        failure: 'unknown',
        path: null,
        detail: error instanceof Error ? error.message : String(error),
      }));
    setState(outcome.kind === 'cancelled' ? { kind: 'idle' } : outcome);
  };
  return { state, save };
};
