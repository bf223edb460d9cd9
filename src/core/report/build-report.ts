import { reportDataCells } from './report-data.ts';
import { withoutFreeTexts, type ReportInput } from './report-input.ts';
import type { ReportModel } from './report-model.ts';
import type { ReportTexts } from './report-texts.ts';
import { reportContext } from './sheets/context.ts';
import { coverSheet } from './sheets/cover-sheet.ts';
import { matrixSheet, roomGapsSheet } from './sheets/gap-sheets.ts';
import { overviewSheet } from './sheets/overview-sheet.ts';
import { profileSheet } from './sheets/profile-sheet.ts';
import { purchaseSheet } from './sheets/purchase-sheet.ts';
import { schoolGapsSheet } from './sheets/school-sheet.ts';
import { devicesSheet, roomsSheet } from './sheets/stock-sheets.ts';

/**
 * The report for KSM as typed tables. Free texts are taken out before any sheet is made, unless they are ticked.
 *
 * @param input inventory, profile and their analysis; the same input always gives the same model
 * @param texts every word that the report says
 */
export const buildReport = (input: ReportInput, texts: ReportTexts): ReportModel => {
  const inventory = input.includeFreeTexts ? input.inventory : withoutFreeTexts(input.inventory);
  const context = reportContext({ ...input, inventory }, texts);
  const { school } = inventory;
  const schoolName = school.name === '' ? texts.notGiven : school.name;
  return {
    sheets: [
      coverSheet(context),
      overviewSheet(context),
      roomGapsSheet(context),
      matrixSheet(context),
      schoolGapsSheet(context),
      purchaseSheet(context),
      devicesSheet(context),
      roomsSheet(context),
      profileSheet(context),
      { kind: 'data', id: 'data', name: texts.sheets.data.name, ...reportDataCells(context) },
    ],
    emptyText: texts.empty,
    printHead: { left: schoolName, right: texts.cover.subtitle(texts.date(input.analysis.asOf)) },
    pageFoot: { page: texts.page, of: texts.pageOf },
    properties: {
      title: `${texts.cover.kicker} ${schoolName}`,
      creator: texts.productName,
      writtenAt: input.writtenAt,
    },
    signs: texts.signs,
  };
};

/** Letters of file names that Windows refuses, and spaces; umlauts are written out so that mail keeps the name. */
const plainName = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(
      /[äÄöÖüÜ]/g,
      (letter) => ({ ä: 'ae', Ä: 'Ae', ö: 'oe', Ö: 'Oe', ü: 'ue', Ü: 'Ue' })[letter] ?? letter,
    )
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** `MEP-Bericht_Grundschule-Am-Lindenpark_2026-11-24.xlsx`. */
export const reportFileName = (schoolName: string, asOf: string): string => {
  const name = plainName(schoolName);
  return `MEP-Bericht_${name === '' ? 'Schule' : name}_${asOf}.xlsx`;
};
