import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDamagedFiles } from './damaged-files.ts';

describe('readDamagedFiles', () => {
  it('accepts none wrongly and crashes on none of 300', async () => {
    const report = await readDamagedFiles(join(import.meta.dirname, '../..'), { cases: 300, seed: 1 });
    expect(report.problems).toEqual([]);
    expect(report.refused).toBeGreaterThan(150);
    expect(report.readInPart).toBeGreaterThan(20);
  });
});
