import type { CategoryId, DeviceId, RequirementId, RoomId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import type { Issue } from '../shared/issue.ts';
import type { CategoryKind, Priority } from '../targets/target-profile.ts';

/** What is compared, and for when. */
export type GapOptions = {
  readonly asOf: IsoDate;
  /** Ausbaustufe; null = the first whose dueYear is not before the year of `asOf`, else the last. */
  readonly stage: number | null;
  /** Switch "LAP durch Lehrkräftegerät ersetzbar"; default true. */
  readonly teacherDeviceReplacesTeacherPlace?: boolean;
};

/** The result of `analyzeGaps`. Every figure of screens and reports comes from here, so that "58 Lücken" is 58 everywhere. */
export type GapAnalysis = {
  readonly asOf: IsoDate;
  readonly stage: number;
  /** By building, floor, room number, then profile order: one line per room and requirement in force or exempt. */
  readonly rooms: readonly RoomGap[];
  /** Profile order. */
  readonly school: readonly SchoolGap[];
  /** All rooms, in the order of `rooms`, also those without any requirement. */
  readonly roomSummaries: readonly RoomSummary[];
  readonly surplus: readonly Surplus[];
  readonly standards: readonly StandardResult[];
  readonly checks: readonly CheckResult[];
  readonly figures: readonly FigureResult[];
  readonly totals: GapTotals;
  /** Scored only: rooms and school-wide together, by the group of the requirement, in profile order. */
  readonly byGroup: readonly GroupTotals[];
  /** Units for which each category was asked or bought: gap and cost by preferred category. */
  readonly byCategory: readonly CategoryTotals[];
  /** Counting devices per room, for lists: everything that stands there whatever its state is in the inventory. */
  readonly overAgeDevices: readonly DeviceId[];
  /** Assumptions and what could not be computed: `SEATS_UNKNOWN`, `BASE_UNKNOWN`, `SCHOOL_TYPE_UNKNOWN`, … */
  readonly issues: readonly Issue[];
};

/** `actual` = assigned units + cover, never above `target`; `gap` = `target − actual`. null = nicht berechenbar. */
type GapFigures = {
  readonly target: number | null;
  readonly actual: number | null;
  readonly gap: number | null;
  /** Of `actual`: filled by a room attribute instead of units. */
  readonly covered: number;
  /** Assigned units that are over-age. */
  readonly overAge: number;
  /** Defective and in repair, attributed to this open gap, each unit once. */
  readonly defective: number;
  readonly missing: number;
  /** min(gap, defective). */
  readonly repairable: number;
  /** Gap × guide price of the preferred category. */
  readonly costCents: number | null;
  /** Which devices fill it, with the number of units taken from each; in assignment order. */
  readonly devices: readonly { readonly deviceId: DeviceId; readonly units: number }[];
  /** Which broken or missing devices are attributed to its gap. */
  readonly unusable: readonly { readonly deviceId: DeviceId; readonly units: number }[];
};

type GapHead = {
  readonly requirementId: RequirementId;
  readonly group: string;
  /** Kind of the preferred category: the colour of charts. */
  readonly kind: CategoryKind;
  readonly priority: Priority;
  readonly stage: number;
  readonly dueYear: number;
};

export type RoomGap = GapHead &
  GapFigures & {
    readonly roomId: RoomId;
    /** false for rooms whose types are all administration: shown, left out of every sum. */
    readonly scored: boolean;
    readonly exempt: boolean;
    /** Target 0 because a waiving category stands in the room. */
    readonly waived: boolean;
    /** Seats unknown, `fallbackUnits` taken. */
    readonly assumed: boolean;
    /** Surplus units of the room in this line's categories, each surplus unit on one line only. */
    readonly surplus: number;
  };

export type SchoolGap = GapHead &
  GapFigures & {
    /** The number that the target was computed from (pupils, teachers, classes, sum of targets); null = unknown or none. */
    readonly base: number | null;
  };

export type RoomSummary = {
  readonly roomId: RoomId;
  /** At least one requirement in force. */
  readonly counted: boolean;
  readonly scored: boolean;
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  readonly costCents: number;
  /** Gap by kind, only kinds with a gap. */
  readonly gapByKind: Readonly<Partial<Record<CategoryKind, number>>>;
  /** Per standard that names one of the room's types. */
  readonly standards: readonly {
    readonly standardId: string;
    readonly met: boolean;
    /** Groups of the parts that miss. */
    readonly missing: readonly string[];
  }[];
};

export type Surplus = {
  readonly roomId: RoomId | null;
  readonly categoryId: CategoryId;
  readonly units: number;
  readonly devices: readonly { readonly deviceId: DeviceId; readonly units: number }[];
};

export type StandardResult = { readonly standardId: string; readonly met: number; readonly of: number };

/** `met` null = not computable. Shares are 0–1. */
export type CheckResult = {
  readonly checkId: string;
  readonly value: number | null;
  readonly wanted: number | null;
  readonly met: boolean | null;
};

export type FigureResult = {
  readonly figureId: string;
  readonly value: number | null;
  readonly unit: string;
};

export type GapTotals = {
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  /** Of `gap`: in rooms, the rest school-wide. */
  readonly roomGap: number;
  readonly schoolGap: number;
  readonly repairable: number;
  readonly overAge: number;
  readonly costCents: number;
  /** Σ actual ÷ Σ target, 0–1; null without any requirement in force. */
  readonly fulfilment: number | null;
  /** Rooms with a scored gap. */
  readonly roomsWithGap: number;
};

export type GroupTotals = {
  readonly group: string;
  readonly kind: CategoryKind;
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  readonly costCents: number;
};

export type CategoryTotals = {
  readonly categoryId: CategoryId;
  readonly gap: number;
  readonly unitPriceCents: number;
  readonly costCents: number;
};
