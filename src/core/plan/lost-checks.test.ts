import { expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import { applyChanges } from '../history/apply-changes.ts';
import { deviceId } from '../shared/ids.ts';
import type { Check } from '../targets/target-profile.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
} from '../testing/builders.ts';
import { lostChecks } from './lost-checks.ts';
import { redistributionChanges } from './redistribution-changes.ts';
import { proposeRedistribution } from './redistribution.ts';

const computerRooms = (atLeast: number): Check => ({
  id: `PC-${atLeast}`,
  name: 'Computerräume',
  stage: 1,
  ladder: null,
  schoolTypes: null,
  dueYear: null,
  basis: '',
  origin: 'proposal',
  kind: 'room-count',
  roomTypes: ['PCR'],
  atLeast,
  classesPerRoom: null,
  orUnits: { categories: ['NB'], units: 2 },
});

it('names the check that a proposed move leaves unmet, and no other one', () => {
  const profile = aProfile({
    requirements: [aRequirement({ id: 'R', categories: ['NB'] })],
    categories: [aCategory({ id: 'NB' })],
    roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'LAGER' })],
    // Two spare notebooks stand for one computer room; the second room is missing today already.
    checks: [computerRooms(1), computerRooms(2)],
  });
  const inventory = anInventory({
    rooms: [aRoom({ id: 'a', roomTypes: ['LAGER'] }), aRoom({ id: 'b', roomTypes: ['KR'] })],
    devices: [1, 2].map((number) => aDevice({ id: `d-${number}`, categoryId: 'NB', roomId: 'a' })),
  });
  const view = { asOf: '2026-11-25', stage: 1 } as const;
  const before = analyzeGaps(inventory, profile, view);
  const { moves } = proposeRedistribution(inventory, profile, before);
  expect(moves).toHaveLength(1);
  const changes = redistributionChanges(inventory, profile, moves, () => deviceId('new'));
  const moved = applyChanges({ inventory, profiles: new Map(), settings: new Map() }, changes).inventory;
  const after = analyzeGaps(moved, profile, view);
  expect(lostChecks(before.checks, after.checks)).toEqual(['PC-1']);
  expect(lostChecks(after.checks, before.checks)).toEqual([]);
});
