import { useMemo, useState } from 'react';
import { moveDevices } from '#core/inventory/device-actions.ts';
import type { Device } from '#core/inventory/device.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { BULK_TEXTS, DEVICE_TEXTS } from '#texts/devices.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { RoomChoice, roomChoices } from './cell-field.tsx';
import styles from './device-form.module.css';
import { useDeviceLookup } from './device-lookup.ts';
import { MoveEffect } from './move-effect.tsx';
import { roomOptions } from './room-options.ts';
import { useCommitWithToast } from './use-device-commit.ts';

/** Moves devices to a room, with the effect on the gaps before it is done. */
export const MoveDialog = ({
  devices,
  onClose,
}: {
  readonly devices: readonly Device[];
  readonly onClose: () => void;
}) => {
  const store = useAppStore();
  const lookup = useDeviceLookup();
  const commit = useCommitWithToast();
  const all = useAppState((state) => state.inventory.devices);
  const rooms = useAppState((state) => state.inventory.rooms);
  const [target, setTarget] = useState<string | null>(null);
  const [first] = devices;
  const isOneKind = devices.every((device) => device.categoryId === first?.categoryId);
  const choices = useMemo(
    () =>
      roomChoices(
        roomOptions(store.getState(), lookup, isOneKind ? (first?.categoryId ?? null) : null, null),
      ),
    [store, lookup, isOneKind, first],
  );
  const room = rooms.find(({ id }) => id === target);
  const move = useMemo(
    () => (target === null ? null : moveDevices(devices, room?.id ?? null, all)),
    [devices, target, room, all],
  );
  const run = (): void => {
    if (move === null) return;
    commit(
      {
        code: 'devices-moved',
        params: { count: devices.length, room: room === undefined ? null : lookup.finder.textOf(room) },
      },
      move.changes,
    );
    onClose();
  };
  return (
    <Dialog
      title={BULK_TEXTS.moveTitle(devices.length)}
      closeLabel={DEVICE_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{DEVICE_TEXTS.cancel}</Button>
          <Button variant="primary" disabled={move === null} onClick={run}>
            {BULK_TEXTS.moveDo(devices.length)}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <RoomChoice
          label={BULK_TEXTS.moveTo}
          value={target ?? 'none-yet'}
          options={choices}
          onChange={setTarget}
        />
        {move !== null && move.contents > 0 && <p>{BULK_TEXTS.moveContents(move.contents)}</p>}
        {move !== null && move.takenOut > 0 && <p>{BULK_TEXTS.moveTakenOut(move.takenOut)}</p>}
        {move !== null && <MoveEffect changes={move.changes} />}
      </div>
    </Dialog>
  );
};
