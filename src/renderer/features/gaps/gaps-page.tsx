import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { compareBuildings } from '#core/inventory/room-order.ts';
import { PRIORITIES, SCOPES } from '#core/targets/target-profile.ts';
import { useActions, useAppState, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { PRIORITY_LABELS, SCOPE_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Checkbox, SelectField } from '#ui/field.tsx';
import { EmptyState, PageHead } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { ComparisonHintList } from './comparison-hint-list.tsx';
import { ChartTab } from './chart-tab.tsx';
import { GapMatrix, type Cursor } from './gap-matrix.tsx';
import styles from './gaps-page.module.css';
import { matrixColumns, matrixRows, NO_FILTER, type MatrixFilter } from './matrix-model.ts';
import { PurchaseTab } from './purchase-tab.tsx';
import { SchoolTab } from './school-tab.tsx';
import { WhyPanel } from './why-panel.tsx';

const ReplacementTab = lazy(() =>
  import('./replacement-tab.tsx').then(({ ReplacementTab: tab }) => ({ default: tab })),
);
const ScenariosTab = lazy(() =>
  import('./scenarios-tab.tsx').then(({ ScenariosTab: tab }) => ({ default: tab })),
);

/** The tab is part of the address, so that the overview can lead to one. */
const TAB_PATHS = {
  matrix: '',
  school: 'schule',
  chart: 'diagramm',
  purchase: 'beschaffung',
  replacement: 'ersatz',
  scenarios: 'szenarien',
} as const;
type TabId = keyof typeof TAB_PATHS;
const TAB_IDS = Object.keys(TAB_PATHS) as readonly TabId[];
const PANEL_ID = 'soll-ist';

/** Targets against what is there: matrix, school, chart, purchase list. */
export const GapsPage = () => {
  const [location, go] = useLocation();
  const analysis = useGapAnalysis();
  const [standard] = analysis.standards;
  const path = location.split('/')[2] ?? '';
  const tab = TAB_IDS.find((id) => TAB_PATHS[id] === path) ?? 'matrix';
  return (
    <>
      <PageHead
        title={GAPS_TEXTS.title}
        fact={GAPS_TEXTS.fact(analysis.totals.gap, standard?.met ?? 0, standard?.of ?? 0)}
        actions={<StageSelect />}
      />
      <Tabs
        label={GAPS_TEXTS.tabsLabel}
        panelId={PANEL_ID}
        current={tab}
        tabs={TAB_IDS.map((id) => ({
          id,
          label: GAPS_TEXTS.tabs[id],
          ...(id === 'school' && { count: formatNumber(analysis.totals.schoolGap) }),
          ...(id === 'purchase' && { count: formatNumber(analysis.totals.gap) }),
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
        {tab === 'replacement' && (
          <Suspense>
            <ReplacementTab />
          </Suspense>
        )}
        {tab === 'scenarios' && (
          <Suspense>
            <ScenariosTab chosenId={location.split('/')[3] ?? null} />
          </Suspense>
        )}
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

const MatrixTab = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const rooms = useRoomsById();
  const [filter, setFilter] = useState<MatrixFilter>(NO_FILTER);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const all = useMemo(() => matrixColumns(profile, analysis), [profile, analysis]);
  const columns = filter.priority === null ? all : all.filter(({ priority }) => priority === filter.priority);
  const rows = useMemo(
    () => matrixRows(analysis, rooms, profile, filter, GAPS_TEXTS.noFloor),
    [analysis, rooms, profile, filter],
  );
  const buildings = useMemo(
    () => [...new Set([...rooms.values()].map(({ building }) => building ?? ''))].toSorted(compareBuildings),
    [rooms],
  );
  const change = (part: Partial<MatrixFilter>): void => setFilter((before) => ({ ...before, ...part }));
  const open = useCallback((next: Cursor) => {
    setCursor(next);
    setIsOpen(true);
  }, []);
  const close = useCallback(() => {
    setIsOpen(false);
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, []);

  if (rooms.size === 0)
    return (
      <EmptyState
        text={GAPS_TEXTS.noRooms}
        action={
          <ButtonLink href="#/raeume" variant="primary">
            {GAPS_TEXTS.toRooms}
          </ButtonLink>
        }
      />
    );
  if (analysis.rooms.length === 0)
    return (
      <div className={styles.plane}>
        <ComparisonHintList />
        <EmptyState text={GAPS_TEXTS.noTargets} />
      </div>
    );
  const roomRow = rows.find((row) => row.kind === 'room' && row.room.id === cursor?.roomId);
  const column = columns.find(({ group }) => group === cursor?.group);
  return (
    <div className={styles.split}>
      <div className={styles.plane}>
        <div className={styles.filters}>
          {buildings.length > 1 && (
            <SelectField
              label={GAPS_TEXTS.building}
              isLabelHidden
              value={filter.building ?? '*'}
              options={[
                { value: '*', label: GAPS_TEXTS.allBuildings },
                ...buildings.map((building) => ({
                  value: building,
                  label: building === '' ? '–' : building,
                })),
              ]}
              onChange={(value) => change({ building: value === '*' ? null : value })}
            />
          )}
          <SelectField
            label={GAPS_TEXTS.roomType}
            isLabelHidden
            value={filter.roomType ?? ''}
            options={[
              { value: '', label: GAPS_TEXTS.allRoomTypes },
              ...profile.roomTypes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => change({ roomType: value === '' ? null : value })}
          />
          <SelectField
            label={GAPS_TEXTS.scope}
            isLabelHidden
            value={filter.scope ?? ''}
            options={[
              { value: '', label: GAPS_TEXTS.allScopes },
              ...SCOPES.map((scope) => ({ value: scope, label: SCOPE_LABELS[scope] })),
            ]}
            onChange={(value) => change({ scope: value === '' ? null : value })}
          />
          <SelectField
            label={GAPS_TEXTS.priority}
            isLabelHidden
            value={filter.priority ?? ''}
            options={[
              { value: '', label: GAPS_TEXTS.allPriorities },
              ...PRIORITIES.map((priority) => ({ value: priority, label: PRIORITY_LABELS[priority] })),
            ]}
            onChange={(value) =>
              change({ priority: PRIORITIES.find((priority) => priority === value) ?? null })
            }
          />
          <Checkbox
            label={GAPS_TEXTS.onlyGaps}
            isChecked={filter.onlyGaps}
            onChange={(onlyGaps) => change({ onlyGaps })}
          />
        </div>
        <Legend />
        <ComparisonHintList />
        {rows.length === 0 ? (
          <EmptyState
            text={GAPS_TEXTS.noMatch}
            action={<Button onClick={() => setFilter(NO_FILTER)}>{GAPS_TEXTS.resetFilters}</Button>}
          />
        ) : (
          <GapMatrix columns={columns} rows={rows} cursor={cursor} onCursor={setCursor} onOpen={open} />
        )}
      </div>
      {isOpen && roomRow?.kind === 'room' && column !== undefined && (
        <WhyPanel
          room={roomRow.room}
          line={roomRow.cells.get(column.group)}
          groupName={column.name}
          onClose={close}
        />
      )}
    </div>
  );
};

const Legend = () => {
  const texts = GAPS_TEXTS.legend;
  return (
    <ul className={styles.marks} aria-label={texts.label}>
      <li>
        <StatusMark tone="met">{texts.met}</StatusMark>
      </li>
      <li>
        <StatusMark tone="part">{texts.part}</StatusMark>
      </li>
      <li>
        <StatusMark tone="gap">{texts.gap}</StatusMark>
      </li>
      <li>
        <StatusMark tone="surplus">{texts.surplus}</StatusMark>
      </li>
      <li>
        <StatusMark tone="exempt" isTag>
          {GAPS_TEXTS.exemptShort}
        </StatusMark>{' '}
        {texts.exempt}
      </li>
      <li>
        <StatusMark tone="none">{texts.none}</StatusMark>
      </li>
      <li>
        <StatusMark tone="defective">{texts.defective}</StatusMark>
      </li>
      <li>
        <StatusMark tone="over-age">{texts.overAge}</StatusMark>
      </li>
    </ul>
  );
};
