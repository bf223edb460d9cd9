import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#core/history/change-set.ts';
import { failed } from '#core/shared/result.ts';
import { aCategory, aDevice, aProfile, aRequirement } from '#core/testing/builders.ts';
import { openStorage } from '#storage/open-storage.ts';
import type { Storage } from '#storage/storage.ts';
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
    expect(store.getState().save).toEqual({ kind: 'failed', failure: 'disk-full' });
    expect(namesIn(store)).toEqual(['Beamer']);
    isFull = false;
    await store.commit(LABEL, [put('Display')]);
    await store.retrySave();
    expect(store.getState().save.kind).toBe('saved');
    storage.close();
    expect(namesIn(await openStore(await openReal()))).toEqual(['Display']);
  });
});
