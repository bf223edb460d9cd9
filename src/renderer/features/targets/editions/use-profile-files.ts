import { useState } from 'react';
import { hostBridge } from '#bridge/host-bridge.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { profileFileInWorker } from '#excel/profile/profile-file-client.ts';
import { EDITIONS_TEXTS } from '#texts/editions.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { useToast } from '#ui/toast.tsx';
import type { Candidate } from './adopt-preview.tsx';

const texts = EDITIONS_TEXTS;

export type Refusal = { readonly title: string; readonly reasons: readonly string[] };

/** Profiles come in from a file and go out as one; a worker reads and writes them. */
export const useProfileFiles = (onRead: (candidate: Candidate) => void) => {
  const { show } = useToast();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const takeIn = async (): Promise<void> => {
    setRefusal(null);
    const opened = await hostBridge().openFile({ kinds: ['profile'] });
    if (opened.kind === 'cancelled') return;
    if (opened.kind === 'failed') {
      setRefusal({ title: texts.openFailures[opened.failure], reasons: [] });
      return;
    }
    setIsBusy(true);
    const answer = await profileFileInWorker({ kind: 'read', bytes: opened.bytes, fileName: opened.name });
    setIsBusy(false);
    if (answer.kind === 'read' && answer.result.ok) onRead(answer.result.value);
    else
      setRefusal({
        title: texts.refused(opened.name),
        reasons: answer.kind === 'read' && !answer.result.ok ? answer.result.error : [texts.stumbled],
      });
  };

  const giveOut = async (profile: TargetProfile, kind: 'json' | 'workbook'): Promise<void> => {
    setIsBusy(true);
    const answer =
      kind === 'json'
        ? {
            kind: 'written' as const,
            bytes: new TextEncoder().encode(`${JSON.stringify(profile, null, 2)}\n`),
          }
        : await profileFileInWorker({ kind: 'write', profile });
    setIsBusy(false);
    if (answer.kind !== 'written') {
      show({ text: texts.stumbled, kind: 'error' });
      return;
    }
    const outcome = await hostBridge().saveFile({
      suggestedName: texts.fileName(profile.id, profile.edition, kind === 'json' ? '.json' : '.xlsx'),
      bytes: answer.bytes,
      kind,
    });
    if (outcome.kind === 'saved') show({ text: texts.saved(outcome.name) });
    if (outcome.kind === 'failed') {
      const { failures, somewhere } = REPORT_PAGE_TEXTS.outcome;
      show({ text: failures[outcome.failure](outcome.path ?? somewhere), kind: 'error' });
    }
  };
  return { refusal, isBusy, takeIn, giveOut };
};
