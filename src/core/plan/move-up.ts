import { compareRooms } from '../inventory/room-order.ts';
import type { Room } from '../inventory/room.ts';
import { gradesOf, sumOfGrades, withGrade, type ByGrade, type School } from '../inventory/school.ts';
import type { RoomId } from '../shared/ids.ts';
import { nextSchoolYear, nextYearsUse, readClasses } from './school-classes.ts';
import type { RoomPlan, SchoolYearPlan } from './school-year.ts';

/** A room as it is, as a plan that changes nothing. */
export const unchangedRoom = (room: Room): RoomPlan => ({
  roomId: room.id,
  use: room.use,
  name: room.name,
  roomTypes: room.roomTypes,
  devices: 'stay',
});

/**
 * „Klassen rücken auf“: each class stays in its room and is called one grade higher; the rooms of those that leave go
 * to new classes of the first grade, called as those of today, in walking order. Rooms left over are free. Only a
 * proposal.
 */
export const moveUp = (rooms: readonly Room[], school: School): readonly RoomPlan[] => {
  const [firstGrade] = gradesOf(school.schoolType).map(Number);
  const ordered = rooms.toSorted(compareRooms);
  const beginners = new Map<string, string>();
  for (const { use } of ordered)
    for (const { key, grade, inGrade } of readClasses(use))
      if (grade === firstGrade && !beginners.has(key)) beginners.set(key, inGrade(grade));
  const newcomers = [...beginners.values()];
  return ordered.flatMap((room) =>
    readClasses(room.use).length === 0
      ? []
      : [
          {
            ...unchangedRoom(room),
            use: nextYearsUse(room.use, school.schoolType) ?? newcomers.shift() ?? null,
          },
        ],
  );
};

/** Exchanges the users of two rooms, with room types and names. */
export const swapRooms = (plans: readonly RoomPlan[], one: RoomId, other: RoomId): readonly RoomPlan[] => {
  const a = plans.find(({ roomId }) => roomId === one);
  const b = plans.find(({ roomId }) => roomId === other);
  if (a === undefined || b === undefined) return plans;
  const taking = (to: RoomPlan, from: RoomPlan): RoomPlan => ({
    ...to,
    use: from.use,
    name: from.name,
    roomTypes: from.roomTypes,
  });
  return plans.map((plan) => (plan === a ? taking(a, b) : plan === b ? taking(b, a) : plan));
};

/**
 * The numbers of the next school year as far as they follow from this one: each grade moves up; the first is unknown, and
 * with it the total. Where only a total is known there is nothing to move up: it stays.
 */
export const moveUpNumbers = (school: School): SchoolYearPlan['school'] => {
  const grades = gradesOf(school.schoolType);
  const { pupilsByGrade, classesByGrade } = school;
  return {
    schoolYear: nextSchoolYear(school.schoolYear),
    countedOn: null,
    ...(pupilsByGrade !== null && { pupils: null, pupilsByGrade: shifted(pupilsByGrade, grades) }),
    ...(classesByGrade !== null && { classes: null, classesByGrade: shifted(classesByGrade, grades) }),
  };
};

const shifted = (byGrade: ByGrade, grades: readonly string[]): ByGrade | null => {
  let next: ByGrade | null = null;
  for (const grade of grades.slice(1)) {
    const count = byGrade[String(Number(grade) - 1)];
    if (count !== undefined) next = withGrade(next, grade, count);
  }
  return next;
};

/** The numbers per grade, with their sum once there is one for each grade: until then a total that is known holds. */
export const withPupils = (
  pupilsByGrade: ByGrade | null,
  grades: readonly string[],
): Pick<SchoolYearPlan['school'], 'pupils' | 'pupilsByGrade'> => {
  const pupils = sumOfGrades(pupilsByGrade, grades);
  return { pupilsByGrade, ...(pupils !== null && { pupils }) };
};

export const withClasses = (
  classesByGrade: ByGrade | null,
  grades: readonly string[],
): Pick<SchoolYearPlan['school'], 'classes' | 'classesByGrade'> => {
  const classes = sumOfGrades(classesByGrade, grades);
  return { classesByGrade, ...(classes !== null && { classes }) };
};

/** How many classes of each grade the uses of rooms name; a class with two rooms counts once. */
export const classesOfUses = (
  uses: readonly (string | null)[],
  grades: readonly string[],
): ByGrade | null => {
  const keys = new Map<string, Set<string>>();
  for (const { grade: number, key } of uses.flatMap(readClasses)) {
    const grade = String(number);
    keys.set(grade, (keys.get(grade) ?? new Set()).add(key));
  }
  let counted: ByGrade | null = null;
  for (const grade of grades) {
    const classes = keys.get(grade);
    if (classes !== undefined) counted = withGrade(counted, grade, classes.size);
  }
  return counted;
};
