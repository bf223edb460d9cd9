import type { DeviceStatus, Owner, UserGroup } from '../inventory/device.ts';
import type { WlanCoverage } from '../inventory/room.ts';
import type { SchoolType } from '../inventory/school.ts';
import type { PartialDate } from '../shared/iso-date.ts';
import type { Issue } from '../shared/issue.ts';
import type { CategoryKind, Check, Figure, Origin, Priority, Quantity } from '../targets/target-profile.ts';
import type { ChangeTexts } from './changes/change-texts.ts';
import type { VisibleSheetId } from './report-model.ts';
import { PLAN_COLUMN_KEYS, type PlanSheetTexts } from './report-plan-texts.ts';

/** Everything the report says in words. The core has no German of its own: `texts/report.ts` fills this. */
export type ReportTexts = PlanSheetTexts & {
  readonly sheets: Readonly<
    Record<VisibleSheetId | 'data', { readonly name: string; readonly purpose: string }>
  >;
  readonly yes: string;
  readonly no: string;
  readonly notComputable: string;
  readonly empty: string;
  readonly notGiven: string;
  /** Stands for one unknown number among others. */
  readonly unknown: string;
  readonly unnamedSchool: string;
  readonly schoolWide: string;
  readonly withoutPlace: string;
  readonly sum: string;
  readonly sumOfScored: string;
  readonly productName: string;
  readonly signs: { readonly notAsked: string; readonly exempt: string; readonly notComputable: string };
  readonly matrixLegend: string;
  readonly page: string;
  readonly pageOf: string;
  readonly deviceFields: Readonly<Record<string, string>>;
  readonly roomFields: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<DeviceStatus, string>>;
  readonly userGroups: Readonly<Record<UserGroup, string>>;
  readonly owners: Readonly<Record<Owner, string>>;
  readonly schoolTypes: Readonly<Record<SchoolType, string>>;
  readonly wlanCoverages: Readonly<Record<WlanCoverage, string>>;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly origins: Readonly<Record<Origin, string>>;
  /** Headings of the columns that are no fields of devices or rooms. */
  readonly columns: Readonly<Record<ReportColumnKey, string>>;
  readonly cover: {
    readonly kicker: string;
    /** Subject and keywords among the properties of the file. */
    readonly propertySubject: (asOf: string) => string;
    readonly propertyKeywords: readonly string[];
    readonly subtitle: (asOf: string) => string;
    readonly facts: string;
    readonly factLabels: Readonly<Record<CoverFact, string>>;
    readonly profile: (title: string, edition: string) => string;
    readonly stage: (stage: number, name: string, dueYear: number) => string;
    readonly createdWith: (product: string, version: string) => string;
    readonly findings: string;
    readonly sheets: string;
    readonly reading: string;
    readonly readingParagraphs: (freeTexts: boolean) => readonly string[];
    readonly dataHints: string;
  };
  readonly overview: {
    readonly subtitle: (school: string, asOf: string, stage: number) => string;
    readonly keyFigures: string;
    readonly byPlace: string;
    readonly byGroup: string;
    readonly byCategory: string;
    readonly mostGaps: string;
    readonly labels: Readonly<Record<OverviewFigure, string>>;
    readonly standard: (name: string) => string;
    readonly charts: ChartTexts;
  };
  readonly rowKinds: {
    readonly requirement: string;
    readonly check: string;
    readonly figure: string;
    readonly category: string;
    readonly standard: string;
    readonly stage: string;
    readonly profile: string;
  };
  readonly exemption: (reason: string | null, since: PartialDate | null, until: PartialDate | null) => string;
  readonly quantity: (quantity: Quantity, nameOfRequirement: (id: string) => string) => string;
  readonly check: (check: Check) => string;
  readonly figure: (figure: Figure) => string;
  readonly changes: ChangeTexts;
  readonly everySchoolType: string;
  readonly onceForTheSchool: string;
  readonly standardParts: (parts: readonly string[]) => string;
  readonly date: (date: PartialDate) => string;
  /** One sentence for an issue of the analysis, or null when it needs no words in a report. */
  readonly issue: (issue: Issue) => string | null;
};

/** Titles, axes, legends and alternative texts of the charts. */
export type ChartTexts = {
  readonly kind: (kind: CategoryKind) => string;
  /** Heading of the column that counts the gaps of one kind. */
  readonly gapOfKind: (kind: CategoryKind) => string;
  readonly units: string;
  readonly roomGaps: {
    readonly title: string;
    /** One of several charts: rooms from … to …. */
    readonly part: (from: string, until: string) => string;
    readonly summary: (units: number, rooms: number, from: string, until: string) => string;
    readonly none: string;
    readonly more: (rooms: number) => string;
  };
  readonly fulfilment: {
    readonly title: string;
    readonly axis: string;
    readonly actual: string;
    readonly gap: string;
    readonly summary: (groups: number, share: number | null) => string;
    readonly none: string;
  };
  readonly replacement: {
    readonly title: string;
    readonly table: string;
    readonly axis: string;
    /** What came due up to this year; words short enough to stand below a column. */
    readonly backlog: (until: number) => string;
    readonly year: string;
    readonly cost: string;
    readonly summary: (backlogCents: number, cents: number, from: number, until: number) => string;
  };
  readonly ages: {
    readonly title: string;
    readonly age: string;
    readonly oldest: (years: number) => string;
    readonly unknown: string;
    readonly inLife: string;
    readonly overAge: string;
    readonly summary: (units: number, overAge: number, unknown: number) => string;
  };
};

export type CoverFact =
  | 'school'
  | 'schoolType'
  | 'schoolAuthority'
  | 'schoolNumber'
  | 'schoolYear'
  | 'asOf'
  | 'profile'
  | 'profileNote'
  | 'stage'
  | 'people'
  | 'bandwidth'
  | 'createdOn'
  | 'createdWith';

export type OverviewFigure =
  | 'fulfilment'
  | 'gaps'
  | 'allTargets'
  | 'roomGaps'
  | 'schoolGaps'
  | 'repairable'
  | 'cost'
  | 'pupilsPerDevice'
  | 'teachersPerDevice'
  | 'roomsWithGap'
  | 'overAge'
  | 'defective'
  | 'defectiveUnreported'
  | 'missing'
  | 'devices';

export const REPORT_COLUMN_KEYS = [
  'schoolId',
  'roomId',
  'building',
  'floor',
  'room',
  'use',
  'roomType',
  'requirementId',
  'requirement',
  'priority',
  'stage',
  'dueYear',
  'scored',
  'target',
  'actual',
  'gap',
  'surplus',
  'defective',
  'missing',
  'overAge',
  'exemption',
  'cost',
  'rowKind',
  'rule',
  'base',
  'formula',
  'met',
  'basis',
  'origin',
  'category',
  'lacking',
  'repairable',
  'alternative',
  'unitPrice',
  'sum',
  'fundable',
  'wishYear',
  'reason',
  'id',
  'name',
  'appliesTo',
  'schoolTypes',
  'quantity',
  'categories',
  'serviceLifeYears',
  'guidePrice',
  'group',
  'fulfilment',
  'place',
  'keyFigure',
  'shortCost',
  'shortUnitPrice',
  'shortSum',
  'chartRoom',
  'side',
  'changeKind',
  'assetTag',
  'subject',
  'field',
  'before',
  'after',
  'units',
  'on',
  'remark',
  'deviceId',
  ...PLAN_COLUMN_KEYS,
] as const;
export type ReportColumnKey = (typeof REPORT_COLUMN_KEYS)[number];
