import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameValue } from '../history/same-value.ts';
import { aCategory, aProfile, aRequirement } from '../testing/builders.ts';
import { changeEntry, findEntry, withOwnChanges, type OwnChange } from './own-changes.ts';
import { findContradictions } from './parse-profile.ts';
import { rebaseOwnChanges, resolveRebase, type RebaseConflict } from './rebase-own-changes.ts';
import type { Check, Requirement, TargetProfile } from './target-profile.ts';

const CATEGORIES = ['BEAM', 'DISP', 'DOK'] as const;
const profile = (requirements: readonly Requirement[], checks: readonly Check[] = []): TargetProfile =>
  aProfile({
    categories: CATEGORIES.map((id) => aCategory({ id })),
    groups: ['A', 'B', 'C', 'D', 'N'].map((id) => ({ id, name: id, shortName: id })),
    roomTypes: [{ id: 'KR', name: 'KR', scope: 'teaching' }],
    requirements,
    checks,
  });
const issued = profile([aRequirement({ id: 'A' }), aRequirement({ id: 'B' })]);
const own = (
  wish: Requirement | null,
  id: string,
  before: readonly OwnChange[] = [],
  base = issued,
): readonly OwnChange[] =>
  changeEntry(base, before, {
    list: 'requirements',
    id,
    own: wish,
    reason: 'Beschluss',
    changedOn: '2026-11-25',
  });
const kindsOf = (next: TargetProfile, changes: readonly OwnChange[]): readonly string[] =>
  rebaseOwnChanges(next, changes).map((outcome) =>
    outcome.kind === 'conflict'
      ? `${outcome.reason} ${outcome.fields.map(({ field }) => field).join()}`
      : outcome.kind,
  );

describe('rebaseOwnChanges', () => {
  it('keeps both words where they are about different fields', () => {
    const next = profile([aRequirement({ id: 'A', basis: 'neu' }), aRequirement({ id: 'B' })]);
    const changes = own(aRequirement({ id: 'A', priority: 'could' }), 'A');
    const rebased = rebaseOwnChanges(next, changes);
    const kept = resolveRebase(rebased, () => 'new');
    expect(withOwnChanges(next, kept).profile.requirements[0]).toMatchObject({
      basis: 'neu',
      priority: 'could',
      origin: 'school',
    });
    expect(kept[0]?.issued).toEqual(next.requirements[0]);
  });
  it('drops what the edition adopted itself', () => {
    const next = profile([aRequirement({ id: 'A', priority: 'could', stage: 2 }), aRequirement({ id: 'B' })]);
    expect(kindsOf(next, own(aRequirement({ id: 'A', priority: 'could' }), 'A'))).toEqual(['adopted']);
    expect(kindsOf(profile([aRequirement({ id: 'B' })]), own(null, 'A'))).toEqual(['adopted']);
  });
  it('names the field that both changed, and lets either word stand', () => {
    const next = profile([
      aRequirement({ id: 'A', priority: 'should', stage: 2 }),
      aRequirement({ id: 'B' }),
    ]);
    const changes = own(aRequirement({ id: 'A', priority: 'could', dueYear: 2031 }), 'A');
    expect(kindsOf(next, changes)).toEqual(['same-field priority']);
    const after = (choice: 'own' | 'new') =>
      withOwnChanges(
        next,
        resolveRebase(rebaseOwnChanges(next, changes), () => choice),
      ).profile.requirements[0];
    expect(after('own')).toMatchObject({ priority: 'could', stage: 2, dueYear: 2031 });
    expect(after('new')).toMatchObject({ priority: 'should', stage: 2, dueYear: 2031 });
  });
  it('asks about an entry that the edition removed', () => {
    const next = profile([aRequirement({ id: 'B' })]);
    const changes = own(aRequirement({ id: 'A', priority: 'could' }), 'A');
    expect(kindsOf(next, changes)).toEqual(['removed ']);
    expect(resolveRebase(rebaseOwnChanges(next, changes), () => 'new')).toEqual([]);
    const [kept] = resolveRebase(rebaseOwnChanges(next, changes), () => 'own');
    expect(kept).toMatchObject({ issued: null, own: { id: 'A', priority: 'could' } });
  });
  it('keeps what is suspended and what was added', () => {
    const next = profile([aRequirement({ id: 'A', stage: 2 }), aRequirement({ id: 'B' })]);
    expect(kindsOf(next, own(null, 'A', own(aRequirement({ id: 'N' }), 'N')))).toEqual(['kept', 'kept']);
  });
  it('asks where both added an entry of the same id', () => {
    const next = profile([...issued.requirements, aRequirement({ id: 'N', priority: 'should' })]);
    expect(kindsOf(next, own(aRequirement({ id: 'N', priority: 'could' }), 'N'))).toEqual([
      'also-added priority',
    ]);
  });
  it('asks about what contradicts the edition', () => {
    const changes = own(aRequirement({ id: 'A', categories: ['DOK'] }), 'A');
    const next = { ...issued, categories: issued.categories.filter(({ id }) => id !== 'DOK') };
    const [outcome] = rebaseOwnChanges(next, changes);
    expect(outcome).toMatchObject({
      kind: 'conflict',
      reason: 'contradicts',
      issue: { code: 'UNKNOWN_CATEGORY' },
    });
  });
  it('takes what belongs to a kind of check as one', () => {
    const base = {
      id: 'K',
      name: 'K',
      schoolTypes: null,
      stage: 1,
      dueYear: null,
      ladder: null,
      basis: 'x',
      origin: 'mep',
    } as const;
    const speed = (atLeast: number): Check => ({ ...base, kind: 'bandwidth', atLeast, perPupil: null });
    const share: Check = { ...base, kind: 'room-share', roomTypes: ['KR'], has: 'wlan', wanted: 1 };
    const [change] = changeEntry(profile([], [speed(50)]), [], {
      list: 'checks',
      id: 'K',
      own: speed(100),
      reason: '',
      changedOn: '2026-11-25',
    });
    const next = profile([], [{ ...share, name: 'neu' }]);
    const rebased = rebaseOwnChanges(next, change === undefined ? [] : [change]);
    expect(rebased).toMatchObject([{ reason: 'same-field', fields: [{ field: 'kind' }] }]);
    const [kept] = resolveRebase(rebased, () => 'own');
    expect(kept?.own).toEqual({ ...speed(100), name: 'neu' });
    expect(resolveRebase(rebased, () => 'new')).toEqual([]);
  });

  const requirement = (id: string): fc.Arbitrary<Requirement> =>
    fc
      .record({
        name: fc.constantFrom('eins', 'zwei'),
        priority: fc.constantFrom('must', 'should', 'could'),
        stage: fc.constantFrom(1, 2),
        categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
        basis: fc.constantFrom('alt', 'neu'),
      })
      .map((fields) => aRequirement({ id, group: 'A', ...fields }));
  const edition = fc
    .tuple(...['A', 'B', 'C', 'D'].map((id) => fc.option(requirement(id), { nil: null, freq: 5 })))
    .chain((entries) =>
      fc.subarray([...CATEGORIES], { minLength: 2 }).map((categories) => ({ entries, categories })),
    )
    .map(({ entries, categories }) => ({
      ...profile(
        entries
          .flatMap((entry) =>
            entry === null
              ? []
              : [
                  {
                    ...entry,
                    categories: entry.categories.filter((id) =>
                      (categories as readonly string[]).includes(id),
                    ),
                  },
                ],
          )
          .filter(({ categories: left }) => left.length > 0),
      ),
      categories: categories.map((id) => aCategory({ id })),
    }));
  const wishes = fc
    .tuple(
      ...['A', 'B', 'C', 'D', 'N'].map((id) =>
        fc.option(fc.option(requirement(id), { nil: null }), { nil: undefined }),
      ),
    )
    .map((all) => all.map((wish, index) => ({ id: ['A', 'B', 'C', 'D', 'N'][index] ?? '', wish })));

  it('loses no word of the school without saying so', () => {
    fc.assert(
      fc.property(edition, edition, wishes, fc.boolean(), (old, next, all, choosesOwn) => {
        let changes: readonly OwnChange[] = [];
        for (const { id, wish } of all) if (wish !== undefined) changes = own(wish, id, changes, old);
        const rebased = rebaseOwnChanges(next, changes);
        expect(rebased.map(({ change }) => change)).toEqual(changes);
        const choice = (): 'own' | 'new' => (choosesOwn ? 'own' : 'new');
        const resolved = resolveRebase(rebased, choice);
        for (const outcome of rebased) {
          const { change } = outcome;
          const there = findEntry(next, 'requirements', change.id) ?? null;
          const result = resolved.find(({ id }) => id === change.id);
          const mustHold = (where: object | null | undefined, field: string): void =>
            expect(Reflect.get(where ?? {}, field)).toEqual(Reflect.get(change.own ?? {}, field));
          const changed =
            change.own === null
              ? []
              : Object.keys(change.own).filter(
                  (field) =>
                    field !== 'origin' &&
                    (change.issued === null ||
                      !isSameValue(Reflect.get(change.own ?? {}, field), Reflect.get(change.issued, field))),
                );
          if (outcome.kind === 'adopted') {
            if (change.own === null) expect(there).toBeNull();
            for (const field of changed) mustHold(there, field);
          } else if (outcome.kind === 'kept') {
            expect(result?.own === null).toBe(change.own === null);
            for (const field of changed) mustHold(result?.own, field);
          } else if (choosesOwn) {
            for (const field of changed) mustHold(result?.own, field);
          } else if (outcome.reason === 'same-field') {
            // The edition's word in the fields in conflict, the school's in all others.
            const inConflict = new Set(outcome.fields.map(({ field }) => field));
            expect(inConflict.size).toBeGreaterThan(0);
            for (const field of changed) {
              if (inConflict.has(field))
                expect(Reflect.get(result?.own ?? there ?? {}, field)).toEqual(
                  Reflect.get(there ?? {}, field),
                );
              else mustHold(result?.own ?? there, field);
            }
          }
        }
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  it('gives an edition that can be compared with, without anything left out that was not asked about', () => {
    fc.assert(
      fc.property(edition, edition, wishes, (old, next, all) => {
        fc.pre(findContradictions(next).length === 0);
        let changes: readonly OwnChange[] = [];
        for (const { id, wish } of all) if (wish !== undefined) changes = own(wish, id, changes, old);
        const rebased = rebaseOwnChanges(next, changes);
        const kept = rebased.flatMap((outcome) => (outcome.kind === 'kept' ? [outcome.result] : []));
        const { profile: result, leftOut } = withOwnChanges(next, kept);
        expect(leftOut).toEqual([]);
        expect(findContradictions(result)).toEqual([]);
        // Carried over once more, nothing is left to ask.
        const again = rebaseOwnChanges(
          next,
          resolveRebase(rebased, () => 'new'),
        );
        const asked = again.filter((outcome): outcome is RebaseConflict => outcome.kind === 'conflict');
        expect(asked.filter(({ reason }) => reason !== 'contradicts')).toEqual([]);
      }),
      { numRuns: 2000, seed: 12 },
    );
  });
});
