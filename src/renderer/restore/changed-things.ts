import type { RestorePlan } from '#core/backup/restore-changes.ts';
import type { Change, EntityKind } from '#core/history/change-set.ts';
import { isSameValue } from '#core/history/same-value.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Room } from '#core/inventory/room.ts';
import { DEVICE_FIELD_LABELS, ROOM_FIELD_LABELS, SCHOOL_FIELD_LABELS } from '#texts/fields.ts';
import { RESTORE_TEXTS as TEXTS } from '#texts/restore.ts';

/** One line of the list of what would change. */
export type ChangedThing = {
  readonly key: string;
  readonly kind: EntityKind;
  /** Its name today and afterwards; null = it is not there. */
  readonly before: string | null;
  readonly after: string | null;
  /** Labels of the fields that change; empty where it comes or goes. */
  readonly fields: readonly string[];
};

export const SHOWN_THINGS = 200;

const deviceName = ({ assetTag, name, model }: Device): string => TEXTS.device(assetTag, name ?? model);
const roomName = ({ roomNumber, name }: Room): string => TEXTS.room(roomNumber, name);

const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  device: {
    ...DEVICE_FIELD_LABELS,
    roomId: DEVICE_FIELD_LABELS.roomNumber,
    defect: DEVICE_FIELD_LABELS.defectText,
  },
  room: ROOM_FIELD_LABELS,
  school: SCHOOL_FIELD_LABELS,
};

const fieldsOf = (kind: EntityKind, before: object | null, after: object | null): readonly string[] => {
  const labels = LABELS[kind];
  if (labels === undefined || before === null || after === null) return [];
  const names = Object.keys(after)
    .filter((field) => !isSameValue(Reflect.get(before, field), Reflect.get(after, field)))
    .map((field) => labels[field] ?? TEXTS.otherField);
  return [...new Set(names)];
};

const named = <Thing>(
  {
    entity,
    id,
    before,
    after,
  }: { entity: EntityKind; id: string; before: Thing | null; after: Thing | null },
  nameOf: (thing: Thing) => string,
): ChangedThing => ({
  key: `${entity} ${id}`,
  kind: entity,
  before: before === null ? null : nameOf(before),
  after: after === null ? null : nameOf(after),
  fields: fieldsOf(entity, before as object | null, after as object | null),
});

const thingOf = (change: Change): ChangedThing => {
  switch (change.entity) {
    case 'device':
      return named(change, deviceName);
    case 'room':
      return named(change, roomName);
    case 'school':
      return named(change, ({ name }) => (name === '' ? TEXTS.noName : name));
    case 'profile':
      return named(change, ({ title }) => title);
    case 'setting':
      return named(change, ({ id }) => TEXTS.settings[id] ?? TEXTS.otherSetting);
  }
};

/** The first things that would change, as the list shows them. */
export const changedThings = ({ changes }: RestorePlan): readonly ChangedThing[] =>
  changes.slice(0, SHOWN_THINGS).map(thingOf);
