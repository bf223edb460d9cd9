import { describe, expect, it } from 'vitest';
import { aRoom, aSchool } from '#core/testing/builders.ts';
import { roomDifference, schoolDifference, withRoomDifference, withSchoolDifference } from './differences.ts';

describe('a planned room', () => {
  const room = aRoom({ id: 'a', use: '5a', name: 'Sonne', roomTypes: ['KR'] });
  const plan = withRoomDifference(room, { use: '6a' });

  it('follows in everything that was not planned what is done elsewhere', () => {
    const difference = roomDifference(plan, room);
    expect(difference).toEqual({ use: '6a' });
    const renamed = { ...room, name: 'Mond', roomTypes: ['GR'] };
    expect(withRoomDifference(renamed, difference ?? {})).toMatchObject({
      use: '6a',
      name: 'Mond',
      roomTypes: ['GR'],
    });
  });

  it('that is as the room is differs in nothing', () => {
    expect(roomDifference({ ...plan, use: '5a' }, room)).toBeNull();
  });
});

describe('planned numbers', () => {
  const school = aSchool({
    schoolType: 'primary',
    pupils: 90,
    pupilsByGrade: { 1: 25, 2: 20, 3: 25, 4: 20 },
    classes: 9,
  });
  const now = withSchoolDifference(school, {});
  const planned = { ...now, teachers: 12, pupilsByGrade: { ...now.pupilsByGrade, 1: 30 }, pupils: 95 };

  it('differ grade by grade, and their sum follows what is done elsewhere', () => {
    const difference = schoolDifference(planned, school);
    expect(difference).toEqual({ teachers: 12, pupilsByGrade: { 1: 30 } });
    const recounted = { ...school, pupils: 80, pupilsByGrade: { 1: 25, 2: 10, 3: 25, 4: 20 } };
    expect(withSchoolDifference(recounted, difference)).toMatchObject({
      teachers: 12,
      pupilsByGrade: { 1: 30, 2: 10, 3: 25, 4: 20 },
      pupils: 85,
      classes: 9,
      classesByGrade: null,
    });
  });

  it('a total that somebody typed is kept beside the grades, also the one of today', () => {
    const difference = schoolDifference({ ...planned, pupils: 90 }, school);
    expect(withSchoolDifference(school, difference).pupils).toBe(90);
    expect(
      withSchoolDifference(school, schoolDifference({ ...now, pupils: null }, school)).pupils,
    ).toBeNull();
  });

  it('that are those of the school differ in nothing', () => {
    expect(schoolDifference(now, school)).toEqual({});
    expect(withSchoolDifference(school, schoolDifference(planned, school))).toEqual(planned);
  });

  it('a grade that is unknown from then on leaves the total as it is', () => {
    const { 1: _first, ...others } = school.pupilsByGrade ?? {};
    const difference = schoolDifference({ ...now, pupilsByGrade: others }, school);
    expect(withSchoolDifference(school, difference)).toMatchObject({ pupils: 90, pupilsByGrade: others });
  });
});
