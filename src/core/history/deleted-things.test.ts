import { describe, expect, it } from 'vitest';
import { aDevice, anInventory, aRoom } from '../testing/builders.ts';
import type { Change, ChangeSetHeader } from './change-set.ts';
import { deletedThings, deletionsOf, restoreDeleted } from './deleted-things.ts';

const header = (seq: number, code = 'devices-deleted'): ChangeSetHeader => ({
  seq,
  at: '2026-11-24T09:00:00.000Z',
  label: { code, params: {} },
  action: { kind: 'do' },
});
const gone = (id: string, roomId: string | null = null): Change => ({
  entity: 'device',
  id,
  before: aDevice({ id, roomId }),
  after: null,
});
const goneRoom = (id: string): Change => ({ entity: 'room', id, before: aRoom({ id }), after: null });

describe('deletedThings', () => {
  it('finds what is gone today, in its last shape', () => {
    const newer = deletionsOf(header(9), [gone('d-1', 'r-1'), gone('d-2')]);
    const older = deletionsOf(header(3), [gone('d-1'), gone('d-3')]);
    const inventory = anInventory({ devices: [aDevice({ id: 'd-2' })] });
    expect(deletedThings({ inventory }, [...newer, ...older]).map(({ id, by }) => [id, by.seq])).toEqual([
      ['d-1', 9],
      ['d-3', 3],
    ]);
  });

  it('leaves out what was only taken back, and the made-up school', () => {
    expect(deletionsOf({ ...header(2), action: { kind: 'undo', of: 1 } }, [gone('d-1')])).toEqual([]);
    expect(deletionsOf(header(2, 'sample-removed'), [gone('d-1')])).toEqual([]);
  });
});

describe('restoreDeleted', () => {
  it('brings a device back into its room if that is there or comes back too, else without one', () => {
    const inventory = anInventory({ rooms: [aRoom({ id: 'r-1' })] });
    const deletions = deletionsOf(header(1), [
      gone('d-1', 'r-1'),
      gone('d-2', 'r-2'),
      goneRoom('r-2'),
      gone('d-3', 'r-3'),
    ]);
    const { changes, withoutRoom } = restoreDeleted({ inventory }, deletions);
    expect(changes.map(({ id, after }) => [id, after !== null && 'roomId' in after && after.roomId])).toEqual(
      [
        ['d-1', 'r-1'],
        ['d-2', 'r-2'],
        ['r-2', false],
        ['d-3', null],
      ],
    );
    expect(withoutRoom.map(({ id }) => id)).toEqual(['d-3']);
  });
});
