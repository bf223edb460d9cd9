import { expect, it } from 'vitest';
import { deviceId, roomId } from '../shared/ids.ts';
import { scenarioSchema, type Scenario } from './scenario.ts';

const scenario: Scenario = {
  id: 's-1',
  name: 'Beamer für alle',
  createdOn: '2026-11-25',
  note: null,
  steps: [
    { kind: 'buy', categoryId: 'BEAM', units: 2, roomId: roomId('r-1'), unitPriceCents: null },
    { kind: 'buy', categoryId: 'TAB', units: 16, roomId: null, unitPriceCents: 450_00 },
    { kind: 'move', deviceId: deviceId('d-1'), units: 1, toRoomId: null },
    { kind: 'repair', deviceId: deviceId('d-2') },
    { kind: 'school', numbers: { pupils: 300, pupilsByGrade: { 5: 80 }, teachers: null } },
    { kind: 'edition', profileKey: 'mv@2' },
    { kind: 'view', asOf: '2028-01-01', stage: null },
  ],
};

it('comes back from storage as it went in', () => {
  expect(scenarioSchema.parse(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
});

it.each([
  ['no units', { kind: 'buy', categoryId: 'B', units: 0, roomId: null, unitPriceCents: null }],
  ['absurdly many units', { kind: 'buy', categoryId: 'B', units: 1e9, roomId: null, unitPriceCents: null }],
  ['a negative price', { kind: 'buy', categoryId: 'B', units: 1, roomId: null, unitPriceCents: -1 }],
  ['half a pupil', { kind: 'school', numbers: { pupils: 0.5 } }],
  ['a day that is none', { kind: 'view', asOf: '2028-02-30', stage: null }],
  ['a step of another version', { kind: 'teleport', deviceId: 'd-1' }],
])('is refused with %s', (_name, step) => {
  expect(scenarioSchema.safeParse({ ...scenario, steps: [step] }).success).toBe(false);
});
