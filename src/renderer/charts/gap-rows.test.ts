import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { aCategory, anInventory, aProfile, aRequirement, aRoom } from '#core/testing/builders.ts';
import { gapRows, kindSums } from './gap-rows.ts';

const profile = aProfile({
  requirements: [
    aRequirement({ id: 'A', categories: ['BEAM'], appliesTo: { kind: 'rooms', roomTypes: ['KR', 'PC'] } }),
    aRequirement({
      id: 'B',
      categories: ['NB'],
      appliesTo: { kind: 'rooms', roomTypes: ['PC'] },
      quantity: { kind: 'fixed', units: 3 },
    }),
  ],
  categories: [aCategory({ id: 'BEAM', kind: 'display' }), aCategory({ id: 'NB', kind: 'workplace' })],
});

describe('gapRows', () => {
  const rooms = [
    aRoom({ id: 'a', building: 'Haus A', roomNumber: '101', name: 'Klasse 1a' }),
    aRoom({ id: 'b', building: 'Haus B', roomNumber: '101' }),
    aRoom({ id: 'c', building: 'Haus B', roomNumber: '102', roomTypes: ['PC'] }),
    aRoom({ id: 'd', roomNumber: '103', roomTypes: [] }),
  ];
  const analysis = analyzeGaps(anInventory({ rooms }), profile, { asOf: '2026-11-24', stage: 1 });
  const rows = gapRows(analysis, new Map(rooms.map((room) => [room.id, room])));

  it('puts the largest gap first and leaves out rooms without one', () => {
    expect(rows.map(({ roomId, total }) => [roomId, total])).toEqual([
      ['c', 4],
      ['a', 1],
      ['b', 1],
    ]);
  });
  it('names the building where two rooms share a number', () => {
    expect(rows.map(({ number, name }) => `${number} ${name}`.trim())).toEqual([
      '102',
      '101 Haus A · Klasse 1a',
      '101 Haus B',
    ]);
  });
  it('sums by kind, only kinds that lack something', () => {
    expect(kindSums(rows)).toEqual([
      ['display', 3],
      ['workplace', 3],
    ]);
  });
});
