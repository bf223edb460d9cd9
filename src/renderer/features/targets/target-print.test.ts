import { describe, expect, it } from 'vitest';
import { changeEntry, withOwnChanges } from '#core/targets/own-changes.ts';
import { aCategory, aProfile, aRequirement, aRoomType } from '#core/testing/builders.ts';
import { targetEntries } from './target-entries.ts';
import { targetList } from './target-print.ts';
import { targetRows } from './target-rows.ts';

const issued = aProfile({
  categories: [aCategory({ id: 'BEAM', name: 'Beamer' })],
  roomTypes: [aRoomType({ id: 'KR', name: 'Klassenraum' })],
  requirements: [
    aRequirement({
      id: 'A',
      name: 'Bild',
      quantity: { kind: 'per-seats', multiply: 1, divide: 4, fallbackUnits: 1 },
    }),
    aRequirement({ id: 'B', name: 'Ton', priority: 'could', stage: 2 }),
  ],
});
const changes = changeEntry(issued, [], {
  list: 'requirements',
  id: 'B',
  own: null,
  reason: 'Test',
  changedOn: '2026-11-25',
});
const { profile } = withOwnChanges(issued, changes);
const rows = targetRows(
  targetEntries(issued, profile, changes, new Map()),
  profile,
  'roomType',
  new Set(),
  'Ganze Schule',
);

describe('targetList', () => {
  it('prints each target with its rule and what the school made of it', () => {
    const list = targetList(rows, ['Edition'], ' ton ');
    expect(list.facts).toEqual(['Edition', 'Suche „ton“']);
    expect(list.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['Klassenraum · 2 Ziele', '', '', '', ''],
      ['Bild', 'je 4 Plätze 1', 'Pflicht', '1', ''],
      ['Ton', '1', 'Wunsch', '2', 'ausgesetzt'],
    ]);
  });
});
