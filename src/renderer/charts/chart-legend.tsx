import { useId } from 'react';
import styles from './gap-reading.module.css';

/** A colour, its sign and what it stands for. */
export type LegendEntry = {
  readonly label: string;
  /** A custom property of `tokens.css`. */
  readonly color: string;
  readonly shape?: 'box' | 'hatched' | 'line' | 'dashes';
};

/** The mark of a legend, 12 px high. */
export const LegendSwatch = ({ entry: { color, shape = 'box' } }: { readonly entry: LegendEntry }) => {
  const id = useId();
  const fill = `var(${color})`;
  if (shape === 'line' || shape === 'dashes')
    return (
      <g>
        <line
          x1={0}
          x2={14}
          y1={6}
          y2={6}
          strokeWidth={2}
          style={{ stroke: fill, strokeDasharray: shape === 'dashes' ? '4 3' : 'none' }}
        />
        {shape === 'line' ? (
          <circle cx={7} cy={6} r={3.5} style={{ fill }} />
        ) : (
          <rect x={3.5} y={2.5} width={7} height={7} style={{ fill }} />
        )}
      </g>
    );
  return (
    <g>
      {shape === 'hatched' && (
        <defs>
          <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={6} height={6} style={{ fill }} />
            <rect width={2.4} height={6} style={{ fill: 'var(--surface)' }} />
          </pattern>
        </defs>
      )}
      <rect
        x={0.5}
        y={0.5}
        width={11}
        height={11}
        rx={2}
        style={{
          fill: shape === 'hatched' ? `url(#${id})` : fill,
          stroke: `color-mix(in srgb, ${fill} 60%, var(--text1))`,
        }}
      />
    </g>
  );
};

/** What the colours and signs of a chart mean. */
export const ChartLegend = ({ entries }: { readonly entries: readonly LegendEntry[] }) =>
  entries.length === 0 ? null : (
    <ul className={styles.legend}>
      {entries.map((entry) => (
        <li key={entry.label}>
          <svg width={14} height={12} aria-hidden="true">
            <LegendSwatch entry={entry} />
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  );
