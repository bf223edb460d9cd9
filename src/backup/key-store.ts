import { createStore, del, get, set } from 'idb-keyval';
import type { DataKey } from './data-key.ts';

/**
 * The open data key of this PC, so that the password is asked for only when something is to be read: a key that can be used
 * and not read out. It lies apart from the school's data and is no secret from whoever sits at this PC, who sees the data
 * themselves.
 */
const store = createStore('ausstattungskompass-schluessel', 'keys');
const ID = 'data-key';

export const loadDataKey = async (): Promise<DataKey | null> =>
  (await get<DataKey>(ID, store).catch(() => undefined)) ?? null;
export const keepDataKey = (dataKey: DataKey): Promise<void> => set(ID, dataKey, store);
export const forgetDataKey = (): Promise<void> => del(ID, store);
