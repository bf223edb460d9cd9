import { useMemo, useState } from 'react';
import type { ChangeGroup, ChangeRow, ChangeSide } from '#core/report/changes/change-groups.ts';
import type { ReportComparison } from '#excel/compare-report-files.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatDate, formatNumber } from '#texts/format.ts';
import { CHANGE_TEXTS } from '#texts/report-changes.ts';
import { REPORT_HISTORY_TEXTS } from '#texts/report-history.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { Icon } from '#ui/icons.tsx';
import { cellText } from './cell-text.ts';
import styles from './report-history.module.css';

const TEXTS = REPORT_HISTORY_TEXTS.compare;
const SIDES: readonly ChangeSide[] = ['target', 'actual'];
const SHOWN_ROWS = 200;
/** So few rows stand open from the start. */
const OPEN_ROWS = 12;

/** What changed between two reports: the sums, then kind by kind, „Soll“ apart from „Ist“. */
export const ChangesView = ({
  comparison: { before, after, sums, groups },
  from,
  to,
}: {
  readonly comparison: ReportComparison;
  readonly from: string;
  readonly to: string;
}) => (
  <div className={styles.changes}>
    <div role="status">
      <h3>{TEXTS.heading(from, to)}</h3>
      <p className={styles.quiet}>
        {TEXTS.asOf(before.asOf, after.asOf)} · {TEXTS.stage(before.stage, after.stage)}
      </p>
      <p className={styles.sums}>
        <strong>{TEXTS.gaps(sums.before, sums.after)}</strong>
        <span>{TEXTS.byTargets(sums.between - sums.before)}</span>
        <span>{TEXTS.byStock(sums.after - sums.between)}</span>
      </p>
      {groups.length === 0 && <p>{TEXTS.nothing}</p>}
    </div>
    {groups.length > 0 &&
      SIDES.map((side) => (
        <section key={side} aria-labelledby={`aenderungen-${side}`}>
          <h3 id={`aenderungen-${side}`}>{TEXTS.sides[side]}</h3>
          <p className={styles.quiet}>{TEXTS.sideHints[side]}</p>
          <Groups groups={groups.filter((group) => group.side === side)} />
        </section>
      ))}
  </div>
);

const Groups = ({ groups }: { readonly groups: readonly ChangeGroup[] }) =>
  groups.length === 0 ? (
    <p>{TEXTS.noneOfSide}</p>
  ) : (
    groups.map((group) => <Group key={group.kind} group={group} />)
  );

const Group = ({ group: { kind, count, rows } }: { readonly group: ChangeGroup }) => {
  const [isOpen, setIsOpen] = useState(rows.length <= OPEN_ROWS);
  const columns = useColumns(rows);
  const more = rows.length - SHOWN_ROWS;
  const name = CHANGE_TEXTS.kinds[kind];
  return (
    <details className={styles.group} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {name} <span className={styles.count}>{formatNumber(count)}</span>
      </summary>
      {isOpen && (
        <>
          <DataTable
            caption={name}
            columns={columns}
            rows={rows.slice(0, SHOWN_ROWS).map((row, index) => ({ ...row, index }))}
            keyOf={({ index }) => String(index)}
          />
          {more > 0 && <p className={styles.quiet}>{TEXTS.more(more)}</p>}
        </>
      )}
    </details>
  );
};

/** Columns that no row of the group fills are left out. */
const useColumns = (rows: readonly ChangeRow[]): readonly DataColumn<ChangeRow>[] => {
  const inventory = useAppState((state) => state.inventory);
  return useMemo(() => {
    const rooms = new Set<string>(inventory.rooms.map(({ id }) => id));
    const devices = new Set<string>(inventory.devices.map(({ id }) => id));
    const { columns } = REPORT_TEXTS;
    const any = (has: (row: ChangeRow) => unknown): boolean => rows.some((row) => has(row) !== null);
    const all: readonly (DataColumn<ChangeRow> & { readonly isShown: boolean })[] = [
      {
        id: 'room',
        label: columns.room,
        isShown: any(({ room }) => room),
        cell: ({ room }) => room !== null && <RoomLink room={room} isThere={rooms.has(room.id)} />,
      },
      {
        id: 'tag',
        label: columns.assetTag,
        isShown: any(({ assetTag }) => assetTag),
        cell: ({ assetTag }) => assetTag,
      },
      {
        id: 'subject',
        label: columns.subject,
        isShown: true,
        isRowHead: true,
        cell: ({ deviceId, subject }) =>
          deviceId !== null && devices.has(deviceId) ? (
            <a href={`#/geraete/${encodeURIComponent(deviceId)}`}>{subject}</a>
          ) : (
            subject
          ),
      },
      { id: 'field', label: columns.field, isShown: any(({ field }) => field), cell: ({ field }) => field },
      {
        id: 'before',
        label: columns.before,
        isShown: any(({ before }) => before),
        cell: ({ before }) => cellText(before, 'text'),
      },
      {
        id: 'after',
        label: columns.after,
        isShown: any(({ after }) => after),
        cell: ({ after }) => cellText(after, 'text'),
      },
      {
        id: 'units',
        label: columns.units,
        align: 'right',
        isShown: any(({ units }) => units),
        cell: ({ units }) => units !== null && TEXTS.signed(units),
      },
      {
        id: 'on',
        label: columns.on,
        isShown: any(({ on }) => on),
        cell: ({ on }) => on !== null && formatDate(on),
      },
      {
        id: 'remark',
        label: columns.remark,
        isShown: any(({ remark }) => remark),
        cell: ({ remark, isWarning }) =>
          isWarning ? (
            <span className={styles.warning}>
              <Icon name="warning" /> {TEXTS.warning}: {remark}
            </span>
          ) : (
            remark
          ),
      },
    ];
    return all.filter(({ isShown }) => isShown);
  }, [inventory, rows]);
};

const RoomLink = ({
  room: { id, building, roomNumber },
  isThere,
}: {
  readonly room: NonNullable<ChangeRow['room']>;
  readonly isThere: boolean;
}) => {
  const text = [building, roomNumber].filter((part) => part !== null && part !== '').join(', ');
  return isThere ? <a href={`#/raeume/${encodeURIComponent(id)}`}>{text}</a> : text;
};
