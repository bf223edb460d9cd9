import { useMemo, useState } from 'react';
import {
  changeDevices,
  decommissionDevices,
  duplicateDevices,
  isEarmarked,
  setStatus,
  splitDevice,
} from '#core/inventory/device-actions.ts';
import { readCount, readPartialDate } from '#core/inventory/cell-input.ts';
import {
  columnKind,
  DEVICE_COLUMNS,
  isEditableColumn,
  type DeviceColumnId,
} from '#core/inventory/device-columns.ts';
import { DEVICE_STATUSES, type Device } from '#core/inventory/device.ts';
import { numberNew } from '#core/inventory/tag-scheme.ts';
import { newDeviceId } from '#state/new-id.ts';
import { useAppState, useAppStore, useSetting } from '#state/use-app-state.ts';
import { BULK_TEXTS, cellIssueText, DEVICE_COLUMN_LABELS, DEVICE_TEXTS } from '#texts/devices.ts';
import { STATUS_LABELS } from '#texts/fields.ts';
import { formatDate } from '#texts/format.ts';
import { TAG_TEXTS } from '#texts/tag-scheme.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox, SelectField, TextField } from '#ui/field.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Notice } from '#ui/layout.tsx';
import { RoomChoice, roomChoices } from '#device-editor/cell-field.tsx';
import { deviceName } from '#device-editor/device-panel.tsx';
import { today, useDeviceLookup } from '#device-editor/device-lookup.ts';
import { roomOptions } from '#device-editor/room-options.ts';
import { TAG_SCHEME } from '#device-editor/tag-scheme-setting.ts';
import { useCommitWithToast, useFollowers } from '#device-editor/use-device-commit.ts';
import styles from './devices.module.css';

type BulkProps = { readonly devices: readonly Device[]; readonly onClose: () => void };

const Frame = ({
  title,
  verb,
  isDisabled = false,
  onRun,
  onClose,
  children,
}: {
  readonly title: string;
  readonly verb: string;
  readonly isDisabled?: boolean;
  readonly onRun: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}) => (
  <Dialog
    title={title}
    closeLabel={DEVICE_TEXTS.close}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{DEVICE_TEXTS.cancel}</Button>
        <Button variant="primary" disabled={isDisabled} onClick={onRun}>
          {verb}
        </Button>
      </>
    }
  >
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isDisabled) onRun();
      }}
    >
      {children}
    </form>
  </Dialog>
);

const STATUS_CHOICES = DEVICE_STATUSES.filter((status) => status !== 'decommissioned');

export const StatusDialog = ({ devices, onClose }: BulkProps) => {
  const commit = useCommitWithToast();
  const [status, setChosen] = useState<(typeof STATUS_CHOICES)[number]>('in-use');
  return (
    <Frame
      title={BULK_TEXTS.statusTitle(devices.length)}
      verb={BULK_TEXTS.statusDo}
      onClose={onClose}
      onRun={() => {
        commit(
          { code: 'devices-changed', params: { count: devices.length } },
          setStatus(devices, status, today()),
        );
        onClose();
      }}
    >
      <SelectField
        label={BULK_TEXTS.statusLabel}
        value={status}
        options={STATUS_CHOICES.map((value) => ({ value, label: STATUS_LABELS[value] }))}
        onChange={(value) => setChosen(STATUS_CHOICES.find((known) => known === value) ?? 'in-use')}
      />
    </Frame>
  );
};

/** Numbers that name one piece are not set for many. */
const SINGLE: ReadonlySet<DeviceColumnId> = new Set([
  'assetTag',
  'serialNumber',
  'macAddress',
  'hostname',
  'externalId',
  'status',
]);

export const FieldDialog = ({ devices, onClose }: BulkProps) => {
  const lookup = useDeviceLookup();
  const commit = useCommitWithToast();
  const withFollowers = useFollowers();
  const columns = DEVICE_COLUMNS.map(({ id }) => id).filter((id) => isEditableColumn(id) && !SINGLE.has(id));
  const [column, setColumn] = useState<DeviceColumnId>('categoryId');
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const choices = useMemo((): readonly string[] | null => {
    switch (columnKind(column)) {
      case 'category':
        return [...lookup.categories.values()].map(({ name }) => name);
      case 'user-group':
        return Object.values(lookup.words.userGroup).map(([word]) => word);
      case 'owner':
        return Object.values(lookup.words.owner).map(([word]) => word);
      default:
        return null;
    }
  }, [column, lookup]);
  const store = useAppStore();
  const rooms = useMemo(
    () => (column === 'room' ? roomOptions(store.getState(), lookup, null, null) : null),
    [column, store, lookup],
  );
  const run = (): void => {
    const changed = changeDevices(devices, column, text, lookup);
    if (!changed.ok) {
      setError(cellIssueText(changed.error));
      return;
    }
    commit({ code: 'devices-changed', params: { count: devices.length } }, withFollowers(changed.value));
    onClose();
  };
  const change = (next: string): void => {
    setText(next);
    setError(null);
  };
  return (
    <Frame
      title={BULK_TEXTS.fieldTitle(devices.length)}
      verb={BULK_TEXTS.fieldDo(devices.length)}
      onClose={onClose}
      onRun={run}
    >
      <SelectField
        label={BULK_TEXTS.fieldColumn}
        value={column}
        options={columns.map((id) => ({ value: id, label: DEVICE_COLUMN_LABELS[id] }))}
        onChange={(value) => {
          setColumn(columns.find((id) => id === value) ?? 'categoryId');
          change('');
        }}
      />
      {rooms !== null ? (
        <Combobox
          label={BULK_TEXTS.fieldValue}
          value={text}
          options={[
            { value: '', label: DEVICE_TEXTS.noRoom },
            ...rooms.map((option) => ({ value: option.text, label: `${option.text} ${option.name}`.trim() })),
          ]}
          emptyText={DEVICE_TEXTS.nothingFits}
          onChange={change}
        />
      ) : choices !== null ? (
        <SelectField
          label={BULK_TEXTS.fieldValue}
          value={text}
          options={[
            { value: '', label: DEVICE_TEXTS.notGiven },
            ...choices.map((value) => ({ value, label: value })),
          ]}
          onChange={change}
        />
      ) : (
        <TextField
          label={BULK_TEXTS.fieldValue}
          hint={BULK_TEXTS.fieldHint}
          error={error}
          value={text}
          onChange={change}
        />
      )}
    </Frame>
  );
};

export const DuplicateDialog = ({ devices, onClose }: BulkProps) => {
  const commit = useCommitWithToast();
  const all = useAppState((state) => state.inventory.devices);
  const [text, setText] = useState('1');
  const count = readCount(text);
  const copies = count !== null && count >= 1 && count <= 500 ? count : null;
  const [scheme] = useSetting(TAG_SCHEME);
  const [isNumbered, setIsNumbered] = useState(true);
  const changes = useMemo(() => {
    if (copies === null) return [];
    const made = duplicateDevices(devices, copies, all, newDeviceId);
    return scheme !== null && isNumbered ? numberNew(made, all, scheme) : made;
  }, [devices, copies, all, scheme, isNumbered]);
  const tags = changes.map(({ after }) => after?.assetTag ?? null).filter((tag) => tag !== null);
  const [first] = tags;
  const last = tags.at(-1);
  return (
    <Frame
      title={BULK_TEXTS.duplicateTitle(devices.length)}
      verb={BULK_TEXTS.duplicateDo(changes.length)}
      isDisabled={copies === null}
      onClose={onClose}
      onRun={() => {
        commit({ code: 'devices-duplicated', params: { count: changes.length } }, changes);
        onClose();
      }}
    >
      <TextField
        label={BULK_TEXTS.duplicateCount}
        width="number"
        inputMode="numeric"
        value={text}
        error={copies === null ? BULK_TEXTS.duplicateCountError : null}
        onChange={setText}
      />
      <p>
        {first === undefined || last === undefined
          ? BULK_TEXTS.duplicateNoTags
          : BULK_TEXTS.duplicateTags(first, last)}
      </p>
      {scheme !== null && devices.some(({ assetTag }) => assetTag === null) && (
        <Checkbox label={TAG_TEXTS.duplicate} isChecked={isNumbered} onChange={setIsNumbered} />
      )}
      <p>{BULK_TEXTS.duplicateHint}</p>
    </Frame>
  );
};

export const DecommissionDialog = ({ devices, onClose }: BulkProps) => {
  const commit = useCommitWithToast();
  const [on, setOn] = useState(() => formatDate(today()));
  const [reason, setReason] = useState('');
  const date = readPartialDate(on);
  const earmarked = devices.filter((device) => isEarmarked(device, today()));
  const latest = earmarked
    .flatMap(({ earmarkedUntil }) => (earmarkedUntil === null ? [] : [earmarkedUntil]))
    .toSorted()
    .at(-1);
  return (
    <Frame
      title={BULK_TEXTS.decommissionTitle(devices.length)}
      verb={BULK_TEXTS.decommissionDo(devices.length)}
      isDisabled={date === null}
      onClose={onClose}
      onRun={() => {
        if (date === null) return;
        commit(
          { code: 'devices-decommissioned', params: { count: devices.length } },
          decommissionDevices(devices, date, reason),
        );
        onClose();
      }}
    >
      <p>{BULK_TEXTS.decommissionText}</p>
      {latest !== undefined && (
        <Notice kind="part">{BULK_TEXTS.decommissionEarmarked(earmarked.length, formatDate(latest))}</Notice>
      )}
      <TextField
        label={BULK_TEXTS.decommissionOn}
        width="date"
        value={on}
        error={date === null ? BULK_TEXTS.decommissionDateError : null}
        onChange={setOn}
      />
      <TextField label={BULK_TEXTS.decommissionReason} value={reason} onChange={setReason} />
    </Frame>
  );
};

export const SplitDialog = ({
  device,
  onClose,
}: {
  readonly device: Device;
  readonly onClose: () => void;
}) => {
  const store = useAppStore();
  const lookup = useDeviceLookup();
  const commit = useCommitWithToast();
  const rooms = useAppState((state) => state.inventory.rooms);
  const [text, setText] = useState('1');
  const [room, setRoom] = useState<string>(lookup.roomOf(device)?.id ?? '');
  const [status, setChosen] = useState(device.status);
  const count = readCount(text) ?? 0;
  const max = device.quantity - 1;
  const isPossible = count >= 1 && count <= max;
  const here = lookup.roomOf(device)?.id ?? null;
  const target = rooms.find(({ id }) => id === room)?.id ?? null;
  return (
    <Frame
      title={BULK_TEXTS.splitTitle(deviceName(device) || DEVICE_TEXTS.unnamed)}
      verb={BULK_TEXTS.splitDo}
      isDisabled={!isPossible}
      onClose={onClose}
      onRun={() => {
        const place = target === here ? {} : { roomId: target, containerTag: null };
        const split = splitDevice(device, count, { status, ...place }, newDeviceId);
        if (!split.ok) return;
        commit({ code: 'device-split', params: { device: deviceName(device), count } }, split.value);
        onClose();
      }}
    >
      <TextField
        label={BULK_TEXTS.splitCount}
        hint={BULK_TEXTS.splitHint(device.quantity)}
        width="number"
        value={text}
        error={isPossible ? null : BULK_TEXTS.splitCountError(max)}
        onChange={setText}
      />
      <RoomChoice
        label={BULK_TEXTS.splitRoom}
        value={room}
        options={roomChoices(roomOptions(store.getState(), lookup, device.categoryId, here))}
        onChange={setRoom}
      />
      <SelectField
        label={BULK_TEXTS.splitStatus}
        value={status}
        options={DEVICE_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] }))}
        onChange={(value) => setChosen(DEVICE_STATUSES.find((known) => known === value) ?? device.status)}
      />
    </Frame>
  );
};
