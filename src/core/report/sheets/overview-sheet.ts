import { keyFigures, type KeyFigures, type RatioFigure } from '../key-figures.ts';
import type { CellValue, PageBlock, PageCell, PageColumn, PageSheet } from '../report-model.ts';
import {
  cellOf,
  countOf,
  GAP_FORMULA,
  minus,
  nameOf,
  over,
  pageCell,
  plus,
  sumOf,
  times,
} from './columns.ts';
import { categoryName, figure, type ReportContext } from './context.ts';
import { ageBlocks, fulfilmentChart, GROUPS_BLOCK, replacementBlocks } from './overview-charts.ts';
import { roomGapBands } from './room-gap-charts.ts';

type Row = readonly (PageCell | null)[];

const columns = (
  first: readonly [key: string, heading: string],
  ...rest: readonly (readonly [key: string, heading: string, at: number])[]
): readonly PageColumn[] => [
  { key: first[0], at: 0, heading: first[1], align: 'left' },
  ...rest.map(([key, heading, at]): PageColumn => ({ key, at, heading, align: 'right' })),
];

const share = (actual: number, target: number): number | null => (target === 0 ? null : actual / target);
const FULFILMENT = over(cellOf('actual'), cellOf('target'));

/** Soll, Ist, Lücke, Erfüllung with the last two live. */
const compared = (
  label: string,
  target: PageCell,
  actual: PageCell,
  values: { readonly target: number; readonly actual: number },
  tone: PageCell['tone'] = 'normal',
): Row => [
  pageCell(label, 'text', { tone }),
  { ...target, tone },
  { ...actual, tone },
  pageCell(values.target - values.actual, 'integer', {
    formula: GAP_FORMULA,
    tone: tone === 'strong' ? 'strong' : 'gap',
  }),
  pageCell(share(values.actual, values.target), 'percent', { formula: FULFILMENT, tone }),
];

const ratioRow = (label: string, ratio: RatioFigure | null): readonly Row[] =>
  ratio === null
    ? []
    : [
        [
          pageCell(label),
          pageCell(figure(ratio.actual), 'decimal'),
          pageCell(ratio.target, 'decimal'),
          pageCell(figure(ratio.gap), 'integer', { tone: 'gap' }),
        ],
      ];

const checkRow = ({ check, result }: KeyFigures['checks'][number]): Row => {
  const kind = check.kind === 'room-share' ? 'percent' : 'integer';
  const value = (number: number | null): CellValue => figure(number);
  const lacking =
    result.value === null || result.wanted === null || check.kind === 'room-share'
      ? null
      : Math.max(0, result.wanted - result.value);
  return [
    pageCell(check.name),
    pageCell(value(result.value), kind, { tone: result.met === false ? 'gap' : 'normal' }),
    pageCell(value(result.wanted), kind),
    pageCell(lacking, 'integer', { tone: 'gap' }),
  ];
};

const keyFigureBlock = (context: ReportContext, figures: KeyFigures): PageBlock => {
  const { texts, analysis, profile } = context;
  const { labels } = texts.overview;
  const { totals } = analysis;
  const inRooms = { scored: texts.yes };
  const inSchool = { rowKind: texts.rowKinds.requirement };
  const targetAll = plus(sumOf('room-gaps', 'target', inRooms), sumOf('school-gaps', 'target', inSchool));
  const actualAll = plus(sumOf('room-gaps', 'actual', inRooms), sumOf('school-gaps', 'actual', inSchool));
  const standards = profile.standards.flatMap((standard, at): readonly Row[] => {
    const result = analysis.standards.find(({ standardId }) => standardId === standard.id);
    if (result === undefined) return [];
    const key = `standard:${standard.id}`;
    const met = countOf('matrix', { [key]: texts.yes });
    return [
      [
        pageCell(texts.overview.standard(standard.name)),
        pageCell(result.met, 'integer', { formula: met, name: `Standard_${at + 1}_erfuellt` }),
        pageCell(result.of, 'integer', {
          formula: plus(met, countOf('matrix', { [key]: texts.no })),
          name: `Standard_${at + 1}_Raeume`,
        }),
        pageCell(result.of - result.met, 'integer', {
          formula: minus(nameOf(`Standard_${at + 1}_Raeume`), nameOf(`Standard_${at + 1}_erfuellt`)),
          tone: 'gap',
        }),
      ],
    ];
  });
  return {
    kind: 'table',
    heading: texts.overview.keyFigures,
    columns: columns(
      ['keyFigure', texts.columns.keyFigure],
      ['actual', texts.columns.actual, 2],
      ['target', texts.columns.target, 3],
      ['gap', texts.columns.gap, 4],
    ),
    rows: [
      ...standards,
      [
        pageCell(labels.allTargets, 'text', { tone: 'strong' }),
        pageCell(totals.actual, 'integer', { formula: actualAll, name: 'Ist_gesamt', tone: 'strong' }),
        pageCell(totals.target, 'integer', { formula: targetAll, name: 'Soll_gesamt', tone: 'strong' }),
        pageCell(totals.gap, 'integer', {
          formula: minus(nameOf('Soll_gesamt'), nameOf('Ist_gesamt')),
          name: 'Luecken_gesamt',
          tone: 'gap',
        }),
      ],
      [
        pageCell(labels.roomGaps),
        null,
        null,
        pageCell(totals.roomGap, 'integer', { formula: sumOf('room-gaps', 'gap', inRooms), tone: 'gap' }),
      ],
      [
        pageCell(labels.schoolGaps),
        null,
        null,
        pageCell(totals.schoolGap, 'integer', {
          formula: sumOf('school-gaps', 'gap', inSchool),
          tone: 'gap',
        }),
      ],
      [
        pageCell(labels.repairable),
        null,
        null,
        pageCell(totals.repairable, 'integer', {
          formula: sumOf('purchases', 'repairable'),
          name: 'Reparierbar',
        }),
      ],
      [
        pageCell(labels.fulfilment),
        pageCell(totals.fulfilment, 'percent', {
          formula: over(nameOf('Ist_gesamt'), nameOf('Soll_gesamt')),
          name: 'Erfuellung',
        }),
        pageCell(1, 'percent'),
        null,
      ],
      [pageCell(labels.roomsWithGap), null, null, pageCell(totals.roomsWithGap, 'integer', { tone: 'gap' })],
      ...ratioRow(labels.pupilsPerDevice, figures.pupilsPerDevice),
      ...ratioRow(labels.teachersPerDevice, figures.teachersPerDevice),
      ...figures.checks.map(checkRow),
      [
        pageCell(labels.cost, 'text', { tone: 'strong' }),
        null,
        null,
        pageCell(totals.costCents, 'money', {
          formula: sumOf('purchases', 'sum'),
          name: 'Kosten_gesamt',
          tone: 'strong',
        }),
      ],
    ],
    totals: null,
  };
};

const compareColumns = ({ texts }: ReportContext, heading: string): readonly PageColumn[] =>
  columns(
    ['label', heading],
    ['target', texts.columns.target, 1],
    ['actual', texts.columns.actual, 2],
    ['gap', texts.columns.gap, 3],
    ['fulfilment', texts.columns.fulfilment, 4],
  ).map((column) => (column.key === 'fulfilment' ? { ...column, isBar: true } : column));

type Place = {
  readonly building: string | null;
  readonly floor: string | null;
  target: number;
  actual: number;
};

const placesOf = ({ analysis, roomById }: ReportContext): readonly Place[] => {
  const places = new Map<string, Place>();
  for (const line of analysis.rooms) {
    if (!line.scored) continue;
    const room = roomById.get(line.roomId);
    const { building = null, floor = null } = room ?? {};
    const key = JSON.stringify([building, floor]);
    const place = places.get(key) ?? { building, floor, target: 0, actual: 0 };
    place.target += line.target ?? 0;
    place.actual += line.actual ?? 0;
    places.set(key, place);
  }
  return [...places.values()];
};

const placeBlock = (context: ReportContext): PageBlock => {
  const { texts, analysis } = context;
  const { totals } = analysis;
  const places = placesOf(context);
  const rows = places.map(({ building, floor, target, actual }) => {
    const where = { scored: texts.yes, building, floor };
    const label = [building, floor].filter((part) => part !== null).join(', ');
    return compared(
      label === '' ? texts.withoutPlace : label,
      pageCell(target, 'integer', { formula: sumOf('room-gaps', 'target', where) }),
      pageCell(actual, 'integer', { formula: sumOf('room-gaps', 'actual', where) }),
      { target, actual },
    );
  });
  const roomTarget = places.reduce((sum, { target }) => sum + target, 0);
  const roomActual = places.reduce((sum, { actual }) => sum + actual, 0);
  const school = { target: totals.target - roomTarget, actual: totals.actual - roomActual };
  const where = { rowKind: texts.rowKinds.requirement };
  return {
    kind: 'table',
    heading: texts.overview.byPlace,
    columns: compareColumns(context, texts.columns.place),
    rows: [
      ...rows,
      compared(
        texts.schoolWide,
        pageCell(school.target, 'integer', { formula: sumOf('school-gaps', 'target', where) }),
        pageCell(school.actual, 'integer', { formula: sumOf('school-gaps', 'actual', where) }),
        school,
      ),
    ],
    totals: compared(
      texts.sum,
      pageCell(totals.target, 'integer', { formula: nameOf('Soll_gesamt') }),
      pageCell(totals.actual, 'integer', { formula: nameOf('Ist_gesamt') }),
      totals,
      'strong',
    ),
  };
};

const groupBlock = (context: ReportContext): PageBlock => {
  const { texts, analysis, groupById } = context;
  return {
    kind: 'table',
    key: GROUPS_BLOCK,
    heading: texts.overview.byGroup,
    columns: compareColumns(context, texts.columns.group),
    rows: analysis.byGroup
      .filter(({ target }) => target > 0)
      .map(({ group, target, actual }) =>
        compared(
          groupById.get(group)?.name ?? group,
          pageCell(target, 'integer'),
          pageCell(actual, 'integer'),
          { target, actual },
        ),
      ),
    totals: compared(
      texts.sum,
      pageCell(analysis.totals.target, 'integer', { formula: nameOf('Soll_gesamt') }),
      pageCell(analysis.totals.actual, 'integer', { formula: nameOf('Ist_gesamt') }),
      analysis.totals,
      'strong',
    ),
  };
};

const categoryBlock = (context: ReportContext): PageBlock => {
  const { texts, analysis } = context;
  const lines = analysis.byCategory.filter(({ gap }) => gap > 0);
  return {
    kind: 'table',
    heading: texts.overview.byCategory,
    columns: columns(
      ['category', texts.columns.category],
      ['gap', texts.columns.gap, 2],
      ['unitPrice', texts.columns.shortUnitPrice, 3],
      ['sum', texts.columns.shortSum, 4],
    ),
    rows: lines.map(({ categoryId, gap, unitPriceCents, costCents }) => [
      pageCell(categoryName(context, categoryId)),
      pageCell(gap, 'integer', {
        tone: 'gap',
        formula: sumOf('purchases', 'lacking', { category: categoryName(context, categoryId) }),
      }),
      pageCell(unitPriceCents, 'money'),
      pageCell(costCents, 'money', { formula: times(cellOf('gap'), cellOf('unitPrice')) }),
    ]),
    totals: [
      pageCell(texts.sum, 'text', { tone: 'strong' }),
      pageCell(analysis.totals.gap, 'integer', { tone: 'strong', formula: nameOf('Luecken_gesamt') }),
      null,
      pageCell(analysis.totals.costCents, 'money', { tone: 'strong', formula: nameOf('Kosten_gesamt') }),
    ],
  };
};

const MOST_GAPS = 8;

const mostGapsBlock = (context: ReportContext): PageBlock => {
  const { texts, analysis, roomById } = context;
  const rooms = analysis.roomSummaries
    .filter(({ scored, gap }) => scored && gap > 0)
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, MOST_GAPS);
  return {
    kind: 'table',
    heading: texts.overview.mostGaps,
    columns: columns(
      ['room', texts.columns.room],
      ['gap', texts.columns.gap, 3],
      ['cost', texts.columns.shortCost, 4],
    ),
    rows: rooms.map(({ roomId, gap, costCents }) => {
      const room = roomById.get(roomId);
      const where = { roomId, scored: texts.yes };
      const label = [room?.building, room?.roomNumber, room?.use ?? room?.name]
        .filter((part) => (part ?? null) !== null)
        .join(' · ');
      return [
        pageCell(label),
        pageCell(gap, 'integer', { formula: sumOf('room-gaps', 'gap', where), tone: 'gap' }),
        pageCell(costCents, 'money', { formula: sumOf('room-gaps', 'cost', where) }),
      ];
    }),
    totals: null,
  };
};

/** „Übersicht“: the figures of the MEP with their charts, then where the gaps lie and what they cost. */
export const overviewSheet = (context: ReportContext): PageSheet => {
  const { texts, analysis, inventory, profile } = context;
  const figures = keyFigures(inventory, profile, analysis);
  const replacement = replacementBlocks(context);
  const ages = ageBlocks(context);
  return {
    kind: 'page',
    id: 'overview',
    name: texts.sheets.overview.name,
    kicker: null,
    title: texts.sheets.overview.name,
    subtitle: texts.overview.subtitle(inventory.school.name, texts.date(analysis.asOf), analysis.stage),
    left: [keyFigureBlock(context, figures), placeBlock(context)],
    right: [fulfilmentChart(context), replacement.chart],
    further: [
      ...roomGapBands(context),
      { left: [groupBlock(context), mostGapsBlock(context)], right: [categoryBlock(context), ages.chart] },
      { left: [replacement.table], right: [ages.table] },
    ],
  };
};
