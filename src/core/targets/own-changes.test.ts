import { describe, expect, it } from 'vitest';
import { aCategory, aProfile, aRequirement } from '../testing/builders.ts';
import { changeEntry, resetEntry, withOwnChanges, type OwnChange } from './own-changes.ts';
import { ownChangeSchema } from './parse-profile.ts';

const issued = aProfile({
  categories: [aCategory({ id: 'BEAM' }), aCategory({ id: 'DISP' })],
  requirements: [aRequirement({ id: 'A' }), aRequirement({ id: 'B', categories: ['DISP'] })],
});
const change = (
  own: OwnChange['own'],
  id: string,
  list: OwnChange['list'] = 'requirements',
  before: readonly OwnChange[] = [],
): readonly OwnChange[] =>
  changeEntry(issued, before, { list, id, own, reason: 'Beschluss', changedOn: '2026-11-25' });

describe('withOwnChanges', () => {
  it('gives the same object where nothing was changed', () => {
    expect(withOwnChanges(issued, []).profile).toBe(issued);
  });
  it('replaces an entry in its place and says that it is the school’s', () => {
    const { profile } = withOwnChanges(issued, change(aRequirement({ id: 'A', priority: 'could' }), 'A'));
    expect(profile.requirements.map(({ id, priority, origin }) => [id, priority, origin])).toEqual([
      ['A', 'could', 'school'],
      ['B', 'must', 'proposal'],
    ]);
    expect(issued.requirements[0]?.priority).toBe('must');
  });
  it('adds behind and leaves out what is suspended', () => {
    const added = change(aRequirement({ id: 'C', group: 'A' }), 'C');
    const { profile } = withOwnChanges(issued, change(null, 'A', 'requirements', added));
    expect(profile.requirements.map(({ id }) => id)).toEqual(['B', 'C']);
  });
  it('leaves out a change that contradicts the profile, and names it', () => {
    const foreign = change(aRequirement({ id: 'A', categories: ['GONE'] }), 'A');
    const { profile, leftOut } = withOwnChanges(issued, foreign);
    expect(profile.requirements[0]?.categories).toEqual(['BEAM']);
    expect(leftOut.map(({ change: { id }, issue }) => [id, issue.code])).toEqual([['A', 'UNKNOWN_CATEGORY']]);
  });
  it('leaves out the suspension of a category that a requirement needs', () => {
    const { profile, leftOut } = withOwnChanges(issued, change(null, 'DISP', 'categories'));
    expect(profile.categories).toHaveLength(2);
    expect(leftOut).toHaveLength(1);
  });
});

describe('a profile that contradicts itself', () => {
  const odd = { ...issued, requirements: [...issued.requirements, aRequirement({ id: 'X', stage: 9 })] };
  it('takes the changes that have nothing to do with it', () => {
    const { profile, leftOut } = withOwnChanges(
      odd,
      change(aRequirement({ id: 'A', priority: 'could' }), 'A'),
    );
    expect(leftOut).toEqual([]);
    expect(profile.requirements[0]?.priority).toBe('could');
  });
  it('still leaves out what contradicts it besides', () => {
    const foreign = change(aRequirement({ id: 'A', categories: ['GONE'] }), 'A');
    expect(withOwnChanges(odd, foreign).leftOut.map(({ issue }) => issue.code)).toEqual(['UNKNOWN_CATEGORY']);
  });
});

describe('ownChangeSchema', () => {
  const stored = { ...change(aRequirement({ id: 'A', stage: 2 }), 'A')[0] };
  it('takes what was stored', () => {
    expect(ownChangeSchema.safeParse(stored).success).toBe(true);
    const stages = change({ stage: 4, name: 'Ausblick', dueYear: 2031 }, '4', 'stages');
    expect(ownChangeSchema.safeParse(stages[0]).success).toBe(true);
  });
  it('refuses entries of another id: they would stand in the profile under a name that nobody finds', () => {
    expect(ownChangeSchema.safeParse({ ...stored, id: 'B' }).success).toBe(false);
    expect(ownChangeSchema.safeParse({ ...stored, own: aRequirement({ id: 'B' }) }).success).toBe(false);
    expect(ownChangeSchema.safeParse({ ...stored, issued: aRequirement({ id: 'B' }) }).success).toBe(false);
  });
});

describe('changeEntry and resetEntry', () => {
  it('keeps what was issued when the entry was changed', () => {
    expect(change(aRequirement({ id: 'A', stage: 2 }), 'A')[0]?.issued).toEqual(issued.requirements[0]);
  });
  it('needs no change for an entry that is as issued again', () => {
    const once = change(aRequirement({ id: 'A', stage: 2 }), 'A');
    expect(change(aRequirement({ id: 'A', origin: 'school' }), 'A', 'requirements', once)).toEqual([]);
    expect(resetEntry(once, 'requirements', 'A')).toEqual([]);
  });
  it('forgets an added entry that is suspended', () => {
    expect(change(null, 'C', 'requirements', change(aRequirement({ id: 'C' }), 'C'))).toEqual([]);
  });
});
