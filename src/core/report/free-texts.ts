import type { Defect, Device } from '../inventory/device.ts';
import type { Exemption, Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';

/**
 * What a field holds, as far as it decides about sending. `free`: people write there whatever they like, so it stays
 * here unless it is ticked. `short`: typed by hand, but the reader needs it (which room, which device, why it is gone);
 * it goes out, and is looked at for names of people. `plain`: goes out and cannot well name a pupil or teacher: numbers,
 * dates, closed choices, ids, companies, offices.
 *
 * The tables name every field, so that a new one does not compile before somebody has decided. `withoutFreeTexts` takes out
 * what is free; `free-texts-stay.test.ts` searches the whole file for it.
 */
export type TextClass = 'free' | 'short' | 'plain';

export const DEVICE_TEXTS = {
  id: 'plain',
  assetTag: 'short',
  serialNumber: 'plain',
  categoryId: 'plain',
  name: 'short',
  manufacturer: 'plain',
  model: 'plain',
  roomId: 'plain',
  containerTag: 'short',
  quantity: 'plain',
  status: 'plain',
  userGroup: 'plain',
  owner: 'plain',
  purchasedOn: 'plain',
  purchasePriceCents: 'plain',
  supplier: 'plain',
  invoiceNumber: 'plain',
  fundingSource: 'plain',
  earmarkedUntil: 'plain',
  warrantyUntil: 'plain',
  serviceLifeYears: 'plain',
  macAddress: 'plain',
  hostname: 'short',
  externalId: 'short',
  defect: 'plain',
  decommissionedOn: 'plain',
  // KSM takes the device out of its books by it (`Aussonderungen`: Datum, Grund), so it cannot stay here.
  decommissionReason: 'short',
  lastSeenOn: 'plain',
  note: 'free',
  extra: 'free',
} as const satisfies Record<keyof Device, TextClass>;

export const DEFECT_TEXTS = {
  since: 'plain',
  text: 'free',
  reportedOn: 'plain',
  ticket: 'short',
  repairedOn: 'plain',
} as const satisfies Record<keyof Defect, TextClass>;

export const ROOM_TEXTS = {
  id: 'plain',
  roomNumber: 'short',
  name: 'short',
  building: 'short',
  floor: 'short',
  roomTypes: 'plain',
  seats: 'plain',
  areaM2: 'plain',
  use: 'short',
  lanSockets: 'plain',
  powerGroups: 'plain',
  wlanCoverage: 'plain',
  exemptions: 'plain',
  note: 'free',
  extra: 'free',
} as const satisfies Record<keyof Room, TextClass>;

/** The reason is free only where its writer has marked it as private: otherwise it answers the reader's question. */
export const EXEMPTION_TEXTS = {
  requirement: 'plain',
  reason: 'short',
  since: 'plain',
  until: 'plain',
  isPrivate: 'plain',
} as const satisfies Record<keyof Exemption, TextClass>;

/** All of it names the sender; many schools are called after a person. */
export const SCHOOL_TEXTS = {
  name: 'plain',
  schoolNumber: 'plain',
  schoolType: 'plain',
  schoolAuthority: 'plain',
  schoolYear: 'plain',
  pupils: 'plain',
  pupilsByGrade: 'plain',
  classes: 'plain',
  classesByGrade: 'plain',
  teachers: 'plain',
  bandwidthMbit: 'plain',
  countedOn: 'plain',
} as const satisfies Record<keyof School, TextClass>;
