import { WORKPLACE_DEVICES } from '../gaps/assign-units.ts';
import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import { isForPupils, locator, unitsOf } from '../gaps/units.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { CategoryId, RoomId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

/** Units of one device that nothing needs where they stand and that may be carried elsewhere. */
export type MovableUnits = {
  readonly device: Device;
  readonly units: number;
  readonly categoryId: CategoryId;
  /** Where they stand; null = in no room. */
  readonly fromRoomId: RoomId | null;
};

/**
 * The surplus that may be proposed for other rooms: its category is movable, it is not on loan, it is no case with
 * something inside, no access point of a room whose WLAN is full, no workplace of the staff in a room of the
 * administration, and no requirement of its room is waived only because it stands there. In the order of the analysis.
 */
export const movableSurplus = (
  inventory: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
): readonly MovableUnits[] => {
  const devices = new Map(inventory.devices.map((device) => [device.id, device]));
  const containerTags = new Set(inventory.devices.map(({ containerTag }) => containerTag));
  const movable = new Set(profile.categories.filter((category) => category.movable).map(({ id }) => id));
  const accessPoints = new Set(
    profile.requirements
      .filter(({ coveredBy }) => coveredBy === 'wlan-full')
      .flatMap(({ categories }) => categories),
  );
  const fullyCovered = new Set(
    inventory.rooms.filter(({ wlanCoverage }) => wlanCoverage === 'full').map(({ id }) => id),
  );
  const offices = new Set(analysis.roomSummaries.flatMap(({ roomId, scored }) => (scored ? [] : [roomId])));
  const isWorkplace = (device: Device, categoryId: CategoryId, roomId: RoomId | null): boolean =>
    roomId !== null && offices.has(roomId) && WORKPLACE_DEVICES.has(categoryId) && !isForPupils(device);
  const candidates = analysis.surplus.flatMap(({ roomId, categoryId, devices: entries }) => {
    if (!movable.has(categoryId)) return [];
    if (roomId !== null && fullyCovered.has(roomId) && accessPoints.has(categoryId)) return [];
    return entries.flatMap(({ deviceId, units }): readonly MovableUnits[] => {
      const device = devices.get(deviceId);
      if (device === undefined || device.status === 'on-loan') return [];
      if (isWorkplace(device, categoryId, roomId)) return [];
      if (device.assetTag !== null && containerTags.has(device.assetTag)) return [];
      return [{ device, units, categoryId, fromRoomId: roomId }];
    });
  });
  const stays = waiversToKeep(inventory, profile, analysis, candidates);
  return candidates.filter(({ categoryId, fromRoomId }) => !stays.has(placeKey(fromRoomId, categoryId)));
};

const placeKey = (roomId: RoomId | null, categoryId: CategoryId): string => `${categoryId}@${roomId ?? ''}`;

/**
 * Room and category whose surplus stays, because a requirement of the room is waived by it and by nothing that stays
 * anyway: what would go with the last one is not only a device but the waiver.
 */
const waiversToKeep = (
  { devices }: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
  candidates: readonly MovableUnits[],
): ReadonlySet<string> => {
  const waived = analysis.rooms.filter((line) => line.waived);
  if (waived.length === 0) return new Set();
  const standing = countUnitsByPlace(devices, profile);
  const leaving = new Map<string, number>();
  for (const { fromRoomId, categoryId, units } of candidates) {
    const key = placeKey(fromRoomId, categoryId);
    leaving.set(key, (leaving.get(key) ?? 0) + units);
  }
  const waivers = new Map(profile.requirements.map(({ id, waivedBy }) => [id, waivedBy]));
  return new Set(
    waived.flatMap(({ roomId, requirementId }) => {
      const keys = (waivers.get(requirementId) ?? []).map((categoryId) => placeKey(roomId, categoryId));
      const isKept = keys.some((key) => (standing.get(key) ?? 0) > (leaving.get(key) ?? 0));
      return isKept ? [] : keys;
    }),
  );
};

/** What the analysis takes for present in a room: in use or in storage, not private. */
const countUnitsByPlace = (
  devices: readonly Device[],
  { categories }: TargetProfile,
): ReadonlyMap<string, number> => {
  const known = new Map(categories.map((category) => [category.id, category]));
  const locate = locator(devices);
  const standing = new Map<string, number>();
  for (const device of devices) {
    const category = known.get(device.categoryId ?? '');
    if (category === undefined || device.owner === 'private') continue;
    if (device.status !== 'in-use' && device.status !== 'in-storage') continue;
    const key = placeKey(locate(device), category.id);
    standing.set(key, (standing.get(key) ?? 0) + unitsOf(device, category));
  }
  return standing;
};
