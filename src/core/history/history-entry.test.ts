import { describe, expect, it } from 'vitest';
import { aDevice, aRoom } from '../testing/builders.ts';
import type { Change, ChangeSetHeader } from './change-set.ts';
import {
  createEntryMaker,
  filterHistory,
  NO_HISTORY_FILTER,
  type HistoryEntry,
  type HistoryWords,
} from './history-entry.ts';

const WORDS: HistoryWords = {
  label: ({ code }) => code,
  thing: ({ before, after, id }) => {
    const thing = after ?? before;
    return thing !== null && 'assetTag' in thing ? (thing.assetTag ?? id) : id;
  },
  found: ({ before, after, id }) => {
    const thing = after ?? before;
    return thing !== null && 'assetTag' in thing ? (thing.assetTag ?? id) : id;
  },
  field: (entity, field) => `${entity}.${field}`,
  value: (_entity, field, value) =>
    value === null || value === undefined
      ? ''
      : field === 'status'
        ? ({ 'in-use': 'in Betrieb', defective: 'defekt' }[String(value)] ?? '')
        : String(value),
};

const header = (seq: number, code: string, at = '2026-11-24T09:00:00.000Z'): ChangeSetHeader => ({
  seq,
  at,
  label: { code, params: {} },
  action: { kind: 'do' },
});
const entryOf = (head: ChangeSetHeader, ...pieces: readonly (readonly Change[])[]): HistoryEntry => {
  const maker = createEntryMaker(head, pieces.flat().length);
  for (const piece of pieces) maker.add(piece, WORDS);
  return maker.finish(WORDS);
};
const change = (before: Parameters<typeof aDevice>[0], after: Parameters<typeof aDevice>[0]): Change => ({
  entity: 'device',
  id: before?.id ?? 'd-1',
  before: aDevice(before),
  after: aDevice(after),
});

const broken = entryOf(header(3, 'device-changed', '2026-11-24T10:00:00.000Z'), [
  change({ assetTag: 'RSM-0077' }, { assetTag: 'RSM-0077', status: 'defective' }),
]);
const moved = entryOf(
  header(2, 'devices-moved', '2026-11-23T10:00:00.000Z'),
  [change({ id: 'd-2', assetTag: 'A', roomId: 'r-1' }, { id: 'd-2', assetTag: 'A', roomId: 'r-2' })],
  [change({ id: 'd-3', assetTag: 'B', roomId: 'r-1' }, { id: 'd-3', assetTag: 'B', roomId: 'r-2' })],
);
const imported = entryOf(header(1, 'list-imported', '2026-11-22T10:00:00.000Z'), [
  { entity: 'device', id: 'd-9', before: null, after: aDevice({ id: 'd-9', serialNumber: 'C030HWE0AH' }) },
  { entity: 'room', id: 'r-9', before: null, after: aRoom({ id: 'r-9', roomNumber: '009' }) },
  { entity: 'setting', id: 'own-categories', before: null, after: { id: 'own-categories', value: [] } },
]);
const ALL = [broken, moved, imported];
const found = (filter: Partial<typeof NO_HISTORY_FILTER>) =>
  filterHistory(ALL, { ...NO_HISTORY_FILTER, ...filter }).map(({ header: { seq } }) => seq);

describe('createEntryMaker', () => {
  it('names the thing and tells old and new where it is about one', () => {
    expect(broken.names).toEqual(['RSM-0077']);
    expect(broken.fields).toEqual([{ field: 'device.status', before: 'in Betrieb', after: 'defekt' }]);
  });

  it('sums up over pieces: what is the same everywhere is told once', () => {
    expect(moved).toMatchObject({
      names: ['A', 'B'],
      counts: { device: { created: 0, changed: 2, deleted: 0 } },
      fields: [{ field: 'device.roomId', before: 'r-1', after: 'r-2' }],
    });
    const mixed = entryOf(header(4, 'cells-pasted'), [
      change({ id: 'd-1', note: 'a' }, { id: 'd-1', note: 'x' }),
      change({ id: 'd-2', note: 'b' }, { id: 'd-2', note: 'x' }),
    ]);
    expect(mixed.fields).toEqual([{ field: 'device.note', before: null, after: 'x' }]);
  });

  it('knows the kinds of a set; settings that go along are none', () => {
    expect([...moved.kinds]).toEqual(['device-moved']);
    expect([...imported.kinds]).toEqual(['device-created', 'room-changed', 'list-imported']);
  });
});

describe('filterHistory', () => {
  it('finds by thing, by old and new value in words, and by room', () => {
    expect(found({ search: 'rsm-0077' })).toEqual([3]);
    expect(found({ search: 'Betrieb DEFEKT' })).toEqual([3]);
    expect(found({ search: 'c030' })).toEqual([1]);
    expect(found({ search: '009' })).toEqual([1]);
    expect(found({ search: 'defekt 009' })).toEqual([]);
    expect(found({ search: 'a r-2 devices-moved' })).toEqual([2]);
    expect(found({ search: 'c030hwe0ah 009' })).toEqual([]);
  });

  it('narrows to kind, entity and time', () => {
    expect(found({ kind: 'device-moved' })).toEqual([2]);
    expect(found({ entity: 'room' })).toEqual([1]);
    expect(found({ from: '2026-11-23T00:00:00.000Z' })).toEqual([3, 2]);
    expect(found({ until: '2026-11-23T00:00:00.000Z' })).toEqual([1]);
  });

  it('gives undo a line only where it is asked for', () => {
    const undone: HistoryEntry = entryOf(
      { ...header(4, 'device-changed'), action: { kind: 'undo', of: 3 } },
      [change({ status: 'defective' }, {})],
    );
    const seqs = (kind: HistoryEntry['kinds'] extends ReadonlySet<infer Kind> ? Kind | null : never) =>
      filterHistory([undone, ...ALL], { ...NO_HISTORY_FILTER, kind }).map(({ header: { seq } }) => seq);
    expect(seqs(null)).toEqual([3, 2, 1]);
    expect(seqs('device-changed')).toEqual([3]);
    expect(seqs('taken-back')).toEqual([4]);
  });
});
