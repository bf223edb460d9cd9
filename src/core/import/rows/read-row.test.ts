import { describe, expect, it } from 'vitest';
import { columnHabits } from '../columns/column-habits.ts';
import { readRow, type RowRead } from './read-row.ts';
import type { ImportField, ImportIssue, RawCell, TableMapping } from '../types.ts';

type Columns = Readonly<Record<string, ImportField | null>>;

const COLUMNS: Columns = {
  Nr: 'assetTag',
  Gerät: 'categoryId',
  Name: 'name',
  SN: 'serialNumber',
  Raum: 'roomNumber',
  Kauf: 'purchasedOn',
  Preis: 'purchasePriceCents',
  Stk: 'quantity',
  Zustand: 'status',
  Notiz: 'note',
  Garantie: 'warrantyUntil',
  Netzteil: null,
  Farbe: null,
};

const tableOf = (columns: Columns, isOwn = false): TableMapping => ({
  table: {
    sheet: 'Liste',
    headRows: { first: 1, last: 1 },
    firstRow: 2,
    lastRow: 2,
    columns: [],
    rowCount: 1,
    titleLines: [],
  },
  kind: 'devices',
  layout: 'row-per-device',
  included: true,
  roomText: null,
  isOwn,
  columns: Object.entries(columns).map(([header, field], column) => ({
    column,
    header,
    field,
    confidence: 1,
    reason: { code: 'heading' },
    categoryId: null,
  })),
});

type Cells = Readonly<Record<string, RawCell>>;
type Outcome = { readonly reads: readonly RowRead[]; readonly issues: readonly ImportIssue[] };

const read = (cells: Cells, table = tableOf(COLUMNS), others: readonly Cells[] = []): Outcome => {
  const issues: ImportIssue[] = [];
  const rowOf = (values: Cells, row: number) => ({
    row,
    cells: table.columns.map(({ header }) => values[header] ?? null),
    hidden: false,
  });
  const row = rowOf({ Gerät: 'Beamer', ...cells }, 2);
  const result = readRow(row, table, {
    source: { sheet: 'Liste', row: 2 },
    classify: (text) => (text.includes('Beamer') ? { categoryId: 'BEAM', confidence: 1 } : null),
    categoryChoices: {},
    sectionRoom: null,
    habits: columnHabits([row, ...others.map((values, index) => rowOf(values, index + 3))], table.columns),
    issues,
  });
  return { reads: result.ok ? result.value : [], issues };
};
const first = (cells: Cells): RowRead | undefined => read(cells).reads[0];
const told = ({ issues }: Outcome): readonly string[] =>
  issues.map(({ code, column, severity }) => `${code} ${column} ${severity}`);

describe('readRow: dates and prices', () => {
  it('takes a doubtful date, keeps its text and tells the reading', () => {
    const outcome = read({ Kauf: '3/4/2021' });
    expect(outcome.reads[0]).toMatchObject({ fields: { purchasedOn: '2021-04-03' }, note: 'Kauf: 3/4/2021' });
    expect(outcome.issues).toMatchObject([
      { code: 'DOUBTFUL_DATE', column: 'Kauf', value: '3/4/2021', params: { read: '2021-04-03' } },
    ]);
  });

  it('follows the order of day and month that another row proves', () => {
    const outcome = read({ Kauf: '3/4/2021' }, tableOf(COLUMNS), [{ Kauf: '10/13/2021' }]);
    expect(outcome.reads[0]?.fields.purchasedOn).toBe('2021-03-04');
    expect(outcome.issues).toEqual([]);
  });

  it('follows the sign before the cents that another row proves', () => {
    const outcome = read({ Preis: '1,234' }, tableOf(COLUMNS), [{ Preis: '1,234.56' }]);
    expect(outcome.reads[0]?.fields.purchasePriceCents).toBe(123_400);
    expect(outcome.issues).toEqual([]);
    expect(told(read({ Preis: '1,234' }))).toEqual(['DOUBTFUL_PRICE Preis warning']);
  });

  it('takes "bis" for granted where an end belongs, and doubts it elsewhere', () => {
    const outcome = read({ Garantie: 'bis Nov. 2019', Kauf: 'bis Nov. 2019' });
    expect(outcome.reads[0]?.fields).toMatchObject({ warrantyUntil: '2019-11', purchasedOn: '2019-11' });
    expect(told(outcome)).toEqual(['DOUBTFUL_DATE Kauf warning']);
  });

  it('tells about an amount that is about so much, and asks about one without tax', () => {
    expect(told(read({ Preis: 'ca. 450' }))).toEqual(['DOUBTFUL_PRICE Preis info']);
    expect(told(read({ Preis: '450 netto' }))).toEqual(['DOUBTFUL_PRICE Preis warning']);
    expect(told(read({ Preis: 'geschenkt' }))).toEqual(['NO_PRICE Preis info']);
    expect(first({ Preis: 'geschenkt' })?.note).toBe('Preis: geschenkt');
  });

  it('takes a lone x for nothing in columns of texts, dates and prices', () => {
    for (const column of ['Name', 'Kauf', 'Preis', 'Zustand', 'Notiz', 'Raum', 'SN', 'Garantie'])
      expect(read({ [column]: 'x' })).toEqual(read({}));
    expect(first({ Stk: 'x' })?.fields.quantity).toBe(1);
  });
});

describe('readRow: errors', () => {
  it('stores no error of the sheet as a text, whatever its column', () => {
    const error = { kind: 'error', code: '#NV' } as const;
    const outcome = read({ Kauf: error, Preis: '#BEZUG!', Stk: error, Farbe: error, Name: error });
    expect(outcome.reads[0]).toMatchObject({ note: null, extra: {} });
    expect(told(outcome)).toEqual([
      'ERROR_CELL Name warning',
      'ERROR_CELL Kauf warning',
      'ERROR_CELL Preis warning',
      'ERROR_CELL Stk warning',
      'ERROR_CELL Farbe warning',
    ]);
  });
});

describe('readRow: serial numbers and counts', () => {
  const devices = (cells: Cells) =>
    read(cells).reads.map(({ fields }) => [fields.assetTag, fields.serialNumber, fields.quantity]);

  it('makes one device of each serial number', () => {
    expect(devices({ Nr: '1', SN: 'DMP111; DMP112', Stk: 2 })).toEqual([
      ['1', 'DMP111', 1],
      [null, 'DMP112', 1],
    ]);
    expect(told(read({ SN: 'DMP111; DMP112', Stk: 2 }))).toEqual(['SEVERAL_SERIALS SN info']);
  });

  it('gives each its inventory number where there are as many', () => {
    expect(devices({ Nr: '1, 2', SN: 'DMP111\nDMP112' })).toEqual([
      ['1', 'DMP111', 1],
      ['2', 'DMP112', 1],
    ]);
  });

  it('adds single devices where the count is higher, and says so', () => {
    expect(devices({ Nr: '1', SN: 'DMP111', Stk: 3 })).toEqual([
      ['1', 'DMP111', 1],
      [null, null, 1],
      [null, null, 1],
    ]);
    expect(told(read({ SN: 'DMP111', Stk: 3 }))).toEqual(['SERIALS_AND_COUNT SN warning']);
  });

  it('believes the serial numbers where the count is lower, and says so', () => {
    expect(devices({ SN: 'DMP111 / DMP112', Stk: 1 })).toHaveLength(2);
    expect(told(read({ SN: 'DMP111 / DMP112', Stk: 1 }))).toEqual(['SERIALS_AND_COUNT SN warning']);
  });

  it('keeps a Sammelposten without serial numbers, and one that is too large', () => {
    expect(devices({ Nr: '1', Stk: '35 Stk.' })).toEqual([['1', undefined, 35]]);
    const { reads } = read({ SN: 'DMP111', Stk: 600 });
    expect(reads.map(({ fields, note }) => [fields.serialNumber, fields.quantity, note])).toEqual([
      [undefined, 600, 'SN: DMP111'],
    ]);
  });

  it('does not guess what lies between two serial numbers', () => {
    for (const SN of ['DMP100–DMP105', 'DMP100 bis DMP105', 'DMP100-DMP105']) {
      const outcome = read({ SN });
      expect(outcome.reads[0]?.note).toBe(`SN: ${SN}`);
      expect(told(outcome)).toEqual(['SERIAL_RANGE SN warning']);
    }
    expect(first({ SN: '1234-5678' })?.fields.serialNumber).toBe('1234-5678');
  });

  it('keeps what stands between the serial numbers', () => {
    const outcome = read({ SN: 'DMP111; liegt im Schrank' });
    expect(outcome.reads[0]).toMatchObject({ note: 'SN: DMP111; liegt im Schrank' });
    expect(told(outcome)).toEqual(['NOT_A_SERIAL SN warning']);
  });

  it('tells a number that Excel has rounded', () => {
    const outcome = read({ SN: 1234567890123456, Nr: 1234567890123456 });
    expect(told(outcome)).toEqual(['UNKNOWN_VALUE Nr warning', 'NOT_A_SERIAL SN warning']);
  });
});

describe('readRow: states', () => {
  it.each([
    ['Raum', 'ENTSORGT', 'decommissioned'],
    ['Kauf', 'entsorgt 2023', 'decommissioned'],
    ['Preis', 'fehlt', 'missing'],
    ['Stk', 'defekt', 'defective'],
    ['Nr', 'ausgesondert', 'decommissioned'],
    ['SN', 'ENTSORGT', 'decommissioned'],
    ['Name', 'verschrottet', 'decommissioned'],
  ])('takes it from the column %s: %s', (column, text, status) => {
    const outcome = read({ [column]: text });
    expect(outcome.reads[0]).toMatchObject({ fields: { status }, note: `${column}: ${text}` });
    expect(told(outcome)).toContain(`STATUS_FROM_TEXT ${column} info`);
    expect(outcome.reads[0]?.fields.purchasedOn).toBeUndefined();
  });

  it.each(['Notiz', 'Farbe'])('takes it from the column %s, which keeps its text', (column) => {
    const outcome = read({ [column]: 'ausgeschieden am 2024-04-26' });
    expect(outcome.reads[0]?.fields).toMatchObject({
      status: 'decommissioned',
      decommissionedOn: '2024-04-26',
    });
    expect(told(outcome)).toEqual([`STATUS_FROM_TEXT ${column} info`]);
  });

  it('takes a lacking number for no news', () => {
    const outcome = read({ Nr: 'fehlt', SN: 'unbekannt' });
    expect(outcome).toMatchObject({ issues: [], reads: [{ note: null, fields: {} }] });
    expect(outcome.reads[0]?.fields.status).toBeUndefined();
    expect(first({ SN: 'nicht lesbar' })?.note).toBe('SN: nicht lesbar');
  });

  it('leaves the device alone when a part is missing', () => {
    const outcome = read({ Notiz: 'Netzteil fehlt', Netzteil: 'fehlt', Farbe: 'Akku defekt' });
    expect(outcome.issues).toEqual([]);
    expect(outcome.reads[0]?.fields.status).toBeUndefined();
    expect(told(read({ Raum: 'Netzteil fehlt' }))).toEqual(['NOT_A_ROOM Raum warning']);
  });

  it('keeps the name that carries a status', () => {
    expect(first({ Name: 'Beamer (defekt)' })?.fields).toMatchObject({
      name: 'Beamer (defekt)',
      status: 'defective',
    });
    expect(first({ Gerät: 'ENTSORGT Beamer' })?.fields).toMatchObject({
      categoryId: 'BEAM',
      status: 'decommissioned',
    });
    expect(first({ Name: 'Beamer defekt' })?.fields).toMatchObject({
      name: 'Beamer defekt',
      status: 'defective',
    });
    expect(first({ Name: 'Gerät defekt' })).toMatchObject({ note: 'Name: Gerät defekt' });
    expect(first({ Raum: '104 (defekt)' })).toMatchObject({
      roomNumber: '104',
      fields: { status: 'defective' },
      note: 'Raum: 104 (defekt)',
    });
  });

  it('leaves what is built in in use, and asks nothing', () => {
    const outcome = read({ Raum: 'eingebaut in PC' });
    expect(outcome.issues).toEqual([]);
    expect(outcome.reads[0]).toMatchObject({
      roomNumber: null,
      note: 'Raum: eingebaut in PC',
    });
    expect(outcome.reads[0]?.fields.status).toBeUndefined();
    expect(first({ Raum: 'eingebaut in Raum 104' })?.roomNumber).toBe('104');
  });

  it('lets the more final of two contradicting states hold, and says so', () => {
    const outcome = read({ Zustand: 'in Betrieb', Raum: 'ENTSORGT' });
    expect(outcome.reads[0]?.fields.status).toBe('decommissioned');
    expect(outcome.issues).toMatchObject([
      {
        code: 'CONTRADICTING_STATUS',
        column: 'Raum',
        severity: 'warning',
        params: { status: 'decommissioned' },
      },
    ]);
    const stays = read({ Zustand: 'ausgesondert', Notiz: 'defekt seit 2019' });
    expect(stays.reads[0]?.fields.status).toBe('decommissioned');
    expect(told(stays)).toEqual(['CONTRADICTING_STATUS Notiz info']);
  });

  it('finds no contradiction in words that agree or that say it works', () => {
    expect(told(read({ Zustand: 'defekt', Notiz: 'seit März defekt' }))).toEqual([
      'STATUS_FROM_TEXT Notiz info',
    ]);
    expect(read({ Zustand: 'defekt', Notiz: 'fest installiert' }).reads[0]?.fields.status).toBe('defective');
  });

  it('asks about a state that is not sure', () => {
    const outcome = read({ Zustand: 'defekt?' });
    expect(outcome.reads[0]).toMatchObject({ fields: { status: 'defective' }, note: 'Zustand: defekt?' });
    expect(told(outcome)).toEqual(['DOUBTFUL_STATUS Zustand warning']);
  });

  it('guesses nothing in our own list', () => {
    const own = tableOf({ ...COLUMNS, 'Geräte-ID': 'id' }, true);
    const outcome = read({ Zustand: 'in Betrieb', Notiz: 'defekt', SN: 'A1234, B1234', Stk: 2 }, own);
    expect(outcome.reads).toHaveLength(1);
    expect(outcome.reads[0]?.fields).toMatchObject({ status: 'in-use', serialNumber: 'A1234, B1234' });
    expect(outcome.issues).toEqual([]);
  });
});
