import { z } from '../shared/zod.ts';
import { DEVICE_STATUSES, emptyDevice, OWNERS, USER_GROUPS } from '../inventory/device.ts';
import { emptyRoom, WLAN_COVERAGES } from '../inventory/room.ts';
import { EMPTY_SCHOOL, SCHOOL_TYPES } from '../inventory/school.ts';
import { deviceId, roomId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import type { Change, ChangeAction, ChangeLabel, ChangeSet, Entities, EntityKind } from './change-set.ts';
import { DATA_VERSION, upgradeThing } from './data-versions.ts';

/**
 * Things as journal and backups keep them: plain JSON without what is unknown. Writing leaves out every null and every
 * empty list; reading puts the defaults back. A field of a wrong kind counts as unknown: one odd value must not cost the
 * school its inventory. Whether values make sense (a date in the future) is not asked here.
 */
const text = z.string().nullable().catch(null).default(null);
const number = z.number().finite().nullable().catch(null).default(null);
const extra = z.record(z.string(), z.string()).catch({}).default({});
const byGrade = z.record(z.string(), z.number()).nullable().catch(null).default(null);
const choice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.enum(values).nullable().catch(null).default(null);

const school = z.object({
  name: z.string().catch('').default(''),
  schoolNumber: text,
  schoolType: choice(SCHOOL_TYPES),
  schoolAuthority: text,
  schoolYear: text,
  pupils: number,
  pupilsByGrade: byGrade,
  classes: number,
  classesByGrade: byGrade,
  teachers: number,
  bandwidthMbit: number,
  countedOn: text,
});

const exemption = z.object({
  requirement: z.string(),
  reason: z.string().catch('').default(''),
  since: z.string(),
  until: text,
  isPrivate: z.boolean().catch(false).default(false),
});

const room = z.object({
  id: z.string().min(1),
  roomNumber: z.string(),
  name: text,
  building: text,
  floor: text,
  roomTypes: z.array(z.string()).catch([]).default([]),
  seats: number,
  areaM2: number,
  use: text,
  lanSockets: number,
  powerGroups: number,
  wlanCoverage: choice(WLAN_COVERAGES),
  exemptions: z.array(exemption).catch([]).default([]),
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
  quantity: z.number().finite().catch(1).default(1),
  status: z.enum(DEVICE_STATUSES).catch('in-use').default('in-use'),
  userGroup: choice(USER_GROUPS),
  owner: z.enum(OWNERS).catch('unknown').default('unknown'),
  purchasedOn: text,
  purchasePriceCents: number,
  supplier: text,
  invoiceNumber: text,
  fundingSource: text,
  earmarkedUntil: text,
  warrantyUntil: text,
  serviceLifeYears: number,
  macAddress: text,
  hostname: text,
  externalId: text,
  defect: z
    .object({ since: text, text, reportedOn: text, ticket: text, repairedOn: text })
    .nullable()
    .catch(null)
    .default(null),
  decommissionedOn: text,
  decommissionReason: text,
  lastSeenOn: text,
  note: text,
  extra,
});

const setting = z.object({ id: z.string().min(1), value: z.json() });
/** A profile was checked when it was taken in, and is again when it is shown: here only that it is one. */
const profile = z.looseObject({
  id: z.string(),
  edition: z.string(),
  categories: z.array(z.looseObject({ id: z.string() })),
  roomTypes: z.array(z.looseObject({ id: z.string() })),
  requirements: z.array(z.looseObject({ id: z.string() })),
});

const READERS: { readonly [Kind in EntityKind]: (value: unknown) => Entities[Kind] | null } = {
  school: (value) => {
    const { data } = school.safeParse(value);
    return data === undefined ? null : { ...EMPTY_SCHOOL, ...data };
  },
  room: (value) => {
    const { data } = room.safeParse(value);
    return data === undefined
      ? null
      : { ...emptyRoom(roomId(data.id), data.roomNumber), ...data, id: roomId(data.id) };
  },
  device: (value) => {
    const { data } = device.safeParse(value);
    if (data === undefined) return null;
    const id = deviceId(data.id);
    return { ...emptyDevice(id), ...data, id, roomId: data.roomId === null ? null : roomId(data.roomId) };
  },
  profile: (value) =>
    profile.safeParse(value).success
      ? { ...(value as TargetProfile), programmes: (value as Partial<TargetProfile>).programmes ?? [] }
      : null,
  setting: (value) => setting.safeParse(value).data ?? null,
};

/**
 * A thing as it was stored by data version `from`.
 *
 * @returns null when it is not even the outline of one
 */
export const readStoredThing = <Kind extends EntityKind>(
  kind: Kind,
  value: unknown,
  from: number = DATA_VERSION,
): Entities[Kind] | null => READERS[kind](upgradeThing(kind, value, from));

/** The thing without what is unknown. */
export const storedThing = <Kind extends EntityKind>(kind: Kind, thing: Entities[Kind]): unknown => {
  // A setting's value belongs to whoever declared it, and a profile is short: both stay as they are.
  if (kind === 'setting' || kind === 'profile') return thing;
  const known: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(thing)) {
    if (value === null || (typeof value === 'object' && Object.keys(value).length === 0)) continue;
    known[key] = value;
  }
  return known;
};

const ENTITY_KINDS = [
  'school',
  'room',
  'device',
  'profile',
  'setting',
] as const satisfies readonly EntityKind[];
const storedChange = z.object({
  entity: z.enum(ENTITY_KINDS),
  id: z.string().min(1),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
const label: z.ZodType<ChangeLabel> = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
const action: z.ZodType<ChangeAction> = z.union([
  z.object({ kind: z.enum(['do', 'note']) }),
  z.object({ kind: z.enum(['undo', 'redo']), of: z.int().positive() }),
]);
const storedSet = z.object({
  seq: z.int().positive(),
  at: z.string(),
  label,
  action,
  changes: z.array(storedChange),
});

/** One change as it is stored; the text of a set is made of these piece by piece. */
export const storedChangeOf = (change: Change): unknown => ({
  entity: change.entity,
  id: change.id,
  ...(change.before !== null && { before: storedThing(change.entity, change.before) }),
  ...(change.after !== null && { after: storedThing(change.entity, change.after) }),
});

/**
 * A change set as it was stored by data version `from`.
 *
 * @returns null when any part of it is not one: a set counts whole or not at all
 */
export const readStoredSet = (value: unknown, from: number): ChangeSet | null => {
  const parsed = storedSet.safeParse(value);
  if (!parsed.success) return null;
  const changes: Change[] = [];
  for (const { entity, id, before, after } of parsed.data.changes) {
    const read = (thing: unknown) =>
      thing === undefined || thing === null ? null : (readStoredThing(entity, thing, from) ?? undefined);
    const change = { entity, id, before: read(before), after: read(after) };
    if (change.before === undefined || change.after === undefined) return null;
    changes.push(change as Change);
  }
  return { ...parsed.data, changes };
};
