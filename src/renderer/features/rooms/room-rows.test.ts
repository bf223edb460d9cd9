import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
} from '#core/testing/builders.ts';
import { devicesByPlace, filterRows, groupRows, roomRows, sortRows } from './room-rows.ts';

const rooms = [
  aRoom({ id: 'r-1', roomNumber: '1', building: 'Haus A', floor: 'EG', seats: 20, name: 'Musik' }),
  aRoom({ id: 'r-2', roomNumber: '2', building: 'Haus A', floor: 'EG', seats: null }),
  aRoom({ id: 'r-10', roomNumber: '10', building: 'Haus A', floor: '1. OG', roomTypes: ['VW'] }),
];
const devices = [
  aDevice({ id: 'd-1', categoryId: 'BEAM', roomId: 'r-1' }),
  aDevice({ id: 'd-2', assetTag: 'K-1', roomId: 'r-2' }),
  aDevice({ id: 'd-3', containerTag: 'K-1', roomId: 'r-1', quantity: 16 }),
  aDevice({ id: 'd-4', roomId: 'r-2', status: 'decommissioned' }),
];
const profile = aProfile({
  categories: [aCategory({ id: 'BEAM' })],
  roomTypes: [aRoomType({ id: 'KR', name: 'Klassenraum' }), aRoomType({ id: 'VW', scope: 'administration' })],
  requirements: [aRequirement({ id: 'P', appliesTo: { kind: 'rooms', roomTypes: ['KR', 'VW'] } })],
});
const types = new Map(profile.roomTypes.map((type) => [type.id, type]));
const analysis = analyzeGaps(anInventory({ rooms, devices }), profile, { asOf: '2026-11-16', stage: 1 });
const rows = roomRows(rooms, devices, analysis, profile, types);
const numbers = (list: readonly { readonly room: { readonly roomNumber: string } }[]): string =>
  list.map(({ room }) => room.roomNumber).join(' ');

describe('devicesByPlace', () => {
  it('puts what lies in a case into the room of the case and leaves decommissioned devices out', () => {
    expect(
      devicesByPlace(devices)
        .get(rooms[1]!.id)
        ?.map(({ id }) => id),
    ).toEqual(['d-2', 'd-3']);
  });
});

describe('filterRows', () => {
  it('finds words in every text of a room, filters by type and by gap', () => {
    const all = { search: '', type: '', onlyGaps: false };
    expect(numbers(filterRows(rows, { ...all, search: 'haus musik' }))).toBe('1');
    expect(numbers(filterRows(rows, { ...all, type: 'VW' }))).toBe('10');
    expect(numbers(filterRows(rows, { ...all, onlyGaps: true, type: 'KR' }))).toBe('2');
  });
});

describe('sortRows', () => {
  it('sorts numbers as numbers and unknown values last, both ways', () => {
    const sorted = (column: 'number' | 'seats', direction: 'ascending' | 'descending') =>
      numbers(sortRows(rows, { column, direction }));
    expect(sorted('number', 'descending')).toBe('10 2 1');
    expect(sorted('seats', 'ascending').startsWith('1 ')).toBe(true);
    expect(sorted('seats', 'descending').startsWith('1 ')).toBe(true);
  });
});

describe('groupRows', () => {
  it('sums scored rooms only, but all seats and devices', () => {
    const [ground, , , upper] = groupRows(rows, new Set());
    expect(ground).toMatchObject({
      kind: 'group',
      floor: 'EG',
      rooms: 2,
      sums: { seats: 20, devices: 18, target: 2, actual: 1, gap: 1 },
    });
    expect(upper).toMatchObject({ kind: 'group', floor: '1. OG', sums: { seats: null, target: 0, gap: 0 } });
  });

  it('hides the rooms of a closed floor', () => {
    const closed = new Set(['Haus A\nEG']);
    expect(groupRows(rows, closed).map(({ kind }) => kind)).toEqual(['group', 'group', 'room']);
  });
});
