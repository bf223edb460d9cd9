import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  auditLock,
  compareVersions,
  isInRange,
  type KnownVulnerability,
  type LockFile,
} from './audit-lock.mjs';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const lock = read('package-lock.json') as LockFile;
const { vulnerabilities } = read('scripts/lib/known-vulnerabilities.json') as {
  readonly vulnerabilities: readonly KnownVulnerability[];
};

describe('package-lock.json', () => {
  it('holds no version that is known to be vulnerable', () => {
    expect(
      auditLock(lock, vulnerabilities).map(
        ({ path, version, id, fixedIn }) => `${path}@${version}: ${id}, fixed in ${fixedIn}`,
      ),
    ).toEqual([]);
  });
  it('would show a vulnerable one, also inside of another package', () => {
    const packages = {
      ...lock.packages,
      'node_modules/exceljs/node_modules/tmp': { version: '0.2.3' },
    };
    expect(auditLock({ packages }, vulnerabilities).map(({ id }) => id.split(' ')[0])).toEqual([
      'GHSA-52f5-9888-hmc6',
      'GHSA-ph9p-34f9-6g65',
    ]);
  });
});

describe('the list of known vulnerabilities', () => {
  it('says of each what, where and since when it is mended', () => {
    for (const entry of vulnerabilities) {
      expect(entry.source).toMatch(/^https:\/\//);
      expect(entry.id).not.toBe('');
      expect(['low', 'moderate', 'high', 'critical']).toContain(entry.severity);
      // Throws where a range cannot be read.
      isInRange('1.0.0', entry.vulnerable);
      for (const fixed of entry.fixedIn.split(', ').filter((version) => /^\d/.test(version)))
        expect(isInRange(fixed, entry.vulnerable), `${entry.package} ${fixed}`).toBe(false);
    }
  });
});

describe('compareVersions', () => {
  it.each([
    ['1.2.3', '1.2.10', -1],
    ['10.0.0', '9.9.9', 1],
    ['1.0.0', '1.0.0', 0],
    ['1.0.0-beta.2', '1.0.0', -1],
    ['1.0.0-beta.2', '1.0.0-beta.10', -1],
    ['1.0.0-alpha', '1.0.0-beta', -1],
    ['1.0.0-beta', '1.0.0-beta.1', -1],
    ['1.0.0-1', '1.0.0-alpha', -1],
    ['1.0.0+build', '1.0.0', 0],
  ])('puts %s and %s in order', (left, right, order) => {
    expect(compareVersions(left, right)).toBe(order);
    expect(compareVersions(right, left)).toBe(order === 0 ? 0 : -order);
  });
});

describe('isInRange', () => {
  it('reads comparators and alternatives', () => {
    expect(isInRange('7.3.4', '<6.4.2 || >=7.0.0 <7.3.5')).toBe(true);
    expect(isInRange('7.3.5', '<6.4.2 || >=7.0.0 <7.3.5')).toBe(false);
    expect(isInRange('4.4.2', '=4.4.2')).toBe(true);
  });
  it('passes over no range that it cannot read', () => {
    expect(() => isInRange('1.0.0', '^1.0.0')).toThrow('no comparator');
    expect(() => isInRange('1.0', '<2.0.0')).toThrow('no version');
  });
});
