import { keyFigures } from '../report/key-figures.ts';
import { PRIORITIES, type Priority } from '../targets/target-profile.ts';
import type { SchoolReport } from './school-report.ts';

/** Figures of a school, or of all together: each of them is a plain sum, so that no average of averages can creep in. */
export type SchoolFigures = {
  readonly rooms: number;
  /** Pieces of everything that is not decommissioned. */
  readonly devices: number;
  /** Rooms that meet the first standard of the profile, and rooms that it asks something of. */
  readonly standardMet: number;
  readonly standardOf: number;
  /** Scored, as in `GapTotals`. */
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  readonly roomGap: number;
  readonly schoolGap: number;
  readonly gapByPriority: Readonly<Record<Priority, number>>;
  readonly repairable: number;
  readonly roomsWithGap: number;
  readonly costCents: number;
  /** Pieces. */
  readonly overAge: number;
  readonly defective: number;
  readonly defectiveUnreported: number;
  readonly missing: number;
  /** Pupils of schools that know their number and have a target for them, and the devices that count for these. */
  readonly pupils: number;
  readonly pupilDevices: number;
};

const NO_FIGURES: SchoolFigures = {
  rooms: 0,
  devices: 0,
  standardMet: 0,
  standardOf: 0,
  target: 0,
  actual: 0,
  gap: 0,
  roomGap: 0,
  schoolGap: 0,
  gapByPriority: { must: 0, should: 0, could: 0 },
  repairable: 0,
  roomsWithGap: 0,
  costCents: 0,
  overAge: 0,
  defective: 0,
  defectiveUnreported: 0,
  missing: 0,
  pupils: 0,
  pupilDevices: 0,
};

/** The figures of one school, each exactly as its own report says it. */
export const figuresOf = ({ inventory, profile, analysis }: SchoolReport): SchoolFigures => {
  const { totals, standards } = analysis;
  const { pupilsPerDevice, devices, overAge, defective, defectiveUnreported, missing } = keyFigures(
    inventory,
    profile,
    analysis,
  );
  const pupils = pupilsPerDevice === null ? null : inventory.school.pupils;
  const gapByPriority = { must: 0, should: 0, could: 0 };
  for (const { scored, exempt, priority, gap } of analysis.rooms)
    if (scored && !exempt) gapByPriority[priority] += gap ?? 0;
  for (const { priority, gap } of analysis.school) gapByPriority[priority] += gap ?? 0;
  return {
    rooms: inventory.rooms.length,
    devices,
    standardMet: standards[0]?.met ?? 0,
    standardOf: standards[0]?.of ?? 0,
    target: totals.target,
    actual: totals.actual,
    gap: totals.gap,
    roomGap: totals.roomGap,
    schoolGap: totals.schoolGap,
    gapByPriority,
    repairable: totals.repairable,
    roomsWithGap: totals.roomsWithGap,
    costCents: totals.costCents,
    overAge,
    defective,
    defectiveUnreported,
    missing,
    pupils: pupils ?? 0,
    pupilDevices: pupils === null ? 0 : (pupilsPerDevice?.units ?? 0),
  };
};

type Figure = Exclude<keyof SchoolFigures, 'gapByPriority'>;
const FIGURES = Object.keys(NO_FIGURES).filter((key): key is Figure => key !== 'gapByPriority');

export const addFigures = (all: readonly SchoolFigures[]): SchoolFigures => {
  const sums: { -readonly [Key in Figure]: number } = { ...NO_FIGURES };
  const gapByPriority = { must: 0, should: 0, could: 0 };
  for (const figures of all) {
    for (const key of FIGURES) sums[key] += figures[key];
    for (const priority of PRIORITIES) gapByPriority[priority] += figures.gapByPriority[priority];
  }
  return { ...sums, gapByPriority };
};

/** 0–1; null without any target. */
export const fulfilmentOf = ({ actual, target }: Pick<SchoolFigures, 'actual' | 'target'>): number | null =>
  target === 0 ? null : actual / target;

/** null = pupils unknown, or no device. */
export const pupilsPerDeviceOf = ({
  pupils,
  pupilDevices,
}: Pick<SchoolFigures, 'pupils' | 'pupilDevices'>): number | null =>
  pupils === 0 || pupilDevices === 0 ? null : pupils / pupilDevices;
