import { describe, expect, it } from 'vitest';
import { aCategory, aProfile, aRequirement } from '../testing/builders.ts';
import { changeEntry, resetEntry, withOwnChanges, type OwnChange } from './own-changes.ts';

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
