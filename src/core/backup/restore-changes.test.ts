import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, invertChanges, type StoredState } from '../history/apply-changes.ts';
import { EMPTY_SCHOOL } from '../inventory/school.ts';
import { aDevice, anInventory, aProfile, aRoom, aSchool } from '../testing/builders.ts';
import { restoreChanges, type RestoreOptions } from './restore-changes.ts';

const REPLACE: RestoreOptions = { mode: 'replace', onDifference: 'take-backup' };
const KEEP: RestoreOptions = { mode: 'merge', onDifference: 'keep-current' };
const TAKE: RestoreOptions = { mode: 'merge', onDifference: 'take-backup' };

const aState = (state: Partial<StoredState> = {}): StoredState => ({
  inventory: anInventory(),
  profiles: new Map(),
  settings: new Map(),
  ...state,
});

/** The order of lists and maps is no part of the state. */
const sorted = ({ inventory, profiles, settings }: StoredState) => ({
  school: inventory.school,
  rooms: inventory.rooms.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  devices: inventory.devices.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  profiles: [...profiles].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  settings: [...settings].toSorted(([a], [b]) => (a < b ? -1 : 1)),
});

const ids = (prefix: string) =>
  fc.constantFrom(...['1', '2', '3', '4'].map((number) => `${prefix}-${number}`));
const word = fc.constantFrom('Tafel', 'Beamer', null);
const uniqueBy = <Thing extends { readonly id: string }>(arbitrary: fc.Arbitrary<Thing>) =>
  fc.uniqueArray(arbitrary, { selector: ({ id }) => id, maxLength: 4 });
const listEntry = fc.record({ id: ids('e'), name: word });
const settingValue = fc.oneof(
  word,
  fc.integer(),
  fc.array(fc.integer(), { maxLength: 2 }),
  uniqueBy(listEntry),
);

/** Whole: every device stands in a room that is there, or in none. */
const state: fc.Arbitrary<StoredState> = fc
  .record({
    school: fc.constantFrom(EMPTY_SCHOOL, aSchool(), aSchool({ pupils: 404 })),
    rooms: uniqueBy(fc.record({ id: ids('r'), name: word }).map((room) => aRoom(room))),
    devices: uniqueBy(
      fc.record({ id: ids('d'), name: word, roomId: fc.option(ids('r')) }).map((device) => aDevice(device)),
    ),
    profiles: fc.dictionary(
      ids('p'),
      word.map((title) => aProfile({ title: title ?? '' })),
    ),
    settings: fc.dictionary(ids('s'), settingValue),
  })
  .map(({ school, rooms, devices, profiles, settings }) => ({
    inventory: {
      school,
      rooms,
      devices: devices.map((device) =>
        rooms.some(({ id }) => id === device.roomId) ? device : { ...device, roomId: null },
      ),
    },
    profiles: new Map(Object.entries(profiles)),
    settings: new Map<string, unknown>(Object.entries(settings)),
  }));
const options = fc.constantFrom(REPLACE, KEEP, TAKE);

describe('restoreChanges, of any two states', () => {
  it('replaces so that everything is as in the backup', () => {
    fc.assert(
      fc.property(state, state, (current, backup) => {
        const { changes } = restoreChanges(current, backup, REPLACE);
        expect(sorted(applyChanges(current, changes))).toEqual(sorted(backup));
      }),
    );
  });

  it('finds nothing to do where nothing differs', () => {
    fc.assert(
      fc.property(state, options, (same, chosen) => {
        expect(restoreChanges(same, structuredClone(same), chosen).changes).toEqual([]);
      }),
    );
  });

  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(state, state, options, (current, backup, chosen) => {
        const { changes } = restoreChanges(current, backup, chosen);
        const back = applyChanges(applyChanges(current, changes), invertChanges(changes));
        expect(sorted(back)).toEqual(sorted(current));
      }),
    );
  });

  it('merges without losing a room, device, profile, or entry of a list, and tears no device from its room', () => {
    fc.assert(
      fc.property(state, state, fc.constantFrom(KEEP, TAKE), (current, backup, chosen) => {
        const { changes, summary } = restoreChanges(current, backup, chosen);
        const after = applyChanges(current, changes);
        const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
        for (const kind of ['rooms', 'devices'] as const)
          expect(new Set(idsOf(after.inventory[kind]))).toEqual(
            new Set([...idsOf(current.inventory[kind]), ...idsOf(backup.inventory[kind])]),
          );
        expect(new Set(after.profiles.keys())).toEqual(
          new Set([...current.profiles.keys(), ...backup.profiles.keys()]),
        );
        const rooms = new Set(idsOf(after.inventory.rooms));
        for (const { roomId } of after.inventory.devices)
          expect(roomId === null || rooms.has(roomId)).toBe(true);
        const winner = chosen.onDifference === 'keep-current' ? current : backup;
        for (const device of winner.inventory.devices) expect(after.inventory.devices).toContainEqual(device);
        for (const { removed } of Object.values(summary)) expect(removed).toBe(0);
      }),
    );
  });

  it('counts each change once', () => {
    fc.assert(
      fc.property(state, state, options, (current, backup, chosen) => {
        const { changes, summary } = restoreChanges(current, backup, chosen);
        for (const [kind, { added, changed, removed }] of Object.entries(summary))
          expect(changes.filter(({ entity }) => entity === kind)).toHaveLength(added + changed + removed);
      }),
    );
  });
});

describe('restoreChanges', () => {
  it('counts what comes, changes, goes and stays, by kind', () => {
    const current = aState({
      inventory: anInventory({
        rooms: [aRoom({ id: 'r-1' })],
        devices: [aDevice({ id: 'd-1', name: 'Tafel' }), aDevice({ id: 'd-2' })],
      }),
    });
    const backup = aState({
      inventory: anInventory({
        rooms: [aRoom({ id: 'r-1' }), aRoom({ id: 'r-2' })],
        devices: [aDevice({ id: 'd-1', name: 'Beamer' }), aDevice({ id: 'd-3', roomId: 'r-2' })],
      }),
    });
    expect(restoreChanges(current, backup, REPLACE).summary).toMatchObject({
      room: { added: 1, changed: 0, removed: 0, kept: 0 },
      device: { added: 1, changed: 1, removed: 1, kept: 0 },
    });
    expect(restoreChanges(current, backup, KEEP).summary.device).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
      kept: 1,
    });
    expect(restoreChanges(current, backup, TAKE).summary.device).toEqual({
      added: 1,
      changed: 1,
      removed: 0,
      kept: 0,
    });
  });

  it('takes the school of the backup where none was entered yet', () => {
    const current = aState({ inventory: anInventory({ school: EMPTY_SCHOOL }) });
    const { changes } = restoreChanges(current, aState(), KEEP);
    expect(applyChanges(current, changes).inventory.school.name).toBe('Grundschule am Teich');
  });

  it('unites lists whose entries have an id, and chooses between lists without', () => {
    const current = aState({
      settings: new Map<string, unknown>([
        ['views', [{ id: 'a', n: 1 }, { id: 'b' }]],
        ['plain', [1]],
      ]),
    });
    const backup = aState({
      settings: new Map<string, unknown>([
        ['views', [{ id: 'c' }, { id: 'a', n: 2 }]],
        ['plain', [2]],
      ]),
    });
    const settingsAfter = (chosen: RestoreOptions) =>
      applyChanges(current, restoreChanges(current, backup, chosen).changes).settings;
    expect(settingsAfter(KEEP)).toEqual(
      new Map<string, unknown>([
        ['views', [{ id: 'a', n: 1 }, { id: 'b' }, { id: 'c' }]],
        ['plain', [1]],
      ]),
    );
    expect(settingsAfter(TAKE)).toEqual(
      new Map<string, unknown>([
        ['views', [{ id: 'a', n: 2 }, { id: 'b' }, { id: 'c' }]],
        ['plain', [2]],
      ]),
    );
  });

  it('lets a device of the backup stand in no room where its room is unknown to both', () => {
    const backup = aState({ inventory: anInventory({ devices: [aDevice({ id: 'd-1', roomId: 'r-9' })] }) });
    const [change] = restoreChanges(aState(), backup, KEEP).changes;
    expect(change?.after).toMatchObject({ id: 'd-1', roomId: null });
  });
});
