import { useMemo } from 'react';
import type { AuthorityView } from '#core/authority/authority-view.ts';
import type { SchoolPurchase } from '#core/authority/compared-purchases.ts';
import { PRIORITIES } from '#core/targets/target-profile.ts';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { EmptyState, Section } from '#ui/layout.tsx';
import { SortableTable, type SortableColumn } from '#ui/sortable-table.tsx';
import styles from './authority.module.css';
import { CutText } from './cut-text.tsx';

const TEXTS = AUTHORITY_PAGE_TEXTS.purchases;

const toBuy = ({ units, repairable, movable, fromOthers }: SchoolPurchase): number =>
  units - repairable - movable - fromOthers;
const costOf = (purchase: SchoolPurchase): number => toBuy(purchase) * purchase.unitPriceCents;

type Count = 'units' | 'repairable' | 'movable' | 'fromOthers';
const count = (id: Count): SortableColumn<SchoolPurchase> => ({
  id,
  label: TEXTS[id],
  align: 'right',
  valueOf: (purchase) => purchase[id],
  cell: (purchase) => formatNumber(purchase[id]),
});

const columnsOf = ({ schools, categories }: AuthorityView): readonly SortableColumn<SchoolPurchase>[] => {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const schoolName = ({ school }: SchoolPurchase): string => schools[school]?.name ?? '';
  const categoryName = ({ categoryId }: SchoolPurchase): string =>
    categoryId === null ? TEXTS.noCategory : (names.get(categoryId) ?? categoryId);
  return [
    {
      id: 'school',
      label: AUTHORITY_PAGE_TEXTS.school,
      isRowHead: true,
      valueOf: schoolName,
      cell: (purchase) => <CutText text={schoolName(purchase)} />,
    },
    {
      id: 'priority',
      label: TEXTS.priority,
      valueOf: ({ priority }) => PRIORITIES.indexOf(priority),
      cell: ({ priority }) => PRIORITY_LABELS[priority],
    },
    {
      id: 'category',
      label: TEXTS.category,
      valueOf: categoryName,
      cell: (purchase) => <CutText text={categoryName(purchase)} />,
    },
    count('units'),
    count('repairable'),
    count('movable'),
    count('fromOthers'),
    {
      id: 'toBuy',
      label: TEXTS.toBuy,
      align: 'right',
      valueOf: toBuy,
      cell: (purchase) => formatNumber(toBuy(purchase)),
    },
    {
      id: 'unitPrice',
      label: TEXTS.unitPrice,
      align: 'right',
      valueOf: ({ unitPriceCents }) => unitPriceCents,
      cell: ({ unitPriceCents }) => formatEuros(unitPriceCents),
    },
    {
      id: 'cost',
      label: TEXTS.cost,
      align: 'right',
      valueOf: costOf,
      cell: (purchase) => formatEuros(costOf(purchase)),
    },
  ];
};

/** What to buy where, after everything that costs nothing. */
export const PurchasesTab = ({
  view,
  school,
}: {
  readonly view: AuthorityView;
  /** Position of the chosen school; null = all. */
  readonly school: number | null;
}) => {
  const columns = useMemo(() => columnsOf(view), [view]);
  const rows = useMemo(
    () => view.purchases.filter((purchase) => school === null || purchase.school === school),
    [view, school],
  );
  const sum = (valueOf: (purchase: SchoolPurchase) => number): number =>
    rows.reduce((all, purchase) => all + valueOf(purchase), 0);
  if (rows.length === 0) return <EmptyState text={TEXTS.none} />;
  return (
    <Section title={TEXTS.title}>
      <p className={styles.note}>{TEXTS.hint}</p>
      <SortableTable
        caption={TEXTS.title}
        columns={columns}
        rows={rows}
        keyOf={(purchase) => `${purchase.school}|${purchase.priority}|${purchase.categoryId}`}
        foot={[
          AUTHORITY_PAGE_TEXTS.sum,
          '',
          '',
          formatNumber(sum(({ units }) => units)),
          formatNumber(sum(({ repairable }) => repairable)),
          formatNumber(sum(({ movable }) => movable)),
          formatNumber(sum(({ fromOthers }) => fromOthers)),
          formatNumber(sum(toBuy)),
          '',
          formatEuros(sum(costOf)),
        ]}
      />
    </Section>
  );
};
