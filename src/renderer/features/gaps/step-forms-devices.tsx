import { useMemo, useState } from 'react';
import { readCents, readCount } from '#core/inventory/cell-input.ts';
import { findById } from '#core/history/keyed-list.ts';
import type { Device } from '#core/inventory/device.ts';
import { MAX_UNITS } from '#core/plan/scenario.ts';
import { roomId, type CategoryId } from '#core/shared/ids.ts';
import { useAppState, useAppStore, useCategoriesById } from '#state/use-app-state.ts';
import { STATUS_LABELS } from '#texts/fields.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { SCENARIO_TEXTS } from '#texts/scenarios.ts';
import { deviceName } from '#device-editor/device-panel.tsx';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { roomOptions } from '#device-editor/room-options.ts';
import { Combobox, type ComboboxOption } from '#ui/combobox.tsx';
import { ParsedField, type Parsed } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { StepFormFrame, type StepFormProps } from './step-form-frame.tsx';
import styles from './scenarios.module.css';

const NO_ROOM = '';

const parseUnits =
  (max: number) =>
  (text: string): Parsed<number> => {
    const count = readCount(text);
    return count !== null && count >= 1 && count <= max
      ? { ok: true, value: count }
      : { ok: false, message: SCENARIO_TEXTS.unitsError(max) };
  };

const parsePrice = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const cents = readCents(text);
  return cents === null ? { ok: false, message: SCENARIO_TEXTS.priceError } : { ok: true, value: cents };
};

/** Rooms with a gap of this category first. */
const useRoomChoices = (categoryId: CategoryId | null, none: string): readonly ComboboxOption[] => {
  const store = useAppStore();
  const lookup = useDeviceLookup();
  return useMemo(
    () => [
      { value: NO_ROOM, label: none },
      ...roomOptions(store.getState(), lookup, categoryId, null).map(({ room, text, name, detail }) => ({
        value: room.id,
        label: name === '' ? text : `${text} ${name}`,
        detail,
      })),
    ],
    [store, lookup, categoryId, none],
  );
};

const asRoomId = (value: string) => (value === NO_ROOM ? null : roomId(value));

export const BuyForm = (props: StepFormProps) => {
  const categories = useCategoriesById();
  const [categoryId, setCategoryId] = useState<CategoryId | null>(null);
  const [units, setUnits] = useState<number | null>(1);
  const [room, setRoom] = useState<string>(NO_ROOM);
  const [price, setPrice] = useState<number | null>(null);
  const rooms = useRoomChoices(categoryId, SCENARIO_TEXTS.wholeSchool);
  const category = categoryId === null ? undefined : categories.get(categoryId);
  return (
    <StepFormFrame
      {...props}
      kind="buy"
      step={
        category === undefined || units === null
          ? null
          : { kind: 'buy', categoryId: category.id, units, roomId: asRoomId(room), unitPriceCents: price }
      }
    >
      <Combobox
        label={SCENARIO_TEXTS.category}
        value={categoryId}
        options={[...categories.values()].map(({ id, name, guidePriceCents }) => ({
          value: id,
          label: name,
          detail: formatEuros(guidePriceCents),
        }))}
        emptyText={SCENARIO_TEXTS.nothingFits}
        onChange={setCategoryId}
      />
      <Combobox
        label={SCENARIO_TEXTS.room}
        value={room}
        options={rooms}
        emptyText={SCENARIO_TEXTS.nothingFits}
        onChange={setRoom}
      />
      <div className={styles.pair}>
        <ParsedField
          label={SCENARIO_TEXTS.units}
          value={units}
          format={formatNumber}
          parse={parseUnits(MAX_UNITS)}
          inputMode="numeric"
          onCommit={setUnits}
        />
        <ParsedField
          label={SCENARIO_TEXTS.price}
          hint={SCENARIO_TEXTS.priceHint(formatEuros(category?.guidePriceCents ?? null))}
          value={price}
          format={formatEuros}
          parse={parsePrice}
          inputMode="decimal"
          onCommit={setPrice}
        />
      </div>
    </StepFormFrame>
  );
};

const useDeviceChoices = (isOffered: (device: Device) => boolean): readonly ComboboxOption[] => {
  const lookup = useDeviceLookup();
  const categories = useCategoriesById();
  const devices = useAppState((state) => state.inventory.devices);
  return useMemo(
    () =>
      devices.filter(isOffered).map((device) => {
        const room = lookup.roomOf(device);
        return {
          value: device.id,
          label: [deviceName(device), categories.get(device.categoryId ?? '')?.name]
            .filter(Boolean)
            .join(' · '),
          detail: [
            room === undefined ? '' : lookup.finder.textOf(room),
            device.status === 'in-use' ? '' : STATUS_LABELS[device.status],
          ]
            .filter((part) => part !== '')
            .join(', '),
        };
      }),
    [lookup, categories, devices, isOffered],
  );
};

const canMove = ({ status }: Device): boolean => status !== 'decommissioned';
const isBroken = ({ status }: Device): boolean => status === 'defective' || status === 'in-repair';

export const MoveForm = (props: StepFormProps) => {
  const devices = useAppState((state) => state.inventory.devices);
  const options = useDeviceChoices(canMove);
  const [id, setId] = useState<string | null>(null);
  const [units, setUnits] = useState<number | null>(1);
  const [room, setRoom] = useState<string | null>(null);
  const device = id === null ? undefined : findById(devices, id);
  const rooms = useRoomChoices(device?.categoryId ?? null, SCENARIO_TEXTS.noRoom);
  return (
    <StepFormFrame
      {...props}
      kind="move"
      step={
        device === undefined || room === null || units === null || units > device.quantity
          ? null
          : { kind: 'move', deviceId: device.id, units, toRoomId: asRoomId(room) }
      }
    >
      <Combobox
        label={SCENARIO_TEXTS.device}
        value={id}
        options={options}
        emptyText={SCENARIO_TEXTS.nothingFits}
        onChange={(value) => {
          setId(value);
          setUnits(findById(devices, value)?.quantity ?? 1);
        }}
      />
      <Combobox
        label={SCENARIO_TEXTS.toRoom}
        value={room}
        options={rooms}
        emptyText={SCENARIO_TEXTS.nothingFits}
        onChange={setRoom}
      />
      {device !== undefined && device.quantity > 1 && (
        <ParsedField
          label={SCENARIO_TEXTS.pieces(device.quantity)}
          value={units}
          format={formatNumber}
          parse={parseUnits(device.quantity)}
          inputMode="numeric"
          width="number"
          onCommit={setUnits}
        />
      )}
    </StepFormFrame>
  );
};

export const RepairForm = (props: StepFormProps) => {
  const devices = useAppState((state) => state.inventory.devices);
  const options = useDeviceChoices(isBroken);
  const [id, setId] = useState<string | null>(null);
  const device = id === null ? undefined : findById(devices, id);
  return (
    <StepFormFrame
      {...props}
      kind="repair"
      step={device === undefined ? null : { kind: 'repair', deviceId: device.id }}
    >
      {options.length === 0 ? (
        <Notice>{SCENARIO_TEXTS.noneBroken}</Notice>
      ) : (
        <Combobox
          label={SCENARIO_TEXTS.deviceBroken}
          value={id}
          options={options}
          emptyText={SCENARIO_TEXTS.nothingFits}
          onChange={setId}
        />
      )}
    </StepFormFrame>
  );
};
