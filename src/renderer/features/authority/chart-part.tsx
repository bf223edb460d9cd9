import { Suspense, type ReactNode } from 'react';
import { CHART_TEXTS } from '#texts/charts.ts';
import { Section } from '#ui/layout.tsx';
import { ChartLegend, type LegendEntry } from '../../charts/chart-legend.tsx';
import styles from './authority.module.css';

/** A chart with its table: below it, or beside it where there is room. */
export const ChartPart = ({
  title,
  fact,
  legend = [],
  chart,
  table,
}: {
  readonly title: string;
  readonly fact?: string;
  readonly legend?: readonly LegendEntry[];
  readonly chart: ReactNode;
  readonly table: ReactNode;
}) => (
  <Section title={title} fact={fact}>
    <ChartLegend entries={legend} />
    <div className={styles.reading}>
      <div className={styles.chart}>
        <Suspense fallback={<p className={styles.quiet}>{CHART_TEXTS.loading}</p>}>{chart}</Suspense>
      </div>
      <div className={styles.table}>{table}</div>
    </div>
  </Section>
);
