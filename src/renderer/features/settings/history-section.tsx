import { useEffect, useState } from 'react';
import { HISTORY_SIZES, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore, useSetting } from '#state/use-app-state.ts';
import { HISTORY_SIZE_TEXTS } from '#texts/history.ts';
import { SelectField } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './settings-page.module.css';

/** How many steps of the history are kept, and how many there are. */
export const HistorySection = () => {
  const { history } = useAppStore();
  const [size, setSize] = useSetting(SETTINGS.historySize);
  const save = useAppState((state) => state.save);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    if (save.kind === 'saving') return undefined;
    let isWanted = true;
    const tell = (): void =>
      void history.count().then((stored) => {
        if (isWanted) setCount(stored);
      });
    tell();
    const unsubscribe = history.onForgotten(tell);
    return () => {
      isWanted = false;
      unsubscribe();
    };
  }, [history, save]);
  return (
    <Section title={HISTORY_SIZE_TEXTS.title} actions={<a href="#/verlauf">{HISTORY_SIZE_TEXTS.open}</a>}>
      <div className={styles.fields}>
        <div className={styles.pair}>
          <SelectField
            label={HISTORY_SIZE_TEXTS.label}
            value={String(size)}
            options={HISTORY_SIZES.map((value) => ({
              value: String(value),
              label: HISTORY_SIZE_TEXTS.sizes[value],
            }))}
            onChange={(value) => setSize(HISTORY_SIZES.find((known) => String(known) === value) ?? 5000)}
          />
        </div>
        <p className={styles.quiet}>
          {HISTORY_SIZE_TEXTS.hint} {count !== null && HISTORY_SIZE_TEXTS.now(count)}
        </p>
      </div>
    </Section>
  );
};
