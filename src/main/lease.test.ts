import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_FILE, STALE_MS } from '../bridge/lease-entry.ts';
import { createLease, type LeaseOptions } from './lease.ts';

let root = '';
let folder = '';
let time = new Date('2026-11-25T09:00:00Z');
let ticks = 0;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lease-'));
  folder = join(root, 'Daten');
  await mkdir(folder);
  time = new Date('2026-11-25T09:00:00Z');
  ticks = 0;
});
afterEach(() => rm(root, { recursive: true, force: true }));

const file = (): string => join(folder, LEASE_FILE);
const lease = (id: string, options: Partial<LeaseOptions> = {}) =>
  createLease({
    folder,
    id,
    owner: { place: `profile-${id}`, account: `konto-${id}`, computer: `PC-${id}` },
    isPrivate: false,
    now: () => time,
    ticks: () => ticks,
    ...options,
  });
const IN_USE = { failure: 'in-use' };
/** As if its owner had written it so long ago. */
const age = async (ms: number): Promise<void> => {
  const moment = new Date(Date.now() - ms);
  await utimes(file(), moment, moment);
};

describe('createLease', () => {
  it('lets one in and tells the other who it is, since when, until that one is gone', async () => {
    const [first, second] = [lease('a'), lease('b')];
    expect(await first.acquire(false)).toEqual({ kind: 'held' });
    expect(await first.acquire(false)).toEqual({ kind: 'held' });
    expect(await second.acquire(true)).toEqual({
      kind: 'taken',
      holder: { account: 'konto-a', computer: 'PC-a', since: '2026-11-25T09:00:00.000Z' },
      isStale: false,
    });
    expect(await second.check()).toMatchObject(IN_USE);
    first.release();
    expect(await readdir(folder)).toEqual([]);
    expect(await second.acquire(false)).toEqual({ kind: 'held' });
    expect(await second.check()).toBeNull();
  });

  it('lets exactly one of many in that come at once', async () => {
    const locks = await Promise.all(
      Array.from({ length: 12 }, (_, index) => lease(String(index)).acquire(false)),
    );
    expect(locks.filter(({ kind }) => kind === 'held')).toHaveLength(1);
    expect(locks.filter(({ kind }) => kind === 'taken')).toHaveLength(11);
  });

  it('calls it stale by the clock of the folder, whatever the clocks of the PCs say', async () => {
    await lease('a', { now: () => new Date('2031-01-01T00:00:00Z') }).acquire(false);
    const second = lease('b', { now: () => new Date('2019-01-01T00:00:00Z') });
    expect(await second.acquire(false)).toMatchObject({ kind: 'taken', isStale: false });
    await age(STALE_MS + 1000);
    expect(await second.acquire(false)).toMatchObject({ kind: 'taken', isStale: true });
  });

  it('calls it stale when it has not changed for as long as somebody looked, where even that clock is wrong', async () => {
    const first = lease('a');
    await first.acquire(false);
    await age(-3_600_000);
    const second = lease('b');
    expect(await second.acquire(false)).toMatchObject({ isStale: false });
    ticks += STALE_MS - 1;
    await first.beat();
    await age(-3_600_000);
    expect(await second.acquire(false)).toMatchObject({ isStale: false });
    ticks += STALE_MS + 1;
    expect(await second.acquire(false)).toMatchObject({ isStale: true });
  });

  it('takes a stale one over only where that is wanted; whoever comes back writes nothing more', async () => {
    const [first, second] = [lease('a'), lease('b')];
    await first.acquire(false);
    await age(STALE_MS + 1000);
    expect(await second.acquire(false)).toMatchObject({ kind: 'taken' });
    expect(await second.acquire(true)).toEqual({ kind: 'held' });
    // It slept: its own clock has gone on.
    time = new Date(time.getTime() + 3_600_000);
    expect(await first.check()).toMatchObject(IN_USE);
    second.release();
    // Free again, but changed meanwhile: only a new start may go on.
    expect(await first.check()).toMatchObject(IN_USE);
    first.release();
    expect(await first.acquire(false)).toEqual({ kind: 'held' });
  });

  it('keeps the sign of life in one piece and counts it', async () => {
    const first = lease('a');
    await first.acquire(false);
    const before = await readFile(file(), 'utf8');
    await first.beat();
    const after = await readFile(file(), 'utf8');
    expect(after).not.toBe(before);
    expect(after).toHaveLength(before.length);
    expect(JSON.parse(after)).toMatchObject({ beat: '000000001', id: 'a' });
  });

  it('is let in at once where a crash of the same profile has left its mark, but not where another PC has that profile', async () => {
    const owner = { place: 'one', account: 'kim', computer: 'PC-1' };
    await lease('a', { owner }).acquire(false);
    expect(await lease('b', { owner: { ...owner, computer: 'PC-2' } }).acquire(false)).toMatchObject({
      kind: 'taken',
    });
    expect(await lease('c', { owner }).acquire(false)).toEqual({ kind: 'held' });
  });

  it('waits while the folder is away, and goes on where its own mark comes back with it', async () => {
    const first = lease('a');
    await first.acquire(false);
    await rename(folder, `${folder}-weg`);
    time = new Date(time.getTime() + 60_000);
    expect(await first.check()).toMatchObject({ failure: 'path-gone' });
    await first.beat();
    expect(await readdir(root)).toEqual(['Daten-weg']);
    await rename(`${folder}-weg`, folder);
    expect(await first.check()).toBeNull();
    // Without it somebody else has been there.
    await rm(file());
    time = new Date(time.getTime() + 60_000);
    expect(await first.check()).toMatchObject(IN_USE);
  });

  it('makes its mark anew in a folder of the own profile', async () => {
    const first = lease('a', { isPrivate: true });
    await rm(folder, { recursive: true });
    expect(await first.acquire(false)).toEqual({ kind: 'held' });
    await rm(folder, { recursive: true });
    time = new Date(time.getTime() + 60_000);
    expect(await first.check()).toBeNull();
    expect(await readdir(folder)).toEqual([LEASE_FILE]);
  });

  it('treats a damaged mark as somebody unknown, and takes it over when it is old', async () => {
    await writeFile(file(), '{"id":');
    const first = lease('a');
    expect(await first.acquire(true)).toEqual({
      kind: 'taken',
      holder: { account: null, computer: null, since: null },
      isStale: false,
    });
    await age(STALE_MS + 1000);
    expect(await first.acquire(true)).toEqual({ kind: 'held' });
  });

  it('says that the folder is not there', async () => {
    await rm(folder, { recursive: true });
    expect(await lease('a').acquire(false)).toMatchObject({ kind: 'failed', failure: 'path-gone' });
    expect(await readdir(root)).toEqual([]);
  });
});
