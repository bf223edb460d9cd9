import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { parseProfile } from '../targets/parse-profile.ts';
import {
  aCategory,
  aDevice,
  anInventory,
  aProfile,
  aRequirement,
  aRoom,
  aRoomType,
  aSchool,
} from '../testing/builders.ts';
import type { Requirement, TargetProfile } from '../targets/target-profile.ts';
import { analyzeGaps } from './analyze-gaps.ts';

const OPTIONS = { asOf: '2026-11-24', stage: 1 };
const parsed = parseProfile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../resources/profiles/mv-vorschlag-2026.json'), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('profile');
const proposal = parsed.value;

const school = { kind: 'school' } as const;
const devices = (count: number, device: Parameters<typeof aDevice>[0]): Device[] =>
  Array.from({ length: count }, (_, index) => aDevice({ ...device, id: `${device?.categoryId}-${index}` }));

const lineOf = (
  inventory: Inventory,
  profile: TargetProfile,
  id: string,
  options: Partial<typeof OPTIONS> = {},
) => {
  const analysis = analyzeGaps(inventory, profile, { ...OPTIONS, ...options });
  return [...analysis.rooms, ...analysis.school].find(({ requirementId }) => requirementId === id);
};
const oneRequirement = (requirement: Partial<Requirement> = {}): TargetProfile =>
  aProfile({ requirements: [aRequirement({ id: 'R', ...requirement })] });

describe('analyzeGaps: worked figures', () => {
  it('Wülfrath: 1,900 pupils at 1:5 need 380, 311 are there, 69 are missing', () => {
    const inventory = anInventory({
      school: aSchool({ schoolType: 'regional', pupils: 1900 }),
      devices: [76, 35, 49, 92, 59].map((quantity, index) =>
        aDevice({ id: `d-${index}`, categoryId: 'TAB', quantity, userGroup: 'pupils' }),
      ),
    });
    expect(lineOf(inventory, proposal, 'Q1')).toMatchObject({
      base: 1900,
      target: 380,
      actual: 311,
      gap: 69,
    });
  });

  it.each([
    ['Diesterweg 1:5', 'primary', 212, 1, 'Q1', 43],
    ['Diesterweg, cases at 1:5', 'primary', 212, 1, 'Q5', 3],
    ['Fritz-Reuter 1:5', 'regional', 370, 1, 'Q1', 74],
    ['Fritz-Reuter, cases at 1:5', 'regional', 370, 1, 'Q5', 5],
    ['Fritz-Reuter 1:3', 'regional', 370, 2, 'Q2-RS', 124],
    ['Fritz-Reuter, cases at 1:3', 'regional', 370, 2, 'Q5', 8],
    ['Diesterweg 1:4', 'primary', 212, 2, 'Q2-GS', 53],
    ['spare pool of 3 %', 'regional', 370, 2, 'Q14', 4],
  ] as const)('%s', (_name, schoolType, pupils, stage, id, target) => {
    const inventory = anInventory({ school: aSchool({ schoolType, pupils }) });
    expect(lineOf(inventory, proposal, id, { stage })?.target).toBe(target);
  });

  it('adds several terms by grade and rounds up once', () => {
    const inventory = anInventory({
      school: aSchool({
        schoolType: 'regional',
        pupils: 370,
        pupilsByGrade: { 5: 61, 6: 60, 7: 62, 8: 63, 9: 62, 10: 62 },
      }),
    });
    // ⌈121 ÷ 2⌉ + 249, rounded once: 60.5 + 249 = 309.5 → 310
    expect(lineOf(inventory, proposal, 'Q3-RS', { stage: 3 })).toMatchObject({ target: 310, base: 370 });
  });

  it('counts switches by the LAN targets of all rooms', () => {
    const rooms = Array.from({ length: 10 }, (_, index) =>
      aRoom({ id: `r-${index}`, roomNumber: String(index) }),
    );
    // 10 rooms × 2 double sockets × 2 ports × 1.2 ÷ 24 = 2
    expect(lineOf(anInventory({ rooms }), proposal, 'Q18')).toMatchObject({ base: 20, target: 2 });
  });
});

describe('analyzeGaps: what is in force', () => {
  it('takes the first stage whose year has not passed, else the last', () => {
    const stageAt = (asOf: string) => analyzeGaps(anInventory(), proposal, { asOf, stage: null }).stage;
    expect([
      stageAt('2026-11-24'),
      stageAt('2027-12-31'),
      stageAt('2028-01-01'),
      stageAt('2040-01-01'),
    ]).toEqual([1, 1, 2, 3]);
  });

  it('lets the highest stage of a ladder replace the others', () => {
    const inventory = anInventory({ school: aSchool({ pupils: 100 }) });
    const idsAt = (stage: number) =>
      analyzeGaps(inventory, proposal, { ...OPTIONS, stage })
        .school.map(({ requirementId }) => requirementId)
        .filter((id) => /^Q[123](-|$)/.test(id));
    expect([idsAt(1), idsAt(2), idsAt(3)]).toEqual([['Q1'], ['Q2-GS'], ['Q3-GS']]);
  });

  it('leaves out what is bound to a school type while it is unknown, and says so', () => {
    const profile = oneRequirement({ schoolTypes: ['primary'] });
    const inventory = anInventory({ school: aSchool({ schoolType: null }), rooms: [aRoom()] });
    const analysis = analyzeGaps(inventory, profile, OPTIONS);
    expect(analysis.rooms).toEqual([]);
    expect(analysis.issues.map(({ code }) => code)).toEqual(['SCHOOL_TYPE_UNKNOWN']);
  });

  it('says when the profile has no targets of its own for the school type', () => {
    const inventory = anInventory({ school: aSchool({ schoolType: 'special' }), rooms: [aRoom()] });
    expect(analyzeGaps(inventory, proposal, OPTIONS).issues.map(({ code }) => code)).toContain(
      'SCHOOL_TYPE_WITHOUT_TARGETS',
    );
  });

  it('asks a room of two types once per group, for the most', () => {
    const profile = aProfile({
      requirements: [
        aRequirement({ id: 'A', group: 'lan', categories: ['LAN'], quantity: { kind: 'fixed', units: 2 } }),
        aRequirement({
          id: 'B',
          group: 'lan',
          categories: ['LAN'],
          quantity: { kind: 'fixed', units: 3 },
          appliesTo: { kind: 'rooms', roomTypes: ['MU'] },
        }),
      ],
    });
    const { rooms } = analyzeGaps(
      anInventory({ rooms: [aRoom({ roomTypes: ['KR', 'MU'] })] }),
      profile,
      OPTIONS,
    );
    expect(rooms.map(({ requirementId, target }) => [requirementId, target])).toEqual([['B', 3]]);
  });

  it('frees the units of an exempt room and leaves it out of the sums, until the last day', () => {
    const profile = oneRequirement({ id: 'R' });
    const exemption = {
      requirement: 'R',
      reason: 'Denkmal',
      since: '2026-01-01',
      until: '2026-11-24',
      isPrivate: false,
    };
    const inventory = anInventory({
      rooms: [aRoom({ exemptions: [exemption] })],
      devices: [aDevice({ categoryId: 'BEAM', roomId: 'r-1' })],
    });
    const analysis = analyzeGaps(inventory, profile, OPTIONS);
    expect(analysis.rooms[0]).toMatchObject({ exempt: true, target: 0, gap: 0, surplus: 1 });
    expect(analysis.totals).toMatchObject({ target: 0, fulfilment: null });
    expect(analysis.roomSummaries[0]?.counted).toBe(false);
    expect(lineOf(inventory, profile, 'R', { asOf: '2026-11-25' })).toMatchObject({
      exempt: false,
      target: 1,
    });
  });

  it('waives a requirement where a counting unit does its work', () => {
    const profile = oneRequirement({ categories: ['CAST'], waivedBy: ['DISP'] });
    const withDisplay = (status: Device['status']) =>
      analyzeGaps(
        anInventory({ rooms: [aRoom()], devices: [aDevice({ categoryId: 'DISP', roomId: 'r-1', status })] }),
        { ...profile, categories: [...profile.categories, aCategory({ id: 'DISP' })] },
        OPTIONS,
      ).rooms[0];
    expect(withDisplay('in-use')).toMatchObject({ waived: true, target: 0 });
    expect(withDisplay('defective')).toMatchObject({ waived: false, target: 1 });
  });

  it('takes the fallback where seats are unknown, and says so', () => {
    const profile = oneRequirement({
      quantity: { kind: 'per-seats', multiply: 1, divide: 2, fallbackUnits: 12 },
    });
    const analysis = analyzeGaps(anInventory({ rooms: [aRoom({ seats: 0 })] }), profile, OPTIONS);
    expect(analysis.rooms[0]).toMatchObject({ target: 12, assumed: true });
    expect(analysis.issues[0]).toMatchObject({ code: 'SEATS_UNKNOWN', params: { units: 12 } });
    expect(lineOf(anInventory({ rooms: [aRoom({ seats: 25 })] }), profile, 'R')?.target).toBe(13);
  });

  it.each([
    ['pupils', { kind: 'per-pupils', terms: [{ pupilsPerUnit: 5, grades: null }] }],
    ['pupilsByGrade', { kind: 'per-pupils', terms: [{ pupilsPerUnit: 5, grades: ['1', '2'] }] }],
    ['teachers', { kind: 'per-teachers', teachersPerUnit: 1 }],
    ['classes', { kind: 'per-classes', classesPerUnit: 2 }],
    ['bandwidthMbit', { kind: 'conditional', value: 'bandwidthMbit', below: 50, units: 1 }],
  ] as const)('cannot compute without %s, and never says 0', (field, quantity) => {
    const inventory = anInventory({
      school: aSchool({ pupils: 0, teachers: 0, classes: 0, bandwidthMbit: 0, pupilsByGrade: { 1: 20 } }),
    });
    const analysis = analyzeGaps(inventory, oneRequirement({ appliesTo: school, quantity }), OPTIONS);
    expect(analysis.school[0]).toMatchObject({ target: null, actual: null, gap: null, costCents: null });
    expect(analysis.issues[0]).toMatchObject({ code: 'BASE_UNKNOWN', params: { field } });
    expect(analysis.totals.target).toBe(0);
  });
});

describe('analyzeGaps: units', () => {
  const profile = oneRequirement({ categories: ['BEAM'], quantity: { kind: 'fixed', units: 1 } });
  it.each([
    ['in-use', 1],
    ['in-storage', 1],
    ['on-loan', 0],
    ['defective', 0],
    ['in-repair', 0],
    ['missing', 0],
    ['decommissioned', 0],
  ] as const)('counts a unit that is %s in its room: %i', (status, actual) => {
    const inventory = anInventory({
      rooms: [aRoom()],
      devices: [aDevice({ categoryId: 'BEAM', roomId: 'r-1', status })],
    });
    expect(lineOf(inventory, profile, 'R')?.actual).toBe(actual);
  });

  it('never counts private devices', () => {
    const device = aDevice({ categoryId: 'BEAM', roomId: 'r-1', owner: 'private' });
    expect(lineOf(anInventory({ rooms: [aRoom()], devices: [device] }), profile, 'R')?.actual).toBe(0);
  });

  it("leaves the school's own categories out, unless the profile names them", () => {
    const own = aCategory({ id: 'MONITOR', origin: 'school' });
    const inventory = anInventory({
      rooms: [aRoom()],
      devices: [
        ...devices(2, { categoryId: 'MONITOR', roomId: 'r-1', purchasedOn: '2010' }),
        aDevice({ id: 'lent', categoryId: 'MONITOR', status: 'on-loan' }),
        aDevice({ id: 'broken', categoryId: 'MONITOR', roomId: 'r-1', status: 'defective' }),
      ],
    });
    const unnamed = oneRequirement();
    const withOwn = { ...unnamed, categories: [...unnamed.categories, own] };
    expect(analyzeGaps(inventory, withOwn, OPTIONS)).toEqual(analyzeGaps(inventory, unnamed, OPTIONS));
    const named = aProfile({ ...oneRequirement({ categories: ['MONITOR'] }), categories: [own] });
    expect(lineOf(inventory, named, 'R')).toMatchObject({ gap: 0, surplus: 1 });
  });

  it('counts a contained device where its container is, whatever its own room says', () => {
    const inventory = anInventory({
      rooms: [aRoom(), aRoom({ id: 'r-2', roomNumber: '102', roomTypes: [] })],
      devices: [
        aDevice({ id: 'case', assetTag: 'K1', roomId: 'r-1', containerTag: 'K1' }),
        aDevice({ id: 'd', categoryId: 'BEAM', containerTag: 'K1', roomId: 'r-2' }),
      ],
    });
    expect(lineOf(inventory, profile, 'R')?.actual).toBe(1);
  });

  it('counts whole sets of pieces', () => {
    const sets = aProfile({
      requirements: [aRequirement({ id: 'R', categories: ['KOPF'], quantity: { kind: 'fixed', units: 3 } })],
      categories: [aCategory({ id: 'KOPF', piecesPerUnit: 16 })],
    });
    const inventory = anInventory({
      rooms: [aRoom()],
      devices: [aDevice({ categoryId: 'KOPF', roomId: 'r-1', quantity: 47 })],
    });
    expect(lineOf(inventory, sets, 'R')?.actual).toBe(2);
  });

  it('takes for pupil ratios only devices of pupils, rooms or of nobody in particular', () => {
    const inventory = anInventory({
      school: aSchool({ pupils: 10 }),
      devices: [null, 'pupils', 'room', 'teachers', 'administration'].map((userGroup, index) =>
        aDevice({ id: `d-${index}`, categoryId: 'TAB', userGroup: userGroup as Device['userGroup'] }),
      ),
    });
    const ratio = oneRequirement({
      appliesTo: school,
      categories: ['TAB'],
      quantity: { kind: 'per-pupils', terms: [{ pupilsPerUnit: 1, grades: null }] },
    });
    expect(lineOf(inventory, ratio, 'R')?.actual).toBe(3);
  });

  it('keeps the computers of the office staff out of school-wide goals', () => {
    const office = aProfile({
      requirements: [
        aRequirement({
          id: 'R',
          appliesTo: school,
          categories: ['PC', 'MFP'],
          quantity: { kind: 'fixed', units: 9 },
        }),
      ],
      roomTypes: [aRoomType({ id: 'VW', scope: 'administration' })],
    });
    const inventory = anInventory({
      rooms: [aRoom({ roomTypes: ['VW'] })],
      devices: [
        aDevice({ id: 'a', categoryId: 'PC', roomId: 'r-1', userGroup: 'administration' }),
        aDevice({ id: 'b', categoryId: 'PC', roomId: 'r-1', userGroup: 'pupils' }),
        aDevice({ id: 'c', categoryId: 'MFP', roomId: 'r-1', userGroup: 'administration' }),
      ],
    });
    expect(lineOf(inventory, office, 'R')?.devices.map(({ deviceId }) => deviceId)).toEqual(['b', 'c']);
  });

  it('covers LAN by the larger of units and sockets, and WLAN by full coverage only', () => {
    const covered = aProfile({
      requirements: [
        aRequirement({
          id: 'LAN',
          categories: ['LAN'],
          coveredBy: 'lan-sockets',
          quantity: { kind: 'fixed', units: 4 },
        }),
        aRequirement({ id: 'AP', categories: ['AP'], coveredBy: 'wlan-full' }),
      ],
    });
    const withRoom = (room: Parameters<typeof aRoom>[0], units: number) =>
      analyzeGaps(
        anInventory({ rooms: [aRoom(room)], devices: devices(units, { categoryId: 'LAN', roomId: 'r-1' }) }),
        covered,
        OPTIONS,
      );
    expect(withRoom({ lanSockets: 3 }, 2).rooms[0]).toMatchObject({ actual: 3, covered: 1, gap: 1 });
    expect(withRoom({ lanSockets: 9 }, 0)).toMatchObject({ surplus: [] });
    expect(withRoom({ wlanCoverage: 'partial' }, 0).rooms[1]).toMatchObject({ actual: 0 });
    expect(withRoom({ wlanCoverage: 'full' }, 0).rooms[1]).toMatchObject({ actual: 1, covered: 1 });
  });
});

describe('analyzeGaps: assignment', () => {
  it('does not pick greedily: a unit goes where it fills more in all', () => {
    const profile = aProfile({
      requirements: [
        aRequirement({ id: 'A', categories: ['DISP', 'BEAM'] }),
        aRequirement({ id: 'B', categories: ['DISP'] }),
      ],
    });
    const inventory = anInventory({
      rooms: [aRoom()],
      devices: [
        aDevice({ id: 'd', categoryId: 'DISP', roomId: 'r-1' }),
        aDevice({ id: 'b', categoryId: 'BEAM', roomId: 'r-1' }),
      ],
    });
    expect(lineOf(inventory, profile, 'A')).toMatchObject({ gap: 0, devices: [{ deviceId: 'b', units: 1 }] });
    expect(lineOf(inventory, profile, 'B')).toMatchObject({ gap: 0, devices: [{ deviceId: 'd', units: 1 }] });
  });

  it('takes the unit that is not over-age, then the one in use', () => {
    const inventory = anInventory({
      rooms: [aRoom()],
      devices: [
        aDevice({ id: 'a', categoryId: 'BEAM', roomId: 'r-1', purchasedOn: '2015' }),
        aDevice({ id: 'b', categoryId: 'BEAM', roomId: 'r-1', status: 'in-storage' }),
        aDevice({ id: 'c', categoryId: 'BEAM', roomId: 'r-1', purchasedOn: '2021' }),
      ],
    });
    const line = lineOf(inventory, oneRequirement(), 'R');
    expect(line).toMatchObject({ devices: [{ deviceId: 'c' }], overAge: 0, surplus: 2 });
    expect(lineOf(inventory, oneRequirement(), 'R', { asOf: '2027-01-01' })?.devices[0]?.deviceId).toBe('b');
  });

  it('explains a gap by what is broken or missing, each unit once', () => {
    const inventory = anInventory({
      rooms: [aRoom()],
      devices: [
        ...devices(3, { categoryId: 'BEAM', roomId: 'r-1', status: 'defective' }),
        aDevice({ id: 'm', categoryId: 'BEAM', roomId: 'r-1', status: 'missing' }),
      ],
    });
    const profile = oneRequirement({ quantity: { kind: 'fixed', units: 2 } });
    expect(lineOf(inventory, profile, 'R')).toMatchObject({
      gap: 2,
      defective: 2,
      missing: 1,
      repairable: 2,
    });
  });

  it('prices a gap with the preferred category', () => {
    const profile = aProfile({
      requirements: [
        aRequirement({ id: 'R', categories: ['DISP', 'BEAM'], quantity: { kind: 'fixed', units: 2 } }),
      ],
      categories: [
        aCategory({ id: 'DISP', guidePriceCents: 550_000 }),
        aCategory({ id: 'BEAM', guidePriceCents: 180_000 }),
      ],
    });
    const analysis = analyzeGaps(anInventory({ rooms: [aRoom()] }), profile, OPTIONS);
    expect(analysis.rooms[0]?.costCents).toBe(1_100_000);
    expect(analysis.totals).toMatchObject({ gap: 2, costCents: 1_100_000, roomsWithGap: 1, fulfilment: 0 });
  });
});

describe('analyzeGaps: scope, standards, checks', () => {
  it('shows administration rooms and leaves them out of every sum', () => {
    const profile = aProfile({
      requirements: [aRequirement({ id: 'R', appliesTo: { kind: 'rooms', roomTypes: ['VW', 'KR'] } })],
      roomTypes: [aRoomType({ id: 'KR' }), aRoomType({ id: 'VW', scope: 'administration' })],
    });
    const rooms = [
      aRoom({ id: 'a', roomTypes: ['VW'] }),
      aRoom({ id: 'b', roomNumber: '2', roomTypes: ['VW', 'KR'] }),
    ];
    const analysis = analyzeGaps(anInventory({ rooms }), profile, OPTIONS);
    expect(analysis.rooms.map(({ scored, gap }) => [scored, gap])).toEqual([
      [true, 1],
      [false, 1],
    ]);
    expect(analysis.totals.gap).toBe(1);
  });

  const classroom = (fields: Parameters<typeof aRoom>[0]) => aRoom({ wlanCoverage: 'full', ...fields });
  const equipped = (roomId: string, ...categories: readonly string[]) =>
    categories.map((categoryId) => aDevice({ id: `${roomId}-${categoryId}`, categoryId, roomId }));

  it('counts a classroom as meeting the standard when each part is there', () => {
    const inventory = anInventory({
      school: aSchool({ teachers: 5 }),
      rooms: [classroom({ id: 'a', roomNumber: '1' }), classroom({ id: 'b', roomNumber: '2' })],
      devices: [...equipped('a', 'BEAM', 'HALT', 'LAP'), ...equipped('b', 'DISP', 'DOK')],
    });
    const analysis = analyzeGaps(inventory, proposal, OPTIONS);
    expect(analysis.standards).toEqual([{ standardId: 'digitaler-klassenraum', met: 1, of: 2 }]);
    expect(analysis.roomSummaries[1]?.standards[0]?.missing).toEqual(['lehrerplatz']);
  });

  it('lets teacher devices stand for the teacher place while every teacher has one; the gap stays', () => {
    const inventory = anInventory({
      school: aSchool({ teachers: 1 }),
      rooms: [classroom({ id: 'a' })],
      devices: [...equipped('a', 'DISP', 'DOK'), aDevice({ id: 'l', categoryId: 'LGT', status: 'on-loan' })],
    });
    const met = (options: object) =>
      analyzeGaps(inventory, proposal, { ...OPTIONS, ...options }).standards[0]?.met;
    expect(met({})).toBe(1);
    expect(met({ teacherDeviceReplacesTeacherPlace: false })).toBe(0);
    expect(lineOf(inventory, proposal, 'LAP')).toMatchObject({ gap: 1 });
  });

  it('checks bandwidth, WLAN, LAN and computer rooms', () => {
    const inventory = anInventory({
      school: aSchool({ pupils: 300, bandwidthMbit: 140, classes: 12 }),
      rooms: [
        aRoom({ id: 'a', roomNumber: '1', wlanCoverage: 'full', lanSockets: 1 }),
        aRoom({ id: 'b', roomNumber: '2', wlanCoverage: 'partial' }),
      ],
    });
    const checks = new Map(
      analyzeGaps(inventory, proposal, OPTIONS).checks.map((check) => [check.checkId.split('-')[0], check]),
    );
    expect(checks.get('Q8')).toMatchObject({ value: 140, wanted: 150, met: false });
    expect(checks.get('Q9')).toMatchObject({ value: 0.5, wanted: 1, met: false });
    expect(checks.get('Q10')).toMatchObject({ value: 0.5, met: false });
    expect(checks.get('Q7')).toMatchObject({ value: 0, wanted: 1, met: false });
    const unknown = analyzeGaps(anInventory(), proposal, OPTIONS).checks;
    expect(unknown.filter(({ met }) => met === null).map(({ checkId }) => checkId.split('-')[0])).toEqual([
      'Q8',
      'Q9',
      'Q10',
    ]);
  });
});
