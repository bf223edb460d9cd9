import type { ChangeOf } from '../history/change-set.ts';
import type { DeviceId, RoomId } from '../shared/ids.ts';
import type { IsoDate, PartialDate } from '../shared/iso-date.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { parseCell, withRoom, withStatus } from './device-columns.ts';
import type { CellIssue, DeviceColumnId, DeviceLookup } from './device-columns.ts';
import { emptyDevice, type Device } from './device.ts';

export type DeviceChange = ChangeOf<'device'>;

/** `before` and `after` of one device, as a change for `commit`. */
export const deviceChange = (before: Device | null, after: Device | null): DeviceChange => ({
  entity: 'device',
  id: (after ?? before)?.id ?? '',
  before,
  after,
});

/** A new device with what is known of it. */
export const createDevice = (id: DeviceId, fields: Partial<Omit<Device, 'id'>> = {}): DeviceChange =>
  deviceChange(null, { ...emptyDevice(id), ...fields, id });

const TRAILING_NUMBER = /^(.*?)(\d+)(\D*)$/s;

/**
 * The next free inventory numbers after one: `GS-0031` → `GS-0032`, `GS-0033` …, those taken are passed over. Width
 * and what stands around the number stay. A tag without digits has no successor: null for each.
 */
export const nextAssetTags = (
  tag: string | null,
  count: number,
  taken: ReadonlySet<string>,
): readonly (string | null)[] => {
  const match = tag === null ? null : TRAILING_NUMBER.exec(tag);
  if (match === null) return Array.from({ length: count }, () => null);
  const [, head = '', digits = '', tail = ''] = match;
  const tags: string[] = [];
  for (let number = BigInt(digits) + 1n; tags.length < count; number += 1n) {
    const next = `${head}${String(number).padStart(digits.length, '0')}${tail}`;
    if (!taken.has(next)) tags.push(next);
  }
  return tags;
};

/** All inventory numbers in use. */
export const takenAssetTags = (devices: readonly Device[]): Set<string> => {
  const taken = new Set<string>();
  for (const device of devices) if (device.assetTag !== null) taken.add(device.assetTag);
  return taken;
};

/**
 * Copies of each device: same kind, place and purchase; inventory numbers counted up where free. What belongs to one
 * piece only stays empty: serial, MAC, name in the net, foreign id, defect, last seen. A broken or decommissioned
 * device is copied as one in use: what is copied is what was bought.
 */
export const duplicateDevices = (
  originals: readonly Device[],
  copies: number,
  devices: readonly Device[],
  newId: () => DeviceId,
): readonly DeviceChange[] => {
  const taken = takenAssetTags(devices);
  return originals.flatMap((original) =>
    nextAssetTags(original.assetTag, copies, taken).map((assetTag) => {
      if (assetTag !== null) taken.add(assetTag);
      return deviceChange(null, {
        ...original,
        id: newId(),
        assetTag,
        serialNumber: null,
        macAddress: null,
        hostname: null,
        externalId: null,
        status: ['in-storage', 'on-loan'].includes(original.status) ? original.status : 'in-use',
        defect: null,
        decommissionedOn: null,
        decommissionReason: null,
        lastSeenOn: null,
      });
    }),
  );
};

/** What lies in a case or cart, at any depth, without the cases named. Only the first device of a tag is a container. */
export const contentsOf = (containers: readonly Device[], devices: readonly Device[]): readonly Device[] => {
  const inside = new Map<string, Device[]>();
  for (const device of devices) {
    if (device.containerTag === null) continue;
    const known = inside.get(device.containerTag);
    if (known === undefined) inside.set(device.containerTag, [device]);
    else known.push(device);
  }
  if (inside.size === 0) return [];
  const passed = new Set<DeviceId>(containers.map((device) => device.id));
  const found: Device[] = [];
  const open = [...containers];
  for (let container = open.pop(); container !== undefined; container = open.pop()) {
    for (const device of container.assetTag === null ? [] : (inside.get(container.assetTag) ?? [])) {
      if (passed.has(device.id)) continue;
      passed.add(device.id);
      found.push(device);
      open.push(device);
    }
  }
  return found;
};

/** What moving does besides: `contents` go along with their container, `takenOut` leave theirs. */
export type Move = {
  readonly changes: readonly DeviceChange[];
  readonly contents: number;
  readonly takenOut: number;
};

/**
 * Moves devices to a room, or to none. A container takes its contents along; a device that leaves its container
 * behind is taken out of it, because what lies in a case stands where the case stands.
 */
export const moveDevices = (
  moved: readonly Device[],
  roomId: RoomId | null,
  devices: readonly Device[],
): Move => {
  const tags = new Set(moved.flatMap((device) => (device.assetTag === null ? [] : [device.assetTag])));
  const contents = contentsOf(moved, devices);
  const contained = moved.filter((device) => device.containerTag !== null && tags.has(device.containerTag));
  const alone = moved.filter((device) => !contained.includes(device));
  return {
    changes: [
      ...alone.map((device) => deviceChange(device, withRoom(device, roomId))),
      ...[...contained, ...contents].map((device) => deviceChange(device, { ...device, roomId })),
    ],
    contents: contents.length,
    takenOut: alone.filter((device) => device.containerTag !== null).length,
  };
};

/** Ends the life of devices and keeps them. A defect stays as it was: it is the reason more often than not. */
export const decommissionDevices = (
  devices: readonly Device[],
  on: PartialDate,
  reason: string,
): readonly DeviceChange[] =>
  devices.map((device) =>
    deviceChange(device, {
      ...device,
      status: 'decommissioned',
      decommissionedOn: on,
      decommissionReason: reason.trim() === '' ? null : reason.trim(),
    }),
  );

/** Whether the device is still earmarked on that day; `2027` and `2027-06` hold to their last day. */
export const isEarmarked = (device: Pick<Device, 'earmarkedUntil'>, asOf: IsoDate): boolean =>
  device.earmarkedUntil !== null && device.earmarkedUntil >= asOf.slice(0, device.earmarkedUntil.length);

/** Deletes what was entered by mistake. What lay in a deleted case stays in the room, outside. */
export const deleteDevices = (
  deleted: readonly Device[],
  devices: readonly Device[],
): readonly DeviceChange[] => {
  const ids = new Set(deleted.map((device) => device.id));
  const roomByTag = new Map(deleted.map((device) => [device.assetTag, device.roomId]));
  const direct = contentsOf(deleted, devices).filter(
    (device) => !ids.has(device.id) && roomByTag.has(device.containerTag),
  );
  return [
    ...deleted.map((device) => deviceChange(device, null)),
    ...direct.map((device) =>
      deviceChange(device, {
        ...device,
        containerTag: null,
        roomId: roomByTag.get(device.containerTag) ?? device.roomId,
      }),
    ),
  ];
};

/** Sets one column of many devices to the same text, or nothing at all when the text does not fit. */
export const changeDevices = (
  changed: readonly Device[],
  column: DeviceColumnId,
  text: string,
  lookup: DeviceLookup,
): Result<readonly DeviceChange[], CellIssue> => {
  const changes: DeviceChange[] = [];
  for (const device of changed) {
    const parsed = parseCell(device, column, text, lookup);
    if (!parsed.ok) return parsed;
    changes.push(deviceChange(device, parsed.value));
  }
  return ok(changes);
};

/** Sets the state of many; see `withStatus`. */
export const setStatus = (
  devices: readonly Device[],
  status: Device['status'],
  today: IsoDate,
): readonly DeviceChange[] =>
  devices.map((device) => deviceChange(device, withStatus(device, status, today)));

/**
 * Parts pieces from a Sammelposten: they become a line of their own, which then moves or breaks. The tag stays with
 * the rest; the part has none.
 */
export const splitDevice = (
  device: Device,
  count: number,
  part: Partial<Omit<Device, 'id' | 'quantity'>>,
  newId: () => DeviceId,
): Result<readonly DeviceChange[], { readonly code: 'NOTHING_LEFT' | 'NO_COUNT' }> => {
  if (!Number.isInteger(count) || count < 1) return failed({ code: 'NO_COUNT' });
  if (count >= device.quantity) return failed({ code: 'NOTHING_LEFT' });
  return ok([
    deviceChange(device, { ...device, quantity: device.quantity - count }),
    deviceChange(null, {
      ...device,
      assetTag: null,
      serialNumber: null,
      macAddress: null,
      hostname: null,
      externalId: null,
      ...part,
      id: newId(),
      quantity: count,
    }),
  ]);
};

/**
 * Adds what changed devices carry along: the contents of a container follow its new number and its new room, and a
 * device put into a container stands where that stands. To be called on every set of changes before it is committed.
 */
export const withFollowers = (
  changes: readonly DeviceChange[],
  devices: readonly Device[],
): readonly DeviceChange[] => followContainers(enterContainers(changes, devices), devices);

/** Devices that were given another container get its room. */
const enterContainers = (
  changes: readonly DeviceChange[],
  devices: readonly Device[],
): readonly DeviceChange[] => {
  const wanted = new Set<string>();
  for (const { before, after } of changes) {
    const tag = after?.containerTag ?? null;
    if (tag !== null && tag !== before?.containerTag) wanted.add(tag);
  }
  if (wanted.size === 0) return changes;
  const containers = new Map<string, Device>();
  for (const device of devices) {
    const tag = device.assetTag;
    if (tag === null || !wanted.has(tag)) continue;
    const known = containers.get(tag);
    // Where two bear the number, the same one as in the comparison.
    if (known === undefined || device.id < known.id) containers.set(tag, device);
  }
  return changes.map((change) => {
    const { before, after } = change;
    if (after === null || after.containerTag === null || after.containerTag === before?.containerTag)
      return change;
    const container = containers.get(after.containerTag);
    return container === undefined ? change : deviceChange(before, { ...after, roomId: container.roomId });
  });
};

const followContainers = (
  changes: readonly DeviceChange[],
  devices: readonly Device[],
): readonly DeviceChange[] => {
  const changed = new Map(changes.map((change) => [change.id, change]));
  const moved = new Map<string, Device>();
  for (const { before, after } of changes) {
    if (before === null || after === null || before.assetTag === null) continue;
    const isOther = before.assetTag !== after.assetTag || before.roomId !== after.roomId;
    if (isOther) moved.set(before.assetTag, after);
  }
  if (moved.size === 0) return changes;
  const shared = sharedTags(moved, devices);
  const followers: DeviceChange[] = [];
  for (const device of devices) {
    const own = changed.get(device.id);
    const now = own === undefined ? device : own.after;
    // One that was itself given another container or room does as it was told.
    if (now === null || device.containerTag === null || now.containerTag !== device.containerTag) continue;
    const container = moved.get(device.containerTag);
    // Another device bears the same number: which of the two is the case is not ours to say.
    if (container === undefined || shared.has(device.containerTag)) continue;
    changed.delete(device.id);
    followers.push(
      deviceChange(device, { ...now, containerTag: container.assetTag, roomId: container.roomId }),
    );
  }
  return followers.length === 0 ? changes : [...changed.values(), ...followers];
};

/** Numbers of moved containers that a device besides bears as well. */
const sharedTags = (moved: ReadonlyMap<string, Device>, devices: readonly Device[]): ReadonlySet<string> => {
  const shared = new Set<string>();
  for (const { id, assetTag } of devices) {
    const container = assetTag === null ? undefined : moved.get(assetTag);
    if (assetTag !== null && container !== undefined && container.id !== id) shared.add(assetTag);
  }
  return shared;
};
