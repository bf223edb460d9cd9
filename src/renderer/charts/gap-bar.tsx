import { CATEGORY_KINDS, type CategoryKind } from '#core/targets/target-profile.ts';
import { formatNumber } from '#texts/format.ts';
import { KIND_IN_BAR, KIND_SHORT } from '#texts/overview.ts';
import frameStyles from './chart-frame.module.css';
import type { GapBar } from './gap-rows.ts';
import styles from './gaps-per-room-chart.module.css';

/** So wide is a number of a room at most. */
export const NUMBER_WIDTH = 46;
/** From this width on the kind is written into its segment. */
const LABEL_WIDTH = 36;
/** From this width on at least its first letter. */
const INITIAL_WIDTH = 9;

type BarProps = {
  readonly x?: number | string | undefined;
  readonly y?: number | string | undefined;
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
  readonly row: GapBar | undefined;
  /** Paper has no tooltip: a kind that is too short for its name gets its first letter. */
  readonly hasInitials?: boolean;
};

const labelOf = (kind: CategoryKind, units: number, length: number, hasInitials: boolean): string | null => {
  if (length >= LABEL_WIDTH)
    return units === 1 ? KIND_IN_BAR[kind] : `${KIND_IN_BAR[kind]} ${formatNumber(units)}`;
  return hasInitials && length >= INITIAL_WIDTH ? KIND_SHORT[kind].charAt(0) : null;
};

/** All kinds of a bar behind each other, each named where there is room, and the total behind the last one. */
export const StackedBar = ({ row, hasInitials = false, ...box }: BarProps) => {
  if (row === undefined || row.total === 0) return null;
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  const middle = y + height / 2;
  const unit = width / row.total;
  let before = 0;
  return (
    <g>
      {CATEGORY_KINDS.filter((kind) => row[kind] > 0).map((kind) => {
        const start = x + before * unit;
        const length = row[kind] * unit;
        const label = labelOf(kind, row[kind], length, hasInitials);
        before += row[kind];
        return (
          <g key={kind}>
            <rect
              x={start}
              y={y}
              width={length}
              height={height}
              rx={2}
              style={{
                fill: `var(--chart-${kind})`,
                stroke: `color-mix(in srgb, var(--chart-${kind}) 60%, var(--text1))`,
              }}
            />
            {label !== null && (
              <text
                x={start + length / 2}
                y={middle}
                dy="0.35em"
                textAnchor="middle"
                className={styles.segmentText}
                style={{ fill: `var(--chart-${kind}-text)` }}
              >
                {label}
              </text>
            )}
          </g>
        );
      })}
      <text x={x + width + 8} y={middle} dy="0.35em" className={frameStyles.strongText}>
        {formatNumber(row.total)}
      </text>
    </g>
  );
};

/** On average, so that names are cut and not written over the bars. */
const LETTER_WIDTH = 7.2;
const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

export const BarName = ({
  row,
  y,
  width,
}: {
  readonly row: GapBar | undefined;
  readonly y: number;
  readonly width: number;
}) => {
  if (row === undefined) return null;
  const letters = Math.floor(width / LETTER_WIDTH);
  // A floor has no number; its name takes the whole width.
  if (row.number === '')
    return (
      <text y={y} dy="0.35em" className={frameStyles.strongText}>
        {cut(row.name, letters)}
      </text>
    );
  return (
    <text y={y} dy="0.35em" className={frameStyles.nameText}>
      <tspan x={0} className={frameStyles.strongText}>
        {cut(row.number, 6)}
      </tspan>
      {width > NUMBER_WIDTH && (
        <tspan x={NUMBER_WIDTH}>{cut(row.name, letters - Math.ceil(NUMBER_WIDTH / LETTER_WIDTH))}</tspan>
      )}
    </text>
  );
};
