import { isSameValue } from '#core/history/same-value.ts';
import type { Room } from '#core/inventory/room.ts';
import { gradesOf, sumOfGrades, withGrade, type ByGrade, type School } from '#core/inventory/school.ts';
import { unchangedRoom } from '#core/plan/move-up.ts';
import type { RoomPlan, SchoolYearPlan } from '#core/plan/school-year.ts';

/** What a room will be otherwise; all else follows what is done elsewhere meanwhile. */
export type RoomDifference = Partial<Omit<RoomPlan, 'roomId'>>;

type Numbers = Required<SchoolYearPlan['school']>;
type GradeField = 'pupilsByGrade' | 'classesByGrade';
/** By grade; null = unknown from then on. */
type Grades = Readonly<Record<string, number | null>>;
export type SchoolDifference = Partial<Omit<Numbers, GradeField> & Record<GradeField, Grades>>;

const PLAIN = ['schoolYear', 'countedOn', 'teachers'] as const;
const TOTALS = [
  ['pupils', 'pupilsByGrade'],
  ['classes', 'classesByGrade'],
] as const;

/** What of a plan differs from the room as it is; null = nothing. */
export const roomDifference = (plan: RoomPlan, room: Room): RoomDifference | null => {
  const now = unchangedRoom(room);
  const difference: RoomDifference = {
    ...(plan.use !== now.use && { use: plan.use }),
    ...(plan.name !== now.name && { name: plan.name }),
    ...(!isSameValue(plan.roomTypes, now.roomTypes) && { roomTypes: plan.roomTypes }),
    ...(plan.devices !== now.devices && { devices: plan.devices }),
  };
  return Object.keys(difference).length === 0 ? null : difference;
};

export const withRoomDifference = (room: Room, difference: RoomDifference | undefined): RoomPlan => ({
  ...unchangedRoom(room),
  ...difference,
});

/** What of the planned numbers differs from those of the school, grade by grade. */
export const schoolDifference = (planned: Numbers, school: School): SchoolDifference => {
  let difference: SchoolDifference = {};
  for (const field of PLAIN)
    if (planned[field] !== school[field]) difference = { ...difference, [field]: planned[field] };
  for (const [total, byGrade] of TOTALS) {
    const grades = gradesDifference(planned[byGrade], school[byGrade]);
    if (grades !== null) difference = { ...difference, [byGrade]: grades };
    // The sum of the grades is no difference of its own: it follows them.
    const follows = totalOf(planned[byGrade], grades !== null, school, total);
    if (planned[total] !== follows) difference = { ...difference, [total]: planned[total] };
  }
  return difference;
};

/** The numbers of the school with what was planned laid over them. */
export const withSchoolDifference = (school: School, difference: SchoolDifference): Numbers => {
  const { schoolYear, countedOn, teachers } = { ...school, ...difference };
  const both = TOTALS.map(([total, field]) => {
    const grades = difference[field];
    let byGrade = school[field];
    for (const [grade, count] of Object.entries(grades ?? {})) byGrade = withGrade(byGrade, grade, count);
    const typed = difference[total];
    return {
      byGrade,
      total: typed === undefined ? totalOf(byGrade, grades !== undefined, school, total) : typed,
    };
  });
  const [pupils, classes] = both;
  return {
    schoolYear,
    countedOn,
    teachers,
    pupils: pupils?.total ?? null,
    pupilsByGrade: pupils?.byGrade ?? null,
    classes: classes?.total ?? null,
    classesByGrade: classes?.byGrade ?? null,
  };
};

/** What the total is where nobody typed another one: the sum of changed grades as soon as each is known. */
const totalOf = (
  byGrade: ByGrade | null,
  isChanged: boolean,
  school: School,
  total: 'pupils' | 'classes',
): number | null => (isChanged ? sumOfGrades(byGrade, gradesOf(school.schoolType)) : null) ?? school[total];

const gradesDifference = (planned: ByGrade | null, now: ByGrade | null): Grades | null => {
  const grades = new Set([...Object.keys(planned ?? {}), ...Object.keys(now ?? {})]);
  const changed = [...grades].flatMap((grade): readonly (readonly [string, number | null])[] => {
    const count = planned?.[grade] ?? null;
    return count === (now?.[grade] ?? null) ? [] : [[grade, count]];
  });
  return changed.length === 0 ? null : Object.fromEntries(changed);
};
