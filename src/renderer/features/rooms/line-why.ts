import type { RoomGap } from '#core/gaps/gap-analysis.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Exemption } from '#core/inventory/room.ts';
import type { DeviceId } from '#core/shared/ids.ts';
import type { DeviceCategory } from '#core/targets/target-profile.ts';
import { formatDate, formatEuros, formatNumber } from '#texts/format.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';

/** „1 Dokumentenkamera, aus den Raumangaben, 180 € (geschätzt)“: by what a line is met, or what closing it takes. */
export const whyText = (
  line: RoomGap,
  deviceById: (id: DeviceId) => Device | undefined,
  categories: ReadonlyMap<string, DeviceCategory>,
  exemption: Exemption | undefined,
): string => {
  if (line.exempt) {
    const end =
      exemption === undefined || exemption.until === null
        ? ROOM_TEXTS.endless
        : ROOM_TEXTS.until(formatDate(exemption.until));
    return [end, exemption?.reason].filter(Boolean).join(' · ');
  }
  const byCategory = new Map<string, number>();
  for (const { deviceId, units } of line.devices) {
    const id = deviceById(deviceId)?.categoryId ?? '';
    byCategory.set(id, (byCategory.get(id) ?? 0) + units);
  }
  const parts = [...byCategory].map(
    ([id, units]) => `${formatNumber(units)} ${categories.get(id)?.shortName ?? id}`,
  );
  if (line.covered > 0) parts.push(ROOM_TEXTS.fromRoom);
  if (line.waived) parts.push(ROOM_TEXTS.waived);
  if (line.overAge > 0) parts.push(ROOM_TEXTS.overAge(line.overAge));
  if (line.defective > 0) parts.push(ROOM_TEXTS.defective(line.defective));
  if (line.missing > 0) parts.push(ROOM_TEXTS.missingUnits(line.missing));
  if ((line.gap ?? 0) > 0 && line.costCents !== null)
    parts.push(ROOM_TEXTS.estimated(formatEuros(line.costCents)));
  if (line.surplus > 0) parts.push(ROOM_TEXTS.surplus(line.surplus));
  if (line.assumed) parts.push(ROOM_TEXTS.assumed);
  return parts.join(', ');
};
