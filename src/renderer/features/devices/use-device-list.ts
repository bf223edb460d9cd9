import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import {
  countViews,
  indexDevices,
  queryDevices,
  readSearchTexts,
  sortDevices,
  sumPricesAt,
  type BuiltInView,
  type DeviceIndex,
  type DeviceQuery,
  type QueryResult,
  type ViewContext,
} from '#core/inventory/device-query.ts';
import type { Device } from '#core/inventory/device.ts';
import { findReportChecksInSteps, type DeviceCheck, type ReportChecks } from '#core/report/report-checks.ts';
import { findDataProblemsInSteps, type DataProblem } from '#core/inventory/validate.ts';
import type { DeviceId } from '#core/shared/ids.ts';
import { deviceId } from '#core/shared/ids.ts';
import { yearOf } from '#core/shared/iso-date.ts';
import type { AppState } from '#state/app-state.ts';
import { runInBackground } from '#state/run-in-slices.ts';
import type { DeviceView } from '#state/settings.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { deviceLookupOf } from '#device-editor/device-lookup.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { queryOfView } from './device-layout.ts';

/** The last index outlives the page: coming back to the list costs nothing. */
let lastIndex: DeviceIndex | null = null;

const indexOf = (state: AppState): DeviceIndex => {
  const { devices, rooms } = state.inventory;
  const lookup = deviceLookupOf(state);
  if (lastIndex !== null && lastIndex.devices === devices && lastIndex.lookup === lookup) return lastIndex;
  lastIndex = indexDevices(devices, lookup, roomsInOrder(rooms), lastIndex);
  return lastIndex;
};

/** What the data check says about devices. */
type Problems = {
  /** Devices with a problem that a person should clear up; what only is not known yet does not count. */
  readonly toClear: ReadonlySet<DeviceId>;
  /** Columns whose value another device has as well, by device. */
  readonly doubled: ReadonlyMap<string, ReadonlySet<string>>;
};

const problemsOf = (problems: readonly DataProblem[]): Problems => {
  const toClear = new Set<DeviceId>();
  const doubled = new Map<string, Set<string>>();
  for (const { code, severity, path, params } of problems) {
    const [kind, id, field] = path;
    if (kind !== 'device' || id === undefined || severity === 'info') continue;
    toClear.add(deviceId(id));
    if ((code !== 'DOUBLED_ASSET_TAG' && code !== 'DOUBLED_SERIAL') || field === undefined) continue;
    for (const twin of [id, params['other']]) {
      if (typeof twin !== 'string') continue;
      const known = doubled.get(twin);
      if (known === undefined) doubled.set(twin, new Set([field]));
      else known.add(field);
    }
  }
  return { toClear, doubled };
};

const NO_PROBLEMS: Problems = { toClear: new Set(), doubled: new Map() };

export type DeviceList = {
  readonly index: DeviceIndex;
  readonly result: QueryResult;
  readonly context: ViewContext;
  /** The device in a row of the list. */
  readonly deviceAt: (row: number) => Device | undefined;
  readonly devicesOf: (rows: Int32Array) => readonly Device[];
  readonly sumCents: number;
  /** Columns whose value another device has as well, by device. */
  readonly doubled: Problems['doubled'];
};

/**
 * The list that a query asks for, computed while rendering: one keystroke, one render.
 *
 * @param check leaves only the devices that this check before sending has found
 */
export const useDeviceList = (query: DeviceQuery, check: DeviceCheck | null): DeviceList => {
  const index = useAppState(indexOf);
  useEffect(() => runInBackground(readSearchTexts(index), () => undefined), [index]);
  const asOf = useAppState((state) => state.view.asOf);
  const { toClear, doubled } = useProblems();
  const only = useFoundBy(check, asOf);
  const context = useMemo((): ViewContext => ({ year: yearOf(asOf), toClear, only }), [asOf, toClear, only]);
  const { sort } = query;
  const order = useMemo(() => sortDevices(index, sort), [index, sort]);
  const previous = useRef<QueryResult | null>(null);
  const result = useMemo(
    () => queryDevices(index, order, query, context, previous.current),
    [index, order, query, context],
  );
  useEffect(() => {
    previous.current = result;
  });
  return useMemo(() => {
    const devicesOf = (rows: Int32Array): readonly Device[] =>
      Array.from(rows, (position) => index.devices[position]).filter((device) => device !== undefined);
    return {
      index,
      result,
      context,
      deviceAt: (row: number) => index.devices[result.positions[row] ?? -1],
      devicesOf,
      sumCents: sumPricesAt(index.devices, result.positions),
      doubled,
    };
  }, [index, result, context, doubled]);
};

/** Checked behind the scenes: at 100,000 devices it must not hold up an edit. */
const useProblems = (): Problems => {
  const inventory = useDeferredValue(useAppState((state) => state.inventory));
  const profile = useAppState((state) => state.profile);
  const [found, setFound] = useState<Problems>(NO_PROBLEMS);
  useEffect(() => {
    let stop: () => void = () => undefined;
    const check = (): void => {
      stop = runInBackground(findDataProblemsInSteps(inventory, profile), (problems) =>
        setFound(problemsOf(problems)),
      );
    };
    const timer = setTimeout(check, inventory.devices.length > 10_000 ? 400 : 30);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [inventory, profile]);
  return found;
};

/** What a check before sending has found; a mended device leaves the list a moment later. null = no check is asked for. */
const useFoundBy = (check: DeviceCheck | null, asOf: string): ReadonlySet<DeviceId> | null => {
  const inventory = useDeferredValue(useAppState((state) => state.inventory));
  const profile = useAppState((state) => state.profile);
  const [found, setFound] = useState<ReportChecks | null>(null);
  const isAsked = check !== null;
  useEffect(
    () =>
      isAsked ? runInBackground(findReportChecksInSteps(inventory, profile, asOf), setFound) : undefined,
    [isAsked, inventory, profile, asOf],
  );
  return useMemo(
    () => (check === null ? null : new Set((found?.devices[check] ?? inventory.devices).map(({ id }) => id))),
    [check, found, inventory],
  );
};

export type ViewCounts = {
  readonly builtIn: Readonly<Record<BuiltInView, number>>;
  readonly own: ReadonlyMap<string, number>;
};

/** Numbers on the tabs; behind by a moment while someone edits. */
export const useViewCounts = (views: readonly DeviceView[], context: ViewContext): ViewCounts => {
  const lookup = useDeviceLookup();
  const index = useDeferredValue(useAppState(indexOf));
  const late = useDeferredValue(context);
  return useMemo(
    () => ({
      builtIn: countViews(index.devices, lookup, late),
      own: new Map(
        views.map((view) => {
          const query: DeviceQuery = { ...queryOfView(view), view: 'all', sort: null };
          const all = { ...late, only: null };
          return [view.id, queryDevices(index, index.order, query, all, null).positions.length];
        }),
      ),
    }),
    [index, late, lookup, views],
  );
};
