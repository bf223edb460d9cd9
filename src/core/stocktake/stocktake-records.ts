import type { Change } from '../history/change-set.ts';
import type { Room } from '../inventory/room.ts';
import { groupBy } from '../shared/group-by.ts';
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
const headId = (id: string): string => `${PREFIX}${id}`;
const roomRecordId = (id: string, room: string): string => `${PREFIX}${id}:room:${room}`;
/** Padded, so that their ids sort as they came. */
const scanId = (id: string, number: number): string =>
  `${PREFIX}${id}:scan:${String(number).padStart(6, '0')}`;
const RECORD = /^stocktake:([^:]+)(?::(room|scan):(.+))?$/s;

/** Whether a setting is a record of a stocktake. */
export const isStocktakeRecord = (settingId: string): boolean => settingId.startsWith(PREFIX);

const known = new WeakMap<object, unknown>();
/** Records are checked once: a stocktake has thousands of them, and each scan asks for all. */
const checked = <Value>(schema: z.ZodType<Value>, value: unknown): Value | null => {
  if (typeof value !== 'object' || value === null) return null;
  if (!known.has(value)) known.set(value, schema.safeParse(value).data ?? null);
  return known.get(value) as Value | null;
};

type Entry = { readonly kind: string | undefined; readonly key: string; readonly value: unknown };

/** All stocktakes, the newest first. A record that does not fit is left out, and only that one. */
export const readStocktakes = (settings: Settings): readonly StocktakeData[] => {
  const entries: (Entry & { readonly id: string })[] = [];
  for (const [settingId, value] of settings) {
    const match = settingId.startsWith(PREFIX) ? RECORD.exec(settingId) : null;
    if (match === null) continue;
    const [, id = '', kind, key = ''] = match;
    entries.push({ id, kind, key, value });
  }
  const found: StocktakeData[] = [];
  for (const records of groupBy(entries, ({ id }) => id).values()) {
    const head = records.find(({ kind }) => kind === undefined);
    const stocktake = checked(stocktakeSchema, head?.value);
    if (stocktake === null) continue;
    const scans = records.filter(({ kind }) => kind === 'scan').sort((a, b) => (a.key < b.key ? -1 : 1));
    found.push({
      stocktake,
      rooms: records
        .flatMap(({ kind, value }) => (kind === 'room' ? (checked(countedRoomSchema, value) ?? []) : []))
        .sort((a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0)),
      scans: scans.flatMap(({ value }) => checked(scanSchema, value) ?? []),
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
