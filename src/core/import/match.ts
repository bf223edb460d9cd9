import type { Device } from '../inventory/device.ts';
import type { FieldChange, ImportIssue, MatchedBy, RowSource } from './types.ts';

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

export const hasKeys = ({ id, fields }: RowKeys): boolean =>
  id !== null || KEY_FIELDS.some((field) => keyOf(field, fields[field]) !== null);

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
  const byKey = new Map<KeyField, Map<string, Device[]>>(KEY_FIELDS.map((field) => [field, new Map()]));
  const anonymous = new Map<string, Device[]>();
  for (const device of devices) {
    let isAnonymous = true;
    for (const field of KEY_FIELDS) {
      const key = keyOf(field, device[field]);
      if (key === null) continue;
      isAnonymous = false;
      push(byKey.get(field) ?? new Map<string, Device[]>(), key, device);
    }
    if (isAnonymous) push(anonymous, bucketOf(device), device);
  }
  const used = new Set<string>();
  const seenAt: Readonly<Record<'id' | 'assetTag' | 'serialNumber', Map<string, RowSource>>> = {
    id: new Map(),
    assetTag: new Map(),
    serialNumber: new Map(),
  };

  const holders = (field: KeyField, value: string | null | undefined): readonly Device[] => {
    const key = keyOf(field, value);
    return key === null ? [] : (byKey.get(field)?.get(key) ?? []);
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

  const findByKeys = ({ fields }: RowKeys, changesOf: ChangesOf): Match | null => {
    const found = KEY_FIELDS.map((field) => ({
      field,
      devices: holders(field, fields[field]).filter(({ id }) => !used.has(id)),
    })).filter((entry) => entry.devices.length > 0);
    const [weightiest] = found;
    if (weightiest === undefined) return null;
    const candidates = [...new Set(found.flatMap((entry) => entry.devices))];
    const agreements = (device: Device): number =>
      found.filter((entry) => entry.devices.includes(device)).length;
    const most = Math.max(...candidates.map(agreements));
    const clean = candidates.filter((device) => agreements(device) === most && !contradicts(device, fields));
    const device = leastChanged(clean, changesOf);
    const by = (of: Device): MatchedBy => {
      const fitting = found.filter((entry) => entry.devices.includes(of));
      return fitting.length > 1 ? 'several' : MATCHED_BY[fitting[0]?.field ?? 'assetTag'];
    };
    const others = candidates.filter((other) => other !== device && !isSharedNumber(other, device, fields));
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
    const isElsewhere = field !== 'id' && holders(field, value).some(({ id }) => id !== device.id);
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
      return findByKeys(keys, changesOf);
    },
    findSame: (bucket, changesOf) => {
      const device = anonymous
        .get(bucket)
        ?.find((entry) => !used.has(entry.id) && changesOf(entry).length === 0);
      return device === undefined ? null : use(device);
    },
    findAlike: (bucket, roomId) => {
      const device = anonymous.get(bucket)?.find((entry) => !used.has(entry.id) && entry.roomId === roomId);
      return device === undefined ? null : use(device);
    },
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
const contradicts = (device: Device, fields: RowKeys['fields']): boolean => {
  const theirs = keyOf('serialNumber', device.serialNumber);
  const ours = keyOf('serialNumber', fields.serialNumber);
  return theirs !== null && ours !== null && theirs !== ours;
};

/** A number that two devices of the inventory share already tells nothing about a third one. */
const isSharedNumber = (other: Device, device: Device | undefined, fields: RowKeys['fields']): boolean =>
  device !== undefined &&
  KEY_FIELDS.every((field) => {
    const wanted = keyOf(field, fields[field]);
    return wanted === null || keyOf(field, other[field]) !== wanted || keyOf(field, device[field]) === wanted;
  });
