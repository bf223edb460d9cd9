import { useMemo, useState } from 'react';
import { deleteRooms } from '#core/inventory/room-actions.ts';
import type { Room } from '#core/inventory/room.ts';
import { useAppState } from '#state/use-app-state.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { Button } from '#ui/button.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { MoveEffect } from '#device-editor/move-effect.tsx';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import styles from './rooms.module.css';

const NONE = '';

/** Asks where the devices of deleted rooms go; one undoable step. */
export const DeleteRoomsDialog = ({
  rooms,
  onDone,
  onClose,
}: {
  readonly rooms: readonly Room[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) => {
  const commit = useCommitWithToast();
  const all = useAppState((state) => state.inventory.rooms);
  const devices = useAppState((state) => state.inventory.devices);
  const [target, setTarget] = useState(NONE);
  const ids = useMemo(() => new Set<string>(rooms.map(({ id }) => id)), [rooms]);
  const count = devices.filter(({ roomId }) => roomId !== null && ids.has(roomId)).length;
  const targetId = all.find(({ id }) => id === target)?.id ?? null;
  const changes = useMemo(() => deleteRooms(rooms, targetId, devices), [rooms, targetId, devices]);
  const options = [
    { value: NONE, label: ROOM_TEXTS.deleteNone },
    ...roomsInOrder(all)
      .filter(({ id }) => !ids.has(id))
      .map((room) => ({
        value: room.id,
        label: ROOM_TEXTS.roomTitle(room.roomNumber, room.name),
        detail: ROOM_TEXTS.place(room.building, room.floor),
      })),
  ];
  const [only] = rooms;
  return (
    <Dialog
      title={ROOM_TEXTS.deleteTitle(rooms.length)}
      closeLabel={ROOM_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ROOM_TEXTS.cancel}</Button>
          <Button
            variant="primary"
            onClick={() => {
              commit(
                rooms.length === 1 && only !== undefined
                  ? { code: 'room-deleted', params: { room: only.roomNumber } }
                  : { code: 'rooms-deleted', params: { count: rooms.length } },
                changes,
              );
              onDone();
            }}
          >
            {ROOM_TEXTS.deleteDo(rooms.length)}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {count > 0 && (
          <>
            <p>{ROOM_TEXTS.deleteText(count)}</p>
            <Combobox
              label={ROOM_TEXTS.deleteTo}
              value={target}
              options={options}
              emptyText={ROOM_TEXTS.nothingFits}
              onChange={setTarget}
            />
          </>
        )}
        <MoveEffect changes={changes} />
      </div>
    </Dialog>
  );
};
