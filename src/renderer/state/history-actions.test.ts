import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#core/history/change-set.ts';
import { deletedThings } from '#core/history/deleted-things.ts';
import { failed } from '#core/shared/result.ts';
import { aCategory, aDevice, aProfile, aRequirement, aRoom } from '#core/testing/builders.ts';
import { openStorage } from '#storage/open-storage.ts';
import type { Storage } from '#storage/storage.ts';
import { forgetBeyond } from './bounded-history.ts';
import { historyIndexOf } from './history-index.ts';
import { openAppStore } from './inventory-store.ts';
import { ownCategoryChange } from './settings.ts';
import { takenBackOf } from './use-history.ts';

const LABEL = { code: 'device-changed', params: { device: 'GS-1' } } as const;
const put = (id: string, fields: Parameters<typeof aDevice>[0] = {}): Change => ({
  entity: 'device',
  id,
  before: null,
  after: aDevice({ id, ...fields }),
});
const remove = (id: string): Change => ({ entity: 'device', id, before: null, after: null });
const room: Change = { entity: 'room', id: 'r-1', before: null, after: aRoom({ id: 'r-1', name: 'Lager' }) };

let number = 0;
const openReal = async (): Promise<Storage> => {
  const opened = await openStorage({ name: `history-${number}`, locks: undefined });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const openStore = async (storage?: Storage) =>
  openAppStore({
    storage: storage ?? (await openReal()),
    profiles: [aProfile({ requirements: [aRequirement({ id: 'R' })] })],
    now: () => new Date('2026-11-24T09:00:00Z'),
  });
const wholeIndex = async (store: Awaited<ReturnType<typeof openStore>>) => {
  const index = historyIndexOf(store);
  index.subscribe(() => undefined);
  await expect.poll(() => index.current().isComplete).toBe(true);
  return index;
};
const seqsOf = (index: ReturnType<typeof historyIndexOf>) =>
  index.current().entries.map(({ header }) => header.seq);

beforeEach(() => {
  number += 1;
});

describe('revertSet', () => {
  it('takes back a past set as a new step, which can be undone', async () => {
    const store = await openStore();
    await store.commit(LABEL, [put('d-1', { name: 'Beamer' })]);
    await store.commit(LABEL, [put('d-1', { name: 'Display' })]);
    await store.commit(LABEL, [put('d-1', { name: 'Display', note: 'neu' })]);
    expect(await store.revertSet(2)).toMatchObject({
      value: { seq: 4, label: { code: 'set-reverted', params: { of: 2, what: 'Gerät GS-1 geändert' } } },
    });
    expect(store.getState().inventory.devices).toEqual([aDevice({ name: 'Beamer', note: 'neu' })]);
    await store.undo();
    expect(store.getState().inventory.devices).toEqual([aDevice({ name: 'Display', note: 'neu' })]);
  });

  it('says that it repeats what had been taken back', async () => {
    const store = await openStore();
    await store.commit(LABEL, [put('d-1', { name: 'Beamer' })]);
    await store.commit(LABEL, [put('d-1', { name: 'Display' })]);
    await store.commit(LABEL, [put('d-2')]);
    await store.revertSet(2);
    await store.commit(LABEL, [put('d-3')]);
    const repeated = { code: 'set-repeated', params: { of: 4, what: 'Gerät GS-1 geändert' } };
    expect(await store.revertSet(4)).toMatchObject({ value: { label: repeated } });
    expect(store.getState().inventory.devices[0]?.name).toBe('Display');
    const index = await wholeIndex(store);
    expect([...takenBackOf(index.current().entries).keys()]).toEqual([4]);
    await store.undo();
    await store.undo();
    expect(await store.revertSet(8)).toMatchObject({ value: { label: { code: 'set-repeated' } } });
    expect([...takenBackOf(index.current().entries).keys()].toSorted()).toEqual([2, 6, 8]);
  });

  it('says what stands against it, also of a session before', async () => {
    const storage = await openReal();
    const first = await openStore(storage);
    await first.commit(LABEL, [put('d-1', { name: 'Beamer' })]);
    await first.commit(LABEL, [put('d-1', { name: 'Display' })]);
    storage.close();
    const store = await openStore();
    expect(await store.revertSet(1)).toMatchObject({
      error: { code: 'stands-against', conflicts: [{ code: 'CHANGED_SINCE', by: { seq: 2 } }] },
    });
  });

  it('keeps a category that came with a list as long as a device has it', async () => {
    const store = await openStore();
    const own = ownCategoryChange(store.getState().settings, [
      aCategory({ id: 'MONITOR', origin: 'school' }),
    ]);
    if (own === null) throw new Error('it is new');
    await store.commit(LABEL, [put('d-1', { categoryId: 'MONITOR' }), own]);
    await store.commit(LABEL, [put('d-2', { categoryId: 'MONITOR' })]);
    await store.revertSet(1);
    expect(store.getState().inventory.devices.map(({ id }) => id)).toEqual(['d-2']);
    expect(store.getState().profile.categories.map(({ id }) => id)).toContain('MONITOR');
  });
});

describe('rollBackTo', () => {
  it('takes back everything down to a set as one step, also what could not be stored yet', async () => {
    const storage = await openReal();
    let isFull = false;
    const store = await openStore({
      ...storage,
      append: async (set, options) => (isFull ? failed('disk-full') : storage.append(set, options)),
    });
    await store.commit(LABEL, [put('d-1', { name: 'Beamer' })]);
    await store.commit(LABEL, [put('d-1', { name: 'Display' })]);
    isFull = true;
    await store.commit(LABEL, [put('d-2')]);
    void store.rollBackTo(2);
    await expect.poll(() => store.getState().inventory.devices).toEqual([aDevice({ name: 'Beamer' })]);
    expect(store.getState().undoable?.label).toEqual({ code: 'rolled-back', params: { count: 2, to: 2 } });
    isFull = false;
    await store.retrySave();
    await store.undo();
    expect(store.getState().inventory.devices).toHaveLength(2);
  });
});

describe('historyIndexOf', () => {
  it('has what was stored, and what is done from then on at once', async () => {
    const storage = await openReal();
    const first = await openStore(storage);
    await first.commit(LABEL, [room, put('d-1', { roomId: 'r-1' })]);
    await first.commit(LABEL, [put('d-1', { status: 'defective', roomId: 'r-1' })]);
    storage.close();
    const store = await openStore();
    const index = await wholeIndex(store);
    expect(seqsOf(index)).toEqual([2, 1]);
    expect(index.current().entries[0]?.text).toContain('defekt');
    expect(index.current().entries[1]?.text).toContain('101 lager');
    const saving = store.commit(LABEL, [put('d-2')]);
    expect(seqsOf(index)).toEqual([3, 2, 1]);
    await saving;
    await store.undo();
    expect([...takenBackOf(index.current().entries).keys()]).toEqual([3]);
  });

  it('forgets a set that was given up, and takes its number again', async () => {
    const store = await openStore();
    await store.commit(LABEL, [put('d-1')]);
    const index = await wholeIndex(store);
    const cancel = new AbortController();
    const many = Array.from({ length: 450 }, (_, at) => put(`n-${at}`));
    const cancelled = store.commit(LABEL, many, {
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    expect(await cancelled).toMatchObject({ error: { code: 'cancelled' } });
    await store.commit(LABEL, [put('d-2')]);
    await expect.poll(() => seqsOf(index)).toEqual([2, 1]);
    expect(index.current().entries[0]?.changeCount).toBe(1);
  });

  it('finds deleted things and restores them as one step', async () => {
    const store = await openStore();
    await store.commit(LABEL, [room, put('d-1', { roomId: 'r-1' }), put('d-2', { roomId: 'r-1' })]);
    await store.commit(LABEL, [remove('d-1'), remove('d-2')]);
    await store.commit(LABEL, [{ entity: 'room', id: 'r-1', before: null, after: null }]);
    const index = await wholeIndex(store);
    const bin = () =>
      deletedThings(
        store.getState(),
        index.current().entries.flatMap(({ deletions }) => deletions),
      );
    expect(bin().map(({ id }) => id)).toEqual(['r-1', 'd-1', 'd-2']);
    const restored = await store.restore(bin().filter(({ id }) => id !== 'd-2'));
    expect(restored).toMatchObject({ value: { label: { params: { devices: 1, rooms: 1 } } } });
    expect(store.getState().inventory.devices).toEqual([aDevice({ id: 'd-1', roomId: 'r-1' })]);
    expect(bin().map(({ id }) => id)).toEqual(['d-2']);
  });
});

describe('forgetBeyond', () => {
  it('removes what is more than wanted, and from the index too', async () => {
    const storage = await openReal();
    const store = await openStore(storage);
    for (let step = 0; step < 1010; step += 1)
      await store.commit(LABEL, [put('d-1', { note: String(step) })]);
    const index = await wholeIndex(store);
    await forgetBeyond(store, 1000);
    expect(await store.history.count()).toBe(1000);
    expect(seqsOf(index).at(-1)).toBe(11);
    expect((await store.undo()).ok).toBe(true);
  });
});
