import type { ChangeSetHeader } from './change-set.ts';

/**
 * What can be taken back and repeated: sequence numbers of `do` sets, the next one last. Never stored: the stacks
 * follow from the sequence of sets, so that undo works across restarts without a record of its own.
 */
export type UndoStacks = { readonly undo: readonly number[]; readonly redo: readonly number[] };

/** The stacks after one more set. A new `do` ends what could be repeated. */
export const advanceStacks = (
  stacks: UndoStacks,
  set: Pick<ChangeSetHeader, 'seq' | 'action'>,
): UndoStacks => {
  const { action } = set;
  switch (action.kind) {
    case 'note':
      return stacks;
    case 'do':
      return { undo: [...stacks.undo, set.seq], redo: [] };
    case 'undo':
      return { undo: without(stacks.undo, action.of), redo: [...stacks.redo, action.of] };
    case 'redo':
      return { undo: [...stacks.undo, action.of], redo: without(stacks.redo, action.of) };
  }
};

/**
 * The stacks after a whole sequence. Given only its tail, they are the top part of those of the whole: what lies
 * before the tail cannot be reached, nothing else differs.
 */
export const stacksOf = (sets: readonly Pick<ChangeSetHeader, 'seq' | 'action'>[]): UndoStacks => {
  const undo: number[] = [];
  let redo: number[] = [];
  for (const { seq, action } of sets) {
    if (action.kind === 'note') continue;
    if (action.kind === 'do') {
      undo.push(seq);
      redo = [];
    } else if (action.kind === 'undo') {
      remove(undo, action.of);
      redo.push(action.of);
    } else {
      remove(redo, action.of);
      undo.push(action.of);
    }
  }
  return { undo, redo };
};

const without = (stack: readonly number[], seq: number): readonly number[] => {
  const at = stack.lastIndexOf(seq);
  return at === -1 ? stack : stack.toSpliced(at, 1);
};

const remove = (stack: number[], seq: number): void => {
  const at = stack.lastIndexOf(seq);
  if (at !== -1) stack.splice(at, 1);
};
