import { useLocation } from 'wouter';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { useDeletedThings, useIndexedHistory } from '#state/use-history.ts';
import { formatNumber } from '#texts/format.ts';
import { HISTORY_TEXTS } from '#texts/history.ts';
import { Button } from '#ui/button.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { BinTab } from './bin-tab.tsx';
import { ChangesTab } from './changes-tab.tsx';
import styles from './history.module.css';

/** The tab is part of the address. */
const TAB_PATHS = { changes: '', bin: 'papierkorb' } as const;
type TabId = keyof typeof TAB_PATHS;
const TAB_IDS = Object.keys(TAB_PATHS) as readonly TabId[];
const PANEL_ID = 'verlauf';

/** Verlauf: every change with its way back, and the recycle bin. */
export const HistoryPage = () => {
  const [location, go] = useLocation();
  const store = useAppStore();
  const undoable = useAppState((state) => state.undoable);
  const redoable = useAppState((state) => state.redoable);
  const { isComplete } = useIndexedHistory();
  const deleted = useDeletedThings();
  const path = location.split('/')[2] ?? '';
  const tab = TAB_IDS.find((id) => TAB_PATHS[id] === path) ?? 'changes';
  return (
    <div className={styles.page}>
      <PageHead
        title={HISTORY_TEXTS.title}
        fact={HISTORY_TEXTS.fact}
        actions={
          <>
            <Button disabled={undoable === null} onClick={() => void store.undo()}>
              {HISTORY_TEXTS.undo}
              <kbd className={styles.keys}>{HISTORY_TEXTS.undoKeys}</kbd>
            </Button>
            <Button disabled={redoable === null} onClick={() => void store.redo()}>
              {HISTORY_TEXTS.redo}
              <kbd className={styles.keys}>{HISTORY_TEXTS.redoKeys}</kbd>
            </Button>
          </>
        }
      />
      <Tabs
        label={HISTORY_TEXTS.tabsLabel}
        panelId={PANEL_ID}
        current={tab}
        tabs={TAB_IDS.map((id) => ({
          id,
          label: HISTORY_TEXTS.tabs[id],
          ...(id === 'bin' && isComplete && { count: formatNumber(deleted.length) }),
        }))}
        onChange={(id) => {
          const next = TAB_IDS.find((known) => known === id) ?? 'changes';
          go(['/verlauf', TAB_PATHS[next]].filter(Boolean).join('/'));
        }}
      />
      <div id={PANEL_ID} role="tabpanel" aria-labelledby={`${PANEL_ID}-${tab}`} className={styles.panel}>
        {tab === 'changes' ? <ChangesTab /> : <BinTab />}
      </div>
    </div>
  );
};
