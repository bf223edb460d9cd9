import { describe, expect, it } from 'vitest';
import { aDevice, aRoom, anInventory } from '#core/testing/builders.ts';
import { aReportInput, sampleInventory } from '#core/testing/sample-report.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import { reportChecks } from './report-checks.ts';

const checksOf = (inventory: Inventory) => {
  const { profile, analysis } = aReportInput(inventory);
  return reportChecks(inventory, profile, analysis);
};
const textOf = (inventory: Inventory, id: string): string | undefined =>
  checksOf(inventory).find((check) => check.id === id)?.text;

describe('reportChecks', () => {
  it('finds what is doubtful in the sample school and leads to it', () => {
    const checks = checksOf(sampleInventory());
    expect(checks.filter(({ kind }) => kind === 'hint').map(({ id }) => id)).toEqual([
      'room-types',
      'doubled',
      'category',
      'room',
      'unreported',
    ]);
    expect(checks.every(({ kind, href }) => (kind === 'ok') === (href === null))).toBe(true);
  });

  it('has nothing to say about a complete school', () => {
    const { school } = sampleInventory();
    const complete: Inventory = {
      school,
      rooms: [aRoom()],
      devices: [aDevice({ categoryId: 'BEAM', roomId: 'r-1', purchasedOn: '2022' })],
    };
    expect(checksOf(complete).every(({ kind }) => kind === 'ok')).toBe(true);
  });

  it('counts without what is decommissioned', () => {
    const inventory = anInventory({
      devices: [
        aDevice({ id: 'd-1', status: 'decommissioned' }),
        aDevice({ id: 'd-2', categoryId: 'BEAM' }),
        aDevice({ id: 'd-3', categoryId: 'BEAM', purchasedOn: '2022' }),
      ],
    });
    expect(textOf(inventory, 'category')).toBeUndefined();
    expect(textOf(inventory, 'year')).toBe('1 Gerät ohne Kaufjahr');
  });

  it('asks for what the comparison needs of the school', () => {
    const ids = checksOf(anInventory()).filter(({ kind }) => kind === 'hint');
    expect(ids.map(({ id }) => id)).toEqual(['school', 'people']);
  });
});
