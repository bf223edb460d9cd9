import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { aDevice, anInventory, aProfile, aRequirement, aRoom, aSchool } from '#core/testing/builders.ts';
import { comparisonHints } from './comparison-hints.ts';

const beamer = aRequirement({ id: 'A' });
const seats = aRequirement({
  id: 'PC',
  quantity: { kind: 'per-seats', multiply: 1, divide: 1, fallbackUnits: 24 },
});
const ratio = aRequirement({
  id: 'Q',
  appliesTo: { kind: 'school' },
  quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 5, grades: null }] },
});
const hintsOf = (inventory: Inventory, profile: TargetProfile): readonly string[] =>
  comparisonHints(
    inventory,
    profile,
    analyzeGaps(inventory, profile, { asOf: '2026-11-25', stage: null }),
  ).map(({ id, links }) => `${id} ${links.map(({ label }) => label).join(', ')}`);

describe('comparisonHints', () => {
  it('says nothing where everything is known', () => {
    expect(hintsOf(anInventory({ rooms: [aRoom()] }), aProfile({ requirements: [beamer] }))).toEqual([]);
  });

  it('names rooms without a type and with one that the profile lacks', () => {
    const rooms = [
      aRoom({ id: 'a', roomNumber: '1', roomTypes: [] }),
      aRoom({ id: 'b', roomNumber: '2', roomTypes: ['X'] }),
    ];
    expect(hintsOf(anInventory({ rooms }), aProfile({ requirements: [beamer] }))).toEqual([
      'untyped Raum 1',
      'foreign Raum 2',
    ]);
  });

  it('counts devices without a category and with one that no longer exists, but none that have left', () => {
    const devices = [
      aDevice({ id: '1' }),
      aDevice({ id: '2', categoryId: 'GONE' }),
      aDevice({ id: '3', categoryId: 'GONE', status: 'decommissioned' }),
    ];
    const profile = aProfile({ requirements: [beamer] });
    const inventory = anInventory({ devices });
    const analysis = analyzeGaps(inventory, profile, { asOf: '2026-11-25', stage: null });
    expect(comparisonHints(inventory, profile, analysis).map(({ text }) => text.slice(0, 24))).toEqual([
      '1 Gerät ohne Kategorie z',
      '1 Gerät mit einer Katego',
    ]);
  });

  it.each([0, null])('says that a target is not computable with %j pupils', (pupils) => {
    const inventory = anInventory({ school: aSchool({ pupils }) });
    expect(hintsOf(inventory, aProfile({ requirements: [ratio] }))).toEqual([
      'not-computable Zahlen eintragen',
    ]);
  });

  it.each([0, null])('says that the profile’s assumption holds with %j seats', (count) => {
    const rooms = [aRoom({ seats: count })];
    expect(hintsOf(anInventory({ rooms }), aProfile({ requirements: [seats] }))).toEqual([
      'assumed Raum 101',
    ]);
  });

  it('says how two uses of one room are compared', () => {
    const rooms = [aRoom({ roomTypes: ['KR', 'MU'] })];
    const both = aRequirement({ id: 'A', appliesTo: { kind: 'rooms', roomTypes: ['KR', 'MU'] } });
    expect(hintsOf(anInventory({ rooms }), aProfile({ requirements: [both] }))).toEqual(['several Raum 101']);
  });
});
