import { analyzeGaps } from '../../gaps/analyze-gaps.ts';
import type { GapAnalysis } from '../../gaps/gap-analysis.ts';
import { fieldChanges, type FieldChange } from '../../history/field-changes.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { School } from '../../inventory/school.ts';
import type { IsoDate } from '../../shared/iso-date.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { TargetProfile } from '../../targets/target-profile.ts';
import { withoutFreeTexts } from '../report-input.ts';
import { deviceChanges, type DeviceChange } from './device-changes.ts';
import { gapChanges, type GapChange } from './gap-changes.ts';
import { roomChanges, type RoomChange } from './room-changes.ts';
import { targetChanges, type TargetChanges } from './target-changes.ts';

/** What a report says about: the stock, the targets, and for when they were compared. `ReportData` is one. */
export type ReportState = {
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  readonly asOf: IsoDate;
  readonly stage: number;
};

/** Scored gaps, in units: then; with the stock of then and the targets of now; now. */
export type GapSums = { readonly before: number; readonly between: number; readonly after: number };

/**
 * What is different in a later report. „Soll geändert“ is what other targets (profile, stage, day) would have done to the
 * old stock; „Ist geändert“ is what the stock (devices, rooms, numbers of the school) then did under the new targets. The
 * two add up to the whole change, exactly.
 */
export type ReportChanges = {
  readonly targets: TargetChanges;
  readonly gaps: readonly GapChange[];
  readonly sums: GapSums;
  readonly devices: readonly DeviceChange[];
  readonly rooms: readonly RoomChange[];
  readonly school: readonly FieldChange[];
};

export type CompareFailure = {
  readonly code: 'OTHER_SCHOOL';
  readonly before: Pick<School, 'name' | 'schoolNumber'>;
  readonly after: Pick<School, 'name' | 'schoolNumber'>;
};

/**
 * Compares two states of one school. Rooms and devices are the same when their ids are. Free texts are left out on both
 * sides, so that a tick that one report had and the other one had not is no change.
 *
 * @param after the later one
 * @param analysis of `after`, where there is one already
 */
export const compareReports = (
  before: ReportState,
  after: ReportState,
  analysis: GapAnalysis = analysisOf(after),
): Result<ReportChanges, CompareFailure> => {
  const [was, is] = [before.inventory.school, after.inventory.school];
  if (!isSameSchool(was, is)) return failed({ code: 'OTHER_SCHOOL', before: was, after: is });
  const between = { ...after, inventory: before.inventory };
  const then = analysisOf(before);
  const middle = analysisOf(between);
  const old = withoutFreeTexts(before.inventory);
  const now = withoutFreeTexts(after.inventory);
  return ok({
    targets: targetChanges(before, after),
    gaps: gapChanges(then, middle, analysis, [after.profile, before.profile]),
    sums: { before: then.totals.gap, between: middle.totals.gap, after: analysis.totals.gap },
    devices: deviceChanges(old, now, after.asOf),
    rooms: roomChanges(old.rooms, now.rooms),
    school: fieldChanges({ entity: 'school', id: 'school', before: was, after: is }),
  });
};

const analysisOf = ({ inventory, profile, asOf, stage }: ReportState): GapAnalysis =>
  analyzeGaps(inventory, profile, { asOf, stage });

/** A school that got its number or its name only after the first report is still the same one. */
export const isSameSchool = (before: School, after: School): boolean =>
  before.schoolNumber !== null && after.schoolNumber !== null
    ? before.schoolNumber === after.schoolNumber
    : before.name === after.name || before.name === '' || after.name === '';
