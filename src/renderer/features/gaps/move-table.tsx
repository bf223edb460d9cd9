import { useState } from 'react';
import type { ProposedMove } from '#core/plan/redistribution.ts';
import { findById } from '#core/history/keyed-list.ts';
import { useAppState, useCategoriesById, useRoomsById } from '#state/use-app-state.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { REDISTRIBUTION_TEXTS } from '#texts/planning.ts';
import { useAllRows } from '#ui/all-rows.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Checkbox } from '#ui/field.tsx';
import { DeviceLink, deviceText, RoomLink } from './plan-links.tsx';
import styles from './redistribution.module.css';

const TEXTS = REDISTRIBUTION_TEXTS.moves;
/** So many rows are drawn at first: a table of thousands would hold the window up. */
const ROWS = 200;

/** One proposal among those of the same redistribution. */
export const moveKey = ({ deviceId, toRoomId, requirementId }: ProposedMove): string =>
  `${deviceId} ${toRoomId} ${requirementId}`;

/** Which device goes where, for which goal; each with a box. */
export const MoveTable = ({
  moves,
  leftOut,
  onToggle,
}: {
  readonly moves: readonly ProposedMove[];
  readonly leftOut: ReadonlySet<string>;
  readonly onToggle: (move: ProposedMove, isWanted: boolean) => void;
}) => {
  const [wanted, setRows] = useState(ROWS);
  const rows = useAllRows() ? moves.length : wanted;
  const devices = useAppState((state) => state.inventory.devices);
  const requirements = useAppState((state) => state.profile.requirements);
  const categories = useCategoriesById();
  const rooms = useRoomsById();
  const names = new Map(requirements.map(({ id, name }) => [id, name]));
  const roomOf = (id: ProposedMove['fromRoomId']) => (id === null ? undefined : rooms.get(id));
  return (
    <>
      <DataTable
        caption={TEXTS.title}
        rows={moves.slice(0, rows)}
        keyOf={moveKey}
        columns={[
          {
            id: 'select',
            label: TEXTS.selectHead,
            cell: (move) => {
              const device = findById(devices, move.deviceId);
              return (
                <Checkbox
                  label={null}
                  name={TEXTS.select(
                    device === undefined ? move.deviceId : deviceText(device),
                    roomOf(move.fromRoomId)?.roomNumber ?? TEXTS.noRoom,
                    roomOf(move.toRoomId)?.roomNumber ?? '',
                  )}
                  isChecked={!leftOut.has(moveKey(move))}
                  onChange={(isWanted) => onToggle(move, isWanted)}
                />
              );
            },
          },
          {
            id: 'device',
            label: TEXTS.device,
            isRowHead: true,
            cell: ({ deviceId }) => {
              const device = findById(devices, deviceId);
              return device === undefined ? deviceId : <DeviceLink device={device} />;
            },
          },
          { id: 'units', label: TEXTS.units, align: 'right', cell: ({ units }) => formatNumber(units) },
          {
            id: 'from',
            label: TEXTS.from,
            cell: ({ fromRoomId }) => {
              const room = roomOf(fromRoomId);
              return room === undefined ? TEXTS.noRoom : <RoomLink room={room} />;
            },
          },
          {
            id: 'to',
            label: TEXTS.to,
            cell: ({ fromRoomId, toRoomId, scored }) => {
              const from = roomOf(fromRoomId);
              const to = roomOf(toRoomId);
              if (to === undefined) return null;
              const building = to.building ?? '';
              return (
                <>
                  <RoomLink room={to} />
                  {from !== undefined && (from.building ?? '') !== building && (
                    <span className={styles.between}>{TEXTS.otherBuilding(building)}</span>
                  )}
                  {!scored && <span className={styles.mark}>{REDISTRIBUTION_TEXTS.notScored}</span>}
                </>
              );
            },
          },
          {
            id: 'category',
            label: TEXTS.category,
            cell: ({ categoryId }) => categories.get(categoryId)?.name ?? categoryId,
          },
          {
            id: 'goal',
            label: TEXTS.goal,
            cell: ({ requirementId }) => names.get(requirementId) ?? requirementId,
          },
          { id: 'priority', label: TEXTS.priority, cell: ({ priority }) => PRIORITY_LABELS[priority] },
        ]}
      />
      {moves.length > rows && (
        <div>
          <Button onClick={() => setRows(moves.length)}>
            {REDISTRIBUTION_TEXTS.more(moves.length - rows)}
          </Button>
        </div>
      )}
    </>
  );
};
