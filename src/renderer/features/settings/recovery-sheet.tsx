import { createPortal } from 'react-dom';
import { formatDate, localDay } from '#texts/format.ts';
import { PASSWORD_TEXTS } from '#texts/password.ts';
import styles from './recovery-sheet.module.css';

const TEXTS = PASSWORD_TEXTS.sheet;
const GROUPS_PER_LINE = 4;

/** The code in groups, as it is copied by hand. */
const linesOf = (code: string): readonly string[] => {
  const groups = code.split('-');
  return Array.from({ length: Math.ceil(groups.length / GROUPS_PER_LINE) }, (_, line) =>
    groups.slice(line * GROUPS_PER_LINE, (line + 1) * GROUPS_PER_LINE).join(' – '),
  );
};

/** The code on screen, and the sheet that is printed instead of everything else. */
export const RecoverySheet = ({
  code,
  school,
  day,
}: {
  readonly code: string;
  readonly school: string;
  readonly day: Date;
}) => {
  const lines = linesOf(code);
  return (
    <>
      <p className={styles.code} data-recovery-code={code}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      {createPortal(
        <section className={styles.sheet} aria-hidden="true">
          <p className={styles.app}>{TEXTS.app}</p>
          <h1>{TEXTS.heading}</h1>
          <dl>
            <div>
              <dt>{TEXTS.school}</dt>
              <dd>{school === '' ? TEXTS.noSchool : school}</dd>
            </div>
            <div>
              <dt>{TEXTS.day}</dt>
              <dd>{formatDate(localDay(day))}</dd>
            </div>
          </dl>
          <h2>{TEXTS.code}</h2>
          <p className={styles.printedCode}>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </p>
          <h2>{TEXTS.purpose}</h2>
          <ul>
            {TEXTS.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>,
        document.body,
      )}
    </>
  );
};
