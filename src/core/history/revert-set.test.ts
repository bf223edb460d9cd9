import { describe, expect, it } from 'vitest';
import { aDevice, anInventory, aRoom } from '../testing/builders.ts';
import { applyChanges, normalizeChanges, type StoredState } from './apply-changes.ts';
import type { Change, ChangeSet } from './change-set.ts';
import { revertSet } from './revert-set.ts';

const START: StoredState = {
  inventory: anInventory({
    rooms: [aRoom({ id: 'r-1', roomNumber: '007' }), aRoom({ id: 'r-2', roomNumber: '103' })],
    devices: [
      aDevice({ id: 'd-1', assetTag: 'RSM-0040', roomId: 'r-1' }),
      aDevice({ id: 'd-2', assetTag: 'RSM-0081', roomId: 'r-1' }),
    ],
  }),
  profiles: new Map(),
  settings: new Map(),
};

const device = (id: string, fields: Parameters<typeof aDevice>[0] | null): Change => ({
  entity: 'device',
  id,
  before: null,
  after: fields === null ? null : aDevice({ id, ...fields }),
});
const room = (id: string, roomNumber: string | null): Change => ({
  entity: 'room',
  id,
  before: null,
  after: roomNumber === null ? null : aRoom({ id, roomNumber }),
});
const setting = (value: unknown): Change => ({
  entity: 'setting',
  id: 'own-categories',
  before: null,
  after: { id: 'own-categories', value },
});

/** Does the steps one after the other, each as the store records it. */
const play = (steps: readonly (readonly Change[])[]) => {
  let state = START;
  const sets = steps.map((wished, index): ChangeSet => {
    const changes = normalizeChanges(state, wished);
    state = applyChanges(state, changes);
    return {
      seq: index + 1,
      at: '2026-11-24T09:00:00.000Z',
      label: { code: 'devices-changed', params: { count: changes.length } },
      action: { kind: 'do' },
      changes,
    };
  });
  const [first, ...later] = sets;
  if (first === undefined) throw new Error('at least one step');
  return { state, result: revertSet(state, first, later) };
};
const after = ({ state, result }: ReturnType<typeof play>) => {
  if (!result.ok) throw new Error(result.error.map(({ code }) => code).join());
  return applyChanges(state, result.value.changes).inventory;
};
const codes = ({ result }: ReturnType<typeof play>) =>
  result.ok ? [] : result.error.map(({ code, fields, by }) => [code, fields, by?.seq]);

describe('revertSet', () => {
  const MOVE = [
    device('d-1', { assetTag: 'RSM-0040', roomId: 'r-2' }),
    device('d-2', { assetTag: 'RSM-0081', roomId: 'r-2' }),
  ];

  it('takes back the fields that the set changed and keeps what was changed later', () => {
    const played = play([MOVE, [device('d-2', { assetTag: 'RSM-0081', roomId: 'r-2', note: 'neu' })]]);
    expect(after(played).devices).toEqual([
      aDevice({ id: 'd-1', assetTag: 'RSM-0040', roomId: 'r-1' }),
      aDevice({ id: 'd-2', assetTag: 'RSM-0081', roomId: 'r-1', note: 'neu' }),
    ]);
    expect(played.result).toMatchObject({
      value: { kept: [{ change: { id: 'd-2' }, fields: ['note'], by: { seq: 2 } }] },
    });
  });

  it('refuses where the same field was changed later, and names the newest set that did', () => {
    const played = play([
      MOVE,
      [device('d-2', { assetTag: 'RSM-0081' })],
      [device('d-2', { assetTag: 'RSM-0081', note: 'x' })],
    ]);
    expect(codes(played)).toEqual([['CHANGED_SINCE', ['roomId'], 2]]);
  });

  it('does nothing where a later step has brought the old value back', () => {
    const played = play([
      [device('d-1', { assetTag: 'RSM-0040', roomId: 'r-2' })],
      [device('d-1', { assetTag: 'RSM-0040', roomId: 'r-1' })],
    ]);
    expect(played.result).toEqual({ ok: true, value: { changes: [], kept: [] } });
  });

  it('removes what was created only as long as nothing later changed it', () => {
    expect(after(play([[device('d-3', {})]])).devices).toHaveLength(2);
    expect(codes(play([[device('d-3', {})], [device('d-3', { note: 'x' })]]))).toEqual([
      ['CHANGED_SINCE', ['note'], 2],
    ]);
  });

  it('brings back what was deleted, unless its id is taken', () => {
    expect(after(play([[device('d-1', null)]])).devices.map(({ id }) => id)).toEqual(['d-2', 'd-1']);
    expect(codes(play([[device('d-1', null)], [device('d-1', { note: 'andere' })]]))).toEqual([
      ['EXISTS_AGAIN', [], 2],
    ]);
  });

  it('refuses to change what is gone', () => {
    expect(codes(play([MOVE, [device('d-1', null)]]))).toEqual([['DELETED_SINCE', [], 2]]);
  });

  it('leaves no device in a room that would go', () => {
    const played = play([[room('r-9', '900')], [device('d-1', { assetTag: 'RSM-0040', roomId: 'r-9' })]]);
    expect(codes(played)).toEqual([['ROOM_IN_USE', ['roomId'], 2]]);
  });

  it('puts no device back into a room that is gone', () => {
    expect(codes(play([MOVE, [room('r-1', null)]]))).toEqual([
      ['ROOM_GONE', [], 2],
      ['ROOM_GONE', [], 2],
    ]);
    expect(codes(play([[device('d-1', null)], [device('d-2', {})], [room('r-1', null)]]))).toEqual([
      ['ROOM_GONE', [], 3],
    ]);
  });

  it('brings a room back together with its devices', () => {
    const played = play([
      [device('d-1', { assetTag: 'RSM-0040' }), device('d-2', { assetTag: 'RSM-0081' }), room('r-1', null)],
    ]);
    const inventory = after(played);
    expect(inventory.rooms.map(({ id }) => id)).toEqual(['r-2', 'r-1']);
    expect(inventory.devices.map(({ roomId }) => roomId)).toEqual(['r-1', 'r-1']);
  });

  it('takes entries of a list back one by one', () => {
    const [one, two] = [
      { id: 'A', name: 'a' },
      { id: 'B', name: 'b' },
    ];
    const { result } = play([[setting([one])], [setting([one, two])]]);
    expect(result).toMatchObject({ value: { changes: [{ after: { value: [two] } }] } });
    expect(codes(play([[setting([one])], [setting([{ ...one, name: 'z' }])]]))).toEqual([
      ['CHANGED_SINCE', [], 2],
    ]);
  });

  it('takes entries of a record back one by one', () => {
    const extra = (fields: Readonly<Record<string, string>>) =>
      device('d-1', { roomId: 'r-1', extra: fields });
    const { result } = play([[extra({ a: '1' })], [extra({ a: '1', b: '2' })]]);
    expect(result).toMatchObject({ value: { changes: [{ after: { extra: { b: '2' } } }] } });
  });
});
