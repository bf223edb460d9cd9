import { describe, expect, it } from 'vitest';
import { aCategory, aProfile, aRequirement } from '../testing/builders.ts';
import { catalogueRows, freshEntryId } from './catalogue-rows.ts';
import {
  changeEntry,
  withOwnChanges,
  type OwnChange,
  type ProfileEntry,
  type ProfileList,
} from './own-changes.ts';

const issued = aProfile({
  categories: [aCategory({ id: 'BEAM' }), aCategory({ id: 'DISP' }), aCategory({ id: 'TAB' })],
  requirements: [aRequirement({ id: 'A' })],
});
const rowsAfter = (
  list: ProfileList,
  ...wishes: readonly (readonly [list: ProfileList, id: string, own: ProfileEntry | null])[]
) => {
  const changes = wishes.reduce<readonly OwnChange[]>(
    (made, [of, id, own]) =>
      changeEntry(issued, made, { list: of, id, own, reason: 'Beschluss', changedOn: '2026-11-25' }),
    [],
  );
  return catalogueRows(issued, withOwnChanges(issued, changes), changes, list);
};

describe('catalogueRows', () => {
  it('keeps the order of the profile, with what is suspended in its place and what was added behind', () => {
    const rows = rowsAfter(
      'categories',
      ['categories', 'NEU', aCategory({ id: 'NEU' })],
      ['categories', 'DISP', null],
      ['categories', 'BEAM', aCategory({ id: 'BEAM', serviceLifeYears: 9 })],
    );
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['BEAM', 'changed'],
      ['DISP', 'suspended'],
      ['TAB', 'issued'],
      ['NEU', 'added'],
    ]);
    expect(rows[0]?.issued).toBe(issued.categories[0]);
    expect(rows[0]?.entry).toMatchObject({ serviceLifeYears: 9, origin: 'school' });
    expect(rows[1]?.entry).toBe(issued.categories[1]);
  });

  it('names what the edition contradicts and shows the entry as it holds', () => {
    const [row] = rowsAfter('requirements', [
      'requirements',
      'A',
      aRequirement({ id: 'A', categories: ['GONE'] }),
    ]);
    expect(row).toMatchObject({ state: 'left-out', entry: { categories: ['BEAM'] } });
  });

  it('sorts stages by their number', () => {
    const rows = rowsAfter('stages', ['stages', '4', { stage: 4, name: 'Vier', dueYear: 2030 }]);
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  });
});

describe('freshEntryId', () => {
  it('is readable and not taken', () => {
    expect(freshEntryId('Tafelkamera groß', new Set())).toBe('S-Tafelkamera-gross');
    expect(freshEntryId('Kamera', new Set(['S-Kamera', 'S-Kamera-2']))).toBe('S-Kamera-3');
  });
});
