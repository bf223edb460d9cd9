import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { Segments } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { GapLegend, GapTable } from '../../charts/gap-reading.tsx';
import { gapRows } from '../../charts/gap-rows.ts';
import styles from './overview-page.module.css';

const GapsPerRoomChart = lazy(() =>
  import('../../charts/gaps-per-room-chart.tsx').then(({ GapsPerRoomChart: chart }) => ({ default: chart })),
);

/** Rooms with two and more gaps, at most so many; all others in words. */
const SHOWN_ROOMS = 12;

/** Lücken je Raum, as a picture and as a table; a click opens the room. */
export const GapsPerRoom = ({ onDrawn }: { readonly onDrawn: () => void }) => {
  const analysis = useGapAnalysis();
  const rooms = useRoomsById();
  const [, go] = useLocation();
  const [view, setView] = useState('chart');
  const rows = useMemo(() => gapRows(analysis, rooms), [analysis, rooms]);
  const large = rows.filter(({ total }) => total > 1).slice(0, SHOWN_ROOMS);
  const shown = large.length === 0 ? rows.slice(0, SHOWN_ROOMS) : large;
  const open = useCallback((roomId: string) => go(`/raeume/${encodeURIComponent(roomId)}`), [go]);
  const units = rows.reduce((sum, { total }) => sum + total, 0);
  const without = analysis.roomSummaries.filter(
    ({ scored, counted, gap }) => scored && counted && gap === 0,
  ).length;
  const [worst] = rows;
  return (
    <Section
      title={OVERVIEW_TEXTS.gapsPerRoom}
      fact={worst === undefined ? undefined : OVERVIEW_TEXTS.gapsPerRoomFact(units, rows.length)}
      actions={
        worst !== undefined && (
          <Segments
            label={OVERVIEW_TEXTS.view}
            value={view}
            options={[
              { value: 'chart', label: OVERVIEW_TEXTS.chart },
              { value: 'table', label: OVERVIEW_TEXTS.table },
            ]}
            onChange={setView}
          />
        )
      }
    >
      {worst === undefined ? (
        <p className={styles.quiet}>
          {analysis.rooms.length === 0 ? OVERVIEW_TEXTS.noTargets : OVERVIEW_TEXTS.noGaps}
        </p>
      ) : (
        <>
          <GapLegend rows={rows} />
          <div className={styles.reading} data-view={view}>
            <div className={styles.chart}>
              <Suspense
                fallback={
                  <p className={styles.quiet} style={{ height: shown.length * 28 + 24 }}>
                    {OVERVIEW_TEXTS.chartLoading}
                  </p>
                }
              >
                <GapsPerRoomChart
                  rows={shown}
                  summary={OVERVIEW_TEXTS.gapsPerRoomSummary(units, rows.length, worst.number, worst.total)}
                  onOpen={open}
                  onDrawn={onDrawn}
                />
              </Suspense>
            </div>
            <div className={styles.chartTable}>
              <GapTable rows={shown} />
            </div>
          </div>
          <p className={styles.quiet}>
            {rows.length > shown.length && (
              <>
                <a href="#/soll-ist">{OVERVIEW_TEXTS.moreRooms(rows.length - shown.length)}</a> ·{' '}
              </>
            )}
            {OVERVIEW_TEXTS.roomsWithout(without)}
          </p>
        </>
      )}
    </Section>
  );
};
