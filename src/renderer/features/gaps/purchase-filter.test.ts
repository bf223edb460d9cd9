import { expect, it } from 'vitest';
import { aProfile, aRequirement } from '#core/testing/builders.ts';
import { ALL_PURCHASES, filterChoices, withinChoices } from './purchase-filter.ts';

const profile = {
  ...aProfile({ requirements: [aRequirement({ id: 'R', dueYear: 2031 })] }),
  stages: [
    { stage: 1, dueYear: 2027, name: '' },
    { stage: 2, dueYear: 2029, name: '' },
  ],
};

it('offers the stages up to the one of the comparison, and every year of the profile once', () => {
  expect(filterChoices(profile, 1)).toEqual({ stages: [1], years: [2027, 2029, 2031] });
});

it('lets go of a stage above the one that is compared, and of a year that no target has', () => {
  const filter = { ...ALL_PURCHASES, priority: 'must', stage: 2, dueYear: 2040 } as const;
  expect(withinChoices(filter, filterChoices(profile, 2))).toEqual({ ...filter, dueYear: null });
  expect(withinChoices(filter, filterChoices(profile, 1))).toEqual({ ...ALL_PURCHASES, priority: 'must' });
});
