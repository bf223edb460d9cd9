import { useState } from 'react';
import type { OpenMailOutcome } from '#bridge/contract.ts';
import { isNameOfKind } from '#bridge/file-names.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import type { MailDraft } from './write-mail-draft.ts';

/** What became of the last way that was tried. */
export type MailOutcome =
  | { readonly kind: 'draft-opened' | 'plain-opened' | 'plain-failed' | 'draft-not-saved' }
  | { readonly kind: 'draft-not-opened'; readonly detail: string }
  | { readonly kind: 'draft-saved'; readonly name: string };

/** `openMailto` takes no more; a system's limit is far below. */
const MAX_SUBJECT = 300;
const MAX_TEXT = 20_000;

const failed = (error: unknown): OpenMailOutcome => ({ kind: 'failed', detail: String(error) });

/** The draft's name beside that of the workbook. */
const draftName = (workbook: string): string => {
  const name = `${workbook.replace(/\.xlsx$/i, '')}.eml`;
  return isNameOfKind(name, 'mail') ? name : 'MEP-Bericht.eml';
};

/** The composer is loaded when somebody sends something. */
const composed = async (draft: MailDraft): Promise<Uint8Array> =>
  (await import('./write-mail-draft.ts')).writeMailDraft(draft);

/** The ways from a report to the user's mail program; none of them sends anything. */
export const useSendMail = () => {
  const [outcome, setOutcome] = useState<MailOutcome | null>(null);

  const openDraft = async (draft: MailDraft): Promise<void> => {
    const request = { suggestedName: draftName(draft.attachment.name), bytes: await composed(draft) };
    const answer = await hostBridge().openMailDraft(request).catch(failed);
    setOutcome(
      answer.kind === 'opened'
        ? { kind: 'draft-opened' }
        : { kind: 'draft-not-opened', detail: answer.detail },
    );
  };

  const saveDraft = async (draft: MailDraft): Promise<void> => {
    const answer = await hostBridge()
      .saveFile({
        suggestedName: draftName(draft.attachment.name),
        bytes: await composed(draft),
        kind: 'mail',
      })
      .catch(() => ({ kind: 'failed' }) as const);
    if (answer.kind === 'saved') setOutcome({ kind: 'draft-saved', name: answer.name });
    else if (answer.kind === 'failed') setOutcome({ kind: 'draft-not-saved' });
  };

  /** @param path of the workbook, to be shown in its folder; null where the host cannot */
  const openPlain = async ({ to, subject, text }: MailDraft, path: string | null): Promise<void> => {
    const request = {
      to: to?.address ?? '',
      subject: subject.slice(0, MAX_SUBJECT),
      text: text.slice(0, MAX_TEXT),
    };
    const answer = await hostBridge().openMailto(request).catch(failed);
    if (answer.kind === 'opened' && path !== null) await hostBridge().revealFile({ path });
    setOutcome({ kind: answer.kind === 'opened' ? 'plain-opened' : 'plain-failed' });
  };

  return { outcome, openDraft, saveDraft, openPlain };
};
