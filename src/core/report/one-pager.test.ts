import { describe, expect, it } from 'vitest';
import { isNameOfKind } from '../../bridge/file-names.ts';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { proposeRedistribution } from '../plan/redistribution.ts';
import { anInventory, aRoom } from '../testing/builders.ts';
import { generatedSchool } from '../testing/generated-school.ts';
import { defaultProfile, sampleInventory } from '../testing/sample-report.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { onePagerFileName, onePagerOf } from './one-pager.ts';

const AS_OF = '2026-11-24';
const sheetOf = (inventory: Inventory, profile: TargetProfile = defaultProfile()) => {
  const analysis = analyzeGaps(inventory, profile, { asOf: AS_OF, stage: 1 });
  const { moves } = proposeRedistribution(inventory, profile, analysis);
  return { analysis, moves, sheet: onePagerOf(inventory, profile, analysis, moves) };
};

describe('onePagerOf', () => {
  it.each([
    ['the sample school', sampleInventory()],
    ['a school of 120 rooms', generatedSchool({ seed: 1, kind: 'regional', rooms: 120, devices: 2000 })],
  ])('shares the gaps of %s out to repairs, moves and purchases', (_name, inventory) => {
    const { analysis, moves, sheet } = sheetOf(inventory);
    const { totals } = analysis;
    expect(moves.length).toBeGreaterThan(0);
    expect(sheet.repair.units).toBe(totals.repairable);
    expect(sheet.repair.units + sheet.move.units + sheet.buy.units).toBe(totals.gap);
    expect(sheet.buy.mustUnits).toBeLessThanOrEqual(sheet.buy.units);
    expect(sheet.rooms.of - sheet.rooms.withoutGap).toBe(totals.roomsWithGap);
    expect(sheet.groups.reduce((sum, { gap }) => sum + gap, 0)).toBe(totals.gap);
    expect(sheet.overAge).toBeGreaterThan(0);
    expect(sheet.replace.untilYear).toBe(2027);
  });

  it('knows what moving saves: the same gaps bought cost that much more', () => {
    const { analysis, sheet } = sheetOf(sampleInventory());
    const bought = onePagerOf(sampleInventory(), defaultProfile(), analysis, []);
    expect(sheet.move.savedCents).toBeGreaterThan(0);
    expect(bought.buy.costCents - sheet.buy.costCents).toBe(sheet.move.savedCents);
    expect(bought.move).toEqual({ units: 0, savedCents: 0 });
  });

  it('puts what is fulfilled least first', () => {
    const shares = sheetOf(sampleInventory()).sheet.groups.map(({ actual, target }) => actual / target);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeLessThan(1);
  });

  it('counts missing units without a price apart', () => {
    const profile = defaultProfile();
    expect(sheetOf(sampleInventory(), profile).sheet.unpriced).toBe(0);
    const free = {
      ...profile,
      categories: profile.categories.map((category) => ({ ...category, guidePriceCents: 0 })),
    };
    const { analysis, sheet } = sheetOf(sampleInventory(), free);
    expect(sheet.unpriced).toBe(analysis.totals.gap);
  });

  it('counts targets that the school has changed', () => {
    const profile = defaultProfile();
    const changed = {
      ...profile,
      requirements: profile.requirements.map((requirement, index) =>
        index < 2 ? { ...requirement, origin: 'school' as const } : requirement,
      ),
    };
    expect(sheetOf(sampleInventory(), profile).sheet.ownTargets).toBe(0);
    expect(sheetOf(sampleInventory(), changed).sheet.ownTargets).toBe(2);
    expect(sheetOf(sampleInventory(), { ...changed, origin: 'school' }).sheet.ownTargets).toBe(0);
  });

  it('has nothing to say where nothing is compared', () => {
    const profile = { ...defaultProfile(), requirements: [] };
    const { sheet } = sheetOf(anInventory({ rooms: [aRoom()] }), profile);
    expect(sheet).toMatchObject({
      standard: null,
      rooms: { withoutGap: 0, of: 0 },
      groups: [],
      unpriced: 0,
      repair: { units: 0, devices: 0, roomIds: [] },
      buy: { units: 0, costCents: 0 },
      replace: { untilYear: 2027, units: 0 },
    });
  });
});

describe('onePagerFileName', () => {
  it('says school and day', () => {
    expect(onePagerFileName('Grundschule Am Mühlenteich', AS_OF)).toBe(
      'Ausstattung Grundschule Am Mühlenteich 2026-11-24.pdf',
    );
    expect(onePagerFileName('  ', AS_OF)).toBe('Ausstattung 2026-11-24.pdf');
  });

  it.each(['A/B\\C: "D" <E>|*?', 'Zeile\neins\u0000', '😀'.repeat(200), 'kaputt \ud83d', 'x'.repeat(500)])(
    'is a name that the host takes: %j',
    (name) => expect(isNameOfKind(onePagerFileName(name, AS_OF), 'pdf')).toBe(true),
  );
});
