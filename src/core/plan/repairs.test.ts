import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
} from '../testing/builders.ts';
import { repairsOf } from './repairs.ts';

const OPTIONS = { asOf: '2026-11-24', stage: 1 } as const;

describe('repairsOf', () => {
  it('names the broken devices that would close a gap, and adds up to the sum of the analysis', () => {
    const profile = aProfile({
      categories: [aCategory({ id: 'BEAM' }), aCategory({ id: 'SRV' })],
      roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'VW', scope: 'administration' })],
      requirements: [
        aRequirement({
          id: 'BILD',
          categories: ['BEAM'],
          appliesTo: { kind: 'rooms', roomTypes: ['KR', 'VW'] },
        }),
        aRequirement({ id: 'SERVER', categories: ['SRV'], appliesTo: { kind: 'school' } }),
      ],
    });
    const inventory = anInventory({
      rooms: [
        aRoom({ id: 'r-1', roomNumber: '101' }),
        aRoom({ id: 'r-2', roomNumber: '102' }),
        aRoom({ id: 'r-3', roomNumber: '103', roomTypes: ['VW'] }),
      ],
      devices: [
        aDevice({ id: 'needed', categoryId: 'BEAM', roomId: 'r-1', status: 'defective' }),
        aDevice({ id: 'second', categoryId: 'BEAM', roomId: 'r-1', status: 'in-repair' }),
        aDevice({ id: 'lost', categoryId: 'BEAM', roomId: 'r-2', status: 'missing' }),
        aDevice({ id: 'office', categoryId: 'BEAM', roomId: 'r-3', status: 'in-repair' }),
        aDevice({ id: 'server', categoryId: 'SRV', roomId: null, status: 'in-repair' }),
      ],
    });
    const analysis = analyzeGaps(inventory, profile, OPTIONS);
    const repairs = repairsOf(inventory, analysis);
    expect(repairs.map(({ device, roomId, units, scored }) => [device.id, roomId, units, scored])).toEqual([
      ['needed', 'r-1', 1, true],
      ['office', 'r-3', 1, false],
      ['server', null, 1, true],
    ]);
    const scored = repairs.filter((repair) => repair.scored);
    expect(scored.reduce((sum, { units }) => sum + units, 0)).toBe(analysis.totals.repairable);
  });
});
