import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';
import { findDataProblemsInSteps, type DataProblem, type DataProblemCode } from '../inventory/validate.ts';
import { isEarmarkedOn } from '../plan/replacement-plan.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { runSteps, type Steps } from '../shared/steps.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

/** What a reader of the report would ask about devices; also the last part of the address of their list. */
export const DEVICE_CHECKS = [
  'doubled-tags',
  'doubled-serials',
  'category',
  'room',
  'unreported',
  'earmarked',
  'year',
] as const;
export type DeviceCheck = (typeof DEVICE_CHECKS)[number];
/** … and about rooms. */
export const ROOM_CHECKS = ['room-types'] as const;
export type RoomCheck = (typeof ROOM_CHECKS)[number];

/** Of a school: what is not known, and whether its numbers are of an unknown day or from more than a year ago. */
export type SchoolCheck = {
  readonly missing: readonly ('name' | 'schoolNumber' | 'schoolType' | 'pupils' | 'classes' | 'teachers')[];
  readonly counted: 'fine' | 'unknown-day' | 'old';
};

export type ReportChecks = {
  readonly school: SchoolCheck;
  readonly rooms: Readonly<Record<RoomCheck, readonly Room[]>>;
  readonly devices: Readonly<Record<DeviceCheck, readonly Device[]>>;
};

const CODES = {
  category: ['DEVICE_WITHOUT_CATEGORY', 'UNKNOWN_CATEGORY'],
  room: ['DEVICE_WITHOUT_ROOM', 'UNKNOWN_ROOM'],
  'doubled-tags': ['DOUBLED_ASSET_TAG'],
  'doubled-serials': ['DOUBLED_SERIAL'],
} as const satisfies Record<string, readonly DataProblemCode[]>;

/** Everything that a problem is about: a doubled number is about both. */
const idsWith = (problems: readonly DataProblem[], codes: readonly DataProblemCode[]): ReadonlySet<string> =>
  new Set(
    problems
      .filter(({ code }) => codes.includes(code))
      .flatMap(({ path: [, id], params: { other } }) =>
        [id, other].filter((found) => typeof found === 'string'),
      ),
  );

const isGone = ({ status }: Device): boolean => status === 'decommissioned';

/** Rooms for which no target can hold: without a type, or with one that the profile does not know. */
export const findUntyped = (rooms: readonly Room[], { roomTypes }: TargetProfile): readonly Room[] => {
  const known = new Set<string>(roomTypes.map(({ id }) => id));
  return rooms.filter((room) => room.roomTypes.length === 0 || room.roomTypes.some((id) => !known.has(id)));
};

/** Broken, and nobody has been told: neither a day nor a ticket. */
const isUnreported = ({ status, defect }: Device): boolean =>
  (status === 'defective' || status === 'in-repair') &&
  (defect?.reportedOn ?? defect?.ticket ?? null) === null;

/** Out of service while the Zweckbindung still holds: the grant may be asked back. */
const isGoneTooEarly = (device: Device, asOf: IsoDate): boolean =>
  isGone(device) && isEarmarkedOn(device, device.decommissionedOn ?? asOf);

/** One year before a day, as a text that compares. */
const yearBefore = (day: IsoDate): string =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;

const checkSchool = (school: School, asOf: IsoDate): SchoolCheck => {
  const { countedOn } = school;
  const isMissing = (value: string | number | null): boolean => value === null || value === '';
  const missing = (['name', 'schoolNumber', 'schoolType', 'pupils', 'classes', 'teachers'] as const).filter(
    (field) => isMissing(school[field]),
  );
  return {
    missing,
    counted: countedOn === null ? 'unknown-day' : countedOn < yearBefore(asOf) ? 'old' : 'fine',
  };
};

/**
 * What would raise questions in the report, with the things that it is about, in the order of entry. Decommissioned devices
 * count only where the question is about them.
 *
 * @param asOf the day of the comparison (Stichtag)
 */
export const findReportChecks = (inventory: Inventory, profile: TargetProfile, asOf: IsoDate): ReportChecks =>
  runSteps(findReportChecksInSteps(inventory, profile, asOf));

export function* findReportChecksInSteps(
  inventory: Inventory,
  profile: TargetProfile,
  asOf: IsoDate,
): Steps<ReportChecks> {
  const problems = yield* findDataProblemsInSteps(inventory, profile);
  yield;
  const kept = inventory.devices.filter((device) => !isGone(device));
  const withProblem = (devices: readonly Device[], codes: readonly DataProblemCode[]): readonly Device[] => {
    const ids = idsWith(problems, codes);
    return ids.size === 0 ? [] : devices.filter(({ id }) => ids.has(id));
  };
  return {
    school: checkSchool(inventory.school, asOf),
    rooms: { 'room-types': findUntyped(inventory.rooms, profile) },
    devices: {
      'doubled-tags': withProblem(inventory.devices, CODES['doubled-tags']),
      'doubled-serials': withProblem(inventory.devices, CODES['doubled-serials']),
      category: withProblem(kept, CODES.category),
      room: withProblem(kept, CODES.room),
      unreported: kept.filter(isUnreported),
      earmarked: inventory.devices.filter((device) => isGoneTooEarly(device, asOf)),
      year: kept.filter(({ purchasedOn }) => purchasedOn === null),
    },
  };
}
