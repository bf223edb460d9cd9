import { describe, expect, it } from 'vitest';
import { changeEntry, withOwnChanges } from '#core/targets/own-changes.ts';
import { aCategory, aProfile, aRequirement, aRoomType } from '#core/testing/builders.ts';
import { targetEntries } from './target-entries.ts';
import { searchEntries, targetRows, type Grouping } from './target-rows.ts';

const issued = aProfile({
  categories: [aCategory({ id: 'BEAM', name: 'Beamer' }), aCategory({ id: 'TAB', name: 'Tablet' })],
  roomTypes: [aRoomType({ id: 'KR', name: 'Klassenraum' }), aRoomType({ id: 'AU', name: 'Aula' })],
  requirements: [
    aRequirement({
      id: 'Q',
      name: 'Tablets',
      appliesTo: { kind: 'school' },
      categories: ['TAB'],
      priority: 'could',
    }),
    aRequirement({ id: 'A', name: 'Bild', appliesTo: { kind: 'rooms', roomTypes: ['AU', 'KR'] } }),
    aRequirement({ id: 'B', name: 'Ton', appliesTo: { kind: 'rooms', roomTypes: ['AU'] } }),
  ],
});
const NOTE = { reason: 'Test', changedOn: '2026-11-25' };
const changes = changeEntry(
  issued,
  changeEntry(issued, [], { list: 'requirements', id: 'B', own: null, ...NOTE }),
  { list: 'requirements', id: 'A', own: aRequirement({ ...issued.requirements[1]!, stage: 2 }), ...NOTE },
);
const { profile } = withOwnChanges(issued, changes);
const entries = targetEntries(issued, profile, changes, new Map());
const shown = (grouping: Grouping, collapsed: readonly string[] = []): readonly string[] =>
  targetRows(entries, profile, grouping, new Set(collapsed), 'Ganze Schule').map((row) =>
    row.kind === 'group' ? `${row.name} ${row.count}` : `- ${row.entry.requirement.id} ${row.entry.state}`,
  );

describe('targetRows', () => {
  it('puts a target under each of its room types and the school last', () => {
    expect(shown('roomType')).toEqual([
      'Klassenraum 1',
      '- A changed',
      'Aula 2',
      '- A changed',
      '- B suspended',
      'Ganze Schule 1',
      '- Q issued',
    ]);
  });
  it('groups by preferred category and by priority', () => {
    expect(shown('category')).toEqual(['Beamer 2', '- A changed', '- B suspended', 'Tablet 1', '- Q issued']);
    expect(shown('priority')).toEqual([
      'Pflicht 2',
      '- A changed',
      '- B suspended',
      'Wunsch 1',
      '- Q issued',
    ]);
  });
  it('shows of a collapsed group only its head', () => {
    expect(shown('priority', ['priority must'])).toEqual(['Pflicht 2', 'Wunsch 1', '- Q issued']);
  });
  it('finds by name, id and category', () => {
    const found = (search: string) =>
      searchEntries(entries, profile, search).map(({ requirement: { id } }) => id);
    expect(found('beamer bild')).toEqual(['A']);
    expect(found('TABLET')).toEqual(['Q']);
    expect(found('')).toEqual(['Q', 'A', 'B']);
  });
});

describe('targetEntries', () => {
  it('shows a new target and one that is being edited as not saved', () => {
    const [, bild] = entries;
    const drafts = new Map([
      ['A', { requirement: { ...bild!.requirement, stage: 3 }, text: null, reason: '' }],
      ['S-1', { requirement: aRequirement({ id: 'S-1' }), text: null, reason: '' }],
    ]);
    expect(
      targetEntries(issued, profile, changes, drafts).map(
        ({ requirement: { id }, state, isUnsaved }) => `${id} ${state} ${isUnsaved}`,
      ),
    ).toEqual(['Q issued false', 'A changed true', 'B suspended false', 'S-1 new true']);
  });
});
