import { applyChanges, type StoredState } from '#core/history/apply-changes.ts';
import type { Change, ChangeSet, ChangeSetHeader } from '#core/history/change-set.ts';
import { restoreDeleted } from '#core/history/deleted-things.ts';
import { revertSetInSteps } from '#core/history/revert-set.ts';
import { rollBackInSteps } from '#core/history/roll-back.ts';
import { REVERTED_CODE, takenBack } from '#core/history/taken-back.ts';
import { thingKey } from '#core/history/thing-key.ts';
import { failed, ok } from '#core/shared/result.ts';
import { changeLabelText, type KnownChangeLabel } from '#texts/change-labels.ts';
import type { AppActions, RevertPlan } from './app-state.ts';
import type { HistoryLog } from './history-log.ts';
import { runInSlices } from './run-in-slices.ts';
import { readSetting, settingChange, SETTINGS } from './settings.ts';

/**
 * Works out, a few milliseconds at a time, what taking a set back would do. The later sets are only read where one of
 * them has to be named.
 */
const planRevert = async (
  history: HistoryLog,
  stored: StoredState,
  seq: number,
): Promise<RevertPlan | null> => {
  const set = await history.readSet(seq);
  if (set === null) return null;
  const first = await runInSlices(revertSetInSteps(stored, set, []));
  const about = new Set(
    first.ok
      ? first.value.kept.map(({ change }) => thingKey(change))
      : first.error.map((conflict) => conflict.about),
  );
  const later = about.size === 0 ? [] : await setsAbout(history, about, seq);
  const named = later.length === 0 ? first : await runInSlices(revertSetInSteps(stored, set, later));
  return {
    set,
    outcome: named.ok
      ? ok({ ...named.value, changes: withUsedCategories(stored, named.value.changes) })
      : named,
  };
};

/** The sets after one that touch any of these things, reduced to that. */
const setsAbout = async (
  history: HistoryLog,
  about: ReadonlySet<string>,
  after: number,
): Promise<readonly ChangeSet[]> => {
  const found: ChangeSet[] = [];
  for await (const pieces of history.read()) {
    for (const { header, changes } of pieces) {
      if (header.seq <= after) return found;
      const touching = changes.filter((change) => about.has(thingKey(change)));
      if (touching.length > 0) found.push({ ...header, changes: touching });
    }
  }
  return found;
};

/** A category of the school's own stays as long as a device has it, also when the list that brought it is taken back. */
const withUsedCategories = (stored: StoredState, changes: readonly Change[]): readonly Change[] => {
  const { id } = SETTINGS.ownCategories;
  const own = changes.find((change) => change.entity === 'setting' && change.id === id);
  if (own === undefined) return changes;
  const after = applyChanges(stored, changes);
  const remaining = readSetting(after.settings, SETTINGS.ownCategories);
  const known = readSetting(stored.settings, SETTINGS.ownCategories);
  const used = new Set(after.inventory.devices.map(({ categoryId }) => categoryId));
  const kept = known.filter(
    (category) => used.has(category.id) && !remaining.some((other) => other.id === category.id),
  );
  if (kept.length === 0) return changes;
  const change = settingChange(stored.settings, SETTINGS.ownCategories, [...remaining, ...kept]);
  return changes.map((other) => (other === own ? change : other));
};

type Options = {
  readonly history: HistoryLog;
  readonly stored: () => StoredState;
  readonly commit: AppActions['commit'];
};

/** What takes back more than the last step. Each is one new change set: it can itself be undone. */
export const createHistoryActions = ({
  history,
  stored,
  commit,
}: Options): Pick<AppActions, 'planRevert' | 'revertSet' | 'rollBackTo' | 'restore'> => ({
  planRevert: (seq) => planRevert(history, stored(), seq),

  revertSet: async (seq) => {
    for (;;) {
      const from = stored();
      const plan = await planRevert(history, from, seq);
      // Something was changed meanwhile: what was worked out may not hold any more.
      if (stored() !== from) continue;
      if (plan === null) return failed({ code: 'nothing-to-do' });
      const { set, outcome } = plan;
      if (!outcome.ok) return failed({ code: 'stands-against', conflicts: outcome.error });
      return commit(revertLabel(set), outcome.value.changes);
    }
  },

  rollBackTo: async (seq) => {
    for (;;) {
      const from = stored();
      const { headers, sets } = await readDownTo(history, seq);
      if (headers.at(-1)?.seq !== seq) return failed({ code: 'nothing-to-do' });
      const changes = await runInSlices(rollBackInSteps(from, sets));
      if (stored() !== from) continue;
      const params = { count: stepsInForce(headers), to: seq };
      return commit({ code: 'rolled-back', params }, changes);
    }
  },

  restore: async (deletions) => {
    const { changes } = restoreDeleted(stored(), deletions);
    const devices = changes.filter(({ entity }) => entity === 'device').length;
    return commit({ code: 'things-restored', params: { devices, rooms: changes.length - devices } }, changes);
  },
});

/** Taking back what itself took something back is repeating that. */
const revertLabel = ({ seq, label, action }: ChangeSetHeader): KnownChangeLabel => {
  const { what } = label.params;
  if (action.kind === 'undo')
    return { code: 'set-repeated', params: { of: seq, what: changeLabelText(label) } };
  return label.code === REVERTED_CODE && typeof what === 'string'
    ? { code: 'set-repeated', params: { of: seq, what } }
    : { code: 'set-reverted', params: { of: seq, what: changeLabelText(label) } };
};

/** The steps among these that are not taken back yet: so many a roll-back takes. Newest first. */
export const stepsInForce = (headers: readonly ChangeSetHeader[]): number => {
  const taken = takenBack(headers);
  return headers.filter(({ seq, action }) => action.kind === 'do' && !taken.has(seq)).length;
};

const readDownTo = async (history: HistoryLog, seq: number) => {
  const headers: ChangeSetHeader[] = [];
  const sets: { readonly changes: readonly Change[] }[] = [];
  for await (const pieces of history.read()) {
    for (const { header, changes, isLast } of pieces) {
      if (header.seq < seq) return { headers, sets };
      // Within one set each thing stands once, so that its pieces may be taken back in any order.
      sets.push({ changes });
      if (isLast) headers.push(header);
    }
  }
  return { headers, sets };
};
