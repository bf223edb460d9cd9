import { describe, expect, it } from 'vitest';
import { aProfile, aRequirement } from '../testing/builders.ts';
import { readProfileValue } from './repair-profile.ts';

describe('readProfileValue', () => {
  it('strikes out a name that stands twice where that changes nothing, and says so', () => {
    const profile = aProfile({ requirements: [aRequirement({ id: 'A', categories: ['X', 'Y', 'X '] })] });
    const read = readProfileValue({
      ...profile,
      categories: profile.categories.filter(({ id }) => id !== 'X '),
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        profile: { requirements: [{ categories: ['X', 'Y'] }] },
        repairs: [
          { code: 'SPACES' },
          { code: 'NAMED_TWICE', path: ['requirements', 0, 'categories', 2], detail: 'X' },
        ],
      },
    });
  });
  it('refuses a grade that stands twice: whether it is to count twice, only the author knows', () => {
    const profile = aProfile({
      requirements: [
        aRequirement({
          id: 'A',
          appliesTo: { kind: 'school' },
          quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 5, grades: ['5', '5'] }] },
        }),
      ],
    });
    expect(readProfileValue(profile)).toMatchObject({
      ok: false,
      error: [{ code: 'NAMED_TWICE', detail: '5' }],
    });
  });
});
