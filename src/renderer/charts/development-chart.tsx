import { memo } from 'react';
import { Bar, ComposedChart, LabelList, Line, XAxis, YAxis } from 'recharts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import { ChartFrame, type ChartTip, type Drawing } from './chart-frame.tsx';
import styles from './columns-chart.module.css';
import frameStyles from './chart-frame.module.css';

/** The state at one report, or today's. */
export type DevelopmentPoint = {
  readonly key: string;
  /** Below it: the day. */
  readonly label: string;
  readonly gaps: number;
  /** Shares 0–1; null = not kept. */
  readonly fulfilment: number | null;
  readonly standard: number | null;
};

const HEIGHT = 320;
const LEFT = 48;
const RIGHT = 56;
const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1];

const Picture = memo(
  ({ points, width }: { readonly points: readonly DevelopmentPoint[]; readonly width: number }) => (
    <ComposedChart
      width={width}
      height={HEIGHT}
      data={[...points]}
      margin={{ top: 24, right: 0, bottom: 0, left: 0 }}
      barCategoryGap="30%"
      accessibilityLayer={false}
    >
      <XAxis
        dataKey="label"
        interval="preserveStartEnd"
        axisLine={{ stroke: 'var(--line-strong)' }}
        tickLine={false}
        tick={{ fontSize: 12, fill: 'var(--text1)' }}
      />
      <YAxis
        yAxisId="gaps"
        width={LEFT}
        allowDecimals={false}
        domain={[0, 'auto']}
        tickFormatter={(value: number) => formatNumber(value)}
        axisLine={false}
        tickLine={false}
        tick={{ fontSize: 11, fill: 'var(--text3)' }}
      />
      <YAxis
        yAxisId="share"
        orientation="right"
        width={RIGHT}
        domain={[0, 1]}
        ticks={SHARE_TICKS}
        tickFormatter={formatPercent}
        axisLine={false}
        tickLine={false}
        tick={{ fontSize: 11, fill: 'var(--text3)' }}
      />
      <Bar
        yAxisId="gaps"
        dataKey="gaps"
        maxBarSize={56}
        isAnimationActive={false}
        className={styles.gapBar ?? ''}
        fill="var(--gap-soft)"
        stroke="var(--gap)"
      >
        <LabelList
          dataKey="gaps"
          position="insideBottom"
          formatter={(value) => formatNumber(Number(value))}
          className={frameStyles.strongText ?? ''}
        />
      </Bar>
      <Line
        yAxisId="share"
        dataKey="fulfilment"
        type="linear"
        stroke="var(--chart-display)"
        strokeWidth={2}
        isAnimationActive={false}
        activeDot={false}
        dot={{ r: 4, fill: 'var(--chart-display)', stroke: 'var(--surface)' }}
      />
      {/* Told from the other line by dashes and squares, not by its colour alone. */}
      <Line
        yAxisId="share"
        dataKey="standard"
        type="linear"
        stroke="var(--chart-power)"
        strokeWidth={2}
        strokeDasharray="6 4"
        isAnimationActive={false}
        activeDot={false}
        dot={({ cx, cy, index, value }: DotProps) =>
          typeof value !== 'number' ? (
            <g key={index} />
          ) : (
            <rect
              key={index}
              x={Number(cx) - 4.5}
              y={Number(cy) - 4.5}
              width={9}
              height={9}
              fill="var(--chart-power)"
              stroke="var(--surface)"
            />
          )
        }
      />
    </ComposedChart>
  ),
);
Picture.displayName = 'Picture';

type DotProps = {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly index?: number | undefined;
  readonly value?: unknown;
};

/** Gaps as columns, fulfilment and rooms in the standard as lines over the days of the reports. */
export const DevelopmentChart = ({
  title,
  points,
  tipOf,
  onOpen,
  ...drawing
}: Drawing & {
  readonly title: string;
  readonly points: readonly DevelopmentPoint[];
  readonly tipOf: (index: number) => ChartTip | null;
  readonly onOpen?: (index: number) => void;
}) => (
  <ChartFrame
    {...drawing}
    title={title}
    count={points.length}
    layout={{ kind: 'columns', left: LEFT, right: RIGHT }}
    height={HEIGHT}
    tipOf={tipOf}
    onOpen={onOpen}
  >
    {(width) => <Picture points={points} width={width} />}
  </ChartFrame>
);
