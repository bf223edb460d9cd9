import { isMailAddress } from '#core/shared/mail-address.ts';
import { REPORT_RECIPIENT } from '#state/report-recipient.ts';
import { useSetting } from '#state/use-app-state.ts';
import { RECIPIENT_TEXTS } from '#texts/mail.ts';
import { ParsedField, type Parsed } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './settings-page.module.css';

const parseName = (text: string): Parsed<string> => ({ ok: true, value: text === '' ? null : text });
const parseAddress = (text: string): Parsed<string> =>
  text === '' || isMailAddress(text)
    ? { ok: true, value: text === '' ? null : text }
    : { ok: false, message: RECIPIENT_TEXTS.addressError };
const asText = (value: string): string => value;
const orNull = (value: string): string | null => (value === '' ? null : value);

/** To whom the report goes by mail. */
export const RecipientSection = () => {
  const [recipient, setRecipient] = useSetting(REPORT_RECIPIENT);
  return (
    <Section title={RECIPIENT_TEXTS.title}>
      <p className={styles.quiet}>{RECIPIENT_TEXTS.hint}</p>
      <div className={styles.pair}>
        <ParsedField
          label={RECIPIENT_TEXTS.name}
          value={orNull(recipient.name)}
          format={asText}
          parse={parseName}
          onCommit={(name) => setRecipient({ ...recipient, name: name ?? '' })}
        />
        <ParsedField
          label={RECIPIENT_TEXTS.address}
          value={orNull(recipient.address)}
          format={asText}
          parse={parseAddress}
          onCommit={(address) => setRecipient({ ...recipient, address: address ?? '' })}
        />
      </div>
    </Section>
  );
};
