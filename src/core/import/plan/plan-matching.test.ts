import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../history/apply-changes.ts';
import { EMPTY_INVENTORY, type Inventory } from '../../inventory/inventory.ts';
import { parseProfile } from '../../targets/parse-profile.ts';
import { aDevice, anInventory, aRoom } from '../../testing/builders.ts';
import { withOwnCategories } from '../dictionary/own-categories.ts';
import type { ImportChoices } from './plan-choices.ts';
import { changesOfPlan, planImport } from './plan-import.ts';
import { proposeMapping, remapTable } from '../columns/propose-mapping.ts';
import {
  rowKey,
  type ImportMapping,
  type ImportPlan,
  type RawBook,
  type RawCell,
  type RawSheet,
} from '../types.ts';

const parsed = parseProfile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/profiles/mv-vorschlag-2026.json'), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

type Rows = readonly (readonly RawCell[])[];
const sheetOf = (name: string, rows: Rows): RawSheet => ({
  name,
  hidden: false,
  hiddenColumns: [],
  merges: [],
  rows: rows.map((cells, index) => ({ row: index + 1, cells, hidden: false })),
});
const bookOf = (...sheets: readonly RawSheet[]): RawBook => ({
  fileName: 'liste.xlsx',
  format: 'xlsx',
  textFormat: null,
  sheets,
});
const aList = (...rows: Rows): RawBook => bookOf(sheetOf('Liste', rows));
const mappingOf = (book: RawBook): ImportMapping => {
  const mapping = proposeMapping(book, { profile, remembered: [] });
  if (!mapping.ok) throw new Error(mapping.error.code);
  return mapping.value;
};
let next = 0;
const id = (): string => `neu-${(next += 1)}`;
const plan = (
  book: RawBook,
  inventory: Inventory = EMPTY_INVENTORY,
  choices: Partial<ImportChoices> = {},
  mapping = mappingOf(book),
): ImportPlan =>
  planImport(book, mapping, {
    inventory,
    profile,
    ids: { device: id, room: id },
    defaultRoomType: null,
    ...choices,
  });
const after = (inventory: Inventory, made: ImportPlan): Inventory =>
  applyChanges({ inventory, profiles: new Map(), settings: new Map() }, changesOfPlan(made)).inventory;

const HEAD = ['Inventarnr.', 'Gerät', 'Seriennr.', 'Raum', 'Anzahl', 'Bemerkung'];

describe('planImport of a list that was read before', () => {
  it.each([
    [
      'rows without any number',
      [
        [null, 'Lautsprecher', null, '101'],
        [null, 'Lautsprecher', null, '101'],
        [null, 'Hubwagen', null, null],
      ],
    ],
    [
      'a doubled inventory number',
      [
        ['1', 'Beamer'],
        ['1', 'iPad'],
        ['1', 'iPad'],
      ],
    ],
    ['more devices than serial numbers', [['7', 'iPad', 'DMP11111; DMP11112', '101', 5]]],
    ['a Sammelposten', [[null, 'Kopfhörer', null, '102', 16, 'im Schrank']]],
    [
      'a number that all share',
      Array.from({ length: 12 }, (_, index) => ['ohne', `Maus ${index % 3}`, null, '103']),
    ],
  ] as const satisfies readonly (readonly [string, Rows])[])('changes nothing: %s', (_name, rows) => {
    const book = aList(HEAD, ...rows);
    const inventory = after(EMPTY_INVENTORY, plan(book));
    const again = plan(book, inventory);
    expect(changesOfPlan(again)).toEqual([]);
    expect(again.counts).toMatchObject({ newDevices: 0, changedDevices: 0, newRooms: 0 });
    expect(again.onlyHere).toEqual([]);
  });

  it('sees that a Sammelposten has grown', () => {
    const inventory = after(EMPTY_INVENTORY, plan(aList(HEAD, [null, 'Kopfhörer', null, '102', 16])));
    const again = plan(aList(HEAD, [null, 'Kopfhörer', null, '102', 20]), inventory);
    expect(again.devices).toMatchObject([
      { action: 'changed', matchedBy: 'content', changes: [{ field: 'quantity', before: 16, after: 20 }] },
    ]);
  });
});

describe('planImport of rows that differ from the inventory', () => {
  const a = aDevice({ id: 'a', assetTag: '1', serialNumber: 'A1234567', name: 'alt' });
  const b = aDevice({ id: 'b', assetTag: '2', serialNumber: 'B1234567' });
  const gone = aDevice({ id: 'c', assetTag: '3', status: 'decommissioned' });
  const inventory = anInventory({ devices: [a, b, gone], rooms: [aRoom({ roomNumber: '104' })] });
  const book = aList(HEAD, ['1', 'Beamer', 'A1234567', '104', null, 'neu']);
  const key = (row: number): string => rowKey({ sheet: 'Liste', row });

  it('tells changed from conflicting and what only the inventory has', () => {
    const made = plan(aList(HEAD, ['1', 'Beamer', 'A1234567', '104']), inventory);
    expect(made.rows[0]).toMatchObject({ outcome: 'changed', isKept: false });
    expect(made.onlyHere.map((device) => device.id)).toEqual(['b']);
    const cross = plan(aList(HEAD, ['2', 'Beamer', 'A1234567']), inventory);
    expect(cross.rows[0]).toMatchObject({ outcome: 'conflict', toClear: true });
    expect(cross.issues).toContainEqual(expect.objectContaining({ code: 'CONFLICT', row: 2 }));
  });

  it('lets the inventory win for all or for one row, and still shows what differs', () => {
    const kept = plan(book, inventory, { winner: 'inventory' });
    expect(changesOfPlan(kept)).toEqual([]);
    expect(kept.counts).toMatchObject({ changedRows: 1, keptRows: 1, changedDevices: 0 });
    expect(kept.devices[0]?.changes.length).toBeGreaterThan(0);
    const one = plan(book, inventory, { winner: 'inventory', winners: { [key(2)]: 'list' } });
    expect(one.devices[0]).toMatchObject({ action: 'changed', winner: 'list' });
  });

  it('makes a conflicting row a device of its own only where that is chosen', () => {
    const cross = aList(HEAD, ['2', 'Beamer', 'A1234567']);
    expect(plan(cross, inventory).devices[0]).toMatchObject({ action: 'changed', device: { id: 'a' } });
    expect(plan(cross, inventory, { winners: { [key(2)]: 'new' } }).devices[0]).toMatchObject({
      action: 'new',
    });
    expect(changesOfPlan(plan(cross, inventory, { winners: { [key(2)]: 'inventory' } }))).toEqual([]);
  });
});

describe('planImport of rooms in several spellings', () => {
  const book = aList(
    HEAD,
    ['1', 'Beamer', null, '101'],
    ['2', 'iPad', null, 'R101'],
    ['3', 'PC', null, '1.01'],
  );

  it('keeps them apart and asks', () => {
    const made = plan(book);
    expect(made.rooms).toHaveLength(3);
    expect(made.similarRooms).toMatchObject([{ numbers: ['101', 'R101', '1.01'], isAgreed: false }]);
    expect(made.issues).toContainEqual(expect.objectContaining({ code: 'SIMILAR_ROOM' }));
  });

  it('makes one room of them when the user agrees', () => {
    const made = plan(book, EMPTY_INVENTORY, { sameRooms: [['101', 'R101', '1.01']] });
    expect(made.rooms.map(({ room }) => room.roomNumber)).toEqual(['101']);
    expect(new Set(made.devices.map(({ device }) => device.roomId)).size).toBe(1);
    expect(made.similarRooms).toMatchObject([{ isAgreed: true }]);
  });

  it('reads building, floor and name out of one cell, but never makes one room of two', () => {
    const made = plan(
      aList(
        HEAD,
        ['1', 'Beamer', null, 'Haus B, 1. OG, Raum 104 Physik'],
        ['2', 'PC', null, 'Chemie 201'],
        ['3', 'PC', null, 'Biologie 201'],
      ),
    );
    expect(made.rooms.map(({ room }) => [room.building, room.floor, room.roomNumber, room.name])).toEqual([
      ['Haus B', '1. OG', '104', 'Physik'],
      [null, null, '201', 'Chemie'],
      [null, null, 'Biologie 201', null],
    ]);
  });
});

describe('planImport of other layouts', () => {
  it('takes the sheet or its title for the room of all its rows', () => {
    const head = ['Gerät', 'Hersteller', 'S/N'];
    const book = bookOf(
      sheetOf('R 101', [head, ['Beamer', 'Epson', 'X1234567']]),
      sheetOf('Lehrerzimmer', [['Lehrerzimmer (Raum 014)'], head, ['Drucker', 'HP', 'Y1234567']]),
      sheetOf('Deckblatt', [['Inventar 2026'], ['Schule am Teich']]),
    );
    expect(mappingOf(book).tables.map(({ layout, roomText }) => [layout, roomText])).toEqual([
      ['sheet-per-room', 'R 101'],
      ['sheet-per-room', 'Lehrerzimmer (Raum 014)'],
    ]);
    expect(plan(book).rooms.map(({ room }) => [room.roomNumber, room.name])).toEqual([
      ['101', null],
      ['014', 'Lehrerzimmer'],
    ]);
  });

  it('reads a sheet as the user says: another head, another layout', () => {
    const book = aList(
      ['Raum', 'Beamer', 'Kreidetafeln'],
      ['101', 2, 1],
      ['Gerät', 'Inventarnr.', 'Ort'],
      ['iPad', '5', '102'],
    );
    const [first] = mappingOf(book).tables;
    if (first === undefined) throw new Error('no table');
    expect(first.layout).toBe('row-per-device');
    const below = remapTable(book, first, { headRows: { first: 3, last: 3 } }, { profile, remembered: [] });
    expect(below).toMatchObject({ layout: 'row-per-device', table: { rowCount: 1 } });
    expect(plan(book, EMPTY_INVENTORY, {}, { tables: [below] }).devices[0]?.device.assetTag).toBe('5');
    const plain = remapTable(book, first, { layout: 'row-per-device' }, { profile, remembered: [] });
    expect(plain).toMatchObject({ layout: 'row-per-device', kind: 'devices' });
    const counts = remapTable(book, first, { layout: 'count-columns' }, { profile, remembered: [] });
    expect(counts).toMatchObject({ layout: 'count-columns', kind: 'devices' });
    const rooms = remapTable(book, first, { layout: 'row-per-room' }, { profile, remembered: [] });
    expect(rooms).toMatchObject({ layout: 'row-per-room', kind: 'rooms' });
  });

  it('counts own kinds as well, and no wishes', () => {
    const made = plan(
      aList(['Raum', 'Beamer', 'Monitore', 'Bedarf Tablets'], ['101', 1, 24, 30], ['102', 'x', '-', 5]),
    );
    expect(made.devices.map(({ device }) => [device.categoryId, device.quantity])).toEqual([
      ['BEAM', 1],
      ['MONITOR', 24],
      ['BEAM', 1],
    ]);
    expect(made.newCategories.map((category) => category.id)).toEqual(['MONITOR']);
  });
});

describe('planImport of what no plan asks for', () => {
  const book = aList(HEAD, ['1', 'Hubwagen'], ['2', 'Monitor'], ['3', 'Beamer']);

  it('keeps it under categories of its own, or leaves it out', () => {
    const kept = plan(book);
    expect(kept.devices.map(({ device }) => device.categoryId)).toEqual(['AUSSERHALB', 'MONITOR', 'BEAM']);
    expect(withOwnCategories(profile, kept.newCategories).categories.length).toBe(
      profile.categories.length + 2,
    );
    const skipped = plan(book, EMPTY_INVENTORY, { outside: 'skip' });
    expect(skipped.rejected).toMatchObject([{ row: 2, code: 'OUTSIDE' }]);
    expect(skipped.devices).toHaveLength(2);
  });

  it('asks once per text and takes the answer for all its rows', () => {
    const made = plan(aList(HEAD, ['1', 'Kasten X7'], ['2', 'Kasten X7']), EMPTY_INVENTORY, {
      categoryChoices: { 'Kasten X7': 'MESS' },
    });
    expect(
      made.devices.map(({ device, categoryConfidence }) => [device.categoryId, categoryConfidence]),
    ).toEqual([
      ['MESS', 1],
      ['MESS', 1],
    ]);
  });
});

describe('planImport of hidden columns', () => {
  it('reads them and says so', () => {
    const sheet = { ...sheetOf('Liste', [HEAD, ['1', 'Beamer', 'A1234567']]), hiddenColumns: [2] };
    const made = plan(bookOf(sheet));
    expect(made.devices[0]?.device.serialNumber).toBe('A1234567');
    expect(made.issues).toContainEqual(
      expect.objectContaining({ code: 'HIDDEN_COLUMN', column: 'Seriennr.', severity: 'info' }),
    );
  });
});

describe('planImport of habits that other lists have', () => {
  it('takes counts out of words, and says so', () => {
    const made = plan(
      aList(
        ['Gerät', 'Inventarnr.', 'Raum', 'Wert'],
        ['Sammelposten 30 Headsets', null, '101', 600],
        ['Lizenz x25', null, '101'],
        ['Schülertische, 15 Stück', null, '101'],
        ['Monitor 24', '7', '101'],
        ['3D-Drucker', '8', '101'],
      ),
    );
    expect(made.devices.map(({ device }) => device.quantity)).toEqual([30, 25, 15, 1, 1]);
    expect(made.issues.filter(({ code }) => code === 'DOUBTFUL_COUNT')).toHaveLength(3);
    expect(made.issues).toContainEqual(expect.objectContaining({ code: 'DOUBTFUL_PRICE', row: 2 }));
  });

  it('keeps words in a cell of counts with the devices that they speak of', () => {
    const made = plan(
      aList(
        ['Raum', 'Beamer', 'PC', 'Drucker'],
        ['101', 'x (defekt)', 24, 1],
        ['102', 2, '1 (mobil)', '-'],
        ['103', 'nein', 12, 1],
        ['Summe', 3, 37, 2],
      ),
    );
    expect(
      made.devices.map(({ device }) => [device.categoryId, device.quantity, device.status, device.note]),
    ).toEqual([
      ['BEAM', 1, 'defective', 'Beamer: x (defekt)'],
      ['PC', 24, 'in-use', null],
      ['DRU', 1, 'in-use', null],
      ['BEAM', 2, 'in-use', null],
      ['PC', 1, 'in-use', 'PC: 1 (mobil)'],
      ['PC', 12, 'in-use', null],
      ['DRU', 1, 'in-use', null],
    ]);
    expect(made.rejected).toMatchObject([{ row: 5, code: 'SUM_ROW' }]);
  });

  it('takes building and room of the lines above, and rooms written once per group', () => {
    const blocks = plan(
      aList(
        ['Gerät', 'Modell', 'S/N'],
        ['Haus A'],
        ['Raum 101'],
        ['Beamer', 'Epson', 'X1234567'],
        ['Haus B'],
        ['Raum 101'],
        ['PC', 'Dell', 'Y1234567'],
      ),
    );
    expect(blocks.rooms.map(({ room }) => [room.building, room.roomNumber])).toEqual([
      ['Haus A', '101'],
      ['Haus B', '101'],
    ]);
    const groups = plan(
      aList(
        ['Raum', 'Gerät', 'S/N'],
        ['101', 'Beamer', 'A1234567'],
        [null, 'PC', 'B1234567'],
        [null, 'PC', 'C1234567'],
        ['102', 'PC', 'D1234567'],
        [null, 'PC', 'E1234567'],
      ),
    );
    const numberOf = new Map(groups.rooms.map(({ room }) => [room.id, room.roomNumber]));
    expect(groups.devices.map(({ device }) => device.roomId && numberOf.get(device.roomId))).toEqual([
      '101',
      '101',
      '101',
      '102',
      '102',
    ]);
    expect(groups.issues.filter(({ code }) => code === 'ROOM_FROM_ABOVE')).toHaveLength(3);
  });

  it('makes no room of words that name none, and loses neither them nor a building alone', () => {
    const made = plan(
      aList(
        ['Inventarnr.', 'Gerät', 'Gebäude', 'Raum'],
        ['1', 'Beamer', null, 'unterwegs'],
        ['2', 'Beamer', 'Haus A', null],
        ['3', 'PC', null, '302 / 303'],
      ),
    );
    expect(made.devices.map(({ device }) => device.note)).toEqual(['Raum: unterwegs', 'Ort: Haus A', null]);
    expect(made.rooms.map(({ room }) => room.roomNumber)).toEqual(['302 / 303']);
  });

  it('tells "Art" of a device from that of a room by its values, and names sheets that were not read', () => {
    const book = bookOf(
      sheetOf('Liste', [
        ['Art', 'Bezeichnung', 'Standort'],
        ['Notebook', 'HP 250 G8', '104'],
        ['Beamer', 'EB-W06', '105'],
        ['Beamer', 'EB-W06', '106'],
      ]),
      sheetOf('Gedanken', [['Bitte nachfragen'], ['Wer hat den Schlüssel?']]),
    );
    expect(mappingOf(book).tables[0]).toMatchObject({ kind: 'devices' });
    expect(plan(book).issues).toContainEqual(
      expect.objectContaining({ code: 'SHEET_LEFT_OUT', sheet: 'Gedanken' }),
    );
  });
});
