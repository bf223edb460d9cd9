import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { restoreDeleted, type Deletion } from '#core/history/deleted-things.ts';
import { thingKey } from '#core/history/thing-key.ts';
import { roomId } from '#core/shared/ids.ts';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { roomsById } from '#state/derived.ts';
import { changeNamesOf } from '#state/history-words.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { useDeletedThings, useIndexedHistory } from '#state/use-history.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import { changedThingSearchText, changedThingText, type ChangeNames } from '#texts/change-values.ts';
import { formatTime } from '#texts/format.ts';
import { BIN_TEXTS, formatDay, HISTORY_TEXTS } from '#texts/history.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/field.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import { binList } from './bin-print.ts';
import styles from './history.module.css';
import { SearchBox } from './search-box.tsx';
import { useTakeBack } from './use-take-back.ts';

const ROW_HEIGHT = 45;
const HEAD_HEIGHT = 30;

export type BinLine = {
  readonly key: string;
  readonly deletion: Deletion;
  readonly name: string;
  readonly detail: string;
  readonly place: string;
  readonly text: string;
};

const lineOf = (deletion: Deletion, names: ChangeNames, isThere: (roomId: string) => boolean): BinLine => {
  const change =
    deletion.entity === 'device'
      ? ({ entity: 'device', id: deletion.id, before: deletion.thing, after: null } as const)
      : ({ entity: 'room', id: deletion.id, before: deletion.thing, after: null } as const);
  const name = changedThingText(change, names);
  const { thing } = deletion;
  const detail =
    'assetTag' in thing
      ? [
          thing.categoryId === null ? null : names.category(thing.categoryId),
          [thing.manufacturer, thing.model].filter(Boolean).join(' '),
          thing.serialNumber,
        ]
      : [BIN_TEXTS.room, thing.building, thing.floor];
  const room = 'assetTag' in thing ? thing.roomId : null;
  const place =
    room === null
      ? 'assetTag' in thing
        ? BIN_TEXTS.noRoom
        : ''
      : isThere(room)
        ? (names.room(room) ?? '')
        : BIN_TEXTS.roomGone(names.room(room));
  return {
    key: thingKey(deletion),
    deletion,
    name,
    detail: detail.filter((part) => part !== null && part !== '' && part !== name).join(' · '),
    place,
    text: `${changedThingSearchText(change, names)} ${place} ${changeLabelText(deletion.by.label)}`.toLowerCase(),
  };
};

/** Papierkorb: what was deleted and can come back. */
export const BinTab = () => {
  const store = useAppStore();
  const { show } = useToast();
  const { undoOf } = useTakeBack();
  const deleted = useDeletedThings();
  const { entries, isComplete, total, goneRooms } = useIndexedHistory();
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useDeferredValue(search);

  const lines = useMemo(() => {
    const names = changeNamesOf({ inventory, profile }, goneRooms);
    const rooms = roomsById(inventory.rooms);
    return deleted.map((deletion) => lineOf(deletion, names, (id) => rooms.has(roomId(id))));
  }, [deleted, inventory, profile, goneRooms]);
  const shown = useMemo(() => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    return lines.filter(({ text }) => words.every((word) => text.includes(word)));
  }, [lines, wanted]);
  usePrintView(() => binList(shown, wanted));
  const selected = lines.filter(({ key }) => chosen.has(key)).map(({ deletion }) => deletion);
  const { withoutRoom } = restoreDeleted({ inventory }, selected);

  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const restore = async (): Promise<void> => {
    setIsBusy(true);
    const outcome = await store.restore(selected);
    setIsBusy(false);
    if (!outcome.ok) {
      const text = outcome.error.code === 'read-only' ? HISTORY_TEXTS.readOnly : HISTORY_TEXTS.notSaved;
      show({ text, kind: 'error' });
      return;
    }
    setChosen(new Set());
    grid.current?.focus();
    show({
      text: BIN_TEXTS.done(changeLabelText(outcome.value.label)),
      actionLabel: HISTORY_TEXTS.undo,
      onAction: undoOf(outcome.value.seq),
    });
  };

  return (
    <>
      <div className={styles.bar} role="search">
        <SearchBox
          label={BIN_TEXTS.search}
          value={search}
          onChange={setSearch}
          onLeave={() => grid.current?.focus()}
        />
        {shown.length > 0 && (
          <Checkbox
            label={BIN_TEXTS.selectAll}
            isChecked={shown.every(({ key }) => chosen.has(key))}
            onChange={(isAll) => setChosen(new Set(isAll ? shown.map(({ key }) => key) : []))}
          />
        )}
        <span className={styles.grow} />
        <span className={styles.count} role="status">
          {isComplete
            ? BIN_TEXTS.count(shown.length, lines.length)
            : HISTORY_TEXTS.reading(entries.length, total)}
        </span>
        <PrintButton isSmall />
      </div>
      <div className={styles.split}>
        <div className={styles.plane}>
          {shown.length > 0 ? (
            <BinGrid
              ref={grid}
              lines={shown}
              chosen={chosen}
              onToggle={toggle}
              onAll={() => setChosen(new Set(shown.map(({ key }) => key)))}
            />
          ) : (
            <div className={styles.emptyPlane}>
              {isComplete &&
                (lines.length === 0 ? (
                  <EmptyState text={BIN_TEXTS.empty} />
                ) : (
                  <EmptyState
                    text={BIN_TEXTS.emptyByFilter}
                    action={<Button onClick={() => setSearch('')}>{BIN_TEXTS.resetFilters}</Button>}
                  />
                ))}
            </div>
          )}
          {selected.length > 0 && (
            <div className={styles.selection} role="region" aria-label={BIN_TEXTS.bar}>
              <b>{BIN_TEXTS.selected(selected.length)}</b>
              <span>{withoutRoom.length > 0 && BIN_TEXTS.withoutRoom(withoutRoom.length)}</span>
              <Button onClick={() => setChosen(new Set())}>{BIN_TEXTS.clear}</Button>
              <Button variant="primary" disabled={isReadOnly || isBusy} onClick={() => void restore()}>
                {BIN_TEXTS.restore(selected.length)}
              </Button>
            </div>
          )}
        </div>
      </div>
    </>
  );
};

const BinGrid = ({
  ref,
  lines,
  chosen,
  onToggle,
  onAll,
}: {
  readonly ref: React.RefObject<HTMLDivElement | null>;
  readonly lines: readonly BinLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly onAll: () => void;
}) => {
  const id = useId();
  const [wanted, setWanted] = useState(0);
  const cursor = Math.max(0, Math.min(wanted, lines.length - 1));
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => ref.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== ref.current || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((ref.current.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const place = (next: number): void => {
      const target = Math.max(0, Math.min(lines.length - 1, next));
      setWanted(target);
      rows.scrollToIndex(target);
    };
    const toggle = (): void => {
      const line = lines[cursor];
      if (line !== undefined) onToggle(line.key);
    };
    if (event.ctrlKey) {
      if (event.key.toLowerCase() !== 'a') return;
      event.preventDefault();
      onAll();
      return;
    }
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => place(cursor + 1),
      ArrowUp: () => place(cursor - 1),
      PageDown: () => place(cursor + page),
      PageUp: () => place(cursor - page),
      Home: () => place(0),
      End: () => place(lines.length - 1),
      ' ': toggle,
      Enter: toggle,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      aria-label={BIN_TEXTS.grid}
      aria-rowcount={lines.length + 1}
      aria-multiselectable
      aria-activedescendant={`${id}-${cursor}`}
      data-bin
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          <span role="columnheader">
            <span className={styles.hidden}>{BIN_TEXTS.heads.select}</span>
          </span>
          <span role="columnheader">{BIN_TEXTS.heads.thing}</span>
          <span role="columnheader">{BIN_TEXTS.heads.place}</span>
          <span role="columnheader">{BIN_TEXTS.heads.deleted}</span>
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const { key, name, detail, place, deletion } = line;
          const isChosen = chosen.has(key);
          return (
            <div
              key={key}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={isChosen}
              data-cursor={item.index === cursor || undefined}
              data-chosen={isChosen || undefined}
              className={styles.row}
              style={{ top: item.start, height: item.size }}
              onClick={() => {
                setWanted(item.index);
                onToggle(key);
              }}
            >
              <span role="gridcell">
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={BIN_TEXTS.select(name)}
                  checked={isChosen}
                  onChange={() => undefined}
                />
              </span>
              <span role="gridcell" className={styles.what} title={[name, detail].filter(Boolean).join('\n')}>
                <b>{name}</b>
                {detail !== '' && <span>{detail}</span>}
              </span>
              <span role="gridcell" className={styles.what} title={place}>
                <span>{place}</span>
              </span>
              <span role="gridcell" className={styles.what} title={changeLabelText(deletion.by.label)}>
                <span>
                  {formatDay(deletion.by.at)}, {formatTime(deletion.by.at)}
                </span>
                <span>{changeLabelText(deletion.by.label)}</span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};
