import { z } from '../shared/zod.ts';
import type { School } from '../inventory/school.ts';
import { deviceId, roomId, type CategoryId, type DeviceId, type RoomId } from '../shared/ids.ts';
import { isIsoDate, type IsoDate } from '../shared/iso-date.ts';

/** The numbers of a school that targets are computed from. */
export type SchoolNumbers = Pick<
  School,
  'pupils' | 'pupilsByGrade' | 'classes' | 'classesByGrade' | 'teachers' | 'bandwidthMbit'
>;

/** One thing that is tried out. Steps are taken in their order; of several editions or views the last one holds. */
export type ScenarioStep =
  | {
      readonly kind: 'buy';
      readonly categoryId: CategoryId;
      /** As the comparison counts them: of a category in sets whole sets. */
      readonly units: number;
      /** null = for the school, in no room. */
      readonly roomId: RoomId | null;
      /** Gross; null = the guide price of the profile. */
      readonly unitPriceCents: number | null;
    }
  | {
      readonly kind: 'move';
      readonly deviceId: DeviceId;
      /** Pieces; fewer than the Sammelposten has are parted from it. */
      readonly units: number;
      readonly toRoomId: RoomId | null;
    }
  | { readonly kind: 'repair'; readonly deviceId: DeviceId }
  | { readonly kind: 'school'; readonly numbers: Partial<SchoolNumbers> }
  /** Another profile, or another edition of it, by its `profileKey`. */
  | { readonly kind: 'edition'; readonly profileKey: string }
  /** Another day or stage to compare for; null = the one of the screens. Nothing of it is stored when it is applied. */
  | { readonly kind: 'view'; readonly asOf: IsoDate | null; readonly stage: number | null };

/** What the school might do, under a name, beside the inventory until it is applied. */
export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly createdOn: IsoDate;
  readonly note: string | null;
  readonly steps: readonly ScenarioStep[];
};

/** Why a step can no longer be taken. */
export type LeftOutReason =
  | 'DEVICE_GONE'
  | 'ROOM_GONE'
  | 'CATEGORY_GONE'
  | 'PROFILE_GONE'
  | 'STAGE_GONE'
  /** A repair of what is not broken (any more). */
  | 'NOT_BROKEN'
  /** The device stands there already, or its Sammelposten has fewer pieces left. */
  | 'ALREADY_THERE'
  | 'NOT_ENOUGH';

export type LeftOutStep = {
  /** Index in the list of steps. */
  readonly index: number;
  readonly step: ScenarioStep;
  readonly reason: LeftOutReason;
};

/** Most units of one purchase: far above any school, far below what would stop the app. */
export const MAX_UNITS = 5000;

const count = z.number().int().min(0);
const byGrade = z.record(z.string(), count).nullable();
const room = z.string().transform(roomId).nullable();
const device = z.string().transform(deviceId);
const units = z.number().int().min(1).max(MAX_UNITS);

const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('buy'),
    categoryId: z.string(),
    units,
    roomId: room,
    unitPriceCents: count.nullable(),
  }),
  z.object({ kind: z.literal('move'), deviceId: device, units: count.min(1), toRoomId: room }),
  z.object({ kind: z.literal('repair'), deviceId: device }),
  z.object({
    kind: z.literal('school'),
    numbers: z
      .object({
        pupils: count.nullable(),
        pupilsByGrade: byGrade,
        classes: count.nullable(),
        classesByGrade: byGrade,
        teachers: count.nullable(),
        bandwidthMbit: count.nullable(),
      })
      .partial(),
  }),
  z.object({ kind: z.literal('edition'), profileKey: z.string() }),
  z.object({
    kind: z.literal('view'),
    asOf: z.string().refine(isIsoDate).nullable(),
    stage: z.number().int().nullable(),
  }),
]);

/** A stored scenario; what is not one is refused as a whole, so that no step is lost in silence. */
export const scenarioSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdOn: z.string().refine(isIsoDate),
  note: z.string().nullable(),
  steps: z.array(stepSchema),
}) as z.ZodType<Scenario>;
