import type { Device } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import type { CategoryId, RoomTypeId } from '../shared/ids.ts';
import type { PartialDate } from '../shared/iso-date.ts';
import type { IssueParams, Severity } from '../shared/issue.ts';
import type { DeviceCategory } from '../targets/target-profile.ts';

// ---------------------------------------------------------------- what the reader hands over

/** A date cell: as exact as its number format shows it (`yyyy` stays a year). No time zone is involved. */
export type RawDate = { readonly kind: 'date'; readonly date: PartialDate };
/** An error value of the sheet, `#NV`, `#REF!`. */
export type RawError = { readonly kind: 'error'; readonly code: string };
/** The code of a formula that its program never calculated: there is no value to read. */
export const NO_RESULT = '#?';
/** One cell. Formulas count with their stored result, rich text and links with their text. null = nothing in it. */
export type RawCell = null | string | number | boolean | RawDate | RawError;

export type RawRow = {
  /** As Excel counts: the first row of the sheet is 1. In a CSV file the record as Excel would place it. */
  readonly row: number;
  /** By column, 0 = A. Shorter rows end with their last cell. */
  readonly cells: readonly RawCell[];
  readonly hidden: boolean;
};

export type RawMerge = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

export type RawSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with at least one cell that is not empty, ascending. */
  readonly rows: readonly RawRow[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly RawMerge[];
};

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];
export const SEPARATORS = [';', ',', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What was guessed about a text file; shown, and can be changed. */
export type TextFormat = {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
  /** false = the file itself says it (byte order mark, strict UTF-8); true = our guess. */
  readonly encodingGuessed: boolean;
};

export type RawBook = {
  readonly fileName: string;
  readonly format: 'xlsx' | 'ods' | 'xls' | 'text';
  readonly sheets: readonly RawSheet[];
  readonly textFormat: TextFormat | null;
};

/** Why a file cannot be read at all. `params` carries figures for the sentence. */
export type ReadFailureCode =
  | 'EMPTY_FILE'
  | 'TOO_LARGE'
  | 'TOO_LARGE_UNPACKED'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_CELLS'
  | 'TOO_MANY_PARTS'
  | 'ENCRYPTED'
  | 'OLD_EXCEL'
  | 'NOT_A_WORKBOOK'
  | 'DAMAGED'
  | 'NO_HEAD_ROW'
  | 'WRONG_ENCODING'
  | 'NO_ROWS';
export type ReadFailure = {
  readonly code: ReadFailureCode;
  readonly fileName: string;
  readonly sheet: string | null;
  readonly params: IssueParams;
};

// ---------------------------------------------------------------- tables and columns

/** What a table lists. A device list names rooms too; a room list carries only rooms. */
export type TableKind = 'devices' | 'rooms';
/** How a table is laid out. */
export const LAYOUTS = [
  'row-per-device',
  /** A line above names the room of the devices below it. */
  'blocks',
  /** The sheet's title or name is the room of all its devices. */
  'sheet-per-room',
  /** One row per room, a column per kind, counts in the cells. */
  'count-columns',
  'row-per-room',
] as const;
export type Layout = (typeof LAYOUTS)[number];

export type SourceColumn = {
  /** 0 = A. */
  readonly index: number;
  /** Line breaks made spaces; two-line heads joined. Empty heads are named by letter: `Spalte K`. */
  readonly header: string;
  /** Other ways to read a head of two lines: the lower line alone, and behind the group heading above it. */
  readonly alternatives: readonly string[];
  /** Up to three different values, as a reader would see them. */
  readonly examples: readonly string[];
  readonly filled: number;
  readonly distinct: number;
};

/** A table that was found in a sheet: head rows and the rows below them. */
export type SourceTable = {
  readonly sheet: string;
  /** Excel row numbers of the head, first and last (two-line heads). */
  readonly headRows: { readonly first: number; readonly last: number };
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly SourceColumn[];
  /** Rows with content below the head. */
  readonly rowCount: number;
  /** The lines above the head. */
  readonly titleLines: readonly string[];
};

export const DEVICE_IMPORT_FIELDS = [
  'id',
  'assetTag',
  'serialNumber',
  'categoryId',
  'name',
  'manufacturer',
  'model',
  'building',
  'floor',
  'roomNumber',
  'containerTag',
  'quantity',
  'status',
  'userGroup',
  'owner',
  'purchasedOn',
  'purchasePriceCents',
  'supplier',
  'invoiceNumber',
  'fundingSource',
  'earmarkedUntil',
  'warrantyUntil',
  'serviceLifeYears',
  'macAddress',
  'hostname',
  'externalId',
  'defectSince',
  'defectText',
  'defectReportedOn',
  'defectTicket',
  'defectRepairedOn',
  'decommissionedOn',
  'decommissionReason',
  'lastSeenOn',
  'note',
] as const;
export type DeviceImportField = (typeof DEVICE_IMPORT_FIELDS)[number];

/** Columns of a device list that describe its room. */
export const DEVICE_ROOM_FIELDS = ['roomName', 'roomType', 'roomSeats'] as const;
export type DeviceRoomField = (typeof DEVICE_ROOM_FIELDS)[number];

export const ROOM_IMPORT_FIELDS = [
  'id',
  'roomNumber',
  'name',
  'building',
  'floor',
  'roomTypes',
  'seats',
  'areaM2',
  'use',
  'lanSockets',
  'powerGroups',
  'wlanCoverage',
  'note',
] as const;
export type RoomImportField = (typeof ROOM_IMPORT_FIELDS)[number];

/**
 * `count`: the cell says how many devices of the column's kind stand in the row's room. `ignore`: left out, because the
 * user said so or because we wrote the column ourselves (reasons in a list to mend).
 */
export type ImportField = DeviceImportField | DeviceRoomField | RoomImportField | 'count' | 'ignore';

/** Why a field was proposed, for a sentence. */
export type MappingReason =
  | { readonly code: 'own-heading' | 'heading' | 'heading-and-content' | 'heading-similar' }
  | { readonly code: 'content'; readonly share: number }
  | { readonly code: 'chosen' | 'remembered' | 'no-match' | 'empty' }
  /** The heading would fit a field that a better column already has. */
  | { readonly code: 'taken'; readonly by: string };

export type ColumnMapping = {
  readonly column: number;
  readonly header: string;
  /** null = fits no field: kept as an extra field under its heading. */
  readonly field: ImportField | null;
  /** 0–1. From 0.85 "sicher", from 0.6 "wahrscheinlich", below "bitte prüfen". */
  readonly confidence: number;
  readonly reason: MappingReason;
  /** Only for `count`: what is counted. */
  readonly categoryId: CategoryId | null;
};

export type TableMapping = {
  readonly table: SourceTable;
  readonly kind: TableKind;
  readonly layout: Layout;
  /** false = the sheet is left out; said in the summary. */
  readonly included: boolean;
  readonly columns: readonly ColumnMapping[];
  /** `sheet-per-room`: the room of all rows, as a reader would write it. `blocks`: the room of the first rows. */
  readonly roomText: string | null;
  /** From our own report: matched by id, an emptied cell empties the field, kinds are not guessed from names. */
  readonly isOwn: boolean;
};

export type ImportMapping = { readonly tables: readonly TableMapping[] };

// ---------------------------------------------------------------- plan

export type RowSource = { readonly sheet: string; readonly row: number };

export type ImportIssueCode =
  | 'IMPOSSIBLE_DATE'
  | 'DOUBTFUL_DATE'
  | 'NO_DATE'
  | 'NO_PRICE'
  | 'DOUBTFUL_PRICE'
  | 'FOREIGN_CURRENCY'
  | 'NO_COUNT'
  | 'DOUBTFUL_COUNT'
  | 'NO_NUMBER'
  | 'UNKNOWN_STATUS'
  | 'STATUS_FROM_TEXT'
  | 'DOUBTFUL_STATUS'
  | 'CONTRADICTING_STATUS'
  | 'UNKNOWN_VALUE'
  | 'UNKNOWN_CATEGORY'
  | 'DOUBTFUL_CATEGORY'
  | 'UNKNOWN_ROOM_TYPE'
  | 'NOT_A_ROOM'
  | 'NOT_A_SERIAL'
  | 'SEVERAL_SERIALS'
  | 'SERIAL_RANGE'
  | 'SERIALS_AND_COUNT'
  | 'ERROR_CELL'
  | 'DOUBLED_ASSET_TAG'
  | 'DOUBLED_SERIAL'
  | 'DOUBLED_ID'
  | 'DOUBLED_ROOM'
  | 'UNKNOWN_ID'
  | 'ROOM_AMBIGUOUS'
  | 'TOO_LONG'
  | 'HIDDEN_ROW'
  | 'HIDDEN_COLUMN'
  | 'SIMILAR_ROOM'
  | 'SHEET_LEFT_OUT'
  | 'ROOM_FROM_ABOVE'
  | 'CONFLICT';

/** A value that was doubtful or could not be taken as it is; its text is always kept somewhere. */
export type ImportIssue = {
  readonly sheet: string;
  readonly row: number;
  /** Heading of the column; empty when the whole row is meant. */
  readonly column: string;
  readonly field: ImportField | null;
  /** The text of the cell. */
  readonly value: string;
  readonly code: ImportIssueCode;
  /** `warning` asks to be cleared, `info` only tells. */
  readonly severity: Severity;
  readonly params: IssueParams;
};

export type RejectCode =
  | 'EMPTY_ROW'
  | 'SUM_ROW'
  | 'REPEATED_HEAD'
  | 'PATTERN_ROW'
  /** Names the room of the rows below it; taken into account, but no device. */
  | 'ROOM_LINE'
  | 'REMARK'
  /** No IT equipment, and the user wants such rows left out. */
  | 'OUTSIDE'
  | 'NOTHING_USABLE';
export type RejectedRow = RowSource & {
  readonly code: RejectCode;
  /** The row's values, joined: for the eye. */
  readonly text: string;
};

/** By what an existing device or room was recognised. */
export type MatchedBy =
  | 'id'
  | 'asset-tag'
  | 'serial'
  | 'mac'
  | 'external-id'
  /** Two or more of the numbers agree. */
  | 'several'
  /** Without any number: everything that the row says fits. */
  | 'content'
  | 'room-number';

/** What wins where list and inventory differ. `new` makes a device of its own of a row in conflict. */
export const WINNERS = ['list', 'inventory', 'new'] as const;
export type Winner = (typeof WINNERS)[number];

/** Names a row in choices: sheet and Excel row. */
export const rowKey = ({ sheet, row }: RowSource): string => `${sheet}\n${row}`;

export type FieldChange = {
  /** Key of `Device` or `Room`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
};

export type PlannedDevice = {
  readonly source: RowSource;
  readonly action: 'new' | 'changed' | 'same';
  readonly device: Device;
  /** What is there now; null for new ones. */
  readonly before: Device | null;
  readonly matchedBy: MatchedBy | null;
  /** Where the list differs; also when the inventory wins and nothing of it is written. */
  readonly changes: readonly FieldChange[];
  /** Which side was taken; null where there was nothing to choose. */
  readonly winner: Winner | null;
  /** 0–1; null when no category was found. */
  readonly categoryConfidence: number | null;
  /** What the list says about the kind, as it stands there. */
  readonly categoryText: string | null;
};

export type PlannedRoom = {
  /** null = made from the room number of a device row. */
  readonly source: RowSource | null;
  readonly action: 'new' | 'changed' | 'same';
  readonly room: Room;
  readonly before: Room | null;
  readonly matchedBy: MatchedBy | null;
  /** Where the list differs; also when the inventory wins and nothing of it is written. */
  readonly changes: readonly FieldChange[];
  /** Which side was taken; null where there was nothing to choose. */
  readonly winner: 'list' | 'inventory' | null;
  readonly roomTypes: readonly RoomTypeId[];
};

/** What became of each row that was read. A row with several serials is one row. */
export const OUTCOMES = ['new', 'changed', 'same', 'conflict', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type RowOutcome = RowSource & {
  /** What the comparison with the inventory found; `conflict`: its numbers belong to different devices. */
  readonly outcome: Outcome;
  /** Changed or in conflict, and the inventory stays as it is. */
  readonly isKept: boolean;
  /** At least one issue of severity `warning` or above. */
  readonly toClear: boolean;
};

/** rowsRead = newRows + changedRows + sameRows + conflictRows + rejectedRows. */
export type ImportCounts = {
  readonly rowsRead: number;
  readonly newRows: number;
  readonly changedRows: number;
  readonly sameRows: number;
  readonly conflictRows: number;
  readonly rejectedRows: number;
  /** Of the changed and conflicting ones: those in which the inventory wins. */
  readonly keptRows: number;
  readonly toClearRows: number;
  readonly newDevices: number;
  readonly changedDevices: number;
  readonly sameDevices: number;
  readonly newRooms: number;
  readonly changedRooms: number;
  readonly sameRooms: number;
};

/** Everything that taking over would do; nothing is written by making it. */
export type ImportPlan = {
  readonly fileName: string;
  readonly counts: ImportCounts;
  readonly columns: readonly (ColumnMapping & { readonly sheet: string })[];
  readonly rows: readonly RowOutcome[];
  readonly devices: readonly PlannedDevice[];
  readonly rooms: readonly PlannedRoom[];
  readonly rejected: readonly RejectedRow[];
  readonly issues: readonly ImportIssue[];
  /** Categories of the school's own that the list needs and the profile does not have yet. */
  readonly newCategories: readonly DeviceCategory[];
  /** Room numbers that probably mean one room: `101`, `R101`, `1.01`; one only when the user agrees. */
  readonly similarRooms: readonly SimilarRooms[];
  /** Devices of the inventory, not decommissioned, that the list does not name. */
  readonly onlyHere: readonly Device[];
};

export type SimilarRooms = {
  /** The row with the first other spelling. */
  readonly source: RowSource;
  readonly building: string | null;
  /** As they are written, most frequent first. */
  readonly numbers: readonly string[];
  readonly isAgreed: boolean;
};

/** New ids come from outside: the core has no chance. The row may be used to give it the same id again. */
export type IdSource = { readonly device: (source: RowSource) => string; readonly room: () => string };
