import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { TARGETS_TEXTS, targetTitle } from '#texts/targets.ts';
import { Icon } from '#ui/icons.tsx';
import type { TargetEntry } from './target-entries.ts';
import type { TargetRow } from './target-rows.ts';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.list;
const ROW = 32;

type TargetListProps = {
  readonly rows: readonly TargetRow[];
  readonly collapsed: ReadonlySet<string>;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
  readonly onToggle: (groupKey: string) => void;
};

/** One tab stop; the target under the cursor is the one shown beside. ← → close and open a group. */
export const TargetList = ({ rows, collapsed, chosenId, onChoose, onToggle }: TargetListProps) => {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // The address follows a moment later: until then the cursor is where it was put, and afterwards it is on the chosen one.
  const [cursor, setCursor] = useState<{ readonly key: string; readonly since: string | null } | null>(null);
  const own = cursor === null ? -1 : rows.findIndex(({ key }) => key === cursor.key);
  const ownRow = rows[own];
  const isCurrent =
    cursor?.since === chosenId || (ownRow?.kind === 'target' && ownRow.entry.requirement.id === chosenId);
  const chosen = rows.findIndex((row) => row.kind === 'target' && row.entry.requirement.id === chosenId);
  const at = isCurrent && own >= 0 ? own : Math.max(0, chosen);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: ROW,
  });
  const atKey = rows[at]?.key;
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(at);
    // Only when another one is chosen, or this one moves to another group: a list scrolled by hand stays where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosenId, atKey]);

  const moveTo = (next: number): void => {
    const target = Math.max(0, Math.min(rows.length - 1, next));
    const row = rows[target];
    if (row === undefined) return;
    setCursor({ key: row.key, since: chosenId });
    virtual.scrollToIndex(target);
    if (row.kind === 'target') onChoose(row.entry.requirement.id);
  };
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / ROW) - 2);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== scroller.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    const isClosed = row?.kind === 'group' && collapsed.has(row.key);
    const toggle = (): void => {
      if (row?.kind !== 'group') return;
      setCursor({ key: row.key, since: chosenId });
      onToggle(row.key);
    };
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      PageDown: () => moveTo(at + page()),
      PageUp: () => moveTo(at - page()),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ArrowRight: isClosed ? toggle : undefined,
      ArrowLeft: isClosed ? undefined : toggle,
      Enter: toggle,
      ' ': toggle,
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    <div
      ref={scroller}
      role="treegrid"
      tabIndex={0}
      aria-label={texts.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={3}
      aria-activedescendant={`${id}-${at}`}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <div role="columnheader">{texts.goal}</div>
        <div role="columnheader">{texts.priority}</div>
        <div role="columnheader" data-right>
          {texts.stage}
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const common = {
            id: `${id}-${item.index}`,
            role: 'row',
            'aria-rowindex': item.index + 2,
            'data-cursor': item.index === at || undefined,
            style: { transform: `translateY(${item.start}px)` },
          };
          return row.kind === 'group' ? (
            <div
              key={item.key}
              {...common}
              className={styles.group}
              aria-level={1}
              aria-expanded={!collapsed.has(row.key)}
              onClick={() => {
                setCursor({ key: row.key, since: chosenId });
                onToggle(row.key);
              }}
            >
              <div role="rowheader" className={styles.groupName} aria-colspan={2}>
                <Icon name={collapsed.has(row.key) ? 'right' : 'down'} />
                {row.name}
              </div>
              <div role="gridcell" data-right>
                {texts.goals(row.count)}
              </div>
            </div>
          ) : (
            <div
              key={item.key}
              {...common}
              className={styles.row}
              aria-level={2}
              aria-selected={row.entry.requirement.id === chosenId}
              onClick={() => {
                setCursor({ key: row.key, since: chosenId });
                onChoose(row.entry.requirement.id);
              }}
            >
              <TargetCells entry={row.entry} />
            </div>
          );
        })}
      </div>
    </div>
  );
};

const TargetCells = ({ entry: { requirement, state, isUnsaved } }: { readonly entry: TargetEntry }) => {
  const title = requirement.name === '' ? TARGETS_TEXTS.newName : targetTitle(requirement);
  const mark = [TARGETS_TEXTS.state[state], isUnsaved && state !== 'new' ? TARGETS_TEXTS.draft : '']
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <div role="rowheader" title={title}>
        <span className={styles.name} data-suspended={state === 'suspended' || undefined}>
          {title}
        </span>
        {mark !== '' && <span className={styles.mark}>{mark}</span>}
      </div>
      <div role="gridcell">{PRIORITY_LABELS[requirement.priority]}</div>
      <div role="gridcell" data-right>
        {formatNumber(requirement.stage)}
      </div>
    </>
  );
};
