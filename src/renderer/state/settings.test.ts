import { describe, expect, it } from 'vitest';
import { profileKey } from '#core/history/change-set.ts';
import type { OwnChange } from '#core/targets/own-changes.ts';
import { aProfile, aRequirement } from '#core/testing/builders.ts';
import { profileOfKey } from './profile-of-key.ts';
import { ownChangesOf, readSetting, settingChange, SETTINGS } from './settings.ts';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const CHANGE: OwnChange = {
  list: 'requirements',
  id: 'A',
  issued: aRequirement({ id: 'A' }),
  own: aRequirement({ id: 'A', priority: 'could', origin: 'school' }),
  reason: 'Beschluss',
  changedOn: '2026-11-25',
};
/** As it comes back from where it was stored. */
const stored = (id: string, value: unknown): ReadonlyMap<string, unknown> =>
  new Map([[id, structuredClone(value)]]);

describe.each(NAMES)('a profile or programme with the id %s', (id) => {
  const profile = aProfile({ id, requirements: [aRequirement({ id: 'A' })] });
  const change = settingChange(new Map(), SETTINGS.ownChanges, { [id]: [CHANGE] });
  const value = change.entity === 'setting' ? change.after?.value : null;

  it('has no changes of its own before there are any', () => {
    expect(ownChangesOf(new Map(), id)).toEqual([]);
    expect(ownChangesOf(stored('own-changes', { mv: [CHANGE] }), id)).toEqual([]);
    const other = aProfile();
    expect(
      profileOfKey({ profile: other, profiles: [other, profile], settings: new Map() }, profileKey(profile)),
    ).toEqual(profile);
  });
  it('has those that were stored', () => {
    expect(ownChangesOf(stored('own-changes', value), id)).toEqual([CHANGE]);
  });
  it('has the sum that was stored', () => {
    const sums = readSetting(stored('programme-sums', { [id]: 500_00 }), SETTINGS.programmeSums);
    expect(Object.entries(sums)).toEqual([[id, 500_00]]);
  });
});

describe('records by id', () => {
  it.each([null, 7, 'text', [], [['a', 1]], { a: 'b' }])('are absent where %j is stored', (value) => {
    expect(readSetting(stored('programme-sums', value), SETTINGS.programmeSums)).toBe(
      SETTINGS.programmeSums.fallback,
    );
  });
  it('are the same object as long as the same value is stored', () => {
    const settings = stored('own-changes', { mv: [CHANGE] });
    expect(ownChangesOf(settings, 'mv')).toBe(ownChangesOf(settings, 'mv'));
    expect(ownChangesOf(settings, 'other')).toBe(ownChangesOf(settings, 'another'));
  });
});
