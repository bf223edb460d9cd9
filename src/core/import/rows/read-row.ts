import type { CategoryId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Classify } from '../dictionary/category-words.ts';
import { NO_HABIT, type ColumnHabits } from '../columns/column-habits.ts';
import { readField } from './field-readers.ts';
import { readKindCount } from './field-values.ts';
import { asCounts, asDevices, asRoom } from './finish-row.ts';
import { rejectCode } from './reject-row.ts';
import {
  createDraft,
  report,
  type CellAt,
  type DeviceFields,
  type RoomFields,
  type RowDraft,
} from './row-draft.ts';
import type {
  ColumnMapping,
  ImportIssue,
  RawCell,
  RawRow,
  RejectCode,
  RowSource,
  TableMapping,
} from '../types.ts';
import { cellText } from '../words.ts';

/** What one row says, understood. */
export type RowRead = {
  readonly id: string | null;
  readonly fields: DeviceFields;
  /** The number of its room, cleaned; null = the row names none. */
  readonly roomNumber: string | null;
  /** The same as the list writes it: a room of the inventory may be called just so. */
  readonly roomWritten: string | null;
  readonly building: string | null;
  readonly floor: string | null;
  readonly room: RoomFields;
  readonly roomTypeText: string | null;
  readonly note: string | null;
  readonly extra: Readonly<Record<string, string>>;
  readonly categoryConfidence: number | null;
  readonly categoryText: string | null;
  /** The row counts devices of its room, and there are none. */
  readonly isRoomOnly: boolean;
};

export type ReadRowContext = {
  /** The room that a line above, the title or the sheet's name gives to rows that name none. */
  readonly sectionRoom: string | null;
  readonly source: RowSource;
  readonly classify: Classify;
  readonly categoryChoices: Readonly<Record<string, CategoryId>>;
  /** How the columns write dates and amounts; without it what has two readings is doubtful. */
  readonly habits?: ColumnHabits;
  /** Doubtful values are added here. */
  readonly issues: ImportIssue[];
};

type Rejected = { readonly code: RejectCode; readonly text: string };

/** Understands one row, or says why it is no device or room: empty, a sum, the head repeated, a pattern. */
export const readRow = (
  row: RawRow,
  table: TableMapping,
  context: ReadRowContext,
): Result<readonly RowRead[], Rejected> => {
  const texts = row.cells.map(cellText);
  const rejected = (code: RejectCode): Result<never, Rejected> =>
    failed({ code, text: texts.filter((entry) => entry !== '').join(' | ') });
  const code = rejectCode(texts, table);
  if (code !== null) return rejected(code);
  const draft = createDraft(context, table.isOwn);
  for (const column of table.columns) {
    const shown = texts[column.column] ?? '';
    if (shown !== '') readCell(draft, column, row.cells[column.column] ?? null, shown);
  }
  if (table.kind === 'devices' && draft.place.number === null) roomFromLine(draft, table);
  const reads = finish(draft, table);
  return reads === null ? rejected('NOTHING_USABLE') : ok(reads);
};

const ERROR_TEXT = /^#(?:NV|N\/A|REF!|BEZUG!|WERT!|VALUE!|DIV\/0!|NAME\?|NULL!|ZAHL!|NUM!)$/;

/** Text files keep what the formula showed. */
const isError = (cell: RawCell, text: string): boolean =>
  (typeof cell === 'object' && cell !== null && cell.kind === 'error') ||
  (text.startsWith('#') && ERROR_TEXT.test(text));

const readCell = (draft: RowDraft, column: ColumnMapping, cell: RawCell, text: string): void => {
  const { field, header } = column;
  const habit = draft.context.habits?.get(column.column) ?? NO_HABIT;
  const at: CellAt = { field, header, cell, text, habit };
  if (isError(cell, text)) report(draft, at, 'ERROR_CELL');
  else if (field === 'count') countKind(draft, column, at);
  else readField(draft, at);
};

/** How many devices of the column's kind stand in the room. */
const countKind = (draft: RowDraft, { header, categoryId }: ColumnMapping, at: CellAt): void => {
  const count = readKindCount(draft, { ...at, field: 'quantity' });
  if (count !== null && count.quantity > 0 && categoryId !== null)
    draft.counted.push({ header, categoryId, ...count });
};

/** A line above names the room of the rows below it, or the title that of all rows. */
const roomFromLine = (draft: RowDraft, { columns }: TableMapping): void => {
  const { context, place } = draft;
  const column = columns.find(({ field }) => field === 'roomNumber');
  if (context.sectionRoom === null || place.isNowhere) return;
  place.number = context.sectionRoom;
  place.written = context.sectionRoom;
  if (column !== undefined)
    report(draft, { ...column, text: context.sectionRoom }, 'ROOM_FROM_ABOVE', 'info');
};

const finish = (draft: RowDraft, { kind, layout }: TableMapping): readonly RowRead[] | null => {
  if (kind === 'rooms') return asRoom(draft);
  return layout === 'count-columns' ? asCounts(draft) : asDevices(draft);
};
