import type { Device } from '../../inventory/device.ts';
import type { FieldChange, ImportIssue, MatchedBy, RowSource } from '../types.ts';

/** What a row carries that tells its device apart from all others. */
export type RowKeys = {
  readonly id: string | null;
  readonly fields: Partial<Pick<Device, KeyField>>;
};

/** The first one counts most where numbers disagree. */
const KEY_FIELDS = ['serialNumber', 'assetTag', 'macAddress', 'externalId'] as const;
type KeyField = (typeof KEY_FIELDS)[number];
const MATCHED_BY: Readonly<Record<KeyField, MatchedBy>> = {
  serialNumber: 'serial',
  assetTag: 'asset-tag',
  macAddress: 'mac',
  externalId: 'external-id',
};

/**
 * `match`: one device, no number of the row speaks against it. `conflict`: the numbers belong to different devices, or
 * to one whose serial number is another; `device` is the one that shares the weightiest number.
 */
export type Match =
  | { readonly kind: 'match'; readonly device: Device; readonly by: MatchedBy }
  | {
      readonly kind: 'conflict';
      readonly device: Device;
      readonly by: MatchedBy;
      /** Another device that shares a number; null when only one is concerned. */
      readonly other: Device | null;
    };

export type Matcher = {
  /** The row that already has this id, `inventory` for a device that is there, null when it is free. */
  readonly holderOfId: (id: string) => RowSource | 'inventory' | null;
  /** The device that the row's numbers mean; each is found once, a second row of it is a doubled one. */
  readonly find: (keys: RowKeys, changesOf: ChangesOf) => Match | null;
  /** Whether the row carries nothing that tells its device apart. */
  readonly isNameless: (keys: RowKeys) => boolean;
  /** For rows without any number: a device without any number of which the row says nothing new; else null. */
  readonly findSame: (bucket: string, changesOf: ChangesOf) => Device | null;
  /** The same, but for a device that the row may change: the next free one of its kind in its room. */
  readonly findAlike: (bucket: string, roomId: string | null) => Device | null;
  /** Takes the device of a conflict, so that no other row finds it. */
  readonly claim: (device: Device) => void;
  /** Remembers what a row became, and says when its tag or serial number stands elsewhere too. */
  readonly take: (device: Device, source: RowSource, issues: ImportIssue[]) => void;
  /** Whether some row found the device. */
  readonly isUsed: (device: Device) => boolean;
};

type ChangesOf = (device: Device) => readonly FieldChange[];

/** Numbers are compared without case and spaces; MAC addresses without their separators. */
const foldKey = (field: KeyField, value: string): string =>
  field === 'macAddress' ? value.toLowerCase().replace(/[^0-9a-f]/g, '') : value.trim().toLowerCase();

const keyOf = (field: KeyField, value: string | null | undefined): string | null => {
  const folded = value === null || value === undefined ? '' : foldKey(field, value);
  return folded === '' ? null : folded;
};

type Keys = Readonly<Record<KeyField, string | null>>;

const keysOf = (fields: RowKeys['fields']): Keys => ({
  serialNumber: keyOf('serialNumber', fields.serialNumber),
  assetTag: keyOf('assetTag', fields.assetTag),
  macAddress: keyOf('macAddress', fields.macAddress),
  externalId: keyOf('externalId', fields.externalId),
});

/** A number that so many devices share ("ohne", the MAC address of a dock) tells none of them apart. */
const MOST_HOLDERS = 8;
/** Of thousands of things alike ("Stuhl") so many are compared with a row. */
const MOST_COMPARED = 200;

/** Devices of one bucket are the same kind of thing: named alike, or, without a name, of one category. */
export const bucketOf = ({
  name,
  manufacturer,
  model,
  categoryId,
}: Partial<Pick<Device, 'name' | 'manufacturer' | 'model' | 'categoryId'>>): string => {
  const words = [name, manufacturer, model].map((word) => (word ?? '').trim().toLowerCase());
  return words.every((word) => word === '') ? `category\n${categoryId ?? ''}` : words.join('\n');
};

const push = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** Recognises devices by id, then by their numbers together, then, without any, by everything else. */
export const createMatcher = (devices: readonly Device[]): Matcher => {
  const byId = new Map<string, Device>(devices.map((device) => [device.id, device]));
  const known = new Map<Device, Keys>(devices.map((device) => [device, keysOf(device)]));
  const byKey = new Map<KeyField, Map<string, Device[]>>(KEY_FIELDS.map((field) => [field, new Map()]));
  for (const [device, keys] of known)
    for (const field of KEY_FIELDS)
      if (keys[field] !== null) push(byKey.get(field) ?? new Map<string, Device[]>(), keys[field], device);
  const all = (field: KeyField, key: string | null): readonly Device[] =>
    key === null ? [] : (byKey.get(field)?.get(key) ?? []);
  const isTelling = (field: KeyField, key: string | null): boolean =>
    key !== null && all(field, key).length <= MOST_HOLDERS;
  const tellsNothing = (keys: Keys): boolean => !KEY_FIELDS.some((field) => isTelling(field, keys[field]));
  const anonymous = new Map<string, Device[]>();
  for (const [device, keys] of known) if (tellsNothing(keys)) push(anonymous, bucketOf(device), device);
  const used = new Set<string>();
  const seenAt: Readonly<Record<'id' | 'assetTag' | 'serialNumber', Map<string, RowSource>>> = {
    id: new Map(),
    assetTag: new Map(),
    serialNumber: new Map(),
  };

  const use = (device: Device): Device => {
    used.add(device.id);
    return device;
  };
  const leastChanged = (candidates: readonly Device[], changesOf: ChangesOf): Device | undefined => {
    if (candidates.length <= 1) return candidates[0];
    return candidates
      .map((device) => ({ device, count: changesOf(device).length }))
      .reduce((best, next) => (next.count < best.count ? next : best)).device;
  };

  /** Lists keep their order, so that the one that fits stands near the front of those that are left. */
  const takeFrom = (bucket: string, fits: (device: Device) => boolean): Device | null => {
    const left = anonymous.get(bucket) ?? [];
    const at = left.slice(0, MOST_COMPARED).findIndex((device) => !used.has(device.id) && fits(device));
    const [device] = at < 0 ? [] : left.splice(at, 1);
    return device === undefined ? null : use(device);
  };

  const findByKeys = (row: Keys, changesOf: ChangesOf): Match | null => {
    const found = KEY_FIELDS.filter((field) => isTelling(field, row[field]))
      .map((field) => ({ field, devices: all(field, row[field]).filter(({ id }) => !used.has(id)) }))
      .filter((entry) => entry.devices.length > 0);
    const [weightiest] = found;
    if (weightiest === undefined) return null;
    const candidates = [...new Set(found.flatMap((entry) => entry.devices))];
    const agreements = (device: Device): number =>
      found.filter((entry) => entry.devices.includes(device)).length;
    const most = Math.max(...candidates.map(agreements));
    const clean = candidates.filter(
      (device) => agreements(device) === most && !contradicts(known.get(device), row),
    );
    const device = leastChanged(clean, changesOf);
    const by = (of: Device): MatchedBy => {
      const fitting = found.filter((entry) => entry.devices.includes(of));
      return fitting.length > 1 ? 'several' : MATCHED_BY[fitting[0]?.field ?? 'assetTag'];
    };
    const others = candidates.filter(
      (other) =>
        other !== device && (device === undefined || !sharesAll(known.get(other), known.get(device), row)),
    );
    if (device !== undefined && others.length === 0)
      return { kind: 'match', device: use(device), by: by(device) };
    const first = leastChanged(weightiest.devices, changesOf);
    if (first === undefined) return null;
    const other = candidates.find((candidate) => candidate !== first) ?? null;
    return { kind: 'conflict', device: first, by: by(first), other };
  };

  const check = (
    field: 'id' | 'assetTag' | 'serialNumber',
    device: Device,
    source: RowSource,
    issues: ImportIssue[],
  ): void => {
    const value = device[field];
    if (value === null) return;
    const key = value.trim().toLowerCase();
    const first = seenAt[field].get(key);
    if (first === undefined) seenAt[field].set(key, source);
    const isElsewhere = field !== 'id' && all(field, keyOf(field, value)).some(({ id }) => id !== device.id);
    if (first === undefined && !isElsewhere) return;
    issues.push({
      ...source,
      column: '',
      field,
      value,
      code: DOUBLED[field],
      severity: 'warning',
      params: {
        otherSheet: first?.sheet ?? null,
        otherRow: first?.row ?? null,
        inInventory: isElsewhere,
      },
    });
  };

  return {
    holderOfId: (id) => seenAt.id.get(id.trim().toLowerCase()) ?? (byId.has(id) ? 'inventory' : null),
    find: (keys, changesOf) => {
      const own = keys.id === null ? undefined : byId.get(keys.id);
      if (own !== undefined && !used.has(own.id)) return { kind: 'match', device: use(own), by: 'id' };
      return findByKeys(keysOf(keys.fields), changesOf);
    },
    isNameless: ({ id, fields }) => id === null && tellsNothing(keysOf(fields)),
    findSame: (bucket, changesOf) => takeFrom(bucket, (device) => changesOf(device).length === 0),
    findAlike: (bucket, roomId) => takeFrom(bucket, (device) => device.roomId === roomId),
    claim: use,
    take: (device, source, issues) => {
      check('id', device, source, issues);
      check('assetTag', device, source, issues);
      check('serialNumber', device, source, issues);
    },
    isUsed: ({ id }) => used.has(id),
  };
};

const DOUBLED = {
  id: 'DOUBLED_ID',
  assetTag: 'DOUBLED_ASSET_TAG',
  serialNumber: 'DOUBLED_SERIAL',
} as const;

/**
 * The row's serial number is another one: another device under a doubled tag. A new tag on a known serial number is
 * only a new sticker.
 */
const contradicts = (device: Keys | undefined, row: Keys): boolean =>
  device !== undefined &&
  device.serialNumber !== null &&
  row.serialNumber !== null &&
  device.serialNumber !== row.serialNumber;

/** Numbers of the row that another device shares with the one that was found tell nothing about that other one. */
const sharesAll = (other: Keys | undefined, device: Keys | undefined, row: Keys): boolean =>
  KEY_FIELDS.every(
    (field) => row[field] === null || other?.[field] !== row[field] || device?.[field] === row[field],
  );
