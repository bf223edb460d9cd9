import { memo, useMemo } from 'react';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { formatPercent } from '#texts/format.ts';
import { ChartFrame, type ChartTip, type Drawing } from './chart-frame.tsx';
import frameStyles from './chart-frame.module.css';

/** One bar: a share of all, drawn over the whole. */
export type ShareRow = {
  readonly key: string;
  readonly name: string;
  /** 0–1; null = nothing to divide by. */
  readonly share: number | null;
  /** Behind the bar: `88 %`. */
  readonly label: string;
  /** A custom property of `tokens.css`. */
  readonly color: string;
};

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 24;
const RIGHT = 108;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const nameWidthAt = (width: number): number => (width < 560 ? 116 : 190);

const Bars = memo(({ rows, width }: { readonly rows: readonly ShareRow[]; readonly width: number }) => {
  const nameWidth = nameWidthAt(width);
  const data = useMemo(() => rows.map(({ key }) => ({ key, whole: 1 })), [rows]);
  const letters = Math.floor(nameWidth / 7.2);
  return (
    <BarChart
      width={width}
      height={rows.length * ROW_HEIGHT + AXIS_HEIGHT}
      data={data}
      layout="vertical"
      barCategoryGap={6}
      margin={{ top: 0, right: RIGHT, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        domain={[0, 1]}
        ticks={TICKS}
        tickFormatter={formatPercent}
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
        tick={({ y, index }: { y: number | string; index: number }) => {
          const { name = '', label = '' } = rows[index] ?? {};
          return (
            <g>
              <text y={Number(y)} dy="0.35em" className={frameStyles.nameText}>
                {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
              </text>
              <text x={width - RIGHT + 8} y={Number(y)} dy="0.35em" className={frameStyles.strongText}>
                {label}
              </text>
            </g>
          );
        }}
      />
      {/* The whole, so that a short bar reads as a share; its shape draws the share over it. */}
      <Bar
        dataKey="whole"
        isAnimationActive={false}
        shape={({ x, y, width: length, height, index }) => {
          const { share, color } = rows[index] ?? { share: null, color: '--chart-display' };
          const box = { x: Number(x), y: Number(y), height: Number(height), rx: 2 };
          return (
            <g>
              <rect {...box} width={Number(length)} fill="var(--sunken)" stroke="var(--line)" />
              {share !== null && share > 0 && (
                <rect
                  {...box}
                  width={Number(length) * share}
                  style={{
                    fill: `var(${color})`,
                    stroke: `color-mix(in srgb, var(${color}) 60%, var(--text1))`,
                  }}
                />
              )}
            </g>
          );
        }}
      />
    </BarChart>
  );
});
Bars.displayName = 'Bars';

/** Horizontal bars of shares, 0 to 100 %. */
export const ShareBarsChart = ({
  title,
  rows,
  tipOf,
  onOpen,
  ...drawing
}: Drawing & {
  readonly title: string;
  readonly rows: readonly ShareRow[];
  readonly tipOf: (index: number) => ChartTip | null;
  readonly onOpen?: (index: number) => void;
}) => (
  <ChartFrame
    {...drawing}
    title={title}
    count={rows.length}
    layout={{ kind: 'rows', rowHeight: ROW_HEIGHT }}
    height={rows.length * ROW_HEIGHT + AXIS_HEIGHT}
    tipOf={tipOf}
    onOpen={onOpen}
  >
    {(width) => <Bars rows={rows} width={width} />}
  </ChartFrame>
);
