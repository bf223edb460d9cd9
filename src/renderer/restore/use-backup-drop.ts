import { useEffect, useState } from 'react';
import { maxOpenBytes } from '#bridge/file-names.ts';
import type { RestoreSource } from './restore-source.ts';

/** A dropped file as if it had been chosen; a folder, or a file that is gone by now, cannot be read. */
export const sourceOfFile = async (file: File): Promise<RestoreSource> => {
  if (file.size > maxOpenBytes(['backup']))
    return { kind: 'file', opened: { kind: 'failed', failure: 'too-large', detail: file.name } };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { kind: 'file', opened: { kind: 'opened', name: file.name, bytes } };
  } catch (error) {
    return { kind: 'file', opened: { kind: 'failed', failure: 'not-found', detail: String(error) } };
  }
};

/**
 * Takes a backup dropped anywhere on the window: a file that misses an area must not replace the app.
 *
 * @param onSource a stable function; null = nothing is taken now
 * @returns whether something that would be taken is held over the window
 */
export const useBackupDrop = (onSource: ((source: RestoreSource) => void) | null): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(event.dataTransfer?.types.includes('Files') === true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined && onSource !== null) void sourceOfFile(file).then(onSource);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onSource]);
  return isOver && onSource !== null;
};
