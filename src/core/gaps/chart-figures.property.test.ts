import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../inventory/inventory.ts';
import { inventories, profiles } from '../testing/random-schools.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { ageStructure } from './age-structure.ts';
import { analyzeGaps } from './analyze-gaps.ts';
import { coverageByStage } from './coverage-by-stage.ts';
import { standardByBuilding } from './standard-by-building.ts';
import { unitsOf } from './units.ts';

const AS_OF = '2026-11-24';
const RUNS = { numRuns: 500, seed: 20261125 };

/** With two buildings and two standards, so that there is something to sum by. */
const schools = fc
  .tuple(inventories, profiles)
  .map(([inventory, profile]): readonly [Inventory, TargetProfile] => [
    {
      ...inventory,
      rooms: inventory.rooms.map((room, index) => ({
        ...room,
        building: [null, 'Haus A', 'Haus B'][index]!,
      })),
    },
    {
      ...profile,
      standards: [
        { id: 'all', name: 'all', roomTypes: ['KR', 'PCR'], basis: 'Test', origin: 'proposal' },
        { id: 'KR', name: 'KR', roomTypes: ['KR'], basis: 'Test', origin: 'proposal' },
      ].map((standard) => ({
        ...standard,
        origin: 'proposal' as const,
        parts: [
          { group: 'g1', replaceableBy: null },
          { group: 'g2', replaceableBy: 'S0' },
        ],
      })),
    },
  ]);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('what the charts show, against the analysis', () => {
  it('has the rooms in the standard of all buildings together', () => {
    fc.assert(
      fc.property(schools, fc.constantFrom(1, 2, 3), ([inventory, profile], stage) => {
        const analysis = analyzeGaps(inventory, profile, { asOf: AS_OF, stage });
        const rooms = new Map(inventory.rooms.map((room) => [room.id, room]));
        for (const { standardId, met, of } of analysis.standards) {
          const buildings = standardByBuilding(analysis, rooms, standardId);
          expect(sum(buildings.map((entry) => entry.met))).toBe(met);
          expect(sum(buildings.map((entry) => entry.of))).toBe(of);
          expect(new Set(buildings.map(({ building }) => building)).size).toBe(buildings.length);
        }
      }),
      RUNS,
    );
  });

  it('has the totals of each stage', () => {
    fc.assert(
      fc.property(schools, ([inventory, profile]) => {
        for (const coverage of coverageByStage(inventory, profile, AS_OF)) {
          const { totals, standards } = analyzeGaps(inventory, profile, {
            asOf: AS_OF,
            stage: coverage.stage,
          });
          expect(coverage).toMatchObject({
            target: totals.target,
            actual: totals.actual,
            gap: totals.target - totals.actual,
            costCents: totals.costCents,
            fulfilment: totals.fulfilment,
            standardMet: standards[0]!.met,
            standardOf: standards[0]!.of,
          });
        }
      }),
      RUNS,
    );
  });

  it('has every counting unit in one age, and the over-age ones of the analysis', () => {
    fc.assert(
      fc.property(schools, ([inventory, profile]) => {
        const analysis = analyzeGaps(inventory, profile, { asOf: AS_OF, stage: 2 });
        const groups = ageStructure(analysis, inventory.devices, profile);
        const categories = new Map(profile.categories.map((category) => [category.id, category]));
        const counting = inventory.devices.filter(
          ({ status, owner, categoryId }) =>
            categoryId !== null &&
            owner !== 'private' &&
            ['in-use', 'in-storage', 'on-loan'].includes(status),
        );
        const units = (devices: typeof counting): number =>
          sum(devices.map((device) => unitsOf(device, categories.get(device.categoryId!)!)));
        expect(sum(groups.map((group) => group.units))).toBe(units(counting));
        expect(groups.at(-1)!.units).toBe(units(counting.filter(({ purchasedOn }) => purchasedOn === null)));
        const old = new Set(analysis.overAgeDevices);
        expect(sum(groups.map(({ overAge }) => overAge))).toBe(
          units(counting.filter(({ id }) => old.has(id))),
        );
        for (const group of groups)
          expect(sum([...Object.values(group.inLifeByKind), ...Object.values(group.overAgeByKind)])).toBe(
            group.units,
          );
      }),
      RUNS,
    );
  });
});

describe('ageStructure', () => {
  it('counts whole budget years, with one group for ten and more and one for unknown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2028 }), inventories, profiles, (year, inventory, profile) => {
        const devices = inventory.devices.map((device) => ({ ...device, purchasedOn: `${year}-06` }));
        const analysis = analyzeGaps({ ...inventory, devices }, profile, { asOf: AS_OF, stage: 1 });
        const filled = ageStructure(analysis, devices, profile).filter(({ units }) => units > 0);
        expect(filled.every(({ age }) => age === Math.min(Math.max(2026 - year, 0), 10))).toBe(true);
      }),
      RUNS,
    );
  });
});
