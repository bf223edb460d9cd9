import { describe, expect, it } from 'vitest';
import type { Inventory } from '../inventory/inventory.ts';
import { schoolIdOf } from '../report/report-input.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aSchool,
} from '../testing/builders.ts';
import { consolidate, type Consolidation } from './consolidate.ts';
import { analyzeReport } from './school-report.ts';

const profile = aProfile({
  categories: [
    aCategory({ id: 'BEAM' }),
    aCategory({ id: 'TAB' }),
    aCategory({ id: 'KOPF', piecesPerUnit: 16 }),
  ],
  requirements: [
    aRequirement({ id: 'B', categories: ['BEAM'] }),
    aRequirement({
      id: 'T',
      categories: ['TAB'],
      appliesTo: { kind: 'school' },
      quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 5, grades: null }] },
    }),
  ],
});

const together = (
  schools: readonly Partial<Inventory>[],
  profiles: readonly TargetProfile[] = [],
): Consolidation =>
  consolidate(
    schools.map((parts, at) => {
      const inventory = anInventory({
        school: aSchool({ name: `Schule ${at}`, schoolNumber: `0${at}` }),
        ...parts,
      });
      return analyzeReport(`${at}.xlsx`, {
        schoolId: schoolIdOf(inventory.school),
        writtenAt: '2026-11-24T09:30:00.000Z',
        appVersion: '0.1.0',
        asOf: '2026-11-24',
        stage: 1,
        includesFreeTexts: false,
        inventory,
        profile: profiles[at] ?? profile,
        gaps: {
          roomsMeetingStandard: { met: 0, of: 0 },
          fulfilment: null,
          costCents: 0,
          rooms: [],
          school: [],
          checks: [],
        },
      });
    }),
  );
const movesOf = ({ exchange }: Consolidation) =>
  exchange.moves.map(({ from, to, deviceId, units, toRoomId }) => [from, to, deviceId, units, toRoomId]);

const school = (at: number, fields: Parameters<typeof aSchool>[0] = {}) =>
  aSchool({ name: `Schule ${at}`, schoolNumber: `0${at}`, ...fields });
const beamers = (count: number, fields: Parameters<typeof aDevice>[0] = {}) =>
  Array.from({ length: count }, (_, at) =>
    aDevice({ id: `b-${at}`, categoryId: 'BEAM', roomId: 'r-1', ...fields }),
  );

describe('the exchange between schools', () => {
  it('sends what is left over to a room of another school', () => {
    expect(movesOf(together([{ rooms: [aRoom()], devices: beamers(2) }, { rooms: [aRoom()] }]))).toEqual([
      [0, 1, expect.any(String), 1, 'r-1'],
    ]);
  });

  it('lets a school close its own gaps first', () => {
    const rooms = [aRoom(), aRoom({ id: 'r-2', roomNumber: '102' })];
    const consolidation = together([{ rooms, devices: beamers(2) }, { rooms: [aRoom()] }]);
    expect(movesOf(consolidation)).toEqual([]);
    expect(consolidation.exchange.ownMoves[0]!.length).toBe(1);
  });

  it('closes gaps of a whole school with a part of a Sammelposten, but not with devices of the staff', () => {
    const tablets = { categoryId: 'TAB', quantity: 12 } as const;
    const giving = { school: school(0, { pupils: 10 }), devices: [aDevice(tablets)] };
    const lacking = { school: school(1, { pupils: 20 }) };
    expect(movesOf(together([giving, lacking]))).toEqual([[0, 1, 'd-1', 4, null]]);
    const ofTeachers = { school: giving.school, devices: [aDevice({ ...tablets, userGroup: 'teachers' })] };
    expect(movesOf(together([ofTeachers, lacking]))).toEqual([]);
  });

  it('sends nothing that belongs to an association, and nothing to schools of another authority', () => {
    const lacking = { rooms: [aRoom()] };
    expect(
      movesOf(together([{ rooms: [aRoom()], devices: beamers(2, { owner: 'association' }) }, lacking])),
    ).toEqual([]);
    const town = { school: school(0, { schoolAuthority: 'Stadt' }), rooms: [aRoom()], devices: beamers(2) };
    expect(
      movesOf(together([town, { ...lacking, school: school(1, { schoolAuthority: 'Kreis' }) }])),
    ).toEqual([]);
    expect(
      movesOf(together([town, { ...lacking, school: school(1, { schoolAuthority: ' stadt' }) }])).length,
    ).toBe(1);
  });

  it('takes the younger device and names a Zweckbindung', () => {
    const old = aDevice({ id: 'b-old', categoryId: 'BEAM', purchasedOn: '2019' });
    const young = aDevice({
      id: 'b-young',
      categoryId: 'BEAM',
      purchasedOn: '2024',
      earmarkedUntil: '2029-12-31',
    });
    const { exchange } = together([{ devices: [old, young] }, { rooms: [aRoom()] }]);
    expect(exchange.moves).toMatchObject([{ deviceId: 'b-young', earmarkedUntil: '2029-12-31' }]);
  });

  it('leaves out a category that another school counts in other sets', () => {
    const sets = (piecesPerUnit: number): TargetProfile =>
      aProfile({
        categories: [aCategory({ id: 'KOPF', piecesPerUnit })],
        requirements: [aRequirement({ id: 'K', categories: ['KOPF'] })],
      });
    const giving = { devices: [aDevice({ categoryId: 'KOPF', quantity: 32 })] };
    const lacking = { rooms: [aRoom()] };
    expect(movesOf(together([giving, lacking], [sets(16), sets(16)]))).toEqual([[0, 1, 'd-1', 1, 'r-1']]);
    expect(movesOf(together([giving, lacking], [sets(16), sets(10)]))).toEqual([]);
  });

  it('tells which schools have another profile, stage or year', () => {
    const other = { ...profile, edition: '2' };
    const { schoolIssues } = together([{}, {}, {}], [profile, other, profile]);
    expect(schoolIssues.filter(({ code }) => code === 'OTHER_PROFILE')).toEqual([
      { code: 'OTHER_PROFILE', school: 1, usual: 'Testprofil, 1', own: 'Testprofil, 2' },
    ]);
  });
});
