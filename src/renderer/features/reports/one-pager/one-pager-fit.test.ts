import { describe, expect, it } from 'vitest';
import { aReportInput } from '#core/testing/sample-report.ts';
import { headTextsOf, roomsThatFit } from './one-pager-fit.ts';

describe('roomsThatFit', () => {
  const head = headTextsOf(aReportInput());

  it('shows twelve rooms of a usual school', () => {
    expect(roomsThatFit(head, 'kurz', 4)).toBe(12);
  });

  it('gives way to a long name, a long plan, a long foot and a fifth step', () => {
    const long = { name: 'Schule '.repeat(30), facts: 'x'.repeat(200), profile: 'x'.repeat(200) };
    expect(roomsThatFit({ ...head, name: long.name }, 'kurz', 4)).toBe(11);
    expect(roomsThatFit(head, 'kurz', 5)).toBe(10);
    expect(roomsThatFit(long, 'x'.repeat(500), 5)).toBe(6);
  });
});
