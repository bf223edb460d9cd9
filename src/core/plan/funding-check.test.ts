import { describe, expect, it } from 'vitest';
import defaultProfile from '../../../resources/profiles/mv-vorschlag-2026.json';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import { parseProfile } from '../targets/parse-profile.ts';
import type { FundingProgramme } from '../targets/target-profile.ts';
import { aCategory, aDevice, anInventory, aProfile, aRequirement, aRoom } from '../testing/builders.ts';
import { fundingChecks, isPaidBy } from './funding-check.ts';
import { purchasePlan } from './purchase-plan.ts';

const AS_OF = '2026-11-25';
const issued = parseProfile(defaultProfile);
if (!issued.ok) throw new Error('the default profile does not parse');
const [digitalPakt] = issued.value.programmes;
if (digitalPakt === undefined) throw new Error('the default profile has no programme');

/** 40 tablets at 500 € are missing (20,000 €), and one beamer, which the programme does not cap. */
const checksOf = (
  programme: Partial<FundingProgramme>,
  sums: Readonly<Record<string, number>> = {},
  devices: readonly ReturnType<typeof aDevice>[] = [],
) => {
  const profile = aProfile({
    requirements: [
      aRequirement({ id: 'T', categories: ['TAB'], quantity: { kind: 'fixed', units: 40 } }),
      aRequirement({ id: 'B', categories: ['BEAM'] }),
    ],
    categories: [
      aCategory({ id: 'TAB', guidePriceCents: 500_00 }),
      aCategory({ id: 'BEAM', guidePriceCents: 1_800_00 }),
    ],
    programmes: [{ ...digitalPakt, ...programme }],
  });
  const analysis = analyzeGaps(anInventory({ rooms: [aRoom()] }), profile, { asOf: AS_OF, stage: 1 });
  const [check] = fundingChecks(profile, purchasePlan(analysis, profile), devices, sums);
  if (check === undefined) throw new Error('no check');
  return check;
};

describe('fundingChecks', () => {
  it('knows the caps of the DigitalPakt from the default profile', () => {
    expect(digitalPakt).toMatchObject({
      maxPerSchoolCents: 25_000_00,
      maxPercentOfAuthority: 20,
      fromYear: 2019,
      untilYear: 2024,
    });
    const check = checksOf({}, { [digitalPakt.id]: 700_000_00 });
    expect(check).toMatchObject({ plannedUnits: 40, plannedCents: 20_000_00, paidCents: 0 });
    expect(check.perSchool).toEqual({ capCents: 25_000_00, restCents: 5_000_00 });
    expect(check.ofAuthority).toEqual({ capCents: 140_000_00, restCents: 120_000_00 });
  });

  it('cannot check a share of a sum that nobody entered', () => {
    const unknown = { capCents: null, restCents: null };
    expect(checksOf({}).ofAuthority).toEqual(unknown);
    expect(checksOf({}, { [digitalPakt.id]: 0 }).ofAuthority).toEqual(unknown);
    expect(checksOf({}, { OTHER: 700_000_00 }).ofAuthority).toEqual(unknown);
  });

  it('takes off what the programme paid already, and says by how much a cap is exceeded', () => {
    const paid = { categoryId: 'TAB', fundingSource: 'DigitalPakt', purchasePriceCents: 439_00 };
    const check = checksOf({}, { [digitalPakt.id]: 100_000_00 }, [
      aDevice({ ...paid, id: 'set', quantity: 16 }),
      aDevice({ ...paid, id: 'gone', status: 'decommissioned' }),
      aDevice({ ...paid, id: 'no price', purchasePriceCents: null, quantity: 3 }),
      aDevice({ ...paid, id: 'other source', fundingSource: 'Förderverein' }),
      aDevice({ ...paid, id: 'other category', categoryId: 'BEAM' }),
      aDevice({ ...paid, id: 'private', owner: 'private' }),
    ]);
    expect(check).toMatchObject({ paidCents: 17 * 439_00, unpricedPieces: 3 });
    expect(check.perSchool?.restCents).toBe(25_000_00 - 17 * 439_00 - 20_000_00);
    expect(check.perSchool?.restCents).toBeLessThan(0);
    expect(check.ofAuthority?.restCents).toBe(20_000_00 - 17 * 439_00 - 20_000_00);
  });

  it('leaves out a cap that the programme does not have', () => {
    expect(checksOf({ maxPerSchoolCents: null, maxPercentOfAuthority: null })).toMatchObject({
      perSchool: null,
      ofAuthority: null,
    });
  });

  it('tells whether the programme still pays in the years planned for', () => {
    expect(checksOf({})).toMatchObject({ unitsInYears: 0, unitsOutsideYears: 40 });
    expect(checksOf({ untilYear: 2027 })).toMatchObject({ unitsInYears: 40, unitsOutsideYears: 0 });
    expect(checksOf({ fromYear: 2028, untilYear: null })).toMatchObject({ unitsOutsideYears: 40 });
    expect(checksOf({ fromYear: null, untilYear: null })).toMatchObject({ unitsInYears: 40 });
  });
});

describe('isPaidBy', () => {
  it.each([
    'DigitalPakt',
    'Digital-Pakt 2019-2024 (Basis)',
    'digitalpakt-1',
    'DigitalPakt 2021',
    'Mittel DigitalPakt',
    'DigitalPakt M-V',
    'DigitalPakt Schule',
  ])('takes %s for the DigitalPakt 2019–2024', (source) => expect(isPaidBy(source, digitalPakt)).toBe(true));

  it.each([
    null,
    '',
    '–',
    'DigitalPakt 2.0',
    'DigitalPakt 2025',
    'DigitalPakt II',
    'DigitalPakt Schule II',
    'DigitalPakt-III',
    'Zusatz DigitalPakt Administration',
    'DigitalPakt Leihgeräte für Lehrkräfte',
    'Förderverein',
    'Landesmittel',
  ])('does not take %s for it', (source) => expect(isPaidBy(source, digitalPakt)).toBe(false));

  it('takes the words of a supplement for it where the programme is that supplement', () => {
    const supplement = { ...digitalPakt, name: 'DigitalPakt Zusatzvereinbarung Administration' };
    expect(isPaidBy('Zusatz DigitalPakt Administration', supplement)).toBe(true);
  });
});
