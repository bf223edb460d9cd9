import { useState, type ReactNode } from 'react';
import { ChartLegend, type LegendEntry } from '../../../charts/chart-legend.tsx';
import { CHART_TEXTS } from '#texts/charts.ts';
import { Segments } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { useMedia } from '#ui/use-media.ts';
import { ChartActions } from './chart-actions.tsx';
import styles from './charts.module.css';

/** How a chart is drawn: for the screen, or whole and in light colours for a picture. */
export type ChartMode = { readonly summary: string; readonly isPicture?: boolean };

export type ChartCardProps = {
  readonly title: string;
  readonly fact?: string | undefined;
  /** One sentence that says what the picture shows. */
  readonly summary: string;
  readonly legend?: readonly LegendEntry[];
  /** Of the file name, without day and ending. */
  readonly fileStem: string;
  readonly controls?: ReactNode;
  readonly chart: (mode: ChartMode) => ReactNode;
  readonly table: ReactNode;
  readonly notes?: readonly string[];
  /** What a picture leaves out. */
  readonly rest?: string | null;
};

/** What was looked at last, for as long as the app is open: a look is nothing to undo, so it is no setting. */
const lastView = { current: 'chart' };

/** From this width on chart and table stand beside each other. */
const WIDE = '(min-width: 1600px)';

/** A chart with its table: beside it where there is room, else one of both. Only what is seen is drawn. */
export const ChartCard = ({
  title,
  fact,
  summary,
  legend = [],
  fileStem,
  controls,
  chart,
  table,
  notes = [],
  rest = null,
}: ChartCardProps) => {
  const isWide = useMedia(WIDE);
  const [view, setView] = useState(lastView.current);
  const change = (next: string): void => {
    lastView.current = next;
    setView(next);
  };
  const hasChart = isWide || view === 'chart';
  const hasTable = isWide || view === 'table';
  return (
    <Section
      title={title}
      fact={fact}
      actions={
        <span className={styles.actions}>
          {!isWide && (
            <Segments
              label={CHART_TEXTS.view}
              value={view}
              options={[
                { value: 'chart', label: CHART_TEXTS.chart },
                { value: 'table', label: CHART_TEXTS.table },
              ]}
              onChange={change}
            />
          )}
          <ChartActions
            title={title}
            fileStem={fileStem}
            legend={legend}
            rest={rest}
            chart={() => chart({ summary, isPicture: true })}
          />
        </span>
      }
    >
      {controls !== undefined && <div className={styles.controls}>{controls}</div>}
      {hasChart && <ChartLegend entries={legend} />}
      <div className={styles.reading}>
        {hasChart && <div className={styles.chart}>{chart({ summary })}</div>}
        {hasTable && <div className={styles.table}>{table}</div>}
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </Section>
  );
};
