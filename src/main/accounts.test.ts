import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountHere, hasOtherAccounts } from './accounts.ts';

let users = '';
beforeEach(async () => {
  users = await mkdtemp(join(tmpdir(), 'users-'));
  await mkdir(join(users, 'kim'));
});
afterEach(() => rm(users, { recursive: true, force: true }));
const isShared = (): Promise<boolean> => hasOtherAccounts(join(users, 'kim'));

describe('hasOtherAccounts', () => {
  it('counts profiles of people, not what systems keep beside them', async () => {
    for (const name of ['Public', 'Default', 'All Users', 'Shared', '.Trash']) await mkdir(join(users, name));
    await writeFile(join(users, 'desktop.ini'), '');
    expect(await isShared()).toBe(false);
    await mkdir(join(users, 'alex'));
    expect(await isShared()).toBe(true);
  });
  it('takes the folders beside a home at the top of the disk for no profiles, nor what cannot be read', async () => {
    expect(await hasOtherAccounts('/root')).toBe(false);
    expect(await hasOtherAccounts(join(users, 'fehlt', 'kim'))).toBe(false);
  });
});

describe('accountHere', () => {
  it('names account and PC', () => {
    const { account, computer } = accountHere();
    expect(account).not.toBe('');
    expect(computer).not.toBe('');
  });
});
