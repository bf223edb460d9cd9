import { useMemo } from 'react';
import { missingNumbers } from '#core/gaps/missing-numbers.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatEuros, formatGap, formatNumber, formatPercent, UNKNOWN } from '#texts/format.ts';
import { GAPS_TEXTS, quantityText } from '#texts/gaps.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import styles from './gaps-page.module.css';
import { MissingSection, NotComputable } from './missing-section.tsx';

const TEXTS = GAPS_TEXTS.school;

/** Goals of the school as a whole, checks and figures for information. */
export const SchoolTab = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const school = useAppState((state) => state.inventory.school);
  const missing = useMemo(() => missingNumbers(analysis, profile, school), [analysis, profile, school]);
  const requirements = new Map(profile.requirements.map((requirement) => [requirement.id, requirement]));
  const checks = new Map(profile.checks.map((check) => [check.id, check]));
  const figures = new Map(profile.figures.map((figure) => [figure.id, figure]));
  const codes = new Set(analysis.issues.map(({ code }) => code));
  return (
    <div className={styles.sections} tabIndex={0} role="region" aria-label={TEXTS.caption}>
      {codes.has('SCHOOL_TYPE_UNKNOWN') && (
        <Notice kind="part">
          {TEXTS.typeUnknown} <a href="#/einstellungen">{TEXTS.toSettings}</a>
        </Notice>
      )}
      {codes.has('SCHOOL_TYPE_WITHOUT_TARGETS') && <Notice>{TEXTS.withoutTargets}</Notice>}
      <MissingSection missing={missing} />
      <Section title={TEXTS.caption}>
        <DataTable
          caption={TEXTS.caption}
          rows={analysis.school}
          keyOf={({ requirementId }) => requirementId}
          columns={[
            {
              id: 'goal',
              label: TEXTS.goal,
              isRowHead: true,
              cell: ({ requirementId }) => {
                const requirement = requirements.get(requirementId);
                return <span title={requirement?.basis}>{requirement?.name ?? requirementId}</span>;
              },
            },
            {
              id: 'rule',
              label: TEXTS.rule,
              cell: ({ requirementId }) => {
                const requirement = requirements.get(requirementId);
                return requirement === undefined ? '' : quantityText(requirement.quantity);
              },
            },
            { id: 'base', label: TEXTS.base, align: 'right', cell: ({ base }) => formatNumber(base) },
            {
              id: 'target',
              label: TEXTS.target,
              align: 'right',
              cell: ({ requirementId, target }) =>
                target === null ? (
                  <NotComputable
                    name={requirements.get(requirementId)?.name ?? requirementId}
                    numbers={missing.byRequirement.get(requirementId)}
                  />
                ) : (
                  formatNumber(target)
                ),
            },
            { id: 'actual', label: TEXTS.actual, align: 'right', cell: ({ actual }) => formatNumber(actual) },
            {
              id: 'gap',
              label: TEXTS.gap,
              align: 'right',
              cell: ({ gap }) =>
                gap === null ? (
                  UNKNOWN
                ) : gap === 0 ? (
                  <StatusMark tone="met">0</StatusMark>
                ) : (
                  <b className={styles.gap}>{formatGap(gap)}</b>
                ),
            },
            { id: 'priority', label: TEXTS.priority, cell: ({ priority }) => PRIORITY_LABELS[priority] },
            { id: 'year', label: TEXTS.year, align: 'right', cell: ({ dueYear }) => dueYear },
            {
              id: 'cost',
              label: TEXTS.cost,
              align: 'right',
              cell: ({ costCents }) => formatEuros(costCents),
            },
          ]}
        />
      </Section>
      <Section title={TEXTS.checks}>
        <DataTable
          caption={TEXTS.checks}
          rows={analysis.checks}
          keyOf={({ checkId }) => checkId}
          columns={[
            {
              id: 'check',
              label: TEXTS.check,
              isRowHead: true,
              cell: ({ checkId }) => checks.get(checkId)?.name ?? checkId,
            },
            {
              id: 'value',
              label: TEXTS.value,
              align: 'right',
              cell: ({ checkId, value }) => showFigure(checks.get(checkId)?.kind, value),
            },
            {
              id: 'wanted',
              label: TEXTS.wanted,
              align: 'right',
              cell: ({ checkId, wanted }) => showFigure(checks.get(checkId)?.kind, wanted),
            },
            {
              id: 'state',
              label: TEXTS.state,
              cell: ({ checkId, met }) =>
                met === null ? (
                  <NotComputable
                    name={checks.get(checkId)?.name ?? checkId}
                    numbers={missing.byCheck.get(checkId)}
                  />
                ) : met ? (
                  <StatusMark tone="met">{TEXTS.met}</StatusMark>
                ) : (
                  <StatusMark tone="gap">{TEXTS.notMet}</StatusMark>
                ),
            },
          ]}
        />
      </Section>
      <Section title={TEXTS.figures}>
        <DataTable
          caption={TEXTS.figures}
          rows={analysis.figures}
          keyOf={({ figureId }) => figureId}
          columns={[
            {
              id: 'figure',
              label: TEXTS.figure,
              isRowHead: true,
              cell: ({ figureId }) => figures.get(figureId)?.name ?? figureId,
            },
            {
              id: 'value',
              label: TEXTS.value,
              align: 'right',
              cell: ({ figureId, value, unit }) => {
                const figure = figures.get(figureId);
                if (figure?.kind === 'per-pupil-cents') return formatEuros(value);
                return value === null
                  ? UNKNOWN
                  : `${formatNumber(value, figure?.kind === 'units-per' ? 2 : 0)} ${unit}`;
              },
            },
          ]}
        />
      </Section>
    </div>
  );
};

const showFigure = (kind: string | undefined, value: number | null): string =>
  value === null ? UNKNOWN : kind === 'room-share' ? formatPercent(value) : formatNumber(value);
