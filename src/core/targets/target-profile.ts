import type { SchoolType } from '../inventory/school.ts';
import type { CategoryId, RequirementId, RoomTypeId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';

/**
 * An Ausstattungsprofil: one edition of a Medienentwicklungsplan as data (`resources/profiles/*.json`).
 * The JSON has exactly these fields; `parse-profile.ts` checks it. How it is compared: `gaps/analyze-gaps.ts`.
 */
export type TargetProfile = {
  readonly formatVersion: 1;
  readonly id: string;
  readonly edition: string;
  readonly title: string;
  /** What a reader must know first, such as "Vorschlag, nicht der MEP der Stadt". */
  readonly note: string;
  readonly issuedOn: IsoDate;
  readonly origin: Origin;
  /** Ascending by `stage`. */
  readonly stages: readonly Stage[];
  readonly categories: readonly DeviceCategory[];
  readonly roomTypes: readonly RoomType[];
  /** What requirements of the same `group` have in common: one column of the matrix each. */
  readonly groups: readonly RequirementGroup[];
  /** Order matters: it breaks ties and orders every view. */
  readonly requirements: readonly Requirement[];
  readonly standards: readonly RoomStandard[];
  readonly checks: readonly Check[];
  readonly figures: readonly Figure[];
  /** Funding programmes whose caps a purchase is held against; empty in profiles from before there were any. */
  readonly programmes: readonly FundingProgramme[];
};

export const ORIGINS = ['proposal', 'mep', 'ksm', 'school'] as const;
export type Origin = (typeof ORIGINS)[number];

export const PRIORITIES = ['must', 'should', 'could'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const SCOPES = ['teaching', 'administration', 'infrastructure'] as const;
export type Scope = (typeof SCOPES)[number];

export type Stage = { readonly stage: number; readonly name: string; readonly dueYear: number };

/** Order and colour of charts; not a status. */
export const CATEGORY_KINDS = ['display', 'accessory', 'workplace', 'network', 'power'] as const;
export type CategoryKind = (typeof CATEGORY_KINDS)[number];

export type DeviceCategory = {
  readonly id: CategoryId;
  readonly name: string;
  /** At most about 12 characters, for matrix heads and chart labels. */
  readonly shortName: string;
  readonly kind: CategoryKind;
  /** Planning value, years; never the tax depreciation. */
  readonly serviceLifeYears: number;
  /** Gross, per unit. */
  readonly guidePriceCents: number;
  readonly minimumFeatures: string | null;
  /** Can be carried to another room without a craftsman. */
  readonly movable: boolean;
  /** Entered in pieces, counted ⌊pieces ÷ piecesPerUnit⌋: a set of 16 headphones. */
  readonly piecesPerUnit: number | null;
  readonly basis: string;
  readonly origin: Origin;
};

export type RoomType = { readonly id: RoomTypeId; readonly name: string; readonly scope: Scope };

export type RequirementGroup = {
  readonly id: string;
  readonly name: string;
  /** At most about 12 characters. */
  readonly shortName: string;
};

export type Requirement = {
  readonly id: RequirementId;
  readonly name: string;
  /** Units of any of these count, most preferred first. */
  readonly categories: readonly CategoryId[];
  /** Once in every room of these types, or once for the school. */
  readonly appliesTo:
    { readonly kind: 'rooms'; readonly roomTypes: readonly RoomTypeId[] } | { readonly kind: 'school' };
  /** null = every school type; otherwise not applied while the school's type is unknown. */
  readonly schoolTypes: readonly SchoolType[] | null;
  readonly quantity: Quantity;
  readonly priority: Priority;
  /** In force from this stage on. */
  readonly stage: number;
  /** By when it is to be reached; null = the stage's year. Says nothing about being in force. */
  readonly dueYear: number | null;
  /** Of the requirements in force with the same ladder only those of the highest stage hold. */
  readonly ladder: string | null;
  /** Requirements of the same group hold once per room, with the highest quantity. */
  readonly group: string;
  /** Target 0 in a room where a counting unit of one of these stands. */
  readonly waivedBy: readonly CategoryId[];
  /** A room attribute that covers it as well. */
  readonly coveredBy: 'lan-sockets' | 'power-groups' | 'wlan-full' | null;
  readonly basis: string;
  readonly origin: Origin;
};

export type Quantity =
  | { readonly kind: 'fixed'; readonly units: number }
  /** ⌈seats × multiply ÷ divide⌉; `fallbackUnits` when seats are unknown (and that is said). */
  | {
      readonly kind: 'per-seats';
      readonly multiply: number;
      readonly divide: number;
      readonly fallbackUnits: number;
    }
  /** ⌈Σ pupils(grades) ÷ pupilsPerUnit⌉, rounded up once. `grades: null` = all pupils. School-wide only. */
  | { readonly kind: 'per-pupils'; readonly terms: readonly PupilTerm[] }
  | { readonly kind: 'per-teachers'; readonly teachersPerUnit: number }
  | { readonly kind: 'per-classes'; readonly classesPerUnit: number }
  /** ⌈Σ targets in force of the named requirements × multiply ÷ divide⌉. Integers, so that 3 % is exact. */
  | {
      readonly kind: 'dependent';
      readonly of: readonly RequirementId[];
      readonly multiply: number;
      readonly divide: number;
    }
  /** `units` where the school's value is below the limit, else 0. */
  | {
      readonly kind: 'conditional';
      readonly value: 'bandwidthMbit';
      readonly below: number;
      readonly units: number;
    };

export type PupilTerm = { readonly pupilsPerUnit: number; readonly grades: readonly string[] | null };

/** A room meets it when each of its parts in force has gap 0 or is exempt. */
export type RoomStandard = {
  readonly id: string;
  readonly name: string;
  readonly roomTypes: readonly RoomTypeId[];
  /** Groups of requirements; a part is met by whichever requirement of the group holds in the room. */
  readonly parts: readonly {
    readonly group: string;
    /** Counts as met in every room while this school-wide requirement has gap 0 (the switch on). */
    readonly replaceableBy: RequirementId | null;
  }[];
  readonly basis: string;
  readonly origin: Origin;
};

type CheckBase = {
  readonly id: string;
  readonly name: string;
  readonly schoolTypes: readonly SchoolType[] | null;
  readonly stage: number;
  readonly dueYear: number | null;
  /** As for requirements: of those in force only the highest stage holds. */
  readonly ladder: string | null;
  readonly basis: string;
  readonly origin: Origin;
};

/** Met / not met / not computable; adds nothing to gaps, fulfilment or cost. */
export type Check = CheckBase &
  (
    | {
        /** bandwidthMbit ≥ max(atLeast, ⌈pupils × perPupil⌉). */
        readonly kind: 'bandwidth';
        readonly atLeast: number;
        readonly perPupil: { readonly multiply: number; readonly divide: number } | null;
      }
    /** Share (0–1) of the rooms of these types which have it by attribute or by a counting unit. */
    | {
        readonly kind: 'room-share';
        readonly roomTypes: readonly RoomTypeId[];
        readonly has: 'wlan' | 'lan';
        readonly wanted: number;
      }
    /** Number of rooms of these types ≥ max(atLeast, ⌈classes ÷ classesPerRoom⌉). */
    | {
        readonly kind: 'room-count';
        readonly roomTypes: readonly RoomTypeId[];
        readonly atLeast: number;
        readonly classesPerRoom: number | null;
        /** So many counting units of these categories with user group pupils or room stand for one room. */
        readonly orUnits: { readonly categories: readonly CategoryId[]; readonly units: number } | null;
      }
  );

/** For information only. */
export type Figure = {
  readonly id: string;
  readonly name: string;
  readonly schoolTypes: readonly SchoolType[] | null;
  readonly basis: string;
  readonly origin: Origin;
} & (
  | { readonly kind: 'constant'; readonly value: number; readonly unit: string }
  /** Units of these categories ÷ divide, two decimals (support in full-time jobs). */
  | {
      readonly kind: 'units-per';
      readonly categories: readonly CategoryId[];
      readonly divide: number;
      readonly unit: string;
    }
  /** Pupils × cents, per year. */
  | { readonly kind: 'per-pupil-cents'; readonly cents: number; readonly unit: string }
);

/** A Förderprogramm, as far as it caps what is bought. Which sum the authority got is the school's to enter, not the profile's. */
export type FundingProgramme = {
  readonly id: string;
  readonly name: string;
  /** What the caps hold for; other categories are not capped by it. */
  readonly categories: readonly CategoryId[];
  /** Gross; null = no such cap. */
  readonly maxPerSchoolCents: number | null;
  /** Whole percent of the authority's whole sum; null = no such cap. */
  readonly maxPercentOfAuthority: number | null;
  /** First and last year in which it pays; null = open. */
  readonly fromYear: number | null;
  readonly untilYear: number | null;
  /** Zweckbindung of what it paid for; null = unknown. */
  readonly earmarkYears: number | null;
  readonly basis: string;
  readonly origin: Origin;
};
