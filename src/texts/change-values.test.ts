import { expect, it } from 'vitest';
import { changedValueText } from './change-values.ts';

const names = { room: () => null, category: () => null, roomType: () => null, requirement: () => null };
const textOf = (id: string, value: unknown): string =>
  changedValueText('setting', '', { id, value }, names).replaceAll('\u00A0', ' ');

it('tells a budget by its amounts and switches, so that each change of it is seen', () => {
  const budget = {
    years: [
      { year: 2027, amountCents: 20_000_00 },
      { year: 2029, amountCents: null },
    ],
    repairsFirst: true,
    carriesOver: false,
  };
  expect(textOf('budget', budget)).toBe(
    '2027: 20.000 €, 2029: ohne Betrag, Reparaturen zuerst, Rest verfällt',
  );
  expect(textOf('budget', { ...budget, years: [], repairsFirst: false, carriesOver: true })).toBe(
    'ohne Reparaturen, Rest wird übertragen',
  );
  expect(textOf('budget', null)).toBe('');
});

it('tells the sums of the programmes, and other lists by their size', () => {
  expect(textOf('programme-sums', { 'digitalpakt-1': 700_000_00 })).toBe('700.000 €');
  expect(textOf('scenarios', [{}, {}])).toBe('2 Einträge');
});
