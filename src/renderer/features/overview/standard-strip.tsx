import type { RoomSummary } from '#core/gaps/gap-analysis.ts';
import type { Room } from '#core/inventory/room.ts';
import { useRoomsById } from '#state/use-app-state.ts';
import { formatGap } from '#texts/format.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { Icon } from '#ui/icons.tsx';
import styles from './overview-page.module.css';

/** One cell per classroom as one walks, floor by floor: tick, or how many parts of the standard miss. */
export const StandardStrip = ({
  summaries,
  standardId,
}: {
  readonly summaries: readonly RoomSummary[];
  readonly standardId: string;
}) => {
  const rooms = useRoomsById();
  const cells = summaries.flatMap((summary) => {
    const standard = summary.standards.find((entry) => entry.standardId === standardId);
    const room = rooms.get(summary.roomId);
    return standard === undefined || room === undefined ? [] : [{ room, standard }];
  });
  return (
    <ul className={styles.strip} aria-label={OVERVIEW_TEXTS.strip}>
      {cells.map(({ room, standard }, index) => {
        const missing = standard.missing.length;
        const text = standard.met
          ? OVERVIEW_TEXTS.stripMet(placeOf(room))
          : OVERVIEW_TEXTS.stripMissing(placeOf(room), missing);
        return (
          <li key={room.id} data-new-floor={isNewFloor(cells[index - 1]?.room, room) || undefined}>
            <a href={`#/raeume/${encodeURIComponent(room.id)}`} title={text}>
              <span className={styles.stripRoom}>
                <span className={styles.hidden}>{OVERVIEW_TEXTS.room} </span>
                {room.roomNumber}
              </span>
              <span
                className={styles.stripSign}
                data-state={standard.met ? 'met' : missing > 2 ? 'gap' : 'part'}
              >
                {standard.met ? <Icon name="tick" /> : missing <= 2 && <Icon name="half" />}
                {!standard.met && formatGap(missing)}
                <span className={styles.hidden}> {OVERVIEW_TEXTS.stripState(missing)}</span>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
};

/** `101 (Haus A · EG)`: the number alone may stand in two buildings. */
const placeOf = ({ roomNumber, building, floor }: Room): string => {
  const place = [building, floor].filter(Boolean).join(' · ');
  return place === '' ? roomNumber : `${roomNumber} (${place})`;
};

const isNewFloor = (before: Room | undefined, room: Room): boolean =>
  before !== undefined && (before.building !== room.building || before.floor !== room.floor);
