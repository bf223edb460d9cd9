import type { IsoDate, Timestamp } from '../../shared/iso-date.ts';
import type { ReportInput } from '../../report/report-input.ts';
import type { ReportModel, TableSheet } from '../../report/report-model.ts';
import { column as reportColumn } from '../../report/sheets/columns.ts';
import { reportContext, type ReportContext } from '../../report/sheets/context.ts';
import { roomGapsSheet } from '../../report/sheets/gap-sheets.ts';
import { devicesSheet, roomsSheet } from '../../report/sheets/stock-sheets.ts';
import type { AuthoritySchool, Consolidation } from '../consolidate.ts';
import type { AuthoritySheet, AuthorityTexts } from './authority-texts.ts';
import { coverSheet } from './cover-sheet.ts';
import { joinTables } from './join-tables.ts';
import {
  exchangeSheet,
  gapsSheet,
  own,
  purchasesSheet,
  replacementSheet,
  schoolsSheet,
  table,
} from './sheets.ts';

/** A remark about a file, for the sheet „Hinweise“. */
export type FileHint = { readonly fileName: string; readonly text: string };

export type WorkbookInput = {
  readonly hints: readonly FileHint[];
  readonly writtenAt: Timestamp;
  /** The calendar day of `writtenAt` where the writer sits. */
  readonly writtenOn: IsoDate;
  readonly appVersion: string;
};

/**
 * The most cells that all long lists together may have. A workbook holds its cells in memory while it is written, about a
 * kilobyte each, and Excel takes as long to open it; whoever has more schools takes the CSV set.
 */
export const MAX_LIST_CELLS = 400_000;

const contextOf = (
  { id, report }: AuthoritySchool,
  input: WorkbookInput,
  texts: AuthorityTexts,
): ReportContext => {
  const reportInput: ReportInput = {
    inventory: report.inventory,
    profile: report.profile,
    analysis: report.analysis,
    programmeSums: {},
    includeFreeTexts: report.includesFreeTexts,
    writtenAt: input.writtenAt,
    writtenOn: input.writtenOn,
    appVersion: input.appVersion,
    previous: null,
  };
  return { ...reportContext(reportInput, texts.report), schoolId: id };
};

type Join = {
  readonly id: AuthoritySheet;
  readonly sheetOf: (context: ReportContext) => TableSheet;
  /** Known without making the rows. */
  readonly rowCount: (school: AuthoritySchool) => number;
  readonly totals: TableSheet['totals'];
};

/**
 * The reports of many schools as one workbook, in the model of the report. Lists that would make it too large say so instead.
 *
 * @param input remarks about files that could not be read, or that were changed by hand; when and with what it is written
 */
export const buildAuthorityWorkbook = (
  consolidation: Consolidation,
  input: WorkbookInput,
  texts: AuthorityTexts,
): ReportModel => {
  const { schools } = consolidation;
  const { report } = texts;
  let left = MAX_LIST_CELLS;
  const joined = ({ id, sheetOf, rowCount, totals }: Join): TableSheet => {
    const count = schools.reduce((sum, school) => sum + rowCount(school), 0);
    const [first] = schools;
    const width = first === undefined ? 0 : sheetOf(contextOf(first, input, texts)).columns.length;
    if (count * width > left)
      return table(texts, id, [own(texts, 'hint', 'wrapped')], [[texts.leftOut(count)]], 0);
    left -= count * width;
    const tables = schools.map((school) => ({
      schoolId: school.id,
      sheet: sheetOf(contextOf(school, input, texts)),
    }));
    const { columns, rows } = joinTables(tables, reportColumn(report, 'schoolId', 'identifier'));
    return { ...table(texts, id, columns, rows, 0), totals };
  };
  return {
    sheets: [
      coverSheet(consolidation, input, texts),
      schoolsSheet(consolidation, texts),
      gapsSheet(consolidation, texts, 'authority-categories', consolidation.byCategory),
      gapsSheet(consolidation, texts, 'authority-groups', consolidation.byGroup),
      purchasesSheet(consolidation, texts),
      exchangeSheet(consolidation, texts),
      replacementSheet(consolidation, texts),
      joined({
        id: 'authority-rooms',
        sheetOf: roomsSheet,
        rowCount: (school) => school.report.inventory.rooms.length,
        totals: null,
      }),
      joined({
        id: 'authority-room-gaps',
        sheetOf: roomGapsSheet,
        rowCount: (school) => school.report.analysis.rooms.length,
        totals: { label: report.sumOfScored, where: [{ column: 'scored', equals: report.yes }] },
      }),
      joined({
        id: 'authority-devices',
        sheetOf: devicesSheet,
        rowCount: (school) => school.report.inventory.devices.length,
        totals: null,
      }),
      table(
        texts,
        'authority-hints',
        [own(texts, 'file', 'text'), own(texts, 'hint', 'wrapped')],
        input.hints.map(({ fileName, text }) => [fileName, text]),
        0,
      ),
    ],
    emptyText: report.empty,
    printHead: { left: texts.title, right: texts.subtitle(report.date(input.writtenOn)) },
    pageFoot: { page: report.page, of: report.pageOf },
    properties: {
      title: texts.title,
      subject: texts.subtitle(report.date(input.writtenOn)),
      creator: report.productName,
      company: [...new Set(schools.map((school) => school.report.inventory.school.schoolAuthority ?? ''))]
        .filter((name) => name !== '')
        .join('; '),
      keywords: report.cover.propertyKeywords.join(', '),
      writtenAt: input.writtenAt,
    },
    signs: report.signs,
  };
};
