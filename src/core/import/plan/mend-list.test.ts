import { describe, expect, it } from 'vitest';
import profileFile from '../../../../resources/profiles/mv-vorschlag-2026.json';
import { parseProfile } from '../../targets/parse-profile.ts';
import { aDevice, anInventory } from '../../testing/builders.ts';
import { aBook, mappingOf, planOf } from '../../testing/import-lists.ts';
import { mendedTableOf, mendListOf, type MendHeadings } from './mend-list.ts';
import type { RawBook } from '../types.ts';

const parsed = parseProfile(profileFile);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

const HEADINGS: MendHeadings = {
  deviceId: 'Geräte-ID',
  roomId: 'Raum-ID',
  row: 'Zeile der Liste',
  reasons: 'Zu klären',
};
const mend = (book: RawBook, options: Parameters<typeof planOf>[2] = {}) =>
  mendListOf(book, mappingOf(book, profile), planOf(book, profile, options), HEADINGS);

const HEAD = ['Inventarnr.', 'Gerät', 'Raum', 'Kaufdatum'];

describe('mendListOf', () => {
  it('lists rejected and doubtful rows with their original cells, and no others', () => {
    const date = { kind: 'date', date: '2020-05-17' } as const;
    const { sheets } = mend(
      aBook({
        Liste: [
          HEAD,
          ['001', 'Beamer', '101', date],
          ['002', 'Beamer', '101', '31.02.2020'],
          [null, null, '102', date],
          [' '],
        ],
      }),
    );
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.headings).toEqual(HEAD);
    expect(sheets[0]?.rows.map(({ row, id, cells }) => [row, id, cells])).toEqual([
      [3, 'neu-3', ['002', 'Beamer', '101', '31.02.2020']],
      [4, null, [null, null, '102', date]],
    ]);
    expect(sheets[0]?.rows[0]?.reasons).toMatchObject([{ kind: 'issue', column: 'Kaufdatum' }]);
    expect(sheets[0]?.rows[1]?.reasons).toMatchObject([
      { kind: 'rejected', rejected: { code: 'NOTHING_USABLE' } },
    ]);
  });

  it('names the device only where the import makes or changes it', () => {
    const book = aBook({ Liste: [HEAD, ['A1', 'Beamer', '', '31.02.2020']] });
    const before = aDevice({ id: 'd-7', assetTag: 'A1', name: 'Beamer', categoryId: 'BEAM' });
    const inventory = anInventory({ devices: [before] });
    expect(mend(book, { inventory }).sheets[0]?.rows[0]?.id).toBe('d-7');
    const kept = mend(book, { inventory, choices: { defaultRoomType: null, winner: 'inventory' } });
    expect(kept.sheets[0]?.rows[0]?.id).toBeNull();
  });

  it('puts the room above rows whose list has no column for it', () => {
    const { sheets } = mend(
      aBook({
        Liste: [
          ['Inventarnr.', 'Gerät', 'Kaufdatum'],
          ['Raum 101'],
          ['1', 'Beamer', '31.02.2020'],
          ['Raum 102'],
          ['2', 'Beamer', '2020'],
          ['Raum 103'],
          ['3', 'Beamer', '30.02.2020'],
        ],
      }),
    );
    expect(sheets[0]?.rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [null, 'Raum 101'],
      [3, '1'],
      [null, 'Raum 103'],
      [7, '3'],
    ]);
  });

  it('notes every issue and every rejection, also those that need no mending', () => {
    const { notes } = mend(
      aBook({ Liste: [HEAD, ['1', 'Zaubertafel', '101', ''], ['', 'Summe', '', ''], []] }),
    );
    expect(notes.map((note) => (note.kind === 'issue' ? note.issue.code : note.rejected.code))).toEqual([
      'SUM_ROW',
      'EMPTY_ROW',
      'UNKNOWN_CATEGORY',
    ]);
  });

  it('leaves out its own columns when a mended list needs mending again', () => {
    const { sheets } = mend(
      aBook({
        Liste: [
          ['Geräte-ID', 'Zeile der Liste', 'Zu klären', ...HEAD],
          ['', 3, 'Kaufdatum: …', 'A1', 'Beamer', '101', '31.02.2020'],
        ],
      }),
    );
    expect(sheets[0]?.headings).toEqual(HEAD);
    expect(sheets[0]?.rows[0]?.cells).toEqual(['A1', 'Beamer', '101', '31.02.2020']);
  });
});

describe('mendedTableOf', () => {
  it('reads the mended list like the one it came from', () => {
    const [table] = mappingOf(aBook({ Liste: [HEAD, ['1', 'Beamer', '101', '2020']] }), profile).tables;
    expect(table && mendedTableOf(table, HEADINGS)).toMatchObject({
      kind: 'devices',
      layout: 'row-per-device',
      columns: [
        { header: 'Geräte-ID', field: 'id' },
        { header: 'Zeile der Liste', field: 'ignore' },
        { header: 'Zu klären', field: 'ignore' },
        { header: 'Inventarnr.', field: 'assetTag' },
        { header: 'Gerät', field: 'categoryId' },
        { header: 'Raum', field: 'roomNumber' },
        { header: 'Kaufdatum', field: 'purchasedOn' },
      ],
    });
  });
});
