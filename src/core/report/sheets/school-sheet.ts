import type { Check, Figure } from '../../targets/target-profile.ts';
import { NOT_COMPUTABLE, type CellValue, type TableSheet } from '../report-model.ts';
import { column, GAP_FORMULA } from './columns.ts';
import { figure, requirementName, type ReportContext } from './context.ts';

/** One column holds shares and numbers. */
const checkValue = (check: Check, value: number | null): CellValue =>
  value !== null && check.kind === 'room-share' ? { value, as: 'percent' } : figure(value);

const figureValue = (entry: Figure, value: number | null): CellValue => {
  if (value === null) return NOT_COMPUTABLE;
  if (entry.kind === 'per-pupil-cents') return { value, as: 'money' };
  return Number.isInteger(value) ? value : { value, as: 'decimal' };
};

/** „Soll-Ist Schule“: what is asked once for the school, then checks and figures, which add nothing to gaps. */
export const schoolGapsSheet = (context: ReportContext): TableSheet => {
  const { texts, analysis, profile, requirementById } = context;
  const name = (id: string): string => requirementName(context, id);
  const checks = new Map(profile.checks.map((check) => [check.id, check]));
  const figures = new Map(profile.figures.map((entry) => [entry.id, entry]));
  const yesNo = (met: boolean | null): CellValue =>
    met === null ? texts.notComputable : met ? texts.yes : texts.no;
  const stageYear = (stage: number): number | null =>
    profile.stages.find((entry) => entry.stage === stage)?.dueYear ?? null;
  return {
    kind: 'table',
    id: 'school-gaps',
    name: texts.sheets['school-gaps'].name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'rowKind', 'text'),
      column(texts, 'requirementId', 'text'),
      column(texts, 'rule', 'wrapped'),
      column(texts, 'base', 'integer'),
      column(texts, 'formula', 'wrapped'),
      column(texts, 'target', 'integer', { total: true }),
      column(texts, 'actual', 'integer', { total: true }),
      column(texts, 'gap', 'integer', { total: true, formula: GAP_FORMULA, isGap: true }),
      column(texts, 'met', 'text'),
      column(texts, 'defective', 'integer', { total: true }),
      column(texts, 'missing', 'integer', { total: true }),
      column(texts, 'overAge', 'integer', { total: true }),
      column(texts, 'cost', 'money', { total: true }),
      column(texts, 'priority', 'text'),
      column(texts, 'stage', 'year'),
      column(texts, 'dueYear', 'year'),
      column(texts, 'basis', 'wrapped'),
      column(texts, 'origin', 'text'),
    ],
    rows: [
      ...analysis.school.map((line): readonly CellValue[] => {
        const requirement = requirementById.get(line.requirementId);
        return [
          context.schoolId,
          texts.rowKinds.requirement,
          line.requirementId,
          name(line.requirementId),
          line.base,
          requirement === undefined ? null : texts.quantity(requirement.quantity, name),
          figure(line.target),
          figure(line.actual),
          figure(line.gap),
          yesNo(line.gap === null ? null : line.gap === 0),
          line.defective,
          line.missing,
          line.overAge,
          figure(line.costCents),
          texts.priorities[line.priority],
          line.stage,
          line.dueYear,
          requirement?.basis ?? null,
          requirement === undefined ? null : texts.origins[requirement.origin],
        ];
      }),
      ...analysis.checks.flatMap((result): readonly (readonly CellValue[])[] => {
        const check = checks.get(result.checkId);
        if (check === undefined) return [];
        return [
          [
            context.schoolId,
            texts.rowKinds.check,
            check.id,
            check.name,
            null,
            texts.check(check),
            checkValue(check, result.wanted),
            checkValue(check, result.value),
            null,
            yesNo(result.met),
            null,
            null,
            null,
            null,
            null,
            check.stage,
            check.dueYear ?? stageYear(check.stage),
            check.basis,
            texts.origins[check.origin],
          ],
        ];
      }),
      ...analysis.figures.flatMap((result): readonly (readonly CellValue[])[] => {
        const entry = figures.get(result.figureId);
        if (entry === undefined) return [];
        return [
          [
            context.schoolId,
            texts.rowKinds.figure,
            entry.id,
            `${entry.name} (${result.unit})`,
            null,
            texts.figure(entry),
            null,
            figureValue(entry, result.value),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            entry.basis,
            texts.origins[entry.origin],
          ],
        ];
      }),
    ],
    rowKeys: null,
    totals: {
      label: texts.sum,
      where: [{ column: 'rowKind', equals: texts.rowKinds.requirement }],
    },
    frozenColumns: 4,
    legend: null,
  };
};
