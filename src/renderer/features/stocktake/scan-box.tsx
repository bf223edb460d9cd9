import {
  createContext,
  lazy,
  Suspense,
  use,
  useId,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { Button } from '#ui/button.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import type { Words } from './result-words.ts';
import styles from './stocktake.module.css';

/** Reading codes takes a library of its own. */
const CameraView = lazy(() =>
  import('./camera-view.tsx').then(({ CameraView: component }) => ({ default: component })),
);

/** Whether the camera is on, from room to room; off when Inventur is left. */
export const CameraSwitch = createContext<readonly [boolean, (isOn: boolean) => void]>([
  false,
  () => undefined,
]);

/**
 * The field that a scanner types into, and the answer. The field is read when Enter comes: a screen that follows each letter
 * would be slower than the scanner.
 */
export const ScanBox = ({
  field,
  onScan,
  result,
  action,
  option,
  onUndo,
  label = STOCKTAKE_TEXTS.scanLabel,
  hint = STOCKTAKE_TEXTS.scanHint,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onScan: (code: string) => void;
  /** `at` tells two equal answers apart, so that both are read out. */
  readonly result: (Words & { readonly at: number }) | null;
  readonly action?: ReactNode;
  readonly option?: ReactNode;
  /** Strg Z in the empty field, which has nothing of its own to undo. */
  readonly onUndo?: () => void;
  readonly label?: string;
  readonly hint?: string;
}) => {
  const id = useId();
  const [isCameraOn, setIsCameraOn] = use(CameraSwitch);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input = field.current;
    if (input === null || input.value.trim() === '') return;
    const code = input.value;
    input.value = '';
    onScan(code);
  };
  return (
    <div className={styles.scan}>
      <form className={styles.scanForm} onSubmit={submit}>
        <label htmlFor={id}>{label}</label>
        <div className={styles.scanRow}>
          <input
            ref={field}
            id={id}
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby={`${id}-hint`}
            onKeyDown={(event) => {
              const isUndo = event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 'z';
              if (!isUndo || event.currentTarget.value !== '' || onUndo === undefined) return;
              event.preventDefault();
              onUndo();
            }}
          />
          <Button
            onClick={() => {
              setIsCameraOn(!isCameraOn);
              // The Enter of a hand scanner would press the button again.
              field.current?.focus();
            }}
          >
            {isCameraOn ? STOCKTAKE_TEXTS.cameraOff : STOCKTAKE_TEXTS.cameraOn}
          </Button>
        </div>
        <p id={`${id}-hint`}>{hint}</p>
        {option}
      </form>
      <div className={styles.result} data-tone={result?.tone ?? 'none'}>
        <span className={styles.resultLabel}>{STOCKTAKE_TEXTS.lastResult}</span>
        <div className={styles.resultText} aria-live="assertive" aria-atomic="true">
          {result === null ? (
            <span>{STOCKTAKE_TEXTS.nothingYet}</span>
          ) : (
            <StatusMark key={result.at} tone={result.tone}>
              {result.text}
            </StatusMark>
          )}
        </div>
        {action}
      </div>
      {isCameraOn && (
        <Suspense>
          <CameraView onCode={onScan} />
        </Suspense>
      )}
    </div>
  );
};
