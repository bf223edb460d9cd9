import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { hostBridge } from '#bridge/host-bridge.ts';
import { duplicateRoom } from '#core/inventory/room-actions.ts';
import { emptyRoom, type Room } from '#core/inventory/room.ts';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { findUntyped, ROOM_CHECKS } from '#core/report/report-checks.ts';
import { selectForLabels } from '#state/label-selection.ts';
import { newRoomId } from '#state/new-id.ts';
import { useAppState, useAppStore, useRoomTypesById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { formatGap, formatNumber, UNKNOWN } from '#texts/format.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Checkbox, SelectField } from '#ui/field.tsx';
import { Icon } from '#ui/icons.tsx';
import { Chip, EmptyState, PageHead } from '#ui/layout.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { DeleteRoomsDialog } from './delete-rooms-dialog.tsx';
import { RoomForm } from './room-form.tsx';
import { StandardMark } from './room-marks.tsx';
import { roomFacts, roomList } from './room-print.ts';
import {
  filterRows,
  groupRows,
  ROOM_COLUMNS,
  roomRows,
  sortRows,
  type RoomColumn,
  type RoomFilter,
  type RoomLine,
  type RoomRow,
  type RoomSort,
} from './room-rows.ts';
import styles from './rooms.module.css';

const NO_FILTER: RoomFilter = { search: '', type: '', onlyGaps: false };
type Editing = { readonly room: Room; readonly isNew: boolean };

/** Räume: by building and floor, with what is there and what is missing. */
export const RoomsPage = () => {
  const store = useAppStore();
  const [location, go] = useLocation();
  // `/raeume/klaeren/room-types`: only what a check before sending has found.
  const check = ROOM_CHECKS.find((known) => location === `/raeume/klaeren/${known}`) ?? null;
  const rooms = useAppState((state) => state.inventory.rooms);
  const devices = useAppState((state) => state.inventory.devices);
  const profile = useAppState((state) => state.profile);
  const types = useRoomTypesById();
  const analysis = useGapAnalysis();
  const commit = useCommitWithToast();
  const [filter, setFilter] = useState<RoomFilter>(NO_FILTER);
  const [sort, setSort] = useState<RoomSort | null>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isDeleting, setIsDeleting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const [newKeys, setNewKeys] = useState<string>(DEVICE_TEXTS.newKeys(false));

  const rows = useMemo(
    () => roomRows(roomsInOrder(rooms), devices, analysis, profile, types),
    [rooms, devices, analysis, profile, types],
  );
  const found = useMemo(
    () => (check === null ? null : new Set(findUntyped(rooms, profile).map(({ id }) => id))),
    [check, rooms, profile],
  );
  const shown = useMemo(() => {
    const wanted = found === null ? rows : rows.filter(({ room }) => found.has(room.id));
    return sortRows(filterRows(wanted, filter), sort);
  }, [rows, found, filter, sort]);
  // Sorted by anything but the place, floors would tear the order apart.
  const lines = useMemo(
    (): readonly RoomLine[] =>
      sort === null ? groupRows(shown, collapsed) : shown.map((row) => ({ kind: 'room', row })),
    [shown, sort, collapsed],
  );
  const selected = useMemo(() => rooms.filter(({ id }) => chosen.has(id)), [rooms, chosen]);

  const openNew = useCallback(() => setEditing({ room: emptyRoom(newRoomId(), ''), isNew: true }), []);
  useEffect(() => {
    void hostBridge()
      .appInfo()
      .then(({ capabilities }) => setNewKeys(DEVICE_TEXTS.newKeys(capabilities.receivesCtrlN)));
  }, []);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const key = event.key.toLowerCase();
      if (key === 'n' && !event.shiftKey && event.ctrlKey !== event.altKey) {
        event.preventDefault();
        openNew();
      } else if (key === 'f' && event.ctrlKey && !event.altKey) {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openNew]);

  const toggle = (id: string): void =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const toggleGroup = (key: string): void =>
    setCollapsed((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const onSort = (column: RoomColumn): void => {
    if (sort?.column !== column) {
      setSort({ column, direction: column === 'gap' ? 'descending' : 'ascending' });
      return;
    }
    const first = column === 'gap' ? 'descending' : 'ascending';
    setSort(
      sort.direction === first
        ? { column, direction: first === 'ascending' ? 'descending' : 'ascending' }
        : null,
    );
  };
  const duplicate = (): void => {
    const known = [...store.getState().inventory.rooms];
    const changes = selected.map((room) => {
      const made = duplicateRoom(room, newRoomId(), known);
      if (made.after !== null) known.push(made.after);
      return made;
    });
    const [first] = changes;
    commit(
      changes.length === 1
        ? { code: 'room-created', params: { room: first?.after?.roomNumber ?? '' } }
        : { code: 'rooms-created', params: { count: changes.length } },
      changes,
    );
  };
  usePrintView(() =>
    roomList(lines, roomFacts(filter, sort, types.get(filter.type)?.name ?? null, check !== null)),
  );
  const isEmpty = rooms.length === 0;
  return (
    <div className={styles.page}>
      <PageHead
        title={ROOM_TEXTS.title}
        fact={isEmpty ? undefined : ROOM_TEXTS.fact(rooms.length, analysis.totals.roomsWithGap)}
        actions={
          <>
            {!isEmpty && <ButtonLink href="#/raeume/schuljahr">{SCHOOL_YEAR_TEXTS.open}</ButtonLink>}
            <Button variant="primary" onClick={openNew}>
              {ROOM_TEXTS.create}
              <kbd className={styles.onPrimary}>{newKeys}</kbd>
            </Button>
          </>
        }
      />
      {!isEmpty && (
        <div className={styles.bar} role="search">
          <div className={styles.search}>
            <Icon name="search" />
            <input
              ref={search}
              type="text"
              role="searchbox"
              aria-label={ROOM_TEXTS.search}
              placeholder={ROOM_TEXTS.search}
              value={filter.search}
              onChange={(event) => setFilter({ ...filter, search: event.target.value })}
            />
            <kbd aria-hidden="true">{ROOM_TEXTS.searchKeys}</kbd>
          </div>
          <SelectField
            label={ROOM_TEXTS.type}
            isLabelHidden
            value={filter.type}
            options={[
              { value: '', label: ROOM_TEXTS.allTypes },
              ...profile.roomTypes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(type) => setFilter({ ...filter, type })}
          />
          <Checkbox
            label={ROOM_TEXTS.onlyGaps}
            isChecked={filter.onlyGaps}
            onChange={(onlyGaps) => setFilter({ ...filter, onlyGaps })}
          />
          {check !== null && (
            <Chip
              text={ROOM_TEXTS.untyped}
              removeLabel={ROOM_TEXTS.removeUntyped}
              onRemove={() => go('/raeume')}
            />
          )}
          <span className={styles.grow} />
          <span className={styles.count} role="status">
            {ROOM_TEXTS.shownOf(shown.length, rooms.length)}
          </span>
          <PrintButton isSmall />
        </div>
      )}
      <div className={styles.split}>
        <div className={styles.plane}>
          {isEmpty ? (
            <EmptyState
              text={ROOM_TEXTS.empty}
              action={<ButtonLink href="#/import">{ROOM_TEXTS.import}</ButtonLink>}
            />
          ) : found?.size === 0 ? (
            <EmptyState
              text={ROOM_TEXTS.allCleared}
              action={<ButtonLink href="#/berichte">{ROOM_TEXTS.backToReports}</ButtonLink>}
            />
          ) : shown.length === 0 ? (
            <EmptyState
              text={ROOM_TEXTS.emptyByFilter}
              action={<Button onClick={() => setFilter(NO_FILTER)}>{ROOM_TEXTS.resetFilters}</Button>}
            />
          ) : (
            <RoomGrid
              lines={lines}
              sort={sort}
              chosen={chosen}
              collapsed={collapsed}
              onSort={onSort}
              onToggle={toggle}
              onToggleGroup={toggleGroup}
              onSelectAll={() => setChosen(new Set(shown.map(({ room }) => room.id)))}
              onClear={() => setChosen(new Set())}
              onOpen={(room) => go(`/raeume/${encodeURIComponent(room.id)}`)}
              onEdit={(room) => setEditing({ room, isNew: false })}
            />
          )}
          {selected.length > 0 && (
            <div className={styles.selection} role="region" aria-label={ROOM_TEXTS.bar}>
              <b role="status">{ROOM_TEXTS.selected(selected.length)}</b>
              {selected.length === 1 && selected[0] !== undefined && (
                <SingleActions room={selected[0]} onEdit={(room) => setEditing({ room, isNew: false })} />
              )}
              <Button isSmall onClick={duplicate}>
                {ROOM_TEXTS.duplicate}
              </Button>
              <Button
                isSmall
                onClick={() => {
                  selectForLabels({ kind: 'rooms', ids: selected.map(({ id }) => id) });
                  go('/etiketten');
                }}
              >
                {ROOM_TEXTS.labels}
              </Button>
              <Button isSmall onClick={() => setIsDeleting(true)}>
                {ROOM_TEXTS.remove}
              </Button>
              <Button isSmall variant="quiet" onClick={() => setChosen(new Set())}>
                {ROOM_TEXTS.clear} <kbd className={styles.keys}>Esc</kbd>
              </Button>
            </div>
          )}
        </div>
        {editing !== null && (
          <SidePanel
            title={editing.isNew ? ROOM_TEXTS.newRoom : ROOM_TEXTS.editTitle(editing.room.roomNumber)}
            closeLabel={ROOM_TEXTS.close}
            onClose={() => setEditing(null)}
          >
            <RoomForm
              key={editing.room.id}
              room={editing.room}
              isNew={editing.isNew}
              onDone={() => setEditing(null)}
              onCancel={() => setEditing(null)}
            />
          </SidePanel>
        )}
      </div>
      {isDeleting && (
        <DeleteRoomsDialog
          rooms={selected}
          onClose={() => setIsDeleting(false)}
          onDone={() => {
            setIsDeleting(false);
            setChosen(new Set());
          }}
        />
      )}
    </div>
  );
};

const SingleActions = ({ room, onEdit }: { readonly room: Room; readonly onEdit: (room: Room) => void }) => (
  <>
    <ButtonLink href={`#/raeume/${encodeURIComponent(room.id)}`}>{ROOM_TEXTS.open}</ButtonLink>
    <Button isSmall onClick={() => onEdit(room)}>
      {ROOM_TEXTS.edit}
    </Button>
  </>
);

type RoomGridProps = {
  readonly lines: readonly RoomLine[];
  readonly sort: RoomSort | null;
  readonly chosen: ReadonlySet<string>;
  readonly collapsed: ReadonlySet<string>;
  readonly onSort: (column: RoomColumn) => void;
  readonly onToggle: (id: string) => void;
  readonly onToggleGroup: (key: string) => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onOpen: (room: Room) => void;
  readonly onEdit: (room: Room) => void;
};

const ROW = 30;

/** One tab stop; the cursor is a row. Enter opens, F2 edits, Leertaste selects, ← → close and open a floor. */
const RoomGrid = ({
  lines,
  sort,
  chosen,
  collapsed,
  onSort,
  onToggle,
  onToggleGroup,
  onSelectAll,
  onClear,
  onOpen,
  onEdit,
}: RoomGridProps) => {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, lines.length - 1);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
  });
  const moveTo = (next: number): void => {
    const target = Math.max(0, Math.min(lines.length - 1, next));
    setCursor(target);
    virtual.scrollToIndex(target);
  };
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / ROW) - 2);
  const line = lines[at];
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== scroller.current) return;
    const done = (action: () => void): void => {
      event.preventDefault();
      action();
    };
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    if (event.key === 'ArrowDown') return done(() => moveTo(at + 1));
    if (event.key === 'ArrowUp') return done(() => moveTo(at - 1));
    if (event.key === 'PageDown') return done(() => moveTo(at + page()));
    if (event.key === 'PageUp') return done(() => moveTo(at - page()));
    if (event.key === 'Home') return done(() => moveTo(0));
    if (event.key === 'End') return done(() => moveTo(lines.length - 1));
    if (ctrl && event.key.toLowerCase() === 'a') return done(onSelectAll);
    if (event.key === 'Escape' && chosen.size > 0) return done(onClear);
    if (line?.kind === 'group') {
      const isClosed = collapsed.has(line.key);
      const isToggle =
        event.key === 'Enter' ||
        event.key === ' ' ||
        (event.key === 'ArrowLeft' && !isClosed) ||
        (event.key === 'ArrowRight' && isClosed);
      if (isToggle) done(() => onToggleGroup(line.key));
      return;
    }
    if (line === undefined) return;
    if (event.key === 'Enter') return done(() => onOpen(line.row.room));
    if (event.key === 'F2') return done(() => onEdit(line.row.room));
    if (event.key === ' ') return done(() => onToggle(line.row.room.id));
  };
  return (
    <div
      ref={scroller}
      role="treegrid"
      tabIndex={0}
      aria-label={ROOM_TEXTS.list}
      aria-rowcount={lines.length + 1}
      aria-colcount={ROOM_COLUMNS.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${at}`}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          <div role="columnheader" className={styles.check}>
            <span className={styles.hidden}>{ROOM_TEXTS.bar}</span>
          </div>
          {ROOM_COLUMNS.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={sort?.column === column.id ? sort.direction : 'none'}
              data-right={column.isRight || undefined}
            >
              <button type="button" onClick={() => onSort(column.id)}>
                {ROOM_TEXTS.heads[column.id]}
                {sort?.column === column.id && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
              </button>
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const shown = lines[item.index];
            if (shown === undefined) return null;
            const common = {
              id: `${id}-${item.index}`,
              role: 'row',
              'aria-rowindex': item.index + 2,
              'data-cursor': item.index === at || undefined,
              style: { transform: `translateY(${item.start}px)` },
            };
            return shown.kind === 'group' ? (
              <div
                key={`group ${shown.key}`}
                {...common}
                className={styles.group}
                aria-level={1}
                aria-expanded={!collapsed.has(shown.key)}
                onClick={() => {
                  setCursor(item.index);
                  onToggleGroup(shown.key);
                }}
              >
                <GroupCells line={shown} isClosed={collapsed.has(shown.key)} />
              </div>
            ) : (
              <div
                key={shown.row.room.id}
                {...common}
                className={styles.row}
                aria-level={lines[0]?.kind === 'group' ? 2 : 1}
                aria-selected={chosen.has(shown.row.room.id)}
                onClick={() => setCursor(item.index)}
                onDoubleClick={() => onOpen(shown.row.room)}
              >
                <RoomCells
                  row={shown.row}
                  isChosen={chosen.has(shown.row.room.id)}
                  onToggle={() => onToggle(shown.row.room.id)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

const GroupCells = ({
  line,
  isClosed,
}: {
  readonly line: Extract<RoomLine, { readonly kind: 'group' }>;
  readonly isClosed: boolean;
}) => (
  <>
    <div role="gridcell" className={styles.check}>
      <Icon name={isClosed ? 'right' : 'down'} />
    </div>
    <div role="rowheader" className={styles.groupName} aria-colspan={3}>
      {ROOM_TEXTS.place(line.building ?? ROOM_TEXTS.noBuilding, line.floor ?? ROOM_TEXTS.noFloor)}
      <span>{ROOM_TEXTS.groupCount(line.rooms)}</span>
    </div>
    <div role="gridcell" data-right>
      {formatNumber(line.sums.seats)}
    </div>
    <div role="gridcell" data-right>
      {formatNumber(line.sums.devices)}
    </div>
    <div role="gridcell" data-right>
      {formatNumber(line.sums.target)}
    </div>
    <div role="gridcell" data-right>
      {formatNumber(line.sums.actual)}
    </div>
    <div role="gridcell" data-right>
      {formatGap(line.sums.gap)}
    </div>
    <div role="gridcell" />
  </>
);

const RoomCells = ({
  row: { room, typeNames, devices, summary, standard },
  isChosen,
  onToggle,
}: {
  readonly row: RoomRow;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}) => {
  const isCounted = summary?.counted === true;
  const figure = (value: number): string => (isCounted ? formatNumber(value) : UNKNOWN);
  return (
    <>
      <div role="gridcell" className={styles.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isChosen}
          onChange={onToggle}
          aria-label={ROOM_TEXTS.select(room.roomNumber)}
        />
      </div>
      <div role="rowheader" className={styles.number}>
        <a href={`#/raeume/${encodeURIComponent(room.id)}`} tabIndex={-1}>
          {room.roomNumber}
        </a>
      </div>
      <div role="gridcell" title={[room.name, room.use].filter(Boolean).join(' · ')}>
        {room.name ?? room.use ?? <span className={styles.none}>{UNKNOWN}</span>}
        {room.name !== null && room.use !== null && <span className={styles.use}>{room.use}</span>}
      </div>
      <div role="gridcell" title={typeNames}>
        {typeNames === '' ? (
          <span className={styles.missing}>
            <Icon name="question" /> {ROOM_TEXTS.noType}
          </span>
        ) : (
          typeNames
        )}
      </div>
      <div role="gridcell" data-right>
        {formatNumber(room.seats)}
      </div>
      <div role="gridcell" data-right>
        {formatNumber(devices)}
      </div>
      <div role="gridcell" data-right>
        {figure(summary?.target ?? 0)}
      </div>
      <div role="gridcell" data-right>
        {figure(summary?.actual ?? 0)}
      </div>
      <div role="gridcell" data-right>
        {!isCounted ? (
          <span className={styles.none}>{UNKNOWN}</span>
        ) : summary.gap === 0 ? (
          '0'
        ) : (
          <StatusMark tone="gap" isTag>
            {formatNumber(summary.gap)}
          </StatusMark>
        )}
      </div>
      <div role="gridcell">
        {standard !== null ? (
          <StandardMark standard={standard} />
        ) : isCounted && !summary.scored ? (
          <span className={styles.none}>{ROOM_TEXTS.notScored}</span>
        ) : null}
      </div>
    </>
  );
};
