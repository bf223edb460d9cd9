import { emptyDevice, type Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { emptyRoom, type Room } from '../inventory/room.ts';
import { EMPTY_SCHOOL, type School } from '../inventory/school.ts';
import { deviceId, roomId } from '../shared/ids.ts';
import type { DeviceCategory, Requirement, RoomType, TargetProfile } from '../targets/target-profile.ts';

/** Test data with fixed defaults: a test names only what it is about. Ids are plain text here. */
type DeviceInput = Partial<Omit<Device, 'id' | 'roomId'>> & {
  readonly id?: string;
  readonly roomId?: string | null;
};

export const aDevice = ({ id = 'd-1', roomId: room = null, ...rest }: DeviceInput = {}): Device => ({
  ...emptyDevice(deviceId(id)),
  ...rest,
  roomId: room === null ? null : roomId(room),
});

type RoomInput = Partial<Omit<Room, 'id'>> & { readonly id?: string };

export const aRoom = ({ id = 'r-1', roomNumber = '101', ...rest }: RoomInput = {}): Room => ({
  ...emptyRoom(roomId(id), roomNumber),
  roomTypes: ['KR'],
  ...rest,
});

export const aSchool = (school: Partial<School> = {}): School => ({
  ...EMPTY_SCHOOL,
  name: 'Grundschule am Teich',
  schoolType: 'primary',
  ...school,
});

export const anInventory = ({
  school = aSchool(),
  rooms = [],
  devices = [],
}: Partial<Inventory> = {}): Inventory => ({ school, rooms, devices });

export const aCategory = (category: Partial<DeviceCategory> & { readonly id: string }): DeviceCategory => ({
  name: category.id,
  shortName: category.id,
  kind: 'workplace',
  serviceLifeYears: 5,
  guidePriceCents: 100_00,
  minimumFeatures: null,
  movable: true,
  piecesPerUnit: null,
  basis: 'Test',
  origin: 'proposal',
  ...category,
});

export const aRoomType = (roomType: Partial<RoomType> & { readonly id: string }): RoomType => ({
  name: roomType.id,
  scope: 'teaching',
  ...roomType,
});

export const aRequirement = (requirement: Partial<Requirement> & { readonly id: string }): Requirement => ({
  name: requirement.id,
  categories: ['BEAM'],
  appliesTo: { kind: 'rooms', roomTypes: ['KR'] },
  schoolTypes: null,
  quantity: { kind: 'fixed', units: 1 },
  priority: 'must',
  stage: 1,
  dueYear: null,
  ladder: null,
  group: requirement.id,
  waivedBy: [],
  coveredBy: null,
  basis: 'Test',
  origin: 'proposal',
  ...requirement,
});

/** Categories, room types and groups that requirements name are added when they are not given. */
export const aProfile = (profile: Partial<TargetProfile> = {}): TargetProfile => {
  const requirements = profile.requirements ?? [];
  const categories = new Set(requirements.flatMap((requirement) => requirement.categories));
  const roomTypes = new Set(
    requirements.flatMap(({ appliesTo }) => (appliesTo.kind === 'rooms' ? appliesTo.roomTypes : [])),
  );
  const groups = new Set(requirements.map((requirement) => requirement.group));
  return {
    formatVersion: 1,
    id: 'test',
    edition: '1',
    title: 'Testprofil',
    note: 'Nur für Tests',
    issuedOn: '2026-01-01',
    origin: 'proposal',
    stages: [
      { stage: 1, name: 'Grundausstattung', dueYear: 2027 },
      { stage: 2, name: 'Ausbau', dueYear: 2028 },
      { stage: 3, name: 'Vollausbau', dueYear: 2029 },
    ],
    categories: [...categories].map((id) => aCategory({ id })),
    roomTypes: [...roomTypes].map((id) => aRoomType({ id })),
    groups: [...groups].map((id) => ({ id, name: id, shortName: id })),
    standards: [],
    checks: [],
    figures: [],
    programmes: [],
    ...profile,
    requirements,
  };
};
