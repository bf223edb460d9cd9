import type { CategoryId, DeviceId, RoomId } from '../shared/ids.ts';
import type { IsoDate, PartialDate } from '../shared/iso-date.ts';

export const DEVICE_STATUSES = [
  'in-use',
  'in-storage',
  'on-loan',
  'defective',
  'in-repair',
  'missing',
  'decommissioned',
] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

export const USER_GROUPS = ['pupils', 'teachers', 'administration', 'room'] as const;
export type UserGroup = (typeof USER_GROUPS)[number];

export const OWNERS = [
  'school-authority',
  'state',
  'association',
  'after-school',
  'private',
  'unknown',
] as const;
export type Owner = (typeof OWNERS)[number];

/**
 * The last thing that broke, open or repaired; earlier ones stand in the history. Open is what stops a device from being
 * used: one that is `defective` or `in-repair`. See `defect.ts`.
 */
export type Defect = {
  readonly since: PartialDate | null;
  readonly text: string | null;
  readonly reportedOn: IsoDate | null;
  readonly ticket: string | null;
  /** Set when it was mended; never while the device is broken. */
  readonly repairedOn: IsoDate | null;
};

export const NO_DEFECT: Defect = {
  since: null,
  text: null,
  reportedOn: null,
  ticket: null,
  repairedOn: null,
};

/** One serialised device (`quantity` 1) or a Sammelposten: equal things kept as one line. */
export type Device = {
  readonly id: DeviceId;
  /** Inventarnummer: text, leading zeros kept. A doubled one is a data problem, not an error. */
  readonly assetTag: string | null;
  readonly serialNumber: string | null;
  readonly categoryId: CategoryId | null;
  readonly name: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** Where it stands; null = in no room. A device in a container is where its container is. */
  readonly roomId: RoomId | null;
  /** `assetTag` of the case or cart that it belongs into. */
  readonly containerTag: string | null;
  readonly quantity: number;
  readonly status: DeviceStatus;
  readonly userGroup: UserGroup | null;
  readonly owner: Owner;
  readonly purchasedOn: PartialDate | null;
  /** Per unit, gross, in cents. */
  readonly purchasePriceCents: number | null;
  readonly supplier: string | null;
  readonly invoiceNumber: string | null;
  readonly fundingSource: string | null;
  /** Zweckbindung bis. */
  readonly earmarkedUntil: PartialDate | null;
  readonly warrantyUntil: PartialDate | null;
  /** Planning years of this device; null = its category's. */
  readonly serviceLifeYears: number | null;
  readonly macAddress: string | null;
  readonly hostname: string | null;
  readonly externalId: string | null;
  readonly defect: Defect | null;
  readonly decommissionedOn: PartialDate | null;
  readonly decommissionReason: string | null;
  readonly lastSeenOn: PartialDate | null;
  readonly note: string | null;
  /** Columns of an imported list that fit no field, by their heading. */
  readonly extra: Readonly<Record<string, string>>;
};

/** One working device of which nothing else is known. */
export const emptyDevice = (id: DeviceId): Device => ({
  id,
  assetTag: null,
  serialNumber: null,
  categoryId: null,
  name: null,
  manufacturer: null,
  model: null,
  roomId: null,
  containerTag: null,
  quantity: 1,
  status: 'in-use',
  userGroup: null,
  owner: 'unknown',
  purchasedOn: null,
  purchasePriceCents: null,
  supplier: null,
  invoiceNumber: null,
  fundingSource: null,
  earmarkedUntil: null,
  warrantyUntil: null,
  serviceLifeYears: null,
  macAddress: null,
  hostname: null,
  externalId: null,
  defect: null,
  decommissionedOn: null,
  decommissionReason: null,
  lastSeenOn: null,
  note: null,
  extra: {},
});
