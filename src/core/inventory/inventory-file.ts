import { z } from '../shared/zod.ts';
import { deviceId, roomId, type RoomId } from '../shared/ids.ts';
import { isIsoDate, isPartialDate } from '../shared/iso-date.ts';
import type { Issue } from '../shared/issue.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { DEVICE_STATUSES, emptyDevice, OWNERS, USER_GROUPS, type Device } from './device.ts';
import type { Inventory } from './inventory.ts';
import { emptyRoom, WLAN_COVERAGES, type Room } from './room.ts';
import { EMPTY_SCHOOL, SCHOOL_TYPES, type School } from './school.ts';

/**
 * Two JSON files that people and programs hand over:
 *
 * - an **inventory file** holds a whole inventory, with ids, and names its format;
 * - `schule.json` holds the school and its rooms as the command line takes them: every field may be absent.
 *
 * Absent, `null` and the empty text all mean unknown.
 */
export const INVENTORY_FILE_FORMAT = 'ausstattungskompass-bestand';
export const INVENTORY_FILE_VERSION = 1;

export type FileIssueCode =
  /** Not the JSON object that is expected here. */
  | 'STRUCTURE'
  | 'WRONG_FORMAT'
  | 'NEWER_FORMAT'
  | 'DOUBLED_ID'
  /** A field that nobody knows: probably misspelt. Only a warning. */
  | 'UNKNOWN_FIELD'
  /** An exemption without a requirement: left out. Only a warning. */
  | 'EMPTY_EXEMPTION';
export type FileIssue = Issue<FileIssueCode>;

/** An exemption without a beginning has always held. */
const ALWAYS = '0001-01-01';

const orNull = <Output>(schema: z.ZodType<Output>) =>
  z
    .preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
    .default(null);

const text = orNull(z.string());
const partialDate = orNull(z.string().refine(isPartialDate, { params: { wanted: 'partial-date' } }));
const isoDate = orNull(z.string().refine(isIsoDate, { params: { wanted: 'date' } }));
const count = orNull(z.int().nonnegative());
const byGrade = orNull(z.record(z.string(), z.int().nonnegative()));
const extra = z.record(z.string(), z.string()).default({});

const exemption = z.object({
  requirement: z.string().default(''),
  reason: z.string().default(''),
  since: isoDate,
  until: isoDate,
  isPrivate: z.boolean().default(false),
});

const school = z.object({
  name: z.string().default(''),
  schoolNumber: text,
  schoolType: orNull(z.enum(SCHOOL_TYPES)),
  schoolAuthority: text,
  schoolYear: text,
  pupils: count,
  pupilsByGrade: byGrade,
  classes: count,
  classesByGrade: byGrade,
  teachers: count,
  bandwidthMbit: orNull(z.number().nonnegative()),
  countedOn: isoDate,
});

const room = z.object({
  id: text,
  roomNumber: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().min(1)),
  name: text,
  building: text,
  floor: text,
  roomTypes: z.array(z.string().min(1)).default([]),
  seats: count,
  areaM2: orNull(z.number().nonnegative()),
  use: text,
  lanSockets: count,
  powerGroups: count,
  wlanCoverage: orNull(z.enum(WLAN_COVERAGES)),
  exemptions: z.array(exemption).default([]),
  note: text,
  extra,
});

const device = z.object({
  id: z.string().min(1),
  assetTag: text,
  serialNumber: text,
  categoryId: text,
  name: text,
  manufacturer: text,
  model: text,
  roomId: text,
  containerTag: text,
  quantity: z.int().positive().default(1),
  status: z.enum(DEVICE_STATUSES).default('in-use'),
  userGroup: orNull(z.enum(USER_GROUPS)),
  owner: z.enum(OWNERS).default('unknown'),
  purchasedOn: partialDate,
  purchasePriceCents: orNull(z.int().nonnegative()),
  supplier: text,
  invoiceNumber: text,
  fundingSource: text,
  earmarkedUntil: partialDate,
  warrantyUntil: partialDate,
  serviceLifeYears: count,
  macAddress: text,
  hostname: text,
  externalId: text,
  defect: z
    .object({ since: partialDate, text, reportedOn: isoDate, ticket: text, repairedOn: isoDate })
    .nullable()
    .default(null),
  decommissionedOn: partialDate,
  decommissionReason: text,
  lastSeenOn: partialDate,
  note: text,
  extra,
});

const version = z.literal(INVENTORY_FILE_VERSION);
const inventoryFile = z.object({
  format: z.literal(INVENTORY_FILE_FORMAT),
  version,
  school: school.default(EMPTY_SCHOOL),
  rooms: z.array(room.extend({ id: z.string().min(1) })).default([]),
  devices: z.array(device).default([]),
});
const schoolFile = school.extend({ version: version.default(1), rooms: z.array(room).default([]) });

const head = z.object({ format: z.unknown(), version: z.unknown() }).partial();

const problem = (
  code: FileIssueCode,
  path: readonly string[],
  params: FileIssue['params'] = {},
): FileIssue => ({
  code,
  severity: code === 'UNKNOWN_FIELD' || code === 'EMPTY_EXEMPTION' ? 'warning' : 'error',
  path,
  params,
});

/** What zod expected, as one word or a list of words for the sentence. */
const wantedOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.join(' | ');
    case 'too_small':
      return issue.origin === 'string' ? 'text' : `>= ${issue.minimum}`;
    case 'custom':
      return String(issue.params?.['wanted'] ?? '');
    default:
      return issue.message;
  }
};
const structureProblems = (error: z.ZodError): readonly FileIssue[] =>
  error.issues.map((issue) => problem('STRUCTURE', issue.path.map(String), { wanted: wantedOf(issue) }));

const unknownFields = (
  value: unknown,
  known: Readonly<Record<string, unknown>>,
  path: readonly string[],
): readonly FileIssue[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value)
        .filter((key) => !Object.hasOwn(known, key))
        .map((key) => problem('UNKNOWN_FIELD', [...path, key]));

type ParsedRoom = z.infer<typeof room>;
const roomOf = ({ id, exemptions, roomNumber, ...fields }: ParsedRoom, ids: () => string): Room => ({
  ...emptyRoom(roomId(id ?? ids()), roomNumber),
  ...fields,
  exemptions: exemptions
    .filter(({ requirement }) => requirement !== '')
    .map(({ since, ...rest }) => ({ ...rest, since: since ?? ALWAYS })),
});

const deviceOf = ({ id, roomId: room, ...fields }: z.infer<typeof device>): Device => ({
  ...emptyDevice(deviceId(id)),
  ...fields,
  roomId: room === null ? null : roomId(room),
});

const doubledIds = (kind: string, ids: readonly string[]): readonly FileIssue[] => {
  const seen = new Set<string>();
  return ids.flatMap((id) => {
    if (seen.has(id)) return [problem('DOUBLED_ID', [kind, id], { id })];
    seen.add(id);
    return [];
  });
};

/**
 * Checks an inventory file (already parsed from JSON).
 *
 * @returns the inventory, or every reason why the file does not fit. A device whose room is not in the file stands in
 *   no room: that is a data problem for a person, not a reason to refuse the rest.
 */
export const parseInventoryFile = (value: unknown): Result<Inventory, readonly FileIssue[]> => {
  const start = head.safeParse(value);
  if (!start.success) return failed([problem('STRUCTURE', [], { wanted: 'object' })]);
  if (start.data.format !== INVENTORY_FILE_FORMAT) return failed([problem('WRONG_FORMAT', ['format'])]);
  if (typeof start.data.version === 'number' && start.data.version > INVENTORY_FILE_VERSION)
    return failed([problem('NEWER_FORMAT', ['version'], { version: start.data.version })]);
  const parsed = inventoryFile.safeParse(value);
  if (!parsed.success) return failed(structureProblems(parsed.error));
  const { rooms, devices } = parsed.data;
  const doubled = [
    ...doubledIds(
      'rooms',
      rooms.map(({ id }) => id),
    ),
    ...doubledIds(
      'devices',
      devices.map(({ id }) => id),
    ),
  ];
  if (doubled.length > 0) return failed(doubled);
  const known = new Set<RoomId>(rooms.map(({ id }) => roomId(id)));
  return ok({
    school: parsed.data.school,
    rooms: rooms.map((entry) => roomOf(entry, () => entry.id)),
    devices: devices.map((entry) => {
      const made = deviceOf(entry);
      return made.roomId === null || known.has(made.roomId) ? made : { ...made, roomId: null };
    }),
  });
};

/** Written out as a loop: it runs over every device whenever a report is written. */
const withoutUnknowns = (record: object): object => {
  const known: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (value === null || (typeof value === 'object' && Object.keys(value).length === 0)) continue;
    known[key] = value;
  }
  return known;
};

/**
 * The text of an inventory file: what `parseInventoryFile` reads back to an equal inventory. Unknown fields are left out.
 *
 * @param indent spaces per level; 0 = on one line
 */
export const serializeInventory = ({ school: of, rooms, devices }: Inventory, indent = 1): string =>
  `${JSON.stringify(
    {
      format: INVENTORY_FILE_FORMAT,
      version: INVENTORY_FILE_VERSION,
      school: withoutUnknowns(of),
      rooms: rooms.map(withoutUnknowns),
      devices: devices.map(withoutUnknowns),
    },
    null,
    indent,
  )}\n`;

export type SchoolFile = {
  readonly school: School;
  readonly rooms: readonly Room[];
  /** Warnings: what was not understood or left out. */
  readonly issues: readonly FileIssue[];
};

/**
 * Checks a `schule.json` (already parsed from JSON). Rooms without an id get one from `newRoomId`.
 *
 * @returns school and rooms with warnings, or every reason why the file does not fit
 */
export const parseSchoolFile = (
  value: unknown,
  newRoomId: () => string,
): Result<SchoolFile, readonly FileIssue[]> => {
  const start = head.safeParse(value);
  if (!start.success || Array.isArray(value)) return failed([problem('STRUCTURE', [], { wanted: 'object' })]);
  if (typeof start.data.version === 'number' && start.data.version > INVENTORY_FILE_VERSION)
    return failed([problem('NEWER_FORMAT', ['version'], { version: start.data.version })]);
  const parsed = schoolFile.safeParse(value);
  if (!parsed.success) return failed(structureProblems(parsed.error));
  const { rooms, version: _version, ...fields } = parsed.data;
  const doubled = doubledIds(
    'rooms',
    rooms.flatMap(({ id }) => (id === null ? [] : [id])),
  );
  if (doubled.length > 0) return failed(doubled);
  const rawRooms = typeof value === 'object' && value !== null && 'rooms' in value ? value.rooms : [];
  return ok({
    school: fields,
    rooms: rooms.map((entry) => roomOf(entry, newRoomId)),
    issues: [
      ...unknownFields(value, schoolFile.shape, []),
      ...(Array.isArray(rawRooms)
        ? rawRooms.flatMap((entry, index) => unknownFields(entry, room.shape, ['rooms', String(index)]))
        : []),
      ...rooms.flatMap((entry, index) =>
        entry.exemptions
          .filter(({ requirement }) => requirement === '')
          .map(() => problem('EMPTY_EXEMPTION', ['rooms', String(index), 'exemptions'])),
      ),
    ],
  });
};
