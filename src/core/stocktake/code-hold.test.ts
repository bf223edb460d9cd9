import { describe, expect, it } from 'vitest';
import { createCodeHold } from './code-hold.ts';

describe('createCodeHold', () => {
  it('takes a code once as long as it stays in view, however long', () => {
    const { isNew } = createCodeHold();
    expect(isNew('A', 0)).toBe(true);
    for (let at = 200; at < 60_000; at += 200) expect(isNew('A', at)).toBe(false);
  });
  it('takes it again when it was away and comes back', () => {
    const { isNew } = createCodeHold();
    isNew('A', 0);
    expect(isNew('A', 1400)).toBe(false);
    expect(isNew('A', 3000)).toBe(true);
  });
  it('is not led astray by two codes that are seen in turn', () => {
    const { isNew } = createCodeHold();
    const seen = ['A', 'B', 'A', 'B', 'A', 'B'].filter((code, index) => isNew(code, index * 300));
    expect(seen).toEqual(['A', 'B']);
  });
});
