import type { RoomId } from '../shared/ids.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { roomFigures, type CountFigures } from './count-results.ts';
import { replayScans } from './count-state.ts';
import type { CountedRoom } from './stocktake.ts';
import { readStocktakes } from './stocktake-records.ts';

export type CountedRoomSummary = Pick<CountedRoom, 'roomNumber' | 'name' | 'building' | 'floor'> & {
  readonly roomId: RoomId;
  /** The day of its last scan; null = it was opened, and nothing was counted. */
  readonly countedOn: IsoDate | null;
  readonly figures: CountFigures;
};

/** A stocktake as it goes into a report: figures and days, neither its name nor the role of who counted, which are free texts. */
export type StocktakeSummary = {
  readonly startedOn: IsoDate;
  readonly finishedOn: IsoDate;
  readonly rooms: readonly CountedRoomSummary[];
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
  const days = new Map<RoomId, IsoDate>();
  for (const { roomId, on } of data.scans) if (on > (days.get(roomId) ?? '')) days.set(roomId, on);
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
