import { describe, expect, it } from 'vitest';
import profileFile from '../../../../resources/profiles/mv-vorschlag-2026.json';
import { parseProfile } from '../../targets/parse-profile.ts';
import { aDevice, anInventory, aRoom } from '../../testing/builders.ts';
import { aBook, planOf } from '../../testing/import-lists.ts';
import { extraHeading, lineDetail, previewLines } from './preview-lines.ts';

const parsed = parseProfile(profileFile);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

const HEAD = ['Inventarnr.', 'Gerät', 'Seriennr.', 'Raum', 'Zustand', 'Farbe'];
const inventory = anInventory({
  rooms: [aRoom({ id: 'r-1', roomNumber: '101' }), aRoom({ id: 'r-2', roomNumber: '102' })],
  devices: [
    aDevice({
      id: 'd-1',
      assetTag: 'A1',
      serialNumber: 'SN1',
      name: 'Beamer',
      categoryId: 'BEAM',
      roomId: 'r-1',
      extra: { Farbe: 'weiß' },
    }),
    aDevice({ id: 'd-2', assetTag: 'A2', serialNumber: 'SN2', name: 'Notebook' }),
    aDevice({ id: 'd-3', assetTag: 'A3', name: 'Altes Gerät' }),
  ],
});
const book = aBook({
  Liste: [
    HEAD,
    ['A1', 'Beamer', 'SN1', '102', 'defekt', 'rot'],
    ['A9', 'Tablet', 'SN9', '101', 'in Betrieb', ''],
    ['A2', 'Notebook', 'SN1', '', '', ''],
    ['', 'Summe', '', '', '', ''],
  ],
});
const plan = planOf(book, profile, { inventory });
const lines = (filter: Parameters<typeof previewLines>[2]) => previewLines(plan, inventory, filter);

describe('previewLines', () => {
  it('has a line for each row that was read, in the order of the list', () => {
    expect(lines('all').map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'changed'],
      [3, 'new'],
      [4, 'conflict'],
      [5, 'rejected'],
    ]);
  });

  it('shows under each filter as many lines as the plan counts', () => {
    const { counts, onlyHere } = plan;
    expect(lines('new')).toHaveLength(counts.newRows);
    expect(lines('changed')).toHaveLength(counts.changedRows);
    expect(lines('same')).toHaveLength(counts.sameRows);
    expect(lines('conflict')).toHaveLength(counts.conflictRows);
    expect(lines('rejected')).toHaveLength(counts.rejectedRows);
    expect(lines('to-clear')).toHaveLength(counts.toClearRows);
    expect(lines('only-here')).toHaveLength(onlyHere.length);
  });

  it('tells old and new field by field, rooms by number and extra fields by heading', () => {
    expect(lines('changed')[0]?.changes).toEqual([
      { field: 'roomNumber', before: '101', after: '102' },
      { field: 'status', before: 'in-use', after: 'defective' },
      { field: 'extra:Farbe', before: 'weiß', after: 'rot' },
    ]);
    expect(extraHeading('extra:Farbe')).toBe('Farbe');
    expect(extraHeading('status')).toBeNull();
  });

  it('keeps inventory number and name apart', () => {
    expect(lines('new')[0]).toMatchObject({ assetTag: 'A9', text: 'Tablet', roomNumber: '101' });
    expect(lines('rejected')[0]).toMatchObject({ rejected: 'SUM_ROW', text: 'Summe' });
  });

  it('hands out the same list again: the window asks for it page by page', () => {
    expect(lines('all')).toBe(lines('all'));
  });
});

describe('lineDetail', () => {
  it('shows every filled field of a changed device, old and new', () => {
    const [entry] = lineDetail(plan, inventory, 'Liste\n2');
    expect(entry).toMatchObject({ kind: 'device', action: 'changed' });
    const fields = new Map(entry?.fields.map((field) => [field.field, [field.before, field.after]]));
    expect(fields.get('assetTag')).toEqual(['A1', 'A1']);
    expect(fields.get('roomNumber')).toEqual(['101', '102']);
    expect(fields.get('extra:Farbe')).toEqual(['weiß', 'rot']);
    expect(fields.has('supplier')).toBe(false);
    expect(fields.has('id')).toBe(false);
  });

  it('shows what the list says also where the inventory wins', () => {
    const kept = planOf(book, profile, {
      inventory,
      choices: { defaultRoomType: null, winner: 'inventory' },
    });
    const [entry] = lineDetail(kept, inventory, 'Liste\n2');
    expect(entry?.fields).toContainEqual({ field: 'status', before: 'in-use', after: 'defective' });
  });

  it('shows a device that only the inventory has, and nothing of a rejected row', () => {
    expect(lineDetail(plan, inventory, 'd-3')[0]?.title).toBe('Altes Gerät');
    expect(lineDetail(plan, inventory, 'Liste\n5')).toEqual([]);
  });
});
