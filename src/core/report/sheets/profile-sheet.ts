import { OUTSIDE_CATEGORY } from '../../import/dictionary/own-categories.ts';
import type { SchoolType } from '../../inventory/school.ts';
import type { CellValue, TableSheet } from '../report-model.ts';
import { column } from './columns.ts';
import { categoryName, requirementName, type ReportContext } from './context.ts';

type Line = {
  readonly rowKind: string;
  readonly id: string;
  readonly name: string;
  readonly appliesTo?: string;
  readonly schoolTypes?: readonly SchoolType[] | null;
  readonly quantity?: string;
  readonly categories?: string;
  readonly priority?: string;
  readonly stage?: number;
  readonly dueYear?: number | null;
  readonly serviceLifeYears?: number;
  readonly guidePriceCents?: number;
  readonly basis?: string;
  readonly origin?: string;
};

/** „Profil“: the targets themselves, each with its basis, so that a reader can check every figure. */
export const profileSheet = (context: ReportContext): TableSheet => {
  const { texts, profile, roomTypeById, groupById } = context;
  const roomTypes = (ids: readonly string[]): string =>
    ids.map((id) => roomTypeById.get(id)?.name ?? id).join('; ');
  const stageYear = (stage: number): number | null =>
    profile.stages.find((entry) => entry.stage === stage)?.dueYear ?? null;
  const lines: readonly Line[] = [
    {
      rowKind: texts.rowKinds.profile,
      id: profile.id,
      name: texts.cover.profile(profile.title, profile.edition),
      basis: profile.note,
      origin: texts.origins[profile.origin],
    },
    ...profile.stages.map(({ stage, name, dueYear }) => ({
      rowKind: texts.rowKinds.stage,
      id: String(stage),
      name,
      stage,
      dueYear,
    })),
    ...profile.requirements.map((requirement): Line => ({
      rowKind: texts.rowKinds.requirement,
      id: requirement.id,
      name: requirement.name,
      appliesTo:
        requirement.appliesTo.kind === 'school'
          ? texts.onceForTheSchool
          : roomTypes(requirement.appliesTo.roomTypes),
      schoolTypes: requirement.schoolTypes,
      quantity: texts.quantity(requirement.quantity, (id) => requirementName(context, id)),
      categories: requirement.categories.map((id) => categoryName(context, id)).join('; '),
      priority: texts.priorities[requirement.priority],
      stage: requirement.stage,
      dueYear: requirement.dueYear ?? stageYear(requirement.stage),
      basis: requirement.basis,
      origin: texts.origins[requirement.origin],
    })),
    ...profile.standards.map((standard) => ({
      rowKind: texts.rowKinds.standard,
      id: standard.id,
      name: standard.name,
      appliesTo: roomTypes(standard.roomTypes),
      quantity: texts.standardParts(standard.parts.map(({ group }) => groupById.get(group)?.name ?? group)),
      basis: standard.basis,
      origin: texts.origins[standard.origin],
    })),
    ...profile.checks.map((check) => ({
      rowKind: texts.rowKinds.check,
      id: check.id,
      name: check.name,
      appliesTo: check.kind === 'bandwidth' ? texts.onceForTheSchool : roomTypes(check.roomTypes),
      schoolTypes: check.schoolTypes,
      quantity: texts.check(check),
      stage: check.stage,
      dueYear: check.dueYear ?? stageYear(check.stage),
      basis: check.basis,
      origin: texts.origins[check.origin],
    })),
    ...profile.figures.map((figure) => ({
      rowKind: texts.rowKinds.figure,
      id: figure.id,
      name: figure.name,
      schoolTypes: figure.schoolTypes,
      quantity: texts.figure(figure),
      basis: figure.basis,
      origin: texts.origins[figure.origin],
    })),
    // What is no equipment has no place among what is wanted of it.
    ...profile.categories
      .filter(({ id }) => id !== OUTSIDE_CATEGORY)
      .map((category) => ({
        rowKind: texts.rowKinds.category,
        id: category.id,
        name: category.name,
        ...(category.minimumFeatures !== null && { quantity: category.minimumFeatures }),
        serviceLifeYears: category.serviceLifeYears,
        // Of categories that nobody plans to buy no price is known.
        ...(category.guidePriceCents > 0 && { guidePriceCents: category.guidePriceCents }),
        basis: category.basis,
        origin: texts.origins[category.origin],
      })),
  ];
  return {
    kind: 'table',
    id: 'profile',
    name: texts.sheets.profile.name,
    columns: [
      column(texts, 'rowKind', 'text'),
      column(texts, 'id', 'text'),
      column(texts, 'name', 'wrapped'),
      column(texts, 'appliesTo', 'wrapped'),
      column(texts, 'schoolTypes', 'wrapped'),
      column(texts, 'quantity', 'wrapped'),
      column(texts, 'categories', 'wrapped'),
      column(texts, 'priority', 'text'),
      column(texts, 'stage', 'year'),
      column(texts, 'dueYear', 'year'),
      column(texts, 'serviceLifeYears', 'integer'),
      column(texts, 'guidePrice', 'money'),
      column(texts, 'basis', 'wrapped'),
      column(texts, 'origin', 'text'),
    ],
    rows: lines.map((line): readonly CellValue[] => [
      line.rowKind,
      line.id,
      line.name,
      line.appliesTo ?? null,
      line.schoolTypes === undefined
        ? null
        : (line.schoolTypes?.map((type) => texts.schoolTypes[type]).join('; ') ?? texts.everySchoolType),
      line.quantity ?? null,
      line.categories ?? null,
      line.priority ?? null,
      line.stage ?? null,
      line.dueYear ?? null,
      line.serviceLifeYears ?? null,
      line.guidePriceCents ?? null,
      line.basis ?? null,
      line.origin ?? null,
    ]),
    rowKeys: null,
    totals: null,
    frozenColumns: 2,
    legend: null,
  };
};
