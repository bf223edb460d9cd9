import { lazy, Suspense, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { TextField } from '#ui/field.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { GapLegend, GapTable } from '../../charts/gap-reading.tsx';
import { gapRows } from '../../charts/gap-rows.ts';
import styles from './gaps-page.module.css';

const GapsPerRoomChart = lazy(() =>
  import('../../charts/gaps-per-room-chart.tsx').then(({ GapsPerRoomChart: chart }) => ({ default: chart })),
);

/** So many bars are drawn; further rooms are found by the search and stand in the table. */
const MAX_BARS = 150;

/** Lücken je Raum for all rooms, with the same figures as a table beside it. */
export const ChartTab = () => {
  const analysis = useGapAnalysis();
  const rooms = useRoomsById();
  const [, go] = useLocation();
  const [search, setSearch] = useState('');
  const all = useMemo(() => gapRows(analysis, rooms), [analysis, rooms]);
  const rows = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return wanted === ''
      ? all
      : all.filter(({ number, name }) => `${number} ${name}`.toLowerCase().includes(wanted));
  }, [all, search]);
  const [worst] = all;
  if (worst === undefined) return <EmptyState text={GAPS_TEXTS.noGapsUntil(analysis.stage)} />;
  const units = all.reduce((sum, { total }) => sum + total, 0);
  return (
    <div className={styles.sections} tabIndex={0}>
      <Section
        title={GAPS_TEXTS.chart.label}
        fact={OVERVIEW_TEXTS.gapsPerRoomFact(units, all.length)}
        actions={
          <TextField
            label={GAPS_TEXTS.chart.search}
            isLabelHidden
            value={search}
            onChange={setSearch}
            placeholder={GAPS_TEXTS.chart.search}
          />
        }
      >
        <GapLegend rows={all} />
        {rows.length === 0 ? (
          <EmptyState text={GAPS_TEXTS.noMatch} />
        ) : (
          <div className={styles.reading}>
            <Suspense fallback={<p className={styles.quiet}>{OVERVIEW_TEXTS.chartLoading}</p>}>
              <GapsPerRoomChart
                rows={rows.slice(0, MAX_BARS)}
                summary={OVERVIEW_TEXTS.gapsPerRoomSummary(units, all.length, worst.number, worst.total)}
                onOpen={({ roomId }) => go(`/raeume/${encodeURIComponent(roomId)}`)}
              />
            </Suspense>
            <GapTable rows={rows} />
          </div>
        )}
      </Section>
    </div>
  );
};
