import { useCallback, useState, type Dispatch, type SetStateAction } from 'react';
import { useLocation } from 'wouter';
import { SCHOOL_ID, type Change } from '#core/history/change-set.ts';
import { readCount } from '#core/inventory/cell-input.ts';
import { SCHOOL_TYPES, type School, type SchoolType } from '#core/inventory/school.ts';
import { RestoreDialog } from '#restore/restore-dialog.tsx';
import { chooseBackupFile, keyOfSource, type RestoreSource } from '#restore/restore-source.ts';
import { useBackupDrop } from '#restore/use-backup-drop.ts';
import { loadSampleSchool } from '#state/sample-school.ts';
import { settingChange, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { SCHOOL_FIELD_LABELS, SCHOOL_TYPE_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { START_TEXTS } from '#texts/start.ts';
import { Button } from '#ui/button.tsx';
import { ParsedField, RadioCards, SelectField, TextField, type Parsed } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { DataPlace } from './data-place.tsx';
import styles from './start-page.module.css';

const WAYS = ['sample', 'list', 'empty', 'restore', 'authority'] as const;
type Way = (typeof WAYS)[number];

/** What was chosen and typed so far. */
export type StartChoice = { readonly way: Way; readonly draft: Partial<School> };
export const FIRST_CHOICE: StartChoice = { way: 'list', draft: {} };

const isWay = (text: string): text is Way => (WAYS as readonly string[]).includes(text);

const parseCount = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const count = readCount(text);
  return count === null ? { ok: false, message: START_TEXTS.wholeNumber } : { ok: true, value: count };
};

/** The first screen: how to begin, and the few figures without which targets stay unknown. */
export const StartPage = ({
  choice: { way, draft },
  onChoice,
}: {
  readonly choice: StartChoice;
  readonly onChoice: Dispatch<SetStateAction<StartChoice>>;
}) => {
  const store = useAppStore();
  const [, go] = useLocation();
  const [isBusy, setIsBusy] = useState(false);
  const [source, setSource] = useState<RestoreSource | null>(null);
  const closeRestore = useCallback(() => setSource(null), []);
  const save = useAppState((state) => state.save);
  const isOver = useBackupDrop(source === null && save.kind !== 'read-only' ? setSource : null);
  const change = (fields: Partial<School>): void =>
    onChoice((before) => ({ ...before, draft: { ...before.draft, ...fields } }));

  const begin = async (): Promise<void> => {
    if (way === 'restore') {
      const chosen = await chooseBackupFile();
      if (chosen !== null) setSource(chosen);
      return;
    }
    setIsBusy(true);
    const { settings, inventory } = store.getState();
    if (way === 'sample') {
      const sample = await loadSampleSchool();
      const changes: Change[] = [
        { entity: 'school', id: SCHOOL_ID, before: inventory.school, after: sample.school },
        ...sample.rooms.map((room): Change => ({ entity: 'room', id: room.id, before: null, after: room })),
        ...sample.devices.map((device): Change => ({
          entity: 'device',
          id: device.id,
          before: null,
          after: device,
        })),
        settingChange(settings, SETTINGS.start, 'sample'),
      ];
      go('/');
      void store.commit({ code: 'sample-loaded', params: {} }, changes);
    } else {
      go(way === 'list' ? '/import' : way === 'authority' ? '/traeger' : '/');
      const after: School = { ...inventory.school, ...draft };
      void store.commit({ code: 'school-started', params: {} }, [
        { entity: 'school', id: SCHOOL_ID, before: inventory.school, after },
        settingChange(settings, SETTINGS.start, 'own'),
      ]);
    }
    setIsBusy(false);
  };

  return (
    <div className={styles.page} data-over={isOver || undefined}>
      <header className={styles.top}>
        <b>{APP_TEXTS.name}</b>
        <span>{START_TEXTS.claim}</span>
        <a className={styles.handbook} href="#/handbuch/erster-tag">
          {START_TEXTS.handbook}
        </a>
      </header>
      <main className={styles.main}>
        <div className={styles.ways}>
          <h1>{START_TEXTS.title}</h1>
          <RadioCards
            legend={START_TEXTS.title}
            value={way}
            options={WAYS.map((value) => ({ value, ...START_TEXTS.ways[value] }))}
            onChange={(value) => {
              if (isWay(value)) onChoice((before) => ({ ...before, way: value }));
            }}
          />
          <DataPlace />
          {save.kind === 'read-only' && (
            <div className={styles.notice}>
              <Notice kind="part" role="alert">
                {START_TEXTS.readOnly}
              </Notice>
            </div>
          )}
        </div>
        {(way === 'list' || way === 'empty') && (
          <section className={styles.school} aria-label={START_TEXTS.school}>
            <h2>{START_TEXTS.school}</h2>
            <TextField
              label={SCHOOL_FIELD_LABELS.name}
              value={draft.name ?? ''}
              onChange={(name) => change({ name })}
            />
            <div className={styles.pair}>
              <SelectField
                label={SCHOOL_FIELD_LABELS.schoolType}
                value={draft.schoolType ?? ''}
                options={[
                  { value: '', label: START_TEXTS.unknownType },
                  ...SCHOOL_TYPES.map((type) => ({ value: type, label: SCHOOL_TYPE_LABELS[type] })),
                ]}
                onChange={(value) => change({ schoolType: isSchoolType(value) ? value : null })}
              />
              <TextField
                label={SCHOOL_FIELD_LABELS.schoolAuthority}
                value={draft.schoolAuthority ?? ''}
                onChange={(text) => change({ schoolAuthority: text === '' ? null : text })}
              />
            </div>
            <div className={styles.triple}>
              {(['pupils', 'classes', 'teachers'] as const).map((field) => (
                <ParsedField
                  key={field}
                  label={field === 'pupils' ? START_TEXTS.pupilsShort : SCHOOL_FIELD_LABELS[field]}
                  value={draft[field] ?? null}
                  inputMode="numeric"
                  format={(value: number) => formatNumber(value)}
                  parse={parseCount}
                  onCommit={(value) => change({ [field]: value })}
                />
              ))}
            </div>
            <p className={styles.hint}>{START_TEXTS.schoolHint}</p>
          </section>
        )}
      </main>
      <footer className={styles.foot}>
        <span>{isOver ? START_TEXTS.drop : START_TEXTS.notFinal}</span>
        <Button variant="primary" disabled={isBusy || save.kind === 'read-only'} onClick={() => void begin()}>
          {START_TEXTS.next[way]}
        </Button>
      </footer>
      {source !== null && (
        <RestoreDialog
          key={keyOfSource(source)}
          source={source}
          onChoose={setSource}
          onClose={closeRestore}
        />
      )}
    </div>
  );
};

const isSchoolType = (text: string): text is SchoolType => (SCHOOL_TYPES as readonly string[]).includes(text);
