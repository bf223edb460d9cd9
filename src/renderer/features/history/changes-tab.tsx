import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import {
  CHANGE_KINDS,
  filterHistory,
  NO_HISTORY_FILTER,
  type ChangeKind,
  type HistoryEntry,
} from '#core/history/history-entry.ts';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { SETTINGS } from '#state/settings.ts';
import { useAppState, useSetting } from '#state/use-app-state.ts';
import { takenBackOf, useIndexedHistory } from '#state/use-history.ts';
import { CHANGE_KIND_LABELS, HISTORY_TEXTS, PERIODS, type Period } from '#texts/history.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { HistoryGrid } from './history-grid.tsx';
import { changeList } from './history-print.ts';
import { periodStart, rowsByDay } from './history-rows.ts';
import styles from './history.module.css';
import { SearchBox } from './search-box.tsx';
import { SetPanel } from './set-panel.tsx';
import { useTakeBack } from './use-take-back.ts';

/** Every change, newest first, with what it did and how to take it back. */
export const ChangesTab = () => {
  const { entries, isComplete, total } = useIndexedHistory();
  const [reports] = useSetting(SETTINGS.reports);
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const [period, setPeriod] = useState<Period>('all');
  const [openSeq, setOpenSeq] = useState<number | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { takeBack } = useTakeBack();
  const lastReport = reports.at(-1)?.writtenAt ?? null;
  const wanted = useDeferredValue(search);
  const shown = useMemo(() => {
    const from = periodStart(period, lastReport, new Date());
    return filterHistory(entries, { ...NO_HISTORY_FILTER, search: wanted, kind, from });
  }, [entries, wanted, kind, period, lastReport]);
  const all = useMemo(() => filterHistory(entries, NO_HISTORY_FILTER).length, [entries]);
  const rows = useMemo(() => rowsByDay(shown), [shown]);
  usePrintView(() => changeList(rows, takenBackOf(entries), { search: wanted, kind, period }));
  const opened = openSeq === null ? undefined : entries.find(({ header }) => header.seq === openSeq);

  const open = useCallback(({ header }: HistoryEntry) => setOpenSeq(header.seq), []);
  const close = useCallback(() => {
    setOpenSeq(null);
    grid.current?.focus();
  }, []);
  const takeBackOrExplain = (entry: HistoryEntry): void => {
    // The button goes with what it did; the list keeps the focus.
    grid.current?.focus();
    void takeBack(entry).then((isDone) => {
      if (!isDone) open(entry);
    });
  };
  const reset = (): void => {
    setSearch('');
    setKind(null);
    setPeriod('all');
  };

  return (
    <>
      <div className={styles.bar} role="search">
        <SearchBox
          label={HISTORY_TEXTS.search}
          value={search}
          onChange={setSearch}
          onLeave={() => grid.current?.focus()}
        />
        <SelectField
          label={HISTORY_TEXTS.kind}
          isLabelHidden
          value={kind ?? ''}
          options={[
            { value: '', label: HISTORY_TEXTS.allKinds },
            ...CHANGE_KINDS.map((value) => ({ value, label: CHANGE_KIND_LABELS[value] })),
          ]}
          onChange={(value) => setKind(CHANGE_KINDS.find((known) => known === value) ?? null)}
        />
        <SelectField
          label={HISTORY_TEXTS.period}
          isLabelHidden
          value={period}
          options={PERIODS.filter((value) => value !== 'report' || lastReport !== null).map((value) => ({
            value,
            label: HISTORY_TEXTS.periods[value],
          }))}
          onChange={(value) => setPeriod(PERIODS.find((known) => known === value) ?? 'all')}
        />
        <span className={styles.grow} />
        <span className={styles.count} role="status">
          {isComplete
            ? HISTORY_TEXTS.count(shown.length, Math.max(all, shown.length))
            : HISTORY_TEXTS.reading(entries.length, total)}
        </span>
        <PrintButton isSmall />
      </div>
      <div className={styles.split}>
        {rows.length > 0 ? (
          <HistoryGrid
            ref={grid}
            rows={rows}
            takenBack={takenBackOf(entries)}
            openSeq={opened === undefined ? null : openSeq}
            isReadOnly={isReadOnly}
            onOpen={open}
            onTakeBack={takeBackOrExplain}
          />
        ) : (
          <div className={styles.emptyPlane}>
            {isComplete &&
              (entries.length === 0 ? (
                <EmptyState text={HISTORY_TEXTS.empty} />
              ) : (
                <EmptyState
                  text={HISTORY_TEXTS.emptyByFilter}
                  action={<Button onClick={reset}>{HISTORY_TEXTS.resetFilters}</Button>}
                />
              ))}
          </div>
        )}
        {opened !== undefined && (
          <SetPanel
            key={opened.header.seq}
            entry={opened}
            entries={entries}
            takenBackBy={takenBackOf(entries).get(opened.header.seq) ?? null}
            isReadOnly={isReadOnly}
            onShow={(seq) => {
              reset();
              setOpenSeq(seq);
            }}
            onClose={close}
          />
        )}
      </div>
    </>
  );
};
