import { lazy, useMemo } from 'react';
import type { AuthorityView, ViewSchool } from '#core/authority/authority-view.ts';
import { fulfilmentOf, pupilsPerDeviceOf } from '#core/authority/school-figures.ts';
import { AUTHORITY_PAGE_TEXTS, shortSchoolName } from '#texts/authority-page.ts';
import { SCHOOL_TYPE_LABELS } from '#texts/fields.ts';
import { formatDate, formatEuros, formatNumber, formatPercent, UNKNOWN } from '#texts/format.ts';
import { Section } from '#ui/layout.tsx';
import { SortableTable, type SortableColumn } from '#ui/sortable-table.tsx';
import styles from './authority.module.css';
import { ChartPart } from './chart-part.tsx';

const ShareBarsChart = lazy(() =>
  import('../../charts/share-bars-chart.tsx').then(({ ShareBarsChart: chart }) => ({ default: chart })),
);

const TEXTS = AUTHORITY_PAGE_TEXTS;
const HEADS = TEXTS.table;

const number = (
  id: keyof typeof HEADS,
  valueOf: (school: ViewSchool) => number | null,
  digits = 0,
): SortableColumn<ViewSchool> => ({
  id,
  label: HEADS[id],
  align: 'right',
  valueOf,
  cell: (school) => formatNumber(valueOf(school), digits),
});

const shareOf = ({ figures }: ViewSchool): number | null => fulfilmentOf(figures);

const NAME: SortableColumn<ViewSchool> = {
  id: 'school',
  label: TEXTS.school,
  isRowHead: true,
  valueOf: ({ name }) => name,
  cell: ({ name }) => <span title={name}>{name}</span>,
};
const FULFILMENT: SortableColumn<ViewSchool> = {
  id: 'fulfilment',
  label: HEADS.fulfilment,
  align: 'right',
  valueOf: shareOf,
  cell: (school) => formatPercent(shareOf(school)),
};
const COLUMNS: readonly SortableColumn<ViewSchool>[] = [
  NAME,
  {
    id: 'type',
    label: HEADS.type,
    valueOf: ({ schoolType }) => schoolType,
    cell: ({ schoolType }) => (schoolType === null ? UNKNOWN : SCHOOL_TYPE_LABELS[schoolType]),
  },
  {
    id: 'asOf',
    label: HEADS.asOf,
    align: 'right',
    valueOf: ({ asOf }) => asOf,
    cell: ({ asOf }) => formatDate(asOf),
  },
  number('stage', ({ stage }) => stage),
  number('rooms', ({ figures }) => figures.rooms),
  number('devices', ({ figures }) => figures.devices),
  number('pupils', ({ figures }) => pupilsPerDeviceOf(figures), 1),
  {
    id: 'standard',
    label: HEADS.standard,
    align: 'right',
    valueOf: ({ figures: { standardMet, standardOf } }) =>
      standardOf === 0 ? null : standardMet / standardOf,
    cell: ({ figures }) => TEXTS.figures.of(figures.standardMet, figures.standardOf),
  },
  FULFILMENT,
  number('gap', ({ figures }) => figures.gap),
  number('must', ({ figures }) => figures.gapByPriority.must),
  {
    id: 'cost',
    label: HEADS.cost,
    align: 'right',
    valueOf: ({ figures }) => figures.costCents,
    cell: ({ figures }) => formatEuros(figures.costCents),
  },
  number('overAge', ({ figures }) => figures.overAge),
  number('defective', ({ figures }) => figures.defective),
  number('missing', ({ figures }) => figures.missing),
];

/** The schools side by side: sums, fulfilment as a chart, and every key figure. */
export const SchoolsTab = ({
  view: { schools, totals },
  onSchool,
}: {
  readonly view: AuthorityView;
  readonly onSchool: (position: number) => void;
}) => {
  const byShare = useMemo(() => schools.toSorted((a, b) => (shareOf(a) ?? 2) - (shareOf(b) ?? 2)), [schools]);
  const rows = useMemo(
    () =>
      byShare.map((school) => ({
        key: school.id,
        name: shortSchoolName(school.name),
        share: shareOf(school),
        label: formatPercent(shareOf(school)),
        color: '--chart-display',
      })),
    [byShare],
  );
  const lowest = byShare[0];
  const facts = [
    [TEXTS.figures.standard, TEXTS.figures.of(totals.standardMet, totals.standardOf)],
    [TEXTS.figures.fulfilment, formatPercent(fulfilmentOf(totals))],
    [TEXTS.figures.gaps, formatNumber(totals.gap)],
    [TEXTS.figures.cost, formatEuros(totals.costCents)],
    [TEXTS.figures.overAge, formatNumber(totals.overAge)],
    [TEXTS.figures.pupilsPerDevice, formatNumber(pupilsPerDeviceOf(totals), 1)],
  ] as const;
  return (
    <>
      <Section title={TEXTS.figures.title}>
        <dl className={styles.figures}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {lowest !== undefined && (
        <ChartPart
          title={TEXTS.fulfilment.title}
          chart={
            <ShareBarsChart
              title={TEXTS.fulfilment.title}
              summary={TEXTS.fulfilment.summary(
                schools.length,
                formatPercent(fulfilmentOf(totals)),
                lowest.name,
                shareOf(lowest),
              )}
              rows={rows}
              tipOf={(index) => {
                const school = byShare[index];
                if (school === undefined) return null;
                const { actual, target } = school.figures;
                return {
                  title: `${school.name}: ${formatPercent(shareOf(school))}`,
                  lines: [TEXTS.fulfilment.tip(actual, target)],
                  hint: TEXTS.fulfilment.open,
                };
              }}
              onOpen={(index) => {
                const school = byShare[index];
                if (school !== undefined) onSchool(schools.indexOf(school));
              }}
            />
          }
          table={
            <SortableTable
              caption={TEXTS.fulfilment.title}
              rows={byShare}
              keyOf={({ id }) => id}
              columns={[
                NAME,
                FULFILMENT,
                { ...number('gap', ({ figures }) => figures.gap), label: TEXTS.gaps.gap },
                { ...number('rooms', ({ figures }) => figures.target), label: TEXTS.gaps.target },
              ]}
            />
          }
        />
      )}
      <Section title={HEADS.figures}>
        <SortableTable
          caption={HEADS.figures}
          columns={COLUMNS}
          rows={schools}
          keyOf={({ id }) => id}
          foot={[
            TEXTS.sum,
            '',
            '',
            '',
            formatNumber(totals.rooms),
            formatNumber(totals.devices),
            formatNumber(pupilsPerDeviceOf(totals), 1),
            TEXTS.figures.of(totals.standardMet, totals.standardOf),
            formatPercent(fulfilmentOf(totals)),
            formatNumber(totals.gap),
            formatNumber(totals.gapByPriority.must),
            formatEuros(totals.costCents),
            formatNumber(totals.overAge),
            formatNumber(totals.defective),
            formatNumber(totals.missing),
          ]}
        />
      </Section>
    </>
  );
};
