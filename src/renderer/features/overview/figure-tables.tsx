import { useMemo } from 'react';
import type { CheckResult } from '#core/gaps/gap-analysis.ts';
import { keyFigures, type RatioFigure } from '#core/report/key-figures.ts';
import type { Check } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatEuros, formatGap, formatNumber, formatPercent, UNKNOWN } from '#texts/format.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import styles from './overview-page.module.css';

const GROUP = OVERVIEW_TEXTS.groupColumns;

/** Gaps by group of requirements, rooms and school together. */
export const GapsPerGroup = () => {
  const { byGroup, totals } = useGapAnalysis();
  const groups = useAppState((state) => state.profile.groups);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return (
    <Section
      title={OVERVIEW_TEXTS.perGroup}
      fact={OVERVIEW_TEXTS.perGroupFact(totals.gap, totals.costCents)}
      actions={<a href="#/soll-ist/beschaffung">{OVERVIEW_TEXTS.todo.buyLink}</a>}
    >
      <DataTable
        caption={OVERVIEW_TEXTS.perGroup}
        rows={byGroup}
        keyOf={({ group }) => group}
        columns={[
          {
            id: 'group',
            label: GROUP.group,
            isRowHead: true,
            cell: ({ group }) => names.get(group) ?? group,
          },
          { id: 'target', label: GROUP.target, align: 'right', cell: ({ target }) => formatNumber(target) },
          { id: 'actual', label: GROUP.actual, align: 'right', cell: ({ actual }) => formatNumber(actual) },
          {
            id: 'gap',
            label: GROUP.gap,
            align: 'right',
            cell: ({ gap }) => (gap === 0 ? '0' : <b className={styles.gap}>{formatGap(gap)}</b>),
          },
          {
            id: 'share',
            label: GROUP.share,
            align: 'right',
            cell: ({ actual, target }) => (target === 0 ? UNKNOWN : formatPercent(actual / target)),
          },
          { id: 'cost', label: GROUP.cost, align: 'right', cell: ({ costCents }) => formatEuros(costCents) },
        ]}
        foot={[
          OVERVIEW_TEXTS.sum,
          formatNumber(totals.target),
          formatNumber(totals.actual),
          formatGap(totals.gap),
          formatPercent(totals.fulfilment),
          formatEuros(totals.costCents),
        ]}
      />
    </Section>
  );
};

type FigureRow = {
  readonly id: string;
  readonly name: string;
  readonly actual: string;
  readonly target: string;
  readonly met: boolean | null;
  readonly missing: number | null;
};

const ofCheck = (check: Check, { value, wanted, met }: CheckResult): FigureRow => {
  const show = (figure: number | null): string =>
    figure === null ? UNKNOWN : check.kind === 'room-share' ? formatPercent(figure) : formatNumber(figure);
  return {
    id: check.id,
    name: check.name,
    actual: show(value),
    target: wanted === null ? UNKNOWN : OVERVIEW_TEXTS.atLeast(show(wanted)),
    met,
    missing: null,
  };
};

const ofRatio = ({ actual, target, gap }: RatioFigure): FigureRow => ({
  id: 'pupils-per-device',
  name: OVERVIEW_TEXTS.pupilsPerDevice,
  actual: actual === null ? UNKNOWN : formatNumber(actual, 1),
  target: target === null ? UNKNOWN : OVERVIEW_TEXTS.atMost(formatNumber(target, 1)),
  met: gap === null ? null : gap === 0,
  missing: gap,
});

/** Ratios, checks and school-wide lines: what stands in the plan for the school as a whole. */
export const SchoolFigures = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const inventory = useAppState((state) => state.inventory);
  const requirements = new Map(profile.requirements.map((requirement) => [requirement.id, requirement]));
  const checks = new Map(profile.checks.map((check) => [check.id, check]));
  // The same figure as in the report: it counts units, not assignments.
  const { pupilsPerDevice } = useMemo(
    () => keyFigures(inventory, profile, analysis),
    [inventory, profile, analysis],
  );
  const rows: readonly FigureRow[] = [
    ...(pupilsPerDevice === null ? [] : [ofRatio(pupilsPerDevice)]),
    ...analysis.checks.flatMap((result) => {
      const check = checks.get(result.checkId);
      return check === undefined ? [] : [ofCheck(check, result)];
    }),
    ...analysis.school
      .filter(({ requirementId }) => requirements.get(requirementId)?.quantity.kind !== 'per-pupils')
      .map((line): FigureRow => ({
        id: line.requirementId,
        name: requirements.get(line.requirementId)?.name ?? line.requirementId,
        actual: formatNumber(line.actual),
        target: formatNumber(line.target),
        met: line.gap === null ? null : line.gap === 0,
        missing: line.gap,
      })),
  ];
  return (
    <Section title={OVERVIEW_TEXTS.figures}>
      <DataTable
        caption={OVERVIEW_TEXTS.figures}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { id: 'name', label: OVERVIEW_TEXTS.figureColumns.name, isRowHead: true, cell: ({ name }) => name },
          {
            id: 'actual',
            label: OVERVIEW_TEXTS.figureColumns.actual,
            align: 'right',
            cell: ({ actual }) => <b>{actual}</b>,
          },
          {
            id: 'target',
            label: OVERVIEW_TEXTS.figureColumns.target,
            align: 'right',
            cell: ({ target }) => target,
          },
          {
            id: 'state',
            label: OVERVIEW_TEXTS.figureColumns.state,
            cell: ({ met, missing }) =>
              met === null ? (
                <StatusMark tone="unknown">{OVERVIEW_TEXTS.notComputable}</StatusMark>
              ) : met ? (
                <StatusMark tone="met">{OVERVIEW_TEXTS.met}</StatusMark>
              ) : (
                <StatusMark tone="gap">
                  {missing === null ? OVERVIEW_TEXTS.notMet : OVERVIEW_TEXTS.missing(missing)}
                </StatusMark>
              ),
          },
        ]}
      />
    </Section>
  );
};
