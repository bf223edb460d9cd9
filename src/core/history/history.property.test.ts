import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDevice, aRoom, aSchool } from '../testing/builders.ts';
import { applyChanges, invertChanges, normalizeChanges, type StoredState } from './apply-changes.ts';
import type { Change, ChangeSet } from './change-set.ts';
import { isSameValue } from './same-value.ts';
import { revertSet } from './revert-set.ts';
import { rollBack } from './roll-back.ts';

const EMPTY: StoredState = {
  inventory: { school: aSchool(), rooms: [], devices: [] },
  profiles: new Map(),
  settings: new Map(),
};

const deviceIds = fc.constantFrom('d-1', 'd-2', 'd-3', 'd-4');
const roomIds = fc.constantFrom('r-1', 'r-2');
const deviceChanges = fc
  .record({
    id: deviceIds,
    isGone: fc.boolean(),
    name: fc.constantFrom(null, 'Beamer', 'Display'),
    note: fc.constantFrom(null, 'x', 'y'),
    room: fc.constantFrom(null, 'r-1', 'r-2'),
    extra: fc.constantFrom({}, { Schrank: '4' }, { Schrank: '4', Fach: '2' }),
  })
  .map(({ id, isGone, name, note, room, extra }): Change => ({
    entity: 'device',
    id,
    before: null,
    after: isGone ? null : aDevice({ id, name, note, roomId: room, extra }),
  }));
const roomChanges = fc
  .record({ id: roomIds, isGone: fc.boolean(), seats: fc.constantFrom(null, 20, 30) })
  .map(({ id, isGone, seats }): Change => ({
    entity: 'room',
    id,
    before: null,
    after: isGone ? null : aRoom({ id, seats }),
  }));
const settingChanges = fc.record({ value: fc.subarray(['A', 'B', 'C']) }).map(({ value }): Change => ({
  entity: 'setting',
  id: 's',
  before: null,
  after: { id: 's', value: value.map((id) => ({ id })) },
}));
const histories = fc.array(
  fc.array(fc.oneof({ weight: 4, arbitrary: deviceChanges }, roomChanges, settingChanges), {
    minLength: 1,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 8 },
);

/** As the store would have recorded it. A device never stays behind in a room that goes: the app does not let it. */
const record = (steps: readonly (readonly Change[])[]) => {
  const states: StoredState[] = [EMPTY];
  const sets: ChangeSet[] = [];
  for (const wished of steps) {
    const before = states.at(-1) ?? EMPTY;
    const rooms = new Set(
      applyChanges(before, normalizeChanges(before, wished)).inventory.rooms.map(({ id }) => id),
    );
    const kept = wished.map((change): Change =>
      change.entity !== 'device' ||
      change.after === null ||
      change.after.roomId === null ||
      rooms.has(change.after.roomId)
        ? change
        : { ...change, after: { ...change.after, roomId: null } },
    );
    const left = before.inventory.devices.filter(
      ({ id, roomId }) => roomId !== null && !rooms.has(roomId) && !kept.some((change) => change.id === id),
    );
    const changes = normalizeChanges(before, [
      ...left.map((device): Change => ({
        entity: 'device',
        id: device.id,
        before: device,
        after: { ...device, roomId: null },
      })),
      ...kept,
    ]);
    if (changes.length === 0) continue;
    states.push(applyChanges(before, changes));
    sets.push({
      seq: sets.length + 1,
      at: '2026-11-24T09:00:00.000Z',
      label: { code: 'devices-changed', params: { count: 1 } },
      action: { kind: 'do' },
      changes,
    });
  }
  return { states, sets, today: states.at(-1) ?? EMPTY };
};

/** Order says nothing, and what is restored comes last. */
const content = ({ inventory, settings }: StoredState) => ({
  devices: new Map(inventory.devices.map((device) => [device.id, device])),
  rooms: new Map(inventory.rooms.map((room) => [room.id, room])),
  settings,
});

describe('taking back', () => {
  it('of the newest set equals undo', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { states, sets, today } = record(steps);
        const newest = sets.at(-1);
        if (newest === undefined) return;
        const result = revertSet(today, newest, []);
        if (!result.ok) throw new Error('nothing stands against the newest');
        expect(content(applyChanges(today, result.value.changes))).toEqual(
          content(applyChanges(today, invertChanges(newest.changes))),
        );
        expect(content(applyChanges(today, result.value.changes))).toEqual(content(states.at(-2) ?? EMPTY));
      }),
    );
  });

  it('of k sets at once equals k times undo', () => {
    fc.assert(
      fc.property(histories, fc.nat(8), (steps, wanted) => {
        const { states, sets, today } = record(steps);
        const count = Math.min(wanted, sets.length);
        const newestFirst = sets.slice(sets.length - count).toReversed();
        const changes = rollBack(today, newestFirst);
        expect(content(applyChanges(today, changes))).toEqual(
          content(states[states.length - 1 - count] ?? EMPTY),
        );
        expect(normalizeChanges(today, changes)).toHaveLength(changes.length);
      }),
    );
  });

  it('of any past set never touches fields that the set did not change, and leaves no device without its room', () => {
    fc.assert(
      fc.property(histories, fc.nat(7), (steps, at) => {
        const { sets, today } = record(steps);
        const set = sets[at % Math.max(1, sets.length)];
        if (set === undefined) return;
        const result = revertSet(today, set, sets);
        if (!result.ok) {
          for (const { by } of result.error) expect(by?.seq).toBeGreaterThan(set.seq);
          return;
        }
        const after = applyChanges(today, result.value.changes);
        for (const change of result.value.changes) {
          const original = set.changes.find(({ id, entity }) => id === change.id && entity === change.entity);
          expect(original).toBeDefined();
          if (change.before === null || change.after === null || change.entity === 'setting') continue;
          const [old, now] = [{ ...change.before }, { ...change.after }] as Record<string, unknown>[];
          const [from, to] = [{ ...original?.before }, { ...original?.after }] as Record<string, unknown>[];
          for (const field of Object.keys(now ?? {}))
            if (!isSameValue(old?.[field], now?.[field]))
              expect(isSameValue(from?.[field], to?.[field])).toBe(false);
        }
        const rooms = new Set(after.inventory.rooms.map(({ id }) => id));
        for (const { roomId } of after.inventory.devices)
          if (roomId !== null) expect(rooms).toContain(roomId);
      }),
    );
  });
});
