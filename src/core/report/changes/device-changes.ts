import { locator } from '../../gaps/units.ts';
import { fieldChanges, type FieldChange } from '../../history/field-changes.ts';
import type { Device, DeviceStatus } from '../../inventory/device.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { isEarmarkedOn } from '../../plan/replacement-plan.ts';
import type { DeviceId, RoomId } from '../../shared/ids.ts';
import type { IsoDate, PartialDate } from '../../shared/iso-date.ts';

/** In the order in which they are told. `gone` = deleted; a device that was decommissioned is still in the inventory. */
export const DEVICE_CHANGE_KINDS = [
  'added',
  'gone',
  'decommissioned',
  'reinstated',
  'moved',
  'broke',
  'repaired',
  'missing',
  'found',
  'renamed',
  'changed',
] as const;
export type DeviceChangeKind = (typeof DEVICE_CHANGE_KINDS)[number];

/** One thing that happened to a device; a device that moved and broke has two of them. */
export type DeviceChange = {
  readonly kind: DeviceChangeKind;
  readonly deviceId: DeviceId;
  /** As it is now; gone devices as they were. */
  readonly device: Device;
  /** As it was; null = added. */
  readonly was: Device | null;
  /** Where it stood and stands; a contained device is where its container is. */
  readonly from: RoomId | null;
  readonly to: RoomId | null;
  /** Of `renamed` and `changed` only: at least one. */
  readonly fields: readonly FieldChange[];
  /** When it happened, where that was entered. */
  readonly on: PartialDate | null;
  /** Decommissioned before the Zweckbindung was over: until when it lasts. */
  readonly earmarkedUntil: PartialDate | null;
};

/** By what people call a device. */
const NAMES: ReadonlySet<string> = new Set(['assetTag', 'serialNumber', 'name', 'manufacturer', 'model']);
/**
 * Told as an event instead (`roomId`, `status` with what belongs to it), or no change of the device: after a stocktake each
 * one was seen on another day.
 */
const NOT_TOLD: ReadonlySet<string> = new Set(['roomId', 'lastSeenOn']);
const OF_DEFECT = 'defect.';
const OF_DISPOSAL: ReadonlySet<string> = new Set(['decommissionedOn', 'decommissionReason']);

type Condition = 'usable' | 'broken' | 'missing' | 'decommissioned';
const CONDITIONS = {
  'in-use': 'usable',
  'in-storage': 'usable',
  'on-loan': 'usable',
  defective: 'broken',
  'in-repair': 'broken',
  missing: 'missing',
  decommissioned: 'decommissioned',
} as const satisfies Record<DeviceStatus, Condition>;

/** What happened when a device passed from one condition to another; null = nothing of that kind. */
const eventOf = (from: Condition, to: Condition): DeviceChangeKind | null => {
  if (from === to) return null;
  if (to === 'decommissioned') return 'decommissioned';
  if (from === 'decommissioned') return 'reinstated';
  if (to === 'missing') return 'missing';
  if (from === 'missing') return 'found';
  return to === 'broken' ? 'broke' : 'repaired';
};

/** What happened to the devices: those of the later inventory in its order, then those that are gone. */
export const deviceChanges = (
  before: Pick<Inventory, 'devices'>,
  after: Pick<Inventory, 'devices'>,
  asOf: IsoDate,
): readonly DeviceChange[] => {
  const old = new Map(before.devices.map((device) => [device.id, device]));
  const kept = new Set(after.devices.map(({ id }) => id));
  const locateOld = locator(before.devices);
  const locateNew = locator(after.devices);
  const whole = { fields: [], on: null, earmarkedUntil: null };
  return [
    ...after.devices.flatMap((device): readonly DeviceChange[] => {
      const was = old.get(device.id);
      const to = locateNew(device);
      return was === undefined
        ? [{ kind: 'added', deviceId: device.id, device, was: null, from: null, to, ...whole }]
        : changesOf(was, device, locateOld(was), to, asOf);
    }),
    ...before.devices.flatMap((was): readonly DeviceChange[] =>
      kept.has(was.id)
        ? []
        : [
            {
              kind: 'gone',
              deviceId: was.id,
              device: was,
              was,
              from: locateOld(was),
              to: null,
              ...whole,
            },
          ],
    ),
  ];
};

const changesOf = (
  was: Device,
  device: Device,
  from: RoomId | null,
  to: RoomId | null,
  asOf: IsoDate,
): readonly DeviceChange[] => {
  if (was === device && from === to) return [];
  const change = (
    kind: DeviceChangeKind,
    rest: Partial<Pick<DeviceChange, 'fields' | 'on' | 'earmarkedUntil'>> = {},
  ): DeviceChange => ({
    kind,
    deviceId: device.id,
    device,
    was,
    from,
    to,
    fields: [],
    on: null,
    earmarkedUntil: null,
    ...rest,
  });
  const event = eventOf(CONDITIONS[was.status], CONDITIONS[device.status]);
  const told = (field: string): boolean =>
    NOT_TOLD.has(field) ||
    (event !== null && (field === 'status' || field.startsWith(OF_DEFECT) || OF_DISPOSAL.has(field)));
  const fields = fieldChanges({ entity: 'device', id: device.id, before: was, after: device }).filter(
    ({ field }) => !told(field),
  );
  const names = fields.filter(({ field }) => NAMES.has(field));
  const others = fields.filter(({ field }) => !NAMES.has(field));
  return [
    ...(event === null ? [] : [change(event, factsOf(event, device, asOf))]),
    ...(from === to ? [] : [change('moved')]),
    ...(names.length === 0 ? [] : [change('renamed', { fields: names })]),
    ...(others.length === 0 ? [] : [change('changed', { fields: others })]),
  ];
};

const factsOf = (
  event: DeviceChangeKind,
  device: Device,
  asOf: IsoDate,
): Partial<Pick<DeviceChange, 'on' | 'earmarkedUntil'>> => {
  if (event === 'broke') return { on: device.defect?.since ?? null };
  if (event === 'repaired') return { on: device.defect?.repairedOn ?? null };
  if (event !== 'decommissioned') return {};
  const on = device.decommissionedOn;
  // Of a day that is known only as a year, the last one: nobody is accused of what may not be so.
  const day = on === null ? asOf : `${on}${'-12-31'.slice(on.length - 4)}`;
  return { on, earmarkedUntil: isEarmarkedOn(device, day) ? device.earmarkedUntil : null };
};
