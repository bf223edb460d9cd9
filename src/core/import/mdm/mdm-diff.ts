import type { Device } from '../../inventory/device.ts';
import { deviceChange, type DeviceChange } from '../../inventory/device-actions.ts';
import { emptyDevice } from '../../inventory/device.ts';
import type { CategoryId, DeviceId, RoomId } from '../../shared/ids.ts';
import { SURE_CATEGORY, type Classify } from '../dictionary/category-words.ts';
import { foldText } from '../words.ts';
import type { MdmDevice } from './mdm-list.ts';

/** Fields that can be taken over from device management; the room is none of them. */
export const TAKEN_FIELDS = ['name', 'model', 'assetTag'] as const;
export type TakenField = (typeof TAKEN_FIELDS)[number];

export type FieldDifference = {
  readonly field: TakenField;
  /** null = nothing known here. */
  readonly here: string | null;
  readonly there: string;
};

export type Matched = {
  readonly device: Device;
  readonly entry: MdmDevice;
  readonly differences: readonly FieldDifference[];
};

/** A serial number that stands several times, and where. */
export type DoubledSerial = {
  readonly serial: string;
  readonly devices: readonly Device[];
  readonly entries: readonly MdmDevice[];
};

/** Every row of the list and every covered device of the inventory stands in exactly one of these. */
export type MdmDiff = {
  readonly same: readonly Matched[];
  readonly different: readonly Matched[];
  readonly onlyThere: readonly MdmDevice[];
  readonly onlyHere: readonly Device[];
  readonly doubled: readonly DoubledSerial[];
};

/** How serial numbers are compared: case, blanks and hyphens are a matter of who typed them. */
export const serialKey = (serial: string): string => serial.replace(/[\s-]+/g, '').toUpperCase();

/** Apple prints an S before the serial number into its barcodes; its serial numbers have 10 to 12 characters. */
const APPLE_BARCODE = /^S([0-9A-Z]{10,12})$/;

/**
 * The serial numbers of both sides under one key each. A leading S is dropped only where the rest stands on the other side
 * and the whole does not: a serial number may well begin with S.
 */
const resolver =
  (own: ReadonlySet<string>, others: ReadonlySet<string>) =>
  (key: string): string => {
    if (others.has(key)) return key;
    const rest = APPLE_BARCODE.exec(key)?.[1];
    return rest !== undefined && others.has(rest) && !own.has(rest) ? rest : key;
  };

const groupBy = <Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = groups.get(keyOf(entry));
    if (known === undefined) groups.set(keyOf(entry), [entry]);
    else known.push(entry);
  }
  return groups;
};

const isSameText = (a: string | null, b: string): boolean => a !== null && foldText(a) === foldText(b);

/** „iPad (9. Generation)“ there and „Apple“, „iPad (9. Generation)“ here are the same model. */
const differencesOf = (device: Device, entry: MdmDevice): readonly FieldDifference[] =>
  TAKEN_FIELDS.flatMap((field) => {
    const there = entry[field];
    if (there === null || isSameText(device[field], there)) return [];
    if (field === 'model' && isSameText([device.manufacturer, device.model].filter(Boolean).join(' '), there))
      return [];
    return [{ field, here: device[field], there }];
  });

/**
 * Compares a list from device management with the inventory, by serial number alone.
 *
 * @param covered the categories that the list can speak of; others are never "only here"; null = those of its matches
 */
export const mdmDiff = (
  entries: readonly MdmDevice[],
  devices: readonly Device[],
  covered: ReadonlySet<CategoryId> | null = null,
): MdmDiff => {
  const serialised = devices.filter(
    ({ serialNumber }) => serialNumber !== null && serialKey(serialNumber) !== '',
  );
  const keyOfDevice = ({ serialNumber }: Device): string => serialKey(serialNumber ?? '');
  const keysHere = new Set(serialised.map(keyOfDevice));
  const keysThere = new Set(entries.map(({ serialNumber }) => serialKey(serialNumber)));
  const here = groupBy(serialised, (device) => resolver(keysHere, keysThere)(keyOfDevice(device)));
  const there = groupBy(entries, ({ serialNumber }) =>
    resolver(keysThere, keysHere)(serialKey(serialNumber)),
  );
  const same: Matched[] = [];
  const different: Matched[] = [];
  const onlyThere: MdmDevice[] = [];
  const doubled: DoubledSerial[] = [];
  for (const [serial, rows] of there) {
    const own = here.get(serial) ?? [];
    const [entry] = rows;
    const [device] = own;
    if (rows.length > 1 || own.length > 1) doubled.push({ serial, devices: own, entries: rows });
    else if (entry === undefined) continue;
    else if (device === undefined) onlyThere.push(entry);
    else {
      const differences = differencesOf(device, entry);
      (differences.length === 0 ? same : different).push({ device, entry, differences });
    }
  }
  for (const [serial, own] of here)
    if (own.length > 1 && !there.has(serial)) doubled.push({ serial, devices: own, entries: [] });
  const known = covered ?? coveredBy([...same, ...different]);
  const placed = new Set(doubled.flatMap((entry) => entry.devices));
  const onlyHere = serialised.filter(
    (device) =>
      device.status !== 'decommissioned' &&
      device.categoryId !== null &&
      known.has(device.categoryId) &&
      !placed.has(device) &&
      !there.has(resolver(keysHere, keysThere)(keyOfDevice(device))),
  );
  return { same, different, onlyThere, onlyHere, doubled };
};

/** Categories of devices that the list knows: of those it says something when it leaves one out. */
export const coveredBy = (matched: readonly Matched[]): ReadonlySet<CategoryId> =>
  new Set(matched.flatMap(({ device: { categoryId } }) => (categoryId === null ? [] : [categoryId])));

/** The category that the list's words tell; null = none that is sure. */
export const mdmCategory = ({ kind, model, name }: MdmDevice, classify: Classify): CategoryId | null => {
  for (const text of [kind, model, name]) {
    const found = text === null ? null : classify(text);
    if (found !== null && found.confidence >= SURE_CATEGORY) return found.categoryId;
  }
  return null;
};

/** What the user chose to take over. */
export type MdmChoices = {
  /** By device id; a field that is not named stays as it is here. */
  readonly fields: ReadonlyMap<DeviceId, ReadonlySet<TakenField>>;
  /** Rows that become devices. */
  readonly created: readonly MdmDevice[];
  /** Where they stand; null = in no room. */
  readonly roomId: RoomId | null;
  readonly takesLastSeen: boolean;
};

/**
 * The changes of taking over, as one set. Rooms, state and everything else of known devices stay; the day last seen never
 * goes back.
 */
export const mdmChanges = (
  diff: MdmDiff,
  choices: MdmChoices,
  classify: Classify,
  newId: () => DeviceId,
): readonly DeviceChange[] => [
  ...[...diff.different, ...diff.same].flatMap(({ device, entry, differences }) => {
    const wanted = choices.fields.get(device.id);
    const taken = differences.filter(({ field }) => wanted?.has(field));
    const seen =
      choices.takesLastSeen &&
      entry.lastSeenOn !== null &&
      (device.lastSeenOn === null || entry.lastSeenOn > device.lastSeenOn);
    if (taken.length === 0 && !seen) return [];
    return [
      deviceChange(device, {
        ...device,
        ...Object.fromEntries(taken.map(({ field, there }) => [field, there])),
        ...(seen && { lastSeenOn: entry.lastSeenOn }),
      }),
    ];
  }),
  ...choices.created.map((entry) =>
    deviceChange(null, {
      ...emptyDevice(newId()),
      serialNumber: entry.serialNumber,
      assetTag: entry.assetTag,
      name: entry.name,
      model: entry.model,
      categoryId: mdmCategory(entry, classify),
      roomId: choices.roomId,
      lastSeenOn: choices.takesLastSeen ? entry.lastSeenOn : null,
    }),
  ),
];
