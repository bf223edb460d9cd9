import { useState } from 'react';
import type { HostCapabilities } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { isMailAddress } from '#core/shared/mail-address.ts';
import { REPORT_RECIPIENT } from '#state/report-recipient.ts';
import { useSetting } from '#state/use-app-state.ts';
import { MAIL_TEXTS } from '#texts/mail.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Notice, type NoticeKind } from '#ui/layout.tsx';
import styles from './mail-dialog.module.css';
import { mailFacts } from './mail-facts.ts';
import { useSendMail, type MailOutcome } from './use-send-mail.ts';
import type { MailDraft } from './write-mail-draft.ts';

const outcomeText = (outcome: MailOutcome, file: string): readonly [NoticeKind, string] => {
  switch (outcome.kind) {
    case 'draft-opened':
      return ['ok', MAIL_TEXTS.opened];
    case 'draft-not-opened':
      return ['part', MAIL_TEXTS.notOpened(outcome.detail)];
    case 'draft-saved':
      return ['ok', MAIL_TEXTS.draftSaved(outcome.name)];
    case 'draft-not-saved':
      return ['gap', MAIL_TEXTS.draftNotSaved];
    case 'plain-opened':
      return ['ok', MAIL_TEXTS.plainOpened(file)];
    case 'plain-failed':
      return ['part', MAIL_TEXTS.plainFailed];
  }
};

export type SavedReport = {
  readonly name: string;
  /** null where the host says none. */
  readonly path: string | null;
  readonly bytes: Uint8Array;
  readonly input: ReportInput;
};

/** The mail before it goes to the mail program: recipient, subject, text, and what is attached. */
export const MailDialog = ({
  report,
  capabilities: { canOpenMailDraft, canRevealFile },
  onClose,
}: {
  readonly report: SavedReport;
  readonly capabilities: HostCapabilities;
  readonly onClose: () => void;
}) => {
  const { name: file, path, bytes, input } = report;
  const [recipient, setRecipient] = useSetting(REPORT_RECIPIENT);
  const [address, setAddress] = useState(recipient.address);
  const [subject, setSubject] = useState(() => MAIL_TEXTS.subject(mailFacts(input)));
  const [text, setText] = useState(() => MAIL_TEXTS.text(mailFacts(input)));
  const { outcome, openDraft, saveDraft, openPlain } = useSendMail();
  const to = address.trim();
  const isFit = to === '' || isMailAddress(to);
  const shownPath = canRevealFile ? path : null;
  const draft = (): MailDraft => ({
    // Another address than the remembered one is another recipient.
    to: to === '' ? null : { name: to === recipient.address ? recipient.name : '', address: to },
    subject,
    text,
    attachment: { name: file, bytes },
    writtenAt: new Date(),
  });
  const hint =
    to === '' && recipient.address === '' ? (
      <>
        {MAIL_TEXTS.toHint} <a href="#/einstellungen/recipient">{MAIL_TEXTS.toSettings}</a>
      </>
    ) : isFit && to !== '' && to !== recipient.address ? (
      <Button
        isSmall
        variant="quiet"
        onClick={(event) => {
          // The button goes with the difference.
          event.currentTarget.closest('div')?.querySelector('input')?.focus();
          setRecipient({ name: '', address: to });
        }}
      >
        {MAIL_TEXTS.remember}
      </Button>
    ) : undefined;
  const [kind, told] = outcome === null ? [null, null] : outcomeText(outcome, file);
  const save = (
    <Button
      variant={canOpenMailDraft ? 'secondary' : 'primary'}
      isSmall={canOpenMailDraft}
      disabled={!isFit}
      onClick={() => void saveDraft(draft())}
    >
      {MAIL_TEXTS.saveDraft}
    </Button>
  );
  return (
    <Dialog
      title={MAIL_TEXTS.title}
      closeLabel={MAIL_TEXTS.close}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button onClick={onClose}>{MAIL_TEXTS.close}</Button>
          {canOpenMailDraft ? (
            <Button variant="primary" disabled={!isFit} onClick={() => void openDraft(draft())}>
              {MAIL_TEXTS.openDraft}
            </Button>
          ) : (
            save
          )}
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={MAIL_TEXTS.to}
          type="email"
          value={address}
          onChange={setAddress}
          error={isFit ? null : MAIL_TEXTS.toError}
          hint={hint}
        />
        <TextField label={MAIL_TEXTS.subjectLabel} value={subject} onChange={setSubject} />
        <TextArea label={MAIL_TEXTS.textLabel} rows={12} value={text} onChange={setText} />
        <p>{MAIL_TEXTS.attachment(file, MAIL_TEXTS.kilobytes(bytes.length))}</p>
        <p className={styles.quiet}>{canOpenMailDraft ? MAIL_TEXTS.notSent : MAIL_TEXTS.inBrowser}</p>
        <div className={styles.ways} role="group" aria-label={MAIL_TEXTS.otherWays}>
          <Button isSmall disabled={!isFit} onClick={() => void openPlain(draft(), shownPath)}>
            {MAIL_TEXTS.openPlain}
          </Button>
          {canOpenMailDraft && save}
          {shownPath !== null && (
            <Button isSmall onClick={() => void hostBridge().revealFile({ path: shownPath })}>
              {MAIL_TEXTS.reveal}
            </Button>
          )}
        </div>
        {kind !== null && (
          <Notice kind={kind} role={kind === 'ok' ? 'status' : 'alert'}>
            {told}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
