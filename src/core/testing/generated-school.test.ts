import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import { parseInventoryFile, serializeInventory } from '../inventory/inventory-file.ts';
import { generatedSchool } from './generated-school.ts';
import { defaultProfile } from './sample-report.ts';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
const schools = SEEDS.map((seed) => generatedSchool({ seed, kind: seed % 5 < 3 ? 'primary' : 'regional' }));
const profile = defaultProfile();

describe('generatedSchool', () => {
  it('is the same for the same seed, and another one for the next', () => {
    expect(generatedSchool({ seed: 7, kind: 'primary' })).toEqual(
      generatedSchool({ seed: 7, kind: 'primary' }),
    );
    expect(generatedSchool({ seed: 7, kind: 'primary' })).not.toEqual(
      generatedSchool({ seed: 8, kind: 'primary' }),
    );
  });

  it('gives schools that have neither name, number nor id in common', () => {
    for (const of of [
      schools.map(({ school }) => school.name),
      schools.map(({ school }) => school.schoolNumber),
      schools.flatMap(({ rooms }) => rooms.map(({ id }) => id)),
      schools.flatMap(({ devices }) => devices.map(({ id }) => id)),
    ])
      expect(new Set<string | null>(of).size).toBe(of.length);
  });

  it('gives inventories that a file keeps, with types and categories that the profile knows', () => {
    const types = new Set(profile.roomTypes.map(({ id }) => id));
    const categories = new Set(profile.categories.map(({ id }) => id));
    for (const school of schools) {
      expect(parseInventoryFile(JSON.parse(serializeInventory(school)))).toEqual({ ok: true, value: school });
      for (const { roomTypes } of school.rooms) for (const type of roomTypes) expect(types).toContain(type);
      for (const { categoryId } of school.devices)
        if (categoryId !== null) expect(categories).toContain(categoryId);
    }
  });

  it('has as many rooms and lines of devices as wanted', () => {
    const school = generatedSchool({ seed: 3, kind: 'regional', rooms: 60, devices: 800 });
    expect([school.rooms.length, school.devices.length]).toEqual([60, 800]);
    expect(generatedSchool({ seed: 3, kind: 'primary', devices: 40 }).devices.length).toBe(40);
  });

  it('is imperfect: gaps, surplus, defects and unknowns in every kind, and schools that differ', () => {
    const shares = schools.map((school) => {
      const analysis = analyzeGaps(school, profile, { asOf: '2026-11-24', stage: 1 });
      expect(analysis.totals.gap).toBeGreaterThan(0);
      return analysis.totals.fulfilment ?? 0;
    });
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.25);
    const all = schools.flatMap(({ devices }) => devices);
    for (const status of ['defective', 'in-repair', 'missing', 'on-loan', 'in-storage', 'decommissioned'])
      expect(all.some((device) => device.status === status)).toBe(true);
    expect(all.some(({ purchasedOn }) => purchasedOn === null)).toBe(true);
    expect(schools.some(({ rooms }) => rooms.some(({ roomTypes }) => roomTypes.length === 0))).toBe(true);
    expect(schools.some(({ school }) => school.teachers === null)).toBe(true);
  });
});
