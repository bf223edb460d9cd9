import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#core/history/change-set.ts';
import { failed } from '#core/shared/result.ts';
import { aCategory, aDevice, aProfile, aRequirement } from '#core/testing/builders.ts';
import { openStorage } from '#storage/open-storage.ts';
import type { Storage } from '#storage/storage.ts';
import { CHANGES_PER_PART } from '#storage/write-change-set.ts';
import { openAppStore } from './inventory-store.ts';
import { ownCategoryChange } from './settings.ts';

const LABEL = { code: 'device-changed', params: { device: 'GS-1' } } as const;
const put = (name: string): Change => ({
  entity: 'device',
  id: 'd-1',
  before: null,
  after: aDevice({ id: 'd-1', name }),
});

let number = 0;
const openReal = async (): Promise<Storage> => {
  const opened = await openStorage({ name: `test-${number}`, locks: undefined });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const openStore = (storage: Storage) =>
  openAppStore({
    storage,
    profiles: [aProfile({ requirements: [aRequirement({ id: 'R' })] })],
    now: () => new Date('2026-11-24T09:00:00Z'),
  });
const namesIn = ({ getState }: Awaited<ReturnType<typeof openStore>>) =>
  getState().inventory.devices.map(({ name }) => name);

// Each test has a database of its own.
beforeEach(() => {
  number += 1;
});

describe('openAppStore', () => {
  it('shows a change at once and finds it again after a restart', async () => {
    const storage = await openReal();
    const store = await openStore(storage);
    const saving = store.commit(LABEL, [put('Beamer')]);
    expect(namesIn(store)).toEqual(['Beamer']);
    expect((await saving).ok).toBe(true);
    storage.close();
    expect(namesIn(await openStore(await openReal()))).toEqual(['Beamer']);
  });

  it('takes back and repeats, also what was done before a restart', async () => {
    const storage = await openReal();
    const first = await openStore(storage);
    await first.commit(LABEL, [put('Beamer')]);
    await first.commit(LABEL, [put('Display')]);
    storage.close();
    const store = await openStore(await openReal());
    await store.undo();
    expect(namesIn(store)).toEqual(['Beamer']);
    await store.undo();
    expect(namesIn(store)).toEqual([]);
    await store.redo();
    await store.redo();
    expect(namesIn(store)).toEqual(['Display']);
    expect(await store.redo()).toEqual({ ok: false, error: { code: 'nothing-to-do' } });
  });

  it('knows when a change was made, so that a backup finds its place in the history', async () => {
    const store = await openStore(await openReal());
    await store.commit(LABEL, [put('Beamer')]);
    const { seq, changedAt } = store.current();
    expect(store.changedAt(seq)).toBe(changedAt);
    expect(store.changedAt(seq + 1)).toBeNull();
  });

  it('takes "before" from the state, not from an older form, and records nothing where nothing changes', async () => {
    const store = await openStore(await openReal());
    await store.commit(LABEL, [put('Beamer')]);
    await store.commit(LABEL, [{ ...put('Display'), before: null } as Change]);
    await store.undo();
    expect(namesIn(store)).toEqual(['Beamer']);
    expect(await store.commit(LABEL, [put('Beamer')])).toMatchObject({ error: { code: 'nothing-to-do' } });
  });

  it("adds the school's own categories to the profile, keeps it the same otherwise, and takes them back", async () => {
    const store = await openStore(await openReal());
    const ids = (): readonly string[] => store.getState().profile.categories.map(({ id }) => id);
    const own = ['AUSSERHALB', 'MONITOR'].map((id) => aCategory({ id, origin: 'school' }));
    const change = ownCategoryChange(store.getState().settings, own);
    if (change === null) throw new Error('both are new');
    await store.commit(LABEL, [put('Monitor'), change]);
    const { profile, settings } = store.getState();
    expect(ids()).toEqual(['BEAM', 'MONITOR', 'AUSSERHALB']);
    expect(ownCategoryChange(settings, own)).toBeNull();
    await store.commit(LABEL, [put('Display')]);
    expect(store.getState().profile).toBe(profile);
    await store.undo();
    await store.undo();
    expect(ids()).toEqual(['BEAM']);
  });

  it('keeps what could not be written, says so, and writes it in order at the next try', async () => {
    const storage = await openReal();
    let isFull = true;
    const store = await openStore({
      ...storage,
      append: async (set, options) => (isFull ? failed('disk-full') : storage.append(set, options)),
    });
    expect(await store.commit(LABEL, [put('Beamer')])).toMatchObject({ error: { code: 'disk-full' } });
    expect(store.getState().save).toEqual({
      kind: 'failed',
      failure: 'disk-full',
      place: 'database',
    });
    expect(namesIn(store)).toEqual(['Beamer']);
    isFull = false;
    await store.commit(LABEL, [put('Display')]);
    await store.retrySave();
    expect(store.getState().save.kind).toBe('saved');
    storage.close();
    expect(namesIn(await openStore(await openReal()))).toEqual(['Display']);
  });
});

describe('a commit that is cancelled', () => {
  /** More than one part, so that there is a moment in between. */
  const many = Array.from({ length: CHANGES_PER_PART + 1 }, (_, index): Change => {
    const id = `n-${index}`;
    return { entity: 'device', id, before: null, after: aDevice({ id, name: 'neu' }) };
  });
  const cancelAt = (wanted: 'first part' | 'last part', also: () => void = () => undefined) => {
    const cancel = new AbortController();
    let isTold = false;
    const onProgress = (written: number, of: number): void => {
      if (isTold || (wanted === 'last part' && written < of)) return;
      isTold = true;
      also();
      cancel.abort();
    };
    return { onProgress, signal: cancel.signal };
  };
  const reopened = async (storage: Storage) => {
    storage.close();
    return openStore(await openReal());
  };
  const withHistory = async () => {
    const storage = await openReal();
    const store = await openStore(storage);
    await store.commit(LABEL, [put('Beamer')]);
    await store.commit(LABEL, [put('Display')]);
    await store.undo();
    return { storage, store };
  };

  it.each(['first part', 'last part'] as const)(
    'leaves everything as it was, undo and redo too, when it comes at the %s',
    async (part) => {
      const { storage, store } = await withHistory();
      const before = store.getState();
      expect(await store.commit(LABEL, many, cancelAt(part))).toEqual({
        ok: false,
        error: { code: 'cancelled' },
      });
      expect(store.getState()).toEqual(before);
      expect(store.getState().inventory).toBe(before.inventory);
      await store.redo();
      expect(namesIn(store)).toEqual(['Display']);
      await store.undo();
      expect(namesIn(await reopened(storage))).toEqual(['Beamer']);
    },
  );

  it('gives its number to the next commit, also to one that does not wait for the end', async () => {
    const { storage, store } = await withHistory();
    let next: ReturnType<typeof store.commit> | null = null;
    // The moment in which memory is taken back: the transaction still rolls back.
    const unsubscribe = store.subscribe(() => {
      if (!isTakenBack()) return;
      isWriting = false;
      next = store.commit(LABEL, [put('Tafel')]);
    });
    let isWriting = false;
    const isTakenBack = (): boolean => isWriting && store.getState().inventory.devices.length === 1;
    const cancelled = store.commit(
      LABEL,
      many,
      cancelAt('first part', () => (isWriting = true)),
    );
    expect(await cancelled).toMatchObject({ error: { code: 'cancelled' } });
    unsubscribe();
    expect(await next).toMatchObject({ ok: true, value: { seq: 4 } });
    expect(await store.commit(LABEL, [put('Display')])).toMatchObject({ ok: true, value: { seq: 5 } });
    expect(namesIn(await reopened(storage))).toEqual(['Display']);
  });

  it('is in no backup while it may still be given up', async () => {
    const { store } = await withHistory();
    const before = store.current();
    const sources: number[] = [];
    const cancel = new AbortController();
    const options = {
      signal: cancel.signal,
      onProgress: () => {
        sources.push(store.current().seq, store.current().state.inventory.devices.length);
        cancel.abort();
      },
    };
    expect(await store.commit(LABEL, many, options)).toMatchObject({ error: { code: 'cancelled' } });
    expect(sources.slice(0, 2)).toEqual([before.seq, before.state.inventory.devices.length]);
    expect(store.current()).toEqual(before);
    await store.commit(LABEL, many, { signal: new AbortController().signal });
    expect(store.current()).toMatchObject({ seq: before.seq + 1 });
  });

  it('is saved all the same when another change has followed', async () => {
    const { storage, store } = await withHistory();
    let next: ReturnType<typeof store.commit> | null = null;
    const options = cancelAt('first part', () => (next = store.commit(LABEL, [put('Tafel')])));
    expect(await store.commit(LABEL, many, options)).toMatchObject({ ok: true, value: { seq: 4 } });
    expect(await next).toMatchObject({ ok: true, value: { seq: 5 } });
    expect(namesIn(await reopened(storage))).toHaveLength(many.length + 1);
  });

  it('is saved when it comes after the last moment, and never begun when it comes before', async () => {
    const storage = await openReal();
    const cancel = new AbortController();
    const store = await openStore({
      ...storage,
      append: async (set, options) => {
        const outcome = await storage.append(set, options);
        cancel.abort();
        return outcome;
      },
    });
    expect(await store.commit(LABEL, many, { signal: cancel.signal })).toMatchObject({ ok: true });
    expect(await store.commit(LABEL, [put('Tafel')], { signal: cancel.signal })).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(namesIn(store)).toHaveLength(many.length);
  });
});
