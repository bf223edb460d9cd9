import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Room } from '../inventory/room.ts';
import { ITEMS_PER_STEP, runSteps, type Steps } from '../shared/steps.ts';
import { DEFECT_TEXTS, DEVICE_TEXTS, EXEMPTION_TEXTS, ROOM_TEXTS, type TextClass } from './free-texts.ts';
import { looksLikeName } from './looks-like-name.ts';

/** A text that would go out and looks like the name of a person, with its place. */
export type NameHint = {
  readonly entity: 'device' | 'room';
  readonly id: string;
  /** By what people find it: tag or name, number of the room; null = it has none. */
  readonly place: string | null;
  /** Key of `DEVICE_FIELD_LABELS` or `ROOM_FIELD_LABELS`, `exemption`, or `extra:` and the heading of a column. */
  readonly field: string;
  readonly text: string;
  /** The words in it that look like a name. */
  readonly found: string;
};

type FieldText = readonly [field: string, text: unknown];

const textsOf = (
  thing: Readonly<Record<string, unknown>>,
  table: Readonly<Record<string, TextClass>>,
  withFree: boolean,
  label: (field: string) => string = (field) => field,
): readonly FieldText[] =>
  Object.entries(table).flatMap(([field, kind]): readonly FieldText[] =>
    kind === 'short' || (withFree && kind === 'free' && field !== 'extra')
      ? [[label(field), thing[field]]]
      : [],
  );

const DEFECT_FIELDS: Readonly<Record<string, string>> = { text: 'defectText', ticket: 'defectTicket' };

const extraTexts = (extra: Readonly<Record<string, string>>, withFree: boolean): readonly FieldText[] =>
  withFree
    ? Object.entries(extra).flatMap(([heading, value]): readonly FieldText[] => [
        [`extra:${heading}`, value],
        [`extra:${heading}`, heading],
      ])
    : [];

const deviceTexts = (device: Device, withFree: boolean): readonly FieldText[] => [
  ...textsOf(device, DEVICE_TEXTS, withFree),
  ...(device.defect === null
    ? []
    : textsOf(device.defect, DEFECT_TEXTS, withFree, (field) => DEFECT_FIELDS[field] ?? field)),
  ...extraTexts(device.extra, withFree),
];

const roomTexts = (room: Room, withFree: boolean): readonly FieldText[] => [
  ...textsOf(room, ROOM_TEXTS, withFree),
  ...room.exemptions
    .filter(({ isPrivate }) => withFree || !isPrivate)
    .flatMap((exemption) => textsOf(exemption, EXEMPTION_TEXTS, withFree, () => 'exemption')),
  ...extraTexts(room.extra, withFree),
];

/**
 * Every text of rooms and devices that would go out with the report and looks like the name of a person, in the order of
 * entry. A text that many share is looked at once.
 *
 * @param includeFreeTexts whether free texts are ticked; without the tick only what goes out anyway is looked at
 */
export const findNameHints = (inventory: Inventory, includeFreeTexts: boolean): readonly NameHint[] =>
  runSteps(findNameHintsInSteps(inventory, includeFreeTexts));

export function* findNameHintsInSteps(
  { rooms, devices }: Inventory,
  includeFreeTexts: boolean,
): Steps<readonly NameHint[]> {
  const known = new Map<string, string | null>();
  const lookAt = (text: string): string | null => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const found = looksLikeName(text);
    known.set(text, found);
    return found;
  };
  const hintsOf = (
    entity: NameHint['entity'],
    { id }: { readonly id: string },
    place: string | null,
    texts: readonly FieldText[],
  ): readonly NameHint[] =>
    texts.flatMap(([field, text]) => {
      const found = typeof text === 'string' && text !== '' ? lookAt(text) : null;
      return found === null || typeof text !== 'string' ? [] : [{ entity, id, place, field, text, found }];
    });
  const hints: NameHint[] = [];
  let count = 0;
  for (const room of rooms) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    hints.push(...hintsOf('room', room, room.roomNumber, roomTexts(room, includeFreeTexts)));
  }
  for (const device of devices) {
    if ((count += 1) % ITEMS_PER_STEP === 0) yield;
    const place = device.assetTag ?? device.name ?? device.serialNumber;
    hints.push(...hintsOf('device', device, place, deviceTexts(device, includeFreeTexts)));
  }
  return hints;
}
