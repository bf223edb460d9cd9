import type { RoomGap } from '#core/gaps/gap-analysis.ts';
import { SCOPES, type TargetProfile } from '#core/targets/target-profile.ts';
import type { PrintCell, PrintList, PrintRow } from '#print/print-list.ts';
import { PRIORITY_LABELS, SCOPE_LABELS } from '#texts/fields.ts';
import { formatGap, formatNumber } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import {
  cellState,
  roomGapOf,
  type MatrixColumn,
  type MatrixFilter,
  type MatrixGroup,
  type MatrixRoom,
  type MatrixRow,
} from './matrix-model.ts';

/** Filters in words; those of the screen that hide nothing are left out. */
export const matrixFacts = (
  filter: MatrixFilter,
  { roomTypes }: Pick<TargetProfile, 'roomTypes'>,
): readonly string[] => {
  const scope = SCOPES.find((known) => known === filter.scope);
  const chosen: readonly (readonly [string, string | null | undefined])[] = [
    [GAPS_TEXTS.building, filter.building === '' ? GAPS_TEXTS.noBuilding : filter.building],
    [GAPS_TEXTS.roomType, roomTypes.find(({ id }) => id === filter.roomType)?.name],
    [GAPS_TEXTS.scope, scope === undefined ? null : SCOPE_LABELS[scope]],
    [GAPS_TEXTS.priority, filter.priority === null ? null : PRIORITY_LABELS[filter.priority]],
    [GAPS_TEXTS.lineStage, filter.stage === null ? null : formatNumber(filter.stage)],
    [GAPS_TEXTS.state, filter.state === null ? null : GAPS_TEXTS.states[filter.state]],
  ];
  return chosen.flatMap(([what, value]) =>
    value === null || value === undefined ? [] : [PRINT_TEXTS.choice(what, value)],
  );
};

const cellOf = (line: RoomGap | undefined): PrintCell => {
  switch (cellState(line)) {
    case 'none':
      return '·';
    case 'exempt':
      return GAPS_TEXTS.exemptShort;
    case 'unknown':
      return { sign: 'question', text: '' };
    case 'met':
      return (line?.surplus ?? 0) > 0
        ? { sign: 'plus', text: formatNumber(line?.surplus ?? 0) }
        : { sign: (line?.overAge ?? 0) > 0 ? 'clock' : 'tick', text: '' };
    case 'part':
      return { sign: (line?.defective ?? 0) > 0 ? 'bolt' : 'half', text: formatGap(line?.gap ?? null) };
    case 'gap':
      return (line?.defective ?? 0) > 0
        ? { sign: 'bolt', text: formatGap(line?.gap ?? null) }
        : formatGap(line?.gap ?? null);
  }
};

const groupRow = (row: MatrixGroup, columns: readonly MatrixColumn[]): PrintRow => ({
  kind: 'group',
  cells: [
    row.label,
    ...columns.map(({ group }) => {
      const gap = row.gaps.get(group) ?? 0;
      return gap === 0 ? '' : formatGap(gap);
    }),
    formatGap(row.gap),
  ],
});

const roomRow = (row: MatrixRoom, columns: readonly MatrixColumn[]): PrintRow => {
  const gap = roomGapOf(row);
  return {
    cells: [
      [row.room.roomNumber, row.room.name].filter(Boolean).join(' '),
      ...columns.map(({ group }) => cellOf(row.cells.get(group))),
      !row.summary.scored
        ? GAPS_TEXTS.notScoredShort
        : gap === 0
          ? { sign: 'tick', text: '' }
          : formatGap(gap),
    ],
  };
};

const LEGEND = GAPS_TEXTS.legend;

/** Rooms × targets, with the key to its signs. */
export const matrixList = (
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
  facts: readonly string[],
): PrintList => ({
  kind: 'list',
  title: GAPS_TEXTS.matrixTitle,
  facts,
  tables: [
    {
      columns: [
        { label: GAPS_TEXTS.room },
        ...columns.map(({ shortName }) => ({ label: shortName, align: 'center' as const })),
        { label: GAPS_TEXTS.gap, align: 'right' },
      ],
      rows: rows.map((row) => (row.kind === 'room' ? roomRow(row, columns) : groupRow(row, columns))),
      key: [
        [{ sign: 'tick', text: '' }, LEGEND.met],
        [{ sign: 'half', text: '' }, LEGEND.part],
        [{ sign: 'minus', text: '' }, LEGEND.gap],
        [{ sign: 'plus', text: '' }, LEGEND.surplus],
        [GAPS_TEXTS.exemptShort, LEGEND.exempt],
        ['·', LEGEND.none],
        [{ sign: 'bolt', text: '' }, LEGEND.defective],
        [{ sign: 'clock', text: '' }, LEGEND.overAge],
        [{ sign: 'question', text: '' }, LEGEND.unknown],
      ],
    },
  ],
});
