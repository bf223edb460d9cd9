import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change, ChangeAction, ChangeSet } from '#core/history/change-set.ts';
import { aDevice } from '#core/testing/builders.ts';
import { KEPT_STEPS } from './forget-history.ts';
import { openStorage } from './open-storage.ts';
import type { HistoryPiece, Storage } from './storage.ts';

const aSet = (seq: number, count = 1, action: ChangeAction = { kind: 'do' }): ChangeSet => ({
  seq,
  at: '2026-11-24T09:00:00.000Z',
  label: { code: 'devices-created', params: { count } },
  action,
  changes: Array.from({ length: count }, (_, index): Change => {
    const id = `d-${seq}-${index}`;
    return { entity: 'device', id, before: null, after: aDevice({ id }) };
  }),
});
const open = async (): Promise<Storage> => {
  const opened = await openStorage({ name: 'test', locks: undefined });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
const piecesOf = async (storage: Storage, before: number): Promise<readonly HistoryPiece[]> => {
  const pieces: HistoryPiece[] = [];
  for await (const some of storage.readHistory(before)) pieces.push(...some);
  return pieces;
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
});

describe('readHistory', () => {
  it('gives all sets with their changes from newest to oldest, over many reads', async () => {
    const storage = await open();
    for (let seq = 1; seq <= 450; seq += 1) await storage.append(aSet(seq));
    const pieces = await piecesOf(storage, 450);
    expect(pieces.map(({ header }) => header.seq)).toEqual(
      Array.from({ length: 449 }, (_, index) => 449 - index),
    );
    expect(pieces[0]?.changes).toEqual(aSet(449).changes);
    expect(pieces.every(({ isLast }) => isLast)).toBe(true);
  });

  it('gives a set of many changes in pieces, in their order, between its neighbours', async () => {
    const storage = await open();
    await storage.append(aSet(1));
    await storage.append(aSet(2, 1050));
    await storage.append(aSet(3));
    const pieces = await piecesOf(storage, Number.POSITIVE_INFINITY);
    expect(pieces.map(({ header, changes, isLast }) => [header.seq, changes.length, isLast])).toEqual([
      [3, 1, true],
      [2, 400, false],
      [2, 400, false],
      [2, 250, true],
      [1, 1, true],
    ]);
    const large = pieces.filter(({ header }) => header.seq === 2);
    expect(large.flatMap(({ changes }) => changes)).toEqual(aSet(2, 1050).changes);
  });
});

describe('forgetHistory', () => {
  it('removes old sets with their changes, keeps the newest 1,000, and takes the next one', async () => {
    const storage = await open();
    const last = KEPT_STEPS + 30;
    for (let seq = 1; seq <= last; seq += 1) await storage.append(aSet(seq));
    expect(await storage.forgetHistory(11)).toMatchObject({ value: { removed: 10, from: 11 } });
    expect(await storage.readChanges(10)).toBeNull();
    expect(await storage.readChanges(11)).toHaveLength(1);
    expect(await storage.forgetHistory(last)).toMatchObject({ value: { removed: 20, from: 31 } });
    expect(await storage.countHistory()).toBe(KEPT_STEPS);
    expect((await piecesOf(storage, Number.POSITIVE_INFINITY)).at(-1)?.header.seq).toBe(31);
    expect((await storage.append(aSet(last + 1))).ok).toBe(true);
    expect((await storage.load()).inventory.devices).toHaveLength(last + 1);
  });

  it('keeps what the next 1,000 steps of undo and redo need, however far back', async () => {
    const storage = await open();
    let seq = 0;
    const append = (action: ChangeAction) => storage.append(aSet((seq += 1), 1, action));
    for (let step = 1; step <= 700; step += 1) await append({ kind: 'do' });
    for (let of = 700; of > 100; of -= 1) await append({ kind: 'undo', of });
    expect(await storage.forgetHistory(1300)).toMatchObject({ value: { removed: 0 } });
    expect(await storage.countHistory()).toBe(1300);
  });
});
