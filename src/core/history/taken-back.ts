import type { ChangeSetHeader } from './change-set.ts';

/** Labels of steps that take others back; the texts have their words, the parameters say which they took back. */
export const REVERTED_CODE = 'set-reverted';
export const REPEATED_CODE = 'set-repeated';
export const ROLLED_BACK_CODE = 'rolled-back';

/**
 * Which sets are taken back today, and by which: undone, taken back alone, or with all others after them. What was
 * itself taken back takes nothing back any more, so the sequence is read from its end. Newest first.
 */
export const takenBack = (newestFirst: readonly ChangeSetHeader[]): ReadonlyMap<number, ChangeSetHeader> => {
  const taken = new Map<number, ChangeSetHeader>();
  const decided = new Set<number>();
  let rollBack: { readonly to: number; readonly by: ChangeSetHeader } | null = null;
  for (const header of newestFirst) {
    const { seq, action, label } = header;
    if (rollBack !== null && seq >= rollBack.to && !taken.has(seq)) taken.set(seq, rollBack.by);
    if (taken.has(seq)) continue;
    if (action.kind === 'undo' || action.kind === 'redo') {
      // Undone and repeated several times: the last time counts.
      if (decided.has(action.of)) continue;
      decided.add(action.of);
      if (action.kind === 'undo' && !taken.has(action.of)) taken.set(action.of, header);
    } else if (label.code === REVERTED_CODE || label.code === REPEATED_CODE) {
      const { of } = label.params;
      if (typeof of === 'number' && !taken.has(of)) taken.set(of, header);
    } else if (label.code === ROLLED_BACK_CODE) {
      const { to } = label.params;
      if (typeof to === 'number' && (rollBack === null || to < rollBack.to)) rollBack = { to, by: header };
    }
  }
  return taken;
};
