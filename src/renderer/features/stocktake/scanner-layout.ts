import { scannerReadings } from '#core/labels/keyboard-layout.ts';
import type { AppStore } from '#state/app-state.ts';
import { readSetting, settingChange } from '#state/settings.ts';
import { americanSetting } from './stocktake-state.ts';

/** What may have been meant by what was typed, the likeliest first. What a label tells of the scanner is kept. */
export const readingsOf = (store: AppStore, typed: string): readonly [string, ...string[]] => {
  const { settings } = store.getState();
  const wasAmerican = readSetting(settings, americanSetting);
  const { readings, isAmerican } = scannerReadings(typed, wasAmerican);
  if (isAmerican !== wasAmerican)
    void store.commit({ code: 'setting-changed', params: {} }, [
      settingChange(settings, americanSetting, isAmerican),
    ]);
  return readings;
};
