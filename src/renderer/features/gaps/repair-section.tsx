import { useState } from 'react';
import type { Repair } from '#core/plan/repairs.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { PRIORITY_LABELS, STATUS_LABELS } from '#texts/fields.ts';
import { formatDate, formatNumber } from '#texts/format.ts';
import { REDISTRIBUTION_TEXTS } from '#texts/planning.ts';
import { useAllRows } from '#ui/all-rows.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { DeviceLink, RoomLink } from './plan-links.tsx';
import styles from './planning.module.css';
import moveStyles from './redistribution.module.css';

const TEXTS = REDISTRIBUTION_TEXTS.repairs;
/** So many rows stand there at first, so that the moves below stay in sight. */
const ROWS = 12;

/** The broken devices that would close a gap, room by room. */
export const RepairSection = ({
  repairs,
  repairable,
}: {
  readonly repairs: readonly Repair[];
  /** Scored gaps that they would close. */
  readonly repairable: number;
}) => {
  const [wanted, setRows] = useState(ROWS);
  const rows = useAllRows() ? repairs.length : wanted;
  const rooms = useRoomsById();
  const requirements = useAppState((state) => state.profile.requirements);
  const names = new Map(requirements.map(({ id, name }) => [id, name]));
  if (repairs.length === 0)
    return (
      <Section title={TEXTS.title}>
        <p className={styles.quiet}>{TEXTS.none}</p>
      </Section>
    );
  return (
    <Section title={TEXTS.title} {...(repairable > 0 && { fact: TEXTS.fact(repairable) })}>
      <DataTable
        caption={TEXTS.title}
        rows={repairs.slice(0, rows)}
        keyOf={({ roomId, line, device }) => `${roomId ?? ''} ${line.requirementId} ${device.id}`}
        columns={[
          {
            id: 'room',
            label: TEXTS.room,
            isRowHead: true,
            cell: ({ roomId, scored }) => {
              const room = roomId === null ? undefined : rooms.get(roomId);
              return (
                <>
                  {room === undefined ? TEXTS.school : <RoomLink room={room} />}
                  {!scored && <span className={moveStyles.mark}>{REDISTRIBUTION_TEXTS.notScored}</span>}
                </>
              );
            },
          },
          {
            id: 'goal',
            label: TEXTS.goal,
            cell: ({ line }) => names.get(line.requirementId) ?? line.requirementId,
          },
          { id: 'device', label: TEXTS.device, cell: ({ device }) => <DeviceLink device={device} /> },
          { id: 'units', label: TEXTS.units, align: 'right', cell: ({ units }) => formatNumber(units) },
          {
            id: 'status',
            label: TEXTS.status,
            cell: ({ device }) => <StatusMark tone="defective">{STATUS_LABELS[device.status]}</StatusMark>,
          },
          {
            id: 'since',
            label: TEXTS.since,
            align: 'right',
            cell: ({ device }) => formatDate(device.defect?.since ?? null),
          },
          {
            id: 'priority',
            label: TEXTS.priority,
            cell: ({ line }) => PRIORITY_LABELS[line.priority],
          },
        ]}
      />
      {repairs.length > rows && (
        <Button variant="quiet" isSmall onClick={() => setRows(repairs.length)}>
          {REDISTRIBUTION_TEXTS.more(repairs.length - rows)}
        </Button>
      )}
    </Section>
  );
};
