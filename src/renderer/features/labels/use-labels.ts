import { useMemo } from 'react';
import type { Device } from '#core/inventory/device.ts';
import { compareNatural, compareRooms } from '#core/inventory/room-order.ts';
import type { Room } from '#core/inventory/room.ts';
import { deviceContent, roomContent, type LabelContent } from '#core/labels/label-content.ts';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { labelSelection } from '#state/label-selection.ts';
import { useAppState } from '#state/use-app-state.ts';
import type { LabelChoice } from './label-settings.ts';

export const LABEL_SOURCES = [
  'selected-devices',
  'selected-rooms',
  'devices',
  'room-devices',
  'rooms',
] as const;
export type LabelSource = (typeof LABEL_SOURCES)[number];

export const isRoomSource = (source: LabelSource): boolean =>
  source === 'selected-rooms' || source === 'rooms';

/** What the page begins with: what was selected in a list, else all devices. */
export const firstSource = (): LabelSource => {
  const selection = labelSelection();
  return selection === null ? 'devices' : `selected-${selection.kind}`;
};

export type Labels = {
  readonly contents: readonly LabelContent[];
  /** Devices without an inventory number: they get no label. */
  readonly untagged: number;
};

/** The labels that are asked for, in the order in which one walks through the school. */
export const useLabels = (source: LabelSource, roomId: string, choice: LabelChoice): Labels => {
  const { school, rooms, devices } = useAppState((state) => state.inventory);
  const lookup = useDeviceLookup();
  return useMemo(() => {
    const chosen = new Set(labelSelection()?.ids);
    const { codeKind } = choice;
    if (isRoomSource(source)) {
      const wanted = roomsInOrder(rooms).filter(({ id }) => source === 'rooms' || chosen.has(id));
      const fields = choice.roomFields;
      return {
        contents: wanted.map((room) => roomContent(room, school.name, { codeKind, fields })),
        untagged: 0,
      };
    }
    const wanted = devices
      .filter(({ id, status }) =>
        source === 'selected-devices' ? chosen.has(id) : status !== 'decommissioned',
      )
      .map((device) => ({ device, room: lookup.roomOf(device) }))
      .filter(({ room }) => source !== 'room-devices' || room?.id === roomId);
    const tagged = wanted.filter(({ device }) => device.assetTag !== null);
    const fields = choice.deviceFields;
    return {
      contents: tagged.toSorted(compareStops).map(({ device, room }) =>
        deviceContent(device, room === undefined ? null : lookup.finder.textOf(room), school.name, {
          codeKind,
          fields,
        }),
      ),
      untagged: wanted.length - tagged.length,
    };
  }, [source, roomId, choice, school, rooms, devices, lookup]);
};

type Stop = { readonly device: Device; readonly room: Room | undefined };

const compareStops = (a: Stop, b: Stop): number => {
  if (a.room !== b.room) {
    if (a.room === undefined) return 1;
    if (b.room === undefined) return -1;
    return compareRooms(a.room, b.room);
  }
  return compareNatural(a.device.assetTag ?? '', b.device.assetTag ?? '');
};
