import type { Defect, Device, DeviceStatus } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import type { CategoryId } from '../shared/ids.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { PartialDate } from '../shared/iso-date.ts';
import { SURE_CATEGORY, type Classify } from './category-words.ts';
import {
  readCountCell,
  readDateCell,
  readMoneyCell,
  readOwner,
  readStatus,
  readStrayStatus,
  readUserGroup,
  readWlanCoverage,
} from './read-cells.ts';
import type {
  ImportField,
  ImportIssue,
  ImportIssueCode,
  RawCell,
  RawRow,
  RejectCode,
  RowSource,
  TableMapping,
} from './types.ts';
import { cellText, foldText, isEmptyWord, isPlaceholder } from './words.ts';

type DeviceFields = Partial<Omit<Device, 'id' | 'roomId' | 'note' | 'extra'>>;
type RoomFields = Partial<Omit<Room, 'id' | 'roomNumber' | 'roomTypes' | 'exemptions' | 'note' | 'extra'>>;

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
  /** The room that a line above names for all rows below it. */
  readonly sectionRoom: string | null;
  readonly source: RowSource;
  readonly classify: Classify;
  readonly categoryChoices: Readonly<Record<string, CategoryId>>;
  /** Doubtful values are added here. */
  readonly issues: ImportIssue[];
};

/** What Excel likes to turn into a date. */
const IDENTIFIERS: ReadonlySet<ImportField> = new Set([
  'assetTag',
  'containerTag',
  'invoiceNumber',
  'externalId',
]);

const isDate = (cell: RawCell): boolean => typeof cell === 'object' && cell !== null && cell.kind === 'date';

/** Notes keep their lines; everywhere else a line break in a cell only serves its width. */
const linesOf = (cell: RawCell, value: string): string =>
  typeof cell === 'string' ? cell.replace(/[ \t\u00a0]+$/gm, '').trim() : value;

const YES = /^(x|ja|j|yes|y|wahr|true|1)$/i;
const NO = /^(nein|n|no|kein(e|er)?|falsch|false|0|ohne)$/i;

type Rejected = { readonly code: RejectCode; readonly text: string };

/** No program shows more in a cell. */
const MAX_LENGTH = 32_767;

/** Understands one row, or says why it is no device or room: empty, a sum, the head repeated, a pattern. */
export const readRow = (
  row: RawRow,
  table: TableMapping,
  context: ReadRowContext,
): Result<readonly RowRead[], Rejected> => {
  const texts = row.cells.map(cellText);
  const text = texts.filter((entry) => entry !== '').join(' | ');
  const code = rejectCode(texts, table);
  if (code !== null) return failed({ code, text });
  // Our own list says nothing about a kind where none is known; there is nothing to guess from the name.
  const isOwn = table.columns.some(({ field, reason }) => field === 'id' && reason.code === 'own-heading');
  const draft = createDraft(context, isOwn);
  for (const column of table.columns) {
    const cell = row.cells[column.column] ?? null;
    const shown = texts[column.column] ?? '';
    if (shown === '') continue;
    if (column.field === 'count') draft.count(column, cell, shown);
    else draft.read(column.field, cell, shown, column.header);
  }
  if (table.kind === 'devices' && draft.room.number === null) {
    if (context.sectionRoom !== null) draft.roomFromSection(context.sectionRoom);
  }
  const reads =
    table.kind === 'rooms'
      ? draft.asRoom()
      : table.layout === 'count-columns'
        ? draft.asCounts()
        : draft.asDevices();
  return reads === null ? failed({ code: 'NOTHING_USABLE', text }) : ok(reads);
};

const SUM_WORDS = /^(summe|gesamt|gesamtsumme|total|zwischensumme|insgesamt|anzahl gesamt|sum|ergebnis)\b/;

const REMARK =
  /^(stand|hinweise?|legende|quelle|anmerkung(en)?|bemerkung(en)?|erstellt|gedruckt|seite|datum)\b.*[:\d]|:$/i;

/**
 * The room that a line names for the rows below it: `Raum 101`, `Zimmer 7 (Musik)` alone in its row. null where the
 * list has a column for rooms, or the line is something else.
 */
export const sectionRoomOf = (texts: readonly string[], table: TableMapping): string | null => {
  if (table.columns.some(({ field }) => field === 'roomNumber')) return null;
  const filled = texts.filter((entry) => !isPlaceholder(entry));
  if (filled.length !== 1) return null;
  const match =
    /^(?:raum|zimmer|room)\s*(?:nr\.?\s*)?:?\s*([\p{L}\d][\p{L}\d./-]{0,11})(?=$|[\s:,;(–-])/iu.exec(
      filled[0] ?? '',
    );
  return match?.[1] ?? null;
};

const rejectCode = (texts: readonly string[], table: TableMapping): RejectCode | null => {
  const filled = texts.filter((entry) => !isPlaceholder(entry));
  if (filled.length === 0) return 'EMPTY_ROW';
  const crosses = filled.filter((entry) => entry.toLowerCase() === 'x').length;
  const [only = ''] = filled;
  if (filled.length === 1 && table.columns.length >= 3 && table.kind === 'devices') {
    if (sectionRoomOf(texts, table) !== null) return 'ROOM_LINE';
    if (REMARK.test(only)) return 'REMARK';
  }
  // A row of crosses shows which columns are to be filled in.
  if (crosses >= 3 && crosses >= filled.length * 0.6) return 'PATTERN_ROW';
  if (filled.length <= 4 && filled.some((entry) => SUM_WORDS.test(foldText(entry)))) return 'SUM_ROW';
  const repeated = table.columns.filter(({ column, header }) => {
    const entry = texts[column] ?? '';
    return entry !== '' && (entry === header || header.startsWith(`${entry} (`));
  }).length;
  return repeated >= 2 && repeated >= filled.length * 0.6 ? 'REPEATED_HEAD' : null;
};

/** Collects the cells of one row. A fresh one per row; it writes to nothing but itself and the issues. */
const createDraft = ({ source, classify, categoryChoices, issues }: ReadRowContext, isOwn: boolean) => {
  const fields: { -readonly [Key in keyof DeviceFields]: DeviceFields[Key] } = {};
  const roomFields: { -readonly [Key in keyof RoomFields]: RoomFields[Key] } = {};
  const place = {
    number: null as string | null,
    /** As the list has it, with its "Raum". */
    written: null as string | null,
    building: null as string | null,
    floor: null as string | null,
  };
  const defect: { -readonly [Key in keyof Defect]: Defect[Key] } = {
    since: null,
    text: null,
    reportedOn: null,
    ticket: null,
  };
  const notes: string[] = [];
  const extra: Record<string, string> = {};
  let id: string | null = null;
  let note: string | null = null;
  let roomTypeText: string | null = null;
  let categoryText: string | null = null;
  let serials: readonly string[] = [];
  const counted: { readonly header: string; readonly categoryId: CategoryId; readonly quantity: number }[] =
    [];
  let isNone = false;

  const report = (
    code: ImportIssueCode,
    at: { readonly field: ImportField | null; readonly header: string; readonly value: string },
    severity: ImportIssue['severity'] = 'warning',
    params: ImportIssue['params'] = {},
  ): void => {
    issues.push({ ...source, column: at.header, field: at.field, value: at.value, code, severity, params });
  };
  /** What was not understood stays readable with the device. */
  const keep = (header: string, value: string): void => {
    notes.push(`${header}: ${value}`);
  };

  const applyStatus = (status: DeviceStatus, on: PartialDate | null): void => {
    fields.status = status;
    if (status === 'decommissioned' && on !== null) fields.decommissionedOn = on;
    if ((status === 'defective' || status === 'in-repair') && on !== null) defect.since = on;
  };

  const stray = (field: ImportField, header: string, value: string): boolean => {
    const read = readStrayStatus(value);
    if (read === null) return false;
    applyStatus(read.status, read.on);
    report('STATUS_FROM_TEXT', { field, header, value }, 'info', { status: read.status });
    keep(header, value);
    return true;
  };

  const readText = (cell: RawCell, header: string, field: ImportField, value: string): string | null => {
    if (isEmptyWord(value)) return null;
    if (typeof cell === 'object' && cell !== null && cell.kind === 'error') {
      report('ERROR_CELL', { field, header, value });
      return null;
    }
    if (value.length > MAX_LENGTH) {
      report('TOO_LONG', { field, header, value: value.slice(0, 80) });
      return value.slice(0, MAX_LENGTH);
    }
    return value;
  };

  const readDateField = (
    field: ImportField,
    cell: RawCell,
    value: string,
    header: string,
    allowsUntil = false,
  ): PartialDate | null => {
    if (isEmptyWord(value)) return null;
    const read = readDateCell(cell);
    if (read !== null) {
      // "bis Nov. 2019" is what a field with an end means.
      if (read.isDoubtful && !(allowsUntil && /^bis\s/i.test(value)))
        report('DOUBTFUL_DATE', { field, header, value }, 'warning', { read: read.date });
      return read.date;
    }
    if (stray(field, header, value)) return null;
    const looksLikeDate = /^\d{1,4}[./-]\d{1,2}([./-]\d{1,4})?$/.test(value);
    report(looksLikeDate ? 'IMPOSSIBLE_DATE' : 'NO_DATE', { field, header, value });
    keep(header, value);
    return null;
  };

  const readCountField = (
    field: ImportField,
    cell: RawCell,
    value: string,
    header: string,
  ): number | null => {
    if (isPlaceholder(value)) return null;
    const count = readCountCell(cell);
    if (count === null) {
      report(field === 'quantity' ? 'NO_COUNT' : 'NO_NUMBER', { field, header, value });
      keep(header, value);
    }
    return count;
  };

  const readSerial = (cell: RawCell, value: string, header: string): void => {
    const text = readText(cell, header, 'serialNumber', value);
    if (text === null || /^(unbekannt|keine|ohne|nicht vorhanden|fehlt|unleserlich)$/i.test(text)) return;
    // Excel shows long numbers as 5,02E+11 and a CSV file then keeps only that; "1-12" becomes a date.
    if (isDate(cell) || /^\d([.,]\d+)?E\+?\d+$/i.test(text)) {
      report('NOT_A_SERIAL', { field: 'serialNumber', header, value });
      keep(header, value);
      return;
    }
    const parts = text.split(/\s*[;,\n|]\s*|\s+\/\s+|\s+(?:und|u\.)\s+/).filter(Boolean);
    if (parts.length > 1 && parts.every((part) => /^[\w.-]{4,40}$/.test(part) && /\d/.test(part))) {
      serials = parts;
      report('SEVERAL_SERIALS', { field: 'serialNumber', header, value }, 'info', { count: parts.length });
      return;
    }
    const words = text.split(/\s+/).filter((word) => /\p{L}{3,}/u.test(word) && !/\d/.test(word)).length;
    if (words >= 2 || (!/\d/.test(text) && text.includes(' '))) {
      report('NOT_A_SERIAL', { field: 'serialNumber', header, value });
      keep(header, value);
      return;
    }
    serials = [text];
  };

  const readRoomNumber = (cell: RawCell, value: string, header: string): void => {
    const text = readText(cell, header, 'roomNumber', value);
    if (text === null || stray('roomNumber', header, text)) return;
    // "verliehen" instead of a room: where it is nobody can say.
    if (readStatus(text)?.status === 'on-loan') {
      applyStatus('on-loan', null);
      report('STATUS_FROM_TEXT', { field: 'roomNumber', header, value: text }, 'info', { status: 'on-loan' });
      keep(header, text);
      return;
    }
    // Excel makes a date of "1.10"; which room it was cannot be told.
    if (text.length > 60 || isDate(cell)) {
      report('NOT_A_ROOM', { field: 'roomNumber', header, value });
      keep(header, value);
      return;
    }
    // "Raum 104" and "R. 104" are the room 104; "R104" may be how the school numbers it, "Raum der Stille" is a name.
    place.number = text.replace(
      /^(?:(?:raumnummer|raum|zimmer|room)\.?\s*|(?:rm|zi|r)(?:\.\s*|\s+))(?:nr\.?\s*)?(?=\d)/i,
      '',
    );
    place.written = text;
  };

  const read = (field: ImportField | null, cell: RawCell, value: string, header: string): void => {
    switch (field) {
      case null: {
        if (!isPlaceholder(value)) {
          extra[header] = value;
          readStatusInExtra(header, value);
        }
        return;
      }
      case 'id':
        id = isEmptyWord(value) ? null : value;
        return;
      case 'serialNumber':
        return readSerial(cell, value, header);
      case 'roomNumber':
        return readRoomNumber(cell, value, header);
      case 'building':
        place.building = readText(cell, header, field, value);
        return;
      case 'floor':
        place.floor = readText(cell, header, field, value);
        return;
      case 'roomName':
        roomFields.name = readText(cell, header, field, value);
        return;
      case 'roomType':
      case 'roomTypes':
        roomTypeText = readText(cell, header, field, value);
        return;
      case 'roomSeats':
      case 'seats':
        roomFields.seats = readCountField(field, cell, value, header);
        return;
      case 'lanSockets':
      case 'powerGroups':
        roomFields[field] = readCountField(field, cell, value, header);
        return;
      case 'areaM2': {
        const area =
          typeof cell === 'number' ? cell : Number(value.replace(/\s*m²?2?$/i, '').replace(',', '.'));
        if (Number.isFinite(area) && area >= 0) roomFields.areaM2 = area;
        else if (!isPlaceholder(value)) {
          report('NO_NUMBER', { field, header, value });
          keep(header, value);
        }
        return;
      }
      case 'use':
        roomFields.use = readText(cell, header, field, value);
        return;
      case 'wlanCoverage': {
        if (isEmptyWord(value)) return;
        const coverage = readWlanCoverage(value);
        if (coverage === null) {
          report('UNKNOWN_VALUE', { field, header, value });
          keep(header, value);
        } else roomFields.wlanCoverage = coverage;
        return;
      }
      case 'categoryId':
        categoryText = readText(cell, header, field, value);
        return;
      case 'count':
        return;
      case 'quantity': {
        const count = readCountField('quantity', cell, value, header);
        if (count === 0) isNone = true;
        else if (count !== null) fields.quantity = count;
        return;
      }
      case 'serviceLifeYears': {
        const years = readCountField(field, cell, value, header);
        if (years !== null && years > 0) fields.serviceLifeYears = years;
        return;
      }
      case 'status': {
        if (isEmptyWord(value)) return;
        const status = readStatus(value);
        if (status === null) {
          report('UNKNOWN_STATUS', { field, header, value });
          keep(header, value);
          return;
        }
        applyStatus(status.status, status.on);
        if (status.hasMore) keep(header, value);
        return;
      }
      case 'userGroup':
      case 'owner': {
        if (isEmptyWord(value)) return;
        const choice = field === 'userGroup' ? readUserGroup(value) : readOwner(value);
        if (choice === null) {
          report('UNKNOWN_VALUE', { field, header, value }, 'info');
          keep(header, value);
        } else Object.assign(fields, { [field]: choice });
        return;
      }
      case 'purchasePriceCents': {
        if (isEmptyWord(value)) return;
        const money = readMoneyCell(cell);
        if (money.kind === 'cents') {
          fields.purchasePriceCents = money.cents;
          if (money.isDoubtful) report('DOUBTFUL_PRICE', { field, header, value }, 'info');
          return;
        }
        report(money.kind === 'foreign' ? 'FOREIGN_CURRENCY' : 'NO_PRICE', { field, header, value });
        keep(header, value);
        return;
      }
      case 'purchasedOn':
      case 'decommissionedOn':
      case 'lastSeenOn': {
        // "Ausgesondert: x" says that, not when.
        if (field === 'decommissionedOn' && typeof cell !== 'number' && (YES.test(value) || NO.test(value))) {
          if (YES.test(value)) fields.status = 'decommissioned';
          return;
        }
        const date = readDateField(field, cell, value, header);
        if (date !== null) fields[field] = date;
        if (field === 'decommissionedOn' && date !== null) fields.status ??= 'decommissioned';
        return;
      }
      case 'earmarkedUntil':
      case 'warrantyUntil': {
        const date = readDateField(field, cell, value, header, true);
        if (date !== null) fields[field] = date;
        return;
      }
      case 'defectSince':
        defect.since = readDateField(field, cell, value, header);
        return;
      case 'defectReportedOn': {
        const date = readDateField(field, cell, value, header);
        // A report has a day; a month alone is kept in words.
        if (date !== null && date.length === 10) defect.reportedOn = date;
        else if (date !== null) keep(header, value);
        return;
      }
      case 'defectText':
        // A column "Defekt" often only says yes or no.
        if (NO.test(value)) return;
        if (YES.test(value)) fields.status ??= 'defective';
        else defect.text = readText(cell, header, field, linesOf(cell, value));
        return;
      case 'defectTicket':
        defect.ticket = readText(cell, header, field, value);
        return;
      case 'note': {
        const text = readText(cell, header, field, linesOf(cell, value));
        note = text;
        if (text !== null && fields.status === undefined) {
          const status = readStrayStatus(text);
          if (status !== null) {
            applyStatus(status.status, status.on);
            report('STATUS_FROM_TEXT', { field, header, value }, 'info', { status: status.status });
          }
        }
        return;
      }
      case 'name': {
        const text = readText(cell, header, field, value);
        if (text !== null) {
          fields.name = text;
          roomFields.name = text;
        }
        return;
      }
      case 'assetTag':
      case 'manufacturer':
      case 'model':
      case 'containerTag':
      case 'supplier':
      case 'invoiceNumber':
      case 'fundingSource':
      case 'macAddress':
      case 'hostname':
      case 'externalId':
      case 'decommissionReason': {
        const text = readText(cell, header, field, value);
        if (text === null) return;
        // Excel makes dates of numbers such as "1-12": what stood there is gone.
        if (isDate(cell) && IDENTIFIERS.has(field)) {
          report('UNKNOWN_VALUE', { field, header, value });
          keep(header, value);
          return;
        }
        fields[field] = text;
        return;
      }
    }
  };
  /** How many devices of the column's kind stand in the room. */
  const count = (
    { header, categoryId }: TableMapping['columns'][number],
    cell: RawCell,
    value: string,
  ): void => {
    const found = readCountField('quantity', cell, value, header);
    if (found !== null && found > 0 && categoryId !== null)
      counted.push({ header, categoryId, quantity: found });
  };

  const asCounts = (): readonly RowRead[] | null => {
    if (place.number === null) return null;
    const base = { ...common(), room: roomFields };
    if (counted.length === 0)
      return [{ ...base, fields, categoryConfidence: null, categoryText: null, isRoomOnly: true }];
    return counted.map(({ header, categoryId, quantity }) => ({
      ...base,
      fields: { ...fields, categoryId, quantity },
      categoryConfidence: 1,
      categoryText: header,
      isRoomOnly: false,
    }));
  };

  /** "ENTSORGT" in a column of its own without a heading that we know. */
  const readStatusInExtra = (header: string, value: string): void => {
    if (fields.status !== undefined) return;
    const status = readStrayStatus(value);
    if (status === null) return;
    applyStatus(status.status, status.on);
    report('STATUS_FROM_TEXT', { field: null, header, value }, 'info', { status: status.status });
  };

  const fullNote = (): string | null => {
    const parts = [...(note === null ? [] : [note]), ...notes];
    return parts.length === 0 ? null : parts.join('\n');
  };

  const common = () => ({
    id,
    roomNumber: place.number,
    roomWritten: place.written,
    building: place.building,
    floor: place.floor,
    roomTypeText,
    note: fullNote(),
    extra,
  });

  const classifyRow = (): {
    readonly category: string | null;
    readonly confidence: number | null;
    readonly text: string | null;
  } => {
    const sources = [
      categoryText,
      fields.name,
      fields.model,
      [fields.manufacturer, fields.model].filter(Boolean).join(' '),
    ];
    let best: ReturnType<Classify> = null;
    for (const text of isOwn ? [categoryText] : sources) {
      if (text === null || text === undefined || text === '') continue;
      const found = classify(text);
      if (found !== null && found.confidence > (best?.confidence ?? 0)) best = found;
      // What the column of kinds says clearly is not overruled by a model name.
      if (best !== null && best.confidence >= SURE_CATEGORY) break;
    }
    const text = categoryText ?? fields.name ?? fields.model ?? null;
    const chosen = text === null ? undefined : categoryChoices[text];
    if (chosen !== undefined) return { category: chosen, confidence: 1, text };
    const header = '';
    if (best === null) {
      report('UNKNOWN_CATEGORY', { field: 'categoryId', header, value: text ?? '' });
      return { category: null, confidence: null, text };
    }
    if (best.confidence < SURE_CATEGORY) {
      report('DOUBTFUL_CATEGORY', { field: 'categoryId', header, value: text ?? '' }, 'warning', {
        guess: best.categoryId,
      });
      return { category: null, confidence: best.confidence, text };
    }
    return { category: best.categoryId, confidence: best.confidence, text };
  };

  const asDevices = (): readonly RowRead[] | null => {
    const names = [
      fields.assetTag,
      fields.name,
      fields.model,
      fields.manufacturer,
      fields.hostname,
      categoryText,
    ];
    if (isNone || (serials.length === 0 && names.every((entry) => entry === undefined || entry === null)))
      return null;
    const { category, confidence, text } = classifyRow();
    if (category !== null) fields.categoryId = category;
    // The words of the kind column would be lost when they say more than the category, or nothing that is known.
    if (categoryText !== null && (category === null || classify(categoryText)?.confidence !== 1)) {
      if (fields.name === undefined || fields.name === null) fields.name = categoryText;
      else if (foldText(fields.name) !== foldText(categoryText)) keep('Art', categoryText);
    }
    if (Object.values(defect).some((entry) => entry !== null)) {
      fields.defect = { ...defect };
      if (fields.status === undefined) fields.status = 'defective';
    }
    const base = {
      ...common(),
      fields,
      room: roomFields,
      categoryConfidence: confidence,
      categoryText: text,
      isRoomOnly: false,
    };
    if (serials.length <= 1)
      return [
        { ...base, fields: { ...fields, ...(serials[0] !== undefined && { serialNumber: serials[0] }) } },
      ];
    return serials.map((serialNumber, index) => ({
      ...base,
      // One tag stands for one device; the others are found by their serial numbers.
      fields: { ...fields, quantity: 1, serialNumber, ...(index > 0 && { assetTag: null }) },
    }));
  };

  const asRoom = (): readonly RowRead[] | null =>
    place.number === null
      ? null
      : [
          {
            ...common(),
            fields: {},
            room: roomFields,
            categoryConfidence: null,
            categoryText: null,
            isRoomOnly: false,
          },
        ];

  const roomFromTitle = (title: string | null): void => {
    const match = title === null ? null : /\b(?:raum|zimmer)\s+([\w.-]{1,12})/i.exec(title);
    if (match?.[1] === undefined) return;
    place.number = match[1];
    place.written = match[1];
  };

  const roomFromSection = (room: string): void => {
    place.number = room;
    place.written = room;
  };

  return { read, count, room: place, roomFromTitle, roomFromSection, asDevices, asCounts, asRoom };
};
