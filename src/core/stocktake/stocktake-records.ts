import type { Change } from '../history/change-set.ts';
import type { Room } from '../inventory/room.ts';
import type { Timestamp } from '../shared/iso-date.ts';
import type { z } from '../shared/zod.ts';
import type { CountedDevice, CountedRoom, Scan, Stocktake } from './stocktake.ts';
import { countedRoomSchema, scanSchema, stocktakeSchema } from './stocktake.ts';

/** A stocktake with its records in their order. */
export type StocktakeData = {
  readonly stocktake: Stocktake;
  readonly rooms: readonly CountedRoom[];
  readonly scans: readonly Scan[];
  /** The number of the next scan. */
  readonly nextScan: number;
};

type Settings = ReadonlyMap<string, unknown>;

/** One record each, so that a scan writes only itself, and survives as every other change does (ADR 16). */
const PREFIX = 'stocktake:';
const ROOM = ':room:';
const SCAN = ':scan:';
const headId = (id: string): string => `${PREFIX}${id}`;
const roomRecordId = (id: string, room: string): string => `${headId(id)}${ROOM}${room}`;
/** Padded, so that their ids sort as they came. */
const scanId = (id: string, number: number): string =>
  `${headId(id)}${SCAN}${String(number).padStart(6, '0')}`;

/** Whether a setting is a record of a stocktake. */
export const isStocktakeRecord = (settingId: string): boolean => settingId.startsWith(PREFIX);

const known = new WeakMap<object, unknown>();
/** Records are checked once: a stocktake has thousands of them, and each scan asks for all. */
const checked = <Value>(schema: z.ZodType<Value>, value: unknown): Value | null => {
  if (typeof value !== 'object' || value === null) return null;
  if (!known.has(value)) known.set(value, schema.safeParse(value).data ?? null);
  return known.get(value) as Value | null;
};

type ScanEntry = { readonly key: string; readonly scan: Scan | null };
type Records = {
  stocktake: Stocktake | null;
  readonly rooms: CountedRoom[];
  readonly scans: ScanEntry[];
};

/** Puts a record to those of its stocktake. By hand and not by a pattern: every scan goes through all that came before it. */
const sortIn = (all: Map<string, Records>, settingId: string, value: unknown): void => {
  const end = settingId.indexOf(':', PREFIX.length);
  const id = settingId.slice(PREFIX.length, end === -1 ? undefined : end);
  let records = all.get(id);
  if (records === undefined) {
    records = { stocktake: null, rooms: [], scans: [] };
    all.set(id, records);
  }
  if (end === -1) records.stocktake = checked(stocktakeSchema, value);
  else if (settingId.startsWith(SCAN, end))
    records.scans.push({ key: settingId.slice(end + SCAN.length), scan: checked(scanSchema, value) });
  else if (settingId.startsWith(ROOM, end)) {
    const room = checked(countedRoomSchema, value);
    if (room !== null) records.rooms.push(room);
  }
};

const byKey = (a: ScanEntry, b: ScanEntry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
const isInOrder = (scans: readonly ScanEntry[]): boolean =>
  scans.every((entry, at) => at === 0 || byKey(scans[at - 1] ?? entry, entry) <= 0);

/** All stocktakes, the newest first. A record that does not fit is left out, and only that one. */
export const readStocktakes = (settings: Settings): readonly StocktakeData[] => {
  const all = new Map<string, Records>();
  for (const [settingId, value] of settings) if (settingId.startsWith(PREFIX)) sortIn(all, settingId, value);
  const found: StocktakeData[] = [];
  for (const { stocktake, rooms, scans } of all.values()) {
    if (stocktake === null) continue;
    if (!isInOrder(scans)) scans.sort(byKey);
    found.push({
      stocktake,
      rooms: rooms.sort((a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0)),
      scans: scans.map(({ scan }) => scan).filter((scan) => scan !== null),
      nextScan: Number(scans.at(-1)?.key ?? 0) + 1,
    });
  }
  return found.sort((a, b) =>
    a.stocktake.startedOn === b.stocktake.startedOn
      ? a.stocktake.id < b.stocktake.id
        ? 1
        : -1
      : a.stocktake.startedOn < b.stocktake.startedOn
        ? 1
        : -1,
  );
};

const record = (id: string, before: unknown, value: unknown): Change => ({
  entity: 'setting',
  id,
  before: before === undefined ? null : { id, value: before },
  after: { id, value },
});

/** Begins a stocktake, or changes its name, role or end. */
export const stocktakeChange = (settings: Settings, stocktake: Stocktake): Change => {
  const id = headId(stocktake.id);
  return record(id, settings.get(id), stocktake);
};

/** Opens a room: from here on what is expected in it stands. */
export const roomChange = (
  { stocktake }: StocktakeData,
  room: Room,
  expected: readonly CountedDevice[],
  openedAt: Timestamp,
): Change => {
  const { id: roomId, roomNumber, name, building, floor } = room;
  const counted: CountedRoom = { roomId, roomNumber, name, building, floor, openedAt, expected };
  return record(roomRecordId(stocktake.id, roomId), undefined, counted);
};

/** Appends scans. */
export const scanChanges = (
  { stocktake, nextScan }: StocktakeData,
  scans: readonly Scan[],
): readonly Change[] =>
  scans.map((scan, index) => record(scanId(stocktake.id, nextScan + index), undefined, scan));

/** Throws a stocktake away with all its records. */
export const discardChanges = (settings: Settings, { id }: Stocktake): readonly Change[] =>
  [...settings].flatMap(([settingId, value]): readonly Change[] =>
    settingId === headId(id) || settingId.startsWith(`${headId(id)}:`)
      ? [{ entity: 'setting', id: settingId, before: { id: settingId, value }, after: null }]
      : [],
  );
