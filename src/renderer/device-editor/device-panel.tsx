import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { Change } from '#core/history/change-set.ts';
import { createDevice, deviceChange } from '#core/inventory/device-actions.ts';
import type { DeviceColumnId } from '#core/inventory/device-columns.ts';
import { emptyDevice, type Device } from '#core/inventory/device.ts';
import type { RoomId } from '#core/shared/ids.ts';
import { newDeviceId } from '#state/new-id.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { Button } from '#ui/button.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { DeviceForm } from './device-form.tsx';
import { useDeviceLookup } from './device-lookup.ts';
import { ThingHistory } from './thing-history.tsx';
import { useCommitWithToast, useFollowers, useQuietCommit } from './use-device-commit.ts';

/** How a device is called in messages: its number, else its model or name. */
export const deviceName = (device: Device): string =>
  device.assetTag ?? device.name ?? ([device.manufacturer, device.model].filter(Boolean).join(' ') || '');

/** Shows one device with all its fields; each field is saved when it is left. */
export const DevicePanel = ({
  device,
  onClose,
  actions,
}: {
  readonly device: Device;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
}) => {
  const lookup = useDeviceLookup();
  const commit = useQuietCommit();
  const withFollowers = useFollowers();
  const category = device.categoryId === null ? undefined : lookup.categories.get(device.categoryId);
  const name = deviceName(device);
  const { id } = device;
  const isAbout = useCallback((change: Change) => change.entity === 'device' && change.id === id, [id]);
  return (
    <SidePanel
      title={name === '' ? DEVICE_TEXTS.unnamed : name}
      subtitle={category?.name ?? DEVICE_TEXTS.noCategory}
      closeLabel={DEVICE_TEXTS.close}
      onClose={onClose}
      footer={actions}
    >
      <DeviceForm
        key={device.id}
        device={device}
        lookup={lookup}
        onChange={(after) =>
          commit(
            { code: 'device-changed', params: { device: deviceName(after) } },
            withFollowers([deviceChange(device, after)]),
          )
        }
      />
      <ThingHistory key={`history ${id}`} isAbout={isAbout} />
    </SidePanel>
  );
};

/** A device that is being made: nothing is stored before the button is pressed. */
export const NewDevicePanel = ({
  roomId,
  onClose,
  onCreated,
}: {
  readonly roomId: RoomId | null;
  readonly onClose: () => void;
  readonly onCreated: (device: Device) => void;
}) => {
  const lookup = useDeviceLookup();
  const commit = useCommitWithToast();
  const withFollowers = useFollowers();
  const [device, setDevice] = useState<Device>(() => ({ ...emptyDevice(newDeviceId()), roomId }));
  const bad = useRef(new Set<DeviceColumnId>());
  const form = useRef<HTMLDivElement>(null);
  const create = (): void => {
    // What could not be taken is not in the device: it would be gone without a word.
    if (bad.current.size > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const { id, ...fields } = device;
    commit(
      { code: 'device-created', params: { device: deviceName(device) } },
      withFollowers([createDevice(id, fields)]),
    );
    onCreated(device);
  };
  return (
    <SidePanel
      title={DEVICE_TEXTS.newDevice}
      closeLabel={DEVICE_TEXTS.close}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" onClick={create}>
            {DEVICE_TEXTS.create}
          </Button>
          <Button onClick={onClose}>{DEVICE_TEXTS.cancel}</Button>
        </>
      }
    >
      <div ref={form}>
        <DeviceForm
          device={device}
          lookup={lookup}
          onChange={setDevice}
          onIssue={(column, hasIssue) => {
            if (hasIssue) bad.current.add(column);
            else bad.current.delete(column);
          }}
        />
      </div>
    </SidePanel>
  );
};
