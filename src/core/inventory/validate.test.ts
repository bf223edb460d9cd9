import { describe, expect, it } from 'vitest';
import { aDevice, anInventory, aProfile, aRequirement, aRoom, aSchool } from '../testing/builders.ts';
import type { Inventory } from './inventory.ts';
import { findDataProblems } from './validate.ts';

const profile = aProfile({ requirements: [aRequirement({ id: 'R' })] });
const fine = { categoryId: 'BEAM', roomId: 'r-1', purchasedOn: '2024' };
const codesOf = (inventory: Partial<Inventory>): readonly string[] =>
  findDataProblems(anInventory({ rooms: [aRoom()], ...inventory }), profile).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );

describe('findDataProblems', () => {
  it('finds nothing in a tidy inventory', () => {
    expect(codesOf({ devices: [aDevice(fine)] })).toEqual([]);
  });
  it.each([
    ['a missing category', { categoryId: null }, 'DEVICE_WITHOUT_CATEGORY device.d-1.categoryId'],
    [
      'a category that the profile does not know',
      { categoryId: 'FAX' },
      'UNKNOWN_CATEGORY device.d-1.categoryId',
    ],
    ['a room that is not there', { roomId: 'r-9' }, 'UNKNOWN_ROOM device.d-1.roomId'],
    ['no room', { roomId: null }, 'DEVICE_WITHOUT_ROOM device.d-1.roomId'],
    ['an impossible date', { warrantyUntil: '2024-02-30' }, 'IMPOSSIBLE_DATE device.d-1.warrantyUntil'],
    ['half a device', { quantity: 0.5 }, 'IMPOSSIBLE_QUANTITY device.d-1.quantity'],
    [
      'one serial number for many',
      { quantity: 3, serialNumber: 'S' },
      'SERIAL_OF_MANY device.d-1.serialNumber',
    ],
    ['a container that is not there', { containerTag: 'K9' }, 'UNKNOWN_CONTAINER device.d-1.containerTag'],
    ['an unknown age', { purchasedOn: null }, 'AGE_UNKNOWN device.d-1.purchasedOn'],
  ])('names %s', (_name, device, code) => {
    expect(codesOf({ devices: [aDevice({ ...fine, ...device })] })).toEqual([code]);
  });
  it('asks nothing more of what has left the school', () => {
    expect(codesOf({ devices: [aDevice({ status: 'decommissioned' })] })).toEqual([]);
  });
  it('names the other one of a doubled tag, whatever its letters', () => {
    const devices = [
      aDevice({ ...fine, id: 'd-1', assetTag: 'GS-1' }),
      aDevice({ ...fine, id: 'd-2', assetTag: 'gs-1 ' }),
    ];
    const [found] = findDataProblems(anInventory({ rooms: [aRoom()], devices }), profile);
    expect(found).toMatchObject({ code: 'DOUBLED_ASSET_TAG', params: { other: 'd-1' } });
  });
  it('lets two buildings have the same room number', () => {
    const rooms = [aRoom({ id: 'a', building: 'A' }), aRoom({ id: 'b', building: 'B' })];
    expect(codesOf({ rooms })).toEqual([]);
    expect(codesOf({ rooms: [...rooms, aRoom({ id: 'c', building: 'B' })] })).toEqual([
      'DOUBLED_ROOM room.c.roomNumber',
    ]);
  });
  it('names rooms without or with an unknown type, and exemptions of nothing', () => {
    expect(codesOf({ rooms: [aRoom({ roomTypes: [] })] })).toEqual(['ROOM_WITHOUT_TYPE room.r-1.roomTypes']);
    expect(codesOf({ rooms: [aRoom({ roomTypes: ['X'] })] })).toEqual([
      'UNKNOWN_ROOM_TYPE room.r-1.roomTypes',
    ]);
    const exemption = { requirement: 'Y', reason: '', since: '2026-01-01', until: null, isPrivate: false };
    expect(codesOf({ rooms: [aRoom({ exemptions: [exemption] })] })).toEqual([
      'UNKNOWN_EXEMPTION room.r-1.exemptions',
    ]);
  });
  it('doubts more pupils in the grades than in the school', () => {
    expect(codesOf({ school: aSchool({ pupils: 100, pupilsByGrade: { 1: 60, 2: 60 } }) })).toEqual([
      'PUPILS_DIFFER school.pupilsByGrade',
    ]);
  });
});
