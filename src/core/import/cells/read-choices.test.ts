import { describe, expect, it } from 'vitest';
import { readOwner, readUserGroup, readWlanCoverage } from './read-choices.ts';

describe('readUserGroup', () => {
  it.each(['LK', 'LuL', 'Kollegium', 'Lehrkörper', 'Lehrer:innen', 'Lehrkraft'])(
    'takes %j for teachers',
    (text) => {
      expect(readUserGroup(text)).toBe('teachers');
    },
  );
  it('knows pupils and leaves names and classes open', () => {
    expect(readUserGroup('Schüler:innen')).toBe('pupils');
    expect(['Schmidt, Anke', '5b', 'Lehrer Schmidt'].map(readUserGroup)).toEqual([null, null, null]);
  });
});

describe('readOwner', () => {
  it('reads what device managements write', () => {
    expect(['Corporate', 'Organisation', 'Privat (BYOD)'].map(readOwner)).toEqual([
      'school-authority',
      'school-authority',
      'private',
    ]);
  });
});

describe('readWlanCoverage', () => {
  it('reads grades', () => {
    expect(['mittel', 'stark', 'fehlt', 'grün'].map(readWlanCoverage)).toEqual([
      'partial',
      'full',
      'none',
      null,
    ]);
  });
});
