import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { openImportWorker, type ImportWorker } from '#excel/import-client.ts';
import type { ImportProgress } from '#excel/import-session.ts';

export type WorkerHandle = {
  /** null = none was opened, or it was given up. */
  readonly current: () => ImportWorker | null;
  /** A fresh one; the one before it stops. */
  readonly open: () => ImportWorker;
  /** Stops at once, whatever it is doing. */
  readonly close: () => void;
};

/** The one worker of the wizard; it ends with the page. The handle stays the same while it works. */
export const useImportWorker = (): readonly [WorkerHandle, ImportProgress | null] => {
  const worker = useRef<ImportWorker | null>(null);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const close = useCallback(() => {
    worker.current?.close();
    worker.current = null;
    setProgress(null);
  }, []);
  const open = useCallback(() => {
    close();
    const opened = openImportWorker(setProgress);
    worker.current = opened;
    return opened;
  }, [close]);
  useEffect(
    () => () => {
      worker.current?.close();
      worker.current = null;
    },
    [],
  );
  const handle = useMemo(() => ({ current: () => worker.current, open, close }), [open, close]);
  return [handle, progress];
};
