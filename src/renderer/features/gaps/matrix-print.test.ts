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
import { matrixColumns, matrixRows, NO_FILTER } from './matrix-model.ts';
import { matrixFacts, matrixList } from './matrix-print.ts';
import { purchaseFacts } from './purchase-facts.ts';

const profile = aProfile({
  requirements: [aRequirement({ id: 'P', categories: ['BEAM'], quantity: { kind: 'fixed', units: 2 } })],
  categories: [aCategory({ id: 'BEAM' })],
  roomTypes: [aRoomType({ id: 'KR', name: 'Klassenraum' })],
});
const rooms = ['1', '2', '3', '4'].map((id) => aRoom({ id, roomNumber: id, building: 'A', floor: 'EG' }));
const beamer = (id: string, roomId: string, rest: object = {}) =>
  aDevice({ id, roomId, categoryId: 'BEAM', ...rest });
const devices = [
  beamer('a', '1', { quantity: 2 }),
  beamer('b', '2'),
  beamer('c', '3', { status: 'defective' }),
  beamer('d', '4', { quantity: 5 }),
];
const analysis = analyzeGaps(anInventory({ rooms, devices }), profile, { asOf: '2026-11-25', stage: 1 });
const list = matrixList(
  matrixColumns(profile, analysis, NO_FILTER),
  matrixRows(analysis, new Map(rooms.map((room) => [room.id, room])), profile, NO_FILTER, {
    noBuilding: 'ohne Gebäude',
    noFloor: 'ohne Etage',
  }),
  [],
);

describe('matrixList', () => {
  it('says every state with a sign or a number', () => {
    expect(list.tables[0]?.rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['−3', '−3'],
      [
        { sign: 'tick', text: '' },
        { sign: 'tick', text: '' },
      ],
      [{ sign: 'half', text: '−1' }, '−1'],
      [{ sign: 'bolt', text: '−2' }, '−2'],
      [
        { sign: 'plus', text: '3' },
        { sign: 'tick', text: '' },
      ],
    ]);
  });
  it('explains each sign it may draw', () => {
    expect(list.tables[0]?.key?.map(([, meaning]) => meaning)).toEqual([
      'erfüllt',
      'teilweise',
      'Lücke',
      'Überhang',
      'Ausnahme',
      'nicht anwendbar',
      'defekt',
      'überaltert',
      'nicht berechenbar',
    ]);
  });
});

describe('matrixFacts', () => {
  it('says only what was chosen', () => {
    expect(matrixFacts(NO_FILTER, profile)).toEqual([]);
    expect(
      matrixFacts(
        {
          building: '',
          roomType: 'KR',
          scope: 'teaching',
          priority: 'must',
          stage: 1,
          state: 'over-age',
        },
        profile,
      ),
    ).toEqual([
      'Gebäude: ohne Gebäude',
      'Raumtyp: Klassenraum',
      'Bereich: Unterricht',
      'Verbindlichkeit: Pflicht',
      'Ziele der Stufe: 1',
      'Stand: Überaltert',
    ]);
  });
});

describe('purchaseFacts', () => {
  it('says grouping, filters and that closed groups are sums', () => {
    expect(purchaseFacts('room', { priority: 'must', stage: 2, dueYear: 2028 }, true, false)).toEqual([
      'nach Raum',
      'Verbindlichkeit: Pflicht',
      'Stufe 2',
      'Zieljahr: 2028',
      'Reparatur zuerst',
      'von zugeklappten Gruppen die Summe',
    ]);
    expect(purchaseFacts('category', { priority: null, stage: null, dueYear: null }, false, true)).toEqual([
      'nach Kategorie',
    ]);
  });
});
