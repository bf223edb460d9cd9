import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aReportInput } from '#core/testing/sample-report.ts';
import type { ReportRequest } from './report-request.ts';
import { writeReportInWorker } from './write-report-client.ts';
import type { WriteReportAnswer } from './write-report-worker.ts';

/** Node has no such worker: this one answers what the test says, and counts how it is treated. */
class HeldWorker {
  static made: HeldWorker[] = [];
  onmessage: ((event: { data: WriteReportAnswer }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  asked = 0;
  ended = 0;
  constructor() {
    HeldWorker.made.push(this);
  }
  postMessage(): void {
    this.asked += 1;
  }
  terminate(): void {
    this.ended += 1;
  }
}

beforeEach(() => {
  HeldWorker.made = [];
  vi.stubGlobal('Worker', HeldWorker);
});
afterEach(() => void vi.unstubAllGlobals());

const input: ReportRequest = { ...aReportInput(), previous: null };
const theWorker = (): HeldWorker => {
  const [worker] = HeldWorker.made;
  if (worker === undefined) throw new Error('no worker was started');
  return worker;
};

describe('writeReportInWorker', () => {
  it('tells how far it is, hands the bytes over and ends the worker', async () => {
    const seen: unknown[] = [];
    const writing = writeReportInWorker(input, { onProgress: (progress) => seen.push(progress) });
    const progress = { sheet: 'Geräte', share: 0.2 };
    theWorker().onmessage?.({ data: { kind: 'progress', progress } });
    theWorker().onmessage?.({ data: { kind: 'written', bytes: new Uint8Array([1, 2]) } });
    expect(await writing).toEqual({ ok: true, value: new Uint8Array([1, 2]) });
    expect(seen).toEqual([progress]);
    expect(theWorker()).toMatchObject({ asked: 1, ended: 1 });
  });

  it('ends the worker at once when it is given up', async () => {
    const controller = new AbortController();
    const writing = writeReportInWorker(input, { signal: controller.signal });
    controller.abort();
    expect(await writing).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(theWorker()).toMatchObject({ asked: 1, ended: 1 });
  });

  it('starts none when it was given up before', async () => {
    const writing = writeReportInWorker(input, { signal: AbortSignal.abort() });
    expect(await writing).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(HeldWorker.made).toEqual([]);
  });

  it('hands back what went wrong', async () => {
    const writing = writeReportInWorker(input);
    theWorker().onerror?.({ message: 'out of memory' });
    expect(await writing).toEqual({ ok: false, error: { kind: 'failed', detail: 'out of memory' } });
    expect(theWorker().ended).toBe(1);
  });
});
