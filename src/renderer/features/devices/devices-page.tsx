import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { hostBridge } from '#bridge/host-bridge.ts';
import { isBroken } from '#core/inventory/defect.ts';
import { deleteDevices, deviceChange } from '#core/inventory/device-actions.ts';
import {
  clearCells,
  copyBlock,
  fillDown,
  parseBlock,
  pasteBlock,
  type BlockResult,
} from '#core/inventory/device-block.ts';
import { DEVICE_COLUMNS, type DeviceColumnId } from '#core/inventory/device-columns.ts';
import {
  BUILT_IN_VIEWS,
  sumPrices,
  type ColumnFilter,
  type DeviceFilters,
  type DeviceQuery,
  type SortDirection,
} from '#core/inventory/device-query.ts';
import type { Device } from '#core/inventory/device.ts';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { DEVICE_CHECKS, type DeviceCheck } from '#core/report/report-checks.ts';
import { selectForLabels } from '#state/label-selection.ts';
import { newId } from '#state/new-id.ts';
import { SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore, useSetting } from '#state/use-app-state.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import { BLOCK_TEXTS, BUILT_IN_VIEW_NAMES, DEVICE_COLUMN_LABELS, DEVICE_TEXTS } from '#texts/devices.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Icon } from '#ui/icons.tsx';
import { Chip, EmptyState, PageHead } from '#ui/layout.tsx';
import { Menu } from '#ui/menu.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useToast } from '#ui/toast.tsx';
import { DefectDialog } from '#device-editor/defect-dialogs.tsx';
import { deviceName, DevicePanel, NewDevicePanel } from '#device-editor/device-panel.tsx';
import { MoveDialog } from '#device-editor/move-dialog.tsx';
import { useCommitWithToast, useFollowers, useQuietCommit } from '#device-editor/use-device-commit.ts';
import { AssignTagsDialog } from './assign-tags-dialog.tsx';
import { BadBlockDialog, PasteDialog } from './block-dialogs.tsx';
import {
  DecommissionDialog,
  DuplicateDialog,
  FieldDialog,
  SplitDialog,
  StatusDialog,
} from './bulk-dialogs.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { ColumnsList } from './columns-list.tsx';
import { DeviceGrid, type GridHandle } from './device-grid.tsx';
import {
  DEFECT_TABLE_COLUMNS,
  DEVICE_TABLE_COLUMNS,
  filterEntries,
  knownColumns,
  queryOfView,
  viewOfQuery,
} from './device-layout.ts';
import styles from './devices.module.css';
import { deviceList, queryFacts } from './device-print.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { SelectionBar, type BulkAction } from './selection-bar.tsx';
import { useDeviceList, useViewCounts } from './use-device-list.ts';
import { useSelection } from './use-selection.ts';

type Popup =
  | { readonly kind: 'filter'; readonly column: DeviceColumnId; readonly anchor: DOMRect }
  | { readonly kind: 'columns'; readonly anchor: DOMRect };
type OpenDialog =
  | { readonly kind: Exclude<BulkAction, 'labels' | 'remove'>; readonly devices: readonly Device[] }
  | { readonly kind: 'paste' | 'save-view' }
  | { readonly kind: 'bad-block'; readonly result: BlockResult };
type Panel = { readonly kind: 'device'; readonly id: string } | { readonly kind: 'new' };

const START: DeviceQuery = { view: 'all', search: '', filters: {}, hidesDecommissioned: true, sort: null };
const PANEL_ID = 'geraete-liste';
const ROW_HEIGHTS = { compact: 30, normal: 36 };

/** Geräte: one fast table of all devices, with views, filters, editing in place and actions on many. */
export const DevicesPage = () => {
  const store = useAppStore();
  const [location, go] = useLocation();
  const [views, setViews] = useSetting(SETTINGS.deviceViews);
  const [density] = useSetting(SETTINGS.density);
  const [query, setQuery] = useState<DeviceQuery>(START);
  const [storedColumns, setStoredColumns] = useSetting(
    query.view === 'defective' ? DEFECT_TABLE_COLUMNS : DEVICE_TABLE_COLUMNS,
  );
  const [ownView, setOwnView] = useState<string | null>(null);
  const [popup, setPopup] = useState<Popup | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const selection = useSelection();
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { show } = useToast();
  const commit = useCommitWithToast();
  const quietly = useQuietCommit();
  const withFollowers = useFollowers();
  const devices = useAppState((state) => state.inventory.devices);
  const [check, setCheck] = useState<DeviceCheck | null>(null);
  const list = useDeviceList(query, check);
  const counts = useViewCounts(views, list.context);
  const view = views.find(({ id }) => id === ownView);
  const columns = useMemo(() => knownColumns(view?.columns ?? storedColumns), [view, storedColumns]);
  const filters = useMemo(() => filterEntries(query.filters), [query.filters]);
  const filtered = useMemo(() => new Set(filters.map(([column]) => column)), [filters]);
  const receivesCtrlN = useReceivesCtrlN();
  const { result, index } = list;

  const change = useCallback(
    (part: Partial<DeviceQuery>) => setQuery((before) => ({ ...before, ...part })),
    [],
  );
  const setFilter = (column: DeviceColumnId, filter: ColumnFilter | undefined): void => {
    const { [column]: _before, ...others } = query.filters;
    change({ filters: filter === undefined ? others : { ...others, [column]: filter } });
  };
  const setColumns = (next: readonly DeviceColumnId[]): void => {
    if (view === undefined) setStoredColumns(next);
    else setViews(views.map((other) => (other.id === view.id ? { ...other, columns: next } : other)));
  };
  const chooseView = (id: string): void => {
    const builtIn = BUILT_IN_VIEWS.find((known) => known === id);
    const own = views.find((known) => known.id === id);
    setOwnView(own?.id ?? null);
    setCheck(null);
    if (own !== undefined) setQuery({ ...queryOfView(own), view: 'all' });
    else setQuery((before) => ({ ...START, sort: before.sort, view: builtIn ?? 'all' }));
  };

  const openNew = useCallback(() => setPanel({ kind: 'new' }), []);
  usePageKeys({ openNew, search });

  // `/geraete/<id>` opens that device; `/geraete/ansicht/<view>` a view, `/geraete/klaeren/<check>` what a check has found.
  useEffect(() => {
    const [, , first, second] = location.split('/').map(decodeURIComponent);
    if (first === undefined || first === '') return;
    setCheck(null);
    if (first === 'klaeren') {
      setCheck(DEVICE_CHECKS.find((known) => known === second) ?? null);
      setQuery({ ...START, hidesDecommissioned: false });
    } else if (first === 'ansicht') {
      const builtIn = BUILT_IN_VIEWS.find((known) => known === second);
      if (builtIn !== undefined) setQuery({ ...START, view: builtIn });
    } else if (first === 'neu') setPanel({ kind: 'new' });
    else {
      setPanel({ kind: 'device', id: first });
      setQuery((before) => ({ ...START, sort: before.sort, hidesDecommissioned: false }));
      pendingRow.current = first;
    }
    go('/geraete', { replace: true });
  }, [location, go]);
  const pendingRow = useRef<string | null>(null);
  useEffect(() => {
    const wanted = pendingRow.current;
    if (wanted === null) return;
    const row = result.positions.findIndex((position) => index.devices[position]?.id === wanted);
    if (row < 0) return;
    pendingRow.current = null;
    grid.current?.goTo(row);
  });

  const selected = useMemo(
    () => (selection.ids.size === 0 ? [] : devices.filter(({ id }) => selection.ids.has(id))),
    [devices, selection.ids],
  );
  const visibleSelected = useMemo(() => {
    if (selected.length === 0) return [];
    return list.devicesOf(result.positions).filter(({ id }) => selection.ids.has(id));
  }, [selected, list, result, selection.ids]);

  const onEdit = useCallback(
    (before: Device, after: Device) => {
      if (before === after) return;
      quietly(
        { code: 'device-changed', params: { device: deviceName(after) } },
        withFollowers([deviceChange(before, after)]),
      );
    },
    [quietly, withFollowers],
  );
  const onCursor = useCallback(
    (device: Device) =>
      setPanel((before) => (before?.kind === 'device' ? { kind: 'device', id: device.id } : before)),
    [],
  );
  const onSort = (column: DeviceColumnId): void => {
    const { sort } = query;
    if (sort?.column !== column) change({ sort: { column, direction: 'ascending' } });
    else change({ sort: sort.direction === 'ascending' ? { column, direction: 'descending' } : null });
  };
  const onCopy = (cells: readonly DeviceColumnId[], device: Device): string => {
    const isMany = visibleSelected.length > 0;
    const rows = isMany ? visibleSelected : [device];
    const copied = isMany ? columns : cells;
    show({ text: BLOCK_TEXTS.copied(rows.length * copied.length) });
    return copyBlock(rows, copied, index.lookup);
  };
  const take = (blocked: BlockResult): void =>
    commit({ code: 'cells-pasted', params: { count: blocked.cells } }, withFollowers(blocked.changes));
  const onPaste = (text: string, row: number, column: number): void => {
    const block = parseBlock(text);
    const isSingle = block.length === 1 && block[0]?.length === 1;
    const below = list.devicesOf(result.positions.subarray(row, row + Math.max(1, block.length)));
    const targets = isSingle && visibleSelected.length > 0 ? visibleSelected : below;
    const pasted = pasteBlock(block, targets, columns.slice(column), index.lookup);
    if (pasted.bad.length > 0 || pasted.rowsLeftOver > 0 || pasted.columnsLeftOver > 0) {
      setDialog({ kind: 'bad-block', result: pasted });
    } else if (pasted.changes.length > 0) take(pasted);
  };
  const onFillDown = (column: DeviceColumnId, row: number): void => {
    const above = list.devicesOf(result.positions.subarray(Math.max(0, row - 1), row + 1));
    const rows = visibleSelected.length > 1 ? visibleSelected : above;
    const filled = fillDown(rows, [column], index.lookup);
    if (filled.changes.length > 0) {
      commit({ code: 'cells-filled', params: { count: filled.cells } }, withFollowers(filled.changes));
    }
  };
  const onClear = (column: DeviceColumnId, device: Device): void => {
    const rows = visibleSelected.some(({ id }) => id === device.id) ? visibleSelected : [device];
    const cleared = clearCells(rows, [column], index.lookup);
    if (cleared.changes.length > 0) {
      commit({ code: 'cells-cleared', params: { count: cleared.cells } }, withFollowers(cleared.changes));
    }
  };
  const remove = (gone: readonly Device[]): void => {
    const [only] = gone;
    commit(
      gone.length === 1 && only !== undefined
        ? { code: 'device-deleted', params: { device: deviceName(only) } }
        : { code: 'devices-deleted', params: { count: gone.length } },
      deleteDevices(gone, store.getState().inventory.devices),
    );
    selection.clear();
    setPanel(null);
  };
  const onAction = (action: BulkAction, chosen: readonly Device[]): void => {
    if (action === 'remove') remove(chosen);
    else if (action === 'labels') {
      selectForLabels({ kind: 'devices', ids: chosen.map(({ id }) => id) });
      go('/etiketten');
    } else setDialog({ kind: action, devices: chosen });
  };
  const closeDialog = (): void => setDialog(null);
  const closePanel = useCallback(() => {
    setPanel(null);
    grid.current?.focus();
  }, []);

  const saveView = (name: string): void => {
    const made = viewOfQuery(newId(), name, columns, query);
    setViews([...views, made], { code: 'view-saved', params: { name } });
    setOwnView(made.id);
    // The view holds the filter of the built-in one it grew from only as far as columns can say it.
    setQuery((before) => ({ ...before, view: 'all' }));
    closeDialog();
  };

  usePrintView(() =>
    deviceList({
      devices: list.devicesOf(result.positions),
      columns,
      lookup: index.lookup,
      year: list.context.year,
      facts: queryFacts(query, view?.name ?? null),
    }),
  );

  const openDevice = panel?.kind === 'device' ? devices.find(({ id }) => id === panel.id) : undefined;
  const tabs = [
    ...BUILT_IN_VIEWS.map((id) => ({
      id,
      label: BUILT_IN_VIEW_NAMES[id],
      count: formatNumber(counts.builtIn[id]),
    })),
    ...views.map(({ id, name }) => ({ id, label: name, count: formatNumber(counts.own.get(id) ?? 0) })),
  ];
  const openFilter = (column: DeviceColumnId, anchor: DOMRect): void =>
    setPopup({ kind: 'filter', column, anchor });
  const isEmpty = devices.length === 0;

  return (
    <div className={styles.page}>
      <PageHead
        title={DEVICE_TEXTS.title}
        fact={isEmpty ? undefined : <Fact devices={devices} />}
        actions={
          <>
            <Button onClick={() => setDialog({ kind: 'paste' })}>{BLOCK_TEXTS.pasteButton}</Button>
            <Button variant="primary" onClick={openNew}>
              {DEVICE_TEXTS.create}
              <kbd className={styles.onPrimary}>{DEVICE_TEXTS.newKeys(receivesCtrlN)}</kbd>
            </Button>
          </>
        }
      />
      {!isEmpty && (
        <>
          <Tabs
            label={DEVICE_TEXTS.views}
            tabs={tabs}
            current={ownView ?? query.view}
            onChange={chooseView}
            panelId={PANEL_ID}
            after={
              view === undefined ? (
                <Button variant="quiet" isSmall onClick={() => setDialog({ kind: 'save-view' })}>
                  {DEVICE_TEXTS.saveView}
                </Button>
              ) : (
                <Button
                  variant="quiet"
                  isSmall
                  onClick={() => {
                    setViews(
                      views.filter(({ id }) => id !== view.id),
                      { code: 'view-deleted', params: { name: view.name } },
                    );
                    chooseView('all');
                  }}
                >
                  {DEVICE_TEXTS.deleteView}
                </Button>
              )
            }
          />
          <div className={styles.bar} ref={bar} role="search">
            <div className={styles.search}>
              <Icon name="search" />
              <input
                ref={search}
                type="text"
                role="searchbox"
                aria-label={DEVICE_TEXTS.search}
                placeholder={DEVICE_TEXTS.search}
                value={query.search}
                onChange={(event) => change({ search: event.target.value })}
                onKeyDown={(event) => {
                  if (event.key === 'ArrowDown') {
                    event.preventDefault();
                    grid.current?.focus();
                  } else if (event.key === 'Escape' && query.search !== '') {
                    event.preventDefault();
                    change({ search: '' });
                  }
                }}
              />
              <kbd aria-hidden="true">{DEVICE_TEXTS.searchKeys}</kbd>
            </div>
            {filters.map(([column, filter]) => {
              const text = DEVICE_TEXTS.filterChip(DEVICE_COLUMN_LABELS[column], filterText(filter));
              return (
                <Chip
                  key={column}
                  text={text}
                  removeLabel={DEVICE_TEXTS.removeFilter(text)}
                  onRemove={() => setFilter(column, undefined)}
                />
              );
            })}
            {check !== null && (
              <Chip
                text={DEVICE_TEXTS.checks[check]}
                removeLabel={DEVICE_TEXTS.removeFilter(DEVICE_TEXTS.checks[check])}
                onRemove={() => setCheck(null)}
              />
            )}
            {query.hidesDecommissioned && (
              <Chip
                text={DEVICE_TEXTS.withoutDecommissioned}
                removeLabel={DEVICE_TEXTS.removeFilter(DEVICE_TEXTS.withoutDecommissioned)}
                onRemove={() => change({ hidesDecommissioned: false })}
              />
            )}
            <Menu
              label={DEVICE_TEXTS.addFilter}
              variant="quiet"
              isSmall
              items={[
                ...(query.hidesDecommissioned
                  ? []
                  : [
                      {
                        id: 'decommissioned',
                        label: DEVICE_TEXTS.withoutDecommissioned,
                        onSelect: () => change({ hidesDecommissioned: true }),
                      },
                    ]),
                ...[
                  ...columns,
                  ...DEVICE_COLUMNS.map(({ id }) => id).filter((id) => !columns.includes(id)),
                ].map((id) => ({
                  id,
                  label: DEVICE_COLUMN_LABELS[id],
                  onSelect: () => {
                    const anchor = bar.current?.getBoundingClientRect();
                    if (anchor !== undefined)
                      openFilter(id, new DOMRect(anchor.left + 242, anchor.top, 0, anchor.height));
                  },
                })),
              ]}
            />
            <span className={styles.grow} />
            <span className={styles.count} role="status">
              {DEVICE_TEXTS.shownOf(result.positions.length, devices.length, formatEuros(list.sumCents))}
            </span>
            <Button
              isSmall
              aria-haspopup="dialog"
              onClick={(event) =>
                setPopup({ kind: 'columns', anchor: event.currentTarget.getBoundingClientRect() })
              }
            >
              {DEVICE_TEXTS.columnsButton(columns.length, DEVICE_COLUMNS.length)}
            </Button>
            <PrintButton isSmall />
          </div>
        </>
      )}
      <div className={styles.split}>
        <div className={styles.plane} id={PANEL_ID} role="tabpanel" aria-label={DEVICE_TEXTS.title}>
          {isEmpty ? (
            <div className={styles.emptyPlane}>
              <EmptyState
                text={DEVICE_TEXTS.empty}
                action={<ButtonLink href="#/import">{DEVICE_TEXTS.import}</ButtonLink>}
              />
            </div>
          ) : result.positions.length === 0 && check !== null ? (
            <div className={styles.emptyPlane}>
              <EmptyState
                text={DEVICE_TEXTS.allCleared}
                action={<ButtonLink href="#/berichte">{DEVICE_TEXTS.backToReports}</ButtonLink>}
              />
            </div>
          ) : result.positions.length === 0 ? (
            <div className={styles.emptyPlane}>
              <EmptyState
                text={DEVICE_TEXTS.emptyByFilter}
                action={<Button onClick={() => chooseView('all')}>{DEVICE_TEXTS.resetFilters}</Button>}
              />
            </div>
          ) : (
            <DeviceGrid
              ref={grid}
              list={list}
              columns={columns}
              filtered={filtered}
              sort={query.sort}
              rowHeight={ROW_HEIGHTS[density]}
              selection={selection}
              onSort={onSort}
              onColumnMenu={openFilter}
              onEdit={onEdit}
              onOpen={(device) => setPanel({ kind: 'device', id: device.id })}
              onCursor={onCursor}
              onCopy={onCopy}
              onPaste={onPaste}
              onFillDown={onFillDown}
              onClear={onClear}
            />
          )}
          {selected.length > 0 && (
            <SelectionBar
              devices={selected}
              hidden={selected.length - visibleSelected.length}
              onAction={(action) => onAction(action, selected)}
              onClear={() => {
                selection.clear();
                grid.current?.focus();
              }}
            />
          )}
        </div>
        {openDevice !== undefined && (
          <DevicePanel
            device={openDevice}
            onClose={closePanel}
            actions={
              <PanelActions device={openDevice} onAction={(action) => onAction(action, [openDevice])} />
            }
          />
        )}
        {panel?.kind === 'new' && (
          <NewDevicePanel
            roomId={null}
            onClose={closePanel}
            onCreated={(device) => {
              pendingRow.current = device.id;
              setPanel({ kind: 'device', id: device.id });
              grid.current?.focus();
            }}
          />
        )}
      </div>
      {popup?.kind === 'filter' && (
        <ColumnMenu
          key={popup.column}
          column={popup.column}
          anchor={popup.anchor}
          index={index}
          filter={query.filters[popup.column]}
          onFilter={(filter) => setFilter(popup.column, filter)}
          onSort={(direction: SortDirection) => change({ sort: { column: popup.column, direction } })}
          onClose={() => setPopup(null)}
        />
      )}
      {popup?.kind === 'columns' && (
        <ColumnsList
          columns={columns}
          anchor={popup.anchor}
          onChange={setColumns}
          onClose={() => setPopup(null)}
        />
      )}
      {dialog?.kind === 'move' && <MoveDialog devices={dialog.devices} onClose={closeDialog} />}
      {dialog?.kind === 'status' && <StatusDialog devices={dialog.devices} onClose={closeDialog} />}
      {dialog?.kind === 'field' && <FieldDialog devices={dialog.devices} onClose={closeDialog} />}
      {dialog?.kind === 'tags' && <AssignTagsDialog devices={dialog.devices} onClose={closeDialog} />}
      {dialog?.kind === 'duplicate' && <DuplicateDialog devices={dialog.devices} onClose={closeDialog} />}
      {dialog?.kind === 'decommission' && (
        <DecommissionDialog devices={dialog.devices} onClose={closeDialog} />
      )}
      {dialog?.kind === 'split' && dialog.devices[0] !== undefined && (
        <SplitDialog device={dialog.devices[0]} onClose={closeDialog} />
      )}
      {(dialog?.kind === 'defect' || dialog?.kind === 'repair') && (
        <DefectDialog action={dialog.kind} devices={dialog.devices} onClose={closeDialog} />
      )}
      {dialog?.kind === 'paste' && <PasteDialog columns={columns} onClose={closeDialog} />}
      {dialog?.kind === 'save-view' && <SaveViewDialog onSave={saveView} onClose={closeDialog} />}
      {dialog?.kind === 'bad-block' && (
        <BadBlockDialog
          result={dialog.result}
          onClose={closeDialog}
          onPaste={() => {
            take(dialog.result);
            closeDialog();
          }}
        />
      )}
    </div>
  );
};

const filterText = (filter: DeviceFilters[DeviceColumnId]): string => {
  if (filter === undefined) return '';
  if (typeof filter === 'string') return filter;
  const [only] = filter;
  if (filter.length > 1 || only === undefined) return DEVICE_TEXTS.filterValues(filter.length);
  return only === '' ? DEVICE_TEXTS.emptyValue : only;
};

const Fact = ({ devices }: { readonly devices: readonly Device[] }) => {
  const money = useMemo(() => formatEuros(sumPrices(devices)), [devices]);
  return <>{DEVICE_TEXTS.fact(devices.length, money)}</>;
};

const PanelActions = ({
  device,
  onAction,
}: {
  readonly device: Device;
  readonly onAction: (action: BulkAction) => void;
}) => (
  <>
    <Button isSmall onClick={() => onAction('move')}>
      {PANEL_ACTIONS.move}
    </Button>
    <Button isSmall onClick={() => onAction('duplicate')}>
      {PANEL_ACTIONS.duplicate}
    </Button>
    {device.quantity > 1 && (
      <Button isSmall onClick={() => onAction('split')}>
        {PANEL_ACTIONS.split}
      </Button>
    )}
    {isBroken(device) && (
      <Button isSmall onClick={() => onAction('repair')}>
        {DEFECT_TEXTS.repair}
      </Button>
    )}
    {device.status !== 'decommissioned' && (
      <Button isSmall onClick={() => onAction('defect')}>
        {DEFECT_TEXTS.report}
      </Button>
    )}
    {device.status !== 'decommissioned' && (
      <Button isSmall onClick={() => onAction('decommission')}>
        {PANEL_ACTIONS.decommission}
      </Button>
    )}
    <Button isSmall variant="danger" onClick={() => onAction('remove')}>
      {PANEL_ACTIONS.remove}
    </Button>
  </>
);
const PANEL_ACTIONS = DEVICE_TEXTS.panelActions;

const useReceivesCtrlN = (): boolean => {
  const [reserves, setReserves] = useState(false);
  useEffect(() => {
    let isGone = false;
    void hostBridge()
      .appInfo()
      .then(({ capabilities }) => {
        if (!isGone) setReserves(capabilities.receivesCtrlN);
      });
    return () => {
      isGone = true;
    };
  }, []);
  return reserves;
};

/** Strg N / Alt N and Strg F of this list. */
const usePageKeys = ({
  openNew,
  search,
}: {
  readonly openNew: () => void;
  readonly search: { readonly current: HTMLInputElement | null };
}): void => {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const key = event.key.toLowerCase();
      const isNew = key === 'n' && !event.shiftKey && (event.ctrlKey !== event.altKey || event.metaKey);
      if (isNew) {
        event.preventDefault();
        openNew();
      } else if (key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openNew, search]);
};
