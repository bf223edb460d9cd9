import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { aCategory, anInventory, aProfile, aRequirement, aRoom } from '#core/testing/builders.ts';
import { inventories, profiles } from '#core/testing/random-schools.ts';
import { floorRows, gapRows, kindSums, wholeTicks } from './gap-rows.ts';

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
    aRoom({ id: 'a', building: 'Haus A', floor: 'EG', roomNumber: '101', name: 'Klasse 1a' }),
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
  it('sums by floor what its rooms lack, the largest first', () => {
    const floors = floorRows(
      rows,
      new Map(rooms.map((room) => [room.id, room])),
      (...place) => place.filter(Boolean).join(' · ') || '–',
    );
    expect(floors.map(({ name, total, display, workplace }) => [name, total, display, workplace])).toEqual([
      ['Haus B', 5, 2, 3],
      ['Haus A · EG', 1, 1, 0],
    ]);
    expect(floors.flatMap((floor) => floor.rooms)).toHaveLength(rows.length);
    expect(kindSums(floors)).toEqual(kindSums(rows));
  });
});

describe('gapRows and floorRows, against the analysis', () => {
  it('lack together what all rooms lack', () => {
    fc.assert(
      fc.property(inventories, profiles, fc.constantFrom(1, 2, 3), (inventory, targets, stage) => {
        const analysis = analyzeGaps(inventory, targets, { asOf: '2026-11-24', stage });
        const rooms = new Map(
          inventory.rooms.map((room, index) => [room.id, { ...room, floor: index === 0 ? 'EG' : '1. OG' }]),
        );
        const rows = gapRows(analysis, rooms);
        const floors = floorRows(rows, rooms, (_building, floor) => floor ?? '');
        for (const bars of [rows, floors]) {
          expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(analysis.totals.roomGap);
          expect(kindSums(bars).reduce((sum, [, units]) => sum + units, 0)).toBe(analysis.totals.roomGap);
        }
        expect(rows).toHaveLength(analysis.totals.roomsWithGap);
      }),
      { numRuns: 500, seed: 20261125 },
    );
  });
});

describe('wholeTicks', () => {
  it.each([
    [0, [0]],
    [1, [0, 1]],
    [5, [0, 1, 2, 3, 4, 5]],
    [6, [0, 2, 4, 6]],
    [12, [0, 5, 10]],
    [430, [0, 100, 200, 300, 400]],
  ])('divides %i into whole steps', (most, ticks) => {
    expect(wholeTicks(most)).toEqual(ticks);
  });
});
