import type { ReactNode } from 'react';
import type { NameHint } from '#core/report/name-hints.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { Icon, type IconName } from '#ui/icons.tsx';
import type { CheckLine } from './check-lines.ts';
import styles from './reports-page.module.css';

const ICONS: Readonly<Record<CheckLine['kind'], IconName>> = { ok: 'tick', hint: 'warning', info: 'info' };
const WORDS: Readonly<Record<CheckLine['kind'], string>> = {
  ok: REPORT_PAGE_TEXTS.ok,
  hint: REPORT_PAGE_TEXTS.hint,
  info: REPORT_PAGE_TEXTS.hint,
};

/** „Vor dem Senden“: what a reader would ask about, with the way to clear it up. */
export const ReportChecks = ({ lines }: { readonly lines: readonly CheckLine[] }) => {
  const hints = lines.filter(({ kind }) => kind !== 'ok').length;
  return (
    <section>
      <h2>{REPORT_PAGE_TEXTS.before}</h2>
      <p className={styles.lead}>{hints === 0 ? REPORT_PAGE_TEXTS.ready : REPORT_PAGE_TEXTS.hints(hints)}</p>
      <ul className={styles.checks}>
        {lines.map(({ id, kind, text, detail, href }) => (
          <li key={id} data-kind={kind}>
            <Icon name={ICONS[kind]} />
            <span className={styles.hidden}>{WORDS[kind]}: </span>
            <div>
              {text}
              {detail !== null && <small>{detail}</small>}
            </div>
            {href !== null && (
              <a href={href} aria-label={REPORT_PAGE_TEXTS.clearWhat(text)}>
                {REPORT_PAGE_TEXTS.clear}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const SHOWN_NAMES = 6;

/** Texts that go out and look like the name of a person, each with the way to it. */
export const NameHints = ({ hints }: { readonly hints: readonly NameHint[] }) => {
  if (hints.length === 0) return null;
  const texts = REPORT_PAGE_TEXTS.names;
  return (
    <>
      <p className={styles.lead}>{texts.lead(hints.length)}</p>
      <ul className={styles.checks} aria-label={texts.list}>
        {hints.slice(0, SHOWN_NAMES).map((hint, index) => (
          <li key={index} data-kind="hint">
            <Icon name="warning" />
            <div>
              „{shortened(hint.text)}“<small>{texts.place(hint)}</small>
            </div>
            <a
              href={`#/${hint.entity === 'room' ? 'raeume' : 'geraete'}/${encodeURIComponent(hint.id)}`}
              aria-label={texts.look(hint)}
            >
              {texts.lookShort}
            </a>
          </li>
        ))}
      </ul>
      {hints.length > SHOWN_NAMES && <p className={styles.hint}>{texts.more(hints.length - SHOWN_NAMES)}</p>}
    </>
  );
};

const LONGEST = 80;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** One figure with its name above and a remark below. */
export const KeyFigure = ({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string;
}) => (
  <div className={styles.figure}>
    <dt>{label}</dt>
    <dd>
      <strong>{value}</strong>
      {note !== undefined && <small>{note}</small>}
    </dd>
  </div>
);
