import { describe, expect, it } from 'vitest';
import { DEVICE_FIELD_LABELS } from '#texts/fields.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { aDevice, aRoom, anInventory } from '../testing/builders.ts';
import { aReportInput, sampleInventory } from '../testing/sample-report.ts';
import { buildReport, reportFileName } from './build-report.ts';
import { MAX_CELL_CHARACTERS, parseReportData } from './report-data.ts';
import type { CellValue, DataSheet, ReportModel, SheetId, TableSheet } from './report-model.ts';

const tableOf = (model: ReportModel, id: SheetId): TableSheet => {
  const sheet = model.sheets.find((entry) => entry.id === id);
  if (sheet?.kind !== 'table') throw new Error(`${id} is no table`);
  return sheet;
};
const dataOf = (model: ReportModel): DataSheet => {
  const sheet = model.sheets.find(({ kind }) => kind === 'data');
  if (sheet?.kind !== 'data') throw new Error('no data sheet');
  return sheet;
};
const column = (sheet: TableSheet, key: string): readonly (CellValue | undefined)[] => {
  const index = sheet.columns.findIndex((entry) => entry.key === key);
  return sheet.rows.map((row) => row[index]);
};
const sum = (values: readonly (CellValue | undefined)[]): number =>
  values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0);
const scoredOnly = (sheet: TableSheet, key: string): readonly (CellValue | undefined)[] => {
  const scored = column(sheet, 'scored');
  return column(sheet, key).filter((_, index) => scored[index] === 'ja');
};
const readData = (model: ReportModel) => {
  const { head, parts } = dataOf(model);
  return parseReportData([head, ...parts.map((part) => [part])]);
};

const SECRET = 'Kind Mia aus der 3b';
const withSecrets = () =>
  anInventory({
    rooms: [
      aRoom({
        note: SECRET,
        extra: { Schlüssel: SECRET },
        exemptions: [
          { requirement: 'CAST', reason: SECRET, since: '2026-01-01', until: null, isPrivate: true },
          { requirement: 'AUD', reason: 'Umbau', since: '2026-01-01', until: null, isPrivate: false },
        ],
      }),
    ],
    devices: [
      aDevice({
        categoryId: 'BEAM',
        roomId: 'r-1',
        status: 'defective',
        note: SECRET,
        extra: { Nutzer: SECRET },
        defect: { since: '2026', text: SECRET, reportedOn: null, ticket: 'T-1', repairedOn: null },
      }),
    ],
  });

describe('buildReport', () => {
  const input = aReportInput();
  const model = buildReport(input, REPORT_TEXTS);
  const { totals } = input.analysis;

  it('names the sheets as KSM expects them, in their order', () => {
    expect(model.sheets.map(({ name }) => name)).toEqual([
      'Deckblatt',
      'Übersicht',
      'Soll-Ist je Raum',
      'Matrix',
      'Soll-Ist Schule',
      'Beschaffungsliste',
      'Umverteilung',
      'Ersatzplanung',
      'Altersstruktur',
      'Defekte',
      'Änderungen',
      'Geräte',
      'Räume',
      'Förderung',
      'Inventur',
      'Profil',
      '_Daten',
    ]);
  });

  it('keeps the columns of „Soll-Ist je Raum“ in their agreed order', () => {
    expect(tableOf(model, 'room-gaps').columns.map(({ heading }) => heading)).toEqual([
      'Schule-ID',
      'Raum-ID',
      'Gebäude',
      'Etage',
      'Raum',
      'Raumtyp',
      'Ziel-ID',
      'Ziel',
      'Verbindlichkeit',
      'Stufe',
      'Zieljahr',
      'gewertet',
      'Soll',
      'Ist',
      'Lücke',
      'Überhang',
      'defekt',
      'vermisst',
      'überaltert',
      'Ausnahme',
      'Kosten (€, geschätzt)',
    ]);
  });

  it('adds up to the totals of the analysis on every sheet', () => {
    const roomGap = sum(scoredOnly(tableOf(model, 'room-gaps'), 'gap'));
    const schoolGap = sum(column(tableOf(model, 'school-gaps'), 'gap'));
    const purchases = tableOf(model, 'purchases');
    expect(roomGap).toBe(totals.roomGap);
    expect(schoolGap).toBe(totals.schoolGap);
    expect(roomGap + schoolGap).toBe(totals.gap);
    expect(sum(scoredOnly(tableOf(model, 'matrix'), 'gap'))).toBe(totals.roomGap);
    expect(sum(column(purchases, 'lacking'))).toBe(totals.gap);
    expect(sum(column(purchases, 'sum'))).toBe(totals.costCents);
    expect(sum(column(purchases, 'repairable'))).toBe(totals.repairable);
  });

  it('lists every device once, under the headings of the app', () => {
    const devices = tableOf(model, 'devices');
    const inventory = sampleInventory();
    expect(new Set(column(devices, 'id')).size).toBe(inventory.devices.length);
    expect(devices.columns.map(({ heading }) => heading)).toEqual([
      ...Object.entries(DEVICE_FIELD_LABELS)
        .filter(([key]) => !['note', 'defectText', 'id', 'defectRepairedOn'].includes(key))
        .map(([, label]) => label),
      DEVICE_FIELD_LABELS.id,
      // Came later than the others.
      DEVICE_FIELD_LABELS.defectRepairedOn,
    ]);
  });

  it('shows a tablet where its case stands', () => {
    const inventory = anInventory({
      rooms: [aRoom({ id: 'r-1', roomNumber: '109' }), aRoom({ id: 'r-2', roomNumber: '207' })],
      devices: [
        aDevice({ id: 'd-1', assetTag: 'K-1', categoryId: 'KOF', roomId: 'r-1' }),
        aDevice({ id: 'd-2', categoryId: 'TAB', roomId: 'r-2', containerTag: 'K-1' }),
      ],
    });
    const sheet = tableOf(buildReport(aReportInput(inventory), REPORT_TEXTS), 'devices');
    expect(column(sheet, 'roomNumber')).toEqual(['109', '109']);
  });

  it('marks what cannot be computed instead of showing 0', () => {
    const { school, rooms, devices } = sampleInventory();
    const unknown = aReportInput({
      school: { ...school, pupils: null, pupilsByGrade: null },
      rooms,
      devices,
    });
    const sheet = tableOf(buildReport(unknown, REPORT_TEXTS), 'school-gaps');
    const row = sheet.rows.find((values) => values[2] === 'Q1');
    expect(row?.[6]).toEqual({ state: 'not-computable' });
    expect(row?.[9]).toBe('nicht berechenbar');
  });

  it('keeps free texts out of every sheet and of the hidden data', () => {
    expect(JSON.stringify(buildReport(aReportInput(withSecrets()), REPORT_TEXTS))).not.toContain(SECRET);
    expect(JSON.stringify(buildReport(aReportInput(withSecrets()), REPORT_TEXTS))).toContain('Umbau');
  });

  it('sends free texts when they are ticked', () => {
    const ticked = buildReport(aReportInput(withSecrets(), { includeFreeTexts: true }), REPORT_TEXTS);
    expect(column(tableOf(ticked, 'devices'), 'note')).toEqual([SECRET]);
    expect(column(tableOf(ticked, 'devices'), 'extra:Nutzer')).toEqual([SECRET]);
    expect(column(tableOf(ticked, 'devices'), 'defectText')).toEqual([SECRET]);
    expect(column(tableOf(ticked, 'room-gaps'), 'exemption').join()).toContain(SECRET);
    const data = readData(ticked);
    expect(data.ok && data.value.inventory.devices[0]?.note).toBe(SECRET);
  });

  it('makes sheets without rows of an empty school', () => {
    const empty = buildReport(aReportInput(anInventory()), REPORT_TEXTS);
    expect(tableOf(empty, 'devices').rows).toEqual([]);
    expect(tableOf(empty, 'room-gaps').rows).toEqual([]);
  });
});

describe('parseReportData', () => {
  it('reads back the inventory, the profile and the figures', () => {
    const input = aReportInput(sampleInventory(), { includeFreeTexts: true });
    const data = readData(buildReport(input, REPORT_TEXTS));
    expect(data.ok && data.value.inventory).toEqual(input.inventory);
    expect(data.ok && data.value.profile).toEqual(input.profile);
    expect(data.ok && data.value.gaps.costCents).toBe(input.analysis.totals.costCents);
    expect(data.ok && data.value.gaps.rooms.length).toBe(input.analysis.rooms.length);
  });

  it('splits into parts that fit into cells, plain ASCII', () => {
    const { parts } = dataOf(buildReport(aReportInput(), REPORT_TEXTS));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length <= MAX_CELL_CHARACTERS && /^[\x20-\x7e]*$/.test(part))).toBe(
      true,
    );
  });

  it('keeps texts that spreadsheets treat specially', () => {
    const name = '_x000D_ =1+1 😀 \u0001 „ä“';
    const inventory = anInventory({ devices: [aDevice({ name })] });
    const data = readData(buildReport(aReportInput(inventory), REPORT_TEXTS));
    expect(data.ok && data.value.inventory.devices[0]?.name).toBe(name);
  });

  it('tells a foreign sheet, a newer version and a damaged one apart', () => {
    const { head, parts } = dataOf(buildReport(aReportInput(), REPORT_TEXTS));
    const rows = parts.map((part) => [part]);
    expect(parseReportData([['Geräteliste']])).toMatchObject({ error: 'NOT_A_REPORT' });
    expect(parseReportData([[head[0], 3, head[2], head[3]], ...rows])).toMatchObject({
      error: 'NEWER_VERSION',
    });
    expect(parseReportData([head, ...rows.slice(1)])).toMatchObject({ error: 'DAMAGED' });
  });
});

describe('reportFileName', () => {
  it.each([
    ['Grundschule Am Lindenpark', 'MEP-Bericht_Grundschule-Am-Lindenpark_2026-11-24.xlsx'],
    [
      'Regionale Schule „Fritz Müßig“ / Außenstelle',
      'MEP-Bericht_Regionale-Schule-Fritz-Muessig-Aussenstelle_2026-11-24.xlsx',
    ],
    ['../..\\CON:*?', 'MEP-Bericht_CON_2026-11-24.xlsx'],
    ['', 'MEP-Bericht_Schule_2026-11-24.xlsx'],
  ])('makes a safe name of %j', (school, name) => {
    expect(reportFileName(school, '2026-11-24')).toBe(name);
  });
});
