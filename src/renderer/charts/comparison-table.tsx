import type { AnalysisComparison, Pair } from '#core/plan/compare-analyses.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { COMPARISON_TEXTS, differenceText, VALUE_FORMATS, type ValueFormat } from '#texts/comparison.ts';
import { DataTable } from '#ui/data-table.tsx';
import styles from './comparison.module.css';

type Figure = {
  readonly id: string;
  readonly label: string;
  readonly pair: Pair;
  readonly format: ValueFormat;
  /** Whether more of it is better. */
  readonly isGood: boolean;
  /** Shown instead of the plain value. */
  readonly texts?: readonly [before: string, after: string];
};

const figuresOf = (comparison: AnalysisComparison, profile: TargetProfile): readonly Figure[] => [
  { id: 'gap', label: COMPARISON_TEXTS.gaps, pair: comparison.gap, format: 'number', isGood: false },
  {
    id: 'roomGap',
    label: COMPARISON_TEXTS.roomGaps,
    pair: comparison.roomGap,
    format: 'number',
    isGood: false,
  },
  {
    id: 'schoolGap',
    label: COMPARISON_TEXTS.schoolGaps,
    pair: comparison.schoolGap,
    format: 'number',
    isGood: false,
  },
  {
    id: 'roomsWithGap',
    label: COMPARISON_TEXTS.roomsWithGap,
    pair: comparison.roomsWithGap,
    format: 'number',
    isGood: false,
  },
  ...comparison.standards.map(({ standardId, met, of }): Figure => ({
    id: `standard-${standardId}`,
    label: COMPARISON_TEXTS.standard(
      profile.standards.find(({ id }) => id === standardId)?.name ?? standardId,
    ),
    pair: met,
    format: 'number',
    isGood: true,
    texts: [COMPARISON_TEXTS.ofRooms(met.before, of.before), COMPARISON_TEXTS.ofRooms(met.after, of.after)],
  })),
  {
    id: 'fulfilment',
    label: COMPARISON_TEXTS.fulfilment,
    pair: comparison.fulfilment,
    format: 'share',
    isGood: true,
  },
  { id: 'cost', label: COMPARISON_TEXTS.cost, pair: comparison.costCents, format: 'euros', isGood: false },
];

/** The figures of two comparisons with their difference; the sign says which way, the colour whether that is good. */
export const ComparisonTable = ({
  caption,
  comparison,
  profile,
  heads,
}: {
  readonly caption: string;
  readonly comparison: AnalysisComparison;
  /** For the names of standards: the one that holds afterwards. */
  readonly profile: TargetProfile;
  readonly heads: readonly [before: string, after: string];
}) => (
  <DataTable
    caption={caption}
    rows={figuresOf(comparison, profile)}
    keyOf={({ id }) => id}
    columns={[
      { id: 'figure', label: COMPARISON_TEXTS.figure, isRowHead: true, cell: ({ label }) => label },
      {
        id: 'before',
        label: heads[0],
        align: 'right',
        cell: ({ pair, format, texts }) => texts?.[0] ?? VALUE_FORMATS[format].value(pair.before),
      },
      {
        id: 'after',
        label: heads[1],
        align: 'right',
        cell: ({ pair, format, texts }) => <b>{texts?.[1] ?? VALUE_FORMATS[format].value(pair.after)}</b>,
      },
      {
        id: 'difference',
        label: COMPARISON_TEXTS.difference,
        align: 'right',
        cell: ({ pair, format, isGood }) => <Difference pair={pair} format={format} isGood={isGood} />,
      },
    ]}
  />
);

export const Difference = ({
  pair: { before, after },
  format,
  isGood = false,
}: {
  readonly pair: Pair;
  readonly format: ValueFormat;
  readonly isGood?: boolean;
}) => {
  const difference = before === null || after === null ? 0 : after - before;
  const tone = difference === 0 ? 'same' : difference > 0 === isGood ? 'better' : 'worse';
  return (
    <span className={styles.difference} data-tone={tone}>
      {differenceText(format, before, after)}
    </span>
  );
};
