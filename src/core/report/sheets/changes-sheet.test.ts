import { describe, expect, it } from 'vitest';
import { REPORT_TEXTS } from '#texts/report.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { aReportInput, sampleInventory } from '../../testing/sample-report.ts';
import { buildReport, buildSheet } from '../build-report.ts';
import { parseReportData, type ReportData } from '../report-data.ts';
import type { PreviousReport, ReportInput } from '../report-input.ts';
import type { CellValue, TableSheet } from '../report-model.ts';

const dataOf = (input: ReportInput): ReportData => {
  const sheet = buildReport(input, REPORT_TEXTS).sheets.find(({ kind }) => kind === 'data');
  if (sheet?.kind !== 'data') throw new Error('no data sheet');
  const data = parseReportData([sheet.head, ...sheet.parts.map((part) => [part])]);
  if (!data.ok) throw new Error(data.error);
  return data.value;
};
const previousOf = (input: ReportInput): PreviousReport => ({
  fileName: 'alt.xlsx',
  writtenAt: input.writtenAt,
  data: dataOf(input),
});
const sheetOf = (inventory: Inventory, previous: PreviousReport | null): TableSheet => {
  const sheet = buildSheet(aReportInput(inventory, { previous }), REPORT_TEXTS, 'changes');
  if (sheet.kind !== 'table') throw new Error('no table');
  return sheet;
};
const read = (sheet: TableSheet, ...keys: readonly string[]): readonly (readonly CellValue[])[] =>
  sheet.rows.map((row) =>
    keys.map((key) => row[sheet.columns.findIndex((column) => column.key === key)] ?? null),
  );

const sample = sampleInventory();
const previous = previousOf(aReportInput(sample, { includeFreeTexts: true }));
const [moving, breaking, ending] = sample.devices.filter(
  ({ status, quantity, assetTag }) => status === 'in-use' && quantity === 1 && assetTag !== null,
);
const rooms = sample.rooms;
const target = rooms.find(({ id }) => id !== moving?.roomId);
const changed: Inventory = {
  ...sample,
  devices: sample.devices.map((device) => {
    if (device.id === moving?.id) return { ...device, roomId: target?.id ?? null };
    if (device.id === breaking?.id) return { ...device, status: 'defective' };
    if (device.id === ending?.id)
      return {
        ...device,
        status: 'decommissioned',
        decommissionedOn: '2026-11-20',
        decommissionReason: 'Totalschaden',
        earmarkedUntil: '2028',
      };
    return device;
  }),
};

describe('changesSheet', () => {
  it('says that this is the first report', () => {
    const sheet = sheetOf(sample, null);
    expect(sheet.rows).toEqual([]);
    expect(sheet.legend).toContain('der erste Bericht');
  });

  it('says that nothing changed, also when only the tick for free texts did', () => {
    const sheet = sheetOf(sample, previous);
    expect(sheet.rows).toEqual([]);
    expect(sheet.legend).toContain('hat sich nichts geändert');
  });

  it('says that the last report cannot be read any more', () => {
    const sheet = sheetOf(sample, { ...previous, data: null });
    expect(sheet.rows).toEqual([]);
    expect(sheet.legend).toContain('alt.xlsx');
    expect(sheet.legend).toContain('lag beim Schreiben nicht mehr vor');
  });

  it('counts on top, then tells what happened to each device and leads to it', () => {
    const sheet = sheetOf(changed, previous);
    const rows = read(sheet, 'changeKind', 'subject', 'after');
    expect(rows).toContainEqual(['Anzahl', 'Gerät umgezogen', 1]);
    expect(rows).toContainEqual(['Anzahl', 'Gerät defekt', 1]);
    const told = read(sheet, 'side', 'changeKind', 'assetTag', 'field', 'before', 'after', 'on');
    expect(told).toContainEqual([
      'Ist',
      'Gerät defekt',
      breaking?.assetTag,
      'Zustand',
      'in Betrieb',
      'defekt',
      null,
    ]);
    const at = told.findIndex((row) => row[1] === 'Gerät umgezogen');
    expect(told[at]?.[2]).toBe(moving?.assetTag);
    expect(told[at]?.[5]).toContain(target?.roomNumber);
    expect(sheet.columns.find(({ key }) => key === 'assetTag')?.link?.keys[at]).toBe(moving?.id);
    expect(sheet.columns.find(({ key }) => key === 'room')?.link?.keys[at]).toBe(target?.id);
  });

  it('lists disposals with day, reason and a warning before the end of the Zweckbindung', () => {
    const disposal = read(sheetOf(changed, previous), 'changeKind', 'on', 'remark').find(
      ([kind]) => kind === 'Gerät ausgesondert',
    );
    expect(disposal).toEqual([
      'Gerät ausgesondert',
      '2026-11-20',
      'Totalschaden; Zweckbindung bis 2028 war noch nicht zu Ende',
    ]);
  });

  it('has gaps that add up to the change of the total, stock apart from targets', () => {
    const old = previous.data;
    const now = aReportInput(changed, { previous, stage: 3 });
    const sheet = buildSheet(now, REPORT_TEXTS, 'changes');
    if (sheet.kind !== 'table' || old === null) throw new Error('no table');
    const sum = (side: string): number =>
      read(sheet, 'side', 'units').reduce(
        (all, [of, units]) => all + (of === side && typeof units === 'number' ? units : 0),
        0,
      );
    const then = aReportInput(sample).analysis.totals.gap;
    const targetsOnly = aReportInput(sample, { stage: 3 }).analysis.totals.gap;
    expect(sum('Soll')).toBe(targetsOnly - then);
    expect(sum('Ist')).toBe(now.analysis.totals.gap - targetsOnly);
    expect(sum('Soll')).toBeGreaterThan(0);
  });

  it('refuses a report of another school with a sentence', () => {
    const other = { ...sample, school: { ...sample.school, schoolNumber: '999' } };
    expect(sheetOf(other, previous).legend).toContain('einer anderen Schule');
  });
});
