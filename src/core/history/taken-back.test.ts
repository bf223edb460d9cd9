import { describe, expect, it } from 'vitest';
import type { ChangeAction, ChangeLabel, ChangeSetHeader } from './change-set.ts';
import { takenBack } from './taken-back.ts';

type Step =
  'do' | Exclude<ChangeAction, { kind: 'do' }> | { readonly revert: number } | { readonly to: number };

const headers = (...steps: readonly Step[]): readonly ChangeSetHeader[] =>
  steps
    .map((step, index): ChangeSetHeader => {
      const label: ChangeLabel =
        typeof step === 'object' && 'revert' in step
          ? { code: 'set-reverted', params: { of: step.revert } }
          : typeof step === 'object' && 'to' in step
            ? { code: 'rolled-back', params: { to: step.to } }
            : { code: 'device-changed', params: {} };
      const action = typeof step === 'object' && 'kind' in step ? step : { kind: 'do' as const };
      return { seq: index + 1, at: '2026-11-24T09:00:00.000Z', label, action };
    })
    .toReversed();
const taken = (...steps: readonly Step[]): readonly number[] =>
  [...takenBack(headers(...steps)).keys()].toSorted((left, right) => left - right);

describe('takenBack', () => {
  it('follows undo and redo, the last one counts', () => {
    expect(taken('do', 'do', { kind: 'undo', of: 2 })).toEqual([2]);
    expect(taken('do', { kind: 'undo', of: 1 }, { kind: 'redo', of: 1 })).toEqual([]);
    expect(taken('do', { kind: 'undo', of: 1 }, { kind: 'redo', of: 1 }, { kind: 'undo', of: 1 })).toEqual([
      1,
    ]);
  });

  it('knows steps that took others back, until they are taken back themselves', () => {
    expect(taken('do', 'do', { revert: 1 })).toEqual([1]);
    expect(taken('do', 'do', { revert: 1 }, { kind: 'undo', of: 3 })).toEqual([3]);
    expect(taken('do', { revert: 1 }, { revert: 2 })).toEqual([2]);
  });

  it('takes all sets of a roll-back, and with them what these had taken back', () => {
    expect(taken('do', 'do', 'do', { to: 2 })).toEqual([2, 3]);
    expect(taken('do', 'do', { revert: 1 }, { to: 3 })).toEqual([3]);
    expect(taken('do', 'do', { to: 1 }, { kind: 'undo', of: 3 })).toEqual([3]);
  });
});
