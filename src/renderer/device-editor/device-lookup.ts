import { useMemo } from 'react';
import { locator } from '#core/gaps/units.ts';
import type { DeviceLookup } from '#core/inventory/device-columns.ts';
import type { Device } from '#core/inventory/device.ts';
import { roomFinder } from '#core/inventory/find-room.ts';
import type { Room } from '#core/inventory/room.ts';
import type { IsoDate } from '#core/shared/iso-date.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { AppState } from '#state/app-state.ts';
import { categoriesById, derivedOnce, roomsById } from '#state/derived.ts';
import { useAppState } from '#state/use-app-state.ts';
import { DEVICE_WORDS } from '#texts/devices.ts';
import { localDay } from '#texts/format.ts';

/** The calendar day where the user sits. */
export const today = (): IsoDate => localDay(new Date());

const finderOf = derivedOnce((rooms: readonly Room[]) => roomFinder(rooms));

const NO_CONTAINERS: readonly Device[] = [];

/** The devices that others lie in. The same array as long as they are the same devices: the lookup hangs on it. */
const containersOf = (() => {
  let last: readonly Device[] = NO_CONTAINERS;
  return derivedOnce((devices: readonly Device[]): readonly Device[] => {
    const tags = new Set<string>();
    for (const { containerTag } of devices) if (containerTag !== null) tags.add(containerTag);
    const found =
      tags.size === 0
        ? NO_CONTAINERS
        : devices.filter(({ assetTag }) => assetTag !== null && tags.has(assetTag));
    const isSame = found.length === last.length && found.every((device, at) => device === last[at]);
    if (!isSame) last = found;
    return last;
  });
})();

type Made = {
  readonly rooms: readonly Room[];
  readonly profile: TargetProfile;
  readonly containers: readonly Device[];
  readonly lookup: DeviceLookup;
};
let made: Made | null = null;

/** What cells are shown and read with. Keeps its identity while rooms, profile and containers stay the same. */
export const deviceLookupOf = ({ inventory, profile }: AppState): DeviceLookup => {
  const { rooms } = inventory;
  const containers = containersOf(inventory.devices);
  const day = today();
  if (
    made !== null &&
    made.rooms === rooms &&
    made.profile === profile &&
    made.containers === containers &&
    made.lookup.today === day
  ) {
    return made.lookup;
  }
  const byId = roomsById(rooms);
  // The locator takes a list without any contained device to hold no containers at all; those are asked one by one.
  const locate = containers.length === 0 ? null : locatorAmong(containers);
  const lookup: DeviceLookup = {
    words: DEVICE_WORDS,
    roomOf: (device) => {
      const id = locate === null || device.containerTag === null ? device.roomId : locate(device);
      return id === null ? undefined : byId.get(id);
    },
    finder: finderOf(rooms),
    categories: categoriesById(profile),
    today: day,
  };
  made = { rooms, profile, containers, lookup };
  return lookup;
};

const locatorAmong = (containers: readonly Device[]) => {
  const [first] = containers;
  return first === undefined
    ? (device: Device) => device.roomId
    : locator([...containers, { ...first, assetTag: null, containerTag: first.assetTag }]);
};

export const useDeviceLookup = (): DeviceLookup => useAppState(deviceLookupOf);

/** Other devices with the same inventory number, for the hint that names their place. */
export const useTwins = (device: Device): readonly Device[] => {
  const devices = useAppState((state) => state.inventory.devices);
  return useMemo(
    () =>
      device.assetTag === null
        ? []
        : devices.filter((other) => other.assetTag === device.assetTag && other.id !== device.id),
    [devices, device.assetTag, device.id],
  );
};
