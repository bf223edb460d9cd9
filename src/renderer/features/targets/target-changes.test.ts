import { describe, expect, it } from 'vitest';
import { withOwnChanges } from '#core/targets/own-changes.ts';
import { anInventory, aProfile, aRequirement } from '#core/testing/builders.ts';
import type { EntryBase } from '#core/targets/check-entry.ts';
import type { OwnChange } from '#core/targets/own-changes.ts';
import { SETTINGS } from '#state/settings.ts';
import {
  newTarget,
  newTargetId,
  planTarget,
  planTargetAsIssued,
  planWithoutTarget,
  withoutTarget,
  withTarget,
  withTargetAsIssued,
} from './target-changes.ts';

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

describe('a step that would be lost or left out afterwards', () => {
  const baseOf = (changes: readonly OwnChange[]): EntryBase => ({
    ...withOwnChanges(issued, changes),
    issued,
    changes,
    inventory: anInventory(),
  });
  const first = { ...newTarget('S-1', issued), name: 'Tablet', basis: 'Beschluss' };
  const second = {
    ...newTarget('S-2', issued),
    name: 'Koffer',
    basis: 'Beschluss',
    appliesTo: { kind: 'school' as const },
    quantity: { kind: 'dependent' as const, of: ['S-1'], multiply: 1, divide: 16 },
  };
  const both = withTarget(issued, withTarget(issued, [], first, NOTE), second, NOTE);

  it.each([
    ['a basis', { basis: 'x'.repeat(2001) }],
    ['a name', { name: 'x'.repeat(2001) }],
    ['units', { quantity: { kind: 'fixed' as const, units: 10_001 } }],
  ])('is refused for %s that no profile holds', (_what, part) => {
    expect(planTarget(baseOf([]), { ...first, ...part }, NOTE)).toEqual({
      ok: false,
      error: { code: 'STRUCTURE' },
    });
  });
  it('is refused for a reason that is too long', () => {
    const note = { ...NOTE, reason: 'x'.repeat(2001) };
    expect(planTarget(baseOf([]), first, note)).toMatchObject({ ok: false, error: { code: 'STRUCTURE' } });
    expect(planWithoutTarget(baseOf([]), 'A', note)).toMatchObject({
      ok: false,
      error: { code: 'STRUCTURE' },
    });
  });
  it('is refused for a target that another one depends on', () => {
    for (const planned of [
      planTargetAsIssued(baseOf(both), 'S-1'),
      planWithoutTarget(baseOf(both), 'S-1', NOTE),
    ])
      expect(planned).toMatchObject({
        ok: false,
        error: { code: 'IN_USE', uses: [{ by: 'requirements', names: ['Koffer'] }] },
      });
  });
  it('is otherwise what is read back, with the column', () => {
    expect(planTarget(baseOf(withTarget(issued, [], first, NOTE)), second, NOTE)).toEqual({
      ok: true,
      value: both,
    });
    expect(SETTINGS.ownChanges.parse({ test: both })).toEqual({ test: both });
    const without = planTargetAsIssued(baseOf(both), 'S-2');
    expect(without).toEqual({ ok: true, value: withTarget(issued, [], first, NOTE) });
  });
});
