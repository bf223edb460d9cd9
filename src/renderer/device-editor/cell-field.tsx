import { useMemo, useState } from 'react';
import { cellText, columnKind, parseCell } from '#core/inventory/device-columns.ts';
import type { DeviceColumnId, DeviceLookup } from '#core/inventory/device-columns.ts';
import { withStatus } from '#core/inventory/device-columns.ts';
import { DEVICE_STATUSES, OWNERS, USER_GROUPS } from '#core/inventory/device.ts';
import type { Device } from '#core/inventory/device.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { cellIssueText, DEVICE_COLUMN_LABELS, DEVICE_TEXTS } from '#texts/devices.ts';
import { OWNER_LABELS, STATUS_LABELS, USER_GROUP_LABELS } from '#texts/fields.ts';
import { Combobox } from '#ui/combobox.tsx';
import { SelectField, TextArea, TextField } from '#ui/field.tsx';
import { roomOptions } from './room-options.ts';

export type CellFieldProps = {
  readonly device: Device;
  readonly column: DeviceColumnId;
  readonly lookup: DeviceLookup;
  readonly onChange: (device: Device) => void;
  readonly hint?: string;
  /** Why a value that is readable is not taken all the same; null = it is. */
  readonly refuse?: (before: Device, after: Device) => string | null;
  /** Told whenever what stands in the field starts or stops being no value. */
  readonly onIssue?: (column: DeviceColumnId, hasIssue: boolean) => void;
};

const NONE = '';

/** One field of a device as a form shows it: the same reading and the same messages as a cell of the table. */
export const CellField = (props: CellFieldProps) => {
  switch (columnKind(props.column)) {
    case 'status':
    case 'user-group':
    case 'owner':
      return <ChoiceField {...props} />;
    case 'category':
      return <CategoryField {...props} />;
    case 'room':
      return <RoomField {...props} />;
    default:
      return <TextCellField {...props} />;
  }
};

const TextCellField = ({ device, column, lookup, onChange, hint, refuse, onIssue }: CellFieldProps) => {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setMessage] = useState<string | null>(null);
  const setError = (message: string | null): void => {
    setMessage(message);
    onIssue?.(column, message !== null);
  };
  const kind = columnKind(column);
  const shown = draft ?? cellText(device, column, lookup);
  const leave = (): void => {
    if (draft === null) return;
    const parsed = parseCell(device, column, draft, lookup);
    if (!parsed.ok) {
      setError(cellIssueText(parsed.error));
      return;
    }
    const refused = refuse?.(device, parsed.value) ?? null;
    if (refused !== null) {
      setError(refused);
      return;
    }
    setDraft(null);
    setError(null);
    if (parsed.value !== device) onChange(parsed.value);
  };
  const frame = { label: DEVICE_COLUMN_LABELS[column], error, ...(hint !== undefined && { hint }) };
  if (kind === 'long-text') {
    return <TextArea {...frame} value={shown} onChange={setDraft} onBlur={leave} />;
  }
  const isShort = ['date', 'day', 'money', 'count', 'years'].includes(kind);
  return (
    <TextField
      {...frame}
      value={shown}
      width={isShort ? 'date' : 'full'}
      spellCheck={kind === 'text'}
      onChange={setDraft}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        if (event.key === 'Escape' && draft !== null) {
          event.preventDefault();
          setDraft(null);
          setError(null);
        }
      }}
    />
  );
};

const ChoiceField = ({ device, column, lookup, onChange }: CellFieldProps) => {
  const label = DEVICE_COLUMN_LABELS[column];
  if (column === 'status') {
    const options = DEVICE_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] }));
    return (
      <SelectField
        label={label}
        value={device.status}
        options={options}
        onChange={(value) => {
          const status = DEVICE_STATUSES.find((known) => known === value);
          if (status !== undefined) onChange(withStatus(device, status, lookup.today));
        }}
      />
    );
  }
  if (column === 'owner') {
    const options = OWNERS.map((value) => ({ value, label: OWNER_LABELS[value] }));
    return (
      <SelectField
        label={label}
        value={device.owner}
        options={options}
        onChange={(value) =>
          onChange({ ...device, owner: OWNERS.find((known) => known === value) ?? 'unknown' })
        }
      />
    );
  }
  const options = [
    { value: NONE, label: DEVICE_TEXTS.notGiven },
    ...USER_GROUPS.map((value) => ({ value, label: USER_GROUP_LABELS[value] })),
  ];
  return (
    <SelectField
      label={label}
      value={device.userGroup ?? NONE}
      options={options}
      onChange={(value) =>
        onChange({ ...device, userGroup: USER_GROUPS.find((known) => known === value) ?? null })
      }
    />
  );
};

const CategoryField = ({ device, column, lookup, onChange }: CellFieldProps) => {
  const options = useMemo(
    () => [
      { value: NONE, label: DEVICE_TEXTS.notGiven },
      ...[...lookup.categories.values()].map(({ id, name, shortName }) => ({
        value: id,
        label: name,
        detail: shortName,
      })),
    ],
    [lookup],
  );
  return (
    <Combobox
      label={DEVICE_COLUMN_LABELS[column]}
      value={device.categoryId ?? NONE}
      options={options}
      emptyText={DEVICE_TEXTS.nothingFits}
      onChange={(value) => onChange({ ...device, categoryId: value === NONE ? null : value })}
    />
  );
};

const RoomField = ({ device, lookup, onChange }: CellFieldProps) => {
  const store = useAppStore();
  const roomId = lookup.roomOf(device)?.id ?? null;
  return (
    <RoomChoice
      label={DEVICE_COLUMN_LABELS.room}
      value={roomId ?? NONE}
      options={roomChoices(roomOptions(store.getState(), lookup, device.categoryId, roomId))}
      onChange={(value) => {
        const room = store.getState().inventory.rooms.find(({ id }) => id === value);
        onChange({ ...device, roomId: room?.id ?? null, containerTag: null });
      }}
    />
  );
};

type Choice = { readonly value: string; readonly label: string; readonly detail: string };

/** Rooms for a combobox, „kein Raum“ first. */
export const roomChoices = (options: ReturnType<typeof roomOptions>): readonly Choice[] => [
  { value: NONE, label: DEVICE_TEXTS.noRoom, detail: '' },
  ...options.map(({ room, text, name, detail }) => ({
    value: room.id,
    label: name === '' ? text : `${text} ${name}`,
    detail: detail === '' ? [room.building, room.floor].filter(Boolean).join(' · ') : detail,
  })),
];

/** A search over all rooms; `''` is none. */
export const RoomChoice = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Choice[];
  readonly onChange: (value: string) => void;
}) => (
  <Combobox
    label={label}
    value={value}
    options={options}
    emptyText={DEVICE_TEXTS.nothingFits}
    onChange={onChange}
  />
);
