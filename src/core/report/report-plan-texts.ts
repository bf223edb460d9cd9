import type { FundingProgramme } from '../targets/target-profile.ts';

/** Headings of the sheets that plan, prove and take stock; those of the others stand in `REPORT_COLUMN_KEYS`. */
export const PLAN_COLUMN_KEYS = [
  'categoryId',
  'serialNumber',
  'device',
  'movedUnits',
  'fromBuilding',
  'fromRoom',
  'toBuilding',
  'toRoom',
  'sameBuilding',
  'status',
  'shortGuidePrice',
  'sumUnits',
  'sumCost',
  'earmarkedUnits',
  'allUnits',
  'meanAge',
  'overAgeShare',
  'ageUnknown',
  'defectText',
  'defectSince',
  'reportedOn',
  'ticket',
  'daysOpen',
  'pieces',
  'programme',
  'sources',
  'grantNotice',
  'paidAll',
  'unpriced',
  'earmarkFirst',
  'earmarkLast',
  'disposedEarly',
  'paidCapped',
  'plannedCapped',
  'capSchool',
  'restSchool',
  'stateSchool',
  'capAuthority',
  'restAuthority',
  'stateAuthority',
  'lastSeenOn',
  'seenLately',
  'seenShare',
  'seenEarlier',
  'neverSeen',
  'countedOn',
  'countExpected',
  'countFound',
  'countElsewhere',
  'countMissing',
  'countOthers',
] as const;

/** The words of those sheets. */
export type PlanSheetTexts = {
  readonly redistribution: { readonly repair: string; readonly move: string; readonly legend: string };
  readonly replacement: {
    readonly backlog: string;
    readonly later: string;
    readonly unknown: string;
    readonly unitsAt: (time: string) => string;
    readonly costAt: (time: string) => string;
    readonly legend: string;
  };
  readonly ages: {
    /** `to` null = and more. */
    readonly band: (from: number, to: number | null) => string;
    readonly legend: string;
  };
  readonly defects: { readonly legend: string };
  readonly fundable: {
    readonly yes: (programme: FundingProgramme) => string;
    readonly no: (programmes: readonly FundingProgramme[]) => string;
    readonly legend: string;
  };
  readonly funding: {
    readonly programme: string;
    readonly source: string;
    readonly met: string;
    readonly exceeded: string;
    readonly notCheckable: string;
    readonly noCap: string;
    readonly legend: string;
  };
  readonly stocktake: {
    readonly storage: string;
    readonly legend: (from: string, to: string) => string;
    /** Of the last stocktake: begun and taken over on these days. */
    readonly counted: (from: string, to: string) => string;
    /** A room that was counted and is not in the inventory any more. */
    readonly goneRoom: string;
    readonly sign: string;
    readonly signColumns: readonly [role: string, date: string, signature: string];
    readonly roles: readonly string[];
  };
};
