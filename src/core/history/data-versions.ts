import type { EntityKind } from './change-set.ts';

/**
 * The versions of what is stored, oldest first: one number for database, journal and backups (docs/data-format.md).
 * Append-only. A new version that changes the shape of things says how one thing of the version before becomes one of
 * its own; the same function serves the upgrade of the database and the reading of old backups and journals.
 */
export type DataVersion = {
  readonly version: number;
  /** Pure, in a file of its own that imports nothing. Absent: the reader's defaults for missing fields are enough. */
  readonly upgradeThing?: (kind: EntityKind, thing: unknown) => unknown;
};

export const DATA_VERSIONS: readonly [DataVersion, ...DataVersion[]] = [{ version: 1 }];

/** What this version of the app writes. */
export const DATA_VERSION = Math.max(...DATA_VERSIONS.map(({ version }) => version));

/** A stored thing of an older version in the shape of the newest one. */
export const upgradeThing = (
  kind: EntityKind,
  thing: unknown,
  from: number,
  versions: readonly DataVersion[] = DATA_VERSIONS,
): unknown =>
  versions
    .filter(({ version }) => version > from)
    .reduce((current, step) => step.upgradeThing?.(kind, current) ?? current, thing);
