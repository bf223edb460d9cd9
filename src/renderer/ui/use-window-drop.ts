import { useEffect, useState } from 'react';

const filesOf = ({ dataTransfer }: DragEvent): DataTransfer | null =>
  dataTransfer?.types.includes('Files') === true ? dataTransfer : null;

/**
 * Takes files dropped anywhere on the window. Text that is dragged into a field is left alone.
 *
 * @param onDrop a stable function; null = nothing is taken now
 * @returns whether something that would be taken is held over the window
 */
export const useWindowDrop = (onDrop: ((files: DataTransfer) => void) | null): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (onDrop === null) return;
    const over = (event: DragEvent): void => {
      const files = filesOf(event);
      if (files === null) return;
      event.preventDefault();
      files.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      const files = filesOf(event);
      if (files === null) return;
      event.preventDefault();
      setIsOver(false);
      onDrop(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return isOver && onDrop !== null;
};
