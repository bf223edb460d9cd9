import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { SCANNER_TEST_CODE, scannerStateOf, type ScannerState } from '#core/labels/keyboard-layout.ts';
import { codeShape } from '#print/code-shape.ts';
import { useAppStore, useSetting } from '#state/use-app-state.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { Checkbox } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { StatusMark, type StatusTone } from '#ui/status-mark.tsx';
import { readingsOf } from './scanner-layout.ts';
import { americanSetting } from './stocktake-state.ts';
import styles from './scanner-check.module.css';

/** A scanner is done within a fraction of it; then Enter should have come. */
const ENTER_MS = 800;

type Answer = {
  readonly state: ScannerState | 'other' | 'no-enter';
  readonly read: string;
  readonly at: number;
};
const TONES: Readonly<Record<Answer['state'], StatusTone>> = {
  right: 'met',
  'american-scanner': 'part',
  'american-pc': 'gap',
  'caps-lock': 'part',
  'no-enter': 'gap',
  other: 'unknown',
};

/** A code to scan from the screen, black on white whatever the theme: that is what scanners can read. */
const TestCode = ({ kind }: { readonly kind: 'qr' | 'code128' }) => {
  const shape = codeShape(kind, SCANNER_TEST_CODE);
  if (shape === null) return null;
  return (
    <svg
      className={kind === 'qr' ? styles.qr : styles.bars}
      role="img"
      aria-label={STOCKTAKE_TEXTS.scannerCodes[kind]}
      viewBox={`0 0 ${shape.width} ${shape.height}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <path d={shape.path} fillRule="evenodd" />
    </svg>
  );
};

/** Says whether the scanner arrives, as what it types, and what to do where it is set wrong. */
export const ScannerCheck = () => {
  const store = useAppStore();
  const id = useId();
  const [isAmerican, setIsAmerican] = useSetting(americanSetting);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const say = (state: Answer['state'], read: string): void =>
    setAnswer((before) => ({ state, read, at: (before?.at ?? 0) + 1 }));
  const onEnter = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    clearTimeout(waiting.current);
    const field = event.currentTarget.querySelector('input');
    const read = field?.value.trim() ?? '';
    if (field === null || read === '') return;
    field.value = '';
    // Keeps what the code tells, as every scan does.
    readingsOf(store, read);
    say(scannerStateOf(read) ?? 'other', read);
  };
  return (
    <Section title={STOCKTAKE_TEXTS.scannerCheck} fact={STOCKTAKE_TEXTS.scannerCheckFact}>
      <div className={styles.check}>
        <div className={styles.codes}>
          <TestCode kind="qr" />
          <TestCode kind="code128" />
        </div>
        <div className={styles.answer}>
          <form onSubmit={onEnter}>
            <label htmlFor={id}>{STOCKTAKE_TEXTS.scannerField}</label>
            <input
              id={id}
              type="text"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => {
                clearTimeout(waiting.current);
                // Only the whole code: whoever types by hand is not hurried.
                if (scannerStateOf(target.value) === null) return;
                waiting.current = setTimeout(() => {
                  say('no-enter', target.value.trim());
                  target.select();
                }, ENTER_MS);
              }}
            />
            <p id={`${id}-hint`}>{STOCKTAKE_TEXTS.scannerFieldHint}</p>
          </form>
          <div aria-live="polite" aria-atomic="true" className={styles.result}>
            {answer !== null && (
              <>
                <StatusMark key={answer.at} tone={TONES[answer.state]}>
                  {STOCKTAKE_TEXTS.scannerStates[answer.state]}
                </StatusMark>
                <p>
                  {STOCKTAKE_TEXTS.scannerRead(answer.read)} {STOCKTAKE_TEXTS.scannerRemedies[answer.state]}
                </p>
              </>
            )}
          </div>
          {isAmerican && <Checkbox label={STOCKTAKE_TEXTS.american} isChecked onChange={setIsAmerican} />}
        </div>
      </div>
    </Section>
  );
};
