import { useMemo } from 'react';
import type { GroupTotals } from '#core/gaps/gap-analysis.ts';
import type { OnePager } from '#core/report/one-pager.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { CATEGORY_KINDS, type TargetProfile } from '#core/targets/target-profile.ts';
import { formatNumber, formatPercent } from '#texts/format.ts';
import { ONE_PAGER_TEXTS as TEXTS } from '#texts/one-pager.ts';
import { KIND_SHORT, OVERVIEW_TEXTS } from '#texts/overview.ts';
import { Icon } from '#ui/icons.tsx';
import { GapLegend } from '../../../charts/gap-reading.tsx';
import { gapRows, type GapRow } from '../../../charts/gap-rows.ts';
import { StackedBar } from '../../../charts/gaps-per-room-chart.tsx';
import styles from './one-pager.module.css';

/** So many fit; what is fulfilled least comes first. */
const SHOWN_GROUPS = 9;
/** In px of the page. */
const BARS_WIDTH = 424;
const BAR_HEIGHT = 18;
/** Behind the longest bar, for its sum. */
const SUM_WIDTH = 36;

/** What is missing in which room: the picture of the page. */
export const RoomGaps = ({
  input: { inventory, analysis },
  sheet: { rooms },
  shownRooms,
}: {
  readonly input: ReportInput;
  readonly sheet: OnePager;
  /** The worst come first. */
  readonly shownRooms: number;
}) => {
  const rows = useMemo(
    () => gapRows(analysis, new Map(inventory.rooms.map((room) => [room.id, room]))),
    [analysis, inventory.rooms],
  );
  const { roomGap, schoolGap } = analysis.totals;
  const shown = rows.slice(0, shownRooms);
  const rest = rows.slice(shownRooms);
  const [worst] = rows;
  const unit = (BARS_WIDTH - SUM_WIDTH) / (worst?.total ?? 1);
  const notes = [
    ...(rest.length === 0
      ? []
      : [
          TEXTS.moreRooms(
            rest.length,
            rest.reduce((sum, { total }) => sum + total, 0),
          ),
        ]),
    ...(worst === undefined || rooms.withoutGap === 0 ? [] : [TEXTS.roomsWithout(rooms.withoutGap)]),
    ...(schoolGap === 0 ? [] : [TEXTS.schoolWide(schoolGap, roomGap > 0)]),
  ];
  if (rooms.of === 0 && notes.length === 0) return null;
  return (
    <section className={styles.rooms}>
      <h2>
        {TEXTS.roomsTitle}
        {worst !== undefined && <small>{OVERVIEW_TEXTS.gapsPerRoomFact(roomGap, rows.length)}</small>}
      </h2>
      {worst === undefined ? (
        rooms.of > 0 && (
          <p className={styles.fine}>
            <Icon name="tick" />
            {TEXTS.noRoomGaps(rooms.of)}
          </p>
        )
      ) : (
        <>
          <GapLegend rows={rows} />
          <ul className={styles.bars}>
            {shown.map((row) => (
              <li key={row.key}>
                <RoomName row={row} />
                <svg width={BARS_WIDTH} height={BAR_HEIGHT} role="img" aria-label={wordsOf(row)}>
                  <StackedBar
                    row={row}
                    x={0.5}
                    y={0.5}
                    width={row.total * unit}
                    height={BAR_HEIGHT - 1}
                    hasInitials
                  />
                </svg>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && <p className={styles.note}>{notes.join(' · ')}</p>}
    </section>
  );
};

const wordsOf = (row: GapRow): string =>
  TEXTS.roomBar(
    row.total,
    CATEGORY_KINDS.filter((kind) => row[kind] > 0).map(
      (kind) => `${KIND_SHORT[kind]} ${formatNumber(row[kind])}`,
    ),
  );

const RoomName = ({ row: { number, name } }: { readonly row: GapRow }) => (
  <span className={styles.room}>
    <b>{number}</b> {name}
  </span>
);

/** What is covered of each group of targets: bar, share and what is missing. */
export const GroupShares = ({
  groups,
  profile,
}: {
  readonly groups: readonly GroupTotals[];
  readonly profile: TargetProfile;
}) => {
  const names = new Map(profile.groups.map(({ id, name }) => [id, name]));
  const shown = groups.slice(0, SHOWN_GROUPS);
  const rest = groups.slice(SHOWN_GROUPS);
  return (
    <section className={styles.groups}>
      <h2>{TEXTS.groupsTitle}</h2>
      <ul>
        {shown.map(({ group, kind, actual, target, gap }) => (
          <li key={group}>
            <span className={styles.group}>{names.get(group) ?? group}</span>
            <span className={styles.bar} aria-hidden="true">
              <span
                style={{ width: `${(actual / target) * 100}%`, ['--fill' as string]: `var(--chart-${kind})` }}
              />
            </span>
            <b>{formatPercent(actual / target)}</b>
            <span>{TEXTS.missing(gap)}</span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className={styles.note}>
          {TEXTS.moreGroups(rest.length, rest.filter(({ gap }) => gap === 0).length)}
        </p>
      )}
    </section>
  );
};
