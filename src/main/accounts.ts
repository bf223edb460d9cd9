import { readdir } from 'node:fs/promises';
import { homedir, hostname, userInfo } from 'node:os';
import { dirname } from 'node:path';

/** Whose session this is, for people: the other side of a lock reads it. */
export const accountHere = (): { readonly account: string; readonly computer: string } => {
  let account = '';
  try {
    account = userInfo().username;
  } catch {
    // Some systems have no name for a user.
  }
  return { account, computer: hostname() };
};

/** Folders beside the profiles that are nobody's. */
const NOBODY = new Set(
  [
    'Public',
    'Default',
    'Default User',
    'All Users',
    'defaultuser0',
    'WDAGUtilityAccount',
    'Shared',
    'Guest',
  ].map((name) => name.toLowerCase()),
);

/** Whether other people have a profile on this PC. What lies in theirs is none of ours to look at. */
export const hasOtherAccounts = async (home: string = homedir()): Promise<boolean> => {
  const profiles = dirname(home);
  // `/root` lies beside no profiles.
  if (dirname(profiles) === profiles) return false;
  try {
    const entries = await readdir(profiles, { withFileTypes: true });
    const people = entries.filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NOBODY.has(entry.name.toLowerCase()),
    );
    return people.length > 1;
  } catch {
    return false;
  }
};
