import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../history/apply-changes.ts';
import { EMPTY_INVENTORY, type Inventory } from '../../inventory/inventory.ts';
import { parseProfile } from '../../targets/parse-profile.ts';
import { aDevice, anInventory, aRoom } from '../../testing/builders.ts';
import { changesOfPlan, planImport } from './plan-import.ts';
import { proposeMapping } from '../columns/propose-mapping.ts';
import { savedTableOf } from '../columns/saved-mapping.ts';
import type { ImportField, ImportPlan, RawBook, RawCell } from '../types.ts';

const parsed = parseProfile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/profiles/mv-vorschlag-2026.json'), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

const aBook = (...rows: readonly (readonly RawCell[])[]): RawBook => ({
  fileName: 'liste.xlsx',
  format: 'xlsx',
  textFormat: null,
  sheets: [
    {
      name: 'Liste',
      hidden: false,
      hiddenColumns: [],
      merges: [],
      rows: rows.map((cells, index) => ({ row: index + 1, cells, hidden: false })),
    },
  ],
});

const plan = (book: RawBook, inventory: Inventory = EMPTY_INVENTORY): ImportPlan => {
  const mapping = proposeMapping(book, { profile, remembered: [] });
  if (!mapping.ok) throw new Error(mapping.error.code);
  let next = 1;
  const id = (kind: string) => () => `${kind}-${next++}`;
  return planImport(book, mapping.value, {
    inventory,
    profile,
    ids: { device: id('neu'), room: id('raum') },
    defaultRoomType: null,
  });
};
const codes = ({ issues }: ImportPlan): readonly string[] => issues.map(({ code }) => code);

const HEAD = ['Inventarnr.', 'Gerät', 'Seriennr.', 'Raum', 'Kaufdatum', 'Preis', 'Zustand', 'Farbe'];

describe('planImport', () => {
  it('understands a plain list', () => {
    const { devices, rooms, counts } = plan(
      aBook(HEAD, ['0012', 'Beamer', 'SN123456', 'Raum 104', '14.9.18', '1.740,- €', 'defekt', 'weiß']),
    );
    expect(devices[0]?.device).toMatchObject({
      assetTag: '0012',
      categoryId: 'BEAM',
      serialNumber: 'SN123456',
      purchasedOn: '2018-09-14',
      purchasePriceCents: 174000,
      status: 'defective',
      extra: { Farbe: 'weiß' },
    });
    expect(rooms[0]?.room.roomNumber).toBe('104');
    expect(devices[0]?.device.roomId).toBe(rooms[0]?.room.id);
    expect(counts).toMatchObject({ rowsRead: 1, newRows: 1, newDevices: 1, newRooms: 1 });
  });

  it('finds the head below title lines and leaves out sums, patterns, repeated heads and empty rows', () => {
    const result = plan(
      aBook(
        ['Grundschule am Teich – Geräte'],
        ['Stand: 2026'],
        HEAD,
        ['x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'],
        ['1', 'Beamer', null, '104'],
        [' ', '-', null, 'k.A.'],
        HEAD,
        [null, 'Summe', null, null, null, 1740],
        [null, null, null, '105'],
      ),
    );
    expect(result.devices.map(({ source }) => source.row)).toEqual([5]);
    expect(result.rejected.map(({ row, code }) => [row, code])).toEqual([
      [4, 'PATTERN_ROW'],
      [6, 'EMPTY_ROW'],
      [7, 'REPEATED_HEAD'],
      [8, 'SUM_ROW'],
      [9, 'NOTHING_USABLE'],
    ]);
  });

  it('lets each row end in exactly one outcome', () => {
    const { counts, rows } = plan(
      aBook(HEAD, ['1', 'Beamer'], ['2', 'Fax'], ['Summe'], [null, null, null, '7']),
    );
    expect(counts.rowsRead).toBe(4);
    expect(counts.newRows + counts.changedRows + counts.sameRows + counts.rejectedRows).toBe(4);
    expect(new Set(rows.map(({ row }) => row)).size).toBe(4);
  });

  it('loses no value that it does not understand', () => {
    const { devices, issues } = plan(
      aBook(HEAD, ['1', 'Dingsbums', 'Liste liegt vor', 'fehlt', '31.02.2020', 'geschenkt', 'lila', 'rot']),
    );
    const [found] = devices;
    expect(found?.device.note).toBe(
      [
        'Seriennr.: Liste liegt vor',
        'Raum: fehlt',
        'Kaufdatum: 31.02.2020',
        'Preis: geschenkt',
        'Zustand: lila',
      ].join('\n'),
    );
    expect(found?.device).toMatchObject({ status: 'missing', name: 'Dingsbums', purchasedOn: null });
    expect(issues.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'NOT_A_SERIAL Seriennr.',
      'STATUS_FROM_TEXT Raum',
      'IMPOSSIBLE_DATE Kaufdatum',
      'NO_PRICE Preis',
      'UNKNOWN_STATUS Zustand',
      'UNKNOWN_CATEGORY ',
    ]);
  });

  it('changes only what the list says about a device that is known', () => {
    const device = aDevice({
      id: 'd-1',
      assetTag: 'GS-1',
      note: 'alt',
      supplier: 'Meier',
      categoryId: 'BEAM',
    });
    const inventory = anInventory({ devices: [device], rooms: [aRoom({ roomNumber: '104' })] });
    const { devices, counts } = plan(aBook(HEAD, ['gs-1', 'Beamer', 'S1234567', '104']), inventory);
    expect(devices[0]).toMatchObject({ action: 'changed', matchedBy: 'asset-tag' });
    expect(devices[0]?.changes.map(({ field }) => field)).toEqual(['assetTag', 'serialNumber', 'roomId']);
    expect(devices[0]?.device).toMatchObject({ id: 'd-1', note: 'alt', supplier: 'Meier', roomId: 'r-1' });
    expect(counts).toMatchObject({ newRooms: 0, changedDevices: 1 });
  });

  it('changes nothing when the same list is read again', () => {
    const book = aBook(
      HEAD,
      ['1', 'Beamer', 'S1234567', '104', '2018', '1.740', 'ok', 'rot'],
      ['2', 'iPad', null, '105'],
    );
    const first = plan(book);
    const state = applyChanges(
      { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() },
      changesOfPlan(first),
    );
    const second = plan(book, state.inventory);
    expect(second.counts).toMatchObject({
      sameRows: 2,
      newDevices: 0,
      changedDevices: 0,
      newRooms: 0,
      changedRooms: 0,
    });
    expect(changesOfPlan(second)).toEqual([]);
  });

  it('takes a doubled inventory number twice and says where the other stands', () => {
    const result = plan(aBook(HEAD, ['1', 'Beamer', 'A1234567'], ['1', 'iPad', 'B1234567']));
    expect(result.devices).toHaveLength(2);
    expect(result.issues).toMatchObject([
      { code: 'DOUBLED_ASSET_TAG', row: 3, value: '1', params: { otherRow: 2 } },
    ]);
  });

  it('keeps two devices apart that share a number but not the serial number', () => {
    const inventory = anInventory({ devices: [aDevice({ assetTag: '1', serialNumber: 'A1234567' })] });
    const result = plan(aBook(HEAD, ['1', 'Beamer', 'B1234567']), inventory);
    expect(result.devices[0]?.action).toBe('new');
    expect(codes(result)).toContain('DOUBLED_ASSET_TAG');
  });

  it('makes several devices of several serial numbers', () => {
    const result = plan(aBook(HEAD, ['1', 'iPad', 'DMP111222; DMP111223; DMP111224', '104']));
    expect(result.devices.map(({ device }) => [device.serialNumber, device.quantity])).toEqual([
      ['DMP111222', 1],
      ['DMP111223', 1],
      ['DMP111224', 1],
    ]);
    expect(result.counts).toMatchObject({ rowsRead: 1, newRows: 1, newDevices: 3 });
  });

  it('keeps the same room number in two buildings apart', () => {
    const head = ['Gerät', 'Haus', 'Raum'];
    const result = plan(
      aBook(head, ['Beamer', 'A', '101'], ['Beamer', 'B', '101'], ['iPad', 'A', '101'], ['PC', null, '101']),
    );
    expect(result.rooms.map(({ room }) => [room.building, room.roomNumber])).toEqual([
      ['A', '101'],
      ['B', '101'],
    ]);
    expect(codes(result)).toEqual(['ROOM_AMBIGUOUS']);
  });

  it('reads a room list before the devices in it', () => {
    const book: RawBook = {
      ...aBook(['Gerät', 'Inventarnr.', 'Raum'], ['Beamer', '1', '101']),
      sheets: [
        ...aBook(['Gerät', 'Inventarnr.', 'Raum'], ['Beamer', '1', '101']).sheets,
        {
          name: 'Räume',
          hidden: false,
          hiddenColumns: [],
          merges: [],
          rows: [
            { row: 1, hidden: false, cells: ['Raumnummer', 'Raumart', 'Plätze', 'WLAN'] },
            { row: 2, hidden: false, cells: ['101', 'Klassenraum', 28, 'ja'] },
          ],
        },
      ],
    };
    const result = plan(book);
    expect(result.rooms.map(({ room }) => room)).toMatchObject([
      { roomNumber: '101', roomTypes: ['KR'], seats: 28, wlanCoverage: 'full' },
    ]);
    expect(result.devices[0]?.device.roomId).toBe(result.rooms[0]?.room.id);
    expect(result.counts).toMatchObject({ rowsRead: 2, newRooms: 1, newDevices: 1 });
  });

  it('refuses a sheet without headings, by its name', () => {
    const refused = proposeMapping(aBook(['1', '2', '3'], ['4', '5', '6']), {
      profile,
      remembered: [],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'NO_HEAD_ROW', sheet: 'Liste' } });
  });

  it('takes a list whose naming heading nobody knows, so that it can be chosen by hand', () => {
    const book = aBook(
      ['Xyzfeld', 'Menge', 'Einzelpreis', 'Kaufdatum', 'Lieferant'],
      ['Beamer', '2', '500,00', '12.03.2021', 'Bechtle'],
    );
    const mapping = proposeMapping(book, { profile, remembered: [] });
    expect(mapping).toMatchObject({ ok: true, value: { tables: [{ included: true, kind: 'devices' }] } });
  });

  it('uses the columns of last time for a list of the same shape', () => {
    const book = aBook(HEAD, ['1', 'Beamer', null, '104', null, null, null, 'rot']);
    const first = proposeMapping(book, { profile, remembered: [] });
    const [table] = first.ok ? first.value.tables : [];
    if (table === undefined) throw new Error('no table');
    const chosen: Readonly<Record<string, ImportField | null>> = { Farbe: 'note', Raum: null };
    const columns = table.columns.map((column) => ({
      ...column,
      field: column.header in chosen ? (chosen[column.header] ?? null) : column.field,
    }));
    const mapping = proposeMapping(book, { profile, remembered: [savedTableOf({ ...table, columns })] });
    const fields = mapping.ok
      ? mapping.value.tables[0]?.columns.map(({ header, field }) => [header, field])
      : [];
    expect(fields).toContainEqual(['Farbe', 'note']);
    expect(fields).toContainEqual(['Raum', null]);
  });

  it('keeps both values of two columns of one name', () => {
    const { devices } = plan(
      aBook(['Inventarnr.', 'Gerät', 'Farbe', 'Farbe'], ['1', 'Beamer', 'rot', 'blau']),
    );
    expect(devices[0]?.device.extra).toEqual({ Farbe: 'rot', 'Farbe (2)': 'blau' });
  });

  it('keeps two rows of one id two devices', () => {
    const result = plan(
      aBook(['Geräte-ID', 'Inventarnummer', 'Kategorie'], ['a', '1', 'Beamer'], ['a', '2', 'Beamer']),
    );
    expect(new Set(result.devices.map(({ device }) => device.id)).size).toBe(2);
    expect(result.issues).toMatchObject([{ code: 'DOUBLED_ID', row: 3, params: { otherRow: 2 } }]);
  });

  it('reads yes and no in columns about defects and disposal', () => {
    const head = ['Gerät', 'Inventarnr.', 'Defekt', 'Ausgesondert'];
    const { devices } = plan(
      aBook(
        head,
        ['Beamer', '1', 'nein', 'nein'],
        ['Beamer', '2', 'ja', null],
        ['Beamer', '3', null, 'x'],
        ['Beamer', '4', 'Lampe flackert', null],
        ['Beamer', '5', false, false],
      ),
    );
    expect(devices.map(({ device }) => [device.status, device.defect?.text ?? null])).toEqual([
      ['in-use', null],
      ['defective', null],
      ['decommissioned', null],
      ['defective', 'Lampe flackert'],
      ['in-use', null],
    ]);
  });

  it('keeps a category that a person has given', () => {
    const inventory = anInventory({ devices: [aDevice({ assetTag: '1', categoryId: 'LGT' })] });
    const { devices } = plan(aBook(HEAD, ['1', 'iPad 9. Gen.']), inventory);
    expect(devices[0]?.device.categoryId).toBe('LGT');
  });

  it('takes neither net prices nor sums for the price of one device', () => {
    const head = ['Gerät', 'Inventarnr.', 'Preis netto', 'Gesamtpreis', 'Geprüft am', 'Lizenzschlüssel'];
    const result = plan(
      aBook(
        head,
        ['Beamer', '1', '100', '1.000', '1.2.2020', 'ABCD-1234-EFGH'],
        ['Beamer', '2', '100', '1.000', '1.2.2020', 'ABCD-1234-EFGI'],
        ['Beamer', '3', '100', '1.000', '1.2.2020', 'ABCD-1234-EFGJ'],
      ),
    );
    expect(result.columns.map(({ field }) => field)).toEqual([
      'categoryId',
      'assetTag',
      null,
      null,
      null,
      null,
    ]);
  });

  it('does not take for a number what Excel made a date of', () => {
    const date = { kind: 'date', date: '2026-10-01' } as const;
    const { devices, rooms, issues } = plan(aBook(HEAD, [date, 'Beamer', '5,02E+11', date]));
    expect(devices[0]?.device).toMatchObject({ assetTag: null, serialNumber: null, roomId: null });
    expect(devices[0]?.device.note).toBe('Inventarnr.: 01.10.2026\nSeriennr.: 5,02E+11\nRaum: 01.10.2026');
    expect(rooms).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['UNKNOWN_VALUE', 'NOT_A_SERIAL', 'NOT_A_ROOM']);
  });

  it('finds rooms as the inventory writes them', () => {
    const rooms = [aRoom({ id: 'a', roomNumber: 'R104' }), aRoom({ id: 'b', roomNumber: 'Raum 7' })];
    const { devices } = plan(
      aBook(
        HEAD,
        ['1', 'Beamer', null, 'R104'],
        ['2', 'Beamer', null, 'Raum 7'],
        ['3', 'PC', null, 'Raum 8'],
      ),
      anInventory({ rooms, devices: [] }),
    );
    expect(devices.map(({ device }) => device.roomId)).toEqual(['a', 'b', 'raum-1']);
  });

  it('reads a column of counts for each kind, rooms without any included', () => {
    const result = plan(
      aBook(['Raum', 'Beamer', 'Tablets', 'Drucker'], ['101', 1, 16, 0], ['102', null, 'x', null], ['103']),
    );
    expect(
      result.devices.map(({ source, device }) => [source.row, device.categoryId, device.quantity]),
    ).toEqual([
      [2, 'BEAM', 1],
      [2, 'TAB', 16],
      [3, 'TAB', 1],
    ]);
    expect(result.rooms.map(({ room }) => room.roomNumber)).toEqual(['101', '102', '103']);
    expect(result.counts).toMatchObject({ rowsRead: 3, newRows: 3, newDevices: 3, newRooms: 3 });
  });

  it('takes the room from a line above its devices, and remarks for no device', () => {
    const result = plan(
      aBook(
        ['Gerät', 'Modell', 'Seriennummer'],
        ['Raum 101'],
        ['Beamer', 'Epson', 'X1234567'],
        ['Raum 102: Musik'],
        ['iPad', 'Apple', 'Y1234567'],
        ['Stand: 12.3.2024'],
      ),
    );
    expect(result.devices.map(({ device }) => device.roomId)).toEqual(
      result.rooms.map(({ room }) => room.id),
    );
    expect(result.rooms.map(({ room }) => room.roomNumber)).toEqual(['101', '102']);
    expect(result.rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'ROOM_LINE'],
      [4, 'ROOM_LINE'],
      [6, 'REMARK'],
    ]);
  });
});
