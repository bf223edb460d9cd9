import { useState } from 'react';
import { readCount, readDecimal } from '#core/inventory/cell-input.ts';
import { saveRoom } from '#core/inventory/room-actions.ts';
import { WLAN_COVERAGES, type Room } from '#core/inventory/room.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { ROOM_FIELD_LABELS, WLAN_COVERAGE_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { ROOM_ISSUE_TEXTS, ROOM_TEXTS } from '#texts/rooms.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, ParsedField, SelectField, TextArea, TextField, type Parsed } from '#ui/field.tsx';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import styles from './rooms.module.css';

const parseCount = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const value = readCount(text);
  return value === null ? { ok: false, message: ROOM_TEXTS.numberError } : { ok: true, value };
};
const parseArea = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const value = readDecimal(text);
  return value === null ? { ok: false, message: ROOM_TEXTS.areaError } : { ok: true, value };
};
const formatArea = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1);

/** All facts of a room; nothing is stored before the button. Used for new rooms too. */
export const RoomForm = ({
  room,
  isNew,
  onDone,
  onCancel,
}: {
  readonly room: Room;
  readonly isNew: boolean;
  readonly onDone: (room: Room) => void;
  readonly onCancel: () => void;
}) => {
  const store = useAppStore();
  const commit = useCommitWithToast();
  const roomTypes = useAppState((state) => state.profile.roomTypes);
  const [draft, setDraft] = useState(room);
  const [error, setError] = useState<string | null>(null);
  const change = (part: Partial<Room>): void => {
    setDraft((before) => ({ ...before, ...part }));
    if ('roomNumber' in part || 'building' in part) setError(null);
  };
  const text = (field: 'name' | 'building' | 'floor' | 'use') => (
    <TextField
      label={ROOM_FIELD_LABELS[field]}
      value={draft[field] ?? ''}
      onChange={(value) => change({ [field]: value === '' ? null : value })}
    />
  );
  const count = (field: 'seats' | 'lanSockets' | 'powerGroups') => (
    <ParsedField
      label={ROOM_FIELD_LABELS[field]}
      value={draft[field]}
      parse={parseCount}
      format={formatNumber}
      inputMode="numeric"
      onCommit={(value) => change({ [field]: value })}
    />
  );
  const save = (): void => {
    const saved = saveRoom(trimmed(draft), store.getState().inventory.rooms);
    if (!saved.ok) {
      setError(ROOM_ISSUE_TEXTS[saved.error.code]);
      document.getElementById('room-form')?.querySelector<HTMLElement>('input')?.focus();
      return;
    }
    commit({ code: isNew ? 'room-created' : 'room-changed', params: { room: draft.roomNumber.trim() } }, [
      saved.value,
    ]);
    onDone(draft);
  };
  const extra = Object.entries(draft.extra);
  return (
    <form
      id="room-form"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={ROOM_FIELD_LABELS.roomNumber}
        value={draft.roomNumber}
        error={error}
        onChange={(roomNumber) => change({ roomNumber })}
      />
      {text('name')}
      {text('building')}
      {text('floor')}
      <fieldset className={styles.wide}>
        <legend>{ROOM_FIELD_LABELS.roomTypes}</legend>
        <div className={styles.checks}>
          {roomTypes.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              isChecked={draft.roomTypes.includes(id)}
              onChange={(isOn) =>
                change({
                  roomTypes: isOn
                    ? [...draft.roomTypes, id]
                    : draft.roomTypes.filter((other) => other !== id),
                })
              }
            />
          ))}
        </div>
        <p className={styles.hint}>{ROOM_TEXTS.typesHint}</p>
      </fieldset>
      {count('seats')}
      <ParsedField
        label={ROOM_FIELD_LABELS.areaM2}
        value={draft.areaM2}
        parse={parseArea}
        format={formatArea}
        inputMode="decimal"
        onCommit={(areaM2) => change({ areaM2 })}
      />
      {count('lanSockets')}
      {count('powerGroups')}
      <SelectField
        label={ROOM_FIELD_LABELS.wlanCoverage}
        value={draft.wlanCoverage ?? ''}
        options={[
          { value: '', label: ROOM_TEXTS.notGiven },
          ...WLAN_COVERAGES.map((value) => ({ value, label: WLAN_COVERAGE_LABELS[value] })),
        ]}
        onChange={(value) =>
          change({ wlanCoverage: WLAN_COVERAGES.find((known) => known === value) ?? null })
        }
      />
      {text('use')}
      <div className={styles.wide}>
        <TextArea
          label={ROOM_FIELD_LABELS.note}
          value={draft.note ?? ''}
          onChange={(note) => change({ note: note === '' ? null : note })}
        />
      </div>
      {extra.length > 0 && (
        <section className={styles.wide}>
          <h3>{ROOM_TEXTS.extra}</h3>
          <dl className={styles.facts}>
            {extra.map(([head, value]) => (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <div className={styles.formActions}>
        <Button type="submit" variant="primary">
          {isNew ? ROOM_TEXTS.createDo : ROOM_TEXTS.save}
        </Button>
        <Button onClick={onCancel}>{ROOM_TEXTS.cancel}</Button>
      </div>
    </form>
  );
};

const trim = (text: string | null): string | null => {
  const bare = text?.trim() ?? '';
  return bare === '' ? null : bare;
};

const trimmed = (room: Room): Room => ({
  ...room,
  name: trim(room.name),
  building: trim(room.building),
  floor: trim(room.floor),
  use: trim(room.use),
  note: trim(room.note),
});
