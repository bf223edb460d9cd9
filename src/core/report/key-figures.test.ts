import { describe, expect, it } from 'vitest';
import type { Device } from '../inventory/device.ts';
import { aDevice, anInventory, aProfile, aRequirement, aSchool } from '../testing/builders.ts';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import { keyFigures } from './key-figures.ts';

const PROFILE = aProfile({
  requirements: [
    aRequirement({
      id: 'Q1',
      categories: ['TAB', 'NB'],
      appliesTo: { kind: 'school' },
      quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 5, grades: null }] },
    }),
    aRequirement({
      id: 'Q6',
      categories: ['LGT'],
      appliesTo: { kind: 'school' },
      quantity: { kind: 'per-teachers', teachersPerUnit: 1 },
    }),
  ],
});

const figuresOf = (devices: readonly Device[]) => {
  const inventory = anInventory({ school: aSchool({ pupils: 100, teachers: 10 }), devices });
  return keyFigures(inventory, PROFILE, analyzeGaps(inventory, PROFILE, { asOf: '2026-11-24', stage: 1 }));
};

describe('keyFigures', () => {
  it('shares pupils among the devices that count for them', () => {
    const { pupilsPerDevice } = figuresOf([
      aDevice({ id: 'd-1', categoryId: 'TAB', quantity: 10 }),
      aDevice({ id: 'd-2', categoryId: 'NB', quantity: 10, status: 'on-loan', userGroup: 'pupils' }),
      aDevice({ id: 'd-3', categoryId: 'NB', quantity: 7, userGroup: 'teachers' }),
      aDevice({ id: 'd-4', categoryId: 'TAB', quantity: 7, status: 'defective' }),
      aDevice({ id: 'd-5', categoryId: 'TAB', quantity: 7, owner: 'private' }),
    ]);
    expect(pupilsPerDevice).toEqual({ actual: 5, target: 5, units: 20, gap: 0 });
  });

  it('counts the devices of teachers for teachers', () => {
    const { teachersPerDevice } = figuresOf([
      aDevice({ categoryId: 'LGT', quantity: 8, userGroup: 'teachers', status: 'on-loan' }),
    ]);
    expect(teachersPerDevice).toEqual({ actual: 1.25, target: 1, units: 8, gap: 2 });
  });

  it('says nothing where there is no device', () => {
    expect(figuresOf([]).pupilsPerDevice).toEqual({ actual: null, target: 5, units: 0, gap: 20 });
  });

  it('counts pieces by state, without what is decommissioned', () => {
    const { devices, defective, defectiveUnreported, missing, overAge } = figuresOf([
      aDevice({ id: 'd-1', categoryId: 'TAB', quantity: 3, purchasedOn: '2015' }),
      aDevice({ id: 'd-2', categoryId: 'TAB', quantity: 2, status: 'defective' }),
      aDevice({
        id: 'd-3',
        status: 'in-repair',
        defect: { since: null, text: null, reportedOn: null, ticket: 'T-1', repairedOn: null },
      }),
      aDevice({ id: 'd-4', status: 'missing' }),
      aDevice({ id: 'd-5', categoryId: 'TAB', status: 'decommissioned', purchasedOn: '2010' }),
    ]);
    expect({ devices, defective, defectiveUnreported, missing, overAge }).toEqual({
      devices: 7,
      defective: 3,
      defectiveUnreported: 2,
      missing: 1,
      overAge: 3,
    });
  });
});
