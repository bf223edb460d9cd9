import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { Requirement, TargetProfile } from '#core/targets/target-profile.ts';
import { aDevice, anInventory, aProfile, aRequirement, aRoom, aRoomType } from '#core/testing/builders.ts';
import { gapShifts, standardShifts, targetFigures } from './target-effect.ts';

const VIEW = { asOf: '2026-11-25', stage: 1 };
const inventory = anInventory({
  rooms: [
    aRoom({ id: 'r1', roomNumber: '101' }),
    aRoom({ id: 'r2', roomNumber: '102' }),
    aRoom({
      id: 'r3',
      roomNumber: '103',
      exemptions: [{ requirement: 'A', reason: 'Test', since: '2026-01-01', until: null, isPrivate: false }],
    }),
    aRoom({ id: 'vw', roomNumber: '001', roomTypes: ['VW'] }),
  ],
  devices: [aDevice({ id: 'd1', categoryId: 'BEAM', roomId: 'r1' })],
});
const profileWith = (requirement: Partial<Requirement>): TargetProfile =>
  aProfile({
    roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'VW', scope: 'administration' })],
    requirements: [aRequirement({ id: 'A', ...requirement })],
    standards: [
      {
        id: 'S',
        name: 'S',
        roomTypes: ['KR'],
        parts: [{ group: 'A', replaceableBy: null }],
        basis: 'Test',
        origin: 'proposal',
      },
    ],
  });
const analyse = (requirement: Partial<Requirement> = {}) =>
  analyzeGaps(inventory, profileWith(requirement), VIEW);

describe('targetFigures', () => {
  it('sums the rooms in which the target holds, without exempt ones', () => {
    expect(targetFigures(analyse(), 'A')).toEqual({
      rooms: 2,
      target: 2,
      actual: 1,
      gap: 1,
      costCents: 100_00,
      scored: true,
    });
  });
  it('says when it is not in force', () => {
    expect(targetFigures(analyse({ stage: 2 }), 'A')).toBeNull();
  });
  it('shows rooms that are not scored only where there are no others', () => {
    const rooms = (roomTypes: readonly string[]) =>
      targetFigures(analyse({ appliesTo: { kind: 'rooms', roomTypes } }), 'A');
    expect(rooms(['VW'])).toMatchObject({ rooms: 1, gap: 1, scored: false });
    expect(rooms(['VW', 'KR'])).toMatchObject({ rooms: 2, gap: 1, scored: true });
  });
  it('leaves what is not computable unknown', () => {
    const perTeacher = {
      appliesTo: { kind: 'school' as const },
      quantity: { kind: 'per-teachers' as const, teachersPerUnit: 1 },
    };
    expect(targetFigures(analyse(perTeacher), 'A')).toMatchObject({ rooms: null, target: null, gap: null });
  });
});

describe('gapShifts and standardShifts', () => {
  it('name the rooms whose gap grows or shrinks, and those that leave the standard', () => {
    const more = analyse({ quantity: { kind: 'fixed', units: 2 } });
    expect(gapShifts(analyse(), more)).toEqual({
      opened: [
        { roomId: 'r1', units: 1 },
        { roomId: 'r2', units: 1 },
      ],
      closed: [],
    });
    expect(gapShifts(more, analyse()).closed).toHaveLength(2);
    expect(standardShifts(analyse(), more, 'S')).toEqual({ enters: [], leaves: ['r1'] });
    expect(standardShifts(more, analyse(), 'S')).toEqual({ enters: ['r1'], leaves: [] });
  });
  it('add up to the change of the engine’s total, for every target of the default profile', () => {
    const parsed = parseProfile(
      JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')) as unknown,
    );
    if (!parsed.ok) throw new Error('the default profile does not parse');
    const profile = parsed.value;
    const school = anInventory({
      rooms: profile.roomTypes.map(({ id }) => aRoom({ id, roomNumber: id, roomTypes: [id], seats: 20 })),
      devices: profile.categories.map(({ id }) => aDevice({ id, categoryId: id, roomId: 'KR' })),
      school: { ...inventory.school, pupils: 200, teachers: 12, classes: 8, bandwidthMbit: 20 },
    });
    const before = analyzeGaps(school, profile, { ...VIEW, stage: 3 });
    for (const { id } of profile.requirements) {
      const after = analyzeGaps(
        school,
        {
          ...profile,
          requirements: profile.requirements.map((entry) =>
            entry.id === id ? { ...entry, quantity: { kind: 'fixed', units: 3 } } : entry,
          ),
        },
        { ...VIEW, stage: 3 },
      );
      const { opened, closed } = gapShifts(before, after);
      const sum = (shifts: readonly { readonly units: number }[]): number =>
        shifts.reduce((total, { units }) => total + units, 0);
      expect(sum(opened) - sum(closed), id).toBe(after.totals.gap - before.totals.gap);
    }
  });
});
