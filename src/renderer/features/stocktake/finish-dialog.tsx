import { useMemo, useState } from 'react';
import { untakenDifferences } from '#core/stocktake/count-results.ts';
import { stocktakeChanges } from '#core/stocktake/stocktake-changes.ts';
import { stocktakeChange, type StocktakeData } from '#core/stocktake/stocktake-records.ts';
import { newDeviceId } from '#state/new-id.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { localDay } from '#texts/format.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { useCommitOfMany } from '#device-editor/use-device-commit.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/layout.tsx';
import { countedName, countOf } from './stocktake-state.ts';
import styles from './stocktake.module.css';

/** Says what taking the count over does, and does it as one step that can be undone. */
export const FinishDialog = ({
  data,
  onClose,
}: {
  readonly data: StocktakeData;
  readonly onClose: () => void;
}) => {
  const store = useAppStore();
  const commit = useCommitOfMany();
  const inventory = useAppState((state) => state.inventory);
  const [isBusy, setIsBusy] = useState(false);
  const { stocktake } = data;
  const count = countOf(data);
  const today = localDay(new Date());
  const outcome = useMemo(
    () => stocktakeChanges(count, inventory, newDeviceId, today),
    [count, inventory, today],
  );
  const counts = [...count.rooms.values()];
  const openRooms = inventory.rooms.filter(({ id }) => count.rooms.get(id)?.isDone !== true).length;
  const untaken = counts
    .filter(({ isDone }) => isDone)
    .reduce((sum, room) => sum + untakenDifferences(room, count.sightings).length, 0);
  const unknown = counts.reduce(
    (sum, room) => sum + room.unknown.filter(({ newDevice }) => newDevice === null).length,
    0,
  );
  const effects = [
    [outcome.seen, STOCKTAKE_TEXTS.finishSeen],
    [outcome.moved, STOCKTAKE_TEXTS.finishMoved],
    [outcome.missing, STOCKTAKE_TEXTS.finishMissing],
    [outcome.foundAgain, STOCKTAKE_TEXTS.finishFoundAgain],
    [outcome.created, STOCKTAKE_TEXTS.finishCreated],
    [outcome.enlarged, STOCKTAKE_TEXTS.finishEnlarged],
  ] as const;
  const finish = (): void => {
    setIsBusy(true);
    void commit({ code: 'stocktake-finished', params: { name: stocktake.name, count: outcome.seen } }, [
      ...outcome.changes,
      stocktakeChange(store.getState().settings, { ...stocktake, finishedOn: today }),
    ]).then(onClose);
  };
  return (
    <Dialog
      title={STOCKTAKE_TEXTS.finishTitle(stocktake.name)}
      closeLabel={STOCKTAKE_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{STOCKTAKE_TEXTS.cancel}</Button>
          <Button variant="primary" disabled={isBusy || counts.length === 0} onClick={finish}>
            {STOCKTAKE_TEXTS.finishDo}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {outcome.changes.length === 0 ? (
          <p>{STOCKTAKE_TEXTS.finishNothing}</p>
        ) : (
          <ul className={styles.effects}>
            {effects.map(([value, text]) => value > 0 && <li key={text(value)}>{text(value)}</li>)}
          </ul>
        )}
        {openRooms > 0 && <Notice>{STOCKTAKE_TEXTS.finishOpenRooms(openRooms)}</Notice>}
        {untaken > 0 && <Notice kind="part">{STOCKTAKE_TEXTS.finishUntaken(untaken)}</Notice>}
        {unknown > 0 && <Notice>{STOCKTAKE_TEXTS.finishUnknown(unknown)}</Notice>}
        {outcome.leftOut.length > 0 && (
          <Notice kind="part">
            {STOCKTAKE_TEXTS.finishLeftOut(outcome.leftOut.map(countedName).join(', '))}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
