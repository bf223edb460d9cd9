/** What the name of a backup says. */
export type BackupName = {
  readonly name: string;
  /** The last change set that is in it. */
  readonly seq: number;
  /** When it was written, by the PC's clock at that time: `YYYYMMDD-HHMMSS`, in UTC. */
  readonly time: string;
};

export const KEPT_NEWEST = 10;
export const KEPT_DAYS = 14;
export const KEPT_MONTHS = 12;

/** Newest first: by what is in it, not by the clock, which may have been set back. */
export const newestFirst = <Name extends BackupName>(backups: readonly Name[]): readonly Name[] =>
  backups.toSorted((a, b) => b.seq - a.seq || (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));

/**
 * Which backups stay: the newest 10, and the newest one of each of the last 14 days and 12 months that have any.
 * Days without a backup do not count, so that a school that pauses in summer keeps its older ones.
 */
export const backupsToKeep = <Name extends BackupName>(backups: readonly Name[]): readonly Name[] => {
  const sorted = newestFirst(backups);
  const kept = new Set<Name>(sorted.slice(0, KEPT_NEWEST));
  for (const [length, count] of [
    [8, KEPT_DAYS],
    [6, KEPT_MONTHS],
  ] as const) {
    const periods = new Set<string>();
    for (const backup of sorted) {
      const period = backup.time.slice(0, length);
      if (periods.has(period) || periods.size === count) continue;
      periods.add(period);
      kept.add(backup);
    }
  }
  return sorted.filter((backup) => kept.has(backup));
};
