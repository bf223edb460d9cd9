import { useMemo, useState } from 'react';
import type { Room } from '#core/inventory/room.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatGap } from '#texts/format.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { Icon } from '#ui/icons.tsx';
import { GapMark } from './room-marks.tsx';
import { summaryOf } from './room-rows.ts';
import styles from './rooms.module.css';

type Floor = { readonly key: string; readonly label: string; readonly rooms: readonly Room[] };

const floorsOf = (rooms: readonly Room[]): readonly Floor[] => {
  const floors = new Map<string, Room[]>();
  for (const room of rooms) {
    const key = `${room.building ?? ''}\n${room.floor ?? ''}`;
    const known = floors.get(key);
    if (known === undefined) floors.set(key, [room]);
    else known.push(room);
  }
  return [...floors].map(([key, members]) => ({
    key,
    label: ROOM_TEXTS.place(
      members[0]?.building ?? ROOM_TEXTS.noBuilding,
      members[0]?.floor ?? ROOM_TEXTS.noFloor,
    ),
    rooms: members,
  }));
};

/** All rooms by floor beside an open room; only the floor of this room is open at first. */
export const RoomNavigation = ({
  rooms,
  current,
}: {
  readonly rooms: readonly Room[];
  readonly current: Room;
}) => {
  const analysis = useGapAnalysis();
  const [search, setSearch] = useState('');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const wanted = search.trim().toLowerCase();
  const floors = useMemo(
    () =>
      floorsOf(
        wanted === ''
          ? rooms
          : rooms.filter((room) =>
              [room.roomNumber, room.name, room.use].join(' ').toLowerCase().includes(wanted),
            ),
      ),
    [rooms, wanted],
  );
  const here = `${current.building ?? ''}\n${current.floor ?? ''}`;
  const gapOf = (room: Room): number => {
    const summary = summaryOf(analysis, room.id);
    return summary?.scored === true ? summary.gap : 0;
  };
  return (
    <nav className={styles.nav} aria-label={ROOM_TEXTS.navigation}>
      <div className={styles.navSearch}>
        <div className={styles.search}>
          <Icon name="search" />
          <input
            type="text"
            role="searchbox"
            aria-label={ROOM_TEXTS.search}
            placeholder={ROOM_TEXTS.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      </div>
      <div className={styles.navList}>
        {floors.map(({ key, label, rooms: members }) => {
          const isOpen = wanted !== '' || (key === here) !== toggled.has(key);
          return (
            <section key={key}>
              <button
                type="button"
                className={styles.floor}
                aria-expanded={isOpen}
                onClick={() => {
                  const next = new Set(toggled);
                  if (!next.delete(key)) next.add(key);
                  setToggled(next);
                }}
              >
                <Icon name={isOpen ? 'down' : 'right'} />
                <span>{label}</span>
                <span>{formatGap(members.reduce((sum, room) => sum + gapOf(room), 0))}</span>
              </button>
              {isOpen && (
                <ul>
                  {members.map((room) => (
                    <li key={room.id}>
                      <a
                        href={`#/raeume/${encodeURIComponent(room.id)}`}
                        aria-current={room.id === current.id ? 'page' : undefined}
                      >
                        <b>{room.roomNumber}</b>
                        <span>{room.name ?? room.use ?? ''}</span>
                        <span>
                          {summaryOf(analysis, room.id)?.counted === true && <GapMark gap={gapOf(room)} />}
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </nav>
  );
};
