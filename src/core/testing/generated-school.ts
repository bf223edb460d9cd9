import type { Inventory } from '../inventory/inventory.ts';
import type { ByGrade } from '../inventory/school.ts';
import { generatedDevices } from './generated-devices.ts';
import { generatedRooms, usualSpecialRooms, type SchoolKind } from './generated-rooms.ts';
import { padded, seededRandom } from './seeded-random.ts';

export type GeneratedSchoolOptions = {
  /** A whole number from 0; schools of different seeds below 240 have different names. */
  readonly seed: number;
  readonly kind: SchoolKind;
  /** Rooms, exactly, at least 12; without it as many as classes and kind of school need. */
  readonly rooms?: number;
  /** Lines of devices, exactly; without it as many as come about, 200 to 700. */
  readonly devices?: number;
  readonly name?: string;
  readonly schoolNumber?: string;
};

const TOWNS = [
  'Lindenow',
  'Erlenhagen',
  'Wendorf am See',
  'Krähenbek',
  'Altmoor',
  'Sandkrug',
  'Birkenwerder Mühle',
  'Neu Rethen',
  'Tannenhof',
  'Groß Weidow',
  'Klein Weidow',
  'Seehagen',
  'Dreibuchen',
  'Hohenfelde-Ost',
  'Lüttenbrook',
  'Moorkaten',
  'Steinwehr',
  'Rosenwinkel',
  'Quellental',
  'Ostermark',
] as const;
const PLACES = [
  'am Mühlenteich',
  '„Kranichnest“',
  'am Wallberg',
  'am Elsterbruch',
  '„Storchenwiese“',
  'am Stadtpark',
  'West',
  'an der Kastanienallee',
  '„Hanna Wendland“',
  'am Bahnhof',
  '„Bunte Brücke“',
  'Süd',
] as const;
const KIND_NAMES = { primary: 'Grundschule', regional: 'Regionale Schule' } as const;
const GRADES = { primary: [1, 2, 3, 4], regional: [5, 6, 7, 8, 9, 10] } as const;
/** Of all rooms, where their number is given. */
const SHARE_OF_CLASSROOMS = 0.45;

/** So many classes spread over the grades, the lower grades first. */
const spread = (classes: number, grades: readonly number[]): ByGrade =>
  Object.fromEntries(
    grades.map((grade, at) => [
      String(grade),
      Math.floor(classes / grades.length) + (at < classes % grades.length ? 1 : 0),
    ]),
  );

/**
 * A made-up school, deliberately imperfect as real ones are. The same options always give the same school; nothing in it
 * comes from a real one. Its day is the autumn of 2026.
 */
export const generatedSchool = (options: GeneratedSchoolOptions): Inventory => {
  const { seed, kind } = options;
  const random = seededRandom(seed * 2_654_435_761 + (kind === 'primary' ? 1 : 2));
  const level = random.between(35, 92) / 100;
  const grades = GRADES[kind];
  const classes =
    options.rooms === undefined
      ? grades.length * 2 + random.between(0, grades.length)
      : Math.max(grades.length, Math.round(options.rooms * SHARE_OF_CLASSROOMS));
  const specialRooms =
    options.rooms === undefined ? usualSpecialRooms(kind, random) : Math.max(0, options.rooms - classes);

  const classesByGrade = spread(classes, grades);
  const pupilsByGrade = Object.fromEntries(
    Object.entries(classesByGrade).map(([grade, count]) => [
      grade,
      Array.from({ length: count }, () => random.between(18, 26)).reduce((sum, size) => sum + size, 0),
    ]),
  );
  const pupils = Object.values(pupilsByGrade).reduce((sum, count) => sum + count, 0);
  const teachers = Math.round(classes * 1.6) + random.between(0, 4);
  const classNames = Object.entries(classesByGrade).flatMap(([grade, count]) =>
    Array.from({ length: count }, (_, at) => `${grade}${String.fromCharCode('a'.charCodeAt(0) + at)}`),
  );
  const town = TOWNS[Math.floor(seed / PLACES.length) % TOWNS.length] ?? TOWNS[0];
  // 37 and 100,000 have no factor in common: 100,000 seeds, 100,000 numbers.
  const schoolNumber = options.schoolNumber ?? `075${padded((seed * 37 + 11) % 100_000, 5)}`;
  const idPrefix = `${kind === 'primary' ? 'gs' : 'rs'}${seed}`;
  const rooms = generatedRooms({ kind, classNames, specialRooms, level, idPrefix }, random);
  // A grade that nobody has counted yet: with it, a target by grades cannot be computed.
  const lastGrade = String(grades.at(-1));
  const { [lastGrade]: _notCounted, ...counted } = pupilsByGrade;

  return {
    school: {
      name: options.name ?? `${KIND_NAMES[kind]} ${PLACES[seed % PLACES.length] ?? ''} ${town}`,
      schoolNumber,
      schoolType: kind,
      schoolAuthority: town === 'Lindenow' ? 'Stadt Lindenow' : `Gemeinde ${town}`,
      schoolYear: '2026/27',
      pupils: random.chance(0.05) ? null : pupils,
      pupilsByGrade: random.chance(0.15) ? counted : pupilsByGrade,
      classes,
      classesByGrade,
      teachers: random.chance(0.1) ? null : teachers,
      bandwidthMbit: random.pick([16, 50, 100, 100, 250, 500]),
      countedOn: random.chance(0.15) ? '2025-09-15' : '2026-09-15',
    },
    rooms,
    devices: generatedDevices(
      { rooms, pupils, teachers, level, idPrefix, count: options.devices ?? null },
      random,
    ),
  };
};
