import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Change } from '#core/history/change-set.ts';
import { duplicateRoom } from '#core/inventory/room-actions.ts';
import { roomId } from '#core/shared/ids.ts';
import { printScreen } from '#print/print-screen.ts';
import { usePrintView } from '#print/print-views.ts';
import { newRoomId } from '#state/new-id.ts';
import { useAppState, useRoom } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatNumber } from '#texts/format.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState, PageHead } from '#ui/layout.tsx';
import { Menu } from '#ui/menu.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { DefectButtons } from '#device-editor/defect-buttons.tsx';
import { DevicePanel, NewDevicePanel } from '#device-editor/device-panel.tsx';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { ThingHistory } from '#device-editor/thing-history.tsx';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { DeleteRoomsDialog } from './delete-rooms-dialog.tsx';
import { FetchDialog, RoomDevices } from './room-devices.tsx';
import { roomPageFacts } from './room-page-facts.ts';
import { RoomFacts } from './room-facts.tsx';
import { RoomForm } from './room-form.tsx';
import { RoomLines } from './room-lines.tsx';
import { missingText } from './missing-text.ts';
import { RoomNavigation } from './room-navigation.tsx';
import { devicesByPlace, standardOf, summaryOf } from './room-rows.ts';
import styles from './rooms.module.css';

type Side = { readonly kind: 'facts' | 'edit' | 'new' } | { readonly kind: 'device'; readonly id: string };
const EXEMPTION_PART = 'ausnahme/';

type OpenDialog = 'fetch' | 'delete' | null;

/** One room: Soll and Ist, its devices, its facts and exemptions. */
export const RoomPage = ({
  id,
  part = '',
}: {
  readonly id: string;
  /** What follows the room in the address: `ausnahme/<requirement>` begins an exemption. */
  readonly part?: string;
}) => {
  const room = useRoom(roomId(id));
  const [, go] = useLocation();
  const rooms = roomsInOrder(useAppState((state) => state.inventory.rooms));
  const devices = useAppState((state) => state.inventory.devices);
  const profile = useAppState((state) => state.profile);
  const analysis = useGapAnalysis();
  const commit = useCommitWithToast();
  // Begun once: going back or starting anew does not begin it again.
  const [exempting] = useState(part.startsWith(EXEMPTION_PART) ? part.slice(EXEMPTION_PART.length) : null);
  useEffect(() => {
    if (part !== '') go(`/raeume/${encodeURIComponent(id)}`, { replace: true });
  }, [part, id, go]);
  const [side, setSide] = useState<Side>({ kind: 'facts' });
  const [dialog, setDialog] = useState<OpenDialog>(null);
  // The room itself, and devices that came or went.
  const isAbout = useCallback(
    (change: Change) =>
      change.entity === 'room'
        ? change.id === id
        : change.entity === 'device' &&
          change.before?.roomId !== change.after?.roomId &&
          (change.before?.roomId === id || change.after?.roomId === id),
    [id],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !event.altKey || event.ctrlKey) return;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0 || document.querySelector('dialog[open]') !== null) return;
      const at = rooms.findIndex((other) => other.id === id);
      const next = rooms[at + step];
      if (at < 0 || next === undefined) return;
      event.preventDefault();
      go(`/raeume/${encodeURIComponent(next.id)}`);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [rooms, id, go]);

  usePrintView(
    room === undefined
      ? null
      : () => ({
          kind: 'tables',
          title: ROOM_TEXTS.printTitle(room.roomNumber, room.name),
          facts: roomPageFacts(room, profile, standardOf(summaryOf(analysis, room.id), profile)),
        }),
  );
  if (room === undefined) {
    return (
      <>
        <PageHead title={ROOM_TEXTS.title} />
        <EmptyState
          text={ROOM_TEXTS.gone}
          action={<ButtonLink href="#/raeume">{ROOM_TEXTS.backToList}</ButtonLink>}
        />
      </>
    );
  }
  const inRoom = devicesByPlace(devices).get(room.id) ?? [];
  const lines = analysis.rooms.filter((line) => line.roomId === room.id);
  const standard = standardOf(summaryOf(analysis, room.id), profile);
  const openDevice = side.kind === 'device' ? inRoom.find((device) => device.id === side.id) : undefined;
  const showFacts = (): void => setSide({ kind: 'facts' });
  const duplicate = (): void => {
    const made = duplicateRoom(room, newRoomId(), rooms);
    commit({ code: 'room-created', params: { room: made.after?.roomNumber ?? '' } }, [made]);
    go(`/raeume/${encodeURIComponent(made.id)}`);
  };
  return (
    <div className={styles.roomPage} data-side={side.kind !== 'facts' || undefined}>
      <RoomNavigation rooms={rooms} current={room} />
      <div className={styles.roomMain}>
        <div className={styles.roomHead}>
          <div>
            <p className={styles.place}>{ROOM_TEXTS.place(room.building, room.floor)}</p>
            <h1 tabIndex={-1} data-page-title title={ROOM_TEXTS.previousNext}>
              {ROOM_TEXTS.roomTitle(room.roomNumber, room.name)}
            </h1>
          </div>
          {standard !== null && (
            <StatusMark tone={standard.missing === 0 ? 'met' : 'part'} isTag>
              {standard.missing === 0
                ? ROOM_TEXTS.standardTag(standard.name)
                : ROOM_TEXTS.standardTagMissing(standard.name, missingText(standard))}
            </StatusMark>
          )}
          <span className={styles.grow} />
          <Menu
            label={ROOM_TEXTS.more}
            items={[
              { id: 'print', label: PRINT_TEXTS.print, onSelect: printScreen },
              { id: 'duplicate', label: ROOM_TEXTS.duplicateRoom, onSelect: duplicate },
              { id: 'delete', label: ROOM_TEXTS.removeRoom, onSelect: () => setDialog('delete') },
            ]}
          />
          <Button onClick={() => setDialog('fetch')}>{ROOM_TEXTS.fetchDevice}</Button>
          <Button variant="primary" onClick={() => setSide({ kind: 'new' })}>
            {ROOM_TEXTS.addDevice}
          </Button>
        </div>
        <div className={styles.roomBody}>
          <div className={styles.roomScroll} tabIndex={0} role="region" aria-label={ROOM_TEXTS.lines}>
            <h2>{ROOM_TEXTS.lines}</h2>
            <RoomLines key={room.id} room={room} lines={lines} exempting={exempting} />
            <h2 className={styles.secondHead}>
              {ROOM_TEXTS.devices} <span>{formatNumber(inRoom.length)}</span>
            </h2>
            <RoomDevices
              key={`devices ${room.id}`}
              devices={inRoom}
              openId={openDevice?.id ?? null}
              onOpen={(device) => setSide({ kind: 'device', id: device.id })}
            />
          </div>
          {openDevice !== undefined ? (
            <DevicePanel
              device={openDevice}
              onClose={showFacts}
              actions={<DefectButtons device={openDevice} />}
            />
          ) : side.kind === 'new' ? (
            <NewDevicePanel roomId={room.id} onClose={showFacts} onCreated={showFacts} />
          ) : (
            <aside className={styles.factsPanel} data-wide={side.kind === 'edit' || undefined}>
              <h2>{ROOM_TEXTS.facts}</h2>
              {side.kind === 'edit' ? (
                <RoomForm room={room} isNew={false} onDone={showFacts} onCancel={showFacts} />
              ) : (
                <>
                  <RoomFacts room={room} />
                  <Button variant="quiet" isSmall onClick={() => setSide({ kind: 'edit' })}>
                    {ROOM_TEXTS.editFacts}
                  </Button>
                  <ThingHistory isAbout={isAbout} isNamed />
                </>
              )}
            </aside>
          )}
        </div>
      </div>
      {dialog === 'fetch' && <FetchDialog room={room} onClose={() => setDialog(null)} />}
      {dialog === 'delete' && (
        <DeleteRoomsDialog rooms={[room]} onClose={() => setDialog(null)} onDone={() => go('/raeume')} />
      )}
    </div>
  );
};
