import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../history/apply-changes.ts';
import { EMPTY_INVENTORY } from '../../inventory/inventory.ts';
import { parseProfile } from '../../targets/parse-profile.ts';
import { changesOfPlan, planImport } from './plan-import.ts';
import { proposeMapping } from '../columns/propose-mapping.ts';
import type { ImportPlan, RawBook, RawCell } from '../types.ts';
import { cellText, isEmptyWord } from '../words.ts';

const parsed = parseProfile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/profiles/mv-vorschlag-2026.json'), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

const HEAD = [
  'InvNr',
  'Gerät',
  'Modell',
  'SerNr',
  'Raum',
  'Kaufdatum',
  'Preis',
  'Stk.',
  'Zustand',
  'Notiz',
  'Farbe',
];

/** What people write into any cell, whatever its heading. */
const cell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.constantFrom<RawCell>(
    null,
    null,
    '',
    ' ',
    '-',
    'x',
    'k.A.',
    'fehlt',
    'ENTSORGT',
    'Raum 104',
    '104',
    'Beamer',
    'iPad 9. Gen.',
    'Beamerlampe',
    '31.02.2020',
    '14.9.18',
    'Nov. 2019',
    'ca. 450 €',
    '1.740,- €',
    '350 CHF',
    '35 Stk.',
    '0',
    'defekt seit 03/2026',
    'liegt im Schrank\nhinten',
    'SN123456; SN123457',
    '5,02E+11',
    'nein',
    true,
    2019,
    43_000,
    12.5,
    -3,
    { kind: 'date', date: '2020-09-17' },
    { kind: 'error', code: '#NV' },
    '3/4/2021',
    '2020/21',
    'laut Lieferschein 12.3.2019',
    '1,234',
    '450 netto',
    '2x450 €',
    'ca. 30',
    '30/28',
    'zwölf',
    'repariert',
    'defekt?',
    'Netzteil fehlt',
    'eingebaut in PC',
    'Beamer (defekt)',
    'ausgeschieden am 2024-04-26',
    'DMP100–DMP105',
    'nicht lesbar',
    '#BEZUG!',
  ),
  fc.string({ maxLength: 12 }),
);
const rows = fc.array(fc.array(cell, { maxLength: HEAD.length }), { minLength: 1, maxLength: 12 });

const bookOf = (body: readonly (readonly RawCell[])[]): RawBook => ({
  fileName: 'liste.csv',
  format: 'text',
  textFormat: null,
  sheets: [
    {
      name: 'Liste',
      hidden: false,
      hiddenColumns: [],
      merges: [],
      rows: [HEAD, ...body].map((cells, index) => ({ row: index + 1, cells, hidden: false })),
    },
  ],
});
const planOf = (book: RawBook): ImportPlan => {
  const mapping = proposeMapping(book, { profile, remembered: [] });
  if (!mapping.ok) throw new Error(mapping.error.code);
  let next = 0;
  const id = (): string => `neu-${(next += 1)}`;
  return planImport(book, mapping.value, {
    inventory: EMPTY_INVENTORY,
    profile,
    ids: { device: id, room: id },
    defaultRoomType: null,
  });
};

const RUNS = 400;

/** Columns whose cells become values instead of texts. */
const VALUES = [
  ['Kaufdatum', 'purchasedOn'],
  ['Preis', 'purchasePriceCents'],
] as const;

describe('planImport on anything', () => {
  it('lets each row end in one outcome and takes over exactly what it counts', () => {
    fc.assert(
      fc.property(rows, (body) => {
        const plan = planOf(bookOf(body));
        expect(plan.rows.map(({ row }) => row)).toEqual(body.map((_cells, index) => index + 2));
        const { rowsRead, newRows, changedRows, sameRows, rejectedRows } = plan.counts;
        expect(newRows + changedRows + sameRows + rejectedRows).toBe(rowsRead);
        const state = { inventory: EMPTY_INVENTORY, profiles: new Map(), settings: new Map() };
        const after = applyChanges(state, changesOfPlan(plan)).inventory;
        expect(after.devices).toHaveLength(plan.counts.newDevices);
        const rooms = new Set(after.rooms.map(({ id }) => id));
        expect(after.devices.every(({ roomId }) => roomId === null || rooms.has(roomId))).toBe(true);
      }),
      { numRuns: RUNS, seed: 20261124 },
    );
  });

  it('loses no word: it stands in the device, its room, its note, or is named in an issue', () => {
    fc.assert(
      fc.property(rows, (body) => {
        const plan = planOf(bookOf(body));
        for (const [index, cells] of body.entries()) {
          const at = index + 2;
          if (plan.rejected.some(({ row }) => row === at)) continue;
          const devices = plan.devices.filter(({ source }) => source.row === at).map(({ device }) => device);
          const places = plan.rooms.filter(({ room }) => devices.some(({ roomId }) => roomId === room.id));
          const kept = JSON.stringify([devices, places]).toLowerCase().replace(/\\\n/g, ' ');
          const named = plan.issues.filter(({ row }) => row === at).map(({ value }) => value);
          for (const [column, raw] of cells.entries()) {
            const text = cellText(raw);
            // Words alone: dates, prices and counts are kept as values, the tests of their readers hold those.
            if (isEmptyWord(text) || typeof raw !== 'string' || !/^\p{L}{4,}$/u.test(text)) continue;
            if (READ_AS_VALUE.has(text) || ['Stk.'].includes(HEAD[column] ?? '')) continue;
            expect(
              kept.includes(JSON.stringify(text).slice(1, -1).toLowerCase()) || named.includes(text),
              `${HEAD[column]}: ${text}`,
            ).toBe(true);
          }
        }
      }),
      { numRuns: RUNS, seed: 20261125 },
    );
  });

  it('takes each date and price, or says in an issue at its place that it did not', () => {
    fc.assert(
      fc.property(rows, (body) => {
        const plan = planOf(bookOf(body));
        for (const { source, device } of plan.devices) {
          const cells = body[source.row - 2] ?? [];
          const isTold = (header: string): boolean =>
            plan.issues.some(({ row, column }) => row === source.row && column === header);
          const isKept = (text: string): boolean => device.note?.includes(text) === true;
          for (const [header, field] of VALUES) {
            const text = cellText(cells[HEAD.indexOf(header)]);
            if (isEmptyWord(text)) continue;
            expect(device[field] !== null || isTold(header) || isKept(text), `${header}: ${text}`).toBe(true);
          }
        }
      }),
      { numRuns: RUNS, seed: 20261128 },
    );
  });

  it('names a column of the list in each issue, or means the whole row', () => {
    fc.assert(
      fc.property(rows, (body) => {
        const { issues } = planOf(bookOf(body));
        expect(issues.every(({ column }) => column === '' || HEAD.includes(column))).toBe(true);
      }),
      { numRuns: 100, seed: 20261129 },
    );
  });
});

/** Words that become a category, a state or nothing but "no". */
const READ_AS_VALUE: ReadonlySet<string> = new Set(['Beamer', 'fehlt', 'ENTSORGT', 'nein']);
