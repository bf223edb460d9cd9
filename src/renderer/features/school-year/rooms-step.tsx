import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState } from 'react';
import { compareNatural } from '#core/inventory/room-order.ts';
import type { Room } from '#core/inventory/room.ts';
import { moveUp } from '#core/plan/move-up.ts';
import { nextYearsUse } from '#core/plan/school-classes.ts';
import type { RoomPlan } from '#core/plan/school-year.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, TextField } from '#ui/field.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { Menu } from '#ui/menu.tsx';
import { planRooms, roomPlanOf, setDraft, useDraft } from './draft.ts';
import { RoomRow } from './room-row.tsx';
import styles from './school-year.module.css';
import { SwapDialog } from './swap-dialog.tsx';
import { deviceCounts } from './use-school-year.ts';

const ROW_HEIGHT = 40;
const HEADS = ['room', 'before', 'after', 'name', 'type', 'devices'] as const;

/** Step 1: who uses which room, what kind of room it is then, and whether the devices go along. */
export const RoomsStep = () => {
  const draft = useDraft();
  const rooms = useAppState((state) => state.inventory.rooms);
  const devices = useAppState((state) => state.inventory.devices);
  const school = useAppState((state) => state.inventory.school);
  const known = useRoomsById();
  const { finder } = useDeviceLookup();
  const [search, setSearch] = useState('');
  const [onlyUsed, setOnlyUsed] = useState(true);
  const [isSwapping, setIsSwapping] = useState(false);
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const counts = deviceCounts(devices);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return roomsInOrder(rooms).filter(
      (room) =>
        // A room that got its user only now must not vanish while it is typed.
        (!onlyUsed || room.use !== null || draft.rooms.has(room.id)) &&
        [room.roomNumber, room.building, room.name, room.use, draft.rooms.get(room.id)?.use]
          .filter(Boolean)
          .join(' ')
          .toLowerCase()
          .includes(wanted),
    );
  }, [rooms, search, onlyUsed, draft.rooms]);
  const uses = useMemo(
    () => usesToChoose(rooms, draft.movesUp ? school.schoolType : undefined),
    [rooms, draft.movesUp, school.schoolType],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 8,
  });
  const setAllDevices = (to: RoomPlan['devices']): void =>
    planRooms(
      rooms.filter(({ use }) => use !== null).map((room) => ({ ...roomPlanOf(draft, room), devices: to })),
      known,
    );
  return (
    <>
      <div className={styles.bar}>
        <Button
          onClick={() => {
            setDraft({ movesUp: true });
            // What was said about devices before stays.
            planRooms(
              moveUp(rooms, school).map((plan) => ({
                ...plan,
                devices: draft.rooms.get(plan.roomId)?.devices ?? plan.devices,
              })),
              known,
            );
          }}
        >
          {SCHOOL_YEAR_TEXTS.moveUp}
        </Button>
        <Button onClick={() => setIsSwapping(true)}>{SCHOOL_YEAR_TEXTS.swap}</Button>
        <Menu
          label={SCHOOL_YEAR_TEXTS.devicesMenu}
          items={[
            { id: 'go', label: SCHOOL_YEAR_TEXTS.allGo, onSelect: () => setAllDevices('go') },
            { id: 'stay', label: SCHOOL_YEAR_TEXTS.allStay, onSelect: () => setAllDevices('stay') },
          ]}
        />
        <Button
          variant="quiet"
          disabled={draft.rooms.size === 0}
          onClick={() => setDraft({ rooms: new Map(), movesUp: false })}
        >
          {SCHOOL_YEAR_TEXTS.reset}
        </Button>
      </div>
      <div className={styles.bar} role="search">
        <TextField
          label={SCHOOL_YEAR_TEXTS.search}
          isLabelHidden
          placeholder={SCHOOL_YEAR_TEXTS.search}
          value={search}
          onChange={setSearch}
        />
        <Checkbox label={SCHOOL_YEAR_TEXTS.onlyUsed} isChecked={onlyUsed} onChange={setOnlyUsed} />
        <Checkbox
          label={SCHOOL_YEAR_TEXTS.movesUp}
          isChecked={draft.movesUp}
          onChange={(movesUp) => setDraft({ movesUp })}
        />
        <span className={styles.count} role="status">
          {SCHOOL_YEAR_TEXTS.shownOf(shown.length, rooms.length)}
        </span>
      </div>
      <datalist id={listId}>
        {uses.map((use) => (
          <option key={use} value={use} />
        ))}
      </datalist>
      {shown.length === 0 ? (
        <EmptyState text={SCHOOL_YEAR_TEXTS.noMatch} />
      ) : (
        <div
          ref={scroller}
          role="table"
          aria-label={SCHOOL_YEAR_TEXTS.tableLabel}
          aria-rowcount={shown.length + 1}
          className={styles.table}
          tabIndex={0}
        >
          <div role="row" aria-rowindex={1} className={styles.headRow}>
            {HEADS.map((head) => (
              <div key={head} role="columnheader">
                {SCHOOL_YEAR_TEXTS.heads[head]}
              </div>
            ))}
          </div>
          <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const room = shown[item.index];
              return room === undefined ? null : (
                <RoomRow
                  key={room.id}
                  room={room}
                  roomText={finder.textOf(room)}
                  plan={roomPlanOf(draft, room)}
                  isChanged={draft.rooms.has(room.id)}
                  devices={counts.get(room.id) ?? 0}
                  listId={listId}
                  rowIndex={item.index + 2}
                  top={item.start}
                  onChange={(plan) => planRooms([plan], known)}
                />
              );
            })}
          </div>
        </div>
      )}
      {isSwapping && <SwapDialog onClose={() => setIsSwapping(false)} />}
    </>
  );
};

/** The users of today as they are called afterwards, each once. */
const usesToChoose = (
  rooms: readonly Room[],
  /** undefined = names stay. */
  movingUp: Parameters<typeof nextYearsUse>[1] | undefined,
): readonly string[] =>
  [
    ...new Set(
      rooms.flatMap(({ use }) => {
        if (use === null) return [];
        const next = movingUp === undefined ? use : nextYearsUse(use, movingUp);
        return next === null ? [use] : [use, next];
      }),
    ),
  ].toSorted(compareNatural);
