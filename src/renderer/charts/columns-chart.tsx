import { memo, useId, useMemo } from 'react';
import { Bar, ComposedChart, LabelList, Line, XAxis, YAxis } from 'recharts';
import { ChartFrame, type ChartTip, type Drawing } from './chart-frame.tsx';
import styles from './columns-chart.module.css';
import frameStyles from './chart-frame.module.css';

/** One part of every column. */
export type ColumnSeries = {
  readonly id: string;
  /** A custom property of `tokens.css`. */
  readonly color: string;
  /** Told from another part of the same colour by its pattern. */
  readonly isHatched?: boolean;
};

export type Column = {
  readonly key: string;
  /** Below the column. */
  readonly label: string;
  /** Above it; empty = nothing. */
  readonly top: string;
  /** The length of each part, by the id of its series. */
  readonly values: Readonly<Record<string, number>>;
};

const HEIGHT = 320;
const LEFT = 68;
const RIGHT = 12;

type ColumnsProps = {
  readonly columns: readonly Column[];
  readonly series: readonly ColumnSeries[];
  readonly width: number;
  readonly formatValue: (value: number) => string;
};

const Columns = memo(({ columns, series, width, formatValue }: ColumnsProps) => {
  const id = useId();
  const data = useMemo(
    () =>
      columns.map(({ key, label, top, values }) => ({
        ...values,
        key,
        label,
        top,
        total: Object.values(values).reduce((sum, value) => sum + value, 0),
      })),
    [columns],
  );
  return (
    <ComposedChart
      width={width}
      height={HEIGHT}
      data={data}
      margin={{ top: 24, right: RIGHT, bottom: 0, left: 0 }}
      barCategoryGap="18%"
      accessibilityLayer={false}
    >
      <defs>
        {series
          .filter(({ isHatched }) => isHatched === true)
          .map(({ id: name, color }) => (
            <pattern
              key={name}
              id={`${id}-${name}`}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={6} height={6} style={{ fill: `var(${color})` }} />
              <rect width={2.4} height={6} className={styles.hatch} />
            </pattern>
          ))}
      </defs>
      <XAxis
        dataKey="label"
        interval={0}
        axisLine={{ stroke: 'var(--line-strong)' }}
        tickLine={false}
        tick={{ fontSize: 12, fill: 'var(--text1)' }}
      />
      <YAxis
        width={LEFT}
        allowDecimals={false}
        domain={[0, 'auto']}
        tickFormatter={(value: number) => formatValue(value)}
        axisLine={false}
        tickLine={false}
        tick={{ fontSize: 11, fill: 'var(--text3)' }}
      />
      {series.map(({ id: name, color, isHatched }) => (
        <Bar
          key={name}
          dataKey={name}
          stackId="all"
          maxBarSize={72}
          isAnimationActive={false}
          fill={isHatched === true ? `url(#${id}-${name})` : `var(${color})`}
          stroke={`color-mix(in srgb, var(${color}) 60%, var(--text1))`}
        />
      ))}
      {/* Carries the figure above each column and is not seen itself. */}
      <Line dataKey="total" stroke="none" dot={false} activeDot={false} isAnimationActive={false}>
        <LabelList dataKey="top" position="top" offset={7} className={frameStyles.strongText ?? ''} />
      </Line>
    </ComposedChart>
  );
});
Columns.displayName = 'Columns';

/** Upright stacked columns, zero below. */
export const ColumnsChart = ({
  title,
  columns,
  series,
  formatValue,
  tipOf,
  onOpen,
  ...drawing
}: Drawing &
  Omit<ColumnsProps, 'width'> & {
    readonly title: string;
    readonly tipOf: (index: number) => ChartTip | null;
    readonly onOpen?: ((index: number) => void) | undefined;
  }) => (
  <ChartFrame
    {...drawing}
    title={title}
    count={columns.length}
    layout={{ kind: 'columns', left: LEFT, right: RIGHT }}
    height={HEIGHT}
    tipOf={tipOf}
    onOpen={onOpen}
  >
    {(width) => <Columns columns={columns} series={series} width={width} formatValue={formatValue} />}
  </ChartFrame>
);
