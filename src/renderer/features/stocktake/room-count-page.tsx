import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RoomId } from '#core/shared/ids.ts';
import { roomFigures, untakenDifferences } from '#core/stocktake/count-results.ts';
import type { RoomCount } from '#core/stocktake/count-state.ts';
import type { StocktakeData } from '#core/stocktake/stocktake-records.ts';
import { printScreen } from '#print/print-screen.ts';
import { usePrintView } from '#print/print-views.ts';
import {
  useAppState,
  useAppStore,
  useCategoriesById,
  useIsReadOnly,
  useRoom,
  useRoomsById,
  useSetting,
} from '#state/use-app-state.ts';
import { formatDate } from '#texts/format.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Checkbox } from '#ui/field.tsx';
import { EmptyState, Notice, PageHead, Section } from '#ui/layout.tsx';
import { ExpectedTable, OthersTable } from './count-tables.tsx';
import { verdictWords, type RoomNames } from './result-words.ts';
import { ScanBox } from './scan-box.tsx';
import { playScanSound } from './scan-sound.ts';
import {
  americanSetting,
  countedName,
  countOf,
  roomLabel,
  roomPath,
  soundSetting,
  stocktakePath,
} from './stocktake-state.ts';
import { countList } from './stocktake-print.ts';
import styles from './stocktake.module.css';
import { UnknownTable } from './unknown-table.tsx';
import { useListKeys } from './use-list-keys.ts';
import { openRoom, useCounting, type Judged } from './use-counting.ts';

/** One room being counted, or as it was counted. */
export const RoomCountPage = ({ data, id }: { readonly data: StocktakeData; readonly id: RoomId }) => {
  const store = useAppStore();
  const room = useRoom(id);
  const isReadOnly = useIsReadOnly();
  const { stocktake } = data;
  const here = countOf(data).rooms.get(id);
  useEffect(() => openRoom(store, stocktake.id, id), [store, stocktake.id, id]);
  if (here !== undefined) return <RoomCounting data={data} here={here} />;
  if (room !== undefined && !isReadOnly && stocktake.finishedOn === null) return null;
  return (
    <>
      <PageHead title={stocktake.name} />
      <EmptyState
        text={room !== undefined && isReadOnly ? STOCKTAKE_TEXTS.readOnly : STOCKTAKE_TEXTS.roomGone}
        action={
          <ButtonLink href={`#${stocktakePath(stocktake.id)}`}>{STOCKTAKE_TEXTS.backToRooms}</ButtonLink>
        }
      />
    </>
  );
};

/** The room after the given one that is not counted yet; null = there is none. */
const nextRoom = (data: StocktakeData, rooms: readonly { readonly id: RoomId }[], current: RoomId) => {
  const at = rooms.findIndex(({ id }) => id === current);
  const { rooms: counts } = countOf(data);
  return (
    [...rooms.slice(at + 1), ...rooms.slice(0, Math.max(0, at))].find(
      ({ id }) => counts.get(id)?.isDone !== true,
    ) ?? null
  );
};

const RoomCounting = ({ data, here }: { readonly data: StocktakeData; readonly here: RoomCount }) => {
  const store = useAppStore();
  const [, go] = useLocation();
  const { stocktake } = data;
  const { room } = here;
  const count = countOf(data);
  const rooms = useAppState((state) => state.inventory.rooms);
  const byId = useRoomsById();
  const categories = useCategoriesById();
  const isReadOnly = useIsReadOnly();
  const isRunning = stocktake.finishedOn === null && !isReadOnly;
  const [hasSound, setHasSound] = useSetting(soundSetting);
  const [isAmerican, setIsAmerican] = useSetting(americanSetting);
  const { scan, append } = useCounting(stocktake.id, room.roomId);
  const [last, setLast] = useState<(Judged & { readonly at: number }) | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const figures = roomFigures(here, count.sightings);
  const roomName: RoomNames = (id) => {
    const found = id === null ? undefined : (byId.get(id) ?? count.rooms.get(id)?.room);
    return found === undefined ? null : roomLabel(found, rooms);
  };

  useLayoutEffect(() => field.current?.focus(), []);
  const onScan = (code: string): void => {
    const judged = scan(code);
    if (judged === null) return;
    if (hasSound)
      playScanSound(judged.verdict.kind === 'found' || judged.verdict.kind === 'room' ? 'good' : 'look');
    if (judged.verdict.kind === 'room') {
      go(roomPath(stocktake.id, judged.verdict.roomId));
      return;
    }
    setLast((before) => ({ ...judged, at: (before?.at ?? 0) + 1 }));
  };
  // The number of a Sammelposten is asked for at once; Enter leads back to the scanner.
  const toCount = last?.verdict.kind === 'found' && last.verdict.device.quantity > 1 ? last : null;
  useEffect(() => {
    if (toCount?.verdict.kind !== 'found') return;
    const input = document.querySelector<HTMLInputElement>(
      `[data-pieces="${CSS.escape(toCount.verdict.device.id)}"]`,
    );
    input?.focus();
    input?.select();
  }, [toCount]);

  const movable =
    last?.verdict.kind === 'elsewhere' || last?.verdict.kind === 'decommissioned'
      ? last.verdict.device
      : null;
  const isMoved =
    movable !== null &&
    here.others.some(({ device, isMovedHere }) => device.id === movable.id && isMovedHere);
  const move = useCallback(
    (device: string, isOn: boolean): void => {
      const line = here.others.find((other) => other.device.id === device);
      if (line === undefined || line.isMovedHere === isOn) return;
      append(STOCKTAKE_TEXTS.verdicts.moved(countedName(line.device), room.roomNumber), {
        kind: 'move-here',
        deviceId: line.device.id,
        isMoved: isOn,
      });
      field.current?.focus();
    },
    [here, append, room.roomNumber],
  );
  const next = (): void => {
    if (!here.isDone) append(STOCKTAKE_TEXTS.roomStates.done, { kind: 'room-done', isDone: true });
    const found = nextRoom(data, roomsInOrder(rooms), room.roomId);
    go(found === null ? stocktakePath(stocktake.id) : roomPath(stocktake.id, found.id));
  };
  const onListKey = useListKeys({
    field,
    isOn: isRunning,
    onNext: next,
    onMove: (device) => {
      const wanted = device ?? movable?.id;
      if (wanted !== undefined) move(wanted, true);
    },
  });
  const untaken = here.isDone ? untakenDifferences(here, count.sightings) : [];
  const categoryName = (id: string | null): string => categories.get(id ?? '')?.name ?? '';
  usePrintView(() => countList(stocktake.name, [here.room], categoryName));
  return (
    <div className={styles.page}>
      <PageHead
        title={STOCKTAKE_TEXTS.roomTitle(roomLabel(room, rooms))}
        fact={[room.name, STOCKTAKE_TEXTS.roomFact(figures)].filter(Boolean).join(' · ')}
        actions={
          <>
            <ButtonLink href={`#${stocktakePath(stocktake.id)}`}>{STOCKTAKE_TEXTS.backToRooms}</ButtonLink>
            <Button onClick={printScreen}>{STOCKTAKE_TEXTS.printList}</Button>
            {isRunning && (
              <Button variant="primary" aria-keyshortcuts="Alt+N" onClick={next}>
                {STOCKTAKE_TEXTS.next} <kbd className={styles.onPrimary}>{STOCKTAKE_TEXTS.nextKeys}</kbd>
              </Button>
            )}
          </>
        }
      />
      {isAmerican && isRunning && <Notice>{STOCKTAKE_TEXTS.americanFound}</Notice>}
      {isReadOnly && <Notice>{STOCKTAKE_TEXTS.readOnly}</Notice>}
      {stocktake.finishedOn !== null && (
        <Notice>{STOCKTAKE_TEXTS.finishedRoom(formatDate(stocktake.finishedOn))}</Notice>
      )}
      {isRunning && (
        <ScanBox
          field={field}
          onScan={onScan}
          onUndo={() => {
            const { undoable } = store.getState();
            if (undoable?.label.code !== 'stocktake-scanned') return;
            void store.undo();
            setLast(null);
          }}
          result={last === null ? null : { ...verdictWords(last, roomName), at: last.at }}
          action={
            movable !== null &&
            !isMoved && (
              <Button aria-keyshortcuts="Alt+M" onClick={() => move(movable.id, true)}>
                {STOCKTAKE_TEXTS.moveHere} <kbd className={styles.keys}>{STOCKTAKE_TEXTS.moveKeys}</kbd>
              </Button>
            )
          }
          option={
            <>
              <Checkbox label={STOCKTAKE_TEXTS.sound} isChecked={hasSound} onChange={setHasSound} />
              {isAmerican && <Checkbox label={STOCKTAKE_TEXTS.american} isChecked onChange={setIsAmerican} />}
            </>
          }
        />
      )}
      <div
        className={styles.body}
        tabIndex={0}
        role="region"
        aria-label={STOCKTAKE_TEXTS.expected}
        onKeyDown={onListKey}
      >
        <Section
          title={STOCKTAKE_TEXTS.expected}
          fact={String(here.expected.length)}
          actions={
            isRunning &&
            untaken.length > 0 && (
              <Button
                isSmall
                onClick={() =>
                  append(
                    STOCKTAKE_TEXTS.takeMissing,
                    ...untaken.map((deviceId) => ({
                      kind: 'take-difference' as const,
                      deviceId,
                      isTaken: true,
                    })),
                  )
                }
              >
                {STOCKTAKE_TEXTS.takeAll(untaken.length)}
              </Button>
            )
          }
        >
          <ExpectedTable
            here={here}
            sightings={count.sightings}
            isRunning={isRunning}
            categoryName={categoryName}
            roomName={roomName}
            append={append}
            onScan={onScan}
            onCounted={() => field.current?.focus()}
          />
        </Section>
        {here.others.length > 0 && (
          <Section title={STOCKTAKE_TEXTS.others} fact={String(here.others.length)}>
            <OthersTable
              here={here}
              isRunning={isRunning}
              categoryName={categoryName}
              roomName={roomName}
              onMove={move}
            />
          </Section>
        )}
        {here.unknown.length > 0 && (
          <Section title={STOCKTAKE_TEXTS.unknown} fact={String(here.unknown.length)}>
            <UnknownTable
              lines={here.unknown}
              isRunning={isRunning}
              categoryName={categoryName}
              append={append}
            />
          </Section>
        )}
      </div>
    </div>
  );
};
