import type { Device } from '../../inventory/device.ts';
import type { Room } from '../../inventory/room.ts';
import type { CellValue, ReportColumn, TableSheet, ValueKind } from '../report-model.ts';
import { namedColumn } from './columns.ts';
import { categoryName, roomTypeNames, type ReportContext } from './context.ts';
import { placedDevices, type PlacedDevice } from './place.ts';

type Field<Entry> = {
  readonly key: string;
  readonly kind: ValueKind;
  readonly value: (entry: Entry, context: ReportContext) => CellValue;
  /** Only with free texts. */
  readonly isFreeText?: true;
  readonly hidden?: true;
};

const plain = (key: keyof Device & string, kind: ValueKind = 'text'): Field<PlacedDevice> => ({
  key,
  kind,
  value: ({ device }) => {
    const value = device[key];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  },
});

/**
 * All fields of a device in the order of `DEVICE_FIELD_LABELS`, so that our own import recognises every heading; the id
 * comes last, because a hidden column among frozen ones makes programs freeze the wrong ones.
 */
const DEVICE_FIELDS: readonly Field<PlacedDevice>[] = [
  plain('assetTag', 'identifier'),
  plain('serialNumber', 'identifier'),
  {
    key: 'categoryId',
    kind: 'text',
    value: ({ device: { categoryId } }, context) =>
      categoryId === null ? null : categoryName(context, categoryId),
  },
  plain('name'),
  plain('manufacturer'),
  plain('model'),
  { key: 'building', kind: 'text', value: ({ room }) => room?.building ?? null },
  { key: 'floor', kind: 'text', value: ({ room }) => room?.floor ?? null },
  { key: 'roomNumber', kind: 'identifier', value: ({ room }) => room?.roomNumber ?? null },
  plain('containerTag', 'identifier'),
  plain('quantity', 'integer'),
  { key: 'status', kind: 'text', value: ({ device }, { texts }) => texts.statuses[device.status] },
  {
    key: 'userGroup',
    kind: 'text',
    value: ({ device: { userGroup } }, { texts }) =>
      userGroup === null ? null : texts.userGroups[userGroup],
  },
  { key: 'owner', kind: 'text', value: ({ device }, { texts }) => texts.owners[device.owner] },
  plain('purchasedOn', 'date'),
  plain('purchasePriceCents', 'money'),
  plain('supplier'),
  plain('invoiceNumber', 'identifier'),
  plain('fundingSource'),
  plain('earmarkedUntil', 'date'),
  plain('warrantyUntil', 'date'),
  plain('serviceLifeYears', 'integer'),
  plain('macAddress', 'identifier'),
  plain('hostname', 'identifier'),
  plain('externalId', 'identifier'),
  { key: 'defectSince', kind: 'date', value: ({ device }) => device.defect?.since ?? null },
  {
    key: 'defectText',
    kind: 'wrapped',
    value: ({ device }) => device.defect?.text ?? null,
    isFreeText: true,
  },
  { key: 'defectReportedOn', kind: 'date', value: ({ device }) => device.defect?.reportedOn ?? null },
  { key: 'defectTicket', kind: 'identifier', value: ({ device }) => device.defect?.ticket ?? null },
  plain('decommissionedOn', 'date'),
  plain('decommissionReason', 'wrapped'),
  plain('lastSeenOn', 'date'),
  { ...plain('note', 'wrapped'), isFreeText: true },
  { ...plain('id', 'identifier'), hidden: true },
  // Came later: new columns go to the end.
  { key: 'defectRepairedOn', kind: 'date', value: ({ device }) => device.defect?.repairedOn ?? null },
];

const plainRoom = (key: keyof Room & string, kind: ValueKind = 'text'): Field<Room> => ({
  key,
  kind,
  value: (room) => {
    const value = room[key];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  },
});

/** All fields of a room in the order of `ROOM_FIELD_LABELS`, the id last. */
const ROOM_FIELDS: readonly Field<Room>[] = [
  plainRoom('roomNumber', 'identifier'),
  plainRoom('name'),
  plainRoom('building'),
  plainRoom('floor'),
  { key: 'roomTypes', kind: 'text', value: (room, context) => roomTypeNames(context, room) || null },
  plainRoom('seats', 'integer'),
  plainRoom('areaM2', 'decimal'),
  plainRoom('use'),
  plainRoom('lanSockets', 'integer'),
  plainRoom('powerGroups', 'integer'),
  {
    key: 'wlanCoverage',
    kind: 'text',
    value: ({ wlanCoverage }, { texts }) =>
      wlanCoverage === null ? null : texts.wlanCoverages[wlanCoverage],
  },
  { ...plainRoom('note', 'wrapped'), isFreeText: true },
  { ...plainRoom('id', 'identifier'), hidden: true },
];

const columnsOf = <Entry>(
  fields: readonly Field<Entry>[],
  labels: Readonly<Record<string, string>>,
): readonly ReportColumn[] =>
  fields.map(({ key, kind, hidden }) =>
    namedColumn(key, labels[key] ?? key, kind, { hidden: hidden === true }),
  );

/** One column per heading that an imported list had and no field took; none when free texts stay here. */
const extraHeadings = (
  entries: readonly { readonly extra: Readonly<Record<string, string>> }[],
): readonly string[] => {
  const headings = new Set<string>();
  for (const { extra } of entries) for (const heading of Object.keys(extra)) headings.add(heading);
  return [...headings];
};

/** „Geräte“: the whole stock, one row per device or Sammelposten, in the order of the rooms. */
export const devicesSheet = (context: ReportContext): TableSheet => {
  const { texts, inventory, includeFreeTexts } = context;
  const fields = DEVICE_FIELDS.filter(({ isFreeText }) => includeFreeTexts || isFreeText !== true);
  const placed = placedDevices(context);
  const extras = extraHeadings(inventory.devices);
  const taken = new Set(fields.map(({ key }) => texts.deviceFields[key] ?? key));
  return {
    kind: 'table',
    id: 'devices',
    name: texts.sheets.devices.name,
    columns: [
      ...columnsOf(fields, texts.deviceFields),
      ...extras.map((heading) => namedColumn(`extra:${heading}`, freeHeading(heading, taken), 'text')),
    ],
    rows: placed.map((entry) => [
      ...fields.map(({ value }) => value(entry, context)),
      ...extras.map((heading) => entry.device.extra[heading] ?? null),
    ]),
    rowKeys: placed.map(({ device }) => device.id),
    totals: null,
    frozenColumns: 2,
    legend: null,
  };
};

/** An extra column never passes for a field of the same name. */
const freeHeading = (heading: string, taken: ReadonlySet<string>): string =>
  taken.has(heading) ? `${heading} (2)` : heading;

/** „Räume“: one row per room, as one walks. */
export const roomsSheet = (context: ReportContext): TableSheet => {
  const { texts, rooms, includeFreeTexts } = context;
  const firstDevice = new Map<string, string>();
  for (const { device, room } of placedDevices(context))
    if (room !== null && !firstDevice.has(room.id)) firstDevice.set(room.id, device.id);
  const devices = { sheet: 'devices' as const, keys: rooms.map(({ id }) => firstDevice.get(id) ?? null) };
  const fields = ROOM_FIELDS.filter(({ isFreeText }) => includeFreeTexts || isFreeText !== true);
  const extras = extraHeadings(rooms);
  const taken = new Set(fields.map(({ key }) => texts.roomFields[key] ?? key));
  return {
    kind: 'table',
    id: 'rooms',
    name: texts.sheets.rooms.name,
    columns: [
      ...columnsOf(fields, texts.roomFields).map((entry) =>
        entry.key === 'roomNumber' ? { ...entry, link: devices } : entry,
      ),
      ...extras.map((heading) => namedColumn(`extra:${heading}`, freeHeading(heading, taken), 'text')),
    ],
    rows: rooms.map((room) => [
      ...fields.map(({ value }) => value(room, context)),
      ...extras.map((heading) => room.extra[heading] ?? null),
    ]),
    rowKeys: rooms.map(({ id }) => id),
    totals: null,
    frozenColumns: 1,
    legend: null,
  };
};
