import { useCallback, useMemo, useState } from 'react';
import { HORIZON_YEARS, replacementPlan, replacementUntil } from '#core/plan/replacement-plan.ts';
import { yearOf } from '#core/shared/iso-date.ts';
import { useAppState, useCategoriesById } from '#state/use-app-state.ts';
import { REPLACEMENT_TEXTS as TEXTS } from '#texts/replacement.ts';
import { Segments } from '#ui/field.tsx';
import { Icon } from '#ui/icons.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import pageStyles from './gaps-page.module.css';
import { ReplacementMatrix, type ReplacementPlace } from './replacement-matrix.tsx';
import { ReplacementPanel } from './replacement-panel.tsx';
import styles from './replacement.module.css';

const NO_SUM = { units: 0, costCents: 0, earmarked: 0 };

/** What has to be replaced when: the answer, then category × year, then the devices. */
export const ReplacementTab = () => {
  const devices = useAppState((state) => state.inventory.devices);
  const profile = useAppState((state) => state.profile);
  const asOf = useAppState((state) => state.view.asOf);
  const categories = useCategoriesById();
  const [isCost, setIsCost] = useState(false);
  const [opened, setOpened] = useState<ReplacementPlace | null>(null);
  const plan = useMemo(() => replacementPlan(devices, profile, asOf), [devices, profile, asOf]);
  const close = useCallback(() => {
    setOpened(null);
    document.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
  }, []);
  if (plan.rows.length === 0) return <EmptyState text={TEXTS.none} />;
  const thisYear = yearOf(asOf);
  const until = planningYear(profile.stages.at(-1)?.dueYear, thisYear);
  const cell =
    opened === null
      ? undefined
      : plan.rows.find(({ categoryId }) => categoryId === opened.categoryId)?.cells.get(opened.time);
  return (
    <div className={pageStyles.split}>
      <div className={pageStyles.sections} tabIndex={0} role="region" aria-label={TEXTS.title}>
        <Section
          title={TEXTS.title}
          actions={
            <Segments
              label={TEXTS.show}
              value={isCost ? 'cost' : 'units'}
              options={[
                { value: 'units', label: TEXTS.units },
                { value: 'cost', label: TEXTS.cost },
              ]}
              onChange={(value) => setIsCost(value === 'cost')}
            />
          }
        >
          <p className={styles.answer}>
            {TEXTS.answer(until, replacementUntil(plan, until), plan.totals.get('backlog') ?? NO_SUM)}
          </p>
          <ReplacementMatrix
            plan={plan}
            isCost={isCost}
            categories={categories}
            opened={opened}
            onOpen={setOpened}
          />
          {plan.total.earmarked > 0 && (
            <p className={styles.earmark}>
              <Icon name="lock" /> {TEXTS.earmarked(plan.total.earmarked)}
            </p>
          )}
          <p className={styles.quiet}>{TEXTS.rule}</p>
        </Section>
      </div>
      {opened !== null && cell !== undefined && (
        <ReplacementPanel
          title={TEXTS.panelTitle(
            categories.get(opened.categoryId)?.name ?? opened.categoryId,
            opened.time,
            thisYear,
          )}
          cell={cell}
          onClose={close}
        />
      )}
    </div>
  );
};

/** The answer reaches as far as the plan of the school authority does; three years where that is over. */
const planningYear = (lastDueYear: number | undefined, thisYear: number): number =>
  lastDueYear === undefined || lastDueYear <= thisYear
    ? thisYear + 3
    : Math.min(lastDueYear, thisYear + HORIZON_YEARS);
