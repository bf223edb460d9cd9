import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import { CATEGORY_KINDS, type CategoryKind } from '#core/targets/target-profile.ts';
import { formatNumber } from '#texts/format.ts';
import { KIND_IN_BAR } from '#texts/overview.ts';
import type { GapRow } from './gap-rows.ts';
import styles from './gaps-per-room-chart.module.css';

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 24;
const NUMBER_WIDTH = 46;
/** From this width on the kind is written into its segment. */
const LABEL_WIDTH = 36;

type LabelProps = {
  readonly x?: number | string | undefined;
  readonly y?: number | string | undefined;
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
};

/** The kind in its segment where there is room, and the total behind the last segment of a bar. */
const segmentLabel = (kind: CategoryKind, rows: readonly GapRow[]) => {
  const SegmentLabel = ({ x, y, width, height }: LabelProps) => {
    const middle = Number(y) + Number(height) / 2;
    // By place, not by Recharts' index: that one skips bars of length 0 and so names another room.
    const row = rows[Math.floor(middle / ROW_HEIGHT)];
    if (row === undefined || row[kind] === 0) return null;
    const count = row[kind];
    const isLast = CATEGORY_KINDS.findLast((other) => row[other] > 0) === kind;
    return (
      <g className={styles.labels}>
        {Number(width) >= LABEL_WIDTH && (
          <text
            x={Number(x) + Number(width) / 2}
            y={middle}
            dy="0.35em"
            textAnchor="middle"
            className={styles.segmentText}
            style={{ fill: `var(--chart-${kind}-text)` }}
          >
            {count === 1 ? KIND_IN_BAR[kind] : `${KIND_IN_BAR[kind]} ${formatNumber(count)}`}
          </text>
        )}
        {isLast && (
          <text x={Number(x) + Number(width) + 8} y={middle} dy="0.35em" className={styles.total}>
            {formatNumber(row.total)}
          </text>
        )}
      </g>
    );
  };
  return SegmentLabel;
};

const labelsOf = (rows: readonly GapRow[]) => ({
  display: segmentLabel('display', rows),
  accessory: segmentLabel('accessory', rows),
  workplace: segmentLabel('workplace', rows),
  network: segmentLabel('network', rows),
  power: segmentLabel('power', rows),
});

type GapsPerRoomChartProps = {
  readonly rows: readonly GapRow[];
  /** One sentence that says what the picture shows. */
  readonly summary: string;
  readonly onOpen: (row: GapRow) => void;
  /** Called once when the bars are in the page. */
  readonly onDrawn?: () => void;
};

/** Horizontal stacked bars, one unit of length per missing unit. The table beside it is the accessible version. */
export const GapsPerRoomChart = ({ rows, summary, onOpen, onDrawn }: GapsPerRoomChartProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    setWidth(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const labels = useMemo(() => labelsOf(rows), [rows]);
  const isDrawn = width > 0;
  useLayoutEffect(() => {
    if (isDrawn) onDrawn?.();
  }, [isDrawn, onDrawn]);
  const most = rows[0]?.total ?? 1;
  const nameWidth = width < 520 ? NUMBER_WIDTH : 146;
  return (
    <div ref={frame} className={styles.frame} role="img" aria-label={summary}>
      {isDrawn && (
        <BarChart
          width={width}
          height={rows.length * ROW_HEIGHT + AXIS_HEIGHT}
          data={[...rows]}
          layout="vertical"
          barCategoryGap={4}
          margin={{ top: 0, right: 44, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          onClick={({ activeTooltipIndex }) => {
            const row = rows[Number(activeTooltipIndex)];
            if (row !== undefined) onOpen(row);
          }}
        >
          <XAxis
            type="number"
            domain={[0, most]}
            allowDecimals={false}
            tickCount={Math.min(most + 1, 6)}
            axisLine={false}
            tickLine={false}
            height={AXIS_HEIGHT}
            tick={{ fontSize: 11, fill: 'var(--text3)' }}
          />
          <YAxis
            type="category"
            dataKey="roomId"
            width={nameWidth}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={({ y, index }: { y: number | string; index: number }) => (
              <RoomTick row={rows[index]} y={Number(y)} isShort={nameWidth === NUMBER_WIDTH} />
            )}
          />
          {CATEGORY_KINDS.map((kind) => (
            <Bar
              key={kind}
              dataKey={kind}
              stackId="gaps"
              isAnimationActive={false}
              className={styles.bar ?? ''}
              fill={`var(--chart-${kind})`}
              stroke={`color-mix(in srgb, var(--chart-${kind}) 60%, var(--text1))`}
              radius={2}
            >
              <LabelList dataKey={kind} content={labels[kind]} />
            </Bar>
          ))}
        </BarChart>
      )}
    </div>
  );
};

const RoomTick = ({
  row,
  y,
  isShort,
}: {
  readonly row: GapRow | undefined;
  readonly y: number;
  readonly isShort: boolean;
}) => {
  if (row === undefined) return null;
  const name = row.name.length > 15 ? `${row.name.slice(0, 14)}…` : row.name;
  return (
    <text y={y} dy="0.35em" className={styles.tick}>
      <tspan x={0} className={styles.number}>
        {row.number.length > 6 ? `${row.number.slice(0, 5)}…` : row.number}
      </tspan>
      {!isShort && <tspan x={NUMBER_WIDTH}>{name}</tspan>}
    </text>
  );
};
