import type { GapAnalysis, RoomGap } from '../gaps/gap-analysis.ts';
import type { RequirementId, RoomId } from '../shared/ids.ts';

/** A figure in two comparisons; null = not computable there, or no such line. */
export type Pair = { readonly before: number | null; readonly after: number | null };

/** One line whose gap is another in the second comparison. */
export type GapShift = Pair & {
  /** null = school-wide. */
  readonly roomId: RoomId | null;
  readonly group: string;
  /** The requirement that holds afterwards, else the one that held before. */
  readonly requirementId: RequirementId;
};

/** All of a room whose scored gap is another, or that meets its standard in one comparison only. */
export type RoomShift = {
  readonly roomId: RoomId;
  readonly gap: Pair;
  /** Standards that are met in one of the two only; `after` 1 = met afterwards. */
  readonly standards: readonly (Pair & { readonly standardId: string })[];
  readonly lines: readonly GapShift[];
};

/** Two comparisons side by side. Every figure is the engine's own; nothing is summed up here. */
export type AnalysisComparison = {
  readonly gap: Pair;
  readonly roomGap: Pair;
  readonly schoolGap: Pair;
  readonly roomsWithGap: Pair;
  readonly fulfilment: Pair;
  readonly costCents: Pair;
  readonly standards: readonly {
    readonly standardId: string;
    readonly met: Pair;
    readonly of: Pair;
  }[];
  readonly groups: readonly {
    readonly group: string;
    readonly gap: Pair;
    readonly costCents: Pair;
  }[];
  /** As one walks through the school; rooms that are new come last. */
  readonly rooms: readonly RoomShift[];
  readonly school: readonly GapShift[];
};

/** Compares two analyses, of one inventory or of two, with the same profile or another one. */
export const compareAnalyses = (before: GapAnalysis, after: GapAnalysis): AnalysisComparison => {
  const total = (
    key: 'gap' | 'roomGap' | 'schoolGap' | 'roomsWithGap' | 'fulfilment' | 'costCents',
  ): Pair => ({
    before: before.totals[key],
    after: after.totals[key],
  });
  return {
    gap: total('gap'),
    roomGap: total('roomGap'),
    schoolGap: total('schoolGap'),
    roomsWithGap: total('roomsWithGap'),
    fulfilment: total('fulfilment'),
    costCents: total('costCents'),
    standards: pairs(before.standards, after.standards, ({ standardId }) => standardId).map(
      ([standardId, old, now]) => ({
        standardId,
        met: { before: old?.met ?? null, after: now?.met ?? null },
        of: { before: old?.of ?? null, after: now?.of ?? null },
      }),
    ),
    groups: pairs(before.byGroup, after.byGroup, ({ group }) => group).map(([group, old, now]) => ({
      group,
      gap: { before: old?.gap ?? null, after: now?.gap ?? null },
      costCents: { before: old?.costCents ?? null, after: now?.costCents ?? null },
    })),
    rooms: roomShifts(before, after),
    school: linePairs(before.school, after.school).flatMap(([old, now]) => shiftOf(null, old, now)),
  };
};

const roomShifts = (before: GapAnalysis, after: GapAnalysis): readonly RoomShift[] => {
  const linesBefore = linesByRoom(before);
  const linesAfter = linesByRoom(after);
  return pairs(before.roomSummaries, after.roomSummaries, ({ roomId }) => roomId).flatMap(
    ([, old, now]): readonly RoomShift[] => {
      const roomId = (now ?? old)?.roomId;
      if (roomId === undefined) return [];
      const lines = linePairs(linesBefore.get(roomId) ?? [], linesAfter.get(roomId) ?? []).flatMap(
        ([oldLine, nowLine]) => shiftOf(roomId, oldLine, nowLine),
      );
      const standards = pairs(
        old?.standards ?? [],
        now?.standards ?? [],
        ({ standardId }) => standardId,
      ).flatMap(([standardId, was, is]) =>
        was?.met === is?.met ? [] : [{ standardId, before: metOf(was), after: metOf(is) }],
      );
      return lines.length === 0 && standards.length === 0
        ? []
        : [{ roomId, gap: { before: old?.gap ?? null, after: now?.gap ?? null }, standards, lines }];
    },
  );
};

const metOf = (standard: { readonly met: boolean } | undefined): number | null =>
  standard === undefined ? null : Number(standard.met);

const linesByRoom = ({ rooms }: GapAnalysis): ReadonlyMap<RoomId, readonly RoomGap[]> => {
  const byRoom = new Map<RoomId, RoomGap[]>();
  for (const line of rooms) {
    if (!line.scored) continue;
    const lines = byRoom.get(line.roomId);
    if (lines === undefined) byRoom.set(line.roomId, [line]);
    else lines.push(line);
  }
  return byRoom;
};

type Line = {
  readonly requirementId: RequirementId;
  readonly group: string;
  readonly gap: number | null;
};

/** A line that is not there has no gap; one that cannot be computed is another matter than none. */
const shiftOf = (
  roomId: RoomId | null,
  old: Line | undefined,
  now: Line | undefined,
): readonly GapShift[] => {
  const before = old === undefined ? 0 : old.gap;
  const after = now === undefined ? 0 : now.gap;
  const line = now ?? old;
  return before === after || line === undefined
    ? []
    : [{ roomId, group: line.group, requirementId: line.requirementId, before, after }];
};

/**
 * Lines of one requirement in both lists; of those that are in one list only, two of one group, where a requirement took
 * the place of another one. Those of the first list first.
 */
const linePairs = <Entry extends Line>(
  before: readonly Entry[],
  after: readonly Entry[],
): readonly (readonly [before: Entry | undefined, after: Entry | undefined])[] => {
  const idsBefore = new Set(before.map(({ requirementId }) => requirementId));
  const idsAfter = new Set(after.map(({ requirementId }) => requirementId));
  // A key of one list only is that of a group; ids and groups must not be taken for each other.
  return pairs(before, after, ({ requirementId, group }) =>
    idsBefore.has(requirementId) && idsAfter.has(requirementId)
      ? `requirement ${requirementId}`
      : `group ${group}`,
  ).map(([, old, now]) => [old, now]);
};

/** Entries of both lists with the same key (of several the first with the first); those of the first list first. */
const pairs = <Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly (readonly [key: string, before: Entry | undefined, after: Entry | undefined])[] => {
  const rest = new Map<string, Entry[]>();
  for (const entry of after) {
    const known = rest.get(keyOf(entry));
    if (known === undefined) rest.set(keyOf(entry), [entry]);
    else known.push(entry);
  }
  const both = before.map((entry) => {
    const key = keyOf(entry);
    return [key, entry, rest.get(key)?.shift()] as const;
  });
  return [
    ...both,
    ...[...rest].flatMap(([key, entries]) => entries.map((entry) => [key, undefined, entry] as const)),
  ];
};
