import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RawBook, RawCell, Separator } from '#core/import/types.ts';
import { readList, readPastedText } from './read-list.ts';
import { detectSeparator } from './read-text.ts';

const bookOf = (text: string | Uint8Array): RawBook => {
  const result = readList(typeof text === 'string' ? strToU8(text) : text, 'liste.csv');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const cellsOf = (text: string | Uint8Array): readonly (readonly RawCell[])[] =>
  bookOf(text).sheets[0]?.rows.map(({ cells }) => cells) ?? [];
const bytesOf = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...strToU8(part)])));

describe('records', () => {
  it.each<[string, string, readonly (readonly RawCell[])[]]>([
    [
      'separators and breaks inside quotes',
      'a;b\n"x;y";"1\n2"\n',
      [
        ['a', 'b'],
        ['x;y', '1\n2'],
      ],
    ],
    [
      'doubled quotes',
      'a;b\n"24"" Monitor";"""x"""\n',
      [
        ['a', 'b'],
        ['24" Monitor', '"x"'],
      ],
    ],
    [
      'inch marks without quotes',
      'a;b\n24" Monitor;19"\n"alt" Beamer;1\n',
      [['a', 'b'], ['24" Monitor', '19"'], ['"alt" Beamer', 1].map(String)],
    ],
    [
      'mixed line ends',
      'a;b\r\n1;2\n3;4\r5;6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'line ends of an old Mac',
      'a;b\r1;"x\ry"\r',
      [
        ['a', 'b'],
        ['1', 'x\ny'],
      ],
    ],
    [
      'separators at the end',
      'a;b;;;\n1;2;;;\n;;;;\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['vertical tabs of databases', 'a;b\n1;x\u000by\n', [['a', 'b'], ['1', 'x'], ['y']]],
    ['a file without a last line end', 'a;b\n1;', [['a', 'b'], ['1']]],
    [
      'the mark of DOS at the end',
      'a;b\n1;2\n\u001a',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'an unclosed quote',
      'a;b\n"x;1\ny;2\n"z";3\n',
      [
        ['a', 'b'],
        ['"x', '1'],
        ['y', '2'],
        ['z', '3'],
      ],
    ],
    [
      'an unclosed quote at the end',
      'a;b\n1;"x\n2;y\n',
      [
        ['a', 'b'],
        ['1', '"x'],
        ['2', 'y'],
      ],
    ],
    [
      'sep= with the line end of an old Mac',
      'sep=|\ra|b;c\r1|2\r',
      [
        ['a', 'b;c'],
        ['1', '2'],
      ],
    ],
  ])('reads %s', (_what, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('lets no quote swallow more than 30 lines', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `${index};x`);
    expect(cellsOf(`a;b\n"c;d\n${lines.join('\n')}\n";e\n`)).toHaveLength(43);
    const note = Array.from({ length: 20 }, (_, index) => `Zeile ${index}`).join('\n');
    expect(cellsOf(`a;b\n1;"${note}"\n`)[1]).toEqual(['1', note]);
  });

  it('takes its time for no trick with quotes or separators', () => {
    const tricks = [
      ';"x'.repeat(300_000),
      `${'"a'.repeat(300_000)}\n1;2`,
      'x\n'.repeat(150_000),
      '"\n'.repeat(100_000),
    ];
    for (const trick of tricks) {
      const start = performance.now();
      readList(strToU8(`a;b\n${trick}`), 'liste.csv');
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });

  it('refuses a list that one line makes far too wide', () => {
    const text = `a;b\n${'1;2\n'.repeat(3000)}${'x;'.repeat(5000)}`;
    expect(readList(strToU8(text), 'liste.csv')).toMatchObject({
      ok: false,
      error: { code: 'TOO_MANY_CELLS' },
    });
  });

  it('refuses a line of more columns than a sheet has', () => {
    expect(readList(strToU8(`a;b\n${'x;'.repeat(20_000)}`), 'liste.csv')).toMatchObject({
      ok: false,
      error: { code: 'TOO_MANY_CELLS' },
    });
  });
});

describe('detectSeparator', () => {
  it.each<[string, string, Separator]>([
    [
      'below title lines',
      'Inventar der Schule, Stand 2026\n\nRaum, Gerät und mehr\nRaum;Gerät;Preis\n1;Beamer;499,90\n2;iPad;379,00\n',
      ';',
    ],
    ['with decimal commas', 'Preis\tNr\n1,50\t2,5\n3,25\t4,5\n', '\t'],
    ['of a single column with some commas', 'Gerät\nBeamer, alt\niPad\nLaptop\nDrucker, defekt\n', ';'],
    ['of a single column', 'Gerät\nBeamer\niPad\n', ';'],
    ['with quoted commas', 'a,b\n"1,5",2\n"2,5",3\n', ','],
    ['of upright lines', 'a|b|c\n1|2,5|3;4\n', '|'],
  ])('finds it %s', (_what, text, separator) => {
    expect(detectSeparator(text)).toBe(separator);
  });
});

describe('encodings', () => {
  const wide = (text: string, big: boolean): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const pair = [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8];
        return big ? pair.reverse() : pair;
      }),
    );

  it.each([
    ['UTF-16 without mark', wide('Raum;Gerät\n1;Küche\n', false), 'utf-16le'],
    ['UTF-16 of the other order', wide('Raum;Gerät\n1;Küche\n', true), 'utf-16be'],
    ['UTF-16 of the other order with mark', wide('\uFEFFRaum;Gerät\n1;Küche\n', true), 'utf-16be'],
    ['an old Mac with é', bytesOf('Raum;Ger', 0x8a, 't\n1;K', 0x9f, 'che caf', 0x8e, '\n'), 'macintosh'],
    [
      'Windows with € and –',
      bytesOf('Raum;Ger', 0xe4, 't\n1;K', 0xfc, 'che 5 ', 0x80, ' ', 0x96, '\n'),
      'windows-1252',
    ],
  ] as const)('recognises %s', (_what, bytes, encoding) => {
    const book = bookOf(bytes);
    expect(book.textFormat?.encoding).toBe(encoding);
    expect(book.sheets[0]?.rows[0]?.cells).toEqual(['Raum', 'Gerät']);
    expect(String(book.sheets[0]?.rows[1]?.cells[1])).toMatch(/^Küche/);
  });

  it('marks a broken character in UTF-8 instead of spoiling all', () => {
    const text = 'Raum;Gerät\n'.repeat(20);
    expect(cellsOf(bytesOf(text, '1;K', 0xfc, 'che\n')).at(-1)).toEqual(['1', 'K\ufffdche']);
  });

  it('forgives zeros at the end and refuses a file of them', () => {
    expect(cellsOf(bytesOf('Raum;Gerät\n'.repeat(60), 0, 0))).toHaveLength(60);
    expect(readList(bytesOf('Raum', 0, 0, 0, 7, 9, 0, 0), 'liste.csv')).toMatchObject({
      ok: false,
      error: { code: 'NOT_A_WORKBOOK' },
    });
  });

  it('does not take a column PK for a workbook', () => {
    expect(cellsOf('PK;Raum\n1;2\n')[0]).toEqual(['PK', 'Raum']);
  });

  it.each([
    ['<?xml version="1.0"?><svg/>', 'NOT_A_WORKBOOK'],
    ['<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', 'OLD_EXCEL'],
  ])('tells what %s is', (text, code) => {
    expect(readList(strToU8(text), 'liste.xls')).toMatchObject({ ok: false, error: { code } });
  });
});

describe('readPastedText', () => {
  it('keeps line breaks and quotes of cells', () => {
    const result = readPastedText('Raum\tNotiz\r\n1\t"a\nb ""c"""\r\n', 'Eingefügt');
    expect(result.ok && result.value.sheets[0]?.rows[1]?.cells).toEqual(['1', 'a\nb "c"']);
  });
});
