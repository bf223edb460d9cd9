import type { Issue, IssueParams, Severity } from '../shared/issue.ts';
import { isIsoDate, isPartialDate } from '../shared/iso-date.ts';
import { ITEMS_PER_STEP, runSteps, type Steps } from '../shared/steps.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import type { Device } from './device.ts';
import type { Inventory } from './inventory.ts';
import type { Room } from './room.ts';
import type { School } from './school.ts';

/** What is wrong or doubtful in an inventory. `error`: the comparison is wrong because of it; `warning`: it may be. */
export const DATA_PROBLEM_SEVERITIES = {
  DOUBLED_ID: 'error',
  DOUBLED_ASSET_TAG: 'error',
  DOUBLED_SERIAL: 'error',
  DOUBLED_ROOM: 'error',
  DEVICE_WITHOUT_CATEGORY: 'error',
  UNKNOWN_CATEGORY: 'error',
  UNKNOWN_ROOM: 'error',
  IMPOSSIBLE_QUANTITY: 'error',
  IMPOSSIBLE_DATE: 'error',
  ROOM_WITHOUT_TYPE: 'warning',
  UNKNOWN_ROOM_TYPE: 'error',
  UNKNOWN_EXEMPTION: 'warning',
  UNKNOWN_CONTAINER: 'warning',
  SERIAL_OF_MANY: 'warning',
  DEVICE_WITHOUT_ROOM: 'warning',
  AGE_UNKNOWN: 'info',
  PUPILS_DIFFER: 'warning',
} as const satisfies Record<string, Severity>;
export type DataProblemCode = keyof typeof DATA_PROBLEM_SEVERITIES;
export type DataProblem = Issue<DataProblemCode>;

const problem = (code: DataProblemCode, path: readonly string[], params: IssueParams = {}): DataProblem => ({
  code,
  severity: DATA_PROBLEM_SEVERITIES[code],
  path,
  params,
});

/**
 * Everything in the inventory that a person should clear up, in a fixed order: school, rooms, devices, each in the
 * order of entry. The second of two doubled entries names the first one in `other`.
 */
export const findDataProblems = (inventory: Inventory, profile: TargetProfile): readonly DataProblem[] =>
  runSteps(findDataProblemsInSteps(inventory, profile));

export function* findDataProblemsInSteps(
  inventory: Inventory,
  profile: TargetProfile,
): Steps<readonly DataProblem[]> {
  return [
    ...schoolProblems(inventory.school),
    ...roomProblems(inventory.rooms, profile),
    ...(yield* deviceProblems(inventory, profile)),
  ];
}

const schoolProblems = ({ pupils, pupilsByGrade, countedOn }: School): readonly DataProblem[] => {
  const problems: DataProblem[] = [];
  const byGrade = Object.values(pupilsByGrade ?? {}).reduce((sum, count) => sum + count, 0);
  // Fewer in the grades may be grades that are not entered yet; more cannot be.
  if (pupils !== null && byGrade > pupils)
    problems.push(problem('PUPILS_DIFFER', ['school', 'pupilsByGrade'], { pupils, byGrade }));
  if (countedOn !== null && !isIsoDate(countedOn))
    problems.push(problem('IMPOSSIBLE_DATE', ['school', 'countedOn'], { value: countedOn }));
  return problems;
};

const roomProblems = (rooms: readonly Room[], profile: TargetProfile): readonly DataProblem[] => {
  const problems: DataProblem[] = [];
  const roomTypes = new Set(profile.roomTypes.map(({ id }) => id));
  const requirements = new Set(profile.requirements.map(({ id }) => id));
  const ids = new Set<string>();
  const firstOfNumber = new Map<string, Room>();
  for (const room of rooms) {
    const at = (field: string): readonly string[] => ['room', room.id, field];
    if (ids.has(room.id)) problems.push(problem('DOUBLED_ID', at('id')));
    ids.add(room.id);
    const number = `${room.building ?? ''}\n${room.roomNumber}`.toLowerCase();
    const other = firstOfNumber.get(number);
    if (other === undefined) firstOfNumber.set(number, room);
    else
      problems.push(problem('DOUBLED_ROOM', at('roomNumber'), { value: room.roomNumber, other: other.id }));
    if (room.roomTypes.length === 0) problems.push(problem('ROOM_WITHOUT_TYPE', at('roomTypes')));
    for (const type of room.roomTypes)
      if (!roomTypes.has(type)) problems.push(problem('UNKNOWN_ROOM_TYPE', at('roomTypes'), { value: type }));
    for (const { requirement, since, until } of room.exemptions) {
      if (!requirements.has(requirement))
        problems.push(problem('UNKNOWN_EXEMPTION', at('exemptions'), { value: requirement }));
      for (const date of [since, until])
        if (date !== null && !isIsoDate(date))
          problems.push(problem('IMPOSSIBLE_DATE', at('exemptions'), { value: date }));
    }
  }
  return problems;
};

const DATE_FIELDS = [
  'purchasedOn',
  'earmarkedUntil',
  'warrantyUntil',
  'decommissionedOn',
  'lastSeenOn',
] as const satisfies readonly (keyof Device)[];

function* deviceProblems(
  { rooms, devices }: Inventory,
  profile: TargetProfile,
): Steps<readonly DataProblem[]> {
  const problems: DataProblem[] = [];
  const roomIds = new Set(rooms.map(({ id }) => id));
  const categories = new Set(profile.categories.map(({ id }) => id));
  const tags = new Set(devices.flatMap(({ assetTag }) => assetTag ?? []));
  const ids = new Set<string>();
  const firstOfTag = new Map<string, Device>();
  const firstOfSerial = new Map<string, Device>();
  let count = 0;
  for (const device of devices) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    const at = (field: string): readonly string[] => ['device', device.id, field];
    const findDouble = (
      first: Map<string, Device>,
      value: string | null,
      code: DataProblemCode,
      field: string,
    ): void => {
      if (value === null) return;
      const key = value.trim().toLowerCase();
      const other = first.get(key);
      if (other === undefined) first.set(key, device);
      else problems.push(problem(code, at(field), { value, other: other.id }));
    };
    if (ids.has(device.id)) problems.push(problem('DOUBLED_ID', at('id')));
    ids.add(device.id);
    findDouble(firstOfTag, device.assetTag, 'DOUBLED_ASSET_TAG', 'assetTag');
    findDouble(firstOfSerial, device.serialNumber, 'DOUBLED_SERIAL', 'serialNumber');
    for (const field of DATE_FIELDS) {
      const date = device[field];
      if (date !== null && !isPartialDate(date))
        problems.push(problem('IMPOSSIBLE_DATE', at(field), { value: date }));
    }
    if (!Number.isInteger(device.quantity) || device.quantity < 1)
      problems.push(problem('IMPOSSIBLE_QUANTITY', at('quantity'), { value: device.quantity }));
    if (device.quantity > 1 && device.serialNumber !== null)
      problems.push(problem('SERIAL_OF_MANY', at('serialNumber'), { value: device.serialNumber }));
    if (device.roomId !== null && !roomIds.has(device.roomId))
      problems.push(problem('UNKNOWN_ROOM', at('roomId'), { value: device.roomId }));
    if (device.containerTag !== null && !tags.has(device.containerTag))
      problems.push(problem('UNKNOWN_CONTAINER', at('containerTag'), { value: device.containerTag }));
    // What has left the school needs no category, room or age any more.
    if (device.status === 'decommissioned') continue;
    if (device.categoryId === null) problems.push(problem('DEVICE_WITHOUT_CATEGORY', at('categoryId')));
    else if (!categories.has(device.categoryId))
      problems.push(problem('UNKNOWN_CATEGORY', at('categoryId'), { value: device.categoryId }));
    if (device.roomId === null && device.containerTag === null && device.status === 'in-use')
      problems.push(problem('DEVICE_WITHOUT_ROOM', at('roomId')));
    if (device.purchasedOn === null) problems.push(problem('AGE_UNKNOWN', at('purchasedOn')));
  }
  return problems;
}
