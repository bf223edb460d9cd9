import { useRef, useState } from 'react';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Icon } from '#ui/icons.tsx';
import { StepFrame } from './step-frame.tsx';
import styles from './file-step.module.css';
import type { ImportModel } from './use-import.ts';

const TEXTS = IMPORT_TEXTS.file;
const ACCEPT = '.xlsx,.xlsm,.csv,.tsv,.txt,.ods,.xls';

/** A file by button or drop, or a block from the clipboard. */
export const FileStep = ({ model }: { readonly model: ImportModel }) => {
  const { list } = model.listModel;
  const openFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // Moved, deleted or on a stick that is gone since it was chosen.
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return model.show('gap', TEXTS.gone(file.name));
    await model.open({ kind: 'file', name: file.name, bytes: new Uint8Array(bytes) });
  };
  const rows = list?.mapping.tables.reduce((sum, { table }) => sum + table.rowCount, 0) ?? 0;
  return (
    <StepFrame
      heading={TEXTS.heading}
      message={model.message}
      foot={
        list !== null && (
          <>
            <span className={styles.open}>
              <Icon name="tick" /> {TEXTS.open(list.source.name, rows)}
            </span>
            <span className={styles.grow} />
            <Button variant="primary" onClick={() => void model.goTo('columns')}>
              {TEXTS.toColumns}
            </Button>
          </>
        )
      }
    >
      <div className={styles.plane}>
        <DropArea onFile={(file) => void openFile(file)} />
        <PasteArea onText={(text) => void model.open({ kind: 'text', text, name: TEXTS.pastedName })} />
      </div>
    </StepFrame>
  );
};

const DropArea = ({ onFile }: { readonly onFile: (file: File | undefined) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
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
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <p className={styles.dropLine}>
        <b>{TEXTS.drop}</b>
        <Button variant="primary" onClick={() => input.current?.click()}>
          {TEXTS.choose}
        </Button>
      </p>
      <p className={styles.note}>{TEXTS.formats}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={TEXTS.choose}
        accept={ACCEPT}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
};

const PasteArea = ({ onText }: { readonly onText: (text: string) => void }) => {
  const [text, setText] = useState('');
  return (
    <div className={styles.paste}>
      <TextArea
        label={TEXTS.paste}
        hint={TEXTS.pasteHint}
        value={text}
        onChange={setText}
        spellCheck={false}
        rows={5}
      />
      <Button disabled={text.trim() === ''} onClick={() => onText(text)}>
        {TEXTS.pasteRead}
      </Button>
    </div>
  );
};
