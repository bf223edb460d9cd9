import { describe, expect, it } from 'vitest';
import { aDevice, aRoom, aSchool, anInventory } from '#core/testing/builders.ts';
import { findReportChecks } from '#core/report/report-checks.ts';
import { aReportInput, sampleInventory } from '#core/testing/sample-report.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import { checkLines } from './check-lines.ts';

const linesOf = (inventory: Inventory) => {
  const { profile, analysis } = aReportInput(inventory);
  const checks = findReportChecks(inventory, profile, analysis.asOf);
  return checkLines(inventory, profile, analysis, checks);
};
const lineOf = (inventory: Inventory, id: string) => linesOf(inventory).find((line) => line.id === id);

describe('checkLines', () => {
  it('finds what is doubtful in the sample school and leads to it', () => {
    const lines = linesOf(sampleInventory());
    expect(lines.filter(({ kind }) => kind === 'hint').map(({ id }) => id)).toEqual([
      'room-types',
      'doubled-tags',
      'doubled-serials',
      'category',
      'room',
      'unreported',
    ]);
    expect(lines.every(({ kind, href }) => (kind === 'ok') === (href === null))).toBe(true);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('has nothing to say about a complete school, and says so line by line', () => {
    const { school } = sampleInventory();
    const complete: Inventory = {
      school,
      rooms: [aRoom()],
      devices: [aDevice({ categoryId: 'BEAM', roomId: 'r-1', purchasedOn: '2022' })],
    };
    const lines = linesOf(complete);
    expect(lines.map(({ kind }) => kind)).toEqual(lines.map(() => 'ok'));
    expect(lines).toHaveLength(linesOf(sampleInventory()).length);
  });

  it('leads to the very rows, and is fine once they are mended', () => {
    const broken = anInventory({
      devices: [aDevice({ id: 'd-1' }), aDevice({ id: 'd-2', categoryId: 'BEAM' })],
    });
    expect(lineOf(broken, 'category')).toMatchObject({ kind: 'hint', href: '#/geraete/klaeren/category' });
    const mended = anInventory({
      devices: broken.devices.map((device) => ({ ...device, categoryId: 'BEAM' })),
    });
    expect(lineOf(mended, 'category')).toMatchObject({ kind: 'ok', href: null });
  });

  it('leads to the field of the school that is missing', () => {
    expect(lineOf(anInventory(), 'school')?.href).toBe('#/einstellungen/schoolNumber');
    expect(lineOf(anInventory({ school: aSchool({ pupils: 200, classes: 9 }) }), 'people')?.href).toBe(
      '#/einstellungen/teachers',
    );
  });

  it('asks for numbers that are older than a year, or of an unknown day', () => {
    const of = (countedOn: string | null) =>
      lineOf(
        anInventory({ school: aSchool({ pupils: 200, classes: 9, teachers: 14, countedOn }) }),
        'people',
      );
    expect(of('2025-09-30')).toMatchObject({ kind: 'hint', href: '#/einstellungen/countedOn' });
    expect(of('2025-09-30')?.detail).toContain('30.09.2025');
    expect(of(null)?.kind).toBe('hint');
    expect(of('2026-09-30')?.kind).toBe('ok');
  });
});
