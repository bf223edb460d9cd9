import { describe, expect, it } from 'vitest';
import { queryFacts } from './device-print.ts';

describe('queryFacts', () => {
  it('says each value of a filter: on paper nobody can look up what three values are', () => {
    expect(
      queryFacts(
        {
          view: 'all',
          search: ' Board ',
          filters: { manufacturer: ['Lumina', ''], model: '86' },
          hidesDecommissioned: true,
          sort: { column: 'model', direction: 'descending' },
        },
        'Meine Ansicht',
      ),
    ).toEqual([
      'Meine Ansicht',
      'Suche „Board“',
      'Hersteller: Lumina, (leer)',
      'Modell: 86',
      'Ohne ausgesonderte',
      'sortiert nach Modell, absteigend',
    ]);
  });
});
