import { describe, expect, it } from 'vitest';
import { overdueDays } from './second-place-age.ts';

const now = new Date('2026-11-24T10:00:00Z');
const copied = (copiedAt: string | null) => overdueDays({ label: 'E:', state: 'absent', copiedAt }, now);

describe('overdueDays', () => {
  it('says nothing up to seven days, nor where nothing was ever copied', () => {
    expect(copied('2026-11-24T09:00:00Z')).toBeNull();
    expect(copied('2026-11-17T09:00:00Z')).toBeNull();
    expect(copied(null)).toBeNull();
  });

  it('counts whole days beyond', () => {
    expect(copied('2026-11-16T09:00:00Z')).toBe(8);
    expect(copied('2026-11-12T09:00:00Z')).toBe(12);
  });
});
