import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { summarizeGaps } from '../report/gaps-summary.ts';
import type { ReportData } from '../report/report-data.ts';
import { deviceId } from '../shared/ids.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { inventories, profiles } from '../testing/random-schools.ts';
import { consolidate, type Consolidation } from './consolidate.ts';
import { analyzeReport, type SchoolReport } from './school-report.ts';

const SEED = 20_261_125;
const AS_OF = '2026-11-24';

const reportOf = (inventory: Inventory, profile: TargetProfile, number: number): SchoolReport => {
  const named = {
    ...inventory,
    school: { ...inventory.school, name: `Schule ${number}`, schoolNumber: `0${number}` },
  };
  const analysis = analyzeGaps(named, profile, { asOf: AS_OF, stage: 1 });
  const data: ReportData = {
    schoolId: `0${number}`,
    writtenAt: '2026-11-24T09:30:00.000Z',
    appVersion: '0.1.0',
    asOf: AS_OF,
    stage: 1,
    includesFreeTexts: false,
    inventory: named,
    profile,
    gaps: summarizeGaps(named, analysis),
  };
  return analyzeReport(`${number}.xlsx`, data);
};

const authorities = fc
  .record({ profile: profiles, schools: fc.array(inventories, { minLength: 1, maxLength: 4 }) })
  .map(({ profile, schools }) => schools.map((inventory, at) => reportOf(inventory, profile, at)));

/** The inventories after all moves, made the plainest way: units become devices of their own. */
const afterMoves = ({ schools, exchange }: Consolidation): readonly Inventory[] => {
  const inventories = schools.map(
    ({ report }) =>
      structuredClone(report.inventory) as {
        school: Inventory['school'];
        rooms: Inventory['rooms'];
        devices: {
          -readonly [Key in keyof Inventory['devices'][number]]: Inventory['devices'][number][Key];
        }[];
      },
  );
  let number = 0;
  const carry = (
    from: number,
    to: number,
    id: string,
    units: number,
    roomId: Inventory['rooms'][number]['id'] | null,
  ): void => {
    const device = inventories[from]!.devices.find((entry) => entry.id === id)!;
    expect(device.quantity).toBeGreaterThanOrEqual(units);
    device.quantity -= units;
    inventories[from]!.devices = inventories[from]!.devices.filter(({ quantity }) => quantity > 0);
    const moved = { ...device, id: deviceId(`z-${(number += 1)}`), quantity: units, roomId };
    inventories[to]!.devices.push(moved);
  };
  exchange.ownMoves.forEach((moves, school) => {
    for (const { deviceId: id, units, toRoomId } of moves) carry(school, school, id, units, toRoomId);
  });
  for (const { from, to, deviceId: id, units, toRoomId } of exchange.moves)
    carry(from, to, id, units, toRoomId);
  return inventories;
};

describe('consolidate', () => {
  it('sums what the schools say, in every table', () => {
    fc.assert(
      fc.property(authorities, (reports) => {
        const { schools, totals, byGroup, byCategory, purchases, replacement } = consolidate(reports);
        expect(schools.length).toBe(reports.length);
        const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
        const own = schools.map(({ report }) => report.analysis.totals);
        for (const key of [
          'target',
          'actual',
          'gap',
          'roomGap',
          'schoolGap',
          'repairable',
          'costCents',
        ] as const)
          expect(totals[key]).toBe(sum(own.map((entry) => entry[key])));
        expect(sum(Object.values(totals.gapByPriority))).toBe(totals.gap);
        for (const lines of [byGroup, byCategory])
          for (const key of ['target', 'actual', 'gap', 'costCents'] as const) {
            expect(sum(lines.map(({ total }) => total[key]))).toBe(totals[key]);
            schools.forEach(({ figures }, at) =>
              expect(sum(lines.map(({ cells }) => cells[at]?.[key] ?? 0))).toBe(figures[key]),
            );
          }
        for (const { id, cells, total } of byCategory) {
          expect(sum(purchases.filter((entry) => entry.categoryId === id).map(({ units }) => units))).toBe(
            total.gap,
          );
          schools.forEach(({ report }, at) =>
            expect(cells[at]?.gap ?? 0).toBe(
              report.analysis.byCategory.find(({ categoryId }) => categoryId === id)?.gap ?? 0,
            ),
          );
        }
        expect(sum(purchases.map(({ costCents }) => costCents))).toBe(totals.costCents);
        expect(sum(purchases.map(({ repairable }) => repairable))).toBe(totals.repairable);
        for (const time of replacement.times)
          expect(replacement.byTime.get(time)?.units).toBe(
            sum(replacement.schools.map(({ byTime }) => byTime.get(time)?.units ?? 0)),
          );
        for (const school of replacement.schools)
          expect(sum([...school.byTime.values()].map(({ costCents }) => costCents))).toBe(
            school.total.costCents,
          );
        expect(sum(replacement.schools.map(({ total }) => total.units))).toBe(replacement.total.units);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('closes with each unit that goes to another school one gap, and opens none anywhere', () => {
    let moved = 0;
    fc.assert(
      fc.property(authorities, (reports) => {
        const together = consolidate(reports);
        const { schools, exchange, purchases } = together;
        const after = afterMoves(together);
        schools.forEach(({ report: { profile, analysis } }, at) => {
          const now = analyzeGaps(after[at]!, profile, { asOf: AS_OF, stage: 1 });
          const before = [...analysis.rooms, ...analysis.school];
          [...now.rooms, ...now.school].forEach((line, index) =>
            expect(line.gap ?? 0).toBeLessThanOrEqual(before[index]!.gap ?? 0),
          );
          const gapOf = ({ rooms, school }: typeof now): number =>
            [...rooms, ...school].reduce((sum, { gap }) => sum + (gap ?? 0), 0);
          const units = [...exchange.ownMoves[at]!, ...exchange.moves.filter(({ to }) => to === at)].reduce(
            (sum, move) => sum + move.units,
            0,
          );
          // A unit may waive another requirement of its room as well.
          expect(gapOf(analysis) - gapOf(now)).toBeGreaterThanOrEqual(units);
        });
        for (const { units, repairable, movable, fromOthers } of purchases)
          expect(repairable + movable + fromOthers).toBeLessThanOrEqual(units);
        moved += exchange.moves.length;
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(moved).toBeGreaterThan(50);
  });

  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(authorities, (reports) => {
        expect(consolidate(reports.toReversed())).toEqual(consolidate(reports));
      }),
      { numRuns: 30, seed: SEED },
    );
  });
});
