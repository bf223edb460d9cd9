import { emptyRoom, type Room } from '../inventory/room.ts';
import { roomId } from '../shared/ids.ts';
import { padded, type SeededRandom } from './seeded-random.ts';

export type SchoolKind = 'primary' | 'regional';

type RoomPlan = { readonly type: string; readonly name: string; readonly fields?: Partial<Room> };

const plan = (type: string, name: string, fields: Partial<Room> = {}): RoomPlan => ({ type, name, fields });

/** What each school of the kind has beside its classrooms, the indispensable first. */
const SPECIAL_ROOMS: Readonly<Record<SchoolKind, readonly RoomPlan[]>> = {
  primary: [
    plan('VW', 'Sekretariat', { seats: 2, areaM2: 20 }),
    plan('LZ', 'Lehrerzimmer', { seats: 20, areaM2: 46 }),
    plan('PC', 'Computerraum', { seats: 24, areaM2: 68, lanSockets: 12, powerGroups: 5 }),
    plan('TR', 'Technikraum', { areaM2: 12 }),
    plan('LA', 'Medienlager', { areaM2: 16 }),
    plan('WE', 'Werkraum', { seats: 20, areaM2: 66, use: 'Werken' }),
    plan('MU', 'Musikraum', { seats: 26, areaM2: 64, use: 'Musik' }),
    plan('AU', 'Aula', { seats: 140, areaM2: 190 }),
    plan('VW', 'Schulleitung', { seats: 1, areaM2: 18 }),
    plan('GT', 'Hort, Gruppe 1', { seats: 20, areaM2: 52 }),
    plan('GR', 'Förderraum', { seats: 8, areaM2: 22 }),
    plan('SP', 'Sporthalle', { areaM2: 400 }),
    plan('FN', 'Sachkunderaum', { seats: 24, areaM2: 62, use: 'Sachunterricht' }),
    plan('ME', 'Bücherei', { seats: 14, areaM2: 38 }),
    plan('FL', 'Foyer'),
  ],
  regional: [
    plan('VW', 'Sekretariat', { seats: 3, areaM2: 28 }),
    plan('LZ', 'Lehrerzimmer', { seats: 36, areaM2: 72 }),
    plan('PC', 'Informatikraum 1', { seats: 26, areaM2: 74, lanSockets: 14, powerGroups: 6 }),
    plan('TR', 'Serverraum', { areaM2: 14 }),
    plan('LA', 'Medienlager', { areaM2: 20 }),
    plan('FN', 'Physik', { seats: 28, areaM2: 76, use: 'Physik' }),
    plan('FN', 'Chemie', { seats: 28, areaM2: 76, use: 'Chemie' }),
    plan('FN', 'Biologie', { seats: 28, areaM2: 72, use: 'Biologie' }),
    plan('WE', 'Werkraum', { seats: 18, areaM2: 84, use: 'AWT' }),
    plan('AU', 'Aula', { seats: 220, areaM2: 260 }),
    plan('VW', 'Schulleitung', { seats: 2, areaM2: 24 }),
    plan('PC', 'Informatikraum 2', { seats: 24, areaM2: 70, lanSockets: 12, powerGroups: 4 }),
    plan('MU', 'Musikraum', { seats: 28, areaM2: 70, use: 'Musik' }),
    plan('WE', 'Kunstraum', { seats: 26, areaM2: 70, use: 'Kunst' }),
    plan('HW', 'Lehrküche', { seats: 16, areaM2: 58 }),
    plan('VB', 'Sammlung Naturwissenschaften', { areaM2: 30 }),
    plan('SP', 'Sporthalle', { areaM2: 620 }),
    plan('ME', 'Mediothek', { seats: 20, areaM2: 60 }),
    plan('GR', 'Schulsozialarbeit', { seats: 8, areaM2: 24 }),
    plan('FL', 'Foyer'),
  ],
};
/** What larger buildings have more of. */
const MORE_ROOMS: readonly RoomPlan[] = [
  plan('GR', 'Gruppenraum', { seats: 10, areaM2: 24 }),
  plan('VB', 'Lehrmittelraum', { areaM2: 14 }),
  plan('FL', 'Flur'),
  plan('GR', 'DaZ-Raum', { seats: 12, areaM2: 26 }),
  plan('LA', 'Lager', { areaM2: 12 }),
];

/** Rooms without a class of their own. */
const specialRoomsOf = (kind: SchoolKind, count: number): readonly RoomPlan[] => {
  const own = SPECIAL_ROOMS[kind];
  const more = Array.from({ length: Math.max(0, count - own.length) }, (_, at) => ({
    ...(MORE_ROOMS[at % MORE_ROOMS.length] ?? plan('LA', 'Lager')),
  }));
  return [...own.slice(0, count), ...more];
};

/** How many special rooms a school of the kind has where nobody says how many rooms. */
export const usualSpecialRooms = (kind: SchoolKind, random: SeededRandom): number =>
  SPECIAL_ROOMS[kind].length + random.between(0, 6);

const FLOORS = ['EG', '1. OG', '2. OG'] as const;
const ROOMS_PER_FLOOR = 11;

/** Walking order: floor by floor, house by house. */
const placeOf = (at: number): Pick<Room, 'building' | 'floor' | 'roomNumber'> => {
  const storey = Math.floor(at / ROOMS_PER_FLOOR);
  const floor = storey % FLOORS.length;
  return {
    building: `Haus ${String.fromCharCode('A'.charCodeAt(0) + (Math.floor(storey / FLOORS.length) % 26))}`,
    floor: FLOORS[floor] ?? 'EG',
    roomNumber: String((floor + 1) * 100 + (at % ROOMS_PER_FLOOR) + 1),
  };
};

export type GeneratedRoomsInput = {
  readonly kind: SchoolKind;
  /** `1a`, `1b`, … : one classroom each. */
  readonly classNames: readonly string[];
  readonly specialRooms: number;
  /** How well the school is wired and equipped, 0–1. */
  readonly level: number;
  /** Before each id, so that two schools have none in common. */
  readonly idPrefix: string;
};

/**
 * The rooms of a made-up school: classrooms first, as good as its level; further up and in the next house they are worse,
 * and some figures are not known.
 */
export const generatedRooms = (
  { kind, classNames, specialRooms, level, idPrefix }: GeneratedRoomsInput,
  random: SeededRandom,
): readonly Room[] => {
  const plans: readonly RoomPlan[] = [
    ...classNames.map((name) =>
      plan('KR', 'Klassenraum', { use: `Klasse ${name}`, seats: random.between(22, 28), areaM2: 62 }),
    ),
    ...specialRoomsOf(kind, specialRooms),
  ];
  return plans.map(({ type, name, fields = {} }, at): Room => {
    const place = placeOf(at);
    const room: Room = {
      ...emptyRoom(roomId(`${idPrefix}-raum-${padded(at + 1, 3)}`), place.roomNumber),
      ...place,
      name,
      roomTypes: random.chance(0.02) ? [] : [type],
      lanSockets: random.chance(level) ? 2 : random.chance(0.7) ? 1 : null,
      powerGroups: random.chance(level) ? 2 : 1,
      wlanCoverage: random.chance(level * 0.7)
        ? 'full'
        : random.chance(0.4)
          ? 'partial'
          : random.chance(0.8)
            ? 'none'
            : null,
      ...fields,
    };
    const unknownSeats = room.seats !== null && random.chance(0.06);
    return {
      ...room,
      seats: unknownSeats ? null : room.seats,
      exemptions:
        type === 'WE' && random.chance(0.5)
          ? [
              {
                requirement: 'CAST',
                reason: 'Staub: Bildübertragung nur über Kabel',
                since: '2025-08-01',
                until: null,
                isPrivate: random.chance(0.3),
              },
            ]
          : [],
      note: random.chance(0.04) ? 'Nutzung ab Februar offen' : null,
    };
  });
};
