import { memo, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { CHART_FRAME_TEXTS } from '#texts/chart-frame.ts';
import { formatNumber } from '#texts/format.ts';
import { useRowWindow } from '#ui/use-row-window.ts';
import { ChartFrame, type ChartTip, type Drawing } from './chart-frame.tsx';
import { BarName, NUMBER_WIDTH, StackedBar } from './gap-bar.tsx';
import { wholeTicks, type GapBar } from './gap-rows.ts';
import styles from './gaps-per-room-chart.module.css';

/** From here also for drawings without a chart: a chunk of its own would make every start load more. */
export { StackedBar };

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 24;
/** For the total behind the longest bar. */
const RIGHT = 44;
/** Also in the style sheet, for the axis below the long chart. */
const nameWidthAt = (width: number): number => (width < 520 ? NUMBER_WIDTH : width < 700 ? 146 : 196);

type BarsProps = {
  readonly rows: readonly GapBar[];
  readonly width: number;
  /** The length of the axis. */
  readonly most: number;
  readonly hasAxis: boolean;
};

const Bars = memo(({ rows, width, most, hasAxis }: BarsProps) => {
  const nameWidth = nameWidthAt(width);
  return (
    <BarChart
      width={width}
      height={rows.length * ROW_HEIGHT + (hasAxis ? AXIS_HEIGHT : 0)}
      data={[...rows]}
      layout="vertical"
      barCategoryGap={4}
      margin={{ top: 0, right: RIGHT, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        domain={[0, Math.max(1, most)]}
        ticks={[...wholeTicks(most)]}
        hide={!hasAxis}
        axisLine={false}
        tickLine={false}
        height={AXIS_HEIGHT}
        tick={{ fontSize: 11, fill: 'var(--text3)' }}
      />
      <YAxis
        type="category"
        dataKey="key"
        width={nameWidth}
        axisLine={false}
        tickLine={false}
        interval={0}
        tick={({ y, index }: { y: number | string; index: number }) => (
          <BarName row={rows[index]} y={Number(y)} width={nameWidth} />
        )}
      />
      {/* One bar whose shape draws all kinds: five stacked ones cost the library five times as much. */}
      <Bar
        dataKey="total"
        isAnimationActive={false}
        shape={({ x, y, width: length, height, index }) => (
          <StackedBar row={rows[index]} x={x} y={y} width={length} height={height} />
        )}
      />
    </BarChart>
  );
});
Bars.displayName = 'Bars';

type GapsPerRoomChartProps = Drawing & {
  readonly rows: readonly GapBar[];
  readonly title?: string;
  /** Gets the key of the bar: the id of a room. */
  readonly onOpen: (key: string) => void;
  readonly hintOf?: (bar: GapBar) => string;
};

/** Horizontal stacked bars, one unit of length per missing unit. The table beside it is the accessible version. */
export const GapsPerRoomChart = ({
  rows,
  title = CHART_FRAME_TEXTS.gapsPerRoom,
  onOpen,
  hintOf,
  ...drawing
}: GapsPerRoomChartProps) => {
  const most = mostOf(rows);
  return (
    <ChartFrame
      {...drawing}
      title={title}
      count={rows.length}
      layout={{ kind: 'rows', rowHeight: ROW_HEIGHT }}
      height={rows.length * ROW_HEIGHT + AXIS_HEIGHT}
      tipOf={(index) => tipOf(rows[index], hintOf)}
      onOpen={(index) => {
        const row = rows[index];
        if (row !== undefined) onOpen(row.key);
      }}
    >
      {(width) => <Bars rows={rows} width={width} most={most} hasAxis />}
    </ChartFrame>
  );
};

/**
 * The same for any number of bars: they scroll in a box of their own, only those in sight are drawn, and the axis stays
 * below them.
 */
export const LongGapsChart = ({
  rows,
  title = CHART_FRAME_TEXTS.gapsPerRoom,
  onOpen,
  hintOf,
  ...drawing
}: GapsPerRoomChartProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const most = mostOf(rows);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ChartFrame
        {...drawing}
        title={title}
        count={rows.length}
        layout={{ kind: 'rows', rowHeight: ROW_HEIGHT }}
        height={rows.length * ROW_HEIGHT}
        tipOf={(index) => tipOf(rows[index], hintOf)}
        onOpen={(index) => {
          const row = rows[index];
          if (row !== undefined) onOpen(row.key);
        }}
      >
        {(width) => <BarsInSight scroller={scroller} rows={rows} width={width} most={most} />}
      </ChartFrame>
      <Axis most={most} />
    </div>
  );
};

const BarsInSight = ({
  scroller,
  rows,
  width,
  most,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly GapBar[];
  readonly width: number;
  readonly most: number;
}) => {
  const [first, end] = useRowWindow(scroller, rows.length, ROW_HEIGHT);
  const shown = useMemo(() => rows.slice(first, end), [rows, first, end]);
  return (
    <div style={{ position: 'absolute', top: first * ROW_HEIGHT, left: 0 }}>
      <Bars rows={shown} width={width} most={most} hasAxis={false} />
    </div>
  );
};

/** Below the bars wherever they are scrolled to; in the same place as that of the chart itself. */
const Axis = ({ most }: { readonly most: number }): ReactNode => (
  <div className={styles.axis} aria-hidden="true">
    <div>
      {wholeTicks(most).map((tick) => (
        <span key={tick} style={{ left: `${(tick / Math.max(1, most)) * 100}%` }}>
          {formatNumber(tick)}
        </span>
      ))}
    </div>
  </div>
);

const mostOf = (rows: readonly GapBar[]): number => {
  let most = 0;
  for (const { total } of rows) if (total > most) most = total;
  return most;
};

const tipOf = (row: GapBar | undefined, hintOf: ((bar: GapBar) => string) | undefined): ChartTip | null =>
  row === undefined
    ? null
    : {
        title: `${row.number} ${row.name}`.trim(),
        lines: [
          CHART_FRAME_TEXTS.total(row.total),
          ...CATEGORY_KINDS.filter((kind) => row[kind] > 0).map((kind) =>
            CHART_FRAME_TEXTS.kind(kind, row[kind]),
          ),
        ],
        hint: hintOf?.(row) ?? CHART_FRAME_TEXTS.openRoom,
      };
