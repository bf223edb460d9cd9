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
import { roomPageFacts } from './room-page-facts.ts';
import { roomFacts, roomList } from './room-print.ts';
import { groupRows, roomRows } from './room-rows.ts';

const rooms = [
  aRoom({
    id: 'r-1',
    roomNumber: '1',
    building: 'Haus A',
    floor: 'EG',
    seats: 20,
    name: 'Musik',
    use: 'Chor',
  }),
  aRoom({ id: 'r-2', roomNumber: '2', building: 'Haus A', floor: 'EG', seats: null, roomTypes: [] }),
  aRoom({ id: 'r-3', roomNumber: '3', building: 'Haus B', floor: 'EG', seats: null, roomTypes: ['VW'] }),
];
const devices = [aDevice({ id: 'd-1', roomId: 'r-1' })];
const profile = aProfile({
  categories: [aCategory({ id: 'BEAM' })],
  roomTypes: [
    aRoomType({ id: 'KR', name: 'Klassenraum' }),
    aRoomType({ id: 'VW', name: 'Büro', scope: 'administration' }),
  ],
  requirements: [
    aRequirement({ id: 'P', categories: ['BEAM'], appliesTo: { kind: 'rooms', roomTypes: ['KR', 'VW'] } }),
  ],
});
const types = new Map(profile.roomTypes.map((type) => [type.id, type]));
const analysis = analyzeGaps(anInventory({ rooms, devices }), profile, { asOf: '2026-11-16', stage: 1 });
const rows = roomRows(rooms, devices, analysis, profile, types);
const cells = (collapsed: readonly string[] = []) =>
  roomList(groupRows(rows, new Set(collapsed)), []).tables[0]?.rows.map((row) => row.cells);

describe('roomList', () => {
  it('prints floors with their sums above their rooms', () => {
    expect(cells()).toEqual([
      ['Haus A · EG · 2 Räume', '', '', '20', '1', '1', '0', '−1', ''],
      ['1', 'Musik · Chor', 'Klassenraum', '20', '1', '1', '0', '−1', ''],
      ['2', '–', { sign: 'question', text: 'Raumtyp fehlt' }, '–', '0', '–', '–', '–', ''],
      ['Haus B · EG · 1 Raum', '', '', '–', '0', '0', '0', '0', ''],
      ['3', '–', 'Büro', '–', '0', '1', '0', '−1', 'nicht gewertet'],
    ]);
  });
  it('prints of a closed floor only the sums', () => {
    expect(cells(['Haus A\nEG'])?.map(([first]) => first)).toEqual([
      'Haus A · EG · 2 Räume',
      'Haus B · EG · 1 Raum',
      '3',
    ]);
  });
});

describe('roomFacts', () => {
  it('says search, filters and order, and nothing where nothing was chosen', () => {
    expect(roomFacts({ search: '  ', type: '', onlyGaps: false }, null, null, false)).toEqual([]);
    expect(
      roomFacts(
        { search: ' Haus ', type: 'KR', onlyGaps: true },
        { column: 'gap', direction: 'descending' },
        'Klassenraum',
        true,
      ),
    ).toEqual([
      'Suche „Haus“',
      'Raumtyp: Klassenraum',
      'nur mit Lücke',
      'Zu klären: ohne Raumtyp',
      'sortiert nach Lücke, absteigend',
    ]);
  });
});

describe('roomPageFacts', () => {
  it('names place, types and the standard', () => {
    expect(roomPageFacts(rooms[0]!, profile, { name: 'Digital', missing: 1, of: 4 })).toEqual([
      'Haus A · EG',
      'Klassenraum',
      'Digital: 1 von 4 fehlt',
    ]);
    expect(roomPageFacts(aRoom({ roomTypes: [] }), profile, null)).toEqual([]);
  });
});
