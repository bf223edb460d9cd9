import ExcelJS, { type DataValidation, type Worksheet } from 'exceljs';
import type { ProfileCell } from '#core/targets/profile-cells.ts';
import type { ProfileCellKind } from '#core/targets/profile-columns.ts';
import { profileTables, type ProfileTable, type ProfileTableColumn } from '#core/targets/profile-tables.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { PROFILE_GUIDE, PROFILE_TABLE_TEXTS } from '#texts/profile-table.ts';
import { columnLetter } from '../write/formulas.ts';
import { makeStyles, NUMBER_FORMATS, type Styles } from '../write/styles.ts';
import { MAX_WIDTH, textCell, writeRows, type Cell, type Column } from '../write/write-rows.ts';
import { excelDate } from '../write/write-table.ts';

const WIDE = 70;
/** Choices and formats reach beyond the last row, for entries that are added. */
const SPARE_ROWS = 500;
/** Excel takes no longer list inside a cell, and no longer prompt. */
const MAX_LIST = 255;

const NUMBERS: Readonly<Partial<Record<ProfileCellKind, string>>> = {
  whole: NUMBER_FORMATS.integer,
  counts: NUMBER_FORMATS.integer,
  year: NUMBER_FORMATS.year,
  decimal: '0.##########',
  percent: '0.##########',
  money: NUMBER_FORMATS.money,
};

/**
 * A profile as a workbook for people who edit in Excel: one sheet per list, choices to pick from, numbers and dates as
 * such, every text as text. `readProfileFile` gives the same profile back.
 *
 * @returns the bytes of an .xlsx file
 */
export const writeProfile = async (profile: TargetProfile): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.title = PROFILE_GUIDE.title(profile.title);
  // The same profile gives the same bytes, and no day is claimed but its own.
  const at = new Date(profile.issuedOn);
  Object.assign(workbook, { created: at, modified: at });
  const styles = makeStyles();
  const tables = profileTables(profile, PROFILE_TABLE_TEXTS);
  for (const table of tables) {
    const rows = table.rows.map((cells) => cells.map(({ kind, value }) => cellFor(kind, value, styles)));
    const sheet = writeRows(workbook, table.name, table.columns.map(columnFor), rows);
    prepareColumns(sheet, table, styles);
  }
  writeRows(workbook, PROFILE_GUIDE.sheet, GUIDE_COLUMNS, guideRows(tables, styles));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const isWide = (kind: ProfileCellKind): boolean => kind === 'words';
const columnFor = ({ heading, kind }: ProfileTableColumn): Column => ({
  heading,
  maxWidth: isWide(kind) ? WIDE : MAX_WIDTH,
  isHidden: false,
});

const cellFor = (kind: ProfileCellKind, value: ProfileCell, styles: Styles): Cell => {
  if (typeof value === 'number')
    return { value, style: styles.cell('integer', false, NUMBERS[kind] ?? NUMBER_FORMATS.integer) };
  if (kind === 'date' && value !== null) {
    const { value: date, format } = excelDate(value);
    return { value: date, style: styles.cell('date', false, format) };
  }
  return textCell(value, styles, true);
};

/** Rows that are added look like the others, offer the same words and say the same hints. */
const prepareColumns = (sheet: Worksheet, { columns, rows }: ProfileTable, styles: Styles): void => {
  columns.forEach(({ heading, kind, words, hint }, index) => {
    const letter = columnLetter(index);
    const validation = validationFor(heading, words, hint);
    if (validation !== null)
      validationsOf(sheet).add(`${letter}2:${letter}${rows.length + SPARE_ROWS}`, validation);
    const format = NUMBERS[kind];
    sheet.getColumn(index + 1).style =
      format === undefined
        ? styles.cell('text', true, NUMBER_FORMATS.text)
        : styles.cell('integer', false, format);
  });
};

/** ExcelJS has ranges of validations, its types do not. */
const validationsOf = (
  sheet: Worksheet,
): { readonly add: (range: string, validation: DataValidation) => void } =>
  Reflect.get(sheet, 'dataValidations') as { add: (range: string, validation: DataValidation) => void };

const validationFor = (
  heading: string,
  words: readonly string[] | null,
  hint: string | null,
): DataValidation | null => {
  const list = `"${words?.join(',') ?? ''}"`;
  const prompt =
    hint === null
      ? {}
      : { showInputMessage: true, promptTitle: heading.slice(0, 32), prompt: hint.slice(0, MAX_LIST) };
  if (words !== null && list.length <= MAX_LIST)
    return {
      type: 'list',
      allowBlank: true,
      formulae: [list],
      showErrorMessage: true,
      errorTitle: heading.slice(0, 32),
      error: PROFILE_GUIDE.words(words).slice(0, 225),
      ...prompt,
    };
  // A rule that everything fulfils: it only carries the hint.
  return hint === null ? null : { type: 'custom', allowBlank: true, formulae: ['TRUE'], ...prompt };
};

const GUIDE_COLUMNS: readonly Column[] = [
  { heading: PROFILE_GUIDE.heads.sheet, maxWidth: MAX_WIDTH, isHidden: false },
  { heading: PROFILE_GUIDE.heads.column, maxWidth: MAX_WIDTH, isHidden: false },
  { heading: PROFILE_GUIDE.heads.text, maxWidth: WIDE, isHidden: false },
];

const guideRows = (tables: readonly ProfileTable[], styles: Styles): readonly (readonly Cell[])[] => [
  ...PROFILE_GUIDE.general.map((text) => ['', '', text].map((cell) => textCell(cell, styles, true))),
  ...tables.flatMap(({ name, columns }) =>
    columns.flatMap(({ heading, words, hint }) => {
      const text = words === null ? hint : PROFILE_GUIDE.words(words);
      return text === null ? [] : [[name, heading, text].map((cell) => textCell(cell, styles, true))];
    }),
  ),
];
