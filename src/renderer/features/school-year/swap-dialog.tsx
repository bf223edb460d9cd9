import { useState } from 'react';
import { swapRooms } from '#core/plan/move-up.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { Button } from '#ui/button.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox } from '#ui/field.tsx';
import { planRooms, roomPlanOf, useDraft } from './draft.ts';
import styles from './school-year.module.css';

/** Exchanges who uses two rooms; with several of them in a row whole circles. */
export const SwapDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const draft = useDraft();
  const rooms = useAppState((state) => state.inventory.rooms);
  const known = useRoomsById();
  const { finder } = useDeviceLookup();
  const [one, setOne] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [goAlong, setGoAlong] = useState(true);
  const ordered = roomsInOrder(rooms);
  const options = ordered.map((room) => ({
    value: room.id,
    label: finder.textOf(room),
    detail: roomPlanOf(draft, room).use ?? room.name ?? '',
  }));
  const first = ordered.find(({ id }) => id === one);
  const second = ordered.find(({ id }) => id === other);
  const isReady = first !== undefined && second !== undefined && first !== second;
  const swap = (): void => {
    if (first === undefined || second === undefined) return;
    const plans = [roomPlanOf(draft, first), roomPlanOf(draft, second)];
    planRooms(
      swapRooms(plans, first.id, second.id).map((plan) => ({
        ...plan,
        // Only a user can take devices along; what stands in a free room belongs to the room.
        devices: goAlong && (known.get(plan.roomId)?.use ?? null) !== null ? 'go' : 'stay',
      })),
      known,
    );
    onClose();
  };
  return (
    <Dialog
      title={SCHOOL_YEAR_TEXTS.swapTitle}
      closeLabel={SCHOOL_YEAR_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{SCHOOL_YEAR_TEXTS.cancel}</Button>
          <Button variant="primary" disabled={!isReady} onClick={swap}>
            {SCHOOL_YEAR_TEXTS.swapDo}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{SCHOOL_YEAR_TEXTS.swapText}</p>
        <Combobox
          label={SCHOOL_YEAR_TEXTS.swapOne}
          value={one}
          options={options}
          emptyText={SCHOOL_YEAR_TEXTS.nothingFits}
          onChange={setOne}
        />
        <Combobox
          label={SCHOOL_YEAR_TEXTS.swapOther}
          value={other}
          options={options.filter(({ value }) => value !== one)}
          emptyText={SCHOOL_YEAR_TEXTS.nothingFits}
          onChange={setOther}
        />
        <Checkbox label={SCHOOL_YEAR_TEXTS.swapDevices} isChecked={goAlong} onChange={setGoAlong} />
      </div>
    </Dialog>
  );
};
