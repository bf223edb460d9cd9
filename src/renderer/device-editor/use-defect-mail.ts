import { useState } from 'react';
import { hostBridge } from '#bridge/host-bridge.ts';
import { mailtoUrl } from '#bridge/mail.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import type { NoticeKind } from '#ui/layout.tsx';
import { copyText } from '#ui/copy-text.ts';

export type DefectMail = { readonly to: string; readonly subject: string; readonly text: string };
type Told = readonly [kind: NoticeKind, text: string];

/** `openMailto` takes no more. */
const MAX_SUBJECT = 300;

/** Whether an address holds the whole text: otherwise its last lines would be missing, without a word. */
const holdsAll = (mail: DefectMail): boolean =>
  mailtoUrl(mail).split('%0D%0A').length === mail.text.split('\n').length;

/** The ways of a message to KSM, both in answer to a click; none of them sends anything. */
export const useDefectMail = () => {
  const [told, setTold] = useState<Told | null>(null);
  const copy = (text: string): void =>
    setTold(copyText(text) ? ['ok', DEFECT_TEXTS.copied] : ['part', DEFECT_TEXTS.notCopied]);
  const open = async (mail: DefectMail): Promise<void> => {
    const request = { ...mail, text: mail.text.trimEnd(), subject: mail.subject.slice(0, MAX_SUBJECT) };
    const isWhole = holdsAll(request);
    // Before anything is waited for: only the click itself may write to the clipboard.
    const isCopied = !isWhole && copyText(mail.text);
    const answer = await hostBridge()
      .openMailto(isWhole ? request : { ...request, text: '' })
      .catch(() => ({ kind: 'failed' }) as const);
    if (answer.kind !== 'opened') setTold(['part', DEFECT_TEXTS.mailFailed]);
    else if (isWhole) setTold(['ok', DEFECT_TEXTS.mailOpened]);
    else setTold(isCopied ? ['ok', DEFECT_TEXTS.mailCut] : ['part', DEFECT_TEXTS.notCopied]);
  };
  return { told, copy, open };
};
