import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react';
import { cellText, isEditableColumn, type DeviceColumnId } from '#core/inventory/device-columns.ts';
import type { DeviceSort } from '#core/inventory/device-query.ts';
import type { Device } from '#core/inventory/device.ts';
import type { DeviceId } from '#core/shared/ids.ts';
import { DEVICE_COLUMN_HEADS, DEVICE_COLUMN_LABELS, DEVICE_TEXTS } from '#texts/devices.ts';
import { Icon } from '#ui/icons.tsx';
import { CellEditor, type AfterEdit } from './cell-editor.tsx';
import styles from './device-grid.module.css';
import { gridTemplate, isRightAligned, minWidth } from './device-layout.ts';
import { DeviceRow } from './device-row.tsx';
import { gridCommand, type GridCommand } from './grid-keys.ts';
import type { DeviceList } from './use-device-list.ts';
import type { Selection } from './use-selection.ts';

/** Row -1 is the head. */
type Cursor = { readonly row: number; readonly column: number };
type Editing = { readonly deviceId: DeviceId; readonly text: string; readonly isTyped: boolean };

export type GridHandle = {
  readonly focus: () => void;
  /** Puts the cursor on a device of the list. */
  readonly goTo: (row: number) => void;
};

type DeviceGridProps = {
  readonly list: DeviceList;
  readonly columns: readonly DeviceColumnId[];
  readonly filtered: ReadonlySet<DeviceColumnId>;
  readonly sort: DeviceSort | null;
  readonly rowHeight: number;
  readonly selection: Selection;
  readonly onSort: (column: DeviceColumnId) => void;
  readonly onColumnMenu: (column: DeviceColumnId, anchor: DOMRect) => void;
  readonly onEdit: (before: Device, after: Device) => void;
  readonly onOpen: (device: Device) => void;
  /** The cursor stands on another device: an open panel follows. */
  readonly onCursor: (device: Device) => void;
  readonly onCopy: (columns: readonly DeviceColumnId[], device: Device) => string | null;
  readonly onPaste: (text: string, row: number, column: number) => void;
  readonly onFillDown: (column: DeviceColumnId, row: number) => void;
  readonly onClear: (column: DeviceColumnId, device: Device) => void;
  readonly ref?: Ref<GridHandle>;
};

const HEAD_HEIGHT = 30;
const NONE_DOUBLED: ReadonlySet<string> = new Set();

/**
 * The device table: a grid with one tab stop and a cell cursor. Only rows in sight are in the document; the cursor is
 * told to screen readers by `aria-activedescendant`.
 */
export const DeviceGrid = ({
  list,
  columns,
  filtered,
  sort,
  rowHeight,
  selection,
  onSort,
  onColumnMenu,
  onEdit,
  onOpen,
  onCursor,
  onCopy,
  onPaste,
  onFillDown,
  onClear,
  ref,
}: DeviceGridProps) => {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const anchorRow = useRef(0);
  const { index, result, context, deviceAt, doubled } = list;
  const count = result.positions.length;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 14,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: 4,
  });
  useEffect(() => rows.measure(), [rows, rowHeight]);

  const row = Math.min(cursor.row, count - 1);
  const column = Math.min(cursor.column, columns.length - 1);
  const columnId = columns[column];

  const place = useCallback(
    (next: Cursor): void => {
      setCursor(next);
      if (next.row >= 0) rows.scrollToIndex(next.row);
      const device = deviceAt(next.row);
      if (device !== undefined) onCursor(device);
      const cell = scroller.current?.querySelector<HTMLElement>(`[data-head="${next.column}"]`);
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    [rows, deviceAt, onCursor],
  );
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    goTo: (next) => {
      setCursor((before) => ({ ...before, row: next }));
      rows.scrollToIndex(next, { align: 'center' });
    },
  }));

  const idsBetween = (from: number, to: number): readonly DeviceId[] => {
    const ids: DeviceId[] = [];
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
      const device = deviceAt(at);
      if (device !== undefined) ids.push(device.id);
    }
    return ids;
  };

  const moveTo = (nextRow: number, nextColumn: number, selects: boolean): void => {
    if (selects && selection.ids.size === 0) anchorRow.current = Math.max(0, row);
    const target = Math.max(selects ? 0 : -1, Math.min(count - 1, nextRow));
    place({ row: target, column: Math.max(0, Math.min(columns.length - 1, nextColumn)) });
    if (selects) selection.set(idsBetween(anchorRow.current, target));
    else anchorRow.current = Math.max(0, target);
  };

  const beginEdit = (text: string | null): void => {
    const device = deviceAt(row);
    if (device === undefined || columnId === undefined) return;
    if (!isEditableColumn(columnId)) return;
    setEditing({
      deviceId: device.id,
      text: text ?? cellText(device, columnId, index.lookup),
      isTyped: text !== null,
    });
  };

  const openMenu = (): void => {
    const head = scroller.current?.querySelector(`[data-head="${column}"]`);
    if (columnId !== undefined && head !== null && head !== undefined) {
      onColumnMenu(columnId, head.getBoundingClientRect());
    }
  };

  const toggle = (): void => {
    const device = deviceAt(row);
    if (device !== undefined) selection.toggle(device.id);
    anchorRow.current = Math.max(0, row);
  };

  const pageRows = (): number =>
    Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - HEAD_HEIGHT) / rowHeight) - 1);

  /** Says whether the key was used. */
  const run = (command: GridCommand): boolean => {
    const device = deviceAt(row);
    switch (command.kind) {
      case 'move':
        moveTo(row + command.rows, column + command.columns, command.selects);
        return true;
      case 'edge':
        if (command.to === 'first') moveTo(0, column, command.selects);
        else if (command.to === 'last') moveTo(count - 1, column, command.selects);
        else moveTo(row, command.to === 'row-start' ? 0 : columns.length - 1, false);
        return true;
      case 'page':
        moveTo(Math.max(0, row) + command.pages * pageRows(), column, command.selects);
        return true;
      case 'edit':
        if (row < 0 && columnId !== undefined) onSort(columnId);
        else if (device !== undefined && columnId !== undefined && !isEditableColumn(columnId))
          onOpen(device);
        else beginEdit(null);
        return true;
      case 'type':
        if (row < 0) return false;
        beginEdit(command.text);
        return true;
      case 'open':
        if (device !== undefined) onOpen(device);
        return true;
      case 'toggle':
        if (row >= 0) toggle();
        return true;
      case 'select-all':
        selection.set(idsBetween(0, count - 1));
        return true;
      case 'clear-selection':
        if (selection.ids.size === 0) return false;
        selection.clear();
        return true;
      case 'clear-cell':
        if (device !== undefined && columnId !== undefined) onClear(columnId, device);
        return true;
      case 'fill-down':
        if (columnId !== undefined) onFillDown(columnId, row);
        return true;
      case 'menu':
        openMenu();
        return true;
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== scroller.current) return;
    const command = gridCommand(event);
    if (command !== null && run(command)) event.preventDefault();
  };

  const afterEdit = (after: AfterEdit): void => {
    setEditing(null);
    scroller.current?.focus({ preventScroll: true });
    if (after === 'down') moveTo(row + 1, column, false);
    if (after === 'up') moveTo(Math.max(0, row - 1), column, false);
    if (after === 'right') {
      if (column + 1 < columns.length) moveTo(row, column + 1, false);
      else moveTo(row + 1, 0, false);
    }
    if (after === 'left') moveTo(row, column - 1, false);
  };

  const placeOf = (target: EventTarget): Cursor | null => {
    if (!(target instanceof Element)) return null;
    const cell = target.closest<HTMLElement>('[data-column]');
    const line = target.closest<HTMLElement>('[data-row]');
    if (line === null) return null;
    return { row: Number(line.dataset['row']), column: Number(cell?.dataset['column'] ?? column) };
  };

  const onMouseDown = (event: MouseEvent<HTMLDivElement>): void => {
    const clicked = placeOf(event.target);
    if (clicked === null || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    if (editing !== null && clicked.row === row && clicked.column === column) return;
    place(clicked);
    if (event.shiftKey) {
      event.preventDefault();
      selection.set(idsBetween(anchorRow.current, clicked.row));
    } else {
      anchorRow.current = clicked.row;
      const device = deviceAt(clicked.row);
      if ((event.ctrlKey || event.metaKey) && device !== undefined) selection.toggle(device.id);
    }
  };

  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const clicked = placeOf(event.target);
    if (clicked === null || !(event.target instanceof Element)) return;
    const check = event.target.closest('[data-check]');
    const device = deviceAt(clicked.row);
    if (device !== undefined && event.target.closest('[data-open]') !== null) onOpen(device);
    if (check === null || device === undefined) return;
    if (event.shiftKey) selection.add(idsBetween(anchorRow.current, clicked.row));
    else selection.toggle(device.id);
    anchorRow.current = clicked.row;
    scroller.current?.focus({ preventScroll: true });
  };

  const onCopyEvent = (event: ClipboardEvent<HTMLDivElement>): void => {
    const device = deviceAt(row);
    if (event.target !== scroller.current || device === undefined || columnId === undefined) return;
    const text = onCopy([columnId], device);
    if (text === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  const onPasteEvent = (event: ClipboardEvent<HTMLDivElement>): void => {
    if (event.target !== scroller.current || row < 0) return;
    event.preventDefault();
    onPaste(event.clipboardData.getData('text/plain'), row, column);
  };

  const allSelected =
    count > 0 && selection.ids.size >= count && idsBetween(0, count - 1).every((id) => selection.ids.has(id));
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={DEVICE_TEXTS.grid}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={
        editing === null && columnId !== undefined ? cellId(gridId, row, column) : undefined
      }
      className={styles.grid}
      style={{
        ['--columns' as string]: `40px ${gridTemplate(columns)}`,
        ['--row-height' as string]: `${rowHeight}px`,
      }}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onClick={onClick}
      onDoubleClick={(event) => {
        if (placeOf(event.target) !== null && !(event.target instanceof HTMLInputElement)) beginEdit(null);
      }}
      onCopy={onCopyEvent}
      onPaste={onPasteEvent}
    >
      <div className={styles.inner} style={{ minWidth: minWidth(columns) }}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          <div role="columnheader" aria-colindex={1} className={styles.checkCell}>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={allSelected}
              aria-label={DEVICE_TEXTS.selectAll}
              ref={(box) => {
                if (box !== null) box.indeterminate = !allSelected && selection.ids.size > 0;
              }}
              onChange={() => (allSelected ? selection.clear() : selection.set(idsBetween(0, count - 1)))}
            />
          </div>
          {columns.map((id, at) => (
            <div
              key={id}
              id={cellId(gridId, -1, at)}
              role="columnheader"
              aria-colindex={at + 2}
              aria-sort={sort?.column === id ? sort.direction : 'none'}
              className={styles.headCell}
              data-head={at}
              data-right={isRightAligned(id) || undefined}
              data-cursor={(row === -1 && at === column) || undefined}
            >
              <button
                type="button"
                tabIndex={-1}
                className={styles.headName}
                title={DEVICE_COLUMN_LABELS[id]}
                onClick={() => onSort(id)}
              >
                {DEVICE_COLUMN_HEADS[id]}
                {sort?.column === id && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
              </button>
              <button
                type="button"
                tabIndex={-1}
                className={styles.headMenu}
                data-active={filtered.has(id) || undefined}
                aria-label={DEVICE_TEXTS.columnMenu(DEVICE_COLUMN_LABELS[id])}
                title={DEVICE_TEXTS.columnMenu(DEVICE_COLUMN_LABELS[id])}
                onClick={(event) => onColumnMenu(id, event.currentTarget.getBoundingClientRect())}
              >
                <Icon name="down" />
              </button>
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const device = deviceAt(item.index);
            if (device === undefined) return null;
            const isCursorRow = item.index === row;
            const isEdited =
              isCursorRow && editing !== null && editing.deviceId === device.id && columnId !== undefined;
            return (
              <DeviceRow
                key={device.id}
                gridId={gridId}
                row={item.index}
                top={item.start}
                device={device}
                columns={columns}
                lookup={index.lookup}
                year={context.year}
                doubled={doubled.get(device.id) ?? NONE_DOUBLED}
                isSelected={selection.ids.has(device.id)}
                cursor={isCursorRow ? column : -1}
                editor={
                  isEdited ? (
                    <CellEditor
                      key={columnId}
                      device={device}
                      column={columnId}
                      lookup={index.lookup}
                      initialText={editing.text}
                      isTyped={editing.isTyped}
                      onCancel={() => afterEdit('stay')}
                      onSave={(after, next) => {
                        onEdit(device, after);
                        afterEdit(next);
                      }}
                    />
                  ) : null
                }
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};

const cellId = (gridId: string, row: number, column: number): string => `${gridId}-${row}-${column}`;
