import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import { applyChanges, invertChanges, normalizeChanges } from '../history/apply-changes.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { deviceId, roomId } from '../shared/ids.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
  aSchool,
} from '../testing/builders.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { applyScenario, scenarioChanges } from './apply-scenario.ts';
import { compareAnalyses } from './compare-analyses.ts';
import { purchaseSteps } from './purchase-steps.ts';
import type { ScenarioBase } from './scenario-terms.ts';
import type { ScenarioStep } from './scenario.ts';

const CATEGORIES = ['TAB', 'BEAM', 'LAN', 'KOPF'] as const;
const profileWith = (edition: string, roomUnits: number, pupilsPerUnit: number): TargetProfile =>
  aProfile({
    edition,
    requirements: [
      aRequirement({ id: 'BEAM', categories: ['BEAM'], quantity: { kind: 'fixed', units: roomUnits } }),
      aRequirement({
        id: 'LAN',
        categories: ['LAN'],
        coveredBy: 'lan-sockets',
        quantity: { kind: 'fixed', units: 2 },
      }),
      aRequirement({ id: 'KOPF', categories: ['KOPF'], priority: 'should', stage: 2 }),
      aRequirement({
        id: 'TAB',
        categories: ['TAB'],
        appliesTo: { kind: 'school' },
        quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit, grades: null }] },
      }),
      aRequirement({
        id: 'TAB-KR',
        categories: ['TAB', 'BEAM'],
        priority: 'could',
        quantity: { kind: 'per-seats', multiply: 1, divide: 5, fallbackUnits: 1 },
      }),
    ],
    categories: CATEGORIES.map((id, index) =>
      aCategory({ id, guidePriceCents: (index + 1) * 100_00, piecesPerUnit: id === 'KOPF' ? 4 : null }),
    ),
    roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'VW', scope: 'administration' })],
    standards: [
      {
        id: 'S',
        name: 'Standard',
        roomTypes: ['KR'],
        parts: [{ group: 'BEAM', replaceableBy: null }],
        basis: 'Test',
        origin: 'proposal',
      },
    ],
  });
const PROFILE = profileWith('1', 1, 5);
const OTHER = profileWith('2', 2, 3);

const rooms = fc.array(
  fc.record({
    roomTypes: fc.constantFrom(['KR'], ['KR'], ['VW'], []),
    seats: fc.constantFrom(null, 10),
    lanSockets: fc.constantFrom(null, 0, 1, 2),
  }),
  { minLength: 1, maxLength: 4 },
);
const devices = fc.array(
  fc.record({
    categoryId: fc.constantFrom(...CATEGORIES, null),
    room: fc.integer({ min: -1, max: 4 }),
    status: fc.constantFrom('in-use' as const, 'in-use' as const, 'defective' as const, 'in-repair' as const),
    quantity: fc.constantFrom(1, 1, 4, 8),
    isCase: fc.boolean(),
    inCase: fc.constantFrom(null, null, 0, 1),
    purchasedOn: fc.constantFrom(null, '2015', '2026'),
  }),
  { maxLength: 8 },
);
const inventories = fc
  .record({ rooms, devices, pupils: fc.constantFrom(null, 12, 30) })
  .map(({ rooms: someRooms, devices: someDevices, pupils }): Inventory =>
    anInventory({
      school: aSchool({ pupils }),
      rooms: someRooms.map((room, index) =>
        aRoom({ id: `r-${index}`, roomNumber: String(100 + index), ...room }),
      ),
      devices: someDevices.map(({ room, isCase, inCase, ...rest }, index) =>
        aDevice({
          id: `d-${index}`,
          ...rest,
          roomId: room < 0 || room >= someRooms.length ? null : `r-${room}`,
          assetTag: isCase ? `T-${index}` : null,
          containerTag: inCase === null || inCase === index ? null : `T-${inCase}`,
        }),
      ),
    }),
  );
const someRoom = fc.constantFrom(null, roomId('r-0'), roomId('r-1'), roomId('r-2'), roomId('r-9'));
const someDevice = fc.integer({ min: 0, max: 9 }).map((index) => deviceId(`d-${index}`));
const steps: fc.Arbitrary<readonly ScenarioStep[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('buy' as const),
      categoryId: fc.constantFrom(...CATEGORIES, 'WEG'),
      units: fc.integer({ min: 1, max: 3 }),
      roomId: someRoom,
      unitPriceCents: fc.constantFrom(null, 0, 50_00),
    }),
    fc.record({
      kind: fc.constant('move' as const),
      deviceId: someDevice,
      units: fc.constantFrom(1, 1, 4),
      toRoomId: someRoom,
    }),
    fc.record({ kind: fc.constant('repair' as const), deviceId: someDevice }),
    fc.record({
      kind: fc.constant('school' as const),
      numbers: fc.record({ pupils: fc.constantFrom(null, 20, 40) }),
    }),
    fc.record({ kind: fc.constant('edition' as const), profileKey: fc.constantFrom('test@2', 'test@9') }),
    fc.record({
      kind: fc.constant('view' as const),
      asOf: fc.constantFrom(null, '2029-01-01'),
      stage: fc.constantFrom(null, 1, 2, 9),
    }),
  ),
  { maxLength: 8 },
);
const baseOf = (inventory: Inventory): ScenarioBase => ({
  inventory,
  profile: PROFILE,
  view: { asOf: '2026-11-24', stage: 2 },
  profileOf: (key) => (key === 'test@2' ? OTHER : null),
});

/** Everything but which device fills which line: of devices that are alike, their ids decide that. */
const figuresOf = (analysis: GapAnalysis) => ({
  ...analysis,
  rooms: analysis.rooms.map(({ devices: _devices, unusable: _unusable, ...line }) => line),
  school: analysis.school.map(({ devices: _devices, unusable: _unusable, ...line }) => line),
  surplus: analysis.surplus.map(({ devices: _devices, ...entry }) => entry),
  overAgeDevices: analysis.overAgeDevices.length,
});

it('what is applied for real compares as the scenario did, and undo brings back what was before', () => {
  fc.assert(
    fc.property(inventories, steps, (inventory, tried) => {
      const base = baseOf(inventory);
      const scenario = applyScenario(tried, base);
      // As the store does it, with ids that sort differently from those of the preview.
      let made = 1000;
      // Bought on the day of the scenario, for what is bought on another one is of another age.
      const real = scenarioChanges(tried, base, () => deviceId(`a-${(made -= 1)}`), scenario.view.asOf);
      const stored = { inventory, profiles: new Map(), settings: new Map() };
      const changes = normalizeChanges(stored, real.changes);
      const applied = applyChanges(stored, changes);
      const after = analyzeGaps(applied.inventory, real.profile, real.view);
      const tried2 = analyzeGaps(scenario.inventory, scenario.profile, scenario.view);
      expect(figuresOf(after)).toEqual(figuresOf(tried2));
      expect(applyChanges(applied, invertChanges(changes)).inventory).toEqual(inventory);
      expect(real.leftOut).toEqual(scenario.leftOut);

      const taken = tried.filter(
        (step, index) => step.kind === 'buy' && real.leftOut.every((left) => left.index !== index),
      );
      expect(real.boughtUnits).toBe(
        taken.reduce((sum, step) => sum + (step.kind === 'buy' ? step.units : 0), 0),
      );
    }),
    { numRuns: 2000, seed: 20261125 },
  );
});

it('the sums of the comparison are those of the engine, and its differences add up to them', () => {
  fc.assert(
    fc.property(inventories, steps, (inventory, tried) => {
      const base = baseOf(inventory);
      const plan = applyScenario(tried, base);
      const before = analyzeGaps(inventory, base.profile, base.view);
      const after = analyzeGaps(plan.inventory, plan.profile, plan.view);
      const compared = compareAnalyses(before, after);
      const sumOf = (values: readonly { readonly before: number | null; readonly after: number | null }[]) =>
        values.reduce((sum, value) => sum + (value.after ?? 0) - (value.before ?? 0), 0);
      const difference = after.totals.gap - before.totals.gap;
      expect(compared.gap).toEqual({ before: before.totals.gap, after: after.totals.gap });
      expect(sumOf(compared.groups.map(({ gap }) => gap))).toBe(difference);
      expect(sumOf(compared.groups.map(({ costCents }) => costCents))).toBe(
        after.totals.costCents - before.totals.costCents,
      );
      expect(sumOf([...compared.rooms.flatMap(({ lines }) => lines), ...compared.school])).toBe(difference);
    }),
    { numRuns: 1000, seed: 20261126 },
  );
});

it('buying what the list names as must leaves no must gap', () => {
  fc.assert(
    fc.property(inventories, (inventory) => {
      const base = baseOf(inventory);
      const before = analyzeGaps(inventory, base.profile, base.view);
      const plan = applyScenario(purchaseSteps(before, base.profile, ['must']), base);
      const after = analyzeGaps(plan.inventory, plan.profile, plan.view);
      const open = [...after.rooms.filter(({ scored }) => scored), ...after.school].filter(
        ({ priority, gap }) => priority === 'must' && (gap ?? 0) > 0,
      );
      expect(open).toEqual([]);
      const cost = [...before.rooms.filter(({ scored }) => scored), ...before.school]
        .filter(({ priority }) => priority === 'must')
        .reduce((sum, { costCents }) => sum + (costCents ?? 0), 0);
      expect(plan.boughtCents).toBe(cost);
    }),
    { numRuns: 2000, seed: 20261127 },
  );
});
