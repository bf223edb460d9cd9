import { useMemo } from 'react';
import { purchasePlan } from '#core/gaps/purchase-plan.ts';
import { useAppState, useCategoriesById, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import styles from './gaps-page.module.css';
import { ScenarioFromGaps } from './scenario-from-gaps.tsx';

const TEXTS = GAPS_TEXTS.purchase;

/** What would close the gaps, must before should before could, priced with the guide prices of the profile. */
export const PurchaseTab = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const categories = useCategoriesById();
  const rooms = useRoomsById();
  const requirements = new Map(profile.requirements.map((requirement) => [requirement.id, requirement]));
  const lines = useMemo(() => purchasePlan(analysis, profile), [analysis, profile]);
  if (lines.length === 0) return <EmptyState text={TEXTS.none(analysis.stage)} />;
  const units = lines.reduce((sum, line) => sum + line.units, 0);
  const repairable = lines.reduce((sum, line) => sum + line.repairable, 0);
  const cost = lines.reduce((sum, line) => sum + line.costCents, 0);
  return (
    <div className={styles.sections} tabIndex={0}>
      <Section
        title={TEXTS.caption}
        fact={TEXTS.fact(units, cost, repairable)}
        actions={<ScenarioFromGaps />}
      >
        <DataTable
          caption={TEXTS.caption}
          rows={lines}
          keyOf={({ line, roomId }) => `${roomId ?? 'school'}-${line.requirementId}`}
          columns={[
            {
              id: 'room',
              label: TEXTS.room,
              isRowHead: true,
              cell: ({ roomId }) => {
                const room = roomId === null ? undefined : rooms.get(roomId);
                return room === undefined ? (
                  TEXTS.school
                ) : (
                  <a href={`#/raeume/${encodeURIComponent(room.id)}`}>
                    <b>{room.roomNumber}</b> {room.name}
                  </a>
                );
              },
            },
            { id: 'priority', label: TEXTS.priority, cell: ({ line }) => PRIORITY_LABELS[line.priority] },
            {
              id: 'goal',
              label: TEXTS.goal,
              cell: ({ line }) => requirements.get(line.requirementId)?.name ?? line.requirementId,
            },
            {
              id: 'category',
              label: TEXTS.category,
              cell: ({ categoryId }) => categories.get(categoryId ?? '')?.name ?? categoryId,
            },
            { id: 'units', label: TEXTS.units, align: 'right', cell: (line) => formatNumber(line.units) },
            {
              id: 'repairable',
              label: TEXTS.repairable,
              align: 'right',
              cell: (line) => (line.repairable === 0 ? '' : formatNumber(line.repairable)),
            },
            {
              id: 'price',
              label: TEXTS.price,
              align: 'right',
              cell: (line) => formatEuros(line.unitPriceCents),
            },
            { id: 'cost', label: TEXTS.cost, align: 'right', cell: (line) => formatEuros(line.costCents) },
            { id: 'year', label: TEXTS.year, align: 'right', cell: ({ line }) => line.dueYear },
          ]}
          foot={[
            TEXTS.sum,
            '',
            '',
            '',
            formatNumber(units),
            formatNumber(repairable),
            '',
            formatEuros(cost),
            '',
          ]}
        />
      </Section>
    </div>
  );
};
