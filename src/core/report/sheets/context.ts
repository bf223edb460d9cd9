import type { Device } from '../../inventory/device.ts';
import type { Room } from '../../inventory/room.ts';
import { compareRooms } from '../../inventory/room-order.ts';
import type { CategoryId, RequirementId, RoomId } from '../../shared/ids.ts';
import type {
  DeviceCategory,
  Requirement,
  RequirementGroup,
  RoomType,
} from '../../targets/target-profile.ts';
import { schoolIdOf, type ReportInput } from '../report-input.ts';
import { NOT_COMPUTABLE, type CellValue } from '../report-model.ts';
import type { ReportTexts } from '../report-texts.ts';

/** What every sheet looks up; made once per report. */
export type ReportContext = ReportInput & {
  readonly texts: ReportTexts;
  readonly schoolId: string;
  /** Walking order. */
  readonly rooms: readonly Room[];
  readonly roomById: ReadonlyMap<RoomId, Room>;
  readonly categoryById: ReadonlyMap<CategoryId, DeviceCategory>;
  readonly requirementById: ReadonlyMap<RequirementId, Requirement>;
  readonly groupById: ReadonlyMap<string, RequirementGroup>;
  readonly roomTypeById: ReadonlyMap<string, RoomType>;
};

const byId = <Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): ReadonlyMap<Entry['id'], Entry> => new Map(entries.map((entry) => [entry.id, entry]));

export const reportContext = (input: ReportInput, texts: ReportTexts): ReportContext => ({
  ...input,
  texts,
  schoolId: schoolIdOf(input.inventory.school),
  rooms: input.inventory.rooms.toSorted(compareRooms),
  roomById: byId(input.inventory.rooms),
  categoryById: byId(input.profile.categories),
  requirementById: byId(input.profile.requirements),
  groupById: byId(input.profile.groups),
  roomTypeById: byId(input.profile.roomTypes),
});

/** The names of a room's types; one that the profile does not know goes by its id. */
export const roomTypeNames = ({ roomTypeById }: ReportContext, room: Room): string =>
  room.roomTypes.map((id) => roomTypeById.get(id)?.name ?? id).join('; ');

export const categoryName = ({ categoryById }: ReportContext, id: CategoryId): string =>
  categoryById.get(id)?.name ?? id;

/** What people call a device: its name, else maker and model, else its kind; without any of these its id. */
export const deviceName = (context: ReportContext, device: Device): string =>
  device.name ??
  ([device.manufacturer, device.model].filter((part) => part !== null).join(' ') ||
    (device.categoryId === null ? device.id : categoryName(context, device.categoryId)));

export const requirementName = ({ requirementById }: ReportContext, id: RequirementId): string =>
  requirementById.get(id)?.name ?? id;

/** null of a comparison means „nicht berechenbar“. */
export const figure = (value: number | null): CellValue => value ?? NOT_COMPUTABLE;

/** The exemption by which a requirement does not hold in a room, in words. */
export const exemptionText = (
  { texts, analysis }: ReportContext,
  room: Room | undefined,
  requirement: RequirementId,
): string => {
  const found = room?.exemptions.find(
    ({ requirement: id, since, until }) =>
      id === requirement && since <= analysis.asOf && (until === null || until >= analysis.asOf),
  );
  if (found === undefined) return texts.exemption(null, null, null);
  const since = found.since.startsWith('0001') ? null : found.since;
  return texts.exemption(found.reason === '' ? null : found.reason, since, found.until);
};
