import { useState } from 'react';
import type { BudgetPlan, BudgetPurchase } from '#core/plan/budget.ts';
import { sumByCategory, sumByRoom, sumOfPurchases } from '#core/plan/budget-sums.ts';
import { useCategoriesById, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { BUDGET_TEXTS } from '#texts/planning.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './budget.module.css';
import { RoomLink } from './plan-links.tsx';

const TEXTS = BUDGET_TEXTS.purchases;

/** What is bought in which year, and what no year covers; each list opens by itself. */
export const BudgetPurchases = ({ plan: { years, uncovered } }: { readonly plan: BudgetPlan }) => {
  const rest = sumOfPurchases(uncovered);
  return (
    <Section title={TEXTS.title}>
      {years.map(({ year, purchases, spentCents }) =>
        purchases.length === 0 ? (
          <p key={year} className={styles.nothing}>
            {TEXTS.year(year, 0, 0)}
          </p>
        ) : (
          <PurchaseList
            key={year}
            name={String(year)}
            summary={TEXTS.year(year, sumOfPurchases(purchases).units, spentCents)}
            purchases={purchases}
          />
        ),
      )}
      {uncovered.length === 0 ? (
        <p className={styles.nothing}>{TEXTS.allCovered}</p>
      ) : (
        <PurchaseList
          name={TEXTS.uncoveredName}
          summary={TEXTS.uncovered(rest.units, rest.costCents)}
          purchases={uncovered}
        />
      )}
    </Section>
  );
};

const PurchaseList = ({
  name,
  summary,
  purchases,
}: {
  readonly name: string;
  readonly summary: string;
  readonly purchases: readonly BudgetPurchase[];
}) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.list} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && (
        <div className={styles.tables}>
          <ByCategory name={name} purchases={purchases} />
          <ByRoom name={name} purchases={purchases} />
        </div>
      )}
    </details>
  );
};

type ListProps = { readonly name: string; readonly purchases: readonly BudgetPurchase[] };

const ByCategory = ({ name, purchases }: ListProps) => {
  const categories = useCategoriesById();
  return (
    <div>
      <h3>{TEXTS.byCategory}</h3>
      <DataTable
        caption={TEXTS.captionByCategory(name)}
        rows={sumByCategory(purchases)}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'category',
            label: TEXTS.category,
            isRowHead: true,
            cell: ({ key }) => categories.get(key)?.name ?? key,
          },
          { id: 'units', label: TEXTS.units, align: 'right', cell: ({ units }) => formatNumber(units) },
          {
            id: 'price',
            label: TEXTS.price,
            align: 'right',
            cell: (sum) => formatEuros(sum.purchases[0]?.line.unitPriceCents ?? null),
          },
          { id: 'cost', label: TEXTS.cost, align: 'right', cell: ({ costCents }) => formatEuros(costCents) },
        ]}
      />
    </div>
  );
};

const ByRoom = ({ name, purchases }: ListProps) => {
  const categories = useCategoriesById();
  const rooms = useRoomsById();
  const { roomSummaries } = useGapAnalysis();
  const walk = new Map<string | null, number>(roomSummaries.map(({ roomId }, index) => [roomId, index]));
  const placeOf = (key: string | null): number => walk.get(key) ?? roomSummaries.length;
  const itemsOf = (members: readonly BudgetPurchase[]): string =>
    sumByCategory(members)
      .map(({ key, units }) => TEXTS.item(units, categories.get(key)?.name ?? key))
      .join(', ');
  return (
    <div>
      <h3>{TEXTS.byRoom}</h3>
      <DataTable
        caption={TEXTS.captionByRoom(name)}
        rows={sumByRoom(purchases).toSorted((a, b) => placeOf(a.key) - placeOf(b.key))}
        keyOf={({ key }) => key ?? ''}
        columns={[
          {
            id: 'room',
            label: TEXTS.room,
            isRowHead: true,
            cell: ({ key }) => {
              const room = key === null ? undefined : rooms.get(key);
              return room === undefined ? TEXTS.school : <RoomLink room={room} />;
            },
          },
          { id: 'what', label: TEXTS.what, cell: (sum) => itemsOf(sum.purchases) },
          { id: 'cost', label: TEXTS.cost, align: 'right', cell: ({ costCents }) => formatEuros(costCents) },
        ]}
      />
    </div>
  );
};
