import { describe, expect, it } from 'vitest';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
} from '../testing/builders.ts';
import { planEntryChange, planEntryReset, type EntryBase, type EntryIssue } from './check-entry.ts';
import { withOwnChanges, type OwnChange, type ProfileEntry, type ProfileList } from './own-changes.ts';
import type { FundingProgramme, Stage } from './target-profile.ts';

const programme: FundingProgramme = {
  id: 'DP',
  name: 'DigitalPakt',
  categories: ['TAB'],
  maxPerSchoolCents: 25_000_00,
  maxPercentOfAuthority: 20,
  fromYear: 2019,
  untilYear: 2024,
  earmarkYears: null,
  basis: 'Test',
  origin: 'proposal',
};
const issued = aProfile({
  categories: [aCategory({ id: 'BEAM', name: 'Beamer' }), aCategory({ id: 'TAB', name: 'Tablet' })],
  roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'FL' })],
  requirements: [aRequirement({ id: 'A', name: 'Bildgerät' })],
  programmes: [programme],
});
const inventory = anInventory({
  rooms: [aRoom({ id: 'r-1', roomNumber: '101', roomTypes: ['FL'] })],
  devices: [aDevice({ id: 'd-1', categoryId: 'TAB' })],
});
const baseWith = (changes: readonly OwnChange[]): EntryBase => ({
  ...withOwnChanges(issued, changes),
  issued,
  changes,
  inventory,
});
const base = baseWith([]);
const plan = (list: ProfileList, id: string, own: ProfileEntry | null, from = base, isNew = false) =>
  planEntryChange(from, { list, id, own, reason: 'Beschluss', changedOn: '2026-11-25', isNew });
const issueOf = (...wish: Parameters<typeof plan>): EntryIssue | null => {
  const planned = plan(...wish);
  return planned.ok ? null : planned.error;
};
const beamer = (part: Partial<ReturnType<typeof aCategory>>): ProfileEntry<'categories'> =>
  aCategory({ id: 'BEAM', name: 'Beamer', ...part });
const stage = (part: Partial<Stage>): Stage => ({ stage: 2, name: 'Ausbau', dueYear: 2028, ...part });

describe('planEntryChange', () => {
  it('gives the changes to store', () => {
    const planned = plan('categories', 'BEAM', beamer({ guidePriceCents: 2_000_00 }));
    expect(planned.ok && planned.value.map(({ id, reason }) => [id, reason])).toEqual([
      ['BEAM', 'Beschluss'],
    ]);
  });

  it.each([
    [{ serviceLifeYears: 0 }, 'serviceLifeYears'],
    [{ serviceLifeYears: 51 }, 'serviceLifeYears'],
    [{ guidePriceCents: -1 }, 'guidePriceCents'],
    [{ guidePriceCents: 1_000_000_01 }, 'guidePriceCents'],
    [{ guidePriceCents: Number.NaN }, 'guidePriceCents'],
    [{ piecesPerUnit: 0 }, 'piecesPerUnit'],
  ] as const)('refuses %o of a category', (part, field) => {
    expect(issueOf('categories', 'BEAM', beamer(part))).toMatchObject({ code: 'OUT_OF_RANGE', field });
  });
  it('takes the limits themselves', () => {
    expect(
      issueOf('categories', 'BEAM', beamer({ guidePriceCents: 1_000_000_00, serviceLifeYears: 50 })),
    ).toBeNull();
  });
  it('does not hold against a change what the profile brought along', () => {
    const odd = aProfile({ categories: [aCategory({ id: 'BEAM', piecesPerUnit: 2000 })] });
    const from: EntryBase = { issued: odd, profile: odd, leftOut: [], changes: [], inventory };
    expect(
      issueOf('categories', 'BEAM', beamer({ piecesPerUnit: 2000, guidePriceCents: 1 }), from),
    ).toBeNull();
  });

  it('refuses an empty name, and a name that another entry has', () => {
    expect(issueOf('categories', 'BEAM', beamer({ name: ' ' }))).toEqual({ code: 'MISSING', field: 'name' });
    expect(issueOf('categories', 'BEAM', beamer({ name: 'tablet' }))).toEqual({
      code: 'NAME_DOUBLED',
      name: 'tablet',
    });
  });
  it('refuses what fits no profile', () => {
    expect(issueOf('categories', 'BEAM', beamer({ name: 'x'.repeat(2001) }))).toEqual({ code: 'STRUCTURE' });
    expect(issueOf('categories', 'BEAM', beamer({ guidePriceCents: 1.5 }))).toEqual({ code: 'STRUCTURE' });
  });
  it('refuses an id that names nothing', () => {
    expect(issueOf('requirements', 'A', aRequirement({ id: 'A', categories: ['GONE'] }))).toMatchObject({
      code: 'CONTRADICTION',
      issue: { code: 'UNKNOWN_CATEGORY', detail: 'GONE' },
    });
  });

  it('says what needs an entry that is to be suspended', () => {
    expect(issueOf('categories', 'BEAM', null)).toEqual({
      code: 'IN_USE',
      uses: [{ by: 'requirements', names: ['Bildgerät'], count: 1 }],
    });
    expect(issueOf('categories', 'TAB', null)).toEqual({
      code: 'IN_USE',
      uses: [
        { by: 'programmes', names: ['DigitalPakt'], count: 1 },
        { by: 'devices', names: [], count: 1 },
      ],
    });
    expect(issueOf('roomTypes', 'FL', null)).toEqual({
      code: 'IN_USE',
      uses: [{ by: 'rooms', names: ['101'], count: 1 }],
    });
    expect(issueOf('stages', '1', null)).toMatchObject({ code: 'IN_USE' });
    expect(issueOf('stages', '3', null)).toBeNull();
    expect(issueOf('programmes', 'DP', null)).toBeNull();
  });

  it('keeps stages apart and their years ascending', () => {
    expect(issueOf('stages', '2', stage({ name: 'Noch eine' }), base, true)).toEqual({
      code: 'STAGE_DOUBLED',
      stage: 2,
    });
    expect(issueOf('stages', '4', stage({ stage: 4, name: 'Vierte', dueYear: 2030 }), base, true)).toBeNull();
    expect(issueOf('stages', '2', stage({ dueYear: 2029 }))).toMatchObject({
      code: 'YEARS_NOT_ASCENDING',
      isAfter: false,
      other: { stage: 3 },
    });
    expect(issueOf('stages', '2', stage({ dueYear: 2027 }))).toMatchObject({
      code: 'YEARS_NOT_ASCENDING',
      isAfter: true,
      other: { stage: 1 },
    });
    expect(issueOf('stages', '2', stage({ dueYear: 1999 }))).toMatchObject({ code: 'OUT_OF_RANGE' });
  });
  it('keeps the last stage', () => {
    const only = aProfile({ stages: [stage({ stage: 1 })] });
    const from: EntryBase = { issued: only, profile: only, leftOut: [], changes: [], inventory };
    expect(issueOf('stages', '1', null, from)).toEqual({ code: 'LAST_STAGE' });
  });

  it('checks percent and years of a programme', () => {
    expect(issueOf('programmes', 'DP', { ...programme, maxPercentOfAuthority: 101 })).toMatchObject({
      code: 'OUT_OF_RANGE',
      field: 'maxPercentOfAuthority',
    });
    expect(issueOf('programmes', 'DP', { ...programme, untilYear: 2018 })).toEqual({
      code: 'YEARS_REVERSED',
      fromYear: 2019,
      untilYear: 2018,
    });
    expect(issueOf('programmes', 'DP', { ...programme, categories: [] })).toEqual({
      code: 'MISSING',
      field: 'categories',
    });
  });
});

describe('planEntryReset', () => {
  const resultOf = (...wish: Parameters<typeof plan>): readonly OwnChange[] => {
    const planned = plan(...wish);
    return planned.ok ? planned.value : [];
  };

  const withAdded = resultOf('categories', 'S-CAM', aCategory({ id: 'S-CAM', name: 'Kamera' }));

  it('takes the change away', () => {
    expect(planEntryReset(baseWith(withAdded), 'categories', 'S-CAM')).toEqual({ ok: true, value: [] });
  });
  it('refuses to remove what another change of the school needs', () => {
    const both = resultOf(
      'requirements',
      'A',
      aRequirement({ id: 'A', name: 'Bildgerät', categories: ['S-CAM'] }),
      baseWith(withAdded),
    );
    const planned = planEntryReset(baseWith(both), 'categories', 'S-CAM');
    expect(planned).toMatchObject({ ok: false, error: { code: 'IN_USE' } });
  });
  it('refuses a reset after which the years of the stages are out of order', () => {
    const later = resultOf('stages', '2', stage({ dueYear: 2030 }), baseWith(resultOf('stages', '3', null)));
    const first = { stage: 1, name: 'Grundausstattung', dueYear: 2029 };
    const both = resultOf('stages', '1', first, baseWith(later));
    expect(planEntryReset(baseWith(both), 'stages', '2')).toMatchObject({
      ok: false,
      error: { code: 'YEARS_NOT_ASCENDING', other: { stage: 1 } },
    });
  });
  it('refuses a reset for which another change of the school would be left out', () => {
    const dependsOn = (id: string, of: string) =>
      aRequirement({
        id,
        name: id,
        group: 'A',
        appliesTo: { kind: 'school' },
        quantity: { kind: 'dependent', of: [of], multiply: 1, divide: 1 },
      });
    const fixed = (id: string) => aRequirement({ id, name: id, group: 'A', appliesTo: { kind: 'school' } });
    const circle = aProfile({ requirements: [dependsOn('A', 'B'), fixed('B')] });
    const from = (changes: readonly OwnChange[]): EntryBase => ({
      ...withOwnChanges(circle, changes),
      issued: circle,
      changes,
      inventory,
    });
    const freed = resultOf('requirements', 'A', fixed('A'), from([]));
    const turned = resultOf('requirements', 'B', dependsOn('B', 'A'), from(freed));
    expect(planEntryReset(from(turned), 'requirements', 'A')).toMatchObject({
      ok: false,
      error: { code: 'CONTRADICTION', issue: { code: 'CIRCULAR' } },
    });
  });
});
