import { describe, expect, it } from 'vitest';
import type { Change } from '#core/history/change-set.ts';
import { aDevice } from '#core/testing/builders.ts';
import type { ChangeNames } from '#texts/change-values.ts';
import { changeLines, commonField } from './change-lines.ts';

const NAMES: ChangeNames = {
  room: (id) => ({ 'r-1': '007 Lager IT', 'r-2': '103 Klasse 5c' })[id] ?? null,
  category: () => null,
  roomType: () => null,
  requirement: () => null,
};
const move = (id: string, to: string): Change => ({
  entity: 'device',
  id,
  before: aDevice({ id, assetTag: id, roomId: 'r-1' }),
  after: aDevice({ id, assetTag: id, roomId: to }),
});
const made = (id: string): Change => ({
  entity: 'device',
  id,
  before: null,
  after: aDevice({ id, assetTag: id, purchasePriceCents: 174_000 }),
});

describe('changeLines', () => {
  it('names rooms and tells one field once', () => {
    const lines = changeLines([move('A', 'r-2'), move('B', 'r-9')], 2, NAMES);
    expect(lines.map(({ thing, before, after }) => [thing, before, after])).toEqual([
      ['A', '007 Lager IT', '103 Klasse 5c'],
      ['B', '007 Lager IT', 'gelöschter Raum'],
    ]);
    expect(commonField(lines)).toBe('Raum');
  });

  it('tells one new thing with all that is known of it, and many with a line each', () => {
    const [one] = changeLines([made('A')], 1, NAMES).filter(({ field }) => field.startsWith('Preis'));
    expect(one).toMatchObject({ before: '', after: '1.740\u00a0€' });
    expect(changeLines([made('A'), made('B'), made('C')], 3, NAMES).map(({ after }) => after)).toEqual([
      'neu angelegt',
      'neu angelegt',
      'neu angelegt',
    ]);
  });
});
