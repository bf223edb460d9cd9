import { useEffect, useRef, useState } from 'react';
import type { ReadFailure } from '#core/import/types.ts';
import { IMPORT_TEXTS, readFailureText } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './import-page.module.css';
import type { ListSource } from './use-import.ts';

const ACCEPT = '.xlsx,.xlsm,.csv,.tsv,.txt,.ods,.xls';

/** A file by button or drop, or a block from the clipboard. */
export const ChooseStep = ({
  failure,
  crash,
  onOpen,
}: {
  readonly failure: ReadFailure | null;
  readonly crash: string | null;
  readonly onOpen: (list: ListSource) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [text, setText] = useState('');
  const openFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    onOpen({ kind: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  useEffect(() => {
    // A file that misses the area must not replace the app.
    const stop = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
  return (
    <div className={styles.choose}>
      {(failure !== null || crash !== null) && (
        <Notice kind="gap" role="alert">
          {failure === null ? `${IMPORT_TEXTS.failed}: ${crash ?? ''}` : readFailureText(failure)}
        </Notice>
      )}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void openFile(event.dataTransfer.files[0]);
        }}
      >
        <p>
          <b>{IMPORT_TEXTS.drop}</b>{' '}
          <Button variant="primary" onClick={() => input.current?.click()}>
            {IMPORT_TEXTS.choose}
          </Button>
        </p>
        <p className={styles.note}>{IMPORT_TEXTS.formats}</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={IMPORT_TEXTS.choose}
          accept={ACCEPT}
          onChange={(event) => {
            void openFile(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <div className={styles.paste}>
        <TextArea
          label={IMPORT_TEXTS.paste}
          hint={IMPORT_TEXTS.pasteHint}
          value={text}
          onChange={setText}
          spellCheck={false}
        />
        <Button
          disabled={text.trim() === ''}
          onClick={() => onOpen({ kind: 'text', text, name: IMPORT_TEXTS.pastedName })}
        >
          {IMPORT_TEXTS.pasteRead}
        </Button>
      </div>
    </div>
  );
};
