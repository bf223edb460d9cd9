import { memo, useId, useMemo } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
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
    () => columns.map((column) => ({ key: column.key, label: column.label, total: totalOf(column) })),
    [columns],
  );
  return (
    <BarChart
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
      {/* One bar whose shape draws all parts: ten stacked ones cost the library ten times as much. */}
      <Bar
        dataKey="total"
        maxBarSize={72}
        isAnimationActive={false}
        shape={({ x, y, width: across, height, index }) => (
          <StackedColumn
            column={columns[index]}
            series={series}
            patterns={id}
            x={Number(x)}
            y={Number(y)}
            width={Number(across)}
            height={Number(height)}
          />
        )}
      />
    </BarChart>
  );
});
Columns.displayName = 'Columns';

type StackedColumnProps = {
  readonly column: Column | undefined;
  readonly series: readonly ColumnSeries[];
  /** Prefix of the ids of the patterns. */
  readonly patterns: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** All parts of a column above each other in the order of the series, and its figure on top. */
const StackedColumn = ({ column, series, patterns, x, y, width, height }: StackedColumnProps) => {
  if (column === undefined) return null;
  const { values, top } = column;
  const total = totalOf(column);
  let before = 0;
  return (
    <g>
      {series.map(({ id, color, isHatched }) => {
        const value = values[id] ?? 0;
        if (value === 0) return null;
        before += value;
        return (
          <rect
            key={id}
            x={x}
            y={y + height * (1 - before / total)}
            width={width}
            height={(height * value) / total}
            style={{
              fill: isHatched === true ? `url(#${patterns}-${id})` : `var(${color})`,
              stroke: `color-mix(in srgb, var(${color}) 60%, var(--text1))`,
            }}
          />
        );
      })}
      <text x={x + width / 2} y={y - 7} textAnchor="middle" className={frameStyles.strongText}>
        {top}
      </text>
    </g>
  );
};

const totalOf = ({ values }: Column): number => Object.values(values).reduce((sum, value) => sum + value, 0);

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
