import { memo, type CSSProperties, type ReactNode } from 'react';
import {
  cellText,
  columnKind,
  type ColumnKind,
  type DeviceColumnId,
  type DeviceLookup,
} from '#core/inventory/device-columns.ts';
import type { Device } from '#core/inventory/device.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { Icon } from '#ui/icons.tsx';
import { deviceName } from '#device-editor/device-panel.tsx';
import { DeviceCell } from './device-cell.tsx';
import styles from './device-grid.module.css';
import { isMono, isRightAligned } from './device-layout.ts';

type DeviceRowProps = {
  readonly gridId: string;
  readonly row: number;
  readonly top: number;
  readonly device: Device;
  readonly columns: readonly DeviceColumnId[];
  readonly lookup: DeviceLookup;
  readonly year: number;
  /** Columns whose value another device has as well. */
  readonly doubled: ReadonlySet<string>;
  readonly isSelected: boolean;
  /** Column of the cursor when it is in this row, else -1. */
  readonly cursor: number;
  /** The field of the cell that is edited; null when none in this row is. */
  readonly editor: ReactNode;
};

const at = (top: number): CSSProperties => ({ transform: `translateY(${top}px)` });

/** The whole text of columns that are cut with an ellipsis when they are too narrow. */
const tooltip = (device: Device, column: DeviceColumnId, lookup: DeviceLookup): string | undefined =>
  LONG.has(columnKind(column)) ? cellText(device, column, lookup) : undefined;
const LONG: ReadonlySet<ColumnKind> = new Set(['text', 'long-text', 'category', 'container']);

const DoubledMark = () => (
  <span className={styles.doubled} title={DEVICE_TEXTS.doubled}>
    <Icon name="warning" />
    <span className={styles.hidden}>{DEVICE_TEXTS.doubled}</span>
  </span>
);

/** One device. Clicks are told apart by `data-row` and `data-column` in the grid: no closures, so that memo holds. */
export const DeviceRow = memo(
  ({
    gridId,
    row,
    top,
    device,
    columns,
    lookup,
    year,
    doubled,
    isSelected,
    cursor,
    editor,
  }: DeviceRowProps) => (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      className={styles.row}
      data-editing={editor !== null || undefined}
      style={at(top)}
      data-row={row}
    >
      <div role="gridcell" aria-colindex={1} className={styles.checkCell} data-check>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          readOnly
          aria-label={DEVICE_TEXTS.select(deviceName(device) || DEVICE_TEXTS.unnamed)}
        />
      </div>
      {columns.map((column, index) => (
        <div
          key={column}
          id={`${gridId}-${row}-${index}`}
          role={index === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={index + 2}
          className={styles.cell}
          data-column={index}
          data-right={isRightAligned(column) || undefined}
          data-mono={isMono(column) || undefined}
          data-cursor={index === cursor || undefined}
        >
          {index === cursor && editor !== null ? (
            editor
          ) : (
            <span className={styles.text} title={tooltip(device, column, lookup)}>
              {doubled.has(column) && <DoubledMark />}
              <DeviceCell device={device} column={column} lookup={lookup} year={year} />
            </span>
          )}
          {index === 0 && editor === null && (
            <button
              type="button"
              tabIndex={-1}
              data-open
              className={styles.open}
              aria-label={DEVICE_TEXTS.openDevice(deviceName(device) || DEVICE_TEXTS.unnamed)}
              title={DEVICE_TEXTS.openHint}
            >
              <Icon name="right" />
            </button>
          )}
        </div>
      ))}
    </div>
  ),
);
DeviceRow.displayName = 'DeviceRow';
