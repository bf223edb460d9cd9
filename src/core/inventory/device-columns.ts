import { replacementYearOf } from '../gaps/replacement.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { CategoryId, RoomId } from '../shared/ids.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { DeviceCategory } from '../targets/target-profile.ts';
import { foldWord, readCents, readChoice, readCount, readPartialDate } from './cell-input.ts';
import { daysOpen, isBroken } from './defect.ts';
import { repaired, settleDefect } from './repair.ts';
import {
  NO_DEFECT,
  type Defect,
  type Device,
  type DeviceStatus,
  type Owner,
  type UserGroup,
} from './device.ts';
import type { RoomFinder } from './find-room.ts';
import type { Room } from './room.ts';

/** What a column holds: decides its editor, its alignment and how it sorts. */
export type ColumnKind =
  | 'text'
  | 'identifier'
  | 'long-text'
  | 'category'
  | 'room'
  | 'container'
  | 'status'
  | 'user-group'
  | 'owner'
  | 'date'
  | 'day'
  | 'money'
  | 'count'
  | 'years'
  | 'read-only';

/** Every column of the device table, in the order of the column list. */
export const DEVICE_COLUMNS = [
  { id: 'assetTag', kind: 'identifier' },
  { id: 'categoryId', kind: 'category' },
  { id: 'name', kind: 'text' },
  { id: 'manufacturer', kind: 'text' },
  { id: 'model', kind: 'text' },
  { id: 'serialNumber', kind: 'identifier' },
  { id: 'building', kind: 'read-only' },
  { id: 'floor', kind: 'read-only' },
  { id: 'room', kind: 'room' },
  { id: 'containerTag', kind: 'container' },
  { id: 'quantity', kind: 'count' },
  { id: 'status', kind: 'status' },
  { id: 'userGroup', kind: 'user-group' },
  { id: 'owner', kind: 'owner' },
  { id: 'purchasedOn', kind: 'date' },
  { id: 'replacementYear', kind: 'read-only' },
  { id: 'purchasePriceCents', kind: 'money' },
  { id: 'supplier', kind: 'text' },
  { id: 'invoiceNumber', kind: 'identifier' },
  { id: 'fundingSource', kind: 'text' },
  { id: 'earmarkedUntil', kind: 'date' },
  { id: 'warrantyUntil', kind: 'date' },
  { id: 'serviceLifeYears', kind: 'years' },
  { id: 'macAddress', kind: 'identifier' },
  { id: 'hostname', kind: 'identifier' },
  { id: 'externalId', kind: 'identifier' },
  { id: 'defectText', kind: 'text' },
  { id: 'defectSince', kind: 'date' },
  { id: 'defectReportedOn', kind: 'day' },
  { id: 'defectTicket', kind: 'identifier' },
  { id: 'defectRepairedOn', kind: 'day' },
  { id: 'defectDaysOpen', kind: 'read-only' },
  { id: 'decommissionedOn', kind: 'date' },
  { id: 'decommissionReason', kind: 'text' },
  { id: 'lastSeenOn', kind: 'date' },
  { id: 'note', kind: 'long-text' },
] as const satisfies readonly { readonly id: string; readonly kind: ColumnKind }[];

export type DeviceColumn = (typeof DEVICE_COLUMNS)[number];
export type DeviceColumnId = DeviceColumn['id'];

const COLUMNS_BY_ID: ReadonlyMap<string, DeviceColumn> = new Map(
  DEVICE_COLUMNS.map((column) => [column.id, column]),
);

/** Whether a stored column id is one of today's. */
export const isDeviceColumnId = (id: string): id is DeviceColumnId => COLUMNS_BY_ID.has(id);

export const columnKind = (id: DeviceColumnId): ColumnKind => COLUMNS_BY_ID.get(id)?.kind ?? 'read-only';

export const isEditableColumn = (id: DeviceColumnId): boolean => columnKind(id) !== 'read-only';

/** The words of a language for closed choices: the first one is shown, all are understood. */
export type DeviceWords = {
  readonly status: Readonly<Record<DeviceStatus, readonly [string, ...string[]]>>;
  readonly userGroup: Readonly<Record<UserGroup, readonly [string, ...string[]]>>;
  readonly owner: Readonly<Record<Owner, readonly [string, ...string[]]>>;
  readonly formatDate: (date: string) => string;
};

/** What cells are shown and read with. */
export type DeviceLookup = {
  readonly words: DeviceWords;
  /** Where a device stands: with its container, when it has one. */
  readonly roomOf: (device: Device) => Room | undefined;
  readonly finder: RoomFinder;
  readonly categories: ReadonlyMap<CategoryId, DeviceCategory>;
  /** Becomes the day of decommissioning when a status is set to that. */
  readonly today: IsoDate;
};

/** 1740 € → `1740`, 12,50 € → `12,50`: as Excel reads it. */
const centsText = (cents: number): string =>
  cents % 100 === 0
    ? String(cents / 100)
    : `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

/** The value of a cell as text, for editing, copying and searching; '' where nothing is known. `parseCell` reads it back. */
export const cellText = (device: Device, column: DeviceColumnId, lookup: DeviceLookup): string => {
  const { words } = lookup;
  const date = (value: string | null): string => (value === null ? '' : words.formatDate(value));
  switch (column) {
    case 'room': {
      const room = lookup.roomOf(device);
      return room === undefined ? '' : lookup.finder.textOf(room);
    }
    case 'building':
      return lookup.roomOf(device)?.building ?? '';
    case 'floor':
      return lookup.roomOf(device)?.floor ?? '';
    case 'categoryId':
      return device.categoryId === null
        ? ''
        : (lookup.categories.get(device.categoryId)?.name ?? device.categoryId);
    case 'status':
      return words.status[device.status][0];
    case 'userGroup':
      return device.userGroup === null ? '' : words.userGroup[device.userGroup][0];
    case 'owner':
      return device.owner === 'unknown' ? '' : words.owner[device.owner][0];
    case 'quantity':
      return String(device.quantity);
    case 'serviceLifeYears':
      return device.serviceLifeYears === null ? '' : String(device.serviceLifeYears);
    case 'replacementYear':
      return String(replacementYear(device, lookup) ?? '');
    case 'purchasePriceCents':
      return device.purchasePriceCents === null ? '' : centsText(device.purchasePriceCents);
    case 'purchasedOn':
    case 'earmarkedUntil':
    case 'warrantyUntil':
    case 'decommissionedOn':
    case 'lastSeenOn':
      return date(device[column]);
    case 'defectSince':
      return date(device.defect?.since ?? null);
    case 'defectReportedOn':
      return date(device.defect?.reportedOn ?? null);
    case 'defectText':
      return device.defect?.text ?? '';
    case 'defectTicket':
      return device.defect?.ticket ?? '';
    case 'defectRepairedOn':
      return date(device.defect?.repairedOn ?? null);
    case 'defectDaysOpen':
      return String(daysOpen(device, lookup.today) ?? '');
    default:
      return device[column] ?? '';
  }
};

/** Ersatzjahr; null = age or service life unknown. */
export const replacementYear = (device: Device, lookup: DeviceLookup): number | null =>
  replacementYearOf(
    device,
    device.categoryId === null ? undefined : lookup.categories.get(device.categoryId),
  );

/** Why a text does not fit a column. `value` is the text. */
export type CellIssue = { readonly column: DeviceColumnId; readonly value: string } & (
  | { readonly code: 'NO_DATE' | 'NO_DAY' | 'NO_PRICE' | 'NO_COUNT' | 'NO_YEARS' | 'READ_ONLY' | 'TOO_LONG' }
  | { readonly code: 'UNKNOWN_CHOICE' | 'UNKNOWN_CATEGORY'; readonly choices: readonly string[] }
  | { readonly code: 'ROOM_UNKNOWN'; readonly suggestion: string | null }
  | { readonly code: 'ROOM_AMBIGUOUS'; readonly places: readonly string[] }
);

/** Longest text of one cell: what an Excel cell holds. */
export const MAX_CELL_LENGTH = 32_767;

const withDefect = (device: Device, part: Partial<Defect>): Device => {
  const defect = { ...NO_DEFECT, ...device.defect, ...part };
  const isEmpty = Object.values(defect).every((value) => value === null);
  return { ...device, defect: isEmpty ? null : defect };
};

/**
 * Sets the state; a device that leaves service gets its day, one that comes back loses day and reason. Its defect ends
 * or begins with the state, see `settleDefect`.
 */
export const withStatus = (device: Device, status: DeviceStatus, today: IsoDate): Device => {
  const defect = settleDefect(device, status, today);
  if (status === 'decommissioned') {
    return { ...device, status, defect, decommissionedOn: device.decommissionedOn ?? today };
  }
  return device.status === 'decommissioned'
    ? { ...device, status, defect, decommissionedOn: null, decommissionReason: null }
    : { ...device, status, defect };
};

/** Puts it into a room, out of any container: what lies in a case stands where the case stands. */
export const withRoom = (device: Device, roomId: RoomId | null): Device => ({
  ...device,
  roomId,
  containerTag: null,
});

/**
 * The device with the text taken into the column; an empty text clears it (status becomes `in-use`, quantity 1, owner
 * unknown). Nothing is guessed: what does not fit is an issue, and the device stays as it was.
 */
export const parseCell = (
  device: Device,
  column: DeviceColumnId,
  text: string,
  lookup: DeviceLookup,
): Result<Device, CellIssue> => {
  const value = columnKind(column) === 'long-text' ? text.trim() : text.replace(/\s+/g, ' ').trim();
  const wrong = (
    code: 'NO_DATE' | 'NO_DAY' | 'NO_PRICE' | 'NO_COUNT' | 'NO_YEARS' | 'READ_ONLY' | 'TOO_LONG',
  ): Result<Device, CellIssue> => failed({ column, value, code });
  if (value.length > MAX_CELL_LENGTH) return wrong('TOO_LONG');
  // Leaving a cell as it was changes nothing: a text that is shown need not be one that can be typed.
  if (value === cellText(device, column, lookup)) return ok(device);
  switch (column) {
    case 'building':
    case 'floor':
    case 'replacementYear':
    case 'defectDaysOpen':
      return wrong('READ_ONLY');
    case 'categoryId':
      return parseCategory(device, value, lookup);
    case 'room': {
      if (value === '') return ok(withRoom(device, null));
      const found = lookup.finder.find(value);
      return found.ok ? ok(withRoom(device, found.value.id)) : failed({ column, value, ...found.error });
    }
    case 'status': {
      const status = value === '' ? 'in-use' : readChoice(value, lookup.words.status);
      return status === null
        ? unknownChoice(column, value, lookup.words.status)
        : ok(withStatus(device, status, lookup.today));
    }
    case 'userGroup': {
      const userGroup = value === '' ? null : readChoice(value, lookup.words.userGroup);
      return userGroup === null && value !== ''
        ? unknownChoice(column, value, lookup.words.userGroup)
        : ok({ ...device, userGroup });
    }
    case 'owner': {
      const owner = value === '' ? 'unknown' : readChoice(value, lookup.words.owner);
      return owner === null ? unknownChoice(column, value, lookup.words.owner) : ok({ ...device, owner });
    }
    case 'quantity': {
      const quantity = value === '' ? 1 : readCount(value);
      return quantity === null || quantity < 1 ? wrong('NO_COUNT') : ok({ ...device, quantity });
    }
    case 'serviceLifeYears': {
      const years = value === '' ? null : readCount(value);
      return value !== '' && (years === null || years < 1 || years > 50)
        ? wrong('NO_YEARS')
        : ok({ ...device, serviceLifeYears: years });
    }
    case 'purchasePriceCents': {
      const cents = value === '' ? null : readCents(value);
      return value !== '' && cents === null
        ? wrong('NO_PRICE')
        : ok({ ...device, purchasePriceCents: cents });
    }
    case 'purchasedOn':
    case 'earmarkedUntil':
    case 'warrantyUntil':
    case 'decommissionedOn':
    case 'lastSeenOn': {
      const date = value === '' ? null : readPartialDate(value);
      return value !== '' && date === null ? wrong('NO_DATE') : ok({ ...device, [column]: date });
    }
    case 'defectSince': {
      const since = value === '' ? null : readPartialDate(value);
      return value !== '' && since === null ? wrong('NO_DATE') : ok(withDefect(device, { since }));
    }
    case 'defectReportedOn': {
      const day = value === '' ? null : readPartialDate(value);
      return value !== '' && day?.length !== 10
        ? wrong('NO_DAY')
        : ok(withDefect(device, { reportedOn: day }));
    }
    case 'defectText':
      // What is said about a device whose defect was mended is about the next one.
      return ok(
        withDefect(value !== '' && device.defect?.repairedOn ? { ...device, defect: null } : device, {
          text: value === '' ? null : value,
        }),
      );
    case 'defectTicket':
      return ok(withDefect(device, { ticket: value === '' ? null : value }));
    case 'defectRepairedOn': {
      const day = value === '' ? null : readPartialDate(value);
      if (value !== '' && day?.length !== 10) return wrong('NO_DAY');
      return ok(
        day !== null && isBroken(device) ? repaired(device, day) : withDefect(device, { repairedOn: day }),
      );
    }
    default:
      return ok({ ...device, [column]: value === '' ? null : value });
  }
};

const unknownChoice = (
  column: DeviceColumnId,
  value: string,
  words: Readonly<Record<string, readonly [string, ...string[]]>>,
): Result<Device, CellIssue> =>
  failed({
    column,
    value,
    code: 'UNKNOWN_CHOICE',
    choices: Object.values(words).map(([shown]) => shown),
  });

/** By name, short name or id, else by the only category whose name holds the text. */
const parseCategory = (
  device: Device,
  value: string,
  { categories }: DeviceLookup,
): Result<Device, CellIssue> => {
  if (value === '') return ok({ ...device, categoryId: null });
  const wanted = foldWord(value);
  const all = [...categories.values()];
  const exact = all.find((category) =>
    [category.name, category.shortName, category.id].some((word) => foldWord(word) === wanted),
  );
  const holding = all.filter((category) => wanted.length > 1 && foldWord(category.name).includes(wanted));
  const found = exact ?? (holding.length === 1 ? holding[0] : undefined);
  return found === undefined
    ? failed({
        column: 'categoryId',
        value,
        code: 'UNKNOWN_CATEGORY',
        choices: holding.map((category) => category.name),
      })
    : ok({ ...device, categoryId: found.id });
};
