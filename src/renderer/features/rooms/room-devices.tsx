import { useMemo, useState } from 'react';
import { daysOpen, isBroken } from '#core/inventory/defect.ts';
import { moveDevices } from '#core/inventory/device-actions.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import { useAppState, useCategoriesById } from '#state/use-app-state.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import { STATUS_LABELS } from '#texts/fields.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { UNKNOWN } from '#texts/format.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { classNames } from '#ui/class-names.ts';
import { Button } from '#ui/button.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox } from '#ui/field.tsx';
import { Icon } from '#ui/icons.tsx';
import { Notice } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { DefectDialog, type DefectAction } from '#device-editor/defect-dialogs.tsx';
import { today, useDeviceLookup } from '#device-editor/device-lookup.ts';
import { deviceName } from '#device-editor/device-panel.tsx';
import { MoveDialog } from '#device-editor/move-dialog.tsx';
import { MoveEffect } from '#device-editor/move-effect.tsx';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import styles from './rooms.module.css';

/** What stands in a room; a click on the number opens the device beside it. */
export const RoomDevices = ({
  devices,
  openId,
  onOpen,
}: {
  readonly devices: readonly Device[];
  readonly openId: string | null;
  readonly onOpen: (device: Device) => void;
}) => {
  const categories = useCategoriesById();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isMoving, setIsMoving] = useState(false);
  const [defect, setDefect] = useState<DefectAction | null>(null);
  const selected = devices.filter(({ id }) => chosen.has(id));
  if (devices.length === 0) return <p className={styles.note}>{ROOM_TEXTS.noDevices}</p>;
  const heads = ROOM_TEXTS.deviceHeads;
  return (
    <>
      {devices.filter(isBroken).map((device) => (
        <Notice key={device.id} kind="part">
          {DEFECT_TEXTS.openLine(
            deviceName(device) || DEVICE_TEXTS.unnamed,
            device.defect?.text ?? null,
            daysOpen(device, today()),
            device.defect?.ticket ?? null,
          )}
        </Notice>
      ))}
      <div className={styles.tableScroll}>
        <table className={classNames(styles.table, styles.deviceTable)}>
          <caption className={styles.hidden}>{ROOM_TEXTS.devices}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.boxCell}>
                <span className={styles.hidden}>{heads.select}</span>
              </th>
              <th scope="col">{heads.assetTag}</th>
              <th scope="col">{heads.category}</th>
              <th scope="col">{heads.model}</th>
              <th scope="col">{heads.serial}</th>
              <th scope="col">{heads.status}</th>
              <th scope="col" data-right>
                {heads.purchased}
              </th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => {
              const name = deviceName(device);
              return (
                <tr key={device.id} data-open={device.id === openId || undefined}>
                  <td className={styles.boxCell}>
                    <Checkbox
                      label={null}
                      name={ROOM_TEXTS.selectDevice(name)}
                      isChecked={chosen.has(device.id)}
                      onChange={(isOn) => {
                        const next = new Set(chosen);
                        if (isOn) next.add(device.id);
                        else next.delete(device.id);
                        setChosen(next);
                      }}
                    />
                  </td>
                  <th scope="row">
                    <button type="button" className={styles.link} onClick={() => onOpen(device)}>
                      {name === '' ? UNKNOWN : name}
                    </button>
                  </th>
                  <td>
                    {device.quantity > 1 && `${device.quantity} × `}
                    {categories.get(device.categoryId ?? '')?.name ?? (
                      <span className={styles.missing}>
                        <Icon name="question" /> {DEVICE_TEXTS.missing}
                      </span>
                    )}
                  </td>
                  <td title={[device.manufacturer, device.model].filter(Boolean).join(' ')}>
                    {[device.manufacturer, device.model].filter(Boolean).join(' ') || UNKNOWN}
                  </td>
                  <td className={styles.mono}>{device.serialNumber ?? UNKNOWN}</td>
                  <td>
                    {isBroken(device) ? (
                      <StatusMark tone="defective">{STATUS_LABELS[device.status]}</StatusMark>
                    ) : (
                      STATUS_LABELS[device.status]
                    )}
                  </td>
                  <td data-right>{device.purchasedOn?.slice(0, 4) ?? UNKNOWN}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {selected.length > 0 && (
        <p className={styles.moveBar}>
          <Button isSmall onClick={() => setIsMoving(true)}>
            {ROOM_TEXTS.moveDevices(selected.length)}
          </Button>
          <Button isSmall onClick={() => setDefect('defect')}>
            {DEFECT_TEXTS.report}
          </Button>
          {selected.some(isBroken) && (
            <Button isSmall onClick={() => setDefect('repair')}>
              {DEFECT_TEXTS.repair}
            </Button>
          )}
        </p>
      )}
      {defect !== null && (
        <DefectDialog
          action={defect}
          devices={selected}
          onClose={() => {
            setDefect(null);
            setChosen(new Set());
          }}
        />
      )}
      {isMoving && (
        <MoveDialog
          devices={selected}
          onClose={() => {
            setIsMoving(false);
            setChosen(new Set());
          }}
        />
      )}
    </>
  );
};

/** Brings a device from elsewhere into the room. */
export const FetchDialog = ({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) => {
  const devices = useAppState((state) => state.inventory.devices);
  const categories = useCategoriesById();
  const lookup = useDeviceLookup();
  const commit = useCommitWithToast();
  const [chosen, setChosen] = useState<string | null>(null);
  const options = useMemo(
    () =>
      devices
        .filter((device) => device.status !== 'decommissioned' && lookup.roomOf(device)?.id !== room.id)
        .map((device) => {
          const place = lookup.roomOf(device);
          return {
            value: device.id,
            label: [deviceName(device), categories.get(device.categoryId ?? '')?.name]
              .filter(Boolean)
              .join(' · '),
            detail: place === undefined ? UNKNOWN : lookup.finder.textOf(place),
          };
        }),
    [devices, categories, lookup, room.id],
  );
  const device = devices.find(({ id }) => id === chosen);
  const changes = useMemo(
    () => (device === undefined ? null : moveDevices([device], room.id, devices).changes),
    [device, room.id, devices],
  );
  return (
    <Dialog
      title={ROOM_TEXTS.fetchTitle(room.roomNumber)}
      closeLabel={ROOM_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ROOM_TEXTS.cancel}</Button>
          <Button
            variant="primary"
            disabled={changes === null}
            onClick={() => {
              if (changes === null) return;
              commit({ code: 'devices-moved', params: { count: 1, room: room.roomNumber } }, changes);
              onClose();
            }}
          >
            {ROOM_TEXTS.fetchDo}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Combobox
          label={ROOM_TEXTS.fetchLabel}
          value={chosen}
          options={options}
          emptyText={ROOM_TEXTS.nothingFits}
          onChange={setChosen}
        />
        {changes !== null && <MoveEffect changes={changes} />}
      </div>
    </Dialog>
  );
};
