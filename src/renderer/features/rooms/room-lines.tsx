import { Fragment, useEffect, useRef, useState } from 'react';
import type { RoomGap } from '#core/gaps/gap-analysis.ts';
import { findById } from '#core/history/keyed-list.ts';
import { endExemption, exemptionAt } from '#core/inventory/room-actions.ts';
import type { Room } from '#core/inventory/room.ts';
import { useAppState, useCategoriesById } from '#state/use-app-state.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatNumber, UNKNOWN } from '#texts/format.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { ExemptionForm } from './exemption-form.tsx';
import { whyText } from './line-why.ts';
import styles from './rooms.module.css';

/** Soll and Ist of one room, a line per requirement, with the reason and the way to an exemption. */
export const RoomLines = ({
  room,
  lines,
  exempting = null,
}: {
  readonly room: Room;
  readonly lines: readonly RoomGap[];
  /** Of this requirement an exemption is begun at once. */
  readonly exempting?: string | null;
}) => {
  const [open, setOpen] = useState(exempting);
  const scroll = useRef<HTMLDivElement>(null);
  // Behind the title, which has the focus on a new screen.
  const isBegun = exempting !== null;
  useEffect(() => {
    if (!isBegun) return undefined;
    const frame = requestAnimationFrame(() => scroll.current?.querySelector('textarea')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isBegun]);
  const devices = useAppState((state) => state.inventory.devices);
  const asOf = useAppState((state) => state.view.asOf);
  const requirements = useAppState((state) => state.profile.requirements);
  const categories = useCategoriesById();
  const commit = useCommitWithToast();
  if (lines.length === 0) return <p className={styles.note}>{ROOM_TEXTS.noLines}</p>;
  const heads = ROOM_TEXTS.lineHeads;
  return (
    <div ref={scroll} className={styles.tableScroll}>
      <table className={classNames(styles.table, styles.lineTable)}>
        <caption className={styles.hidden}>{ROOM_TEXTS.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.name}</th>
            <th scope="col">{heads.priority}</th>
            <th scope="col" data-right>
              {heads.target}
            </th>
            <th scope="col" data-right>
              {heads.actual}
            </th>
            <th scope="col">{heads.state}</th>
            <th scope="col">{heads.why}</th>
            <th scope="col">
              <span className={styles.hidden}>{heads.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const name = requirements.find(({ id }) => id === line.requirementId)?.name ?? line.requirementId;
            const exemption = exemptionAt(room, line.requirementId, asOf);
            const isOpen = open === line.requirementId;
            return (
              <Fragment key={line.requirementId}>
                <tr data-open={isOpen || undefined}>
                  <th scope="row" title={name}>
                    {name}
                  </th>
                  <td>{PRIORITY_LABELS[line.priority]}</td>
                  <td data-right>{line.target === null ? UNKNOWN : formatNumber(line.target)}</td>
                  <td data-right>
                    <b>{line.actual === null ? UNKNOWN : formatNumber(line.actual)}</b>
                  </td>
                  <td>
                    <LineState line={line} />
                  </td>
                  <td className={styles.why}>
                    {whyText(line, (id) => findById(devices, id), categories, exemption)}
                  </td>
                  <td data-right>
                    {exemption !== undefined && line.exempt ? (
                      <Button
                        isSmall
                        variant="quiet"
                        aria-label={ROOM_TEXTS.exemptEndFor(name)}
                        onClick={() =>
                          commit({ code: 'exemption-removed', params: { room: room.roomNumber } }, [
                            endExemption(room, exemption, asOf),
                          ])
                        }
                      >
                        {ROOM_TEXTS.exemptEnd}
                      </Button>
                    ) : (line.gap ?? 1) > 0 ? (
                      <Button
                        isSmall
                        variant="quiet"
                        aria-expanded={isOpen}
                        aria-label={ROOM_TEXTS.exemptActionFor(name)}
                        onClick={() => setOpen(isOpen ? null : line.requirementId)}
                      >
                        {ROOM_TEXTS.exemptAction}
                      </Button>
                    ) : null}
                  </td>
                </tr>
                {isOpen && (
                  <tr data-open>
                    <td colSpan={7} className={styles.exemptionCell}>
                      <ExemptionForm
                        room={room}
                        requirement={line.requirementId}
                        name={name}
                        onClose={() => setOpen(null)}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const LineState = ({ line }: { readonly line: RoomGap }) => {
  if (line.exempt) {
    return (
      <StatusMark tone="exempt" isTag>
        {ROOM_TEXTS.exempt}
      </StatusMark>
    );
  }
  if (line.gap === null) return <StatusMark tone="unknown">{ROOM_TEXTS.unknown}</StatusMark>;
  if (line.target === 0) return <StatusMark tone="none">{ROOM_TEXTS.notNeeded}</StatusMark>;
  if (line.gap === 0) return <StatusMark tone="met">{ROOM_TEXTS.met}</StatusMark>;
  return (
    <StatusMark tone={line.actual === 0 ? 'gap' : 'part'} isTag>
      {ROOM_TEXTS.gap(line.gap)}
    </StatusMark>
  );
};
