import {
  readChoiceField,
  readExtra,
  readIdentifier,
  readName,
  readNote,
  readPlainText,
  readRoomNumber,
  readSerialNumber,
  readStatusField,
  readWords,
} from './field-texts.ts';
import {
  readArea,
  readDateField,
  readDecommissionedOn,
  readDefectDay,
  readDefectText,
  readEndField,
  readNumberField,
  readPrice,
  readQuantity,
  readReason,
  readWlan,
  readYears,
} from './field-values.ts';
import type { CellAt, RowDraft } from './row-draft.ts';
import type { ImportField } from '../types.ts';
import { isEmptyWord, isPlaceholder } from '../words.ts';

type FieldReader = (draft: RowDraft, at: CellAt) => void;

/** Sets a field where the cell says something; an empty cell leaves what is known about the device. */
const device =
  <Field extends keyof RowDraft['fields']>(
    field: Field,
    read: (draft: RowDraft, at: CellAt) => RowDraft['fields'][Field] | null,
  ): FieldReader =>
  (draft, at) => {
    const value = read(draft, at);
    if (value !== null) draft.fields[field] = value;
  };

const room =
  <Field extends keyof RowDraft['roomFields']>(
    field: Field,
    read: (draft: RowDraft, at: CellAt) => RowDraft['roomFields'][Field],
  ): FieldReader =>
  (draft, at) => {
    draft.roomFields[field] = read(draft, at);
  };

const readRoomType: FieldReader = (draft, at) => {
  draft.roomTypeText = readPlainText(draft, at);
};

/** In a list of rooms it names the room, in a list of devices the device. */
const readAnyName: FieldReader = (draft, at) => {
  const name = readName(draft, at);
  if (name === null) return;
  draft.fields.name = name;
  draft.roomFields.name = name;
};

/** How the cells of each field are read. */
const READERS: Readonly<Record<ImportField, FieldReader>> = {
  id: (draft, { text }) => {
    draft.id = isEmptyWord(text) ? null : text;
  },
  assetTag: device('assetTag', readIdentifier),
  serialNumber: readSerialNumber,
  categoryId: (draft, at) => {
    draft.categoryText = readName(draft, at);
  },
  name: readAnyName,
  manufacturer: device('manufacturer', readPlainText),
  model: device('model', readName),
  containerTag: device('containerTag', readIdentifier),
  quantity: readQuantity,
  // Counts are of several kinds, see `readKindCount`.
  count: () => undefined,
  ignore: () => undefined,
  status: readStatusField,
  userGroup: (draft, at) => readChoiceField(draft, at, 'userGroup'),
  owner: (draft, at) => readChoiceField(draft, at, 'owner'),
  purchasedOn: device('purchasedOn', readDateField),
  purchasePriceCents: readPrice,
  supplier: device('supplier', readPlainText),
  invoiceNumber: device('invoiceNumber', readIdentifier),
  fundingSource: device('fundingSource', readPlainText),
  earmarkedUntil: device('earmarkedUntil', readEndField),
  warrantyUntil: device('warrantyUntil', readEndField),
  serviceLifeYears: readYears,
  macAddress: device('macAddress', readIdentifier),
  hostname: device('hostname', readIdentifier),
  externalId: device('externalId', readIdentifier),
  defectSince: (draft, at) => {
    draft.defect.since = readDateField(draft, at);
  },
  defectText: readDefectText,
  defectReportedOn: (draft, at) => readDefectDay(draft, at, 'reportedOn'),
  defectTicket: (draft, at) => {
    draft.defect.ticket = readWords(draft, at);
  },
  defectRepairedOn: (draft, at) => readDefectDay(draft, at, 'repairedOn'),
  decommissionedOn: readDecommissionedOn,
  decommissionReason: device('decommissionReason', readReason),
  lastSeenOn: device('lastSeenOn', readDateField),
  note: readNote,
  roomNumber: readRoomNumber,
  building: (draft, at) => {
    draft.place.building = readPlainText(draft, at);
  },
  floor: (draft, at) => {
    draft.place.floor = readPlainText(draft, at);
  },
  roomName: room('name', readPlainText),
  roomType: readRoomType,
  roomTypes: readRoomType,
  roomSeats: room('seats', readNumberField),
  seats: room('seats', readNumberField),
  areaM2: readArea,
  use: room('use', readWords),
  lanSockets: room('lanSockets', readNumberField),
  powerGroups: room('powerGroups', readNumberField),
  wlanCoverage: readWlan,
};

export const readField: FieldReader = (draft, at) => {
  if (at.field !== null) READERS[at.field](draft, at);
  else if (!isPlaceholder(at.text)) readExtra(draft, at);
};
