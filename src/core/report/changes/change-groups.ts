import type { FieldChange } from '../../history/field-changes.ts';
import type { Device } from '../../inventory/device.ts';
import { compareRooms } from '../../inventory/room-order.ts';
import type { Room } from '../../inventory/room.ts';
import type { DeviceId, RoomId } from '../../shared/ids.ts';
import type { PartialDate } from '../../shared/iso-date.ts';
import type { Requirement } from '../../targets/target-profile.ts';
import { NOT_COMPUTABLE, type CellValue } from '../report-model.ts';
import type { ReportTexts } from '../report-texts.ts';
import { changeWords, type ChangeWords } from './change-words.ts';
import type { ReportChanges, ReportState } from './compare-reports.ts';
import { DEVICE_CHANGE_KINDS, type DeviceChange } from './device-changes.ts';
import type { GapChange } from './gap-changes.ts';
import { ROOM_CHANGE_KINDS, type RoomChange } from './room-changes.ts';

/** Whether the targets are the reason, or the stock. */
export type ChangeSide = 'target' | 'actual';

const TARGET_KINDS = [
  'profile',
  'stage',
  'requirement-added',
  'requirement-removed',
  'requirement-changed',
] as const;
const GAP_KINDS = ['gap-opened', 'gap-grown', 'gap-shrunk', 'gap-closed', 'gap-unknown'] as const;
const DEVICE_KINDS = DEVICE_CHANGE_KINDS.map((kind) => `device-${kind}` as const);
const ROOM_KINDS = ROOM_CHANGE_KINDS.map((kind) => `room-${kind}` as const);

export type ChangeKind =
  | (typeof TARGET_KINDS)[number]
  | (typeof GAP_KINDS)[number]
  | (typeof DEVICE_KINDS)[number]
  | (typeof ROOM_KINDS)[number]
  | 'school';

/** The order in which they are told, on each side. */
const ORDER: readonly ChangeKind[] = [
  ...TARGET_KINDS,
  ...DEVICE_KINDS,
  ...ROOM_KINDS,
  'school',
  ...GAP_KINDS,
];

/** One line of a list of changes, in words. */
export type ChangeRow = {
  /** Where it is now, else where it was; null = school-wide, or nowhere. */
  readonly room: Pick<Room, 'id' | 'building' | 'floor' | 'roomNumber'> | null;
  readonly deviceId: DeviceId | null;
  readonly assetTag: string | null;
  /** The device, room, requirement or profile that it is about. */
  readonly subject: string;
  /** Heading of the field; null where the whole thing came or left. */
  readonly field: string | null;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Of gaps: so many units more; negative = less. */
  readonly units: number | null;
  readonly on: PartialDate | null;
  readonly remark: string | null;
  /** What a reader must look at: a device decommissioned before its Zweckbindung was over. */
  readonly isWarning: boolean;
};

/** All changes of one kind. */
export type ChangeGroup = {
  readonly side: ChangeSide;
  readonly kind: ChangeKind;
  /** Devices, rooms or gaps: one that changed in three fields has three rows and counts once. */
  readonly count: number;
  readonly rows: readonly ChangeRow[];
};

type Told = { readonly side: ChangeSide; readonly kind: ChangeKind; readonly rows: readonly ChangeRow[] };

const EMPTY: ChangeRow = {
  room: null,
  deviceId: null,
  assetTag: null,
  subject: '',
  field: null,
  before: null,
  after: null,
  units: null,
  on: null,
  remark: null,
  isWarning: false,
};

/** The changes as people read them: by kind, „Soll“ first, rooms in walking order; kinds without any are left out. */
export const changeGroups = (
  changes: ReportChanges,
  before: ReportState,
  after: ReportState,
  texts: ReportTexts,
): readonly ChangeGroup[] => {
  const words = changeWords(before, after, texts);
  const rooms = new Map<RoomId, Room>(
    [...before.inventory.rooms, ...after.inventory.rooms].map((room) => [room.id, room]),
  );
  const told: readonly Told[] = [
    ...targetRows(changes, before, after, texts, words),
    ...changes.devices.map((change) => ({
      side: 'actual' as const,
      kind: `device-${change.kind}` as const,
      rows: deviceRows(change, rooms, texts, words),
    })),
    ...changes.rooms.map((change) => ({
      side: 'actual' as const,
      kind: `room-${change.kind}` as const,
      rows: roomRows(change, words),
    })),
    ...changes.school.map((field) => ({
      side: 'actual' as const,
      kind: 'school' as const,
      rows: [{ ...EMPTY, subject: after.inventory.school.name, ...words.field('school', field) }],
    })),
    ...changes.gaps.flatMap((change) => gapRows(change, rooms, texts, words)),
  ];
  const order = new Map([...rooms.values()].toSorted(compareRooms).map(({ id }, index) => [id, index]));
  const placeOf = ({ room }: ChangeRow): number =>
    room === null ? order.size : (order.get(room.id) ?? order.size);
  return (['target', 'actual'] as const).flatMap((side) =>
    ORDER.flatMap((kind): readonly ChangeGroup[] => {
      const ofKind = told.filter((entry) => entry.side === side && entry.kind === kind);
      return ofKind.length === 0
        ? []
        : [
            {
              side,
              kind,
              count: ofKind.length,
              rows: ofKind.flatMap(({ rows }) => rows).toSorted((a, b) => placeOf(a) - placeOf(b)),
            },
          ];
    }),
  );
};

const targetRows = (
  { targets }: ReportChanges,
  before: ReportState,
  after: ReportState,
  texts: ReportTexts,
  words: ChangeWords,
): readonly Told[] => {
  const side = 'target';
  const profileName = ({ profile }: ReportState): string =>
    texts.cover.profile(profile.title, profile.edition);
  const stageName = ({ profile, stage }: ReportState): string => {
    const found = profile.stages.find((entry) => entry.stage === stage);
    return found === undefined ? String(stage) : texts.cover.stage(stage, found.name, found.dueYear);
  };
  return [
    ...(targets.profile.length === 0
      ? []
      : [
          {
            side,
            kind: 'profile',
            rows: [
              {
                ...EMPTY,
                subject: texts.rowKinds.profile,
                before: profileName(before),
                after: profileName(after),
              },
            ],
          } as const,
        ]),
    ...(targets.stage === null
      ? []
      : [
          {
            side,
            kind: 'stage',
            rows: [
              { ...EMPTY, subject: texts.rowKinds.stage, before: stageName(before), after: stageName(after) },
            ],
          } as const,
        ]),
    ...targets.requirements.map((difference): Told => {
      const old = before.profile.requirements.find(({ id }) => id === difference.id);
      const now = after.profile.requirements.find(({ id }) => id === difference.id);
      const rows =
        old === undefined || now === undefined
          ? [
              {
                ...EMPTY,
                subject: words.requirement(difference.id),
                before: old === undefined ? null : words.quantity(old),
                after: now === undefined ? null : words.quantity(now),
              },
            ]
          : requirementRows(old, now, texts, words);
      return { side, kind: `requirement-${difference.kind}`, rows };
    }),
  ];
};

/** Field by field where a reader knows the field from the sheet „Profil“; else that the text of the target changed. */
const requirementRows = (
  old: Requirement,
  now: Requirement,
  texts: ReportTexts,
  words: ChangeWords,
): readonly ChangeRow[] => {
  const subject = words.requirement(now.id);
  const { columns } = texts;
  const pairs: readonly (readonly [field: string, before: CellValue, after: CellValue])[] = [
    [columns.name, old.name, now.name],
    [columns.quantity, words.quantity(old), words.quantity(now)],
    [columns.priority, texts.priorities[old.priority], texts.priorities[now.priority]],
    [columns.stage, old.stage, now.stage],
    [columns.dueYear, old.dueYear, now.dueYear],
    [columns.categories, words.categories(old.categories), words.categories(now.categories)],
  ];
  const rows = pairs.flatMap(([field, before, after]) =>
    before === after ? [] : [{ ...EMPTY, subject, field, before, after }],
  );
  return rows.length === 0 ? [{ ...EMPTY, subject }] : rows;
};

const deviceRows = (
  { kind, device, was, from, to, fields, on, earmarkedUntil }: DeviceChange,
  rooms: ReadonlyMap<RoomId, Room>,
  texts: ReportTexts,
  words: ChangeWords,
): readonly ChangeRow[] => {
  const roomOf = (id: RoomId | null): Room | null => (id === null ? null : (rooms.get(id) ?? null));
  const about: ChangeRow = {
    ...EMPTY,
    room: roomOf(kind === 'gone' ? from : to),
    deviceId: device.id,
    assetTag: device.assetTag,
    subject: words.device(device),
  };
  const statusOf = (state: Device | null): string | null =>
    state === null ? null : texts.statuses[state.status];
  switch (kind) {
    case 'renamed':
    case 'changed':
      return fields.map((field) => ({ ...about, ...words.field('device', field) }));
    case 'moved':
      return [
        {
          ...about,
          field: texts.columns.room,
          before: words.room(roomOf(from)),
          after: words.room(roomOf(to)),
        },
      ];
    case 'gone':
      return [{ ...about, before: statusOf(device) }];
    case 'added':
      return [{ ...about, after: statusOf(device) }];
    default: {
      const reason = kind === 'decommissioned' ? device.decommissionReason : null;
      const warning = earmarkedUntil === null ? null : texts.changes.earmarked(texts.date(earmarkedUntil));
      const remark = [reason, warning].filter((part) => part !== null && part !== '').join('; ');
      return [
        {
          ...about,
          field: texts.deviceFields['status'] ?? null,
          before: statusOf(was),
          after: statusOf(device),
          on,
          remark: remark === '' ? null : remark,
          isWarning: warning !== null,
        },
      ];
    }
  }
};

const roomRows = ({ room, fields }: RoomChange, words: ChangeWords): readonly ChangeRow[] => {
  const about = { ...EMPTY, room, subject: words.room(room) };
  return fields.length === 0
    ? [about]
    : fields.map((field: FieldChange) => ({ ...about, ...words.field('room', field) }));
};

/** A row for the targets and one for the stock, each only where it did something. */
const gapRows = (
  { roomId, requirementId, before, between, after, byTargets, byStock }: GapChange,
  rooms: ReadonlyMap<RoomId, Room>,
  texts: ReportTexts,
  words: ChangeWords,
): readonly Told[] => {
  const row = (side: ChangeSide, from: number | null, to: number | null, units: number): readonly Told[] =>
    from === to
      ? []
      : [
          {
            side,
            kind: gapKind(from, to),
            rows: [
              {
                ...EMPTY,
                room: roomId === null ? null : (rooms.get(roomId) ?? null),
                subject: words.requirement(requirementId),
                field: texts.columns.gap,
                before: from ?? NOT_COMPUTABLE,
                after: to ?? NOT_COMPUTABLE,
                units,
              },
            ],
          },
        ];
  return [...row('target', before, between, byTargets), ...row('actual', between, after, byStock)];
};

const gapKind = (from: number | null, to: number | null): ChangeKind => {
  if (from === null || to === null) return 'gap-unknown';
  if (from === 0) return 'gap-opened';
  if (to === 0) return 'gap-closed';
  return to > from ? 'gap-grown' : 'gap-shrunk';
};
