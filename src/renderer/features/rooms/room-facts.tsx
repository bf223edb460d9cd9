import type { Room } from '#core/inventory/room.ts';
import { useRoomTypesById } from '#state/use-app-state.ts';
import { ROOM_FIELD_LABELS, WLAN_COVERAGE_LABELS } from '#texts/fields.ts';
import { formatNumber, UNKNOWN } from '#texts/format.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import styles from './rooms.module.css';

/** The facts of a room, to read. */
export const RoomFacts = ({ room }: { readonly room: Room }) => {
  const types = useRoomTypesById();
  const typeNames = room.roomTypes.map((id) => types.get(id)?.name ?? id).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [ROOM_FIELD_LABELS.roomTypes, typeNames === '' ? ROOM_TEXTS.noType : typeNames],
    [ROOM_FIELD_LABELS.seats, formatNumber(room.seats)],
    [
      ROOM_FIELD_LABELS.areaM2,
      room.areaM2 === null ? UNKNOWN : formatNumber(room.areaM2, Number.isInteger(room.areaM2) ? 0 : 1),
    ],
    [ROOM_FIELD_LABELS.use, room.use ?? UNKNOWN],
    [ROOM_FIELD_LABELS.lanSockets, formatNumber(room.lanSockets)],
    [ROOM_FIELD_LABELS.powerGroups, formatNumber(room.powerGroups)],
    [
      ROOM_FIELD_LABELS.wlanCoverage,
      room.wlanCoverage === null ? UNKNOWN : WLAN_COVERAGE_LABELS[room.wlanCoverage],
    ],
    ...(room.note === null ? [] : [[ROOM_FIELD_LABELS.note, room.note] as const]),
    ...Object.entries(room.extra),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
