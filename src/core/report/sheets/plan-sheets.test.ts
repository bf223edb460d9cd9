import { describe, expect, it } from 'vitest';
import { REPORT_TEXTS } from '#texts/report.ts';
import { ageStructure } from '../../gaps/age-structure.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { proposeRedistribution } from '../../plan/redistribution.ts';
import { replacementPlan } from '../../plan/replacement-plan.ts';
import { daysBetween } from '../../shared/iso-date.ts';
import { aDevice, aRoom, anInventory } from '../../testing/builders.ts';
import { generatedSchool } from '../../testing/generated-school.ts';
import { NO_FIGURES, type CountFigures } from '../../stocktake/count-results.ts';
import type { CountedRoomSummary, StocktakeSummary } from '../../stocktake/stocktake-summary.ts';
import { roomId } from '../../shared/ids.ts';
import { aReportInput, sampleInventory } from '../../testing/sample-report.ts';
import { buildReport } from '../build-report.ts';
import type { CellValue, SheetId, TableSheet } from '../report-model.ts';
import type { ReportInput } from '../report-input.ts';

const sheetOf = (input: ReportInput, id: SheetId): TableSheet => {
  const sheet = buildReport(input, REPORT_TEXTS).sheets.find((entry) => entry.id === id);
  if (sheet?.kind !== 'table') throw new Error(`${id} is no table`);
  return sheet;
};
const column = (sheet: TableSheet, key: string): readonly (CellValue | undefined)[] => {
  const index = sheet.columns.findIndex((entry) => entry.key === key);
  if (index < 0) throw new Error(`no column ${key}`);
  return sheet.rows.map((row) => row[index]);
};
const sum = (values: readonly (CellValue | undefined)[]): number =>
  values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0);
const pieces = (inventory: Inventory, counts: (device: Inventory['devices'][number]) => boolean): number =>
  inventory.devices.filter(counts).reduce((all, { quantity }) => all + quantity, 0);

const SCHOOLS: readonly (readonly [string, () => Inventory])[] = [
  ['the sample school', sampleInventory],
  ['a primary school', () => generatedSchool({ seed: 11, kind: 'primary' })],
  ['a regional school', () => generatedSchool({ seed: 12, kind: 'regional' })],
  ['an empty school', () => anInventory()],
];

describe.each(SCHOOLS)('the sheets of planning for %s', (_name, inventoryOf) => {
  const inventory = inventoryOf();
  const input = aReportInput(inventory, { stage: 2 });
  const { analysis, profile } = input;

  it('Umverteilung closes what can be repaired and what the plan moves', () => {
    const sheet = sheetOf(input, 'redistribution');
    const kinds = column(sheet, 'rowKind');
    const scored = column(sheet, 'scored');
    const units = (kind: string): number =>
      sum(column(sheet, 'movedUnits').filter((_, at) => kinds[at] === kind && scored[at] === 'ja'));
    const { moves } = proposeRedistribution(inventory, profile, analysis);
    expect(units('Reparatur')).toBe(analysis.totals.repairable);
    expect(units('Umzug')).toBe(
      moves.filter((move) => move.scored).reduce((all, move) => all + move.units, 0),
    );
    expect(units('Reparatur') + units('Umzug')).toBeLessThanOrEqual(analysis.totals.gap);
  });

  it('Ersatzplanung adds up to the plan, by category and by year', () => {
    const sheet = sheetOf(input, 'replacement');
    const plan = replacementPlan(inventory.devices, profile, analysis.asOf);
    expect(sum(column(sheet, 'sumUnits'))).toBe(plan.total.units);
    expect(sum(column(sheet, 'sumCost'))).toBe(plan.total.costCents);
    expect(sum(column(sheet, 'earmarkedUnits'))).toBe(plan.total.earmarked);
    const slots = sheet.columns.filter(({ key }) => key.startsWith('units:'));
    expect(slots.reduce((all, { key }) => all + sum(column(sheet, key)), 0)).toBe(plan.total.units);
    expect(sum(column(sheet, 'units:backlog'))).toBe(plan.totals.get('backlog')?.units ?? 0);
    expect(sum(column(sheet, 'units:year1'))).toBe(plan.totals.get(2027)?.units ?? 0);
    expect(sum(column(sheet, 'cost:year1'))).toBe(plan.totals.get(2027)?.costCents ?? 0);
  });

  it('Altersstruktur counts each unit of the chart once', () => {
    const sheet = sheetOf(input, 'age');
    const groups = ageStructure(analysis, inventory.devices, profile);
    const ofAges = (from: number, to: number): number =>
      groups
        .filter(({ age }) => age !== null && age >= from && age <= to)
        .reduce((all, { units }) => all + units, 0);
    expect(sum(column(sheet, 'from0'))).toBe(ofAges(0, 2));
    expect(sum(column(sheet, 'from5'))).toBe(ofAges(5, 6));
    expect(sum(column(sheet, 'from10'))).toBe(ofAges(10, 10));
    expect(sum(column(sheet, 'ageUnknown'))).toBe(groups.find(({ age }) => age === null)?.units ?? 0);
    expect(sum(column(sheet, 'allUnits'))).toBe(groups.reduce((all, { units }) => all + units, 0));
    expect(sum(column(sheet, 'overAge'))).toBe(groups.reduce((all, { overAge }) => all + overAge, 0));
  });

  it('Defekte lists what is defective or in repair, and nothing else', () => {
    const sheet = sheetOf(input, 'defects');
    const broken = inventory.devices.filter(({ status }) => status === 'defective' || status === 'in-repair');
    expect(column(sheet, 'deviceId').toSorted()).toEqual(broken.map(({ id }) => id).toSorted());
    expect(sum(column(sheet, 'pieces'))).toBe(broken.reduce((all, { quantity }) => all + quantity, 0));
  });

  it('Förderung counts each device of the school once, with what it cost', () => {
    const sheet = sheetOf(input, 'funding');
    expect(sum(column(sheet, 'pieces'))).toBe(pieces(inventory, ({ owner }) => owner !== 'private'));
    expect(sum(column(sheet, 'paidAll'))).toBe(
      inventory.devices
        .filter(({ owner }) => owner !== 'private')
        .reduce((all, { quantity, purchasePriceCents }) => all + quantity * (purchasePriceCents ?? 0), 0),
    );
  });

  it('Inventur counts what is there by its room, and what is missing', () => {
    const sheet = sheetOf(input, 'stocktake');
    expect(sum(column(sheet, 'pieces'))).toBe(pieces(inventory, ({ status }) => status !== 'decommissioned'));
    expect(sum(column(sheet, 'missing'))).toBe(pieces(inventory, ({ status }) => status === 'missing'));
    expect(column(sheet, 'roomId').filter((id) => id !== null)).toHaveLength(inventory.rooms.length);
  });
});

describe('the sheet Defekte', () => {
  const defective = (defect: Parameters<typeof aDevice>[0]) =>
    aDevice({ roomId: 'r-1', status: 'defective', ...defect });
  const input = (includeFreeTexts: boolean): ReportInput =>
    aReportInput(
      anInventory({
        rooms: [aRoom()],
        devices: [
          defective({
            id: 'exact',
            defect: {
              since: '2026-11-01',
              text: 'Bild flackert',
              reportedOn: '2026-11-10',
              ticket: 'T-1',
              repairedOn: null,
            },
          }),
          defective({
            id: 'year only',
            defect: { since: '2026', text: null, reportedOn: '2026-11-14', ticket: null, repairedOn: null },
          }),
          defective({
            id: 'unreported',
            defect: { since: '2026-10', text: null, reportedOn: null, ticket: null, repairedOn: null },
          }),
          defective({ id: 'no defect', defect: null }),
        ],
      }),
      { includeFreeTexts },
    );

  it('counts the days since the first day that is known, and none where only a month is', () => {
    const sheet = sheetOf(input(false), 'defects');
    const days = new Map(
      column(sheet, 'deviceId').map((id, at) => [id, column(sheet, 'daysOpen')[at]] as const),
    );
    expect(Object.fromEntries(days)).toEqual({
      exact: daysBetween('2026-11-01', '2026-11-24'),
      'year only': 10,
      unreported: null,
      'no defect': null,
    });
  });

  it('says what is wrong only when free texts are ticked', () => {
    const headings = (ticked: boolean) => sheetOf(input(ticked), 'defects').columns.map(({ key }) => key);
    expect(headings(false)).not.toContain('defectText');
    expect(headings(true)).toContain('defectText');
    expect(column(sheetOf(input(true), 'defects'), 'defectText')).toContain('Bild flackert');
  });
});

describe('the sheet Förderung', () => {
  it('names devices that went before the end of their Zweckbindung', () => {
    const profile = aReportInput().profile;
    const [programme] = profile.programmes;
    if (programme === undefined) throw new Error('the default profile has no programme');
    const devices = [
      aDevice({
        id: 'gone',
        fundingSource: programme.name,
        status: 'decommissioned',
        decommissionedOn: '2025-05-01',
        earmarkedUntil: '2027-12-31',
        quantity: 3,
        purchasePriceCents: 500_00,
      }),
      aDevice({ id: 'other', fundingSource: 'Förderverein', purchasePriceCents: null, quantity: 2 }),
      aDevice({ id: 'private', fundingSource: programme.name, owner: 'private', quantity: 9 }),
    ];
    const sheet = sheetOf(aReportInput(anInventory({ devices })), 'funding');
    const at = column(sheet, 'programme').indexOf(programme.name);
    const other = column(sheet, 'programme').indexOf('Förderverein');
    const cell = (row: number, key: string): unknown => column(sheet, key)[row];
    expect([cell(at, 'pieces'), cell(at, 'paidAll'), cell(at, 'disposedEarly')]).toEqual([3, 1500_00, 3]);
    expect([cell(other, 'pieces'), cell(other, 'paidAll'), cell(other, 'unpriced')]).toEqual([2, 0, 2]);
  });
});

describe('the sheet Inventur', () => {
  it('takes as lately only what was certainly seen within the twelve months', () => {
    const seen = ['2026-11-24', '2025-11-25', '2025-11-24', '2026', '2025', '2026-01', null, '2026-12-01'];
    const devices = seen.map((lastSeenOn, at) => aDevice({ id: `d${at}`, roomId: 'r-1', lastSeenOn }));
    const sheet = sheetOf(aReportInput(anInventory({ rooms: [aRoom()], devices })), 'stocktake');
    const cell = (key: string): unknown => column(sheet, key)[0];
    expect([cell('seenLately'), cell('seenEarlier'), cell('neverSeen')]).toEqual([4, 3, 1]);
    expect(cell('seenShare')).toBe(0.5);
    expect(sheet.signatures?.roles.length).toBeGreaterThan(1);
    // Without a stocktake there is nothing to tell of one.
    expect(sheet.columns.map(({ key }) => key)).not.toContain('countedOn');
  });

  it('shows how the last stocktake came out, also in a room that is gone since', () => {
    const counted = (id: string, figures: Partial<CountFigures>): CountedRoomSummary => ({
      roomId: roomId(id),
      roomNumber: id,
      name: null,
      building: null,
      floor: null,
      countedOn: '2026-11-20',
      figures: { ...NO_FIGURES, ...figures },
    });
    const stocktake: StocktakeSummary = {
      startedOn: '2026-11-02',
      finishedOn: '2026-11-23',
      rooms: [
        counted('r-1', { expected: 30, found: 27, missing: 2, elsewhere: 1 }),
        counted('gone', { expected: 4, found: 4, others: 1 }),
      ],
    };
    const inventory = anInventory({ rooms: [aRoom(), aRoom({ id: 'r-2', roomNumber: '102' })] });
    const sheet = sheetOf(aReportInput(inventory, { stocktake }), 'stocktake');
    expect(column(sheet, 'roomId')).toEqual(['r-1', 'r-2', 'gone']);
    expect(column(sheet, 'countedOn')).toEqual(['2026-11-20', null, '2026-11-20']);
    expect(column(sheet, 'countExpected')).toEqual([30, null, 4]);
    expect(column(sheet, 'countFound')).toEqual([27, null, 4]);
    expect(column(sheet, 'countMissing')).toEqual([2, null, 0]);
    expect(column(sheet, 'countElsewhere')).toEqual([1, null, 0]);
    expect(column(sheet, 'countOthers')).toEqual([0, null, 1]);
    expect(sheet.legend).toMatch(/02\.11\.2026.*23\.11\.2026/);
  });
});
