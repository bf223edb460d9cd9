import { applyChanges } from '../history/apply-changes.ts';
import { SCHOOL_ID, type Change } from '../history/change-set.ts';
import { findById, patchList } from '../history/keyed-list.ts';
import { isBroken } from '../inventory/defect.ts';
import { deviceChange, moveDevices, splitDevice, type DeviceChange } from '../inventory/device-actions.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { repaired } from '../inventory/repair.ts';
import { roomChange } from '../inventory/room-actions.ts';
import type { Room } from '../inventory/room.ts';
import { deviceId, type DeviceId, type RoomId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { boughtDevices, isKeptInBulk, socketsOf } from './bought-devices.ts';
import { planTerms, type ScenarioBase, type ScenarioView } from './scenario-terms.ts';
import type { LeftOutReason, LeftOutStep, ScenarioStep } from './scenario.ts';

/** What a scenario comes to. */
export type ScenarioPlan = {
  /** To apply it: devices, rooms and school, one change per thing. The edition is a choice of the caller's to store. */
  readonly changes: readonly Change[];
  /** To compare with, and its key when the scenario names another one. */
  readonly profile: TargetProfile;
  readonly profileKey: string | null;
  readonly view: ScenarioView;
  /** Of all purchases that are not left out. */
  readonly boughtUnits: number;
  readonly boughtCents: number;
  readonly moved: number;
  readonly repaired: number;
  readonly leftOut: readonly LeftOutStep[];
};

/** How far one has come through the steps. The list of devices is only made anew where a step looks through it. */
class Draft {
  private readonly inventory: Inventory;
  private readonly devices = new Map<DeviceId, DeviceChange>();
  private readonly rooms = new Map<RoomId, Room>();
  private listed: readonly Device[] | null = null;

  constructor(inventory: Inventory) {
    this.inventory = inventory;
  }

  device(id: DeviceId): Device | undefined {
    return this.devices.get(id)?.after ?? findById(this.inventory.devices, id);
  }

  room(id: RoomId): Room | undefined {
    return this.rooms.get(id) ?? findById(this.inventory.rooms, id);
  }

  allDevices(): readonly Device[] {
    this.listed ??= patchList(this.inventory.devices, [...this.devices.values()]);
    return this.listed;
  }

  setDevices(changes: readonly DeviceChange[]): void {
    for (const { after } of changes) {
      if (after === null) continue;
      const before = findById(this.inventory.devices, after.id) ?? null;
      this.devices.set(after.id, deviceChange(before, after));
    }
    this.listed = null;
  }

  setRoom(room: Room): void {
    this.rooms.set(room.id, room);
  }

  changes(): readonly Change[] {
    const rooms = [...this.rooms.values()].map((room) =>
      roomChange(findById(this.inventory.rooms, room.id) ?? null, room),
    );
    return [...rooms, ...this.devices.values()];
  }
}

/**
 * The changes that make a scenario real, in one set. A step that cannot be taken (its device is gone, its room
 * deleted, its category not in the profile) is left out and named; the others are taken.
 *
 * @param newId makes the ids of bought devices and of parted Sammelposten
 * @param on day of the purchases and repairs: by default that of the screens, for the day of a view step is not kept
 */
export const scenarioChanges = (
  steps: readonly ScenarioStep[],
  base: ScenarioBase,
  newId: () => DeviceId,
  on: IsoDate = base.view.asOf,
): ScenarioPlan => {
  const terms = planTerms(steps, base);
  const { profile } = terms;
  const { inventory } = base;
  const leftOut: LeftOutStep[] = [...terms.leftOut];
  const draft = new Draft(inventory);
  const inBulk = isKeptInBulk(inventory.devices, profile);
  const categories = new Map(profile.categories.map((category) => [category.id, category]));
  const standsIn = placesOfCategories(inventory.devices);
  let { school } = inventory;
  let boughtUnits = 0;
  let boughtCents = 0;
  let moved = 0;
  let repairedUnits = 0;

  const buy = (step: Extract<ScenarioStep, { kind: 'buy' }>): LeftOutReason | null => {
    const category = categories.get(step.categoryId);
    if (category === undefined) return 'CATEGORY_GONE';
    const room = step.roomId === null ? null : draft.room(step.roomId);
    if (room === undefined) return 'ROOM_GONE';
    const price = step.unitPriceCents ?? category.guidePriceCents;
    boughtUnits += step.units;
    boughtCents += step.units * price;
    // Sockets that are entered as a number of the room are more of the same; both counts rise where both are kept,
    // because the larger one holds.
    const sockets = room === null ? null : socketsOf(room, category.id, profile);
    if (room !== null && sockets !== null) {
      draft.setRoom({ ...room, [sockets.field]: sockets.count + step.units });
      if (!standsIn(category.id, room.id)) return null;
    }
    draft.setDevices(
      boughtDevices({
        category,
        units: step.units,
        roomId: room?.id ?? null,
        unitPriceCents: price,
        boughtOn: on,
        inBulk: inBulk(category.id),
        newId,
      }),
    );
    return null;
  };

  const move = (step: Extract<ScenarioStep, { kind: 'move' }>): LeftOutReason | null => {
    const device = draft.device(step.deviceId);
    if (device === undefined) return 'DEVICE_GONE';
    if (step.toRoomId !== null && draft.room(step.toRoomId) === undefined) return 'ROOM_GONE';
    if (device.roomId === step.toRoomId && device.containerTag === null) return 'ALREADY_THERE';
    if (step.units > device.quantity) return 'NOT_ENOUGH';
    moved += step.units;
    if (step.units === device.quantity) {
      draft.setDevices(moveDevices([device], step.toRoomId, draft.allDevices()).changes);
      return null;
    }
    const parts = splitDevice(device, step.units, { roomId: step.toRoomId, containerTag: null }, newId);
    if (parts.ok) draft.setDevices(parts.value);
    return null;
  };

  const repair = (step: Extract<ScenarioStep, { kind: 'repair' }>): LeftOutReason | null => {
    const device = draft.device(step.deviceId);
    if (device === undefined) return 'DEVICE_GONE';
    if (!isBroken(device)) return 'NOT_BROKEN';
    repairedUnits += device.quantity;
    draft.setDevices([deviceChange(device, repaired(device, on))]);
    return null;
  };

  steps.forEach((step, index) => {
    const reason =
      step.kind === 'buy'
        ? buy(step)
        : step.kind === 'move'
          ? move(step)
          : step.kind === 'repair'
            ? repair(step)
            : null;
    if (step.kind === 'school') school = { ...school, ...step.numbers };
    if (reason !== null) leftOut.push({ index, step, reason });
  });
  return {
    changes: [
      ...(school === inventory.school
        ? []
        : [{ entity: 'school' as const, id: SCHOOL_ID, before: inventory.school, after: school }]),
      ...draft.changes(),
    ],
    profile,
    profileKey: terms.profileKey,
    view: terms.view,
    boughtUnits,
    boughtCents,
    moved,
    repaired: repairedUnits,
    leftOut: leftOut.toSorted((a, b) => a.index - b.index),
  };
};

/** A scenario as if it were real on its own day: what to compare, and with what. Nothing is stored. */
export const applyScenario = (
  steps: readonly ScenarioStep[],
  base: ScenarioBase,
): ScenarioPlan & { readonly inventory: Inventory } => {
  let made = 0;
  const plan = scenarioChanges(
    steps,
    base,
    () => deviceId(`szenario-${String((made += 1)).padStart(6, '0')}`),
    planTerms(steps, base).view.asOf,
  );
  const { inventory } = applyChanges(
    { inventory: base.inventory, profiles: new Map(), settings: new Map() },
    plan.changes,
  );
  return { ...plan, inventory };
};

/** Whether a device of a category is entered for a room; asked first, the answer is made for all rooms at once. */
const placesOfCategories = (
  devices: readonly Device[],
): ((categoryId: string, roomId: RoomId) => boolean) => {
  const known = new Map<string, ReadonlySet<RoomId>>();
  return (categoryId, roomId) => {
    let rooms = known.get(categoryId);
    if (rooms === undefined) {
      rooms = new Set(
        devices.flatMap((device) =>
          device.categoryId === categoryId && device.roomId !== null ? [device.roomId] : [],
        ),
      );
      known.set(categoryId, rooms);
    }
    return rooms.has(roomId);
  };
};
