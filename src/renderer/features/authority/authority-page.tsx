import { useState, useSyncExternalStore } from 'react';
import { hostBridge } from '#bridge/host-bridge.ts';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { localDay } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { EmptyState, Notice, PageHead, ProgressBar } from '#ui/layout.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { authorityDesk, type DeskState } from './authority-desk.ts';
import styles from './authority.module.css';
import { DropArea } from './drop-area.tsx';
import { ExchangeTab } from './exchange-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { GapsTab } from './gaps-tab.tsx';
import { PurchasesTab } from './purchases-tab.tsx';
import { ReplacementTab } from './replacement-tab.tsx';
import { SchoolsTab } from './schools-tab.tsx';
import { useSave } from './use-save.ts';

const TEXTS = AUTHORITY_PAGE_TEXTS;
const PANEL = 'traeger';

const TABS = ['files', 'schools', 'gaps', 'purchases', 'exchange', 'replacement'] as const;
type Tab = (typeof TABS)[number];
const isTab = (id: string): id is Tab => (TABS as readonly string[]).includes(id);
/** Tabs whose lists can be narrowed to one school. */
const BY_SCHOOL: readonly Tab[] = ['purchases', 'exchange'];

/** Berichte mehrerer Schulen: the Trägeransicht. What it reads stays in memory. */
export const AuthorityPage = () => {
  const state = useSyncExternalStore(authorityDesk.subscribe, authorityDesk.getState);
  const [tab, setTab] = useState<Tab>('files');
  const [school, setSchool] = useState<number | null>(null);
  const view = state.compared?.view ?? null;
  const chosen = school !== null && view?.schools[school] !== undefined ? school : null;
  usePrintView(
    state.files.length === 0
      ? null
      : () => ({
          kind: 'tables',
          owner: TEXTS.title,
          title: TEXTS.tab[tab],
          facts: [
            ...(view === null ? [] : [TEXTS.fact(view.schools.length, state.files.length)]),
            ...(chosen === null || !BY_SCHOOL.includes(tab) ? [] : [view?.schools[chosen]?.name ?? '']),
          ],
        }),
  );
  const openSchool = (position: number): void => {
    setSchool(position);
    setTab('purchases');
  };
  const counts: Partial<Record<Tab, number>> = {
    files: state.files.length,
    ...(view !== null && { schools: view.schools.length, exchange: view.moves.length }),
  };
  return (
    <>
      <PageHead
        title={TEXTS.title}
        fact={view === null ? undefined : TEXTS.fact(view.schools.length, state.files.length)}
        actions={
          state.files.length > 0 && (
            <>
              <PrintButton />
              {view !== null && <SaveButtons isBusy={state.reading !== null || state.comparing !== null} />}
            </>
          )
        }
      />
      {state.files.length > 0 && (
        <Tabs
          label={TEXTS.tabs}
          tabs={TABS.map((id) => ({
            id,
            label: TEXTS.tab[id],
            ...(counts[id] !== undefined && { count: counts[id] }),
          }))}
          current={tab}
          onChange={(id) => {
            if (isTab(id)) setTab(id);
          }}
          panelId={PANEL}
        />
      )}
      <Progress state={state} />
      <div
        id={PANEL}
        className={styles.plane}
        tabIndex={0}
        {...(state.files.length > 0
          ? { role: 'tabpanel', 'aria-labelledby': `${PANEL}-${tab}` }
          : { role: 'region', 'aria-label': TEXTS.title })}
      >
        {tab === 'files' || state.files.length === 0 ? (
          <Files state={state} />
        ) : view === null ? (
          state.reading === null && state.comparing === null && <EmptyState text={TEXTS.noneCounts} />
        ) : (
          <>
            {BY_SCHOOL.includes(tab) && (
              <div className={styles.filter}>
                <SelectField
                  label={TEXTS.school}
                  value={chosen === null ? '' : String(chosen)}
                  options={[
                    { value: '', label: TEXTS.allSchools },
                    ...view.schools.map(({ name }, at) => ({ value: String(at), label: name })),
                  ]}
                  onChange={(value) => setSchool(value === '' ? null : Number(value))}
                />
              </div>
            )}
            {tab === 'schools' && <SchoolsTab view={view} onSchool={openSchool} />}
            {tab === 'gaps' && <GapsTab view={view} onSchool={openSchool} />}
            {tab === 'purchases' && <PurchasesTab view={view} school={chosen} />}
            {tab === 'exchange' && <ExchangeTab view={view} school={chosen} />}
            {tab === 'replacement' && <ReplacementTab view={view} />}
          </>
        )}
      </div>
    </>
  );
};

const Files = ({ state }: { readonly state: DeskState }) => (
  <>
    <DropArea onFiles={authorityDesk.add}>
      {state.files.length > 0 && (
        <Button variant="quiet" onClick={authorityDesk.removeAll}>
          {TEXTS.files.removeAll}
        </Button>
      )}
    </DropArea>
    <Notice>{TEXTS.memoryOnly}</Notice>
    {state.message !== null && (
      <Notice kind="part" role="alert">
        {state.message}
      </Notice>
    )}
    {state.files.length === 0 ? <EmptyState text={TEXTS.empty} /> : <FilesTab state={state} />}
  </>
);

const Progress = ({ state: { reading, comparing } }: { readonly state: DeskState }) => {
  if (reading !== null)
    return (
      <div className={styles.progress} role="status">
        <ProgressBar label={TEXTS.reading(reading.done, reading.of)} value={reading.done} max={reading.of} />
        <Button isSmall onClick={authorityDesk.stop}>
          {TEXTS.cancel}
        </Button>
      </div>
    );
  if (comparing !== null)
    return (
      <div className={styles.progress} role="status">
        <ProgressBar
          label={TEXTS.comparing(comparing.done, comparing.of)}
          value={comparing.done}
          max={comparing.of}
        />
      </div>
    );
  return null;
};

const SaveButtons = ({ isBusy }: { readonly isBusy: boolean }) => {
  const [isSaving, save] = useSave();
  const isDisabled = isBusy || isSaving;
  const workbook = async (): Promise<Uint8Array> => {
    const { version } = await hostBridge().appInfo();
    const now = new Date();
    return authorityDesk.workbook({
      writtenAt: now.toISOString(),
      writtenOn: localDay(now),
      appVersion: version,
    });
  };
  return (
    <>
      {isSaving && <span role="status">{TEXTS.saving}</span>}
      <Button
        disabled={isDisabled}
        onClick={() =>
          void save({
            suggestedName: TEXTS.csvName(localDay(new Date())),
            kind: 'zip',
            write: authorityDesk.csvSet,
          })
        }
      >
        {TEXTS.saveCsv}
      </Button>
      <Button
        variant="primary"
        disabled={isDisabled}
        onClick={() =>
          void save({
            suggestedName: TEXTS.workbookName(localDay(new Date())),
            kind: 'workbook',
            write: workbook,
          })
        }
      >
        {TEXTS.saveWorkbook}
      </Button>
    </>
  );
};
