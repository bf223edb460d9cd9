import type { Inventory } from '#core/inventory/inventory.ts';
import {
  CATEGORY_KINDS,
  PRIORITIES,
  SCOPES,
  type Check,
  type DeviceCategory,
  type Quantity,
  type Requirement,
  type RoomType,
  type TargetProfile,
} from '#core/targets/target-profile.ts';
import { createRandom } from './large-school.ts';

const STAGES = 5;
const GROUPS = 60;
const ROOM_TYPES = 40;

const idOf = (word: string, index: number): string => `${word}-${String(index + 1).padStart(3, '0')}`;
const times = <Value>(count: number, make: (index: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

/**
 * A made-up profile of this size in which everything refers to everything: ladders, groups, several categories each,
 * quantities of every shape, standards, checks, figures, programmes. The same each time.
 */
export const largeProfile = (requirementCount: number, categoryCount: number): TargetProfile => {
  const random = createRandom(requirementCount * 7 + categoryCount);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const pickSome = <Value>(values: readonly Value[], most: number): readonly Value[] => [
    ...new Set(times(1 + below(most), () => pick(values))),
  ];
  const provenance = {
    basis: 'Messprofil, erfunden: Zyklus und Preis sind angenommen',
    origin: 'mep',
  } as const;

  const categories = times(categoryCount, (index): DeviceCategory => ({
    id: idOf('KAT', index),
    name: `Gerätekategorie ${index + 1}`,
    shortName: `Kat. ${index + 1}`,
    kind: pick(CATEGORY_KINDS),
    serviceLifeYears: 4 + below(12),
    guidePriceCents: (1 + below(60)) * 100_00,
    minimumFeatures: random() < 0.5 ? null : 'mindestens die Merkmale der letzten Ausschreibung',
    movable: random() < 0.6,
    piecesPerUnit: random() < 0.05 ? 16 : null,
    ...provenance,
  }));
  const roomTypes = times(ROOM_TYPES, (index): RoomType => ({
    id: idOf('RT', index),
    name: `Raumtyp ${index + 1}`,
    scope: pick(SCOPES),
  }));
  const categoryIds = categories.map(({ id }) => id);
  const roomTypeIds = roomTypes.map(({ id }) => id);
  const groupIds = times(GROUPS, (index) => idOf('GR', index));

  const requirements: Requirement[] = [];
  for (let index = 0; index < requirementCount; index += 1) {
    const isOfRooms = random() < 0.8;
    const earlier = requirements.filter(({ appliesTo }) => appliesTo.kind === 'school').map(({ id }) => id);
    requirements.push({
      id: idOf('Z', index),
      name: `Ausstattungsziel ${index + 1}`,
      categories: pickSome(categoryIds, 4),
      appliesTo: isOfRooms ? { kind: 'rooms', roomTypes: pickSome(roomTypeIds, 6) } : { kind: 'school' },
      schoolTypes: random() < 0.3 ? ['regional', 'grammar'] : null,
      quantity: isOfRooms ? roomQuantity(below) : schoolQuantity(below, earlier),
      priority: pick(PRIORITIES),
      stage: 1 + below(STAGES),
      dueYear: null,
      ladder: random() < 0.2 ? idOf('LEITER', below(40)) : null,
      group: pick(groupIds),
      waivedBy: random() < 0.05 ? [pick(categoryIds)] : [],
      coveredBy: null,
      ...provenance,
    });
  }
  const checks = times(30, (index): Check => ({
    id: idOf('P', index),
    name: `Prüfung ${index + 1}`,
    schoolTypes: null,
    stage: 1 + below(STAGES),
    dueYear: null,
    ladder: null,
    kind: 'room-share',
    roomTypes: pickSome(roomTypeIds, 8),
    has: pick(['wlan', 'lan']),
    wanted: (1 + below(10)) / 10,
    ...provenance,
  }));
  return {
    formatVersion: 1,
    id: 'messprofil',
    edition: '1',
    title: 'Messprofil',
    note: 'Erfunden, nur zum Messen',
    issuedOn: '2026-11-01',
    origin: 'mep',
    stages: times(STAGES, (index) => ({
      stage: index + 1,
      name: `Stufe ${index + 1}`,
      dueYear: 2027 + index,
    })),
    categories,
    roomTypes,
    groups: groupIds.map((id, index) => ({ id, name: `Gruppe ${index + 1}`, shortName: `Gr. ${index + 1}` })),
    requirements,
    standards: times(5, (index) => ({
      id: idOf('ST', index),
      name: `Standard ${index + 1}`,
      roomTypes: pickSome(roomTypeIds, 10),
      parts: pickSome(groupIds, 8).map((group) => ({ group, replaceableBy: null })),
      ...provenance,
    })),
    checks,
    figures: times(20, (index) => ({
      id: idOf('K', index),
      name: `Kennzahl ${index + 1}`,
      schoolTypes: null,
      kind: 'units-per' as const,
      categories: pickSome(categoryIds, 10),
      divide: 400,
      unit: 'Stellen',
      ...provenance,
    })),
    programmes: times(10, (index) => ({
      id: idOf('F', index),
      name: `Förderprogramm ${index + 1}`,
      categories: pickSome(categoryIds, 20),
      maxPerSchoolCents: 25_000_00,
      maxPercentOfAuthority: 20,
      fromYear: 2024,
      untilYear: 2030,
      earmarkYears: 5,
      ...provenance,
    })),
  };
};

const roomQuantity = (below: (limit: number) => number): Quantity =>
  below(3) === 0
    ? { kind: 'per-seats', multiply: 1, divide: 1 + below(4), fallbackUnits: 8 }
    : { kind: 'fixed', units: 1 + below(3) };

/** A dependent one names earlier requirements only, so that none leads back to itself. */
const schoolQuantity = (below: (limit: number) => number, earlier: readonly string[]): Quantity => {
  const kind = below(4);
  if (kind === 0 && earlier.length > 2)
    return { kind: 'dependent', of: earlier.slice(-3), multiply: 3, divide: 100 };
  if (kind === 1) return { kind: 'per-teachers', teachersPerUnit: 1 + below(10) };
  if (kind === 2) return { kind: 'per-classes', classesPerUnit: 1 + below(6) };
  return { kind: 'per-pupils', terms: [{ pupilsPerUnit: 2 + below(20), grades: null }] };
};

/** A school whose rooms and devices are of the types and categories of the profile. */
export const schoolOf = (profile: TargetProfile, { school, rooms, devices }: Inventory): Inventory => {
  const random = createRandom(rooms.length);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  return {
    school,
    rooms: rooms.map((room) => ({ ...room, roomTypes: [pick(profile.roomTypes).id] })),
    devices: devices.map((device) => ({ ...device, categoryId: pick(profile.categories).id })),
  };
};
