import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { allFigures } from '#core/stocktake/count-results.ts';
import { stocktakeChange, type StocktakeData } from '#core/stocktake/stocktake-records.ts';
import { newId } from '#state/new-id.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { COMMIT_TEXTS } from '#texts/commit.ts';
import { formatDate, localDay } from '#texts/format.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/field.tsx';
import { EmptyState, PageHead, Section } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import { countOf, stocktakePath } from './stocktake-state.ts';
import styles from './stocktake.module.css';

/** Draws codes, which takes a library of its own. */
const ScannerCheck = lazy(() =>
  import('./scanner-check.tsx').then(({ ScannerCheck: component }) => ({ default: component })),
);

/** All stocktakes, running and finished. */
export const StocktakeList = ({ stocktakes }: { readonly stocktakes: readonly StocktakeData[] }) => {
  const [isStarting, setIsStarting] = useState(false);
  const hasRooms = useAppState((state) => state.inventory.rooms.length > 0);
  const rooms = useAppState((state) => state.inventory.rooms.length);
  const heads = STOCKTAKE_TEXTS.listHeads;
  const start = (
    <Button variant="primary" onClick={() => setIsStarting(true)}>
      {STOCKTAKE_TEXTS.start}
    </Button>
  );
  return (
    <>
      <PageHead title={STOCKTAKE_TEXTS.title} fact={STOCKTAKE_TEXTS.fact} actions={hasRooms && start} />
      <div className={styles.body}>
        {!hasRooms ? (
          <EmptyState
            text={STOCKTAKE_TEXTS.noRooms}
            action={<ButtonLink href="#/raeume">{STOCKTAKE_TEXTS.toRooms}</ButtonLink>}
          />
        ) : stocktakes.length === 0 ? (
          <EmptyState text={STOCKTAKE_TEXTS.empty} />
        ) : (
          <Section title={STOCKTAKE_TEXTS.list}>
            <DataTable
              caption={STOCKTAKE_TEXTS.list}
              rows={stocktakes}
              keyOf={({ stocktake }) => stocktake.id}
              columns={[
                {
                  id: 'name',
                  label: heads.name,
                  isRowHead: true,
                  cell: ({ stocktake }) => <a href={`#${stocktakePath(stocktake.id)}`}>{stocktake.name}</a>,
                },
                {
                  id: 'startedOn',
                  label: heads.startedOn,
                  cell: ({ stocktake }) => formatDate(stocktake.startedOn),
                },
                {
                  id: 'state',
                  label: heads.state,
                  cell: ({ stocktake }) =>
                    stocktake.finishedOn === null
                      ? STOCKTAKE_TEXTS.running
                      : STOCKTAKE_TEXTS.finished(formatDate(stocktake.finishedOn)),
                },
                {
                  id: 'rooms',
                  label: heads.rooms,
                  align: 'right',
                  cell: (data) =>
                    STOCKTAKE_TEXTS.roomsDone(
                      [...countOf(data).rooms.values()].filter(({ isDone }) => isDone).length,
                      data.stocktake.finishedOn === null ? rooms : data.rooms.length,
                    ),
                },
                {
                  id: 'found',
                  label: heads.found,
                  align: 'right',
                  cell: (data) => {
                    const { found, expected } = allFigures(countOf(data));
                    return STOCKTAKE_TEXTS.foundOf(found, expected);
                  },
                },
              ]}
            />
          </Section>
        )}
        {hasRooms && (
          <Suspense>
            <ScannerCheck />
          </Suspense>
        )}
      </div>
      {isStarting && <StartDialog onClose={() => setIsStarting(false)} />}
    </>
  );
};

const StartDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const store = useAppStore();
  const { show } = useToast();
  const [, go] = useLocation();
  const [today] = useState(() => localDay(new Date()));
  const [name, setName] = useState<string>(STOCKTAKE_TEXTS.defaultName(today.slice(0, 4)));
  const [countedBy, setCountedBy] = useState('');
  const [error, setError] = useState<string | null>(null);
  const start = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') {
      setError(STOCKTAKE_TEXTS.nameMissing);
      return;
    }
    const id = newId();
    const stocktake = {
      id,
      name: wanted,
      startedOn: today,
      countedBy: countedBy.trim() === '' ? null : countedBy.trim(),
      finishedOn: null,
    };
    void store
      .commit({ code: 'stocktake-started', params: { name: wanted } }, [
        stocktakeChange(store.getState().settings, stocktake),
      ])
      .then((outcome) => {
        if (!outcome.ok && outcome.error.code === 'read-only')
          show({ text: COMMIT_TEXTS.readOnly, kind: 'error' });
      });
    onClose();
    go(stocktakePath(id));
  };
  return (
    <Dialog
      title={STOCKTAKE_TEXTS.startDo}
      closeLabel={STOCKTAKE_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{STOCKTAKE_TEXTS.cancel}</Button>
          <Button variant="primary" type="submit" form="stocktake-start">
            {STOCKTAKE_TEXTS.startDo}
          </Button>
        </>
      }
    >
      <form id="stocktake-start" className={styles.stack} onSubmit={start}>
        <TextField label={STOCKTAKE_TEXTS.name} value={name} error={error} onChange={setName} autoFocus />
        <TextField
          label={STOCKTAKE_TEXTS.countedBy}
          hint={STOCKTAKE_TEXTS.countedByHint}
          value={countedBy}
          onChange={setCountedBy}
        />
      </form>
    </Dialog>
  );
};
