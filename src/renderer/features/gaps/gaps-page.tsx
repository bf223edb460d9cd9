import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { useActions, useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatNumber } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { SelectField } from '#ui/field.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { ChartTab } from './chart-tab.tsx';
import styles from './gaps-page.module.css';
import { MatrixTab } from './matrix-tab.tsx';
import { PurchaseTab } from './purchase-tab.tsx';
import { SchoolTab } from './school-tab.tsx';
import { useStageFacts } from './use-stage-facts.ts';

const ReplacementTab = lazy(() =>
  import('./replacement-tab.tsx').then(({ ReplacementTab: tab }) => ({ default: tab })),
);
const ScenariosTab = lazy(() =>
  import('./scenarios-tab.tsx').then(({ ScenariosTab: tab }) => ({ default: tab })),
);
const RedistributionTab = lazy(() =>
  import('./redistribution-tab.tsx').then(({ RedistributionTab: tab }) => ({ default: tab })),
);
const BudgetTab = lazy(() => import('./budget-tab.tsx').then(({ BudgetTab: tab }) => ({ default: tab })));

/** The tab is part of the address, so that the overview can lead to one. */
const TAB_PATHS = {
  matrix: '',
  school: 'schule',
  chart: 'diagramm',
  redistribution: 'umverteilung',
  purchase: 'beschaffung',
  budget: 'budget',
  replacement: 'ersatz',
  scenarios: 'szenarien',
} as const;
type TabId = keyof typeof TAB_PATHS;
const TAB_IDS = Object.keys(TAB_PATHS) as readonly TabId[];
/** They print their tables; the others say themselves what they print, or are charts and print as they are. */
const BY_TABLES: readonly TabId[] = ['school', 'redistribution', 'replacement'];
const PANEL_ID = 'soll-ist';

/** Targets against what is there: matrix, school, chart, purchase list. */
export const GapsPage = () => {
  const [location, go] = useLocation();
  const analysis = useGapAnalysis();
  const stages = useAppState((state) => state.profile.stages);
  const dueYear = stages.find(({ stage }) => stage === analysis.stage)?.dueYear ?? null;
  const [standard] = analysis.standards;
  const path = location.split('/')[2] ?? '';
  const tab = TAB_IDS.find((id) => TAB_PATHS[id] === path) ?? 'matrix';
  const facts = useStageFacts();
  usePrintView(
    BY_TABLES.includes(tab)
      ? () => ({ kind: 'tables', title: GAPS_TEXTS.printTitle(GAPS_TEXTS.tabs[tab]), facts })
      : null,
  );
  return (
    <>
      <PageHead
        title={GAPS_TEXTS.title}
        fact={GAPS_TEXTS.fact(dueYear, analysis.totals, standard?.met ?? 0, standard?.of ?? 0)}
        actions={
          <>
            <StageSelect />
            <PrintButton />
          </>
        }
      />
      <Tabs
        label={GAPS_TEXTS.tabsLabel}
        panelId={PANEL_ID}
        current={tab}
        tabs={TAB_IDS.map((id) => ({
          id,
          label: GAPS_TEXTS.tabs[id],
          ...(id === 'school' && { count: formatNumber(analysis.totals.schoolGap) }),
          // As the list opens: a repair comes before a purchase.
          ...(id === 'purchase' && {
            count: formatNumber(analysis.totals.gap - analysis.totals.repairable),
          }),
        }))}
        onChange={(id) => {
          const next = TAB_IDS.find((known) => known === id) ?? 'matrix';
          go(['/soll-ist', TAB_PATHS[next]].filter(Boolean).join('/'));
        }}
      />
      <div id={PANEL_ID} role="tabpanel" aria-labelledby={`${PANEL_ID}-${tab}`} className={styles.panel}>
        {tab === 'matrix' && <MatrixTab />}
        {tab === 'school' && <SchoolTab />}
        {tab === 'chart' && <ChartTab />}
        {tab === 'purchase' && <PurchaseTab />}
        <Suspense>
          {tab === 'redistribution' && <RedistributionTab />}
          {tab === 'budget' && <BudgetTab />}
          {tab === 'replacement' && <ReplacementTab />}
          {tab === 'scenarios' && <ScenariosTab chosenId={location.split('/')[3] ?? null} />}
        </Suspense>
      </div>
    </>
  );
};

const StageSelect = () => {
  const stages = useAppState((state) => state.profile.stages);
  const chosen = useAppState((state) => state.view.stage);
  const { stage } = useGapAnalysis();
  const { setView } = useActions();
  const current = stages.find((entry) => entry.stage === stage);
  return (
    <SelectField
      label={GAPS_TEXTS.stage}
      isLabelHidden
      value={chosen === null ? '' : String(chosen)}
      options={[
        { value: '', label: GAPS_TEXTS.stageAuto(stage, current?.dueYear ?? 0) },
        ...stages.map((entry) => ({
          value: String(entry.stage),
          label: GAPS_TEXTS.stageOption(entry.stage, entry.dueYear),
        })),
      ]}
      onChange={(value) => setView({ stage: value === '' ? null : Number(value) })}
    />
  );
};
