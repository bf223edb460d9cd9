import { useCallback, useEffect, useRef, useState } from 'react';
import type { Backup, BackupFailure } from '#backup/backup-format.ts';
import { readBackupHeader } from '#backup/backup-format.ts';
import type { DataKey, KeyEnvelope } from '#backup/data-key.ts';
import { takeInReports, type KeptReport } from '#backup/frozen-reports.ts';
import { readHandOver } from '#backup/hand-over.ts';
import { readInWorker } from '#backup/read-in-worker.ts';
import type { VaultFailure } from '#bridge/contract.ts';
import {
  restoreChangesInSteps,
  type RestoreOptions,
  type RestorePlan,
} from '#core/backup/restore-changes.ts';
import type { IsoDate } from '#core/shared/iso-date.ts';
import type { AppStore } from '#state/app-state.ts';
import { runInBackground, runInSlices } from '#state/run-in-slices.ts';
import { readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { useSafety } from '#state/use-safety.ts';
import { formatDate, localDay } from '#texts/format.ts';
import { RESTORE_TEXTS as TEXTS } from '#texts/restore.ts';
import { useToast } from '#ui/toast.tsx';
import { refusalOf, type Refusal } from './refusal.ts';
import type { RestoreSource } from './restore-source.ts';

/** What the dialog shows. */
export type RestorePhase =
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'locked'; readonly envelope: KeyEnvelope; readonly bytes: Uint8Array }
  | { readonly kind: 'preview'; readonly backup: Backup }
  | { readonly kind: 'backup-failed'; readonly backup: Backup; readonly failure: VaultFailure }
  | {
      readonly kind: 'working';
      readonly backup: Backup;
      readonly step: 'backing-up' | 'writing';
      /** Changes written so far; null where that is not known. */
      readonly done: number | null;
      readonly of: number;
    };

export type RestoreModel = {
  readonly name: string;
  readonly phase: RestorePhase;
  readonly options: RestoreOptions;
  readonly setOptions: (options: RestoreOptions) => void;
  /** null while it is worked out. */
  readonly plan: RestorePlan | null;
  /** Changes made since this backup; null where it does not belong to this history. */
  readonly laterChanges: number | null;
  /** Kept reports that come along with a hand-over. */
  readonly reportCount: number;
  readonly isHandOver: boolean;
  readonly unlock: (dataKey: DataKey) => void;
  readonly apply: (isInsisting: boolean) => Promise<void>;
  readonly cancel: () => void;
  readonly message: string | null;
};

/** The day that a backup shows: of its last change, else of its writing, where the user sits. */
export const dayOfBackup = ({ header }: Backup): IsoDate => localDay(header.changedAt ?? header.writtenAt);

const nameOf = (source: RestoreSource): string => {
  if (source.kind === 'listed') return source.file.name.replace(/^.*\//, '');
  return source.opened.kind === 'opened' ? source.opened.name : TEXTS.theFile;
};

/** One backup from its bytes to the one door: read, unlocked, compared, put back. */
export const useRestore = (source: RestoreSource, onDone: () => void): RestoreModel => {
  const store = useAppStore();
  const safety = useSafety();
  const { show } = useToast();
  const [phase, setPhase] = useState<RestorePhase>({ kind: 'reading' });
  const [options, setOptions] = useState<RestoreOptions>({ mode: 'replace', onDifference: 'keep-current' });
  const [message, setMessage] = useState<string | null>(null);
  const inventory = useAppState((state) => state.inventory);
  const settings = useAppState((state) => state.settings);
  const [planned, setPlanned] = useState<{
    readonly backup: Backup;
    readonly options: RestoreOptions;
    readonly plan: RestorePlan;
  } | null>(null);
  const writing = useRef<AbortController | null>(null);
  const reading = useRef<AbortController | null>(null);
  const [reports, setReports] = useState<readonly KeptReport[]>([]);
  const [isHandOver, setIsHandOver] = useState(false);
  /** Opened the backup, and with it the reports. */
  const key = useRef<DataKey | null>(null);

  const name = nameOf(source);
  const refuse = useCallback(
    (error: BackupFailure, bytes: Uint8Array): void =>
      setPhase({ kind: 'refused', refusal: refusalOf(error, bytes, name) }),
    [name],
  );

  const read = useCallback(
    async (bytes: Uint8Array, dataKey: DataKey | null): Promise<void> => {
      reading.current?.abort();
      const control = new AbortController();
      reading.current = control;
      setPhase({ kind: 'reading' });
      try {
        const result = await readInWorker(bytes, dataKey, control.signal);
        if (control.signal.aborted) return;
        if (result.ok) {
          key.current = dataKey;
          return setPhase({ kind: 'preview', backup: result.value });
        }
        if (result.error.code !== 'locked') return refuse(result.error, bytes);
        const header = await readBackupHeader(bytes);
        setPhase(
          header.ok && header.value.key !== null
            ? { kind: 'locked', envelope: header.value.key, bytes }
            : { kind: 'refused', refusal: { code: 'damaged' } },
        );
      } catch (error) {
        if (!control.signal.aborted)
          setPhase({ kind: 'refused', refusal: { code: 'crash', detail: String(error) } });
      }
    },
    [refuse],
  );

  useEffect(() => {
    let isWanted = true;
    const begin = async (): Promise<void> => {
      const bytes = await bytesOfSource(source, safety.host.vaultRead);
      if (!isWanted) return;
      if (!bytes.ok) return setPhase({ kind: 'refused', refusal: bytes.error });
      const parts = await readHandOver(bytes.value);
      if (!isWanted) return;
      if (!parts.ok) return refuse(parts.error, bytes.value);
      setReports(parts.value.reports);
      setIsHandOver(parts.value.isHandOver);
      await read(parts.value.backup, safety.vault?.dataKey() ?? null);
    };
    void begin();
    return () => {
      isWanted = false;
      reading.current?.abort();
    };
  }, [source, safety, read, refuse]);

  const backup = 'backup' in phase ? phase.backup : null;
  const isPlanning = phase.kind === 'preview' || phase.kind === 'backup-failed';
  // While it is written, the state already is the one of afterwards.
  useEffect(() => {
    if (backup === null || !isPlanning) return undefined;
    return runInBackground(restoreChangesInSteps(store.current().state, backup.state, options), (plan) =>
      setPlanned({ backup, options, plan }),
    );
  }, [store, backup, isPlanning, options, inventory, settings]);
  const plan = planned?.backup === backup && planned?.options === options ? planned.plan : null;

  const apply = async (isInsisting: boolean): Promise<void> => {
    if (backup === null) return;
    setMessage(null);
    const day = formatDate(dayOfBackup(backup));
    if (!isInsisting && store.current().seq > 0) {
      setPhase({ kind: 'working', backup, step: 'backing-up', done: null, of: 1 });
      const taken = await safety.backUp('before-restore');
      if (!taken.ok) return setPhase({ kind: 'backup-failed', backup, failure: taken.error });
    }
    // Worked out anew: what is shown may be older than what is there now.
    const { state } = store.current();
    const changes = withStart(store, await runInSlices(restoreChangesInSteps(state, backup.state, options)));
    setPhase({ kind: 'working', backup, step: 'writing', done: null, of: changes.length });
    writing.current = new AbortController();
    const code = options.mode === 'replace' ? 'backup-restored' : 'backup-merged';
    const outcome = await store.commit({ code, params: { day } }, changes, {
      signal: writing.current.signal,
      onProgress: (done, of) => setPhase({ kind: 'working', backup, step: 'writing', done, of }),
    });
    if (!outcome.ok && outcome.error.code === 'cancelled') {
      setMessage(TEXTS.cancelled);
      return setPhase({ kind: 'preview', backup });
    }
    if (!outcome.ok && outcome.error.code === 'read-only') {
      setMessage(TEXTS.readOnly);
      return setPhase({ kind: 'preview', backup });
    }
    const left = await takeInReports(safety.host, reports, key.current, safety.vault?.dataKey() ?? null);
    onDone();
    // A change that only waits for its place on the disk is there, and can be undone.
    if (!outcome.ok) return show({ text: TEXTS.notSaved, kind: 'error' });
    if (left > 0) return show({ text: TEXTS.reportsLeft(left), kind: 'error' });
    show({
      text: options.mode === 'replace' ? TEXTS.restored(day) : TEXTS.merged(day),
      actionLabel: TEXTS.undo,
      onAction: () => void store.undo(),
    });
  };

  return {
    name,
    phase,
    options,
    setOptions,
    plan,
    reportCount: reports.length,
    isHandOver,
    laterChanges: backup === null ? null : laterChangesOf(store, source, backup),
    unlock: (dataKey) => {
      if (phase.kind === 'locked') void read(phase.bytes, dataKey);
    },
    apply,
    cancel: () => writing.current?.abort(),
    message,
  };
};

type Bytes =
  { readonly ok: true; readonly value: Uint8Array } | { readonly ok: false; readonly error: Refusal };

const bytesOfSource = async (
  source: RestoreSource,
  vaultRead: ReturnType<typeof useSafety>['host']['vaultRead'],
): Promise<Bytes> => {
  if (source.kind === 'file') {
    const { opened } = source;
    if (opened.kind === 'opened') return { ok: true, value: opened.bytes };
    return { ok: false, error: { code: opened.kind === 'failed' ? opened.failure : 'unknown' } };
  }
  const read = await vaultRead({ name: source.file.name });
  if (!read.ok) return { ok: false, error: { code: 'unreadable', failure: read.error } };
  return read.value === null ? { ok: false, error: { code: 'not-found' } } : { ok: true, value: read.value };
};

/** Only where the backup belongs to this history: its last change is one of ours, made in the same moment. */
const laterChangesOf = (store: AppStore, source: RestoreSource, { header }: Backup): number | null => {
  const later = store.current().seq - header.seq;
  if (later < 0) return null;
  if (source.kind === 'listed') return later;
  return header.changedAt !== null && store.changedAt(header.seq) === header.changedAt ? later : null;
};

/** A backup from before the first choice (how to begin) must not lead back to it: something was chosen now. */
const withStart = (store: AppStore, { changes }: RestorePlan): RestorePlan['changes'] => {
  const { settings } = store.getState();
  const change = changes.find(({ entity, id }) => entity === 'setting' && id === SETTINGS.start.id);
  const after =
    change?.entity === 'setting'
      ? SETTINGS.start.parse(change.after?.value ?? null)
      : readSetting(settings, SETTINGS.start);
  if (after !== null) return changes;
  return [...changes.filter((other) => other !== change), settingChange(settings, SETTINGS.start, 'own')];
};
