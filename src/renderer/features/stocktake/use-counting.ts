import { useCallback, useMemo } from 'react';
import type { RoomId } from '#core/shared/ids.ts';
import { findById } from '#core/history/keyed-list.ts';
import { judgeScan, keptCode, type Verdict } from '#core/stocktake/judge-scan.ts';
import type { ScanAction } from '#core/stocktake/stocktake.ts';
import { roomChange, scanChanges } from '#core/stocktake/stocktake-records.ts';
import type { AppStore } from '#state/app-state.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { localDay } from '#texts/format.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { useToast } from '#ui/toast.tsx';
import { readingsOf } from './scanner-layout.ts';
import { countedName, countOf, findStocktake, lookupOf } from './stocktake-state.ts';

/** A scan and what it meant. */
export type Judged = { readonly code: string; readonly verdict: Verdict };

/** Opens the room of a running stocktake, so that from here on stands what is expected in it. */
export const openRoom = (store: AppStore, stocktake: string, room: RoomId): void => {
  const state = store.getState();
  const data = findStocktake(state, stocktake);
  const found = findById(state.inventory.rooms, room);
  if (data === undefined || found === undefined || data.stocktake.finishedOn !== null) return;
  if (data.rooms.some(({ roomId }) => roomId === room)) return;
  void store.commit({ code: 'stocktake-room-opened', params: { room: found.roomNumber } }, [
    roomChange(data, found, lookupOf(state.inventory).expectedIn(room), new Date().toISOString()),
  ]);
};

/**
 * Counting in one room. Each scan and each tick is a change of its own that is on the disk before the next one comes. They work
 * on the state of the moment, not on what is drawn: a scanner is faster than a screen.
 */
export const useCounting = (stocktake: string, room: RoomId) => {
  const store = useAppStore();
  const { show } = useToast();
  const append = useCallback(
    (what: string, ...actions: readonly ScanAction[]): void => {
      const data = findStocktake(store.getState(), stocktake);
      const counted = data?.rooms.find(({ roomId }) => roomId === room);
      if (data === undefined || counted === undefined) return;
      // Taken over meanwhile: nothing rewrites a finished count.
      if (data.stocktake.finishedOn !== null) {
        show({ text: STOCKTAKE_TEXTS.finishedMeanwhile, kind: 'error' });
        return;
      }
      const now = new Date();
      const scans = actions.map((action) => ({
        roomId: room,
        at: now.toISOString(),
        on: localDay(now),
        ...action,
      }));
      void store
        .commit(
          { code: 'stocktake-scanned', params: { room: counted.roomNumber, what } },
          scanChanges(data, scans),
        )
        .then((outcome) => {
          if (!outcome.ok && outcome.error.code === 'read-only')
            show({ text: STOCKTAKE_TEXTS.readOnly, kind: 'error' });
        });
    },
    [store, show, stocktake, room],
  );
  const scan = useCallback(
    (typed: string): Judged | null => {
      const readings = readingsOf(store, typed);
      const state = store.getState();
      const data = findStocktake(state, stocktake);
      if (data === undefined) return null;
      const judged = readings.map((code): Judged => ({
        code: keptCode(code),
        verdict: judgeScan(countOf(data), room, code, lookupOf(state.inventory)),
      }));
      // What nobody knows is kept as the scanner meant it.
      const meant = judged.find(({ verdict }) => verdict.kind !== 'unknown') ?? judged.at(-1);
      if (meant === undefined) return null;
      const { code, verdict } = meant;
      if (verdict.kind !== 'room' && verdict.kind !== 'unknown-room' && verdict.kind !== 'scanner-test') {
        const device = 'device' in verdict ? verdict.device : null;
        append(device === null ? code : countedName(device), { kind: 'code', code, device });
      }
      return meant;
    },
    [store, stocktake, room, append],
  );
  return useMemo(() => ({ scan, append }), [scan, append]);
};
