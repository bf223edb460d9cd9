import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { CATEGORY_KINDS } from '#core/targets/target-profile.ts';
import { useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatGap, formatNumber } from '#texts/format.ts';
import { KIND_SHORT, OVERVIEW_TEXTS } from '#texts/overview.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Segments } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { gapRows, kindSums, type GapRow } from '../../charts/gap-rows.ts';
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
  const open = useCallback((row: GapRow) => go(`/raeume/${encodeURIComponent(row.roomId)}`), [go]);
  const units = rows.reduce((sum, { total }) => sum + total, 0);
  const without = analysis.roomSummaries.filter(
    ({ scored, counted, gap }) => scored && counted && gap === 0,
  ).length;
  const [worst] = rows;
  return (
    <Section
      title={OVERVIEW_TEXTS.gapsPerRoom}
      fact={OVERVIEW_TEXTS.gapsPerRoomFact(units, rows.length)}
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
        <p className={styles.quiet}>{OVERVIEW_TEXTS.noGaps}</p>
      ) : (
        <>
          <ul className={styles.legend}>
            {kindSums(rows).map(([kind, sum]) => (
              <li key={kind}>
                <span className={styles.swatch} style={{ background: `var(--chart-${kind})` }} />
                {KIND_SHORT[kind]} {formatNumber(sum)}
              </li>
            ))}
          </ul>
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

const GapTable = ({ rows }: { readonly rows: readonly GapRow[] }) => (
  <DataTable
    caption={OVERVIEW_TEXTS.gapsPerRoom}
    rows={rows}
    keyOf={({ roomId }) => roomId}
    columns={[
      {
        id: 'room',
        label: OVERVIEW_TEXTS.room,
        isRowHead: true,
        cell: ({ roomId, number, name }) => (
          <a href={`#/raeume/${encodeURIComponent(roomId)}`}>
            <b>{number}</b> {name}
          </a>
        ),
      },
      ...CATEGORY_KINDS.map((kind) => ({
        id: kind,
        label: KIND_SHORT[kind],
        align: 'right' as const,
        cell: (row: GapRow) => (row[kind] === 0 ? '' : formatGap(row[kind])),
      })),
      {
        id: 'total',
        label: OVERVIEW_TEXTS.total,
        align: 'right',
        cell: ({ total }) => <b>{formatGap(total)}</b>,
      },
    ]}
  />
);
