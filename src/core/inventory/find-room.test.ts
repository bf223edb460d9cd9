import { describe, expect, it } from 'vitest';
import { aRoom } from '../testing/builders.ts';
import { roomFinder } from './find-room.ts';

const rooms = [
  aRoom({ id: 'a304', roomNumber: '304', building: 'Haus A' }),
  aRoom({ id: 'b304', roomNumber: '304', building: 'Haus B' }),
  aRoom({ id: 'a301', roomNumber: '301', building: 'Haus A' }),
  aRoom({ id: 'b12', roomNumber: 'B12', building: 'Haus B' }),
  aRoom({ id: 'sek', roomNumber: 'Sekretariat', building: null }),
];
const finder = roomFinder(rooms);
const idOf = (text: string): string | null => {
  const found = finder.find(text);
  return found.ok ? found.value.id : null;
};

describe('roomFinder', () => {
  it.each(['301', 'R. 301', 'R301', 'Raum 301', 'raum  301 ', 'A 301', 'Haus A 301', 'Zi. 301'])(
    'finds %s',
    (text) => {
      expect(idOf(text)).toBe('a301');
    },
  );

  it('tells rooms of the same number apart by building', () => {
    expect([idOf('A 304'), idOf('A304'), idOf('B-304'), idOf('Haus B 304'), idOf('304 Haus B')]).toEqual([
      'a304',
      'a304',
      'b304',
      'b304',
      'b304',
    ]);
  });

  it('refuses to guess between two', () => {
    expect(finder.find('304')).toEqual({
      ok: false,
      error: { code: 'ROOM_AMBIGUOUS', places: ['Haus A 304', 'Haus B 304'] },
    });
  });

  it('writes each room so that it is found again', () => {
    expect(rooms.map((room) => idOf(finder.textOf(room)))).toEqual(rooms.map((room) => room.id));
    expect(finder.textOf(rooms[2]!)).toBe('301');
  });

  it('suggests the room that is one slip away', () => {
    expect(finder.find('31')).toEqual({ ok: false, error: { code: 'ROOM_UNKNOWN', suggestion: '301' } });
    expect(finder.find('310')).toEqual({ ok: false, error: { code: 'ROOM_UNKNOWN', suggestion: '301' } });
    expect(finder.find('999')).toEqual({ ok: false, error: { code: 'ROOM_UNKNOWN', suggestion: null } });
  });

  it('finds words and numbers that hold the letter of the building', () => {
    expect([idOf('sekretariat'), idOf('b12'), idOf('Haus B B12')]).toEqual(['sek', 'b12', 'b12']);
  });
});
