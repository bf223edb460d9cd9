import { useMemo } from 'react';
import type { AuthorityView, ViewMove } from '#core/authority/authority-view.ts';
import { PRIORITIES } from '#core/targets/target-profile.ts';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatNumber, UNKNOWN } from '#texts/format.ts';
import { EmptyState, Section } from '#ui/layout.tsx';
import { SortableTable, type SortableColumn } from '#ui/sortable-table.tsx';
import styles from './authority.module.css';
import { CutText } from './cut-text.tsx';

const TEXTS = AUTHORITY_PAGE_TEXTS.exchange;

const words = (
  id: 'from' | 'fromRoom' | 'to' | 'toRoom' | 'device' | 'assetTag' | 'requirement',
  textOf: (move: ViewMove) => string | null,
  isRowHead = false,
): SortableColumn<ViewMove> => ({
  id,
  label: TEXTS[id],
  isRowHead,
  valueOf: textOf,
  cell: (move) => <CutText text={textOf(move) ?? UNKNOWN} />,
});

const columnsOf = ({ schools }: AuthorityView): readonly SortableColumn<ViewMove>[] => [
  words('device', ({ device }) => device, true),
  words('assetTag', ({ assetTag }) => assetTag),
  {
    id: 'units',
    label: TEXTS.units,
    align: 'right',
    valueOf: ({ units }) => units,
    cell: ({ units }) => formatNumber(units),
  },
  words('from', ({ from }) => schools[from]?.name ?? ''),
  words('fromRoom', ({ fromRoom }) => fromRoom ?? TEXTS.noRoom),
  words('to', ({ to }) => schools[to]?.name ?? ''),
  words('toRoom', ({ toRoom }) => toRoom ?? TEXTS.wholeSchool),
  words('requirement', ({ requirement }) => requirement),
  {
    id: 'priority',
    label: TEXTS.priority,
    valueOf: ({ priority }) => PRIORITIES.indexOf(priority),
    cell: ({ priority }) => PRIORITY_LABELS[priority],
  },
  {
    id: 'earmarked',
    label: TEXTS.earmarked,
    valueOf: ({ earmarkedUntil }) => earmarkedUntil,
    cell: ({ earmarkedUntil }) => (earmarkedUntil === null ? UNKNOWN : TEXTS.earmarkedUntil(earmarkedUntil)),
  },
];

/** What one school could give to another. */
export const ExchangeTab = ({
  view,
  school,
}: {
  readonly view: AuthorityView;
  /** Position of the chosen school, which gives or gets; null = all. */
  readonly school: number | null;
}) => {
  const columns = useMemo(() => columnsOf(view), [view]);
  const rows = useMemo(
    () => view.moves.filter(({ from, to }) => school === null || from === school || to === school),
    [view, school],
  );
  if (rows.length === 0) return <EmptyState text={TEXTS.none} />;
  return (
    <Section title={TEXTS.title}>
      <p className={styles.note}>{TEXTS.hint}</p>
      <SortableTable
        caption={TEXTS.title}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        foot={[AUTHORITY_PAGE_TEXTS.sum, '', formatNumber(rows.reduce((sum, { units }) => sum + units, 0))]}
      />
    </Section>
  );
};
