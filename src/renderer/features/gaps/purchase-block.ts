import type { Room } from '#core/inventory/room.ts';
import { formatBlock } from '#core/inventory/device-block.ts';
import type { Purchase, PurchaseGroup } from '#core/plan/purchase-plan.ts';
import type { RoomId } from '#core/shared/ids.ts';
import type { DeviceCategory, Requirement } from '#core/targets/target-profile.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { PURCHASE_TEXTS as TEXTS } from '#texts/purchase.ts';

export type PurchaseLookup = {
  readonly rooms: ReadonlyMap<RoomId, Room>;
  readonly categories: ReadonlyMap<string, DeviceCategory>;
  readonly requirements: ReadonlyMap<string, Requirement>;
};

/** Without a currency sign and thousands: Excel takes it for a number. */
const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

const HEAD = [
  TEXTS.building,
  TEXTS.floor,
  TEXTS.room,
  TEXTS.category,
  TEXTS.goal,
  TEXTS.priority,
  TEXTS.stage,
  TEXTS.year,
  TEXTS.units,
  TEXTS.price,
  TEXTS.cost,
] as const;

const cellsOf = (
  { line, roomId, categoryId, units, unitPriceCents, costCents }: Purchase,
  { rooms, categories, requirements }: PurchaseLookup,
): readonly string[] => {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return [
    room?.building ?? '',
    room?.floor ?? '',
    room?.roomNumber ?? TEXTS.school,
    categories.get(categoryId ?? '')?.name ?? categoryId ?? '',
    requirements.get(line.requirementId)?.name ?? line.requirementId,
    PRIORITY_LABELS[line.priority],
    String(line.stage),
    String(line.dueYear),
    String(units),
    euros(unitPriceCents),
    euros(costCents),
  ];
};

/** The list as tab-separated text for Excel, in the order of the screen. */
export const purchaseBlock = (groups: readonly PurchaseGroup[], lookup: PurchaseLookup): string =>
  formatBlock([HEAD, ...groups.flatMap(({ purchases }) => purchases.map((entry) => cellsOf(entry, lookup)))]);
