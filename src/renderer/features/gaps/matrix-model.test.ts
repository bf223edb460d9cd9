import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
} from '#core/testing/builders.ts';
import { inventories, profiles } from '#core/testing/random-schools.ts';
import { GAP_STATES, matrixColumns, matrixRows, NO_FILTER, type MatrixRow } from './matrix-model.ts';

const NAMES = { noBuilding: 'ohne Gebäude', noFloor: 'ohne Etage' };
const profile = aProfile({
  requirements: [
    aRequirement({ id: 'P', categories: ['BEAM'], appliesTo: { kind: 'rooms', roomTypes: ['KR', 'VW'] } }),
    aRequirement({ id: 'D', categories: ['DOK'], priority: 'should', stage: 2 }),
  ],
  categories: [aCategory({ id: 'BEAM' }), aCategory({ id: 'DOK' })],
  roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'VW', scope: 'administration' })],
});
const rooms = [
  aRoom({ id: 'a', building: 'A', floor: 'EG', roomNumber: '1' }),
  aRoom({ id: 'b', building: 'A', floor: '1. OG', roomNumber: '2' }),
  aRoom({ id: 'c', building: 'B', floor: 'EG', roomNumber: '3' }),
  aRoom({ id: 'd', building: 'B', floor: 'EG', roomNumber: '4', roomTypes: ['VW'] }),
];
const devices = [
  aDevice({ id: '1', roomId: 'a', categoryId: 'BEAM', quantity: 2 }),
  aDevice({ id: '2', roomId: 'b', categoryId: 'BEAM', status: 'defective' }),
  aDevice({ id: '3', roomId: 'c', categoryId: 'BEAM', purchasedOn: '2010' }),
  aDevice({ id: '4', roomId: 'a', categoryId: 'DOK' }),
];
const analysis = analyzeGaps(anInventory({ rooms, devices }), profile, { asOf: '2026-11-25', stage: 2 });
const byId = (list: Inventory['rooms']) => new Map(list.map((room) => [room.id, room]));
const labelsOf = (rows: readonly MatrixRow[]): readonly string[] =>
  rows.map((row) => (row.kind === 'room' ? row.room.roomNumber : `${row.kind} ${row.label}`));
const rowsFor = (filter: Partial<typeof NO_FILTER>) =>
  matrixRows(analysis, byId(rooms), profile, { ...NO_FILTER, ...filter }, NAMES);
const numbersFor = (filter: Partial<typeof NO_FILTER>) =>
  rowsFor(filter).flatMap((row) => (row.kind === 'room' ? [row.room.roomNumber] : []));

describe('matrixRows', () => {
  it('groups by building and floor', () => {
    expect(labelsOf(rowsFor({}))).toEqual([
      'building A',
      'floor A · EG',
      '1',
      'floor A · 1. OG',
      '2',
      'building B',
      'floor B · EG',
      '3',
      '4',
    ]);
  });
  it('has no head for the only building', () => {
    const [first] = rowsFor({ building: 'A' });
    expect(first?.kind).toBe('floor');
  });
  it.each([
    [{ state: 'gap' }, ['2', '3', '4']],
    [{ state: 'repairable' }, ['2']],
    [{ state: 'surplus' }, ['1']],
    [{ state: 'over-age' }, ['3']],
    [{ priority: 'should' }, ['1', '2', '3']],
    [{ stage: 2, state: 'gap' }, ['2', '3']],
    [{ scope: 'administration' }, ['4']],
    [{ roomType: 'KR', building: 'B' }, ['3']],
  ] as const)('passes with %o the rooms %o', (filter, numbers) => {
    expect(numbersFor(filter)).toEqual(numbers);
  });
  it('shows only columns of the targets that pass', () => {
    const groups = (filter: Partial<typeof NO_FILTER>) =>
      matrixColumns(profile, analysis, { ...NO_FILTER, ...filter }).map(({ group }) => group);
    expect(groups({})).toEqual(['P', 'D']);
    expect(groups({ stage: 2 })).toEqual(['D']);
    expect(groups({ priority: 'must' })).toEqual(['P']);
  });
});

describe('the matrix, against the analysis', () => {
  const sums = (rows: readonly MatrixRow[], kind: 'building' | 'floor') => {
    const groups = rows.flatMap((row) => (row.kind === kind ? [row] : []));
    const add = (read: (group: (typeof groups)[number]) => number): number =>
      groups.reduce((sum, group) => sum + read(group), 0);
    return {
      rooms: add((group) => group.rooms),
      target: add(({ target }) => target),
      actual: add(({ actual }) => actual),
      gap: add(({ gap }) => gap),
      byGroup: add(({ gaps }) => [...gaps.values()].reduce((sum, gap) => sum + gap, 0)),
    };
  };
  it('lacks in all floors and in all buildings what the rooms lack, whatever the filter of lines', () => {
    fc.assert(
      fc.property(
        inventories,
        profiles,
        fc.constantFrom(null, 'must' as const, 'should' as const, 'could' as const),
        fc.constantFrom(null, 1, 2),
        fc.constantFrom(null, ...GAP_STATES),
        (inventory, targets, priority, stage, state) => {
          const result = analyzeGaps(inventory, targets, { asOf: '2026-11-24', stage: 2 });
          const list = inventory.rooms.map((room, index) => ({ ...room, building: `Haus ${index % 2}` }));
          const rows = matrixRows(
            result,
            byId(list),
            targets,
            { ...NO_FILTER, priority, stage, state },
            NAMES,
          );
          const shown = new Set(rows.flatMap((row) => (row.kind === 'room' ? [row.room.id] : [])));
          const lines = result.rooms.filter(
            (line) =>
              shown.has(line.roomId) &&
              line.scored &&
              !line.exempt &&
              (priority === null || line.priority === priority) &&
              (stage === null || line.stage === stage),
          );
          const total = (read: (line: (typeof lines)[number]) => number | null): number =>
            lines.reduce((sum, line) => sum + (read(line) ?? 0), 0);
          const expected = {
            rooms: shown.size,
            target: total(({ target }) => target),
            actual: total(({ actual }) => actual),
            gap: total(({ gap }) => gap),
            byGroup: total(({ gap }) => gap),
          };
          expect(sums(rows, 'floor')).toEqual(expected);
          if (rows.some(({ kind }) => kind === 'building')) expect(sums(rows, 'building')).toEqual(expected);
          if (priority === null && stage === null && state === null)
            expect(expected.gap).toBe(result.totals.roomGap);
        },
      ),
      { numRuns: 500, seed: 20261125 },
    );
  });
});
