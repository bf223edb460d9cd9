import type { Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';
import type { Issue } from '../shared/issue.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';
import type { Line } from './lines.ts';
import { NO_PLACE } from './units.ts';

/** What was assumed, and what could not be computed and why. */
export const GAP_ISSUE_CODES = [
  'SCHOOL_TYPE_UNKNOWN',
  'SCHOOL_TYPE_WITHOUT_TARGETS',
  'BASE_UNKNOWN',
  'SEATS_UNKNOWN',
] as const;
export type GapIssueCode = (typeof GAP_ISSUE_CODES)[number];

export const gapIssues = (
  profile: TargetProfile,
  school: School,
  lines: readonly Line[],
  rooms: readonly Room[],
): readonly Issue<GapIssueCode>[] => {
  const issues: Issue<GapIssueCode>[] = [];
  const bound = [...profile.requirements, ...profile.checks].filter(
    ({ schoolTypes }) => schoolTypes !== null,
  );
  if (bound.length > 0 && school.schoolType === null)
    issues.push({
      code: 'SCHOOL_TYPE_UNKNOWN',
      severity: 'warning',
      path: ['school', 'schoolType'],
      params: { requirements: bound.length },
    });
  const { schoolType } = school;
  if (
    bound.length > 0 &&
    schoolType !== null &&
    !bound.some((entry) => entry.schoolTypes?.includes(schoolType))
  )
    issues.push({
      code: 'SCHOOL_TYPE_WITHOUT_TARGETS',
      severity: 'info',
      path: ['school', 'schoolType'],
      params: { schoolType },
    });
  for (const { place, requirement, target, assumed } of lines) {
    if (place === NO_PLACE && target === null)
      issues.push({
        code: 'BASE_UNKNOWN',
        severity: 'warning',
        path: ['requirement', requirement.id],
        params: { requirement: requirement.id, field: baseFieldOf(requirement) },
      });
    const room = rooms[place];
    if (assumed && room !== undefined)
      issues.push({
        code: 'SEATS_UNKNOWN',
        severity: 'info',
        path: ['room', room.id, 'seats'],
        params: { requirement: requirement.id, room: room.roomNumber, units: target },
      });
  }
  return issues;
};

/** The field of the school without which the target cannot be computed; of dependent ones, `dependent`. */
const baseFieldOf = ({ quantity }: Requirement): string => {
  switch (quantity.kind) {
    case 'per-pupils':
      return quantity.terms.every(({ grades }) => grades === null) ? 'pupils' : 'pupilsByGrade';
    case 'per-teachers':
      return 'teachers';
    case 'per-classes':
      return 'classes';
    case 'conditional':
      return quantity.value;
    default:
      return quantity.kind;
  }
};
