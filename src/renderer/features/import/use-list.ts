import { useCallback, useMemo, useState } from 'react';
import type { TableChange } from '#core/import/columns/propose-mapping.ts';
import type { SavedTable } from '#core/import/columns/saved-mapping.ts';
import type { ImportMapping, ReadFailure, TableMapping, TextFormat } from '#core/import/types.ts';
import type { Result } from '#core/shared/result.ts';
import type { ImportWorker } from '#excel/import-client.ts';
import type { ReadRequest, SheetFacts } from '#excel/import-session.ts';
import { DEFAULT_READ_OPTIONS, type ReadOptions } from '#excel/read/read-list.ts';
import { readSetting, SETTINGS } from '#state/settings.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { changeTable } from './mapping-actions.ts';
import type { WorkerHandle } from './use-import-worker.ts';

export type ListSource = ReadRequest['source'];

/** A list that was read: where it came from and what each of its columns is taken for. */
export type OpenList = {
  readonly source: ListSource;
  readonly options: ReadOptions;
  readonly mapping: ImportMapping;
  /** Only of text files. */
  readonly textFormat: TextFormat | null;
  readonly sheets: Readonly<Record<string, SheetFacts>>;
};

/** Reads a list and keeps its mapping, with all that the user changes in it. */
export const useList = (worker: WorkerHandle) => {
  const store = useAppStore();
  const [list, setList] = useState<OpenList | null>(null);

  const rememberedTables = useCallback(
    (): readonly SavedTable[] =>
      readSetting(store.getState().settings, SETTINGS.importMappings).map(({ table }) => table),
    [store],
  );

  const read = useCallback(
    (source: ListSource, options: ReadOptions) =>
      worker
        .open()
        .read({ source, options, profile: store.getState().profile, remembered: rememberedTables() }),
    [worker, store, rememberedTables],
  );

  const open = useCallback(
    async (
      source: ListSource,
      options: ReadOptions = DEFAULT_READ_OPTIONS,
    ): Promise<Result<null, ReadFailure>> => {
      const answer = await read(source, options);
      if (!answer.ok) return answer;
      setList({ source, options, ...answer.value });
      return { ok: true, value: null };
    },
    [read],
  );

  /** A worker that holds the list; after a cancel it is read again, and the mapping stays as the user made it. */
  const ready = useCallback(async (): Promise<ImportWorker> => {
    const current = worker.current();
    if (current !== null) return current;
    if (list === null) throw new Error('no list is open');
    const answer = await read(list.source, list.options);
    const opened = worker.current();
    if (!answer.ok || opened === null) throw new Error('the list could not be read again');
    return opened;
  }, [worker, list, read]);

  const setMapping = useCallback((change: (mapping: ImportMapping) => ImportMapping) => {
    setList((before) => (before === null ? null : { ...before, mapping: change(before.mapping) }));
  }, []);

  const change = useCallback(
    (sheet: string, changed: (table: TableMapping) => TableMapping) =>
      setMapping((mapping) => changeTable(mapping, sheet, changed)),
    [setMapping],
  );

  /** Proposes the columns of a sheet anew. */
  const remap = useCallback(
    async (table: TableMapping, wish: TableChange, remembered: readonly SavedTable[]) => {
      const reader = await ready();
      const mapped = await reader.remap({
        table,
        change: wish,
        profile: store.getState().profile,
        remembered,
      });
      change(table.table.sheet, () => mapped);
      return mapped;
    },
    [ready, store, change],
  );

  const clear = useCallback(() => setList(null), []);

  return useMemo(
    () => ({ list, open, ready, setMapping, change, remap, rememberedTables, clear }),
    [list, open, ready, setMapping, change, remap, rememberedTables, clear],
  );
};
