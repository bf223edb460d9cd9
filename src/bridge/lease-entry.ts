import type { VaultHolder } from './contract.ts';

/** Who writes to a data folder says so in this file. It is no name of the vault, so that a page cannot reach it in Electron. */
export const LEASE_FILE = 'in-benutzung.json';

/** Four missed signs of life and a little: a PC that sleeps, is off, or has lost the folder. */
export const STALE_MS = 150_000;

/** `place` is drawn by chance for each profile of the app. */
export type LeaseOwner = { readonly place: string; readonly account: string; readonly computer: string };
export type LeaseEntry = LeaseOwner & { readonly id: string; readonly since: string; readonly beat: string };

const MAX_FIELD = 200;

/** What stands in the file; null where that is not what the app writes. */
export const entryOf = (content: string): LeaseEntry | null => {
  try {
    const value: unknown = JSON.parse(content);
    const field = (key: string): string | null => {
      const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
      return typeof found === 'string' && found.length <= MAX_FIELD ? found : null;
    };
    const [id, place, account, computer, since, beat] = [
      field('id'),
      field('place'),
      field('account'),
      field('computer'),
      field('since'),
      field('beat'),
    ];
    if (id === null || place === null || account === null || computer === null) return null;
    if (since === null || beat === null || Number.isNaN(Date.parse(since))) return null;
    return { id, place, account, computer, since, beat };
  } catch {
    return null;
  }
};
export const holderOf = (entry: LeaseEntry | null): VaultHolder => ({
  account: entry?.account ?? null,
  computer: entry?.computer ?? null,
  since: entry?.since ?? null,
});
