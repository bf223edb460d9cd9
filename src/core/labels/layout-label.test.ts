import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDevice, aRoom } from '../testing/builders.ts';
import { KNOWN_SHEETS } from './known-sheets.ts';
import { deviceContent, LABEL_FIELDS, roomContent } from './label-content.ts';
import { layoutLabel, LEAST_MODULE, LEAST_TYPE, type MeasureText } from './layout-label.ts';

/** Every sign as wide as the other. */
const measure: MeasureText = (text, isBold) => [...text].length * (isBold ? 0.6 : 0.55);
const HAIR = 1e-6;

const code = fc.option(
  fc.record({
    kind: fc.constantFrom('qr' as const, 'code128' as const),
    width: fc.constantFrom(21, 25, 29, 33, 112, 145),
  }),
);
const lines = fc.array(
  fc.record({
    text: fc
      .array(fc.string({ unit: fc.constantFrom('a', 'W', '1', '-', 'ß'), minLength: 1, maxLength: 18 }), {
        minLength: 1,
        maxLength: 6,
      })
      .map((words) => words.join(' ')),
    isMain: fc.boolean(),
  }),
  { maxLength: 5 },
);

describe('layoutLabel', () => {
  it('cuts no text, and keeps code and texts inside the label and apart', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KNOWN_SHEETS), code, lines, (label, shape, texts) => {
        const layout = layoutLabel(label, shape, texts, measure);
        // All words are there, in their order.
        expect(
          layout.texts
            .map(({ text }) => text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(
          texts
            .map(({ text }) => text)
            .join('')
            .replaceAll(' ', ''),
        );
        for (const { text, isMain, x, y, size } of layout.texts) {
          expect(x).toBeGreaterThanOrEqual(1 - HAIR);
          expect(x + measure(text, isMain) * size).toBeLessThanOrEqual(label.width - 1 + HAIR);
          expect(y - size * 0.92).toBeGreaterThanOrEqual(1 - HAIR);
          expect(y + size * 0.26).toBeLessThanOrEqual(label.height - 1 + HAIR);
        }
        if (layout.code === null) return;
        const { x, y, width, height } = layout.code;
        const quiet = (shape?.kind === 'qr' ? 4 : 10) * layout.moduleSize;
        expect(x).toBeGreaterThanOrEqual(Math.max(1, quiet) - HAIR);
        expect(x + width).toBeLessThanOrEqual(label.width - 1 + HAIR);
        expect(y).toBeGreaterThanOrEqual(1 - HAIR);
        expect(y + height).toBeLessThanOrEqual(label.height - 1 + HAIR);
        for (const placed of layout.texts) {
          const isBeside = placed.x >= x + width + quiet - HAIR;
          const isAbove = placed.y + placed.size * 0.26 <= y + HAIR;
          expect(isBeside || isAbove).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(KNOWN_SHEETS.map((sheet) => [sheet.id, sheet] as const))(
    'prints a QR code with number and room readably on %s',
    (_id, sheet) => {
      const { moduleSize, smallestType } = layoutLabel(
        sheet,
        { kind: 'qr', width: 25 },
        [
          { text: 'GSL-0042', isMain: true },
          { text: '204', isMain: false },
        ],
        measure,
      );
      expect(moduleSize).toBeGreaterThan(LEAST_MODULE * 1.4);
      expect(smallestType).toBeGreaterThan(LEAST_TYPE);
    },
  );

  it('says honestly that bars are too narrow for a small label', () => {
    const { moduleSize } = layoutLabel(
      { width: 25.4, height: 10 },
      { kind: 'code128', width: 123 },
      [],
      measure,
    );
    expect(moduleSize).toBeLessThan(LEAST_MODULE);
  });

  it('sets a short number in one line and larger than the rest', () => {
    const { texts } = layoutLabel(
      { width: 63.5, height: 33.9 },
      { kind: 'qr', width: 25 },
      [
        { text: 'GSL-0042', isMain: true },
        { text: 'Interaktives Display 75 Zoll', isMain: false },
      ],
      measure,
    );
    expect(texts[0]?.text).toBe('GSL-0042');
    expect(texts[0]?.size).toBeGreaterThan(texts[1]?.size ?? 0);
  });
});

describe('deviceContent', () => {
  const device = aDevice({
    assetTag: 'GSL-0042',
    name: null,
    manufacturer: 'Promethean',
    model: 'AP9',
    serialNumber: 'S1',
  });

  it('holds what was chosen, in the order of the label, and falls back to the model', () => {
    const content = deviceContent(device, 'Haus A 204', 'Schule am See', {
      codeKind: 'qr',
      fields: [...LABEL_FIELDS].reverse(),
    });
    expect(content.lines.map(({ text }) => text)).toEqual([
      'GSL-0042',
      'Promethean AP9',
      'Haus A 204',
      'S1',
      'Schule am See',
    ]);
    expect(content.lines.map(({ isMain }) => isMain)).toEqual([true, false, false, false, false]);
    expect(content.code).toBe('AKY1.D.GSL%2D0042');
  });

  it('puts the bare number into bars, and none where there is none', () => {
    const bars = { codeKind: 'code128', fields: [] } as const;
    expect(deviceContent(device, null, '', bars).code).toBe('GSL-0042');
    expect(deviceContent(aDevice({ assetTag: 'Ü1' }), null, '', bars).code).toBe('AKY1.D.%C3%9C1');
    expect(deviceContent(aDevice(), null, '', bars).code).toBeNull();
    expect(deviceContent(device, null, '', { codeKind: 'none', fields: [] }).code).toBeNull();
  });
});

describe('roomContent', () => {
  it('always bears the number of the room', () => {
    const room = aRoom({ roomNumber: '204', building: 'Haus A', name: 'Klasse 8b' });
    expect(roomContent(room, 'Schule am See', { codeKind: 'qr', fields: ['name'] })).toEqual({
      code: 'AKY1.R.204.Haus A',
      lines: [
        { text: 'Haus A 204', isMain: true },
        { text: 'Klasse 8b', isMain: false },
      ],
    });
  });
});
