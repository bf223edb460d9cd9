import type { GapAnalysis, RoomGap } from '#core/gaps/gap-analysis.ts';
import type { RequirementId, RoomId } from '#core/shared/ids.ts';

/** The figures of one target; null = not computable. */
export type TargetFigures = {
  /** null = once for the school. */
  readonly rooms: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly gap: number | null;
  readonly costCents: number | null;
  /** false: only rooms that are left out of every sum. */
  readonly scored: boolean;
};

/** What one target asks for and finds, or null where it is not in force. Exempt rooms do not count. */
export const targetFigures = (analysis: GapAnalysis, id: RequirementId): TargetFigures | null => {
  const school = analysis.school.find(({ requirementId }) => requirementId === id);
  if (school !== undefined) {
    const { target, actual, gap, costCents } = school;
    return { rooms: null, target, actual, gap, costCents, scored: true };
  }
  const held = analysis.rooms.filter(({ requirementId, exempt }) => requirementId === id && !exempt);
  const scored = held.filter((line) => line.scored);
  // What is not scored is in no sum; a target for the administration alone shows its own all the same.
  const lines = scored.length > 0 ? scored : held;
  if (lines.length === 0) return null;
  const sum = (figure: (line: RoomGap) => number | null): number =>
    lines.reduce((total, line) => total + (figure(line) ?? 0), 0);
  return {
    rooms: lines.length,
    target: sum(({ target }) => target),
    actual: sum(({ actual }) => actual),
    gap: sum(({ gap }) => gap),
    costCents: sum(({ costCents }) => costCents),
    scored: scored.length > 0,
  };
};

/** How much the gap of a room, or (null) of the whole school, grew. */
export type GapShift = { readonly roomId: RoomId | null; readonly units: number };

/** Scored gaps that open and close between two comparisons of the same rooms; together they are the change of the total. */
export const gapShifts = (
  before: GapAnalysis,
  after: GapAnalysis,
): { readonly opened: readonly GapShift[]; readonly closed: readonly GapShift[] } => {
  const earlier = gapsByPlace(before);
  const later = gapsByPlace(after);
  const places = new Set([...earlier.keys(), ...later.keys()]);
  const shifts = [...places].map((roomId): GapShift => ({
    roomId,
    units: (later.get(roomId) ?? 0) - (earlier.get(roomId) ?? 0),
  }));
  return {
    opened: shifts.filter(({ units }) => units > 0),
    closed: shifts.filter(({ units }) => units < 0).map(({ roomId, units }) => ({ roomId, units: -units })),
  };
};

const gapsByPlace = ({ roomSummaries, totals }: GapAnalysis): ReadonlyMap<RoomId | null, number> =>
  new Map<RoomId | null, number>([
    ...roomSummaries
      .filter(({ scored }) => scored)
      .map(({ roomId, gap }): [RoomId | null, number] => [roomId, gap]),
    [null, totals.schoolGap],
  ]);

/** Rooms that come to meet a standard, and rooms that no longer do. */
export const standardShifts = (
  before: GapAnalysis,
  after: GapAnalysis,
  standardId: string,
): { readonly enters: readonly RoomId[]; readonly leaves: readonly RoomId[] } => {
  const metBefore = roomsInStandard(before, standardId);
  const metAfter = roomsInStandard(after, standardId);
  return {
    enters: [...metAfter].filter((id) => !metBefore.has(id)),
    leaves: [...metBefore].filter((id) => !metAfter.has(id)),
  };
};

const roomsInStandard = ({ roomSummaries }: GapAnalysis, standardId: string): ReadonlySet<RoomId> =>
  new Set(
    roomSummaries
      .filter(({ standards }) => standards.some((entry) => entry.standardId === standardId && entry.met))
      .map(({ roomId }) => roomId),
  );
