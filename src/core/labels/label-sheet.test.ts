import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSheet } from './check-sheet.ts';
import { KNOWN_SHEETS } from './known-sheets.ts';
import { labelsPerSheet, PAPER, placeLabels, type LabelBox, type LabelSheet } from './label-sheet.ts';

const known = fc.constantFrom(...KNOWN_SHEETS);
/** Sheets of any measures that pass the check. */
const sheets: fc.Arbitrary<LabelSheet> = fc
  .record({
    columns: fc.integer({ min: 1, max: 9 }),
    rows: fc.integer({ min: 1, max: 30 }),
    width: fc.integer({ min: 100, max: 2100 }).map((tenths) => tenths / 10),
    height: fc.integer({ min: 60, max: 2970 }).map((tenths) => tenths / 10),
    left: fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10),
    top: fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10),
    stepX: fc.integer({ min: 0, max: 2100 }).map((tenths) => tenths / 10),
    stepY: fc.integer({ min: 0, max: 2970 }).map((tenths) => tenths / 10),
  })
  .map((measures) => ({ id: 'x', maker: '', name: 'x', ...measures }))
  .filter((sheet) => checkSheet(sheet).length === 0);
const anySheet = fc.oneof(known, sheets);

/** Tenths of millimetres are no exact numbers. */
const HAIR = 0.006;
const overlaps = (a: LabelBox, b: LabelBox): boolean =>
  a.x + a.width > b.x + HAIR &&
  b.x + b.width > a.x + HAIR &&
  a.y + a.height > b.y + HAIR &&
  b.y + b.height > a.y + HAIR;

describe('KNOWN_SHEETS', () => {
  it('are named apart and would pass the check of an own sheet', () => {
    expect(new Set(KNOWN_SHEETS.map(({ id }) => id)).size).toBe(KNOWN_SHEETS.length);
    for (const sheet of KNOWN_SHEETS) expect(checkSheet(sheet), sheet.id).toEqual([]);
  });

  it.each([
    ['avery-l4731', 189, 25.4, 10],
    ['avery-l4732', 80, 35.6, 16.9],
    ['avery-3666', 65, 38, 21.2],
    ['avery-l4736', 48, 45.7, 21.2],
    ['avery-l4737', 27, 63.5, 29.6],
    ['avery-l4773', 24, 63.5, 33.9],
    ['avery-3474', 24, 70, 37],
  ])('%s holds %i labels of %d × %d mm', (id, count, width, height) => {
    const sheet = KNOWN_SHEETS.find((other) => other.id === id);
    expect(sheet).toMatchObject({ width, height });
    expect(sheet === undefined ? 0 : labelsPerSheet(sheet)).toBe(count);
  });

  it.each(KNOWN_SHEETS.map((sheet) => [sheet.id, sheet] as const))(
    '%s lies in the middle of the paper',
    (_id, sheet) => {
      const right = PAPER.width - sheet.left - (sheet.columns - 1) * sheet.stepX - sheet.width;
      const bottom = PAPER.height - sheet.top - (sheet.rows - 1) * sheet.stepY - sheet.height;
      expect(Math.abs(right - sheet.left)).toBeLessThan(0.8);
      expect(Math.abs(bottom - sheet.top)).toBeLessThan(0.8);
    },
  );
});

describe('placeLabels', () => {
  it('keeps every label on the paper, none over another, each once', () => {
    fc.assert(
      fc.property(anySheet, fc.nat(600), fc.integer({ min: 1, max: 300 }), (sheet, count, startAt) => {
        const pages = placeLabels(sheet, count, startAt);
        expect(pages.flat().map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, at) => at));
        for (const boxes of pages) {
          for (const box of boxes) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.y).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(PAPER.width + HAIR);
            expect(box.y + box.height).toBeLessThanOrEqual(PAPER.height + HAIR);
          }
        }
        const [first = []] = pages;
        const pair = first.find((box, at) => first.slice(at + 1).some((other) => overlaps(box, other)));
        expect(pair).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('begins with the label that is left on a used sheet and goes on with whole ones', () => {
    const [sheet] = KNOWN_SHEETS.filter(({ id }) => id === 'avery-l4773');
    const pages = sheet === undefined ? [] : placeLabels(sheet, 30, 23);
    expect(pages.map((boxes) => boxes.length)).toEqual([2, 24, 4]);
    expect(pages[0]?.[0]).toMatchObject({ index: 0, x: 7.21 + 66.04 });
    expect(pages[0]?.[0]?.y).toBeCloseTo(12.9 + 7 * 33.9, 9);
    expect(pages[1]?.[0]).toMatchObject({ index: 2, x: 7.21, y: 12.9 });
  });

  it('moves all labels by the offset of the printer', () => {
    const [sheet] = KNOWN_SHEETS;
    if (sheet === undefined) throw new Error('no sheet');
    const [plain = []] = placeLabels(sheet, 3);
    const [moved = []] = placeLabels(sheet, 3, 1, { x: 0.5, y: -1.2 });
    expect(moved.map(({ x, y }, at) => [x - (plain[at]?.x ?? 0), y - (plain[at]?.y ?? 0)])).toEqual(
      Array.from({ length: 3 }, () => [expect.closeTo(0.5, 9), expect.closeTo(-1.2, 9)]),
    );
  });

  it('makes no page of nothing', () => {
    expect(placeLabels(KNOWN_SHEETS[0]!, 0, 5)).toEqual([]);
  });
});

describe('checkSheet', () => {
  const good = {
    name: 'Mein Bogen',
    columns: 3,
    rows: 8,
    width: 63.5,
    height: 33.9,
    left: 7.2,
    top: 12.9,
    stepX: 66,
    stepY: 33.9,
  };
  it.each([
    [{}, []],
    [{ name: ' ' }, ['name MISSING']],
    [{ width: null }, ['width MISSING']],
    [{ columns: 2.5 }, ['columns MISSING']],
    [{ height: 3 }, ['height TOO_SMALL']],
    [{ left: -1 }, ['left TOO_SMALL']],
    [{ stepX: 60 }, ['stepX OVERLAP']],
    [{ left: 20 }, ['left OFF_PAPER']],
    [{ rows: 9 }, ['top OFF_PAPER']],
    [{ columns: 1, stepX: 0 }, []],
    [{ columns: 100, rows: 100 }, ['rows TOO_MANY']],
  ])('says of %j: %j', (change, issues) => {
    expect(checkSheet({ ...good, ...change }).map(({ field, code }) => `${field} ${code}`)).toEqual(issues);
  });
});
