import { describe, expect, it } from 'vitest';
import { estimatedPages, layoutTable, orientationOf, pageRule } from './print-layout.ts';
import type { PrintList, PrintTable } from './print-list.ts';

const tableOf = (columns: number, text: string, rows = 3): PrintTable => ({
  columns: Array.from({ length: columns }, (_, index) => ({ label: `Spalte ${index}` })),
  rows: Array.from({ length: rows }, () => ({ cells: Array.from({ length: columns }, () => text) })),
});
const listOf = (...tables: readonly PrintTable[]): PrintList => ({
  kind: 'list',
  title: 'Liste',
  facts: [],
  tables,
});
const sum = (shares: readonly number[]): number => shares.reduce((all, share) => all + share, 0);

describe('layoutTable', () => {
  it('shares out the whole width, also where there are no rows', () => {
    expect(sum(layoutTable(tableOf(4, 'Beamer'), 'portrait').shares)).toBeCloseTo(1, 9);
    expect(sum(layoutTable(tableOf(4, '', 0), 'portrait').shares)).toBeCloseTo(1, 9);
  });

  it('takes the largest type where everything fits and never goes below the smallest', () => {
    expect(layoutTable(tableOf(3, 'Beamer'), 'portrait').sizePt).toBe(9);
    expect(layoutTable(tableOf(40, 'Beschaffungsliste'), 'portrait').sizePt).toBe(6);
  });

  it('meets small wishes whole and lets long texts wrap', () => {
    const long = 'ein Satz, der in keine Zeile passt, und noch einer, der in keine Zeile passt';
    const { shares } = layoutTable(
      {
        columns: [{ label: 'A' }, { label: 'B' }, { label: 'C' }],
        rows: [{ cells: ['2 von 4 fehlen', long, long] }],
      },
      'portrait',
    );
    const equal = layoutTable(
      { columns: [{ label: 'A' }], rows: [{ cells: ['2 von 4 fehlen'] }] },
      'portrait',
    );
    expect(equal.shares).toEqual([1]);
    expect(shares[0]).toBeLessThan(shares[1]!);
    expect(shares[1]).toBeCloseTo(shares[2]!, 9);
  });

  it('gives a number and its unit one line', () => {
    const width = (align?: 'right'): number =>
      layoutTable(
        {
          columns: [{ label: 'A', ...(align !== undefined && { align }) }, ...tableOf(14, '').columns],
          rows: [{ cells: ['1.234.567,89 €', ...Array.from({ length: 14 }, () => 'Beschaffungsliste')] }],
        },
        'portrait',
      ).shares[0]!;
    expect(width('right')).toBeGreaterThan(width());
  });

  it('does not widen the first column for a head that reaches over all', () => {
    const head = 'Haus A · 1. Obergeschoss · 12 Räume mit Lücken';
    const widthOf = (span: number): number =>
      layoutTable(
        {
          columns: [{ label: 'Raum' }, { label: 'Name' }],
          rows: [{ kind: 'group', span, cells: [head, ''] }, { cells: ['101', 'Klassenraum'] }],
        },
        'portrait',
      ).shares[0]!;
    expect(widthOf(2)).toBeLessThan(widthOf(1));
  });
});

describe('orientationOf', () => {
  it('turns a list that is too wide to read upright', () => {
    expect(orientationOf(listOf(tableOf(4, 'Beamer')))).toBe('portrait');
    expect(orientationOf(listOf(tableOf(4, 'Beamer'), tableOf(14, 'Funkbildübertrag')))).toBe('landscape');
  });
});

describe('estimatedPages', () => {
  it('grows with the rows and is never nothing', () => {
    expect(estimatedPages(listOf(), 'portrait')).toBe(1);
    expect(estimatedPages(listOf(tableOf(3, 'Beamer', 3)), 'portrait')).toBe(1);
    const pages = estimatedPages(listOf(tableOf(3, 'Beamer', 4000)), 'portrait');
    expect(pages).toBeGreaterThan(60);
    expect(pages).toBeLessThan(120);
  });
});

describe('pageRule', () => {
  it('counts the pages of a list at the foot', () => {
    const rule = pageRule('landscape', 'Schule · Geräte');
    expect(rule).toContain('size: A4 landscape; margin: 13mm 14mm 17mm');
    expect(rule).toContain('content: "Schule · Geräte"');
    expect(rule).toContain('"Seite " counter(page) " von " counter(pages)');
  });

  it('lets no name of a school out of its string', () => {
    const rule = pageRule('portrait', 'Schule "A" \\ } body { color: red\n');
    expect(rule).toContain('"Schule \\22 A\\22  \\5c  } body { color: red\\a "');
  });

  it('leaves a sheet of its own the whole paper', () => {
    expect(pageRule('portrait', null)).toBe('@page { size: A4 portrait; margin: 0; }');
  });
});
