import type { Inventory } from '#core/inventory/inventory.ts';
import type { Room } from '#core/inventory/room.ts';
import { replayScans } from '#core/stocktake/count-state.ts';
import { scanLookup } from '#core/stocktake/judge-scan.ts';
import type { CountedDevice } from '#core/stocktake/stocktake.ts';
import { readStocktakes, type StocktakeData } from '#core/stocktake/stocktake-records.ts';
import { z } from '#core/shared/zod.ts';
import type { AppState } from '#state/app-state.ts';
import { derivedOnce } from '#state/derived.ts';
import { defineSetting } from '#state/settings.ts';
import { useAppState } from '#state/use-app-state.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';

/** All stocktakes, the newest first; the same array as long as no setting changes. */
const stocktakesOf = derivedOnce((settings: AppState['settings']): readonly StocktakeData[] =>
  readStocktakes(settings),
);
/** The count that the scans of a stocktake lead to. */
export const countOf = derivedOnce((data: StocktakeData) => replayScans(data));
/** Devices by their codes; made anew only when the inventory changes, not with each scan. */
export const lookupOf = derivedOnce((inventory: Inventory) => scanLookup(inventory));

export const useStocktakes = (): readonly StocktakeData[] =>
  useAppState((state) => stocktakesOf(state.settings));

export const findStocktake = (state: AppState, id: string): StocktakeData | undefined =>
  stocktakesOf(state.settings).find(({ stocktake }) => stocktake.id === id);

export const soundSetting = defineSetting<boolean>('stocktake-sound', z.boolean(), false);

/** Whether the scanner types as an American keyboard does; found out by any label of ours, or set by hand. */
export const americanSetting = defineSetting<boolean>('scanner-american', z.boolean(), false);

/** What a device is called in results: its number, else its serial number or name. */
export const countedName = ({ assetTag, serialNumber, name }: CountedDevice): string =>
  assetTag ?? serialNumber ?? name ?? STOCKTAKE_TEXTS.unnamed;

/** What it is: its name, else its category. */
export const countedKind = (
  { name, categoryId }: CountedDevice,
  categoryName: (id: string | null) => string,
): string => name ?? categoryName(categoryId);

/** `101`, with its building where another room has the same number. */
export const roomLabel = (
  room: Pick<Room, 'roomNumber' | 'building'>,
  rooms: readonly Pick<Room, 'roomNumber' | 'building'>[],
): string =>
  room.building !== null && rooms.filter(({ roomNumber }) => roomNumber === room.roomNumber).length > 1
    ? `${room.roomNumber} (${room.building})`
    : room.roomNumber;

export const roomPath = (stocktake: string, room: string): string =>
  `/inventur/${encodeURIComponent(stocktake)}/raum/${encodeURIComponent(room)}`;
export const stocktakePath = (stocktake: string): string => `/inventur/${encodeURIComponent(stocktake)}`;
