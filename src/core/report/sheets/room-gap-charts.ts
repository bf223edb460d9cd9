import type { GapAnalysis, RoomSummary } from '../../gaps/gap-analysis.ts';
import type { Room } from '../../inventory/room.ts';
import { CATEGORY_KINDS, type CategoryKind } from '../../targets/target-profile.ts';
import type { PageBand, PageBlock } from '../report-model.ts';
import { chartBlock, series, wholeAxis } from './chart-parts.ts';
import type { ReportContext } from './context.ts';

/** Key of the column of the Matrix that counts the scored gaps of a kind. */
export const kindColumn = (kind: CategoryKind): string => `kind:${kind}`;

/** Kinds that something in the rooms is asked of, in the order of all charts. */
export const kindsInRooms = ({ rooms }: GapAnalysis): readonly CategoryKind[] => {
  const asked = new Set(rooms.map(({ kind }) => kind));
  return CATEGORY_KINDS.filter((kind) => asked.has(kind));
};

/** Scored gaps of a kind in a room. */
export const kindGap = ({ counted, scored, gapByKind }: RoomSummary, kind: CategoryKind): number =>
  counted && scored ? (gapByKind[kind] ?? 0) : 0;

/** How charts call a room: number and use; the building only where it tells rooms apart. */
export const chartRoomName = ({ rooms }: ReportContext): ((room: Room | undefined) => string) => {
  const counts = new Map<string, number>();
  for (const { roomNumber } of rooms) counts.set(roomNumber, (counts.get(roomNumber) ?? 0) + 1);
  return (room) => {
    if (room === undefined) return '';
    const { building, roomNumber, use, name } = room;
    const own = [roomNumber, use ?? name ?? null].filter((part) => part !== null && part !== '').join(' ');
    return building !== null && (counts.get(roomNumber) ?? 0) > 1 ? `${building} · ${own}` : own;
  };
};

/** One line of the page for each room: as many stand in a half of a printed page. */
const ROOMS_PER_CHART = 30;
/** More charts than that nobody looks through. */
const MAX_CHARTS = 8;
const FEWEST_LINES = 9;
/** Title, legend and axis. */
const EXTRA_LINES = 5;

/** Lücken je Raum by kind, two charts beside each other, bound to the Matrix: whoever filters there filters here. */
export const roomGapBands = (context: ReportContext): readonly PageBand[] => {
  const { texts, analysis, roomById } = context;
  const words = texts.overview.charts.roomGaps;
  const summaries = analysis.roomSummaries;
  const kinds = kindsInRooms(analysis);
  if (summaries.length === 0 || kinds.length === 0)
    return [{ left: [{ kind: 'text', heading: words.title, paragraphs: [words.none] }], right: [] }];
  const nameOf = chartRoomName(context);
  const shown = Math.min(summaries.length, ROOMS_PER_CHART * MAX_CHARTS);
  const count = shown <= ROOMS_PER_CHART / 2 ? 1 : 2 * Math.ceil(shown / ROOMS_PER_CHART / 2);
  const length = Math.ceil(shown / count);
  const gapOf = (summary: RoomSummary): number =>
    kinds.reduce((sum, kind) => sum + kindGap(summary, kind), 0);
  const { max, step } = wholeAxis(Math.max(...summaries.map(gapOf)));

  const chartOf = (from: number, until: number): PageBlock => {
    const shownHere = summaries.slice(from, until);
    const rooms = shownHere.map(({ roomId }) => roomById.get(roomId));
    const [first, last] = [rooms[0], rooms.at(-1)];
    const at = (column: string) => ({ sheet: 'matrix' as const, column, rows: [from, until] as const });
    return chartBlock(
      {
        kind: 'bars',
        stacking: 'stacked',
        title: count === 1 ? words.title : words.part(first?.roomNumber ?? '', last?.roomNumber ?? ''),
        description: words.summary(
          shownHere.reduce((sum, summary) => sum + gapOf(summary), 0),
          rooms.length,
          nameOf(first),
          nameOf(last),
        ),
        categories: at('chartRoom'),
        series: kinds.map((kind) => series(texts.overview.charts.kind(kind), at(kindColumn(kind)), kind)),
        categoryAxis: texts.columns.room,
        valueAxis: {
          title: texts.overview.charts.units,
          format: 'integer',
          max: count === 1 ? null : max,
          step,
        },
      },
      Math.max(FEWEST_LINES, length + EXTRA_LINES),
    );
  };
  const charts = Array.from({ length: count }, (_, index) =>
    chartOf(index * length, Math.min(shown, (index + 1) * length)),
  );
  const bands = Array.from({ length: Math.ceil(count / 2) }, (_, index) => ({
    left: charts.slice(index * 2, index * 2 + 1),
    right: charts.slice(index * 2 + 1, index * 2 + 2),
  }));
  return shown === summaries.length
    ? bands
    : [
        ...bands,
        { left: [{ kind: 'text', heading: words.title, paragraphs: [words.more(shown)] }], right: [] },
      ];
};
