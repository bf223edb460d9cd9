import { useCallback, useEffect, useRef, useState } from 'react';
import { changesOfPlan } from '#core/import/plan-import.ts';
import { savedTableFor, savedTableOf, type SavedTable } from '#core/import/saved-mapping.ts';
import type {
  ImportField,
  ImportMapping,
  ReadFailure,
  TableMapping,
  TextFormat,
} from '#core/import/types.ts';
import { openImportWorker, type ImportWorker } from '#excel/import-client.ts';
import type { PlanAnswer } from '#excel/import-worker.ts';
import type { ReadOptions } from '#excel/read/read-list.ts';
import { readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { useAppStore } from '#state/use-app-state.ts';

export type ListSource =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly name: string };

export type ImportStep =
  | { readonly kind: 'choose'; readonly failure: ReadFailure | null; readonly crash: string | null }
  | { readonly kind: 'busy'; readonly work: 'reading' | 'planning' }
  | { readonly kind: 'columns' }
  | { readonly kind: 'preview'; readonly answer: PlanAnswer }
  | { readonly kind: 'writing'; readonly written: number; readonly of: number }
  | { readonly kind: 'done'; readonly devices: number; readonly rooms: number; readonly isSaved: boolean };

const GUESS_ALL: ReadOptions = { encoding: null, separator: null };
const START: ImportStep = { kind: 'choose', failure: null, crash: null };
/** So many shapes of lists are remembered. */
const REMEMBERED = 20;

/** The state of the wizard: one list from file to inventory. Leaving the page gives the work up. */
export const useImport = () => {
  const store = useAppStore();
  const worker = useRef<ImportWorker | null>(null);
  const [step, setStep] = useState<ImportStep>(START);
  const [source, setSource] = useState<ListSource | null>(null);
  const [options, setOptions] = useState<ReadOptions>(GUESS_ALL);
  const [textFormat, setTextFormat] = useState<TextFormat | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [defaultRoomType, setDefaultRoomType] = useState<string | null>('KR');
  const [categoryChoices, setCategoryChoices] = useState<Readonly<Record<string, string>>>({});

  const stop = useCallback(() => {
    worker.current?.close();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const restart = useCallback(() => {
    stop();
    setSource(null);
    setMapping(null);
    setCategoryChoices({});
    setOptions(GUESS_ALL);
    setStep(START);
  }, [stop]);

  const fail = useCallback(
    (error: unknown) => {
      stop();
      setStep({
        kind: 'choose',
        failure: null,
        crash: error instanceof Error ? error.message : String(error),
      });
    },
    [stop],
  );

  const open = useCallback(
    async (list: ListSource, readOptions: ReadOptions = GUESS_ALL) => {
      stop();
      const reader = openImportWorker();
      worker.current = reader;
      setSource(list);
      setOptions(readOptions);
      setStep({ kind: 'busy', work: 'reading' });
      const { profile, settings } = store.getState();
      try {
        const read = await reader.read({
          source: list,
          options: readOptions,
          profile,
          remembered: readSetting(settings, SETTINGS.importMappings).map(({ table }) => table),
        });
        if (!read.ok) {
          stop();
          setStep({ kind: 'choose', failure: read.error, crash: null });
          return;
        }
        setMapping(read.value.mapping);
        setTextFormat(read.value.textFormat);
        setStep({ kind: 'columns' });
      } catch (error) {
        fail(error);
      }
    },
    [store, stop, fail],
  );

  const preview = useCallback(
    async (choices: Readonly<Record<string, string>> = categoryChoices) => {
      if (mapping === null || worker.current === null) return;
      setStep((before) => (before.kind === 'preview' ? before : { kind: 'busy', work: 'planning' }));
      const { inventory, profile, view } = store.getState();
      const roomType = profile.roomTypes.some(({ id }) => id === defaultRoomType) ? defaultRoomType : null;
      try {
        const answer = await worker.current.plan({
          mapping,
          inventory,
          profile,
          view,
          defaultRoomType: roomType,
          categoryChoices: choices,
        });
        setStep({ kind: 'preview', answer });
      } catch (error) {
        fail(error);
      }
    },
    [mapping, defaultRoomType, categoryChoices, store, fail],
  );

  const chooseCategory = useCallback(
    (text: string, category: string) => {
      const { [text]: _before, ...others } = categoryChoices;
      const next = category === '' ? others : { ...others, [text]: category };
      setCategoryChoices(next);
      void preview(next);
    },
    [categoryChoices, preview],
  );

  const changeTable = useCallback((sheet: string, change: (table: TableMapping) => TableMapping) => {
    setMapping((before) =>
      before === null
        ? null
        : { tables: before.tables.map((table) => (table.table.sheet === sheet ? change(table) : table)) },
    );
  }, []);

  /** A field stands for one column only: the one that had it before becomes an extra field. */
  const chooseField = useCallback(
    (sheet: string, column: number, field: ImportField | null) =>
      changeTable(sheet, (table) => ({
        ...table,
        columns: table.columns.map((entry) => {
          if (entry.column === column)
            return { ...entry, field, confidence: 1, reason: { code: 'chosen' as const } };
          return field !== null && entry.field === field
            ? { ...entry, field: null, confidence: 0, reason: { code: 'no-match' as const } }
            : entry;
        }),
      })),
    [changeTable],
  );

  const include = useCallback(
    (sheet: string, included: boolean) => changeTable(sheet, (table) => ({ ...table, included })),
    [changeTable],
  );

  const accept = useCallback(
    async ({ plan }: PlanAnswer) => {
      if (mapping === null) return;
      const { settings } = store.getState();
      const remembered = mapping.tables
        .filter(({ included }) => included)
        .map((table) => ({
          name: plan.fileName,
          usedAt: new Date().toISOString(),
          table: savedTableOf(table),
        }));
      const isRenewed = (older: SavedTable): boolean =>
        savedTableFor(
          remembered.map(({ table }) => table),
          older.columns.map(({ header }) => header),
        ) !== null;
      const older = readSetting(settings, SETTINGS.importMappings).filter(({ table }) => !isRenewed(table));
      const changes = [
        ...changesOfPlan(plan),
        settingChange(settings, SETTINGS.importMappings, [...older, ...remembered].slice(-REMEMBERED)),
      ];
      setStep({ kind: 'writing', written: 0, of: changes.length });
      const devices = plan.counts.newDevices + plan.counts.changedDevices;
      const rooms = plan.counts.newRooms + plan.counts.changedRooms;
      const outcome = await store.commit(
        { code: 'list-imported', params: { file: plan.fileName, count: devices } },
        changes,
        { onProgress: (written, of) => setStep({ kind: 'writing', written, of }) },
      );
      stop();
      setStep({ kind: 'done', devices, rooms, isSaved: outcome.ok });
    },
    [mapping, store, stop],
  );

  return {
    step,
    source,
    options,
    textFormat,
    mapping,
    defaultRoomType,
    categoryChoices,
    open,
    restart,
    preview,
    chooseCategory,
    chooseField,
    include,
    setDefaultRoomType,
    accept,
    backToColumns: () => setStep({ kind: 'columns' }),
  };
};

export type ImportModel = ReturnType<typeof useImport>;
