import { useMemo, useState } from 'react';
import {
  afterRepairs,
  purchasePlan,
  purchasesByCategory,
  purchasesByRoom,
  sumOfPurchases,
  type PurchaseGroup,
} from '#core/plan/purchase-plan.ts';
import { repairsOf } from '#core/plan/repairs.ts';
import { PRIORITIES } from '#core/targets/target-profile.ts';
import { usePrintView } from '#print/print-views.ts';
import { useAppState, useCategoriesById, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { PURCHASE_TEXTS as TEXTS } from '#texts/purchase.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, Segments, SelectField } from '#ui/field.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import { copyText } from '#ui/copy-text.ts';
import pageStyles from './gaps-page.module.css';
import { ProgrammesSection } from './programmes-section.tsx';
import { purchaseBlock, type PurchaseLookup } from './purchase-block.ts';
import { purchaseFacts } from './purchase-facts.ts';
import {
  ALL_PURCHASES,
  filterChoices,
  filterPurchases,
  withinChoices,
  type PurchaseFilter,
} from './purchase-filter.ts';
import { groupKey, PurchaseGroups, type PurchaseGrouping } from './purchase-groups.tsx';
import styles from './purchase.module.css';
import { RepairSection } from './repair-section.tsx';
import { ScenarioFromGaps } from './scenario-from-gaps.tsx';
import { useStageFacts } from './use-stage-facts.ts';

const NOTHING_OPEN: ReadonlySet<string> = new Set();

/** What would close the gaps, grouped and priced with the guide prices of the profile, and the caps it is held against. */
export const PurchaseTab = () => {
  const analysis = useGapAnalysis();
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const categories = useCategoriesById();
  const rooms = useRoomsById();
  const { show } = useToast();
  const [grouping, setGrouping] = useState<PurchaseGrouping>('category');
  const [wanted, setFilter] = useState<PurchaseFilter>(ALL_PURCHASES);
  const [isRepairFirst, setIsRepairFirst] = useState(true);
  const [open, setOpen] = useState<ReadonlySet<string>>(NOTHING_OPEN);
  const lookup = useMemo(
    (): PurchaseLookup => ({
      rooms,
      categories,
      requirements: new Map(profile.requirements.map((requirement) => [requirement.id, requirement])),
    }),
    [rooms, categories, profile],
  );
  const all = useMemo(() => purchasePlan(analysis, profile), [analysis, profile]);
  const choices = useMemo(() => filterChoices(profile, analysis.stage), [profile, analysis.stage]);
  const filter = useMemo(() => withinChoices(wanted, choices), [wanted, choices]);
  const chosen = useMemo(() => filterPurchases(all, filter), [all, filter]);
  const repairs = useMemo(() => {
    const lines = new Set<unknown>(chosen.map(({ line }) => line));
    return repairsOf(inventory, analysis).filter(({ line }) => lines.has(line));
  }, [inventory, analysis, chosen]);
  const listed = useMemo(() => (isRepairFirst ? afterRepairs(chosen) : chosen), [chosen, isRepairFirst]);
  const groups: readonly PurchaseGroup[] = useMemo(
    () =>
      grouping === 'category' ? purchasesByCategory(listed, profile) : purchasesByRoom(listed, analysis),
    [grouping, listed, profile, analysis],
  );
  const areAllOpen = groups.every((group) => open.has(groupKey(group)));
  const stageFacts = useStageFacts();
  usePrintView(() => ({
    kind: 'tables',
    title: TEXTS.caption,
    facts: [...stageFacts, ...purchaseFacts(grouping, filter, isRepairFirst, areAllOpen)],
  }));
  if (all.length === 0) return <EmptyState text={TEXTS.none(analysis.stage)} />;
  const whole = sumOfPurchases(chosen);
  const sum = sumOfPurchases(listed);
  const facts = [
    TEXTS.fact(sum.units, sum.costCents),
    whole.repairable > 0 &&
      (isRepairFirst
        ? TEXTS.factRepaired(whole.repairable, whole.costCents - sum.costCents)
        : TEXTS.factRepairable(whole.repairable)),
  ];
  const toggle = (key: string): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const copy = (): void => {
    if (copyText(purchaseBlock(groups, lookup))) show({ text: TEXTS.copied(listed.length) });
    else show({ text: TEXTS.notCopied, kind: 'error' });
  };
  return (
    <div className={pageStyles.sections} tabIndex={0} role="region" aria-label={TEXTS.caption}>
      <Section
        title={TEXTS.caption}
        fact={`${facts.filter(Boolean).join('; ')}.`}
        actions={<ScenarioFromGaps />}
      >
        <div className={styles.bar}>
          <Segments
            label={TEXTS.groupBy}
            value={grouping}
            options={[
              { value: 'category', label: TEXTS.byCategory },
              { value: 'room', label: TEXTS.byRoom },
            ]}
            onChange={(value) => {
              setGrouping(value === 'room' ? 'room' : 'category');
              setOpen(NOTHING_OPEN);
            }}
          />
          <Filters filter={filter} choices={choices} onChange={setFilter} />
          <Checkbox label={TEXTS.repairFirst} isChecked={isRepairFirst} onChange={setIsRepairFirst} />
          {groups.length > 0 && (
            <span className={styles.barEnd}>
              <Button
                isSmall
                variant="quiet"
                onClick={() => setOpen(areAllOpen ? NOTHING_OPEN : new Set(groups.map(groupKey)))}
              >
                {areAllOpen ? TEXTS.collapseAll : TEXTS.expandAll}
              </Button>
              <Button isSmall variant="quiet" onClick={copy}>
                {TEXTS.copy}
              </Button>
            </span>
          )}
        </div>
        {groups.length > 0 ? (
          <PurchaseGroups
            grouping={grouping}
            groups={groups}
            open={open}
            onToggle={toggle}
            isRepairShown={!isRepairFirst}
            lookup={lookup}
          />
        ) : chosen.length > 0 ? (
          <EmptyState text={TEXTS.onlyRepairs} />
        ) : (
          <EmptyState
            text={TEXTS.noMatch}
            action={<Button onClick={() => setFilter(ALL_PURCHASES)}>{TEXTS.resetFilters}</Button>}
          />
        )}
      </Section>
      {isRepairFirst && repairs.length > 0 && (
        <RepairSection repairs={repairs} repairable={whole.repairable} />
      )}
      <ProgrammesSection purchases={listed} />
    </div>
  );
};

const Filters = ({
  filter,
  choices: { stages, years },
  onChange,
}: {
  readonly filter: PurchaseFilter;
  readonly choices: ReturnType<typeof filterChoices>;
  readonly onChange: (filter: PurchaseFilter) => void;
}) => (
  <>
    <SelectField
      label={TEXTS.priority}
      isLabelHidden
      value={filter.priority ?? ''}
      options={[
        { value: '', label: TEXTS.allPriorities },
        ...PRIORITIES.map((priority) => ({ value: priority, label: PRIORITY_LABELS[priority] })),
      ]}
      onChange={(value) =>
        onChange({ ...filter, priority: PRIORITIES.find((priority) => priority === value) ?? null })
      }
    />
    <SelectField
      label={TEXTS.stage}
      isLabelHidden
      value={filter.stage === null ? '' : String(filter.stage)}
      options={[
        { value: '', label: TEXTS.allStages },
        ...stages.map((stage) => ({ value: String(stage), label: TEXTS.stageOption(stage) })),
      ]}
      onChange={(value) => onChange({ ...filter, stage: value === '' ? null : Number(value) })}
    />
    <SelectField
      label={TEXTS.year}
      isLabelHidden
      value={filter.dueYear === null ? '' : String(filter.dueYear)}
      options={[
        { value: '', label: TEXTS.allYears },
        ...years.map((year) => ({ value: String(year), label: String(year) })),
      ]}
      onChange={(value) => onChange({ ...filter, dueYear: value === '' ? null : Number(value) })}
    />
  </>
);
