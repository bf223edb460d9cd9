import {
  cellText,
  replacementYear,
  type DeviceColumnId,
  type DeviceLookup,
} from '#core/inventory/device-columns.ts';
import type { Device, DeviceStatus } from '#core/inventory/device.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { formatEuros, UNKNOWN } from '#texts/format.ts';
import { Icon } from '#ui/icons.tsx';
import { StatusMark, type StatusTone } from '#ui/status-mark.tsx';
import styles from './device-grid.module.css';

const STATUS_TONES: Readonly<Partial<Record<DeviceStatus, StatusTone>>> = {
  defective: 'defective',
  'in-repair': 'defective',
  missing: 'part',
};

/** Missing here means that a figure cannot be computed or a device not be found. */
const NEEDED: ReadonlySet<DeviceColumnId> = new Set(['categoryId', 'room', 'purchasedOn']);

/** What a cell shows when it is not edited. */
export const DeviceCell = ({
  device,
  column,
  lookup,
  year,
}: {
  readonly device: Device;
  readonly column: DeviceColumnId;
  readonly lookup: DeviceLookup;
  readonly year: number;
}) => {
  const text = cellText(device, column, lookup);
  if (text === '') {
    return NEEDED.has(column) && device.status !== 'decommissioned' ? (
      <span className={styles.missing}>
        <Icon name="question" /> {DEVICE_TEXTS.missing}
      </span>
    ) : (
      <span className={styles.none}>{UNKNOWN}</span>
    );
  }
  switch (column) {
    case 'purchasePriceCents':
      return formatEuros(device.purchasePriceCents);
    case 'status': {
      const tone = STATUS_TONES[device.status];
      return tone === undefined ? text : <StatusMark tone={tone}>{text}</StatusMark>;
    }
    case 'replacementYear': {
      const due = replacementYear(device, lookup);
      return due !== null && due < year && device.status !== 'decommissioned' ? (
        <StatusMark tone="over-age">{text}</StatusMark>
      ) : (
        text
      );
    }
    case 'room': {
      const room = lookup.roomOf(device);
      const name = room?.name ?? room?.use;
      return (
        <>
          {text}
          {name && <span className={styles.roomName}> {name}</span>}
        </>
      );
    }
    default:
      return text;
  }
};
