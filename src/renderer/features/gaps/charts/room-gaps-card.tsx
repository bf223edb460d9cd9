import { lazy, Suspense, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CHART_FRAME_TEXTS } from '#texts/chart-frame.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { Segments, TextField } from '#ui/field.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { gapLegend } from '../../../charts/gap-reading.tsx';
import { FloorGapTable, LongGapTable } from '../../../charts/long-gap-tables.tsx';
import { floorRows, gapRows, type FloorRow, type GapBar, type GapRow } from '../../../charts/gap-rows.ts';
import { ChartCard } from './chart-card.tsx';
import { ChartLoading } from './chart-loading.tsx';

const GapsPerRoomChart = lazy(() =>
  import('../../../charts/gaps-per-room-chart.tsx').then(({ GapsPerRoomChart: chart }) => ({
    default: chart,
  })),
);
const LongGapsChart = lazy(() =>
  import('../../../charts/gaps-per-room-chart.tsx').then(({ LongGapsChart: chart }) => ({ default: chart })),
);

const TEXTS = CHART_TEXTS.roomGaps;

/** More bars make a picture that no page holds. */
const MAX_BARS_IN_PICTURE = 150;

const floorLabel = (building: string | null, floor: string | null): string =>
  [building, floor].filter(Boolean).join(' · ') || TEXTS.noFloor;

const matching = (rows: readonly GapRow[], search: string): readonly GapRow[] => {
  const wanted = search.trim().toLowerCase();
  return wanted === ''
    ? rows
    : rows.filter(({ number, name }) => `${number} ${name}`.toLowerCase().includes(wanted));
};

/** Floors, each opened one with its rooms below it. */
const openedFloors = (floors: readonly FloorRow[], opened: ReadonlySet<string>): readonly GapBar[] =>
  floors.flatMap((floor) => (opened.has(floor.key) ? [floor, ...floor.rooms] : [floor]));

/** Lücken je Raum, or je Etage: stacked by kind of category, the largest first. */
export const RoomGapsCard = () => {
  const analysis = useGapAnalysis();
  const rooms = useRoomsById();
  const [, go] = useLocation();
  const [search, setSearch] = useState('');
  const [grouping, setGrouping] = useState('room');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => gapRows(analysis, rooms), [analysis, rooms]);
  const found = useMemo(() => matching(all, search), [all, search]);
  const floors = useMemo(() => floorRows(found, rooms, floorLabel), [found, rooms]);
  const isByFloor = grouping === 'floor';
  const bars = useMemo(
    () => (isByFloor ? openedFloors(floors, opened) : found),
    [isByFloor, floors, opened, found],
  );
  const legend = useMemo(() => gapLegend(all), [all]);
  const [worst] = all;
  const { schoolGap } = analysis.totals;
  const notes = schoolGap > 0 ? [TEXTS.schoolGap(schoolGap)] : [];
  if (worst === undefined)
    return (
      <Section title={CHART_FRAME_TEXTS.gapsPerRoom}>
        <EmptyState text={GAPS_TEXTS.noGapsUntil(analysis.stage)} />
      </Section>
    );
  const units = all.reduce((sum, { total }) => sum + total, 0);
  const [worstFloor] = floors;
  const title = isByFloor ? TEXTS.floorTitle : CHART_FRAME_TEXTS.gapsPerRoom;
  const open = (key: string): void => {
    if (!key.startsWith('floor:')) go(`/raeume/${encodeURIComponent(key)}`);
    else
      setOpened((before) =>
        before.has(key) ? new Set([...before].filter((entry) => entry !== key)) : new Set([...before, key]),
      );
  };
  const inPicture = bars.slice(0, MAX_BARS_IN_PICTURE);
  const chartProps = {
    title,
    onOpen: open,
    hintOf: ({ key }: GapBar) => (key.startsWith('floor:') ? TEXTS.toggle : CHART_FRAME_TEXTS.openRoom),
  };
  return (
    <ChartCard
      title={title}
      fact={OVERVIEW_TEXTS.gapsPerRoomFact(units, all.length)}
      summary={
        isByFloor && worstFloor !== undefined
          ? TEXTS.floorSummary(units, floors.length, worstFloor.name, worstFloor.total)
          : OVERVIEW_TEXTS.gapsPerRoomSummary(units, all.length, worst.number, worst.total)
      }
      fileStem={isByFloor ? TEXTS.floorFileStem : TEXTS.fileStem}
      legend={legend}
      notes={notes}
      rest={
        bars.length > inPicture.length ? CHART_TEXTS.picture.moreRows(bars.length - inPicture.length) : null
      }
      controls={
        <>
          <Segments
            label={TEXTS.grouping}
            value={grouping}
            options={[
              { value: 'room', label: TEXTS.byRoom },
              { value: 'floor', label: TEXTS.byFloor },
            ]}
            onChange={setGrouping}
          />
          <TextField
            label={TEXTS.search}
            isLabelHidden
            value={search}
            onChange={setSearch}
            placeholder={TEXTS.search}
          />
        </>
      }
      chart={({ summary, isPicture }) =>
        bars.length === 0 ? (
          <EmptyState text={GAPS_TEXTS.noMatch} />
        ) : (
          <Suspense fallback={<ChartLoading />}>
            {isPicture === true ? (
              <GapsPerRoomChart {...chartProps} summary={summary} rows={inPicture} isPicture />
            ) : (
              <LongGapsChart {...chartProps} summary={summary} rows={bars} />
            )}
          </Suspense>
        )
      }
      table={
        isByFloor ? (
          <FloorGapTable rows={floors} caption={TEXTS.floorTitle} nameColumn={TEXTS.floor} />
        ) : (
          <LongGapTable rows={found} />
        )
      }
    />
  );
};
