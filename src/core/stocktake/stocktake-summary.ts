import type { RoomId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { roomFigures, type CountFigures } from './count-results.ts';
import { replayScans } from './count-state.ts';
import type { CountedRoom, Scan } from './stocktake.ts';
import { readStocktakes, type StocktakeData } from './stocktake-records.ts';

export type CountedRoomSummary = Pick<CountedRoom, 'roomNumber' | 'name' | 'building' | 'floor'> & {
  readonly roomId: RoomId;
  /** null = it was opened, and nothing was counted. */
  readonly countedOn: IsoDate | null;
  readonly figures: CountFigures;
};

/** A stocktake as it goes into a report: figures and days, neither its name nor the role of who counted, which are free texts. */
export type StocktakeSummary = {
  readonly startedOn: IsoDate;
  readonly finishedOn: IsoDate;
  readonly rooms: readonly CountedRoomSummary[];
};

/** What is decided at the desk afterwards is no counting. */
const DECISIONS: ReadonlySet<Scan['kind']> = new Set(['move-here', 'take-difference', 'new-device']);

/** The day on which each room was counted last. */
export const countedDays = ({ scans }: Pick<StocktakeData, 'scans'>): ReadonlyMap<RoomId, IsoDate> => {
  const days = new Map<RoomId, IsoDate>();
  for (const { kind, roomId, on } of scans)
    if (!DECISIONS.has(kind) && on > (days.get(roomId) ?? '')) days.set(roomId, on);
  return days;
};

/** The last stocktake that was taken over up to `asOf`; null = there is none. One that is running has changed nothing yet. */
export const latestSummary = (
  settings: ReadonlyMap<string, unknown>,
  asOf: IsoDate,
): StocktakeSummary | null => {
  const [latest] = readStocktakes(settings)
    .flatMap((data) => {
      const { finishedOn } = data.stocktake;
      return finishedOn === null || finishedOn > asOf ? [] : [{ data, finishedOn }];
    })
    .sort((a, b) => (a.finishedOn < b.finishedOn ? 1 : a.finishedOn > b.finishedOn ? -1 : 0));
  if (latest === undefined) return null;
  const { data, finishedOn } = latest;
  const { rooms, sightings } = replayScans(data);
  const days = countedDays(data);
  return {
    startedOn: data.stocktake.startedOn,
    finishedOn,
    rooms: [...rooms.values()].map((here) => {
      const { roomId, roomNumber, name, building, floor } = here.room;
      return {
        roomId,
        roomNumber,
        name,
        building,
        floor,
        countedOn: days.get(roomId) ?? null,
        figures: roomFigures(here, sightings),
      };
    }),
  };
};
