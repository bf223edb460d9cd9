import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import { aCategory, aDevice, aProfile, aRequirement } from '../testing/builders.ts';
import { inventories, profiles } from '../testing/random-schools.ts';
import {
  isEarmarkedOn,
  replacementByYear,
  replacementPlan,
  replacementTimes,
  replacementUntil,
} from './replacement-plan.ts';

const AS_OF = '2026-11-25';
const profile = aProfile({
  requirements: [aRequirement({ id: 'R', categories: ['BEAM', 'KOPF'] })],
  categories: [
    aCategory({ id: 'BEAM', serviceLifeYears: 6, guidePriceCents: 1_800_00 }),
    aCategory({ id: 'KOPF', serviceLifeYears: 4, guidePriceCents: 300_00, piecesPerUnit: 16 }),
    aCategory({ id: 'MON', origin: 'school' }),
  ],
});
const beamer = (id: string, device: Parameters<typeof aDevice>[0] = {}) =>
  aDevice({ id, categoryId: 'BEAM', ...device });

describe('replacementPlan', () => {
  it('sorts units by the year in which they are to be replaced', () => {
    const plan = replacementPlan(
      [
        beamer('old', { purchasedOn: '2019' }),
        beamer('due', { purchasedOn: '2020-05' }),
        beamer('next', { purchasedOn: '2021-12-31', quantity: 3 }),
        beamer('last', { purchasedOn: '2030' }),
        beamer('later', { purchasedOn: '2031' }),
        beamer('unknown'),
        beamer('own-life', { purchasedOn: '2020', serviceLifeYears: 8 }),
      ],
      profile,
      AS_OF,
    );
    expect(plan.years).toEqual([2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036]);
    const units = (time: Parameters<typeof plan.totals.get>[0]) => plan.totals.get(time)?.units;
    expect([units('backlog'), units(2026), units(2027), units(2028), units(2036)]).toEqual([1, 1, 3, 1, 1]);
    expect([units('later'), units('unknown'), units(2030)]).toEqual([1, 1, 0]);
    expect(plan.total).toEqual({ units: 9, costCents: 9 * 1_800_00, earmarked: 0 });
    expect(replacementUntil(plan, 2027)).toEqual({ units: 5, costCents: 5 * 1_800_00, earmarked: 0 });
  });

  it('plans neither what is broken, missing, gone or private, nor what no plan asks for', () => {
    const plan = replacementPlan(
      [
        ...(['defective', 'in-repair', 'missing', 'decommissioned'] as const).map((status) =>
          beamer(status, { status, purchasedOn: '2018' }),
        ),
        beamer('private', { owner: 'private', purchasedOn: '2018' }),
        aDevice({ id: 'monitor', categoryId: 'MON', purchasedOn: '2018' }),
        aDevice({ id: 'no-category', purchasedOn: '2018' }),
        beamer('stored', { status: 'in-storage', purchasedOn: '2018' }),
        beamer('lent', { status: 'on-loan', purchasedOn: '2018' }),
      ],
      profile,
      AS_OF,
    );
    expect(plan.rows[0]?.cells.get('backlog')?.devices.map(({ deviceId }) => deviceId)).toEqual([
      'stored',
      'lent',
    ]);
    expect(plan.total.units).toBe(2);
  });

  it('counts whole sets of what is entered in pieces', () => {
    const plan = replacementPlan(
      [aDevice({ id: 'sets', categoryId: 'KOPF', quantity: 33, purchasedOn: '2024' })],
      profile,
      AS_OF,
    );
    expect(plan.totals.get(2028)).toEqual({ units: 2, costCents: 600_00, earmarked: 0 });
  });

  it('marks what must not be disposed of yet when it is due', () => {
    const plan = replacementPlan(
      [
        beamer('now', { purchasedOn: '2018', earmarkedUntil: '2026-11-25' }),
        beamer('over', { purchasedOn: '2018', earmarkedUntil: '2026-11-24' }),
        beamer('year', { purchasedOn: '2018', earmarkedUntil: '2026' }),
        beamer('in time', { purchasedOn: '2022', earmarkedUntil: '2027-12' }),
        beamer('in its year', { purchasedOn: '2022', earmarkedUntil: '2028-06-30' }),
      ],
      profile,
      AS_OF,
    );
    const cells = plan.rows[0]?.cells;
    expect(cells?.get('backlog')?.devices.map(({ earmarkedUntil }) => earmarkedUntil)).toEqual([
      '2026-11-25',
      null,
      '2026',
    ]);
    expect(cells?.get(2028)?.devices.map(({ earmarkedUntil }) => earmarkedUntil)).toEqual([
      null,
      '2028-06-30',
    ]);
    expect(plan.total.earmarked).toBe(3);
    expect(isEarmarkedOn({ earmarkedUntil: null }, AS_OF)).toBe(false);
  });

  it('agrees with the comparison and adds up, on random schools', () => {
    fc.assert(
      fc.property(inventories, profiles, (inventory, randomProfile) => {
        const plan = replacementPlan(inventory.devices, randomProfile, AS_OF);
        const analysis = analyzeGaps(inventory, randomProfile, { asOf: AS_OF, stage: 3 });
        const backlog = plan.rows.flatMap(({ cells }) => cells.get('backlog')?.devices ?? []);
        expect(backlog.map(({ deviceId }) => deviceId).toSorted()).toEqual(
          analysis.overAgeDevices.toSorted(),
        );
        // Counting units of the comparison: assigned or left over, nothing else.
        const counting = [...analysis.rooms, ...analysis.school, ...analysis.surplus]
          .flatMap(({ devices }) => devices)
          .reduce((sum, { units }) => sum + units, 0);
        expect(plan.total.units).toBe(counting);
        for (const key of ['units', 'costCents', 'earmarked'] as const) {
          const byTime = replacementTimes(plan).map((time) => plan.totals.get(time)?.[key] ?? 0);
          expect(byTime.reduce((a, b) => a + b, 0)).toBe(plan.total[key]);
          expect(plan.rows.reduce((sum, { total }) => sum + total[key], 0)).toBe(plan.total[key]);
        }
        const yearly = replacementByYear(plan);
        const later =
          (plan.totals.get('later')?.costCents ?? 0) + (plan.totals.get('unknown')?.costCents ?? 0);
        expect(
          yearly.years.reduce((sum, { costCents }) => sum + costCents, yearly.backlog.costCents + later),
        ).toBe(plan.total.costCents);
      }),
      { numRuns: 1000, seed: 20261125 },
    );
  });
});
