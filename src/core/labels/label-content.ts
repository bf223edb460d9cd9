import type { Device } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import { encodeDevice, encodeRoom } from './label-code.ts';

export const LABEL_FIELDS = ['assetTag', 'name', 'room', 'serialNumber', 'school'] as const;
export type LabelField = (typeof LABEL_FIELDS)[number];

export const CODE_KINDS = ['qr', 'code128', 'none'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export type LabelLine = {
  readonly text: string;
  /** The number that people look for stands large. */
  readonly isMain: boolean;
};

export type LabelContent = {
  /** What the code says; null = there is nothing to say, or no code is wanted. */
  readonly code: string | null;
  readonly lines: readonly LabelLine[];
};

type Choice = { readonly codeKind: CodeKind; readonly fields: readonly LabelField[] };

const lines = (
  fields: readonly LabelField[],
  texts: Readonly<Record<LabelField, string | null>>,
  main: LabelField,
): readonly LabelLine[] =>
  // What people look for comes first.
  [main, ...LABEL_FIELDS.filter((field) => field !== main)].flatMap((field) => {
    const text = texts[field]?.trim() ?? '';
    return fields.includes(field) && text !== '' ? [{ text, isMain: field === main }] : [];
  });

/**
 * What stands on the label of a device.
 *
 * The bars of Code 128 hold the inventory number alone, as bought labels do: with the mark of our format the code of a
 * number of eight signs would not fit on a label of 38 mm.
 */
export const deviceContent = (
  device: Device,
  roomText: string | null,
  school: string,
  { codeKind, fields }: Choice,
): LabelContent => {
  const { assetTag, serialNumber } = device;
  const model = [device.manufacturer, device.model].filter((part) => part !== null && part !== '').join(' ');
  return {
    code:
      assetTag === null || codeKind === 'none'
        ? null
        : codeKind === 'qr'
          ? encodeDevice(assetTag)
          : barsText(assetTag),
    lines: lines(
      fields,
      { assetTag, name: device.name ?? model, room: roomText, serialNumber, school },
      'assetTag',
    ),
  };
};

/** Code 128 holds ASCII only; a number with other signs is written as our own text. */
const barsText = (assetTag: string): string =>
  /^[\x20-\x7e]+$/.test(assetTag) ? assetTag : encodeDevice(assetTag);

/** What stands on the label of a room: its number large, its name, the school. */
export const roomContent = (room: Room, school: string, { codeKind, fields }: Choice): LabelContent => ({
  code: codeKind === 'none' ? null : encodeRoom(room),
  lines: lines(
    fields.includes('room') ? fields : ['room', ...fields],
    {
      assetTag: null,
      serialNumber: null,
      room: room.building === null ? room.roomNumber : `${room.building} ${room.roomNumber}`,
      name: room.name,
      school,
    },
    'room',
  ),
});
