import { describe, expect, it } from 'vitest';
import { backupsToKeep, type BackupName } from './rotation.ts';

const aBackup = (seq: number, day: Date, hour = 10): BackupName => {
  const time = `${day.toISOString().slice(0, 10).replaceAll('-', '')}-${String(hour).padStart(2, '0')}0000`;
  return { name: `${time}-${seq}`, seq, time };
};
const dayBefore = (days: number): Date => new Date(Date.UTC(2026, 10, 24) - days * 86_400_000);

describe('backupsToKeep', () => {
  it('keeps ten of one day', () => {
    const all = Array.from({ length: 24 }, (_, hour) => aBackup(hour + 1, dayBefore(0), hour));
    expect(backupsToKeep(all).map(({ seq }) => seq)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16, 15]);
  });

  it('keeps the newest of 14 days and 12 months, over two years of daily backups', () => {
    const all = Array.from({ length: 730 }, (_, index) => aBackup(730 - index, dayBefore(index)));
    const kept = backupsToKeep(all);
    // 14 days of November, and the last day of each of the eleven months before; the 31st of October is one of them.
    expect(kept).toHaveLength(14 + 11);
    expect(kept.slice(0, 14).map(({ seq }) => seq)).toEqual(Array.from({ length: 14 }, (_, i) => 730 - i));
    expect(kept.at(-1)?.time).toBe('20251231-100000');
  });

  it('keeps what holds the newest data when the clock was set back', () => {
    const all = [
      ...Array.from({ length: 40 }, (_, index) => aBackup(index + 1, dayBefore(40 - index))),
      aBackup(41, new Date(Date.UTC(2001, 0, 1))),
    ];
    expect(backupsToKeep(all)[0]?.seq).toBe(41);
  });

  it('removes nothing of what is within the bounds, and nothing twice', () => {
    const all = Array.from({ length: 9 }, (_, index) => aBackup(index + 1, dayBefore(9 - index)));
    expect(backupsToKeep(all).toSorted((a, b) => a.seq - b.seq)).toEqual(all);
    expect(backupsToKeep(backupsToKeep(all))).toEqual(backupsToKeep(all));
  });
});
