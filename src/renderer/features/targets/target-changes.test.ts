import { describe, expect, it } from 'vitest';
import { withOwnChanges } from '#core/targets/own-changes.ts';
import { aProfile, aRequirement } from '#core/testing/builders.ts';
import { newTarget, newTargetId, withoutTarget, withTarget, withTargetAsIssued } from './target-changes.ts';

const NOTE = { reason: 'Beschluss', changedOn: '2026-11-25' };
const issued = aProfile({ requirements: [aRequirement({ id: 'A' }), aRequirement({ id: 'B' })] });

describe('own targets', () => {
  it('bring their column along and take it away again', () => {
    const own = { ...newTarget('S-1', issued), name: 'Beamer im Keller', basis: 'Beschluss' };
    const changes = withTarget(issued, [], own, NOTE);
    expect(withOwnChanges(issued, changes).leftOut).toEqual([]);
    expect(withOwnChanges(issued, changes).profile.groups.at(-1)).toEqual({
      id: 'S-1',
      name: 'Beamer im Keller',
      shortName: 'Beamer im Ke',
    });
    expect(withTargetAsIssued(changes, 'S-1')).toEqual([]);
    expect(withoutTarget(issued, changes, 'S-1', NOTE)).toEqual([]);
  });
  it('leave their column to another target that stands in it', () => {
    const own = { ...newTarget('S-1', issued), name: 'Beamer', basis: 'Beschluss' };
    const changes = withTarget(
      issued,
      withTarget(issued, [], own, NOTE),
      { ...aRequirement({ id: 'A' }), group: 'S-1' },
      NOTE,
    );
    const without = withTargetAsIssued(changes, 'S-1');
    expect(without.map(({ list, id }) => `${list} ${id}`)).toEqual(['groups S-1', 'requirements A']);
    expect(withOwnChanges(issued, without).leftOut).toEqual([]);
  });
  it('get an id that nothing else has', () => {
    const own = { ...newTarget('S-1', issued), name: 'Beamer', basis: 'Beschluss' };
    expect(newTargetId(issued, [], [])).toBe('S-1');
    expect(newTargetId(issued, withTarget(issued, [], own, NOTE), ['S-2'])).toBe('S-3');
  });
  it('suspend an issued target and let it hold again', () => {
    const changes = withoutTarget(issued, [], 'A', NOTE);
    expect(withOwnChanges(issued, changes).profile.requirements.map(({ id }) => id)).toEqual(['B']);
    expect(withTargetAsIssued(changes, 'A')).toEqual([]);
  });
});
