import type { Room } from '#core/inventory/room.ts';
import type { RoomPlan } from '#core/plan/school-year.ts';
import { useAppState, useRoomTypesById } from '#state/use-app-state.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { SelectField, TextField } from '#ui/field.tsx';
import styles from './school-year.module.css';

const SEPARATOR = ' ';

/** One room: as it is, and as it will be. */
export const RoomRow = ({
  room,
  roomText,
  plan,
  isChanged,
  devices,
  listId,
  rowIndex,
  top,
  onChange,
}: {
  readonly room: Room;
  readonly roomText: string;
  readonly plan: RoomPlan;
  readonly isChanged: boolean;
  readonly devices: number;
  /** Of the `datalist` with the users to choose from. */
  readonly listId: string;
  readonly rowIndex: number;
  readonly top: number;
  readonly onChange: (plan: RoomPlan) => void;
}) => {
  const types = useRoomTypesById();
  const all = useAppState((state) => state.profile.roomTypes);
  const keyOf = (ids: readonly string[]): string => ids.join(SEPARATOR);
  const nameOf = (ids: readonly string[]): string =>
    ids.length === 0 ? SCHOOL_YEAR_TEXTS.noType : ids.map((id) => types.get(id)?.name ?? id).join(', ');
  // What is none of the single types: several at once, none, or one that the profile no longer has.
  const special = [room.roomTypes, plan.roomTypes].filter(
    (ids, index, both) =>
      !all.some(({ id }) => id === keyOf(ids)) &&
      both.findIndex((other) => keyOf(other) === keyOf(ids)) === index,
  );
  const heads = SCHOOL_YEAR_TEXTS.heads;
  const labelOf = (field: string): string => SCHOOL_YEAR_TEXTS.fieldFor(field, roomText);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={styles.row}
      style={{ top }}
      data-changed={isChanged || undefined}
    >
      <div role="rowheader" className={styles.room}>
        <b>{roomText}</b>
        {isChanged && <span>{SCHOOL_YEAR_TEXTS.changed}</span>}
      </div>
      <div role="cell" className={styles.cut} title={room.use ?? SCHOOL_YEAR_TEXTS.free}>
        {room.use ?? <span className={styles.quiet}>{SCHOOL_YEAR_TEXTS.free}</span>}
      </div>
      <div role="cell">
        <TextField
          label={labelOf(heads.after)}
          isLabelHidden
          list={listId}
          value={plan.use ?? ''}
          onChange={(use) => onChange({ ...plan, use: use === '' ? null : use })}
        />
      </div>
      <div role="cell">
        <TextField
          label={labelOf(heads.name)}
          isLabelHidden
          value={plan.name ?? ''}
          onChange={(name) => onChange({ ...plan, name: name === '' ? null : name })}
        />
      </div>
      <div role="cell">
        <SelectField
          label={labelOf(heads.type)}
          isLabelHidden
          value={keyOf(plan.roomTypes)}
          options={[
            ...special.map((ids) => ({ value: keyOf(ids), label: nameOf(ids) })),
            ...all.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(key) =>
            onChange({
              ...plan,
              roomTypes: special.find((ids) => keyOf(ids) === key) ?? [key],
            })
          }
        />
      </div>
      <div role="cell">
        {devices === 0 || room.use === null ? (
          <span className={styles.quiet}>{SCHOOL_YEAR_TEXTS.stay(devices)}</span>
        ) : (
          <SelectField
            label={labelOf(heads.devices)}
            isLabelHidden
            value={plan.devices}
            options={[
              { value: 'stay', label: SCHOOL_YEAR_TEXTS.stay(devices) },
              { value: 'go', label: SCHOOL_YEAR_TEXTS.go(devices) },
            ]}
            onChange={(value) => onChange({ ...plan, devices: value === 'go' ? 'go' : 'stay' })}
          />
        )}
      </div>
    </div>
  );
};
