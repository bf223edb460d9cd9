import { describe, expect, it } from 'vitest';
import { roomId } from '../shared/ids.ts';
import { aDevice, aRoom } from '../testing/builders.ts';
import {
  addExemption,
  checkRoom,
  deleteRooms,
  duplicateRoom,
  endExemption,
  exemptionAt,
  saveRoom,
} from './room-actions.ts';

const room = aRoom({ id: 'r-1', roomNumber: '101', building: 'Haus A', name: 'Klasse 1a', seats: 28 });
const exemption = {
  requirement: 'DOK',
  reason: 'Umbau',
  since: '2026-01-01',
  until: null,
  isPrivate: false,
};

describe('checkRoom', () => {
  it('wants a number, once per building', () => {
    expect(checkRoom(aRoom({ roomNumber: ' ' }), [])?.code).toBe('ROOM_NUMBER_MISSING');
    expect(checkRoom(aRoom({ id: 'n', roomNumber: '101', building: 'Haus A' }), [room])?.code).toBe(
      'ROOM_NUMBER_TAKEN',
    );
    expect(checkRoom(aRoom({ id: 'n', roomNumber: '101', building: 'Haus B' }), [room])).toBeNull();
    expect(checkRoom(room, [room])).toBeNull();
  });
});

describe('saveRoom', () => {
  it('creates and changes', () => {
    expect(saveRoom(room, [])).toMatchObject({
      ok: true,
      value: { before: null, after: { roomNumber: '101' } },
    });
    expect(saveRoom({ ...room, seats: 30 }, [room])).toMatchObject({ ok: true, value: { before: room } });
  });
});

describe('duplicateRoom', () => {
  it('takes the next free number of the building and leaves the users behind', () => {
    const rooms = [
      room,
      aRoom({ id: 'r-2', roomNumber: '102', building: 'Haus A' }),
      aRoom({ id: 'r-3', roomNumber: '103', building: 'Haus B' }),
    ];
    const copy = duplicateRoom({ ...room, exemptions: [exemption] }, roomId('n'), rooms);
    expect(copy).toMatchObject({
      before: null,
      after: { id: 'n', roomNumber: '103', name: null, seats: 28, exemptions: [] },
    });
  });

  it('numbers a name without digits', () => {
    const hall = aRoom({ roomNumber: 'Aula' });
    expect(duplicateRoom(hall, roomId('n'), [hall]).after?.roomNumber).toBe('Aula 2');
  });
});

describe('deleteRooms', () => {
  it('sends devices to another room or to none, in the same step', () => {
    const devices = [aDevice({ id: 'a', roomId: 'r-1' }), aDevice({ id: 'b', roomId: 'r-2' })];
    const changes = deleteRooms([room], roomId('r-2'), devices);
    expect(changes.map((change) => [change.entity, change.id, change.after === null])).toEqual([
      ['device', 'a', false],
      ['room', 'r-1', true],
    ]);
    expect(deleteRooms([room], null, devices)[0]).toMatchObject({ after: { roomId: null } });
  });
});

describe('addExemption', () => {
  it('wants a reason and an end after its start', () => {
    expect(addExemption(room, { ...exemption, reason: ' ' })).toMatchObject({
      error: { code: 'REASON_MISSING' },
    });
    expect(addExemption(room, { ...exemption, until: '2025-12-31' })).toMatchObject({
      error: { code: 'ENDS_BEFORE_START' },
    });
  });

  it('adds, and replaces the one of the same day', () => {
    const added = addExemption(room, exemption);
    const once = added.ok ? added.value.after! : room;
    const again = addExemption(once, { ...exemption, reason: 'Anderes' });
    expect(again.ok && again.value.after?.exemptions).toEqual([{ ...exemption, reason: 'Anderes' }]);
  });
});

describe('endExemption', () => {
  const exempt = { ...room, exemptions: [exemption] };

  it('ends the day before and keeps the past', () => {
    const ended = endExemption(exempt, exemption, '2026-03-01').after!;
    expect(ended.exemptions[0]?.until).toBe('2026-02-28');
    expect(exemptionAt(ended, 'DOK', '2026-02-28')).toBeDefined();
    expect(exemptionAt(ended, 'DOK', '2026-03-01')).toBeUndefined();
  });

  it('removes one that never held', () => {
    expect(endExemption(exempt, exemption, '2026-01-01').after?.exemptions).toEqual([]);
  });
});
