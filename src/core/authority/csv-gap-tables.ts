import type { RoomGap, SchoolGap } from '../gaps/gap-analysis.ts';
import { purchasePlan } from '../plan/purchase-plan.ts';
import { replacementPlan } from '../plan/replacement-plan.ts';
import { csvColumns, FIGURE_COLUMNS, type CsvRow, type CsvTablePlan } from './csv-table-plan.ts';
import { decimalOf } from './csv-table.ts';

export const CATEGORIES: CsvTablePlan = {
  name: 'categories',
  columns: csvColumns({
    category_id: 'text',
    category_name: 'text',
    kind: 'text',
    service_life_years: 'integer',
    guide_price: 'numeric',
    movable: 'boolean',
  }),
  rowsOf: ({ profile }) =>
    profile.categories.map(({ id, name, kind, serviceLifeYears, guidePriceCents, movable }) => [
      id,
      name,
      kind,
      serviceLifeYears,
      decimalOf(guidePriceCents),
      movable,
    ]),
};

export const REQUIREMENTS: CsvTablePlan = {
  name: 'requirements',
  columns: csvColumns({
    requirement_id: 'text',
    requirement_name: 'text',
    requirement_group: 'text',
    category_id: 'text',
    school_wide: 'boolean',
    priority: 'text',
    stage: 'integer',
    due_year: 'integer',
    origin: 'text',
  }),
  rowsOf: ({ profile: { requirements, stages } }) =>
    requirements.map(({ id, name, group, categories, appliesTo, priority, stage, dueYear, origin }) => [
      id,
      name,
      group,
      categories[0] ?? null,
      appliesTo.kind === 'school',
      priority,
      stage,
      dueYear ?? stages.find((entry) => entry.stage === stage)?.dueYear ?? null,
      origin,
    ]),
};

const GAP_COLUMNS = {
  requirement_id: 'text',
  priority: 'text',
  ...FIGURE_COLUMNS,
  covered: 'integer',
  over_age: 'integer',
  defective: 'integer',
  missing: 'integer',
  repairable: 'integer',
  cost: 'numeric',
} as const;
const gapCells = (line: RoomGap | SchoolGap): CsvRow => [
  line.requirementId,
  line.priority,
  line.target,
  line.actual,
  line.gap,
  line.covered,
  line.overAge,
  line.defective,
  line.missing,
  line.repairable,
  decimalOf(line.costCents),
];

export const ROOM_GAPS: CsvTablePlan = {
  name: 'room_gaps',
  columns: csvColumns({
    room_id: 'text',
    ...GAP_COLUMNS,
    surplus: 'integer',
    scored: 'boolean',
    exempt: 'boolean',
  }),
  rowsOf: ({ analysis }) =>
    analysis.rooms.map((line) => [line.roomId, ...gapCells(line), line.surplus, line.scored, line.exempt]),
};

export const SCHOOL_GAPS: CsvTablePlan = {
  name: 'school_gaps',
  columns: csvColumns({ ...GAP_COLUMNS, base: 'integer' }),
  rowsOf: ({ analysis }) => analysis.school.map((line) => [...gapCells(line), line.base]),
};

export const SURPLUS: CsvTablePlan = {
  name: 'surplus',
  columns: csvColumns({ room_id: 'text', category_id: 'text', units: 'integer' }),
  rowsOf: ({ analysis }) =>
    analysis.surplus.map(({ roomId, categoryId, units }) => [roomId, categoryId, units]),
};

export const PURCHASES: CsvTablePlan = {
  name: 'purchases',
  columns: csvColumns({
    room_id: 'text',
    requirement_id: 'text',
    category_id: 'text',
    priority: 'text',
    units: 'integer',
    repairable: 'integer',
    unit_price: 'numeric',
    cost: 'numeric',
  }),
  rowsOf: ({ analysis, profile }) =>
    purchasePlan(analysis, profile).map(
      ({ line, roomId, categoryId, units, repairable, unitPriceCents, costCents }) => [
        roomId,
        line.requirementId,
        categoryId,
        line.priority,
        units,
        repairable,
        decimalOf(unitPriceCents),
        decimalOf(costCents),
      ],
    ),
};

export const REPLACEMENTS: CsvTablePlan = {
  name: 'replacements',
  columns: csvColumns({
    device_id: 'text',
    category_id: 'text',
    due: 'text',
    due_year: 'integer',
    units: 'integer',
    cost: 'numeric',
    earmarked_until: 'text',
  }),
  rowsOf: ({ inventory, profile, analysis }) =>
    replacementPlan(inventory.devices, profile, analysis.asOf).rows.flatMap(({ categoryId, cells }) =>
      [...cells].flatMap(([time, cell]) =>
        cell.devices.map(({ deviceId, units, costCents, earmarkedUntil }) => [
          deviceId,
          categoryId,
          typeof time === 'number' ? 'year' : time,
          typeof time === 'number' ? time : null,
          units,
          decimalOf(costCents),
          earmarkedUntil,
        ]),
      ),
    ),
};
