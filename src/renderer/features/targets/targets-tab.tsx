import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { usePrintView } from '#print/print-views.ts';
import { useAppState } from '#state/use-app-state.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Icon } from '#ui/icons.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { useDrafts } from './drafts.ts';
import { TargetEditor } from './target-editor.tsx';
import { targetEntries } from './target-entries.ts';
import { TargetList } from './target-list.tsx';
import { targetList } from './target-print.ts';
import { targetInPath, targetPath } from './target-path.ts';
import { GROUPINGS, searchEntries, targetRows, type Grouping } from './target-rows.ts';
import styles from './targets.module.css';
import { useOwnChanges } from './entry-base.ts';

const texts = TARGETS_TEXTS.list;

/** The targets on the left, the chosen one on the right. */
export const TargetsTab = () => {
  const [location, go] = useLocation();
  const issued = useAppState((state) => state.issuedProfile);
  const profile = useAppState((state) => state.profile);
  const changes = useOwnChanges();
  const drafts = useDrafts(issued.id);
  const [grouping, setGrouping] = useState<Grouping>('roomType');
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const searchBox = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(search);

  const entries = useMemo(
    () => targetEntries(issued, profile, changes, drafts),
    [issued, profile, changes, drafts],
  );
  const found = useMemo(() => searchEntries(entries, profile, wanted), [entries, profile, wanted]);
  const rows = useMemo(
    () => targetRows(found, profile, grouping, collapsed, texts.school),
    [found, profile, grouping, collapsed],
  );
  usePrintView(() =>
    targetList(
      rows,
      [TARGETS_TEXTS.edition(issued.title, issued.edition), texts.groupings[grouping]],
      wanted,
    ),
  );
  const inPath = targetInPath(location);
  const firstId = rows.find((row) => row.kind === 'target')?.entry.requirement.id ?? null;
  const chosenId = inPath ?? firstId;
  const chosen = entries.find(({ requirement }) => requirement.id === chosenId);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (event.key.toLowerCase() !== 'f' || !event.ctrlKey || event.altKey) return;
      event.preventDefault();
      searchBox.current?.focus();
      searchBox.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const toggle = useCallback(
    (key: string) =>
      setCollapsed((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  // A step back in the browser leads out of the screen, not through every line that the cursor was on.
  const choose = useCallback((id: string) => go(targetPath(id), { replace: true }), [go]);

  return (
    <div className={styles.split}>
      <div className={styles.listPlane}>
        <div className={styles.bar} role="search">
          <SelectField
            label={texts.grouping}
            isLabelHidden
            value={grouping}
            options={GROUPINGS.map((value) => ({ value, label: texts.groupings[value] }))}
            onChange={(value) => setGrouping(GROUPINGS.find((known) => known === value) ?? 'roomType')}
          />
          <div className={styles.search}>
            <Icon name="search" />
            <input
              ref={searchBox}
              type="text"
              role="searchbox"
              aria-label={texts.search}
              placeholder={texts.search}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <kbd>{texts.searchKeys}</kbd>
          </div>
          <span className={styles.hidden} role="status">
            {texts.shown(found.length, entries.length)}
          </span>
        </div>
        {rows.length > 0 ? (
          <TargetList
            rows={rows}
            collapsed={collapsed}
            chosenId={chosenId}
            onChoose={choose}
            onToggle={toggle}
          />
        ) : (
          <EmptyState
            text={entries.length === 0 ? texts.empty : texts.none}
            action={
              entries.length === 0 ? undefined : (
                <Button onClick={() => setSearch('')}>{texts.resetSearch}</Button>
              )
            }
          />
        )}
      </div>
      {chosen === undefined ? (
        <div className={styles.detail}>
          <EmptyState text={inPath === null ? TARGETS_TEXTS.nothingChosen : TARGETS_TEXTS.gone} />
        </div>
      ) : (
        <TargetEditor key={chosen.requirement.id} entry={chosen} />
      )}
    </div>
  );
};
