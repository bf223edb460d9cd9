import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '#core/history/change-set.ts';
import { failed, ok } from '#core/shared/result.ts';
import { createSaveQueue, type SavePlace } from './save-queue.ts';

const aSet = (seq: number): ChangeSet => ({
  seq,
  at: '2026-11-24T09:00:00.000Z',
  label: { code: 'device-changed', params: {} },
  action: { kind: 'do' },
  changes: [],
});
const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A place that notes what it got, and fails, throws or waits when it is told to. */
const aPlace = () => {
  const got: number[] = [];
  const control: {
    mode: 'ok' | 'fail' | 'throw';
    asked: (() => boolean) | undefined;
    hold: Promise<void> | null;
  } = { mode: 'ok', asked: undefined, hold: null };
  const place: SavePlace = {
    append: async ({ seq }, { isCancelled }) => {
      control.asked = isCancelled;
      await control.hold;
      if (isCancelled?.() === true) return failed('cancelled');
      if (control.mode === 'throw') throw new Error('bug');
      if (control.mode === 'fail') return failed('disk-full');
      got.push(seq);
      return ok(null);
    },
  };
  return { got, control, place };
};

const setUp = () => {
  const database = aPlace();
  const journal = aPlace();
  const status: string[] = [];
  const queue = createSaveQueue({
    database: database.place,
    journal: journal.place,
    onStatus: (next) => status.push(next.kind === 'failed' ? `${next.kind} ${next.place}` : next.kind),
    onSaved: () => undefined,
    retryMs: 100_000,
  });
  const add = (seq: number, signal?: AbortSignal) =>
    queue.add({
      set: aSet(seq),
      options: signal === undefined ? {} : { signal },
      takeBack: () => undefined,
    });
  return { database, journal, queue, status, add };
};

describe('createSaveQueue', () => {
  it('calls a set saved only when both places have it', async () => {
    const { database, journal, status, add } = setUp();
    journal.control.mode = 'fail';
    expect(await add(1)).toEqual({ ok: false, error: { code: 'disk-full' } });
    expect(database.got).toEqual([1]);
    expect(status.at(-1)).toBe('failed journal');
  });

  it('goes on with one place while the other fails, and brings everything there later in order', async () => {
    const { database, journal, queue, status, add } = setUp();
    journal.control.mode = 'fail';
    await Promise.all([add(1), add(2), add(3)]);
    await queue.whenSettled();
    expect(database.got).toEqual([1, 2, 3]);
    journal.control.mode = 'ok';
    await queue.retry();
    expect(journal.got).toEqual([1, 2, 3]);
    expect(status.at(-1)).toBe('saved');
    expect(queue.sets()).toEqual([]);
  });

  it('takes a place that throws for one that failed', async () => {
    const { journal, queue, status, add } = setUp();
    journal.control.mode = 'throw';
    expect(await add(1)).toEqual({ ok: false, error: { code: 'unknown' } });
    await queue.whenSettled();
    expect(status.at(-1)).toBe('failed journal');
    journal.control.mode = 'ok';
    await queue.retry();
    expect(status.at(-1)).toBe('saved');
  });

  it('keeps a set that may be given up from the journal until the database has decided', async () => {
    const { database, journal, add } = setUp();
    let letGo: () => void = () => undefined;
    database.control.hold = new Promise((resolve) => (letGo = resolve));
    const cancel = new AbortController();
    const outcome = add(1, cancel.signal);
    await tick();
    cancel.abort();
    letGo();
    expect(await outcome).toEqual({ ok: false, error: { code: 'cancelled' } });
    database.control.hold = null;
    expect(await add(1)).toMatchObject({ ok: true });
    expect([database.got, journal.got]).toEqual([[1], [1]]);
  });

  it('does the same after the database had failed before', async () => {
    const { database, journal, queue, add } = setUp();
    database.control.mode = 'fail';
    await add(1);
    expect(journal.got).toEqual([1]);
    database.control.mode = 'ok';
    let letGo: () => void = () => undefined;
    database.control.hold = new Promise((resolve) => (letGo = resolve));
    const cancel = new AbortController();
    const outcome = add(2, cancel.signal);
    await tick();
    expect(journal.got).toEqual([1]);
    cancel.abort();
    letGo();
    expect(await outcome).toEqual({ ok: false, error: { code: 'cancelled' } });
    database.control.hold = null;
    expect(await add(2)).toMatchObject({ ok: true });
    await queue.whenSettled();
    expect([database.got, journal.got]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('gives a failed import to the journal at once: it can no longer be given up', async () => {
    const { database, journal, add, queue } = setUp();
    database.control.mode = 'fail';
    expect(await add(1, new AbortController().signal)).toEqual({ ok: false, error: { code: 'disk-full' } });
    await queue.whenSettled();
    expect(journal.got).toEqual([1]);
  });
});
