import { describe, expect, it } from 'vitest';
import { aRoom } from '../testing/builders.ts';
import { compareFloors, compareNatural, compareRooms } from './room-order.ts';

describe('compareNatural', () => {
  it('compares numbers inside texts as numbers', () => {
    expect(['A10', 'A2', '10', '9', 'a3'].toSorted(compareNatural)).toEqual(['9', '10', 'A2', 'a3', 'A10']);
  });
  it('keeps texts apart that are equal as numbers', () => {
    expect(['007', '7', '07'].toSorted(compareNatural)).toEqual(['007', '07', '7']);
  });
});

describe('compareFloors', () => {
  it('goes from the cellar to the roof', () => {
    const floors = ['DG', '2. OG', null, 'EG', 'UG', '10. OG', '1. OG', 'Keller 2'];
    expect(floors.toSorted(compareFloors)).toEqual([
      'Keller 2',
      'UG',
      'EG',
      '1. OG',
      '2. OG',
      '10. OG',
      'DG',
      null,
    ]);
  });
});

describe('compareRooms', () => {
  it('sorts by building, floor, number, id', () => {
    const rooms = [
      aRoom({ id: 'd', building: 'Haus B', floor: 'EG', roomNumber: '1' }),
      aRoom({ id: 'c', building: 'Haus A', floor: '1. OG', roomNumber: '10' }),
      aRoom({ id: 'b', building: 'Haus A', floor: '1. OG', roomNumber: '9' }),
      aRoom({ id: 'a', building: 'Haus A', floor: 'EG', roomNumber: '99' }),
      aRoom({ id: 'e', building: null, floor: null, roomNumber: '5' }),
    ];
    expect(rooms.toSorted(compareRooms).map(({ id }) => id)).toEqual(['e', 'a', 'b', 'c', 'd']);
  });
  it('agrees with the comparison of its parts', () => {
    const texts = ['1', '01', '10', '9', 'A1', 'A 1', 'a2', 'A10', '100000000000', 'Aula', ''];
    for (const a of texts)
      for (const b of texts) {
        const byParts = compareNatural(a, b);
        const roomA = aRoom({ id: 'x', roomNumber: a });
        const roomB = aRoom({ id: 'x', roomNumber: b });
        expect(Math.sign(compareRooms(roomA, roomB)), `${a} ${b}`).toBe(Math.sign(byParts));
      }
  });
});
