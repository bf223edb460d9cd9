import { describe, expect, it } from 'vitest';
import { deviceId, roomId } from '#core/shared/ids.ts';
import { scanLookup } from '#core/stocktake/judge-scan.ts';
import type { Scan, ScanAction } from '#core/stocktake/stocktake.ts';
import type { StocktakeData } from '#core/stocktake/stocktake-records.ts';
import { aDevice, anInventory, aRoom } from '#core/testing/builders.ts';
import { countList, protocol } from './stocktake-print.ts';

const INVENTORY = anInventory({
  rooms: [
    aRoom({ id: 'r-1', roomNumber: '101', building: 'Haus A', name: 'Klassenraum' }),
    aRoom({ id: 'r-2', roomNumber: '102', building: 'Haus A' }),
  ],
  devices: [
    aDevice({ id: 'd-1', assetTag: 'A-1', serialNumber: 'SN1', name: 'Beamer', roomId: 'r-1' }),
    aDevice({ id: 'd-2', assetTag: 'A-2', categoryId: 'TAB', roomId: 'r-1' }),
    aDevice({ id: 'd-3', assetTag: 'A-3', name: 'Kopfhörer', roomId: 'r-1', quantity: 30 }),
    aDevice({ id: 'd-4', assetTag: 'A-4', name: 'Drucker', roomId: 'r-2' }),
  ],
});
const LOOKUP = scanLookup(INVENTORY);
const categoryName = (id: string | null): string => (id === 'TAB' ? 'Tablet' : '');
const R1 = roomId('r-1');
const roomsOf = () =>
  INVENTORY.rooms.map(({ id, roomNumber, name, building, floor }) => ({
    roomId: id,
    roomNumber,
    name,
    building,
    floor,
    openedAt: '2026-11-25T08:00:00.000Z',
    expected: LOOKUP.expectedIn(id),
  }));
const dataOf = (...actions: readonly ScanAction[]): StocktakeData => ({
  stocktake: {
    id: 's',
    name: 'Inventur 2026',
    startedOn: '2026-11-25',
    countedBy: 'IT-Koordination',
    finishedOn: null,
  },
  rooms: roomsOf(),
  scans: actions.map((action): Scan => ({ roomId: R1, at: '', on: '2026-11-25', ...action })),
  nextScan: actions.length + 1,
});
const found = (id: string): ScanAction => ({ kind: 'by-hand', deviceId: deviceId(id), isFound: true });

describe('countList', () => {
  it('has a table for each room, and for each device boxes, its numbers and how many there should be', () => {
    const { title, tables } = countList('Inventur 2026', roomsOf(), categoryName);
    expect(title).toBe('Zählliste Inventur 2026');
    expect(tables.map(({ heading }) => heading)).toEqual([
      'Haus A · Raum 101 · Klassenraum',
      'Haus A · Raum 102',
    ]);
    expect(tables[0]?.rows.map(({ cells }) => cells.slice(0, 7))).toEqual([
      ['☐', 'A-1', 'Beamer', 'SN1', '1', '☐', '☐'],
      ['☐', 'A-2', 'Tablet', '–', '1', '☐', '☐'],
      ['☐', 'A-3', 'Kopfhörer', '–', '30', '______', '☐'],
    ]);
  });
});

describe('protocol', () => {
  const foreign = LOOKUP.withCode('A-4').map(LOOKUP.counted)[0] ?? null;
  const { facts, tables } = protocol(
    dataOf(
      found('d-1'),
      { kind: 'pieces', deviceId: deviceId('d-3'), pieces: 28 },
      { kind: 'take-difference', deviceId: deviceId('d-3'), isTaken: true },
      { kind: 'code', code: 'A-4', device: foreign },
      { kind: 'code', code: 'FREMD', device: null },
      { kind: 'room-done', isDone: true },
    ),
    INVENTORY.rooms,
    categoryName,
  );
  const [sums, differences, signatures] = tables;

  it('says what law it follows, when it began and which role counted', () => {
    expect(facts.join(' ')).toMatch(/§ 30 GemHVO-Doppik M-V.*25\.11\.2026.*IT-Koordination/);
    expect(signatures?.rows[0]?.cells[0]).toBe('Gezählt durch: IT-Koordination');
  });

  it('adds up: expected = found + elsewhere + away + missing + open', () => {
    expect(sums?.rows.map(({ cells }) => cells.slice(2))).toEqual([
      ['32', '29', '0', '0', '3', '0', '1', '1'],
      ['1', '0', '1', '0', '0', '0', '0', '0'],
      ['33', '29', '1', '0', '3', '0', '1', '1'],
    ]);
  });

  it('says of each room on which day it was counted last', () => {
    expect(sums?.rows.map(({ cells }) => cells[1])).toEqual([
      { sign: 'tick', text: 'gezählt 25.11.2026' },
      'begonnen',
      '',
    ]);
  });

  it('tells rooms of the same number apart, also when only one of them was counted', () => {
    const twin = aRoom({ id: 'r-9', roomNumber: '101', building: 'Haus B' });
    const [first] = protocol(dataOf(found('d-1')), [...INVENTORY.rooms, twin], categoryName).tables;
    expect(first?.rows[0]?.cells[0]).toBe('101 (Haus A) Klassenraum');
  });

  it('names every difference with what becomes of it, and nothing that was found', () => {
    expect(
      differences?.rows.map(({ cells: [room, number, , , result, taken] }) => [
        room,
        number,
        typeof result === 'object' ? result.text : result,
        taken,
      ]),
    ).toEqual([
      ['101', 'A-2', 'fehlt', 'nein'],
      ['101', 'A-3', '2 fehlen', 'ja'],
      ['101', 'A-4', 'gehört nach 102', 'nein'],
      ['101', 'FREMD', 'unbekannter Code', 'nein'],
      ['102', 'A-4', 'steht in 101', 'nein'],
    ]);
  });

  it('calls nothing missing in a room that is not done', () => {
    const [, open] = protocol(dataOf(found('d-1')), INVENTORY.rooms, categoryName).tables;
    expect(open?.rows).toEqual([]);
  });
});
