import type { ReplacementTime } from '../../plan/replacement-plan.ts';
import type { ReportTexts } from '../../report/report-texts.ts';

export const AUTHORITY_COLUMN_KEYS = [
  'school',
  'schoolType',
  'schoolAuthority',
  'asOf',
  'profile',
  'pupils',
  'rooms',
  'devices',
  'standardMet',
  'standardOf',
  'fulfilment',
  'must',
  'should',
  'could',
  'pupilsPerDevice',
  'roomsWithGap',
  'defectiveUnreported',
  'file',
  'writtenOn',
  'appVersion',
  'categoryId',
  'movable',
  'fromOthers',
  'fromId',
  'fromSchool',
  'fromRoom',
  'toId',
  'toSchool',
  'toRoom',
  'deviceId',
  'assetTag',
  'device',
  'units',
  'purchasedOn',
  'earmarkedUntil',
  'cost',
  'total',
  'hint',
] as const;
export type AuthorityColumnKey = (typeof AUTHORITY_COLUMN_KEYS)[number];

export const AUTHORITY_SHEETS = [
  'authority-cover',
  'authority-schools',
  'authority-categories',
  'authority-groups',
  'authority-purchases',
  'authority-exchange',
  'authority-replacement',
  'authority-rooms',
  'authority-room-gaps',
  'authority-devices',
  'authority-hints',
] as const;
export type AuthoritySheet = (typeof AUTHORITY_SHEETS)[number];

/** Everything the workbook over many schools says in words, beside the words of the report. */
export type AuthorityTexts = {
  readonly report: ReportTexts;
  readonly sheets: Readonly<Record<AuthoritySheet, { readonly name: string; readonly purpose: string }>>;
  readonly columns: Readonly<Record<AuthorityColumnKey, string>>;
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: (asOf: string) => string;
  readonly schoolCount: (count: number) => string;
  readonly labels: {
    readonly schools: string;
    readonly asOf: string;
    readonly profiles: string;
    readonly authorities: string;
    readonly createdOn: string;
    readonly createdWith: string;
    readonly standard: string;
    readonly exchange: string;
    readonly exchangeUnits: string;
    readonly exchangePairs: string;
    readonly lowest: string;
  };
  readonly span: (from: string, to: string) => string;
  readonly profile: (title: string, edition: string) => string;
  readonly createdWith: (product: string, version: string) => string;
  readonly readingParagraphs: readonly string[];
  readonly replacementTime: (time: ReplacementTime) => string;
  /** On a sheet that was left out, because the workbook would become too large. */
  readonly leftOut: (rows: number) => string;
};
