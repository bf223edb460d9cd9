import { useCallback, useRef, type ReactNode } from 'react';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { Button } from '#ui/button.tsx';
import { useWindowDrop } from '#ui/use-window-drop.ts';
import styles from './authority.module.css';
import { filesOfDrop, filesOfInput, type FoundFiles } from './collect-files.ts';

const TEXTS = AUTHORITY_PAGE_TEXTS;

/** Reports by drop or button: files, or a folder with all that is in it. */
export const DropArea = ({
  onFiles,
  children,
}: {
  /** A stable function. */
  readonly onFiles: (found: FoundFiles) => void;
  readonly children?: ReactNode;
}) => {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const isOver = useWindowDrop(
    useCallback((transfer: DataTransfer) => void filesOfDrop(transfer).then(onFiles), [onFiles]),
  );
  const take = (input: HTMLInputElement): void => {
    if (input.files !== null) onFiles(filesOfInput(input.files));
    input.value = '';
  };
  return (
    <div className={styles.drop} data-over={isOver || undefined}>
      <p className={styles.dropLine}>
        <b>{TEXTS.drop}</b>
        <Button variant="primary" onClick={() => files.current?.click()}>
          {TEXTS.chooseFiles}
        </Button>
        <Button onClick={() => folder.current?.click()}>{TEXTS.chooseFolder}</Button>
        {children}
      </p>
      <p className={styles.note}>{TEXTS.dropHint}</p>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={TEXTS.chooseFiles}
        accept=".xlsx,.xlsm,.ods"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // React's types do not know the attribute.
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label={TEXTS.chooseFolder}
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
};
