import type { KeyboardEvent, ReactNode } from 'react';
import styles from './tabs.module.css';

export type Tab = { readonly id: string; readonly label: string; readonly count?: number | string };

/** Tabs above one plane; arrow keys move between them. The plane gets `id={panelId}` and `role="tabpanel"`. */
export const Tabs = ({
  label,
  tabs,
  current,
  onChange,
  panelId,
  after,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly onChange: (id: string) => void;
  readonly panelId: string;
  readonly after?: ReactNode;
}) => {
  const move = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const target =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tabs.length - 1
          : (index + step + tabs.length) % tabs.length;
    if (step === 0 && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    const next = tabs[target];
    if (next === undefined) return;
    onChange(next.id);
    const list = event.currentTarget.parentElement;
    requestAnimationFrame(() => list?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus());
  };
  return (
    <div className={styles.bar}>
      <div role="tablist" aria-label={label} className={styles.tabs}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${panelId}-${tab.id}`}
            aria-selected={tab.id === current}
            aria-controls={panelId}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => onChange(tab.id)}
            onKeyDown={(event) => move(event, index)}
          >
            {tab.label}
            {tab.count !== undefined && <span>{tab.count}</span>}
          </button>
        ))}
      </div>
      {after}
    </div>
  );
};
