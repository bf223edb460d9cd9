import type { Change, ChangeSetHeader, SettingRecord } from '#core/history/change-set.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import type { School } from '#core/inventory/school.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';

/**
 * Stored rows and the domain objects made of them. One function per row names every field: a field that was added
 * after the row was written gets its default here, one that was removed stays behind.
 */
export type SchoolRow = { readonly id: 'school' } & Partial<School>;
export type RoomRow = Pick<Room, 'id' | 'roomNumber'> & Partial<Room>;
export type DeviceRow = Pick<Device, 'id'> & Partial<Device>;
export type ProfileRow = { readonly key: string; readonly profile: TargetProfile };
export type SettingRow = SettingRecord;
export type ChangeSetRow = ChangeSetHeader & { readonly changeCount: number };
/** Changes of one set in parts, `CHANGES_PER_PART` each when it was written: a 100,000-row import would be one record of 100 MB. */
export type ChangesRow = { readonly seq: number; readonly part: number; readonly changes: readonly Change[] };

export const schoolFromRow = (row: SchoolRow): School => ({
  name: row.name ?? '',
  schoolNumber: row.schoolNumber ?? null,
  schoolType: row.schoolType ?? null,
  schoolAuthority: row.schoolAuthority ?? null,
  schoolYear: row.schoolYear ?? null,
  pupils: row.pupils ?? null,
  pupilsByGrade: row.pupilsByGrade ?? null,
  classes: row.classes ?? null,
  classesByGrade: row.classesByGrade ?? null,
  teachers: row.teachers ?? null,
  bandwidthMbit: row.bandwidthMbit ?? null,
  countedOn: row.countedOn ?? null,
});

export const roomFromRow = (row: RoomRow): Room => ({
  id: row.id,
  roomNumber: row.roomNumber,
  name: row.name ?? null,
  building: row.building ?? null,
  floor: row.floor ?? null,
  roomTypes: row.roomTypes ?? [],
  seats: row.seats ?? null,
  areaM2: row.areaM2 ?? null,
  use: row.use ?? null,
  lanSockets: row.lanSockets ?? null,
  powerGroups: row.powerGroups ?? null,
  wlanCoverage: row.wlanCoverage ?? null,
  exemptions: row.exemptions ?? [],
  note: row.note ?? null,
  extra: row.extra ?? {},
});

export const deviceFromRow = (row: DeviceRow): Device => ({
  id: row.id,
  assetTag: row.assetTag ?? null,
  serialNumber: row.serialNumber ?? null,
  categoryId: row.categoryId ?? null,
  name: row.name ?? null,
  manufacturer: row.manufacturer ?? null,
  model: row.model ?? null,
  roomId: row.roomId ?? null,
  containerTag: row.containerTag ?? null,
  quantity: row.quantity ?? 1,
  status: row.status ?? 'in-use',
  userGroup: row.userGroup ?? null,
  owner: row.owner ?? 'unknown',
  purchasedOn: row.purchasedOn ?? null,
  purchasePriceCents: row.purchasePriceCents ?? null,
  supplier: row.supplier ?? null,
  invoiceNumber: row.invoiceNumber ?? null,
  fundingSource: row.fundingSource ?? null,
  earmarkedUntil: row.earmarkedUntil ?? null,
  warrantyUntil: row.warrantyUntil ?? null,
  serviceLifeYears: row.serviceLifeYears ?? null,
  macAddress: row.macAddress ?? null,
  hostname: row.hostname ?? null,
  externalId: row.externalId ?? null,
  // Rows of before there was a day of repair have none.
  defect: row.defect ? { ...row.defect, repairedOn: row.defect.repairedOn ?? null } : null,
  decommissionedOn: row.decommissionedOn ?? null,
  decommissionReason: row.decommissionReason ?? null,
  lastSeenOn: row.lastSeenOn ?? null,
  note: row.note ?? null,
  extra: row.extra ?? {},
});

/** Profiles of before there were funding programmes have none. */
export const profileFromRow = ({ profile }: ProfileRow): TargetProfile => ({
  ...profile,
  programmes: (profile as Partial<TargetProfile>).programmes ?? [],
});

export const headerFromRow = ({ seq, at, label, action }: ChangeSetRow): ChangeSetHeader => ({
  seq,
  at,
  label,
  action,
});
