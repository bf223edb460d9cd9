import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ownCategories, withOwnCategories } from '#core/import/dictionary/own-categories.ts';
import { planImport, type ImportContext } from '#core/import/plan/plan-import.ts';
import { proposeMapping } from '#core/import/columns/propose-mapping.ts';
import { parseSavedMapping, savedTableFor, type SavedMapping } from '#core/import/columns/saved-mapping.ts';
import type { IdSource, ImportMapping, ImportPlan } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import { parseSchoolFile, type SchoolFile } from '#core/inventory/inventory-file.ts';
import { EMPTY_SCHOOL } from '#core/inventory/school.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { carryIds, deviceWithId, roomWithId } from '#core/report/changes/carry-ids.ts';
import type { PreviousReport } from '#core/report/report-input.ts';
import { readProfileFile } from '#excel/profile/read-profile-file.ts';
import { readList } from '#excel/read/read-list.ts';
import { readReport } from '#excel/read-report.ts';
import { CLI_TEXTS } from '#texts/cli.ts';
import { readFailureText } from '#texts/import.ts';
import { reportReadFailureText } from '#texts/report-reading.ts';

/** Why an input is unusable: sentences, each with place and remedy. */
type Unusable = readonly string[];
type Read<Value> = Promise<Result<Value, Unusable>>;

/** Every file in `resources/profiles` is an issued profile: adding one needs no code. */
const issuedFiles: Readonly<Record<string, unknown>> = import.meta.glob('../../resources/profiles/*.json', {
  eager: true,
  import: 'default',
});
const issuedProfiles = (): readonly TargetProfile[] =>
  Object.entries(issuedFiles)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, value]) => {
      const parsed = parseProfile(value);
      return parsed.ok ? [parsed.value] : [];
    });

const readBytes = async (folder: string, path: string): Read<Uint8Array> => {
  try {
    return ok(new Uint8Array(await readFile(resolve(folder, path))));
  } catch {
    return failed([CLI_TEXTS.fileNotFound(path)]);
  }
};

const readJson = async (folder: string, path: string): Read<unknown> => {
  const bytes = await readBytes(folder, path);
  if (!bytes.ok) return bytes;
  try {
    // Editors on Windows like to put a byte order mark in front; the decoder takes it away.
    return ok(JSON.parse(new TextDecoder('utf-8').decode(bytes.value)));
  } catch (error) {
    return failed([CLI_TEXTS.noJson(path, error instanceof Error ? error.message : '')]);
  }
};

export type GivenProfile = {
  readonly profile: TargetProfile;
  /** What was mended in its file: sentences with the place. */
  readonly adapted: readonly string[];
};

/**
 * The profile of that id (`mv-vorschlag-2026` or `mv-vorschlag-2026@2026-11`) or in that file (.json, .xlsx, .ods); null =
 * the first issued one.
 */
export const readProfile = async (folder: string, wanted: string | null): Read<GivenProfile> => {
  const issued = issuedProfiles();
  const found =
    wanted === null
      ? issued[0]
      : issued.find(({ id, edition }) => wanted === id || wanted === `${id}@${edition}`);
  if (found !== undefined) return ok({ profile: found, adapted: [] });
  const path = wanted ?? '';
  const bytes = await readBytes(folder, path);
  if (!bytes.ok)
    return /[./\\]/.test(path)
      ? bytes
      : failed([CLI_TEXTS.profileNotFound(path, issued.map(({ id }) => id).join(', '))]);
  const read = readProfileFile(bytes.value, basename(path));
  if (!read.ok) return failed(read.error.map((sentence) => CLI_TEXTS.profileFile(path, sentence)));
  const { profile, adapted } = read.value;
  return ok({ profile, adapted: adapted.map((sentence) => CLI_TEXTS.profileAdapted(path, sentence)) });
};

export const readSchool = async (
  folder: string,
  path: string | null,
  newRoomId: () => string,
): Read<SchoolFile> => {
  if (path === null) return ok({ school: EMPTY_SCHOOL, rooms: [], issues: [] });
  const value = await readJson(folder, path);
  if (!value.ok) return value;
  const parsed = parseSchoolFile(value.value, newRoomId);
  return parsed.ok ? parsed : failed(parsed.error.map((issue) => CLI_TEXTS.schoolFile(path, issue)));
};

/** What a mapping names and neither the profile nor the school's own categories have: nothing of it could be taken. */
const unknownNames = (
  { tables, choices }: SavedMapping,
  profile: TargetProfile,
): readonly { readonly code: 'UNKNOWN_CATEGORY' | 'UNKNOWN_ROOM_TYPE'; readonly path: string }[] => {
  const categories = new Set([...profile.categories, ...ownCategories()].map(({ id }) => id));
  const roomTypes = new Set(profile.roomTypes.map(({ id }) => id));
  const { defaultRoomType, categoryChoices } = choices;
  const counted = tables.flatMap(({ columns }, table) =>
    columns.flatMap(({ categoryId }, column) =>
      categoryId === null || categories.has(categoryId)
        ? []
        : [`tables.${table}.columns.${column}.categoryId`],
    ),
  );
  const chosen = Object.entries(categoryChoices).flatMap(([text, id]) =>
    categories.has(id) ? [] : [`choices.categoryChoices.${text}`],
  );
  return [
    ...(defaultRoomType === null || roomTypes.has(defaultRoomType)
      ? []
      : [{ code: 'UNKNOWN_ROOM_TYPE' as const, path: 'choices.defaultRoomType' }]),
    ...[...counted, ...chosen].map((path) => ({ code: 'UNKNOWN_CATEGORY' as const, path })),
  ];
};

/** What the import of the app saved; null = none. */
export const readMapping = async (
  folder: string,
  path: string | null,
  profile: TargetProfile,
): Read<SavedMapping | null> => {
  if (path === null) return ok(null);
  const value = await readJson(folder, path);
  if (!value.ok) return value;
  const parsed = parseSavedMapping(value.value);
  const issues = parsed.ok ? unknownNames(parsed.value, profile) : parsed.error;
  return parsed.ok && issues.length === 0
    ? parsed
    : failed(issues.map((issue) => CLI_TEXTS.mappingFile(path, issue)));
};

/** The inventory after the plan was taken over. */
const afterPlan = ({ school, rooms, devices }: Inventory, plan: ImportPlan): Inventory => {
  const roomById = new Map(rooms.map((room) => [room.id, room]));
  for (const { room } of plan.rooms) roomById.set(room.id, room);
  const deviceById = new Map(devices.map((device) => [device.id, device]));
  for (const { device } of plan.devices) deviceById.set(device.id, device);
  return { school, rooms: [...roomById.values()], devices: [...deviceById.values()] };
};

export type ImportedList = {
  readonly plan: ImportPlan;
  readonly isMapped: boolean;
  /** Sheets whose headings the mapping does not know; their columns were recognised as usual. */
  readonly unmappedSheets: readonly string[];
};
export type ImportedLists = {
  readonly inventory: Inventory;
  readonly lists: readonly ImportedList[];
  /** With the school's own categories that the lists needed. */
  readonly profile: TargetProfile;
};

const unmappedSheets = ({ tables }: ImportMapping, saved: SavedMapping | null): readonly string[] =>
  saved === null
    ? []
    : tables
        .filter(
          ({ included, columns }) =>
            included &&
            savedTableFor(
              saved.tables,
              columns.map(({ header }) => header),
            ) === null,
        )
        .map(({ table }) => table.sheet);

/**
 * Reads the lists one after the other into the inventory: rooms of `schule.json` and those that rows name are the same
 * room when number and building agree; a device of a later list updates the one of an earlier list. One unusable list
 * spoils all, but every one is looked at, so that all reasons come at once.
 */
export const importLists = async (
  folder: string,
  paths: readonly string[],
  start: Inventory,
  given: TargetProfile,
  saved: SavedMapping | null,
  ids: IdSource,
): Read<ImportedLists> => {
  let inventory = start;
  let profile = given;
  const lists: ImportedList[] = [];
  const unusable: string[] = [];
  for (const path of paths) {
    const bytes = await readBytes(folder, path);
    if (!bytes.ok) {
      unusable.push(...bytes.error);
      continue;
    }
    const book = readList(bytes.value, basename(path));
    if (!book.ok) {
      unusable.push(readFailureText(book.error));
      continue;
    }
    const mapping = proposeMapping(book.value, { profile, remembered: saved?.tables ?? [] });
    if (!mapping.ok) {
      unusable.push(readFailureText(mapping.error));
      continue;
    }
    const context: ImportContext = { inventory, profile, ids, defaultRoomType: null, ...saved?.choices };
    const plan = planImport(book.value, mapping.value, context);
    if (plan.devices.length === 0 && plan.rooms.length === 0) {
      unusable.push(CLI_TEXTS.noRowUsable(path));
      continue;
    }
    lists.push({
      plan,
      isMapped: saved !== null,
      unmappedSheets: unmappedSheets(mapping.value, saved),
    });
    inventory = afterPlan(inventory, plan);
    profile = withOwnCategories(profile, plan.newCategories);
  }
  return unusable.length > 0 ? failed(unusable) : ok({ inventory, lists, profile });
};

/** The report before this one, in that file; null = none is given. */
export const readPrevious = async (folder: string, path: string | null): Read<PreviousReport | null> => {
  if (path === null) return ok(null);
  const bytes = await readBytes(folder, path);
  if (!bytes.ok) return bytes;
  const fileName = basename(path);
  const read = readReport(bytes.value, fileName);
  if (!read.ok) return failed([reportReadFailureText(fileName, read.error)]);
  const { data } = read.value;
  return ok({ fileName, writtenAt: data.writtenAt, data });
};

/** The lists as they would have been read into the earlier report: what that knows keeps its id, everywhere. */
export const withIdsOf = (previous: PreviousReport | null, imported: ImportedLists): ImportedLists => {
  if (previous === null || previous.data === null) return imported;
  const ids = carryIds(previous.data.inventory, imported.inventory);
  const { school, rooms, devices } = imported.inventory;
  return {
    ...imported,
    inventory: {
      school,
      rooms: rooms.map((room) => roomWithId(room, ids)),
      devices: devices.map((device) => deviceWithId(device, ids)),
    },
    lists: imported.lists.map((list) => ({
      ...list,
      plan: {
        ...list.plan,
        rooms: list.plan.rooms.map((planned) => ({ ...planned, room: roomWithId(planned.room, ids) })),
        devices: list.plan.devices.map((planned) => ({
          ...planned,
          device: deviceWithId(planned.device, ids),
        })),
      },
    })),
  };
};
