import { describe, expect, it, vi } from 'vitest';
import { createClosing } from './closing.ts';

const setUp = (patienceMs = 1000) => {
  const told: string[] = [];
  const closing = createClosing({
    askPage: () => told.push('asked'),
    closeWindow: () => told.push('closed'),
    patienceMs,
  });
  return { closing, told };
};

describe('createClosing', () => {
  it('closes at once while no page is there', () => {
    const { closing, told } = setUp();
    expect(closing.mayClose()).toBe(true);
    expect(told).toEqual([]);
  });

  it('asks the page once and closes when it says so', () => {
    const { closing, told } = setUp();
    closing.answer(false);
    expect([closing.mayClose(), closing.mayClose()]).toEqual([false, false]);
    closing.answer(true);
    expect(told).toEqual(['asked', 'closed']);
    expect(closing.mayClose()).toBe(true);
  });

  it('stays open when the page says so, and asks again the next time', () => {
    const { closing, told } = setUp();
    closing.answer(false);
    closing.mayClose();
    closing.answer(false);
    expect(closing.mayClose()).toBe(false);
    expect(told).toEqual(['asked', 'asked']);
  });

  it('loses patience with a page that does not answer, and does not wait for one that is gone', () => {
    vi.useFakeTimers();
    const slow = setUp();
    slow.closing.answer(false);
    slow.closing.mayClose();
    vi.advanceTimersByTime(1000);
    expect(slow.told).toEqual(['asked', 'closed']);
    const gone = setUp();
    gone.closing.answer(false);
    gone.closing.mayClose();
    gone.closing.pageIsGone();
    expect(gone.told).toEqual(['asked', 'closed']);
    vi.useRealTimers();
  });
});
