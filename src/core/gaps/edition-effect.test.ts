import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../targets/parse-profile.ts';
import { aCategory, aDevice, anInventory, aProfile, aRequirement, aRoom } from '../testing/builders.ts';
import { analyzeGaps } from './analyze-gaps.ts';
import { editionEffect } from './edition-effect.ts';

const VIEW = { asOf: '2026-11-25', stage: null };
const inventory = anInventory({
  rooms: [
    aRoom({ id: 'r1', roomNumber: '101' }),
    aRoom({ id: 'r2', roomNumber: '102' }),
    aRoom({ id: 'r3', roomNumber: '103', roomTypes: [] }),
  ],
  devices: [aDevice({ id: 'd1', roomId: 'r1', categoryId: 'BEAM' })],
});
const before = aProfile({
  requirements: [aRequirement({ id: 'A' }), aRequirement({ id: 'B', categories: ['DOK'] })],
});

describe('editionEffect', () => {
  it('finds nothing between an edition and itself', () => {
    const effect = editionEffect(inventory, before, before, VIEW);
    expect(effect.requirements).toEqual([]);
    expect(effect.roomsAffected).toBe(0);
    expect(effect.after).toEqual(effect.before);
  });

  it('counts rooms, units and euros', () => {
    const after = {
      ...before,
      categories: [aCategory({ id: 'BEAM' }), aCategory({ id: 'DOK', guidePriceCents: 200_00 })],
      requirements: [
        aRequirement({ id: 'A', quantity: { kind: 'fixed', units: 2 } as const }),
        ...before.requirements.slice(1),
      ],
    };
    const effect = editionEffect(inventory, before, after, VIEW);
    expect(effect.requirements).toEqual([
      {
        requirementId: 'A',
        before: { target: 2, gap: 1, costCents: 100_00, isUnknown: false },
        after: { target: 4, gap: 3, costCents: 300_00, isUnknown: false },
        roomsAffected: 2,
      },
      {
        requirementId: 'B',
        before: { target: 2, gap: 2, costCents: 200_00, isUnknown: false },
        after: { target: 2, gap: 2, costCents: 400_00, isUnknown: false },
        roomsAffected: 2,
      },
    ]);
    expect(effect.roomsAffected).toBe(2);
    expect(effect.after.totals.costCents - effect.before.totals.costCents).toBe(400_00);
  });

  it('tells a requirement that is gone and one that is new', () => {
    const after = {
      ...before,
      requirements: [before.requirements[0]!, aRequirement({ id: 'N', group: 'B', categories: ['DOK'] })],
    };
    const effect = editionEffect(inventory, before, after, VIEW);
    expect(
      effect.requirements.map(({ requirementId, before: was, after: is }) => [
        requirementId,
        was?.gap,
        is?.gap,
      ]),
    ).toEqual([
      ['N', undefined, 2],
      ['B', 2, undefined],
    ]);
  });

  it('takes the stage of each edition where one lacks the chosen one', () => {
    const after = { ...before, stages: before.stages.slice(0, 1) };
    expect(editionEffect(inventory, before, after, { ...VIEW, stage: 3 })).toMatchObject({
      before: { stage: 3 },
      after: { stage: 1 },
    });
  });

  it('adds up to the sums of the engine', () => {
    const parsed = parseProfile(
      JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')),
    );
    if (!parsed.ok) throw new Error('profile');
    const issued = parsed.value;
    const school = {
      ...inventory,
      rooms: inventory.rooms.map((room, at) => ({ ...room, roomTypes: [['KR'], ['PC'], ['VW']][at] ?? [] })),
    };
    const none = { ...issued, requirements: [] };
    const effect = editionEffect(school, { ...none, standards: [] }, issued, VIEW);
    const { totals } = analyzeGaps(school, issued, VIEW);
    const sum = (of: 'target' | 'gap' | 'costCents') =>
      effect.requirements.reduce((all, { after }) => all + (after?.[of] ?? 0), 0);
    expect([sum('target'), sum('gap'), sum('costCents')]).toEqual([
      totals.target,
      totals.gap,
      totals.costCents,
    ]);
    expect(totals.gap).toBeGreaterThan(20);
  });
});
