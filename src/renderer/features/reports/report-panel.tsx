import type { ReactNode } from 'react';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { Icon, type IconName } from '#ui/icons.tsx';
import type { ReportCheck } from './report-checks.ts';
import styles from './reports-page.module.css';

const ICONS: Readonly<Record<ReportCheck['kind'], IconName>> = { ok: 'tick', hint: 'warning', info: 'info' };
const WORDS: Readonly<Record<ReportCheck['kind'], string>> = {
  ok: REPORT_PAGE_TEXTS.ok,
  hint: REPORT_PAGE_TEXTS.hint,
  info: REPORT_PAGE_TEXTS.hint,
};

/** „Vor dem Senden“: what a reader would ask about, with the way to clear it up. */
export const ReportChecks = ({ checks }: { readonly checks: readonly ReportCheck[] }) => {
  const hints = checks.filter(({ kind }) => kind !== 'ok').length;
  return (
    <section>
      <h2>{REPORT_PAGE_TEXTS.before}</h2>
      <p className={styles.lead}>{hints === 0 ? REPORT_PAGE_TEXTS.ready : REPORT_PAGE_TEXTS.hints(hints)}</p>
      <ul className={styles.checks}>
        {checks.map(({ id, kind, text, detail, href }) => (
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
