import { readSetting, SETTINGS } from './settings.ts';
import type { AppStore } from './app-state.ts';

/** How far it may grow beyond what is set before old sets go: pruning at each change would slow each change down. */
const SLACK = 200;
const FIRST_AFTER_MS = 20_000;

/** Keeps the history as long as the user wants it: some time after the start, and now and then after changes. */
export const keepHistoryBounded = (store: AppStore): void => {
  let checkedAt = 0;
  let isRunning = false;

  const newest = (): number => store.history.recent()[0]?.seq ?? 0;
  const check = async (): Promise<void> => {
    const { settings, save } = store.getState();
    const size = readSetting(settings, SETTINGS.historySize);
    if (isRunning || save.kind !== 'saved') return;
    checkedAt = newest();
    if (size === 'unlimited') return;
    isRunning = true;
    await forgetBeyond(store, size);
    isRunning = false;
  };

  let size = readSetting(store.getState().settings, SETTINGS.historySize);
  store.subscribe(() => {
    const wanted = readSetting(store.getState().settings, SETTINGS.historySize);
    const isSmaller = wanted !== size;
    size = wanted;
    if (isSmaller || newest() - checkedAt >= SLACK) whenIdle(() => void check());
  });
  setTimeout(() => whenIdle(() => void check()), FIRST_AFTER_MS);
};

/** Removes what is more than so many sets. */
export const forgetBeyond = async ({ history }: Pick<AppStore, 'history'>, size: number): Promise<void> => {
  if ((await history.count()) <= size) return;
  for await (const pieces of history.read()) {
    const newest = pieces[0]?.header.seq;
    if (newest !== undefined) await history.forget(newest - size + 1);
    return;
  }
};

const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run);
};
