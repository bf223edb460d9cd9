import type { GapAnalysis, RoomGap } from '../gaps/gap-analysis.ts';
import type { CategoryId, RoomId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

/** `units` of `line` are asked for. */
export type OpenGap = { readonly line: RoomGap; readonly units: number };

/**
 * Gaps of rooms by profile and walking order. Where a room attribute covers more than the units that stand there, a unit more
 * would only take the place of the cover: such a line asks for none, nor does one of the room that shares categories with it.
 */
export const openRoomGaps = (
  profile: TargetProfile,
  { rooms }: GapAnalysis,
  repairsFirst: boolean,
): readonly OpenGap[] => {
  const order = new Map(profile.requirements.map(({ id }, index) => [id, index]));
  const competes = competesWithCover(profile, rooms);
  return rooms
    .filter((line) => !competes(line))
    .map((line) => ({ line, units: (line.gap ?? 0) - (repairsFirst ? line.repairable : 0) }))
    .filter(({ units }) => units > 0)
    .sort((a, b) => (order.get(a.line.requirementId) ?? 0) - (order.get(b.line.requirementId) ?? 0));
};

/** Whether a line competes for units with a covered line of its room, directly or through other lines. */
const competesWithCover = (
  profile: TargetProfile,
  lines: readonly RoomGap[],
): ((line: RoomGap) => boolean) => {
  const wanted = new Map(profile.requirements.map(({ id, categories }) => [id, categories]));
  const covered = new Map<RoomId, Set<CategoryId>>();
  for (const { roomId, requirementId, covered: units } of lines) {
    if (units === 0) continue;
    const categories = covered.get(roomId) ?? new Set();
    covered.set(roomId, categories);
    for (const id of wanted.get(requirementId) ?? []) categories.add(id);
  }
  const inRooms = lines.filter(({ roomId }) => covered.has(roomId));
  for (let grows = true; grows;) {
    grows = false;
    for (const { roomId, requirementId } of inRooms) {
      const known = covered.get(roomId);
      const categories = wanted.get(requirementId) ?? [];
      if (known === undefined || !categories.some((id) => known.has(id))) continue;
      for (const id of categories) {
        grows ||= !known.has(id);
        known.add(id);
      }
    }
  }
  return ({ roomId, requirementId }) =>
    (wanted.get(requirementId) ?? []).some((id) => covered.get(roomId)?.has(id) === true);
};
