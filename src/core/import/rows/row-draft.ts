import { NO_DEFECT, type Defect, type Device, type DeviceStatus } from '../../inventory/device.ts';
import type { Room } from '../../inventory/room.ts';
import type { CategoryId } from '../../shared/ids.ts';
import type { ColumnHabit } from '../columns/column-habits.ts';
import type { ReadRowContext } from './read-row.ts';
import type { SaidStatus } from './row-status.ts';
import type { ImportField, ImportIssue, ImportIssueCode, RawCell } from '../types.ts';

export type DeviceFields = Partial<Omit<Device, 'id' | 'roomId' | 'note' | 'extra'>>;
export type RoomFields = Partial<
  Omit<Room, 'id' | 'roomNumber' | 'roomTypes' | 'exemptions' | 'note' | 'extra'>
>;
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** One filled cell, with what is known about its column. */
export type CellAt = {
  readonly field: ImportField | null;
  readonly header: string;
  readonly cell: RawCell;
  /** What a reader would see; never empty. */
  readonly text: string;
  readonly habit: ColumnHabit;
};

/** Collects the cells of one row. A fresh one per row; the readers write to nothing but it and the issues. */
export type RowDraft = {
  readonly context: ReadRowContext;
  /** Our own list: nothing in it is to be guessed. */
  readonly isOwn: boolean;
  readonly fields: Writable<DeviceFields>;
  readonly roomFields: Writable<RoomFields>;
  readonly defect: Writable<Defect>;
  readonly place: {
    number: string | null;
    /** As the list has it, with its "Raum". */
    written: string | null;
    building: string | null;
    floor: string | null;
    /** Something else stands where the room belongs. */
    isNowhere: boolean;
  };
  readonly said: SaidStatus[];
  readonly notes: string[];
  readonly extra: Record<string, string>;
  readonly counted: {
    readonly header: string;
    readonly categoryId: CategoryId;
    readonly quantity: number;
    readonly status: DeviceStatus | null;
    readonly note: string | null;
  }[];
  id: string | null;
  note: string | null;
  roomTypeText: string | null;
  categoryText: string | null;
  serials: readonly string[];
  /** The cell of the serials: an issue about them names it. */
  serialsAt: CellAt | null;
  /** The cell of a price that was taken as it stands. */
  priceAt: CellAt | null;
  /** The list says that there are none of it. */
  isNone: boolean;
};

export const createDraft = (context: ReadRowContext, isOwn: boolean): RowDraft => ({
  context,
  isOwn,
  fields: {},
  roomFields: {},
  defect: { ...NO_DEFECT },
  place: { number: null, written: null, building: null, floor: null, isNowhere: false },
  said: [],
  notes: [],
  extra: {},
  counted: [],
  id: null,
  note: null,
  roomTypeText: null,
  categoryText: null,
  serials: [],
  serialsAt: null,
  priceAt: null,
  isNone: false,
});

type Place = Pick<CellAt, 'field' | 'header' | 'text'>;

export const report = (
  { context }: RowDraft,
  { field, header, text }: Place,
  code: ImportIssueCode,
  severity: ImportIssue['severity'] = 'warning',
  params: ImportIssue['params'] = {},
): void => {
  context.issues.push({ ...context.source, column: header, field, value: text, code, severity, params });
};

/** What was not understood, or said more than was taken, stays readable with the device. */
export const keep = ({ notes }: RowDraft, { header, text }: Pick<Place, 'header' | 'text'>): void => {
  notes.push(`${header}: ${text}`);
};

export const reportAndKeep = (
  draft: RowDraft,
  at: Place,
  code: ImportIssueCode,
  severity: ImportIssue['severity'] = 'warning',
  params: ImportIssue['params'] = {},
): void => {
  report(draft, at, code, severity, params);
  keep(draft, at);
};

export const fullNote = ({ note, notes }: RowDraft): string | null => {
  const parts = [...(note === null ? [] : [note]), ...notes];
  return parts.length === 0 ? null : parts.join('\n');
};
