import 'fake-indexeddb/auto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directEncoder } from '#backup/encoder.ts';
import { folderVault, type FolderVault } from '#backup/testing/folder-vault.ts';
import type { HostBridge, VaultLock } from '#bridge/contract.ts';
import type { Change } from '#core/history/change-set.ts';
import { aDevice, aProfile, aRequirement } from '#core/testing/builders.ts';
import { createAppStore } from './inventory-store.ts';
import { openSchool, type OpenSchoolOptions } from './open-school.ts';
import { createSafety } from './safety.ts';

const LABEL = { code: 'device-changed', params: { device: 'GS-1' } } as const;
const device = (id: string, name: string): Change => ({
  entity: 'device',
  id,
  before: null,
  after: aDevice({ id, name }),
});
const AWAY = { ok: false, error: { failure: 'path-gone', detail: 'ENOENT' } } as const;
const TAKEN: VaultLock = {
  kind: 'taken',
  holder: { account: 'kim', computer: 'PC-1', since: '2026-11-25T08:00:00.000Z' },
  isStale: false,
};

let round = 0;
let clock = new Date('2026-11-25T09:00:00Z');
let vault: FolderVault;
beforeEach(async () => {
  round += 1;
  clock = new Date('2026-11-25T09:00:00Z');
  vault = await folderVault();
});
afterEach(() => vault.remove());

/** One PC with a database of its own; the folder is the same for all. */
const pc = (name: string) => {
  let isAway = false;
  let lock: VaultLock = { kind: 'held' };
  const whenThere =
    <Request, Answer>(run: (request: Request) => Promise<Answer>) =>
    (request: Request) =>
      isAway ? Promise.resolve(AWAY) : run(request);
  const host = {
    ...vault,
    vaultLock: () => Promise.resolve(lock),
    vaultList: whenThere(vault.vaultList),
    vaultRead: whenThere(vault.vaultRead),
    vaultAppend: whenThere(vault.vaultAppend),
    vaultWrite: whenThere(vault.vaultWrite),
    vaultSetAside: whenThere(vault.vaultSetAside),
    vaultRemove: whenThere(vault.vaultRemove),
    secondPlace: () => Promise.resolve(null),
  } as unknown as HostBridge;
  const open = (options: Partial<OpenSchoolOptions> = {}) =>
    openSchool({
      host,
      encoder: directEncoder,
      appVersion: '1.0.0',
      now: () => clock,
      newMark: () => 'a1b2c3d4',
      unlock: () => Promise.reject(new Error('no password was set')),
      databaseName: `${name}-${round}`,
      ...options,
    });
  return {
    setAway: (value: boolean) => (isAway = value),
    setLock: (value: VaultLock) => (lock = value),
    open,
    start: async (options: Partial<OpenSchoolOptions> = {}) => {
      const opened = await open(options);
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      const school = opened.value;
      const journal = school.vault?.journal;
      const store = createAppStore({
        storage: school.storage,
        data: school.data,
        profiles: [aProfile({ requirements: [aRequirement({ id: 'R' })] })],
        now: () => (clock = new Date(clock.getTime() + 1000)),
        ...(journal !== undefined && {
          journal: {
            append: async (set) => {
              const written = await journal.append(set);
              return written.ok ? written : { ok: false, error: written.error.failure };
            },
          },
        }),
      });
      const safety = createSafety({
        host,
        vault: school.vault,
        notices: school.notices,
        now: () => clock,
        keptSteps: () => 5000,
      });
      return { school, store, safety };
    },
  };
};
type Pc = Awaited<ReturnType<ReturnType<typeof pc>['start']>>;
const namesIn = ({ store }: Pc): readonly string[] =>
  store
    .getState()
    .inventory.devices.map(({ id, name }) => `${id} ${name}`)
    .toSorted();
const add = ({ store }: Pc, id: string, name: string) => store.commit(LABEL, [device(id, name)]);
const backUp = ({ school, store }: Pc) => school.vault?.backups.take(store.current(), 'daily');

/** Everything in the folder, to see that nothing of it was touched. */
const folderNow = async (): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const entry of await readdir(vault.root, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      found.push(`${entry.name} ${await readFile(join(entry.parentPath, entry.name), 'base64')}`);
  return found.toSorted();
};

/** Two PCs with the same two changes; the folder and both databases have them. */
const twoPcs = async () => {
  const [first, second] = [pc('first'), pc('second')];
  const a = await first.start();
  await add(a, 'd-1', 'Beamer');
  await add(a, 'd-2', 'Tafel');
  expect((await backUp(a))?.ok).toBe(true);
  a.school.storage.close();
  const b = await second.start();
  expect(namesIn(b)).toEqual(['d-1 Beamer', 'd-2 Tafel']);
  await b.school.vault?.caughtUp;
  return { first, second, b };
};

describe('one data folder for two PCs', () => {
  it('takes in what the other one has done, in turn', async () => {
    const { first, b } = await twoPcs();
    await add(b, 'd-3', 'Display');
    b.school.storage.close();
    const a = await first.start();
    expect(namesIn(a)).toEqual(['d-1 Beamer', 'd-2 Tafel', 'd-3 Display']);
    expect(a.school.notices).toMatchObject([{ code: 'database-filled', sets: 1 }]);
  });

  it('does not open while the other one works, and says who that is', async () => {
    const { first, b } = await twoPcs();
    first.setLock(TAKEN);
    const before = await folderNow();
    expect(await first.open()).toEqual({
      ok: false,
      error: {
        code: 'folder-in-use',
        folder: join(vault.root, '..'),
        holder: { account: 'kim', computer: 'PC-1', since: '2026-11-25T08:00:00.000Z' },
        isStale: false,
      },
    });
    expect(await folderNow()).toEqual(before);
    b.school.storage.close();
  });

  it('shows the newest state without writing anything, for whoever only wants to look', async () => {
    const { first, b } = await twoPcs();
    await add(b, 'd-3', 'Display');
    first.setLock(TAKEN);
    const before = await folderNow();
    const looking = await first.start({ decision: 'look-only' });
    expect(namesIn(looking)).toEqual(['d-1 Beamer', 'd-2 Tafel', 'd-3 Display']);
    expect(looking.store.getState().save).toEqual({ kind: 'read-only', reason: 'folder-in-use' });
    expect(await add(looking, 'd-4', 'nie')).toMatchObject({ ok: false, error: { code: 'read-only' } });
    expect(looking.school.vault).toBeNull();
    expect(await folderNow()).toEqual(before);
    b.school.storage.close();
    first.setLock({ kind: 'held' });
    const later = await first.start();
    expect(later.school.notices).toMatchObject([{ code: 'database-filled', sets: 1 }]);
  });

  it('looks at what this PC knew last where the folder cannot be read', async () => {
    const { first, b } = await twoPcs();
    b.school.storage.close();
    first.setLock(TAKEN);
    first.setAway(true);
    const looking = await first.start({ decision: 'look-only' });
    expect(namesIn(looking)).toEqual(['d-1 Beamer', 'd-2 Tafel']);
  });

  it('says at start that the folder cannot be written', async () => {
    const { first, b } = await twoPcs();
    b.school.storage.close();
    first.setLock({ kind: 'failed', failure: 'no-permission', detail: 'EROFS' });
    const a = await first.start();
    expect(a.school.notices).toMatchObject([
      { code: 'vault-read-only', failure: { failure: 'no-permission' }, folder: join(vault.root, '..') },
    ]);
  });

  it('brings to the folder what was changed while it was away', async () => {
    const { first, b } = await twoPcs();
    b.school.storage.close();
    first.setAway(true);
    const a = await first.start();
    expect(a.school.notices).toMatchObject([{ code: 'vault-unreadable', folder: join(vault.root, '..') }]);
    expect(await add(a, 'd-3', 'unterwegs')).toMatchObject({ error: { code: 'path-gone' } });
    a.school.storage.close();
    first.setAway(false);
    const back = await first.start();
    expect(namesIn(back)).toContain('d-3 unterwegs');
    await back.school.vault?.caughtUp;
    back.school.storage.close();
    const other = await pc('third').start();
    expect(namesIn(other)).toEqual(['d-1 Beamer', 'd-2 Tafel', 'd-3 unterwegs']);
  });

  it('never mixes two histories that grew apart while the folder was away from one of them', async () => {
    const { first, second, b } = await twoPcs();
    first.setAway(true);
    const offline = await first.start();
    await add(offline, 'd-3', 'unterwegs');
    await add(offline, 'd-4', 'unterwegs');
    offline.school.storage.close();
    await add(b, 'd-3', 'in der Schule');
    const before = await folderNow();
    // The folder comes back while the first one is open; it has more changes than the folder.
    const a = await first.start();
    first.setAway(false);
    expect(await add(a, 'd-5', 'unterwegs')).toMatchObject({ ok: false, error: { code: 'in-use' } });
    expect(a.store.getState().save).toMatchObject({ kind: 'failed', place: 'journal', failure: 'in-use' });
    await a.safety.backUpSource(a.store.current(), 'daily');
    expect(a.safety.getState().failure).toMatchObject({ failure: 'in-use' });
    expect(await folderNow()).toEqual(before);
    a.school.storage.close();
    b.school.storage.close();
    // The next start asks; neither has lost anything.
    expect(await first.open()).toMatchObject({ ok: false, error: { code: 'two-histories' } });
    // What tries again must not reach a folder that is removed.
    first.setAway(true);
    expect(namesIn(await second.start())).toContain('d-3 in der Schule');
  });
});
