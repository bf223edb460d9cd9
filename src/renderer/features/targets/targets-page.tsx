import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { hostBridge } from '#bridge/host-bridge.ts';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { useAppState } from '#state/use-app-state.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Button } from '#ui/button.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { LeftOutNotice } from './left-out-notice.tsx';
import { TARGET_TABS } from './target-tabs.ts';
import styles from './targets.module.css';
import { useNewTarget } from './use-new-target.ts';
import { useOwnChanges } from './entry-base.ts';

const PANEL_ID = 'ziele';

/** Ziele: what is to be reached, as issued and as the school changed it. */
export const TargetsPage = () => {
  const [location, go] = useLocation();
  const profile = useAppState((state) => state.issuedProfile);
  const changes = useOwnChanges();
  const createTarget = useNewTarget();
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const [newKeys, setNewKeys] = useState<string>(DEVICE_TEXTS.newKeys(false));
  const path = location.split('/')[2] ?? '';
  const [first] = TARGET_TABS;
  const tab = TARGET_TABS.find((entry) => entry.path === path) ?? first;
  useEffect(() => {
    void hostBridge()
      .appInfo()
      .then(({ capabilities }) => setNewKeys(DEVICE_TEXTS.newKeys(capabilities.receivesCtrlN)));
  }, []);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (event.key.toLowerCase() !== 'n' || event.shiftKey || event.ctrlKey === event.altKey) return;
      event.preventDefault();
      if (!isReadOnly) createTarget();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [createTarget, isReadOnly]);
  usePrintView(
    tab === undefined || tab === first
      ? null
      : () => ({
          kind: 'tables',
          title: TARGETS_TEXTS.printTitle(tab.label),
          facts: [TARGETS_TEXTS.edition(profile.title, profile.edition)],
        }),
  );
  if (tab === undefined) return null;
  const Content = tab.component;
  return (
    <div className={styles.page}>
      <PageHead
        title={TARGETS_TEXTS.title}
        fact={TARGETS_TEXTS.fact(profile.title, profile.edition, changes.length)}
        actions={
          <>
            <PrintButton />
            <Button variant="primary" disabled={isReadOnly} onClick={createTarget}>
              {TARGETS_TEXTS.create}
              <kbd className={styles.onPrimary}>{newKeys}</kbd>
            </Button>
          </>
        }
      />
      <LeftOutNotice />
      {TARGET_TABS.length > 1 && (
        <Tabs
          label={TARGETS_TEXTS.tabsLabel}
          panelId={PANEL_ID}
          current={tab.id}
          tabs={TARGET_TABS.map(({ id, label }) => ({ id, label }))}
          onChange={(id) => {
            const next = TARGET_TABS.find((entry) => entry.id === id);
            go(['/ziele', next?.path ?? ''].filter(Boolean).join('/'));
          }}
        />
      )}
      <div
        id={PANEL_ID}
        className={styles.panel}
        {...(TARGET_TABS.length > 1 && { role: 'tabpanel', 'aria-labelledby': `${PANEL_ID}-${tab.id}` })}
      >
        <Content />
      </div>
    </div>
  );
};
