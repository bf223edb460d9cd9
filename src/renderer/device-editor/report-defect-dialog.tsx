import { useMemo, useState } from 'react';
import { readCount, readPartialDate } from '#core/inventory/cell-input.ts';
import { reportDefects, reportState } from '#core/inventory/defect-actions.ts';
import type { Device } from '#core/inventory/device.ts';
import { isMailAddress } from '#core/shared/mail-address.ts';
import { newDeviceId } from '#state/new-id.ts';
import { settingChange } from '#state/settings.ts';
import { REPORT_RECIPIENT } from '#state/report-recipient.ts';
import { useAppState, useAppStore, useSetting } from '#state/use-app-state.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { formatDate } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox, TextArea, TextField } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { DEFECT_CONTACT } from './defect-settings.ts';
import { defectMessage } from './defect-message.ts';
import styles from './device-form.module.css';
import { today, useDeviceLookup } from './device-lookup.ts';
import { deviceName } from './device-panel.tsx';
import { useCommitWithToast } from './use-device-commit.ts';
import { useDefectMail } from './use-defect-mail.ts';

/** So many devices with an open defect are named. */
const NAMED = 3;

const sinceError = (typed: string): string | null => {
  if (typed.trim() === '') return null;
  const since = readPartialDate(typed);
  if (since === null) return DEFECT_TEXTS.sinceError;
  return since > today() ? DEFECT_TEXTS.sinceFuture : null;
};

/** „Störung melden“: enters the defect of one or many devices and makes the message to KSM. */
export const ReportDefectDialog = ({
  devices,
  onClose,
}: {
  readonly devices: readonly Device[];
  readonly onClose: () => void;
}) => {
  const lookup = useDeviceLookup();
  const school = useAppState((state) => state.inventory.school);
  const commit = useCommitWithToast();
  const [recipient] = useSetting(REPORT_RECIPIENT);
  const [remembered] = useSetting(DEFECT_CONTACT);
  const store = useAppStore();
  const [chosen] = useState(devices);
  const [text, setText] = useState('');
  const [since, setSince] = useState(() => formatDate(today()));
  const [contact, setContact] = useState(remembered);
  const [address, setAddress] = useState(recipient.address);
  const [pieces, setPieces] = useState('1');
  const [isAgain, setIsAgain] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [sent, setSent] = useState<{ readonly count: number; readonly text: string } | null>(null);
  const { told, copy, open } = useDefectMail();

  const doubles = useMemo(() => chosen.filter((device) => reportState(device) === 'reported'), [chosen]);
  const unreported = chosen.filter((device) => reportState(device) === 'unreported');
  const gone = chosen.filter((device) => reportState(device) === 'decommissioned').length;
  const reported = chosen.filter((device) => {
    const state = reportState(device);
    return state !== 'decommissioned' && (state !== 'reported' || isAgain);
  });
  const [only] = reported;
  const whole = reported.length === 1 && only !== undefined && only.quantity > 1 ? only.quantity : null;
  const count = whole === null ? null : readCount(pieces);
  const piecesError =
    whole !== null && (count === null || count < 1 || count > whole) ? DEFECT_TEXTS.piecesError(whole) : null;
  const to = address.trim();
  const addressError = to === '' || isMailAddress(to) ? null : DEFECT_TEXTS.toError;
  const day = readPartialDate(since);
  const facts = { text, since: since.trim() === '' ? null : day, contact };
  const message = defectMessage(reported, piecesError === null ? count : null, school, facts, lookup);
  const letter = DEFECT_TEXTS.message(message);
  const isFit =
    text.trim() !== '' && sinceError(since) === null && piecesError === null && addressError === null;

  const enter = (): boolean => {
    setIsAsked(true);
    if (!isFit || reported.length === 0) return false;
    const words = contact.trim();
    commit({ code: 'defects-reported', params: { count: reported.length } }, [
      ...reportDefects(reported, { text, since: facts.since, reportedOn: today() }, count, newDeviceId),
      ...(words === remembered ? [] : [settingChange(store.getState().settings, DEFECT_CONTACT, words)]),
    ]);
    setSent({ count: reported.length, text: letter });
    return true;
  };
  const mail = () => ({ to, subject: DEFECT_TEXTS.subject(message), text: letter });

  if (sent !== null)
    return (
      <Dialog
        title={DEFECT_TEXTS.title(sent.count)}
        closeLabel={DEFECT_TEXTS.close}
        onClose={onClose}
        isWide
        actions={
          <>
            <Button onClick={() => copy(sent.text)}>{DEFECT_TEXTS.copyAgain}</Button>
            <Button variant="primary" onClick={onClose}>
              {DEFECT_TEXTS.close}
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <p role="status">{DEFECT_TEXTS.done(sent.count)}</p>
          {told !== null && (
            <Notice kind={told[0]} role={told[0] === 'ok' ? 'status' : 'alert'}>
              {told[1]}
            </Notice>
          )}
          <TextArea
            label={DEFECT_TEXTS.preview}
            rows={8}
            readOnly
            value={sent.text}
            onChange={() => undefined}
            hint={DEFECT_TEXTS.ticketLater}
          />
        </div>
      </Dialog>
    );

  return (
    <Dialog
      title={DEFECT_TEXTS.title(chosen.length)}
      closeLabel={DEFECT_TEXTS.close}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button onClick={onClose}>{DEFECT_TEXTS.cancel}</Button>
          <Button disabled={reported.length === 0} onClick={enter}>
            {DEFECT_TEXTS.enter}
          </Button>
          <Button
            disabled={reported.length === 0}
            onClick={() => {
              if (enter()) copy(letter);
            }}
          >
            {DEFECT_TEXTS.copy}
          </Button>
          <Button
            variant="primary"
            disabled={reported.length === 0}
            onClick={() => {
              if (enter()) void open(mail());
            }}
          >
            {DEFECT_TEXTS.mail}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {[...doubles, ...unreported].slice(0, NAMED).map((device) => (
          <Notice key={device.id} kind="part">
            {DEFECT_TEXTS.open(
              deviceName(device) || DEVICE_TEXTS.unnamed,
              device.defect?.since ?? null,
              device.defect?.reportedOn ?? null,
              device.defect?.ticket ?? null,
            )}
            {reportState(device) === 'unreported' && ` ${DEFECT_TEXTS.completes}`}
          </Notice>
        ))}
        {doubles.length + unreported.length > NAMED && (
          <p>{DEFECT_TEXTS.moreOpen(doubles.length + unreported.length - NAMED)}</p>
        )}
        {doubles.length > 0 && (
          <Checkbox label={DEFECT_TEXTS.again(doubles.length)} isChecked={isAgain} onChange={setIsAgain} />
        )}
        {gone > 0 && <p>{DEFECT_TEXTS.decommissioned(gone)}</p>}
        {reported.length === 0 && <p role="status">{DEFECT_TEXTS.nothing}</p>}
        <TextArea
          label={DEFECT_TEXTS.what}
          hint={DEFECT_TEXTS.whatHint}
          rows={2}
          value={text}
          onChange={setText}
          error={isAsked && text.trim() === '' ? DEFECT_TEXTS.whatMissing : null}
        />
        <div className={styles.fields}>
          <TextField
            label={DEFECT_TEXTS.since}
            width="date"
            value={since}
            onChange={setSince}
            error={sinceError(since)}
          />
          {whole !== null && (
            <TextField
              label={DEFECT_TEXTS.pieces(whole)}
              hint={DEFECT_TEXTS.piecesHint}
              width="number"
              inputMode="numeric"
              value={pieces}
              onChange={setPieces}
              error={piecesError}
            />
          )}
        </div>
        <TextField
          label={DEFECT_TEXTS.contact}
          hint={DEFECT_TEXTS.contactHint}
          value={contact}
          onChange={setContact}
        />
        <TextField
          label={DEFECT_TEXTS.to}
          type="email"
          value={address}
          onChange={setAddress}
          error={addressError}
          {...(recipient.address === '' && {
            hint: (
              <>
                {DEFECT_TEXTS.toHint} <a href="#/einstellungen/recipient">{DEFECT_TEXTS.toSettings}</a>.
              </>
            ),
          })}
        />
        <TextArea
          label={DEFECT_TEXTS.preview}
          rows={7}
          readOnly
          value={letter}
          onChange={() => undefined}
          hint={DEFECT_TEXTS.notSent}
        />
      </div>
    </Dialog>
  );
};
