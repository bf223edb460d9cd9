import { layoutOf, mendLayout } from '#core/labels/keyboard-layout.ts';
import type { AppStore } from '#state/app-state.ts';
import { readSetting, settingChange } from '#state/settings.ts';
import { americanSetting } from './stocktake-state.ts';

/**
 * What may have been meant by what was typed, the likeliest first. A label of ours tells how the scanner types, and that is kept:
 * later codes say nothing of it. While it types as an American keyboard, a number typed by hand is still found as it stands.
 */
export const readingsOf = (store: AppStore, typed: string): readonly [string, ...string[]] => {
  const { settings } = store.getState();
  const isKnown = readSetting(settings, americanSetting);
  const layout = layoutOf(typed);
  const isAmerican = layout === null ? isKnown : layout === 'american';
  if (isAmerican !== isKnown)
    void store.commit({ code: 'setting-changed', params: {} }, [
      settingChange(settings, americanSetting, isAmerican),
    ]);
  if (!isAmerican) return [typed];
  return layout === null ? [typed, mendLayout(typed)] : [mendLayout(typed)];
};
