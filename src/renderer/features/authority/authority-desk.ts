import type { FileHint, WorkbookInput } from '#core/authority/workbook/build-authority-workbook.ts';
import { openAuthorityWorker, type AuthorityWorker } from '#excel/authority-client.ts';
import type { ComparedReports, CompareProgress, ReportHead } from '#excel/authority-session.ts';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { MAX_FILES, type FoundFiles } from './collect-files.ts';

/** No report is larger: one of 10,000 devices has 2 MB. */
const MAX_MEBIBYTES = 50;

export type DeskFile = {
  readonly id: number;
  /** Shown, and unique among the files. */
  readonly name: string;
  readonly file: File;
  readonly state:
    | { readonly kind: 'waiting' | 'reading' | 'stopped' }
    | { readonly kind: 'read'; readonly head: ReportHead }
    | { readonly kind: 'failed'; readonly message: string };
};

export type DeskState = {
  readonly files: readonly DeskFile[];
  /** Of the files that are being read now. */
  readonly reading: CompareProgress | null;
  readonly comparing: CompareProgress | null;
  readonly compared: ComparedReports | null;
  /** What the last choice of files left out, or what failed altogether. */
  readonly message: string | null;
};

const NOTHING: DeskState = { files: [], reading: null, comparing: null, compared: null, message: null };

/**
 * The reports that lie on the desk of the Trägeransicht: for as long as the app is open, in memory alone, whatever screen
 * is shown. Files are read one after the other in a worker, and put together whenever no file waits.
 */
export const createAuthorityDesk = (openWorker: typeof openAuthorityWorker = openAuthorityWorker) => {
  let state = NOTHING;
  let worker: AuthorityWorker | null = null;
  let lastId = 0;
  let isRunning = false;
  /** Counts how often everything was taken away. */
  let desk = 0;
  /** Counts changes of what is read: a comparison of before is thrown away. */
  let version = 0;
  const listeners = new Set<() => void>();
  const set = (change: Partial<DeskState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const setFile = (id: number, fileState: DeskFile['state']): void =>
    set({ files: state.files.map((file) => (file.id === id ? { ...file, state: fileState } : file)) });
  const theWorker = (): AuthorityWorker => {
    worker ??= openWorker((comparing) => {
      if (state.comparing !== null) set({ comparing });
    });
    return worker;
  };

  const readOne = async ({ id, name, file }: DeskFile, round: number): Promise<DeskFile['state']> => {
    if (file.size > MAX_MEBIBYTES * 1024 * 1024)
      return { kind: 'failed', message: AUTHORITY_PAGE_TEXTS.tooLarge(MAX_MEBIBYTES) };
    // Moved, deleted or on a drive that is gone since it was chosen.
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return { kind: 'failed', message: AUTHORITY_PAGE_TEXTS.gone };
    // All was taken away meanwhile: the next worker must not get what nobody sees.
    if (round !== desk) return { kind: 'stopped' };
    try {
      const read = await theWorker().read({ id, fileName: name, bytes: new Uint8Array(bytes) });
      return read.ok ? { kind: 'read', head: read.value } : { kind: 'failed', message: read.error };
    } catch (error) {
      return { kind: 'failed', message: AUTHORITY_PAGE_TEXTS.workerFailed(String(error)) };
    }
  };

  const compare = async (): Promise<void> => {
    const count = state.files.filter((file) => file.state.kind === 'read').length;
    if (count === 0) return set({ compared: null, comparing: null });
    const asked = version;
    set({ comparing: { done: 0, of: count } });
    try {
      const compared = await theWorker().compare();
      if (asked === version) set({ compared, comparing: null });
      // A report came or went meanwhile: what was compared is not what lies there.
      else await compare();
    } catch (error) {
      set({ comparing: null, message: AUTHORITY_PAGE_TEXTS.compareFailed(String(error)) });
    }
  };

  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    const round = desk;
    let done = 0;
    for (;;) {
      const next = state.files.find((file) => file.state.kind === 'waiting');
      if (next === undefined) break;
      const waiting = state.files.filter((file) => file.state.kind === 'waiting').length;
      set({ reading: { done, of: done + waiting } });
      setFile(next.id, { kind: 'reading' });
      const result = await readOne(next, round);
      // All was taken away meanwhile: another round reads what came since.
      if (round !== desk) return;
      version += 1;
      if (state.files.some(({ id }) => id === next.id)) setFile(next.id, result);
      // It was taken away while it was read.
      else await theWorker().remove([next.id]);
      done += 1;
    }
    set({ reading: null });
    await compare();
    if (round !== desk) return;
    isRunning = false;
    if (state.files.some((file) => file.state.kind === 'waiting')) void run();
  };

  const nameFor = (path: string, taken: ReadonlySet<string>): string => {
    let name = path;
    for (let copy = 2; taken.has(name); copy += 1) name = `${path} (${copy})`;
    return name;
  };

  return {
    getState: (): DeskState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: ({ files, skipped }: FoundFiles): void => {
      if (state.files.length + files.length > MAX_FILES)
        return set({ message: AUTHORITY_PAGE_TEXTS.tooMany(MAX_FILES) });
      const taken = new Set(state.files.map(({ name }) => name));
      const added = files.map(({ path, file }): DeskFile => {
        const name = nameFor(path, taken);
        taken.add(name);
        lastId += 1;
        return { id: lastId, name, file, state: { kind: 'waiting' } };
      });
      set({
        files: [...state.files, ...added],
        message: skipped === 0 ? null : AUTHORITY_PAGE_TEXTS.skipped(skipped),
      });
      void run();
    },
    /** Reads a file once more, as it is now. */
    again: (id: number): void => {
      setFile(id, { kind: 'waiting' });
      void run();
    },
    remove: async (id: number): Promise<void> => {
      set({ files: state.files.filter((file) => file.id !== id), message: null });
      version += 1;
      await theWorker().remove([id]);
      if (!isRunning) await compare();
    },
    removeAll: (): void => {
      worker?.close();
      worker = null;
      isRunning = false;
      desk += 1;
      version += 1;
      set(NOTHING);
    },
    /** What is being read is read to its end; what waits is left. */
    stop: (): void =>
      set({
        files: state.files.map((file) =>
          file.state.kind === 'waiting' ? { ...file, state: { kind: 'stopped' } } : file,
        ),
      }),
    csvSet: (): Promise<Uint8Array> => theWorker().csvSet(),
    workbook: (written: Omit<WorkbookInput, 'hints'>): Promise<Uint8Array> =>
      theWorker().workbook({
        ...written,
        hints: state.files.flatMap(({ name, state: { kind, ...rest } }): readonly FileHint[] =>
          kind === 'failed' && 'message' in rest ? [{ fileName: name, text: rest.message }] : [],
        ),
      }),
  };
};

export type AuthorityDesk = ReturnType<typeof createAuthorityDesk>;
export const authorityDesk: AuthorityDesk = createAuthorityDesk();
