import type { Room } from '#core/inventory/room.ts';
import {
  allFigures,
  lineResult,
  otherResult,
  roomFigures,
  type CountFigures,
} from '#core/stocktake/count-results.ts';
import type { IsoDate } from '#core/shared/iso-date.ts';
import type { RoomCount } from '#core/stocktake/count-state.ts';
import type { CountedDevice, CountedRoom } from '#core/stocktake/stocktake.ts';
import type { StocktakeData } from '#core/stocktake/stocktake-records.ts';
import { countedDays } from '#core/stocktake/stocktake-summary.ts';
import type { PrintCell, PrintList, PrintRow } from '#print/print-list.ts';
import { formatDate, formatNumber, UNKNOWN } from '#texts/format.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { lineWords, otherWords, type RoomNames, type Words } from './result-words.ts';
import { countedKind, countOf, roomLabel } from './stocktake-state.ts';

type CategoryName = (id: string | null) => string;
/** To be ticked with a pen. */
const BOX = '☐';

/** Left free to write on. */
const LINE = '_'.repeat(14);
const SHORT_LINE = '_'.repeat(6);

const what = (device: CountedDevice, categoryName: CategoryName): string =>
  countedKind(device, categoryName) || UNKNOWN;

/** Room by room what is expected, with boxes for whoever counts with a pen. */
export const countList = (
  name: string,
  rooms: readonly (Pick<CountedRoom, 'expected' | 'roomNumber' | 'building'> & {
    readonly name: string | null;
  })[],
  categoryName: CategoryName,
): PrintList => ({
  kind: 'list',
  title: STOCKTAKE_TEXTS.countListTitle(name),
  facts: [],
  tables: rooms.map((room) => ({
    heading: [room.building, STOCKTAKE_TEXTS.room(room.roomNumber), room.name].filter(Boolean).join(' · '),
    columns: STOCKTAKE_TEXTS.countListHeads.map((label, index) => ({
      label,
      ...(index === 3 && { isMono: true }),
      ...(index === 4 && { align: 'right' as const }),
      ...((index === 0 || index === 5 || index === 6) && { align: 'center' as const }),
    })),
    rows: room.expected.map((device) => ({
      cells: [
        BOX,
        device.assetTag ?? UNKNOWN,
        what(device, categoryName),
        device.serialNumber ?? UNKNOWN,
        formatNumber(device.quantity),
        // Of a Sammelposten the number is written down.
        device.quantity > 1 ? SHORT_LINE : BOX,
        BOX,
        LINE,
      ],
    })),
  })),
});

const SIGNS = {
  met: 'tick',
  part: 'half',
  gap: 'minus',
  surplus: 'plus',
  none: 'dot',
  unknown: 'question',
  exempt: 'dot',
  defective: 'bolt',
  'over-age': 'clock',
} as const;
const signed = ({ tone, text }: Words): PrintCell => ({ sign: SIGNS[tone], text });

const FIGURES = ['expected', 'found', 'elsewhere', 'away', 'missing', 'open', 'others', 'unknown'] as const;
const figureCells = (figures: CountFigures): readonly string[] =>
  FIGURES.map((figure) => formatNumber(figures[figure]));

/** Whether a room was counted to its end, and the day on which it was counted last. */
const stateCell = ({ isDone }: RoomCount, day: IsoDate | null): PrintCell => {
  const { done, begun } = STOCKTAKE_TEXTS.roomStates;
  const text = [isDone ? done : begun, ...(day === null ? [] : [formatDate(day)])].join(' ');
  return isDone ? { sign: 'tick', text } : text;
};

/** How a stocktake came out, as a count has to be documented: figures, every difference, day, role and signatures. */
export const protocol = (
  data: StocktakeData,
  rooms: readonly Room[],
  categoryName: CategoryName,
): PrintList => {
  const { stocktake } = data;
  const count = countOf(data);
  const counts = [...count.rooms.values()];
  const known = new Set<string>(rooms.map(({ id }) => id));
  const all = [...rooms, ...data.rooms.filter(({ roomId }) => !known.has(roomId))];
  const days = countedDays(data);
  // By the room as it was counted: a room that was deleted since keeps its name here.
  const names = new Map<string, string>([
    ...rooms.map((room) => [room.id, roomLabel(room, all)] as const),
    ...counts.map(({ room }) => [room.roomId, roomLabel(room, all)] as const),
  ]);
  const roomName: RoomNames = (id) => (id === null ? null : (names.get(id) ?? null));
  const { yes, no } = STOCKTAKE_TEXTS.protocolTaken;
  const differences = counts.flatMap((here): readonly PrintRow[] => {
    const label = roomName(here.room.roomId) ?? '';
    const row = (device: CountedDevice, words: Words, isTaken: boolean): PrintRow => ({
      cells: [
        label,
        device.assetTag ?? UNKNOWN,
        what(device, categoryName),
        device.serialNumber ?? UNKNOWN,
        signed(words),
        isTaken ? yes : no,
      ],
    });
    return [
      ...here.expected.flatMap((line) => {
        const result = lineResult(line, here.room.roomId, count.sightings);
        // What was not looked for is no difference.
        if (result.kind === 'found' || (result.kind === 'open' && !here.isDone)) return [];
        const words = lineWords(result, line.device, here.isDone, line.seenOn !== null, roomName);
        return [row(line.device, words, line.takesDifference)];
      }),
      ...here.others.map((line) =>
        row(
          line.device,
          otherWords(otherResult(line, here.room.roomId), line.device, roomName),
          line.isMovedHere,
        ),
      ),
      ...here.unknown.map(({ code, newDevice }): PrintRow => ({
        cells: [
          label,
          code,
          newDevice === null
            ? UNKNOWN
            : [categoryName(newDevice.categoryId), newDevice.name].filter(Boolean).join(' · '),
          '',
          { sign: 'question', text: STOCKTAKE_TEXTS.unknownCode },
          newDevice === null ? no : yes,
        ],
      })),
    ];
  });
  const heads = STOCKTAKE_TEXTS.roomHeads;
  return {
    kind: 'list',
    title: STOCKTAKE_TEXTS.protocolTitle(stocktake.name),
    isUncounted: true,
    facts: [
      STOCKTAKE_TEXTS.protocolLaw,
      STOCKTAKE_TEXTS.protocolStarted(formatDate(stocktake.startedOn)),
      stocktake.finishedOn === null
        ? STOCKTAKE_TEXTS.running
        : STOCKTAKE_TEXTS.finished(formatDate(stocktake.finishedOn)),
      ...(stocktake.countedBy === null ? [] : [STOCKTAKE_TEXTS.protocolBy(stocktake.countedBy)]),
    ],
    tables: [
      {
        heading: STOCKTAKE_TEXTS.protocolSums,
        note: STOCKTAKE_TEXTS.protocolMethod,
        columns: [
          { label: heads.room },
          { label: heads.state },
          ...FIGURES.map((figure) => ({ label: heads[figure], align: 'right' as const })),
        ],
        rows: [
          ...counts.map((here): PrintRow => ({
            cells: [
              [roomName(here.room.roomId), here.room.name].filter(Boolean).join(' '),
              stateCell(here, days.get(here.room.roomId) ?? null),
              ...figureCells(roomFigures(here, count.sightings)),
            ],
          })),
          { kind: 'sum', cells: [STOCKTAKE_TEXTS.sum, '', ...figureCells(allFigures(count))] },
        ],
      },
      {
        heading: STOCKTAKE_TEXTS.protocolDifferences,
        columns: [
          ...STOCKTAKE_TEXTS.protocolDifferenceHeads,
          STOCKTAKE_TEXTS.protocolTakenHead[stocktake.finishedOn === null ? 'running' : 'finished'],
        ].map((label, index) => ({
          label,
          ...(index === 3 && { isMono: true }),
        })),
        rows: differences,
      },
      {
        heading: STOCKTAKE_TEXTS.signatures,
        columns: STOCKTAKE_TEXTS.signatureHeads.map((label) => ({ label })),
        rows: STOCKTAKE_TEXTS.signatureRoles.map((role, index) => ({
          kind: 'sum',
          cells: [
            index === 0 && stocktake.countedBy !== null ? `${role}: ${stocktake.countedBy}` : role,
            '____.____.________',
            '_'.repeat(30),
          ],
        })),
      },
    ],
  };
};
