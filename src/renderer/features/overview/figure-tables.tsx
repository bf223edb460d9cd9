import type { CheckResult, SchoolGap } from '#core/gaps/gap-analysis.ts';
import type { Check, TargetProfile } from '#core/targets/target-profile.ts';
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

/** Pupils per device counts units, not assignments: the number that people compare between schools. */
const pupilRatio = (
  profile: TargetProfile,
  line: SchoolGap,
  units: number,
  pupils: number | null,
): FigureRow | null => {
  const requirement = profile.requirements.find(({ id }) => id === line.requirementId);
  if (requirement?.quantity.kind !== 'per-pupils') return null;
  const [term] = requirement.quantity.terms;
  const isOneTerm = requirement.quantity.terms.length === 1 && term !== undefined;
  return {
    id: line.requirementId,
    name: OVERVIEW_TEXTS.pupilsPerDevice,
    actual: pupils === null || pupils === 0 || units === 0 ? UNKNOWN : formatNumber(pupils / units, 1),
    target: isOneTerm ? OVERVIEW_TEXTS.atMost(formatNumber(term.pupilsPerUnit, 1)) : UNKNOWN,
    met: line.gap === null ? null : line.gap === 0,
    missing: line.gap,
  };
};

/** Ratios, checks and school-wide lines: what stands in the plan for the school as a whole. */
export const SchoolFigures = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const pupils = useAppState((state) => state.inventory.school.pupils);
  const requirements = new Map(profile.requirements.map((requirement) => [requirement.id, requirement]));
  const checks = new Map(profile.checks.map((check) => [check.id, check]));
  const units = (line: SchoolGap): number =>
    (line.actual ?? 0) +
    analysis.surplus
      .filter(({ categoryId }) => requirements.get(line.requirementId)?.categories.includes(categoryId))
      .reduce((sum, surplus) => sum + surplus.units, 0);
  const rows: readonly FigureRow[] = [
    ...analysis.school.flatMap((line) => pupilRatio(profile, line, units(line), pupils) ?? []),
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
