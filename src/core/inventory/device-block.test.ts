import { describe, expect, it } from 'vitest';
import { aDevice, aRoom } from '../testing/builders.ts';
import { aLookup } from '../testing/device-lookup.ts';
import {
  clearCells,
  copyBlock,
  createFromBlock,
  fillDown,
  formatBlock,
  parseBlock,
  pasteBlock,
} from './device-block.ts';

const lookup = aLookup([aRoom({ id: 'r-9', roomNumber: '9' })]);
const devices = ['a', 'b', 'c'].map((id) => aDevice({ id, assetTag: `G-${id}` }));

describe('parseBlock', () => {
  it('reads rows and cells, the last line end closes the last row', () => {
    expect(parseBlock('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });

  it('reads quoted cells with line breaks, tabs and quotes', () => {
    expect(parseBlock('"a\nb"\t"say ""x"""\t15"\n')).toEqual([['a\nb', 'say "x"', '15"']]);
  });

  it('keeps a quote that only opens', () => {
    expect(parseBlock('"Beamer" alt\t"x')).toEqual([['"Beamer" alt', '"x']]);
  });

  it('reads back what was copied', () => {
    const block = [
      ['a\tb', 'c\nd', '"'],
      ['', 'x', 'y'],
    ];
    expect(parseBlock(formatBlock(block))).toEqual(block);
  });
});

describe('pasteBlock', () => {
  it('writes cell by cell and leaves a device without change out', () => {
    const result = pasteBlock(parseBlock('Epson\t9\nEpson\t9\n'), devices, ['manufacturer', 'room'], lookup);
    expect(result).toMatchObject({ cells: 4, bad: [], rowsLeftOver: 0, columnsLeftOver: 0 });
    expect(result.changes.map(({ after }) => [after?.id, after?.manufacturer, after?.roomId])).toEqual([
      ['a', 'Epson', 'r-9'],
      ['b', 'Epson', 'r-9'],
    ]);
  });

  it('reports bad cells with their place', () => {
    const result = pasteBlock(parseBlock('2020\nx\n2021\n'), devices, ['purchasedOn'], lookup);
    expect(result.bad).toEqual([
      {
        blockRow: 2,
        blockColumn: 1,
        deviceId: 'b',
        assetTag: 'G-b',
        issue: { column: 'purchasedOn', value: 'x', code: 'NO_DATE' },
      },
    ]);
    expect(result.changes).toHaveLength(2);
  });

  it('fills all given rows with a single cell', () => {
    const result = pasteBlock([['Acer']], devices, ['manufacturer', 'model'], lookup);
    expect(result.changes.map(({ after }) => after?.manufacturer)).toEqual(['Acer', 'Acer', 'Acer']);
  });

  it('says what has no place', () => {
    const result = pasteBlock(parseBlock('a\tb\na\tb\na\tb\na\tb\n'), devices, ['model'], lookup);
    expect(result).toMatchObject({ rowsLeftOver: 1, columnsLeftOver: 1, cells: 3 });
  });
});

describe('copyBlock', () => {
  it('copies texts that pasteBlock takes back', () => {
    const source = aDevice({ id: 's', purchasePriceCents: 1250, purchasedOn: '2022-03', roomId: 'r-9' });
    const columns = ['purchasePriceCents', 'purchasedOn', 'room'] as const;
    const text = copyBlock([source], columns, lookup);
    expect(text).toBe('12,50\t03/2022\t9');
    expect(pasteBlock(parseBlock(text), [aDevice({ id: 's' })], columns, lookup).changes[0]?.after).toEqual(
      source,
    );
  });
});

describe('copyBlock of a text that looks like a formula', () => {
  it('keeps Excel from calculating it, and is taken back as it was', () => {
    const source = aDevice({ id: 's', name: `=cmd|'/C calc'!A1`, model: '-5' });
    const text = copyBlock([source], ['name', 'model'], lookup);
    expect(text).toBe(`'=cmd|'/C calc'!A1\t-5`);
    const pasted = pasteBlock(parseBlock(text), [aDevice({ id: 's' })], ['name', 'model'], lookup);
    expect(pasted.changes[0]?.after).toEqual(source);
  });
});

describe('fillDown', () => {
  it('takes the first value down', () => {
    const rows = [{ ...devices[0]!, model: 'X' }, ...devices.slice(1)];
    expect(fillDown(rows, ['model'], lookup)).toMatchObject({
      cells: 2,
      changes: [{ after: { id: 'b', model: 'X' } }, { after: { id: 'c', model: 'X' } }],
    });
  });
});

describe('clearCells', () => {
  it('empties cells and passes read-only columns over', () => {
    const row = aDevice({ model: 'X' });
    expect(clearCells([row], ['model', 'floor'], lookup)).toMatchObject({ cells: 1, bad: [] });
  });
});

describe('createFromBlock', () => {
  const columnOf = (heading: string) =>
    heading === 'Modell' ? ('model' as const) : heading === 'Inv.' ? ('assetTag' as const) : null;
  const blanks = () => {
    let next = 0;
    return () => aDevice({ id: `n-${(next += 1)}` });
  };

  it('goes by known headings', () => {
    const result = createFromBlock(
      parseBlock('Modell\tInv.\nX\t7\n\t\nY\t8\n'),
      ['assetTag'],
      columnOf,
      blanks(),
      lookup,
    );
    expect(result.created).toBe(2);
    expect(result.changes.map(({ before, after }) => [before, after?.assetTag, after?.model])).toEqual([
      [null, '7', 'X'],
      [null, '8', 'Y'],
    ]);
  });

  it('goes by the visible columns where no heading is known', () => {
    const result = createFromBlock(
      parseBlock('7\tX\tzu viel\n'),
      ['assetTag', 'model'],
      columnOf,
      blanks(),
      lookup,
    );
    expect(result.changes[0]?.after).toMatchObject({ assetTag: '7', model: 'X' });
    expect(result.columnsLeftOver).toBe(1);
  });
});
