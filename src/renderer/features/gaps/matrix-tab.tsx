import { useCallback, useMemo, useState } from 'react';
import { usePrintView } from '#print/print-views.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { ComparisonHintList } from './comparison-hint-list.tsx';
import { GapMatrix, type Cursor } from './gap-matrix.tsx';
import styles from './gaps-page.module.css';
import { MatrixFilters, MatrixLegend } from './matrix-filters.tsx';
import { matrixFacts, matrixList } from './matrix-print.ts';
import { matrixColumns, matrixRows, NO_FILTER, type MatrixFilter } from './matrix-model.ts';
import { useStageFacts } from './use-stage-facts.ts';
import { WhyPanel } from './why-panel.tsx';

const NAMES = { noBuilding: GAPS_TEXTS.noBuilding, noFloor: GAPS_TEXTS.noFloor };

/** Rooms × targets with their filters, and the panel that says why a cell says what it says. */
export const MatrixTab = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const rooms = useRoomsById();
  const [chosen, setFilter] = useState<MatrixFilter>(NO_FILTER);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  // A stage that is no longer in force has no targets; its filter would hide everything without a word.
  const filter = useMemo(
    () => (chosen.stage !== null && chosen.stage > analysis.stage ? { ...chosen, stage: null } : chosen),
    [chosen, analysis.stage],
  );
  const columns = useMemo(() => matrixColumns(profile, analysis, filter), [profile, analysis, filter]);
  const rows = useMemo(
    () => matrixRows(analysis, rooms, profile, filter, NAMES),
    [analysis, rooms, profile, filter],
  );
  const change = (part: Partial<MatrixFilter>): void => setFilter((before) => ({ ...before, ...part }));
  const open = useCallback((next: Cursor) => {
    setCursor(next);
    setIsOpen(true);
  }, []);
  const close = useCallback(() => {
    setIsOpen(false);
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, []);

  const facts = useStageFacts();
  usePrintView(() => matrixList(columns, rows, [...facts, ...matrixFacts(filter, profile)]));

  if (rooms.size === 0)
    return (
      <EmptyState
        text={GAPS_TEXTS.noRooms}
        action={
          <ButtonLink href="#/raeume" variant="primary">
            {GAPS_TEXTS.toRooms}
          </ButtonLink>
        }
      />
    );
  if (analysis.rooms.length === 0)
    return (
      <div className={styles.plane}>
        <ComparisonHintList />
        <EmptyState text={GAPS_TEXTS.noTargets} />
      </div>
    );
  const roomRow = rows.find((row) => row.kind === 'room' && row.room.id === cursor?.roomId);
  const column = columns.find(({ group }) => group === cursor?.group);
  return (
    <div className={styles.split}>
      <div className={styles.plane}>
        <MatrixFilters filter={filter} onChange={change} />
        <MatrixLegend />
        <ComparisonHintList />
        {rows.length === 0 ? (
          <EmptyState
            text={GAPS_TEXTS.noMatch}
            action={<Button onClick={() => setFilter(NO_FILTER)}>{GAPS_TEXTS.resetFilters}</Button>}
          />
        ) : (
          <GapMatrix columns={columns} rows={rows} cursor={cursor} onCursor={setCursor} onOpen={open} />
        )}
      </div>
      {isOpen && roomRow?.kind === 'room' && column !== undefined && (
        <WhyPanel
          room={roomRow.room}
          line={roomRow.cells.get(column.group)}
          groupName={column.name}
          onClose={close}
        />
      )}
    </div>
  );
};
