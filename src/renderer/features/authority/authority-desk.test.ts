import { describe, expect, it } from 'vitest';
import type { AuthorityWorker } from '#excel/authority-client.ts';
import type { ComparedReports } from '#excel/authority-session.ts';
import { failed, ok } from '#core/shared/result.ts';
import { createAuthorityDesk, type AuthorityDesk } from './authority-desk.ts';
import type { FoundFile } from './collect-files.ts';

const found = (path: string, text = 'gut'): FoundFile => ({ path, file: new File([text], path) });

/** Answers as the worker does, one macrotask later; a comparison holds the names of what is kept. */
const setUp = () => {
  const kept = new Map<number, string>();
  const hold: { compare: Promise<void> | null } = { compare: null };
  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const desk = createAuthorityDesk((): AuthorityWorker => ({
    read: async ({ id, fileName, bytes }) => {
      await later();
      if (new TextDecoder().decode(bytes) !== 'gut') return failed(`„${fileName}“: kein Bericht`);
      kept.set(id, fileName);
      return ok({ schoolName: fileName, schoolId: '1', asOf: '2026-11-24', rooms: 1, devices: 1, edits: [] });
    },
    remove: async (ids) => {
      for (const id of ids) kept.delete(id);
    },
    compare: async () => {
      const names = [...kept.values()];
      await (hold.compare ?? later());
      return { view: { names }, hints: [] } as unknown as ComparedReports;
    },
    csvSet: async () => new Uint8Array(),
    workbook: async () => new Uint8Array(),
    close: () => kept.clear(),
  }));
  return { desk, hold };
};
const settled = async (desk: AuthorityDesk): Promise<void> => {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const { files, reading, comparing } = desk.getState();
    const isOpen = files.some(({ state }) => state.kind === 'waiting' || state.kind === 'reading');
    if (!isOpen && reading === null && comparing === null) return;
  }
};
const comparedNames = (desk: AuthorityDesk): unknown =>
  (desk.getState().compared?.view as unknown as { names: readonly string[] } | undefined)?.names ?? null;
const kinds = (desk: AuthorityDesk): readonly string[] =>
  desk.getState().files.map(({ state }) => state.kind);

describe('the desk of the Trägeransicht', () => {
  it('reads what is added, names what is no report, and compares the rest', async () => {
    const { desk } = setUp();
    desk.add({ files: [found('a.xlsx'), found('b.xlsx', 'anders'), found('a.xlsx')], skipped: 0 });
    await settled(desk);
    expect(kinds(desk)).toEqual(['read', 'failed', 'read']);
    expect(comparedNames(desk)).toEqual(['a.xlsx', 'a.xlsx (2)']);
    expect(desk.getState().files[1]?.state).toMatchObject({ message: expect.stringContaining('b.xlsx') });
  });

  it('never shows a comparison that holds a report which was taken away meanwhile', async () => {
    const { desk, hold } = setUp();
    desk.add({ files: [found('a.xlsx'), found('b.xlsx')], skipped: 0 });
    let release = (): void => undefined;
    hold.compare = new Promise((resolve) => {
      release = resolve;
    });
    while (desk.getState().comparing === null) await new Promise((resolve) => setTimeout(resolve));
    await desk.remove(desk.getState().files[0]?.id ?? 0);
    hold.compare = null;
    release();
    await settled(desk);
    expect(comparedNames(desk)).toEqual(['b.xlsx']);
  });

  it('stops before the next file, and reads one again that is asked for', async () => {
    const { desk } = setUp();
    desk.add({ files: ['a', 'b', 'c'].map((name) => found(name)), skipped: 0 });
    desk.stop();
    await settled(desk);
    expect(kinds(desk)).toEqual(['read', 'stopped', 'stopped']);
    desk.again(desk.getState().files[2]?.id ?? 0);
    await settled(desk);
    expect(comparedNames(desk)).toEqual(['a', 'c']);
  });

  it('starts with nothing after all was taken away, also in the middle of reading', async () => {
    const { desk } = setUp();
    desk.add({ files: [found('a'), found('b')], skipped: 0 });
    desk.removeAll();
    desk.add({ files: [found('c')], skipped: 2 });
    await settled(desk);
    expect(comparedNames(desk)).toEqual(['c']);
    expect(desk.getState().message).toContain('2 Dateien');
  });

  it('does not take in more files than it could hold', () => {
    const { desk } = setUp();
    desk.add({ files: Array.from({ length: 1001 }, (_, at) => found(String(at))), skipped: 0 });
    expect(desk.getState().files).toEqual([]);
    expect(desk.getState().message).toContain('1.000');
  });
});
