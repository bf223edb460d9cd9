import { useCallback } from 'react';
import { maxOpenBytes } from '#bridge/file-names.ts';
import { useWindowDrop } from '#ui/use-window-drop.ts';
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
 * Takes a backup dropped anywhere on the window.
 *
 * @param onSource a stable function; null = nothing is taken now
 * @returns whether something that would be taken is held over the window
 */
export const useBackupDrop = (onSource: ((source: RestoreSource) => void) | null): boolean => {
  const take = useCallback(
    ({ files: [file] }: DataTransfer) => {
      if (file !== undefined && onSource !== null) void sourceOfFile(file).then(onSource);
    },
    [onSource],
  );
  return useWindowDrop(onSource === null ? null : take);
};
