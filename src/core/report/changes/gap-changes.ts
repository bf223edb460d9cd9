import type { GapAnalysis } from '../../gaps/gap-analysis.ts';
import type { RequirementId, RoomId } from '../../shared/ids.ts';
import type { TargetProfile } from '../../targets/target-profile.ts';

/** One scored gap that is another one now. */
export type GapChange = {
  /** null = school-wide. */
  readonly roomId: RoomId | null;
  /** The requirement that holds now, else the one that held. */
  readonly requirementId: RequirementId;
  /** Units that lacked; null = not computable. */
  readonly before: number | null;
  /** With the stock of then and the targets of now. */
  readonly between: number | null;
  readonly after: number | null;
  /** So many units more (less: negative) because the targets changed. What cannot be computed counts as none, as in all sums. */
  readonly byTargets: number;
  /** The same because the stock changed. */
  readonly byStock: number;
};

type Gap = {
  readonly roomId: RoomId | null;
  readonly requirementId: RequirementId;
  gap: number | null;
};

/**
 * Every scored gap that differs between the three comparisons. In a room, requirements of one group take each other's
 * place, school-wide those of one ladder: what replaces each other is one gap.
 *
 * @param profiles of now and of then
 */
export const gapChanges = (
  before: GapAnalysis,
  between: GapAnalysis,
  after: GapAnalysis,
  profiles: readonly TargetProfile[],
): readonly GapChange[] => {
  const ladders = new Map(
    profiles
      .flatMap(({ requirements }) => requirements.map(({ id, ladder }) => [id, ladder] as const))
      .reverse(),
  );
  const [then, middle, now] = [before, between, after].map((analysis) => gapsOf(analysis, ladders));
  const keys = new Set([now, middle, then].flatMap((gaps) => [...(gaps?.keys() ?? [])]));
  return [...keys].flatMap((key): readonly GapChange[] => {
    const lines = [then?.get(key), middle?.get(key), now?.get(key)];
    const [was, would, is] = lines.map((line) => (line === undefined ? 0 : line.gap));
    const line = lines[2] ?? lines[1] ?? lines[0];
    if (line === undefined || was === undefined || would === undefined || is === undefined) return [];
    if (was === would && would === is) return [];
    const { roomId, requirementId } = line;
    return [
      {
        roomId,
        requirementId,
        before: was,
        between: would,
        after: is,
        byTargets: (would ?? 0) - (was ?? 0),
        byStock: (is ?? 0) - (would ?? 0),
      },
    ];
  });
};

const gapsOf = (
  { rooms, school }: GapAnalysis,
  ladders: ReadonlyMap<RequirementId, string | null>,
): ReadonlyMap<string, Gap> => {
  const gaps = new Map<string, Gap>();
  const add = (key: string, line: Gap): void => {
    const known = gaps.get(key);
    if (known === undefined) gaps.set(key, line);
    else known.gap = known.gap === null && line.gap === null ? null : (known.gap ?? 0) + (line.gap ?? 0);
  };
  for (const { roomId, requirementId, group, gap, scored } of rooms)
    if (scored) add(`room ${roomId}\n${group}`, { roomId, requirementId, gap });
  for (const { requirementId, gap } of school) {
    const ladder = ladders.get(requirementId) ?? null;
    add(ladder === null ? `school ${requirementId}` : `ladder ${ladder}`, {
      roomId: null,
      requirementId,
      gap,
    });
  }
  return gaps;
};
