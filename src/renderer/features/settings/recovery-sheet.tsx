import { createPortal } from 'react-dom';
import { formatDate, localDay } from '#texts/format.ts';
import type { RecoverySheetTexts } from '#texts/password.ts';
import styles from './recovery-sheet.module.css';

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
  texts,
  code,
  school,
  day,
}: {
  readonly texts: RecoverySheetTexts;
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
          <p className={styles.app}>{texts.app}</p>
          <h1>{texts.heading}</h1>
          <dl>
            <div>
              <dt>{texts.school}</dt>
              <dd>{school === '' ? texts.noSchool : school}</dd>
            </div>
            <div>
              <dt>{texts.day}</dt>
              <dd>{formatDate(localDay(day))}</dd>
            </div>
          </dl>
          <h2>{texts.code}</h2>
          <p className={styles.printedCode}>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </p>
          <h2>{texts.purpose}</h2>
          <ul>
            {texts.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>,
        document.body,
      )}
    </>
  );
};
