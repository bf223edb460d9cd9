import { z } from '#core/shared/zod.ts';
import type { Change } from '#core/history/change-set.ts';
import { OUTSIDE_CATEGORY } from '#core/import/dictionary/own-categories.ts';
import { savedTable, type SavedTable } from '#core/import/columns/saved-mapping.ts';
import { ownValue } from '#core/shared/own-value.ts';
import type { OwnChange } from '#core/targets/own-changes.ts';
import { deviceCategorySchema, ownChangeSchema } from '#core/targets/parse-profile.ts';
import type { DeviceCategory } from '#core/targets/target-profile.ts';

/**
 * What is stored besides school, rooms, devices and profiles: one record per id, checked when it is read. A value
 * that does not fit (written by another version, or by hand) counts as absent, so that the default holds.
 */
export type Setting<Value> = {
  readonly id: string;
  readonly parse: (value: unknown) => Value | null;
  readonly fallback: Value;
};

/**
 * Declares a setting; a feature may declare its own. Records and lists are checked once per stored value, so that a
 * selector returns the same object as long as nothing changed.
 */
export const defineSetting = <Value>(
  id: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): Setting<Value> => {
  const known = new WeakMap<object, { readonly value: Value | null }>();
  const check = (value: unknown): Value | null => schema.safeParse(value).data ?? null;
  return {
    id,
    fallback,
    parse: (value) => {
      if (typeof value !== 'object' || value === null) return check(value);
      const checked = known.get(value) ?? { value: check(value) };
      known.set(value, checked);
      return checked.value;
    },
  };
};

const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const DENSITIES = ['compact', 'normal'] as const;
export type Density = (typeof DENSITIES)[number];

/** A saved view of the device table: everything that makes the same rows and columns appear again. */
export type DeviceView = {
  readonly id: string;
  readonly name: string;
  /** Column ids in their order. */
  readonly columns: readonly string[];
  readonly sort: { readonly column: string; readonly direction: 'ascending' | 'descending' } | null;
  readonly search: string;
  /** Wanted text or values by column id. */
  readonly filters: Readonly<Record<string, string | readonly string[]>>;
};
const deviceView: z.ZodType<DeviceView> = z.object({
  id: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  sort: z.object({ column: z.string(), direction: z.enum(['ascending', 'descending']) }).nullable(),
  search: z.string(),
  filters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** How a list of this shape was assigned last time, so that the next one of it needs no work. */
export type ImportMapping = {
  /** The file it was made for. */
  readonly name: string;
  readonly usedAt: string;
  readonly table: SavedTable;
};
const importMapping: z.ZodType<ImportMapping> = z.object({
  name: z.string(),
  usedAt: z.string(),
  table: savedTable,
});

/** A report that was written: what it said, for the foot of the navigation and the next report. */
export type WrittenReport = {
  readonly id: string;
  readonly fileName: string;
  readonly writtenAt: string;
  readonly asOf: string;
  readonly stage: number;
  readonly profile: string;
  readonly gaps: number;
  readonly costCents: number | null;
  /** What follows is absent in records of earlier versions. 0–1; null without any target in force. */
  readonly fulfilment?: number | null | undefined;
  readonly target?: number | undefined;
  /** Rooms that meet the profile's first standard, of those that it names. */
  readonly standardMet?: number | undefined;
  readonly standardOf?: number | undefined;
  /** SHA-256 of the file in hex, by which its copy in the vault is found. */
  readonly checksum?: string | undefined;
  readonly includesFreeTexts?: boolean | undefined;
};
const writtenReport: z.ZodType<WrittenReport> = z.object({
  id: z.string(),
  fileName: z.string(),
  writtenAt: z.string(),
  asOf: z.string(),
  stage: z.number(),
  profile: z.string(),
  gaps: z.number(),
  costCents: z.number().nullable(),
  fulfilment: z.number().nullable().optional(),
  target: z.number().optional(),
  standardMet: z.number().optional(),
  standardOf: z.number().optional(),
  checksum: z.string().optional(),
  includesFreeTexts: z.boolean().optional(),
});

/**
 * A record by ids that people and profiles chose. Zod's own leaves out `__proto__`, and with it what stands under a profile
 * or programme of that name.
 */
const byId = <Value>(value: z.ZodType<Value>): z.ZodType<Readonly<Record<string, Value>>> =>
  z
    .custom<object>((stored) => typeof stored === 'object' && stored !== null && !Array.isArray(stored))
    .transform((stored) => Object.entries(stored))
    .pipe(z.array(z.tuple([z.string(), value])))
    .transform((entries) => Object.fromEntries(entries));

/** One odd change must not cost the school all others. */
const ownChanges: z.ZodType<readonly OwnChange[]> = z
  .array(z.unknown())
  .transform((changes) => changes.flatMap((change) => ownChangeSchema.safeParse(change).data ?? []));

/** So many change sets are kept. */
export const HISTORY_SIZES = [1000, 5000, 20_000, 'unlimited'] as const;
export type HistorySize = (typeof HISTORY_SIZES)[number];

export const SETTINGS = {
  /** `profileKey` of the profile that is compared with; null = the first issued one. */
  activeProfile: defineSetting<string | null>('active-profile', z.string().nullable(), null),
  appearance: defineSetting<Appearance>('appearance', z.enum(APPEARANCES), 'system'),
  density: defineSetting<Density>('density', z.enum(DENSITIES), 'compact'),
  /** How the user began; null until then: the first start is shown. `sample` marks the made-up school. */
  start: defineSetting<'sample' | 'own' | null>('start', z.enum(['sample', 'own']).nullable(), null),
  deviceViews: defineSetting<readonly DeviceView[]>('device-views', z.array(deviceView), []),
  importMappings: defineSetting<readonly ImportMapping[]>('import-mappings', z.array(importMapping), []),
  /** Categories that lists brought in and the profile does not have; they stand behind those of any profile. */
  ownCategories: defineSetting<readonly DeviceCategory[]>(
    'own-categories',
    z.array(deviceCategorySchema),
    [],
  ),
  /** What the school changed in an issued profile, by the profile's id: it holds for every edition of it. */
  ownChanges: defineSetting<Readonly<Record<string, readonly OwnChange[]>>>(
    'own-changes',
    byId(ownChanges),
    {},
  ),
  historySize: defineSetting<HistorySize>('history-size', z.literal(HISTORY_SIZES), 5000),
  /** What the school authority got from each funding programme, in cents by the programme's id. */
  programmeSums: defineSetting<Readonly<Record<string, number>>>('programme-sums', byId(z.number()), {}),
  reports: defineSetting<readonly WrittenReport[]>('reports', z.array(writtenReport), []),
};

/** The stored value, or the fallback where there is none that fits. */
export const readSetting = <Value>(
  settings: ReadonlyMap<string, unknown>,
  { id, parse, fallback }: Setting<Value>,
): Value => (settings.has(id) ? (parse(settings.get(id)) ?? fallback) : fallback);

/** The school's changes to a profile, by its id; the same list as long as nothing of it changes. */
export const ownChangesOf = (
  settings: ReadonlyMap<string, unknown>,
  profileId: string,
): readonly OwnChange[] => ownValue(readSetting(settings, SETTINGS.ownChanges), profileId) ?? NO_CHANGES;

const NO_CHANGES: readonly OwnChange[] = [];

/** The change that stores this value. */
export const settingChange = <Value>(
  settings: ReadonlyMap<string, unknown>,
  { id }: Setting<Value>,
  value: Value,
): Change => ({
  entity: 'setting',
  id,
  before: settings.has(id) ? { id, value: settings.get(id) } : null,
  after: { id, value },
});

/**
 * The change that keeps categories which a list needs and the profile lacks, for the same set as the list itself; null
 * where all of them are known. What is no equipment stands last in every choice.
 */
export const ownCategoryChange = (
  settings: ReadonlyMap<string, unknown>,
  newCategories: readonly DeviceCategory[],
): Change | null => {
  const known = readSetting(settings, SETTINGS.ownCategories);
  const added = newCategories.filter(({ id }) => !known.some((category) => category.id === id));
  if (added.length === 0) return null;
  const isOutside = ({ id }: DeviceCategory): boolean => id === OUTSIDE_CATEGORY;
  const all = [...known, ...added];
  return settingChange(settings, SETTINGS.ownCategories, [
    ...all.filter((category) => !isOutside(category)),
    ...all.filter(isOutside),
  ]);
};
