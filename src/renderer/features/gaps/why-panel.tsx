import type { GapAnalysis, RoomGap } from '#core/gaps/gap-analysis.ts';
import type { Room } from '#core/inventory/room.ts';
import { useAppState, useCategoriesById, useRoomsById, useRoomTypesById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { PRIORITY_LABELS, STATUS_LABELS } from '#texts/fields.ts';
import { formatDate, formatGap, formatNumber } from '#texts/format.ts';
import { anyOfText, GAPS_TEXTS } from '#texts/gaps.ts';
import { ButtonLink } from '#ui/button.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { DeviceLink } from './plan-links.tsx';
import styles from './gaps-page.module.css';
import { RoomAttributes } from './room-attributes.tsx';

const WHY = GAPS_TEXTS.why;

/** Why a cell says what it says: the rule, what was counted, and how to close the gap. */
export const WhyPanel = ({
  room,
  line,
  groupName,
  onClose,
}: {
  readonly room: Room;
  readonly line: RoomGap | undefined;
  readonly groupName: string;
  readonly onClose: () => void;
}) => {
  const roomTypes = useRoomTypesById();
  const facts = [
    [room.building, room.floor].filter(Boolean).join(', '),
    room.roomTypes.map((type) => roomTypes.get(type)?.name ?? type).join(', '),
    room.seats === null ? '' : `${formatNumber(room.seats)} Plätze`,
  ].filter(Boolean);
  return (
    <SidePanel
      title={`${room.roomNumber}${room.name === null ? '' : ` ${room.name}`} · ${groupName}`}
      subtitle={facts.join(' · ')}
      closeLabel={APP_TEXTS.close}
      onClose={onClose}
      footer={
        <ButtonLink href={`#/raeume/${encodeURIComponent(room.id)}`} variant="primary">
          {WHY.openRoom(room.roomNumber)}
        </ButtonLink>
      }
    >
      {line === undefined ? <p>{WHY.empty}</p> : <WhyLine room={room} line={line} />}
    </SidePanel>
  );
};

const WhyLine = ({ room, line }: { readonly room: Room; readonly line: RoomGap }) => {
  const profile = useAppState((state) => state.profile);
  const devices = useAppState((state) => state.inventory.devices);
  const categories = useCategoriesById();
  const requirement = profile.requirements.find(({ id }) => id === line.requirementId);
  if (requirement === undefined) return null;
  const byId = new Map(devices.map((device) => [device.id, device]));
  const names = requirement.categories.map((id) => categories.get(id)?.name ?? id);
  return (
    <div className={styles.why}>
      <div className={styles.whyFigures}>
        <span>
          {WHY.target} <b>{formatNumber(line.target)}</b>
        </span>
        <span>
          {WHY.actual} <b>{formatNumber(line.actual)}</b>
        </span>
        <span data-gap={(line.gap ?? 0) > 0 || undefined}>
          {WHY.gap} <b>{formatGap(line.gap)}</b>
        </span>
        {line.defective > 0 && (
          <StatusMark tone="defective" isTag>
            {GAPS_TEXTS.defective(line.defective)}
          </StatusMark>
        )}
        {line.missing > 0 && (
          <StatusMark tone="unknown" isTag>
            {GAPS_TEXTS.missing(line.missing)}
          </StatusMark>
        )}
        {line.overAge > 0 && (
          <StatusMark tone="over-age" isTag>
            {GAPS_TEXTS.overAge(line.overAge)}
          </StatusMark>
        )}
      </div>
      <section>
        <h3>{WHY.goal}</h3>
        {line.exempt ? (
          <p>{WHY.exemptNow}</p>
        ) : (
          <p>
            {WHY.roomNeeds(formatNumber(line.waived ? 0 : line.target), anyOfText(names))}{' '}
            {WHY.ruleLine(PRIORITY_LABELS[line.priority], line.stage, line.dueYear)}
          </p>
        )}
        {line.waived && <p>{WHY.waived}</p>}
        {line.assumed && <p>{WHY.assumed(line.target ?? 0)}</p>}
        <p className={styles.quiet}>
          {WHY.basis(requirement.basis)} ·{' '}
          <a href={`#/ziele/ziel/${encodeURIComponent(requirement.id)}`}>{WHY.openTarget}</a>
        </p>
      </section>
      <RoomAttributes
        key={`${room.id} ${line.requirementId}`}
        room={room}
        line={line}
        requirement={requirement}
      />
      <section>
        <h3>{WHY.counted}</h3>
        <ul className={styles.deviceList}>
          {line.devices.map(({ deviceId, units }) => {
            const device = byId.get(deviceId);
            return device === undefined ? null : (
              <li key={deviceId}>
                <DeviceLink device={device} />
                <span>{units > 1 ? `× ${formatNumber(units)}` : ''}</span>
              </li>
            );
          })}
        </ul>
        {line.covered > 0 && <p>{WHY.covered(line.covered)}</p>}
        {line.devices.length === 0 && line.covered === 0 && <p className={styles.quiet}>{WHY.nothing}</p>}
      </section>
      {line.unusable.length > 0 && (
        <section>
          <h3>{WHY.unusable}</h3>
          <ul className={styles.deviceList}>
            {line.unusable.map(({ deviceId }) => {
              const device = byId.get(deviceId);
              return device === undefined ? null : (
                <li key={deviceId}>
                  <DeviceLink device={device} />
                  <StatusMark tone="defective">
                    {[
                      STATUS_LABELS[device.status],
                      device.defect?.since === null || device.defect === null
                        ? null
                        : `seit ${formatDate(device.defect.since)}`,
                    ]
                      .filter(Boolean)
                      .join(' ')}
                  </StatusMark>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {(line.gap ?? 0) > 0 && <CloseGap line={line} names={names} categoryIds={requirement.categories} />}
    </div>
  );
};

/** The page of the room with the form for this exemption open. */
const exemptionHref = ({ roomId, requirementId }: RoomGap): string =>
  `#/raeume/${encodeURIComponent(roomId)}/ausnahme/${encodeURIComponent(requirementId)}`;

/** Always in the order repair, move, exempt, buy, with the money beside it. */
const CloseGap = ({
  line,
  names,
  categoryIds,
}: {
  readonly line: RoomGap;
  readonly names: readonly string[];
  readonly categoryIds: readonly string[];
}) => {
  const analysis = useGapAnalysis();
  const rooms = useRoomsById();
  const categories = useCategoriesById();
  const spare = movable(analysis, line, categoryIds, (id) => categories.get(id)?.movable === true);
  return (
    <section>
      <h3>{WHY.close}</h3>
      <ul className={styles.ways}>
        {line.repairable > 0 && (
          <li>
            <b>{WHY.repair}</b>
            <span>{WHY.repairDetail(line.repairable)}</span>
          </li>
        )}
        {spare.length > 0 && (
          <li>
            <b>
              <a href="#/soll-ist/umverteilung">{WHY.move}</a>
            </b>
            {spare.slice(0, 3).map(({ roomId, categoryId, units }) => (
              <span key={`${roomId ?? ''}-${categoryId}`}>
                {roomId === null
                  ? WHY.moveNoRoom(units)
                  : WHY.moveDetail(units, rooms.get(roomId)?.roomNumber ?? '')}{' '}
                ({categories.get(categoryId)?.name ?? categoryId})
              </span>
            ))}
          </li>
        )}
        <li>
          <b>{WHY.exempt}</b>
          <a href={exemptionHref(line)}>{WHY.exemptDetail}</a>
        </li>
        <li>
          <b>{WHY.buy}</b>
          <span>{WHY.buyDetail(line.costCents ?? 0, names[0] ?? '')}</span>
        </li>
      </ul>
    </section>
  );
};

const movable = (
  { surplus }: GapAnalysis,
  line: RoomGap,
  categoryIds: readonly string[],
  isMovable: (category: string) => boolean,
) =>
  surplus.filter(
    ({ roomId, categoryId }) =>
      roomId !== line.roomId && categoryIds.includes(categoryId) && isMovable(categoryId),
  );
