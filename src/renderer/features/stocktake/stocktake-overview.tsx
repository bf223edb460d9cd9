import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import type { RoomId } from '#core/shared/ids.ts';
import { allFigures, NO_FIGURES, roomFigures, type CountFigures } from '#core/stocktake/count-results.ts';
import { isScannerTest } from '#core/labels/keyboard-layout.ts';
import { judgeRoomLabel, keptCode } from '#core/stocktake/judge-scan.ts';
import { discardChanges, type StocktakeData } from '#core/stocktake/stocktake-records.ts';
import { printScreen } from '#print/print-screen.ts';
import { usePrintView } from '#print/print-views.ts';
import { useAppState, useAppStore, useCategoriesById, useIsReadOnly } from '#state/use-app-state.ts';
import { formatDate, formatNumber } from '#texts/format.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Menu } from '#ui/menu.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { readingsOf } from './scanner-layout.ts';
import { ScanBox } from './scan-box.tsx';
import { countOf, lookupOf, roomLabel, roomPath } from './stocktake-state.ts';
import { countList, protocol } from './stocktake-print.ts';
import styles from './stocktake.module.css';

type RoomState = 'done' | 'begun' | 'open';
type RoomLine = {
  readonly id: RoomId;
  readonly label: string;
  readonly name: string | null;
  readonly state: RoomState;
  readonly figures: CountFigures;
};
const TONES = { done: 'met', begun: 'part', open: 'none' } as const;
const FIGURES = ['expected', 'found', 'elsewhere', 'away', 'missing', 'open', 'others', 'unknown'] as const;

/** One stocktake: its rooms and how they stand, protocol, taking over. */
export const StocktakeOverview = ({ data }: { readonly data: StocktakeData }) => {
  const store = useAppStore();
  const [, go] = useLocation();
  const { stocktake } = data;
  const count = countOf(data);
  const inventory = useAppState((state) => state.inventory);
  const rooms = roomsInOrder(inventory.rooms);
  const categories = useCategoriesById();
  const isReadOnly = useIsReadOnly();
  const isRunning = stocktake.finishedOn === null && !isReadOnly;
  const commit = useCommitWithToast();
  const [dialog, setDialog] = useState<'finish' | 'discard' | null>(null);
  const [printed, setPrinted] = useState<'protocol' | 'list'>('protocol');
  const [answer, setAnswer] = useState<{ readonly text: string; readonly at: number } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const known = new Set<string>(rooms.map(({ id }) => id));
  // While it runs, every room of the school; afterwards those that were counted, also where they are gone since.
  const shown =
    stocktake.finishedOn === null
      ? [
          ...rooms.map((room) => ({ id: room.id, room })),
          ...data.rooms.filter(({ roomId }) => !known.has(roomId)).map((room) => ({ id: room.roomId, room })),
        ]
      : data.rooms.map((room) => ({ id: room.roomId, room }));
  const lines = shown.map(({ id, room }): RoomLine => {
    const here = count.rooms.get(id);
    return {
      id,
      label: roomLabel(room, inventory.rooms),
      name: room.name,
      state: here === undefined ? 'open' : here.isDone ? 'done' : 'begun',
      figures:
        here === undefined
          ? {
              ...NO_FIGURES,
              expected: lookupOf(inventory)
                .expectedIn(id)
                .reduce((sum, { quantity }) => sum + quantity, 0),
            }
          : roomFigures(here, count.sightings),
    };
  });
  const sums = allFigures(count);
  const done = lines.filter(({ state }) => state === 'done').length;
  const categoryName = (id: string | null): string => categories.get(id ?? '')?.name ?? '';
  usePrintView(() =>
    printed === 'protocol'
      ? protocol(data, inventory.rooms, categoryName)
      : countList(
          stocktake.name,
          shown.map(({ id, room }) => ({
            ...room,
            expected: count.rooms.get(id)?.room.expected ?? lookupOf(inventory).expectedIn(id),
          })),
          categoryName,
        ),
  );
  const print = (what: typeof printed): void => {
    flushSync(() => setPrinted(what));
    printScreen();
  };
  const onScan = (code: string): void => {
    const [first, ...further] = readingsOf(store, code);
    const lookup = lookupOf(inventory);
    const verdict =
      [first, ...further]
        .map((reading) => judgeRoomLabel(reading, lookup))
        .find((judged) => judged !== null) ?? null;
    if (verdict?.kind === 'room') {
      go(roomPath(stocktake.id, verdict.roomId));
      return;
    }
    setAnswer({
      text:
        verdict !== null
          ? STOCKTAKE_TEXTS.unknownRoom(verdict.roomNumber, verdict.isAmbiguous)
          : isScannerTest(first)
            ? STOCKTAKE_TEXTS.verdicts.scannerTest
            : STOCKTAKE_TEXTS.noRoomLabel(keptCode(first)),
      at: (answer?.at ?? 0) + 1,
    });
  };
  const heads = STOCKTAKE_TEXTS.roomHeads;
  const columns: readonly DataColumn<RoomLine>[] = [
    {
      id: 'room',
      label: heads.room,
      isRowHead: true,
      cell: ({ id, label, name, state }) => (
        <>
          {state === 'open' && !isRunning ? label : <a href={`#${roomPath(stocktake.id, id)}`}>{label}</a>}{' '}
          {name}
        </>
      ),
    },
    {
      id: 'state',
      label: heads.state,
      cell: ({ state }) => <StatusMark tone={TONES[state]}>{STOCKTAKE_TEXTS.roomStates[state]}</StatusMark>,
    },
    ...FIGURES.map((figure): DataColumn<RoomLine> => ({
      id: figure,
      label: heads[figure],
      align: 'right',
      cell: ({ state, figures }) =>
        // Before anybody was there, zeros would only hide the rooms that were counted.
        state === 'open' && figure !== 'expected' ? '' : formatNumber(figures[figure]),
    })),
  ];
  const finishedFact =
    stocktake.finishedOn === null ? null : STOCKTAKE_TEXTS.finished(formatDate(stocktake.finishedOn));
  return (
    <div className={styles.page}>
      <PageHead
        title={stocktake.name}
        fact={[STOCKTAKE_TEXTS.overviewFact(done, lines.length, sums), finishedFact]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            <ButtonLink href="#/inventur">{STOCKTAKE_TEXTS.backToList}</ButtonLink>
            <Menu
              label={STOCKTAKE_TEXTS.more}
              items={[
                { id: 'list', label: STOCKTAKE_TEXTS.printList, onSelect: () => print('list') },
                { id: 'protocol', label: STOCKTAKE_TEXTS.printProtocol, onSelect: () => print('protocol') },
                {
                  id: 'discard',
                  label: STOCKTAKE_TEXTS.discard,
                  isDisabled: isReadOnly,
                  onSelect: () => setDialog('discard'),
                },
              ]}
            />
            {isRunning && (
              <Button variant="primary" onClick={() => setDialog('finish')}>
                {STOCKTAKE_TEXTS.finish}
              </Button>
            )}
          </>
        }
      />
      {isRunning && (
        <ScanBox
          field={field}
          label={STOCKTAKE_TEXTS.scanRoom}
          hint={STOCKTAKE_TEXTS.scanRoomHint}
          onScan={onScan}
          result={answer === null ? null : { tone: 'unknown', ...answer }}
        />
      )}
      <div className={styles.body} tabIndex={0} role="region" aria-label={STOCKTAKE_TEXTS.rooms}>
        <Section title={STOCKTAKE_TEXTS.rooms}>
          <DataTable
            caption={STOCKTAKE_TEXTS.rooms}
            columns={columns}
            rows={lines}
            keyOf={({ id }) => id}
            foot={[STOCKTAKE_TEXTS.sumCounted, '', ...FIGURES.map((figure) => formatNumber(sums[figure]))]}
          />
        </Section>
      </div>
      {dialog === 'finish' && <FinishDialog data={data} onClose={() => setDialog(null)} />}
      {dialog === 'discard' && (
        <Dialog
          title={STOCKTAKE_TEXTS.discardTitle(stocktake.name)}
          closeLabel={STOCKTAKE_TEXTS.close}
          onClose={() => setDialog(null)}
          actions={
            <>
              <Button onClick={() => setDialog(null)}>{STOCKTAKE_TEXTS.cancel}</Button>
              <Button
                variant="danger"
                onClick={() => {
                  commit(
                    { code: 'stocktake-discarded', params: { name: stocktake.name } },
                    discardChanges(store.getState().settings, stocktake),
                  );
                  setDialog(null);
                  go('/inventur');
                }}
              >
                {STOCKTAKE_TEXTS.discardDo}
              </Button>
            </>
          }
        >
          <p>{STOCKTAKE_TEXTS.discardText}</p>
        </Dialog>
      )}
    </div>
  );
};
