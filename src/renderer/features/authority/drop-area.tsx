import { useEffect, useRef, useState, type ReactNode } from 'react';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { Button } from '#ui/button.tsx';
import styles from './authority.module.css';
import { filesOfDrop, filesOfInput, type FoundFiles } from './collect-files.ts';

const TEXTS = AUTHORITY_PAGE_TEXTS;

/** Everything dropped anywhere on the screen is taken: a file that misses the area must not replace the app. */
const useDrop = (onFiles: (found: FoundFiles) => void): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
      if (event.dataTransfer !== null) void filesOfDrop(event.dataTransfer).then(onFiles);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return isOver;
};

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
  const isOver = useDrop(onFiles);
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
