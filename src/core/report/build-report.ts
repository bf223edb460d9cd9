import { plainName } from '../shared/plain-name.ts';
import { reportDataCells } from './report-data.ts';
import { withoutFreeTexts, type ReportInput } from './report-input.ts';
import {
  VISIBLE_SHEETS,
  type PageSheet,
  type ReportModel,
  type TableSheet,
  type VisibleSheetId,
} from './report-model.ts';
import type { ReportTexts } from './report-texts.ts';
import { ageSheet } from './sheets/age-sheet.ts';
import { changesSheet } from './sheets/changes-sheet.ts';
import { reportContext, type ReportContext } from './sheets/context.ts';
import { coverSheet } from './sheets/cover-sheet.ts';
import { defectsSheet } from './sheets/defects-sheet.ts';
import { fundingSheet } from './sheets/funding-sheet.ts';
import { matrixSheet, roomGapsSheet } from './sheets/gap-sheets.ts';
import { overviewSheet } from './sheets/overview-sheet.ts';
import { profileSheet } from './sheets/profile-sheet.ts';
import { purchaseSheet } from './sheets/purchase-sheet.ts';
import { redistributionSheet } from './sheets/redistribution-sheet.ts';
import { replacementSheet } from './sheets/replacement-sheet.ts';
import { schoolGapsSheet } from './sheets/school-sheet.ts';
import { devicesSheet, roomsSheet } from './sheets/stock-sheets.ts';
import { stocktakeSheet } from './sheets/stocktake-sheet.ts';

const SHEET_BUILDERS = {
  cover: coverSheet,
  overview: overviewSheet,
  'room-gaps': roomGapsSheet,
  matrix: matrixSheet,
  'school-gaps': schoolGapsSheet,
  purchases: purchaseSheet,
  redistribution: redistributionSheet,
  replacement: replacementSheet,
  age: ageSheet,
  defects: defectsSheet,
  changes: changesSheet,
  devices: devicesSheet,
  rooms: roomsSheet,
  funding: fundingSheet,
  stocktake: stocktakeSheet,
  profile: profileSheet,
} as const satisfies Record<VisibleSheetId, (context: ReportContext) => TableSheet | PageSheet>;

/** What may leave the school, with everything that the sheets look up. */
const contextFor = (input: ReportInput, texts: ReportTexts): ReportContext => {
  const inventory = input.includeFreeTexts ? input.inventory : withoutFreeTexts(input.inventory);
  return reportContext({ ...input, inventory }, texts);
};

/** One sheet of the report, exactly as `buildReport` makes it: for a preview. */
export const buildSheet = (
  input: ReportInput,
  texts: ReportTexts,
  id: VisibleSheetId,
): TableSheet | PageSheet => SHEET_BUILDERS[id](contextFor(input, texts));

/**
 * The report for KSM as typed tables. Free texts are taken out before any sheet is made, unless they are ticked.
 *
 * @param input inventory, profile and their analysis; the same input always gives the same model
 * @param texts every word that the report says
 */
export const buildReport = (input: ReportInput, texts: ReportTexts): ReportModel => {
  const context = contextFor(input, texts);
  const { school } = context.inventory;
  const schoolName = school.name === '' ? texts.unnamedSchool : school.name;
  return {
    sheets: [
      ...VISIBLE_SHEETS.map((id) => SHEET_BUILDERS[id](context)),
      { kind: 'data', id: 'data', name: texts.sheets.data.name, ...reportDataCells(context) },
    ],
    emptyText: texts.empty,
    printHead: { left: schoolName, right: texts.cover.subtitle(texts.date(input.analysis.asOf)) },
    pageFoot: { page: texts.page, of: texts.pageOf },
    properties: {
      title: `${texts.cover.kicker} ${schoolName}`,
      subject: texts.cover.propertySubject(texts.date(input.analysis.asOf)),
      creator: texts.productName,
      company: school.schoolAuthority ?? '',
      keywords: [...texts.cover.propertyKeywords, context.schoolId, school.schoolYear ?? '']
        .filter((word) => word !== '')
        .join(', '),
      writtenAt: input.writtenAt,
    },
    signs: texts.signs,
  };
};

/** `MEP-Bericht_Grundschule-Am-Lindenpark_2026-11-24.xlsx`. */
export const reportFileName = (schoolName: string, asOf: string): string => {
  const name = plainName(schoolName);
  return `MEP-Bericht_${name === '' ? 'Schule' : name}_${asOf}.xlsx`;
};
