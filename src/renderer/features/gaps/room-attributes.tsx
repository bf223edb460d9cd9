import type { RoomGap } from '#core/gaps/gap-analysis.ts';
import { roomChange } from '#core/inventory/room-actions.ts';
import { WLAN_COVERAGES, type Room } from '#core/inventory/room.ts';
import type { Requirement } from '#core/targets/target-profile.ts';
import { ROOM_FIELD_LABELS, WLAN_COVERAGE_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { ParsedField, SelectField } from '#ui/field.tsx';
import styles from './gaps-page.module.css';
import { countParser } from './parse-count.ts';

const TEXTS = GAPS_TEXTS.why;
const parseCount = countParser(ROOM_TEXTS.numberError);

/** What of the room decides on this target: seats that it is computed from, and the attribute that covers it. */
const attributesOf = ({
  quantity,
  coveredBy,
}: Requirement): readonly ('seats' | 'lanSockets' | 'powerGroups' | 'wlanCoverage')[] => [
  ...(quantity.kind === 'per-seats' ? (['seats'] as const) : []),
  ...(coveredBy === 'lan-sockets' ? (['lanSockets'] as const) : []),
  ...(coveredBy === 'power-groups' ? (['powerGroups'] as const) : []),
  ...(coveredBy === 'wlan-full' ? (['wlanCoverage'] as const) : []),
];

/** These attributes to be entered where they matter; each is one undoable change. */
export const RoomAttributes = ({
  room,
  line,
  requirement,
}: {
  readonly room: Room;
  readonly line: RoomGap;
  readonly requirement: Requirement;
}) => {
  const commit = useCommitWithToast();
  const attributes = attributesOf(requirement);
  if (attributes.length === 0 || line.exempt) return null;
  const change = (part: Partial<Room>): void =>
    commit({ code: 'room-changed', params: { room: room.roomNumber } }, [
      roomChange(room, { ...room, ...part }),
    ]);
  return (
    <section>
      <h3>{TEXTS.attributes}</h3>
      <div className={styles.attributes}>
        {attributes.map((attribute) =>
          attribute === 'wlanCoverage' ? (
            <SelectField
              key={attribute}
              label={ROOM_FIELD_LABELS.wlanCoverage}
              hint={TEXTS.wlanHint}
              value={room.wlanCoverage ?? ''}
              options={[
                { value: '', label: ROOM_TEXTS.notGiven },
                ...WLAN_COVERAGES.map((value) => ({ value, label: WLAN_COVERAGE_LABELS[value] })),
              ]}
              onChange={(value) =>
                change({ wlanCoverage: WLAN_COVERAGES.find((known) => known === value) ?? null })
              }
            />
          ) : (
            <ParsedField
              key={attribute}
              label={ROOM_FIELD_LABELS[attribute]}
              value={room[attribute]}
              inputMode="numeric"
              parse={parseCount}
              format={formatNumber}
              onCommit={(value) => change({ [attribute]: value })}
            />
          ),
        )}
      </div>
    </section>
  );
};
