import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aDevice, aRoom, aSchool, anInventory } from '../testing/builders.ts';
import { parseInventoryFile, parseSchoolFile, serializeInventory } from './inventory-file.ts';

const sample = (name: string): unknown => JSON.parse(readFileSync(`resources/sample-school/${name}`, 'utf8'));
const newRoomId = () => {
  let number = 0;
  return () => `neu-${(number += 1)}`;
};

describe('parseInventoryFile', () => {
  it('reads back what serializeInventory wrote', () => {
    const inventory = anInventory({
      school: aSchool({ schoolNumber: '0075', pupils: 212, pupilsByGrade: { 1: 55 } }),
      rooms: [
        aRoom({
          seats: 28,
          wlanCoverage: 'full',
          exemptions: [
            { requirement: 'CAST', reason: 'Kabel', since: '2026-08-01', until: null, isPrivate: true },
          ],
        }),
      ],
      devices: [
        aDevice({
          roomId: 'r-1',
          assetTag: '0042',
          purchasedOn: '2021-03',
          defect: { since: '2026', text: null, reportedOn: null, ticket: 'T-1', repairedOn: null },
          extra: { Farbe: 'rot' },
        }),
      ],
    });
    expect(parseInventoryFile(JSON.parse(serializeInventory(inventory)))).toEqual({
      ok: true,
      value: inventory,
    });
  });

  it('reads the sample school with all its rooms and devices', () => {
    const parsed = parseInventoryFile(sample('raeume-und-geraete.json'));
    expect(parsed.ok && [parsed.value.rooms.length, parsed.value.devices.length]).toEqual([41, 395]);
  });

  it('puts a device whose room is not in the file into no room', () => {
    const text = serializeInventory(anInventory({ devices: [aDevice({ roomId: 'r-9' })] }));
    const parsed = parseInventoryFile(JSON.parse(text));
    expect(parsed.ok && parsed.value.devices[0]?.roomId).toBeNull();
  });

  it.each([
    ['no object', 'text', 'STRUCTURE', []],
    ['another format', { format: 'x', version: 1 }, 'WRONG_FORMAT', ['format']],
    ['a newer version', { format: 'ausstattungskompass-bestand', version: 2 }, 'NEWER_FORMAT', ['version']],
    [
      'an impossible date',
      {
        format: 'ausstattungskompass-bestand',
        version: 1,
        devices: [{ id: 'd', purchasedOn: '2026-02-30' }],
      },
      'STRUCTURE',
      ['devices', '0', 'purchasedOn'],
    ],
    [
      'a doubled id',
      { format: 'ausstattungskompass-bestand', version: 1, devices: [{ id: 'd' }, { id: 'd' }] },
      'DOUBLED_ID',
      ['devices', 'd'],
    ],
  ])('refuses %s and says where', (_name, value, code, path) => {
    const parsed = parseInventoryFile(value);
    expect(!parsed.ok && parsed.error[0]).toMatchObject({ code, path });
  });
});

describe('parseSchoolFile', () => {
  it('takes an empty object: every field may be absent', () => {
    const parsed = parseSchoolFile({}, newRoomId());
    expect(parsed).toMatchObject({
      ok: true,
      value: { school: { name: '', pupils: null }, rooms: [], issues: [] },
    });
  });

  it('reads the sample school and gives each room an id', () => {
    const parsed = parseSchoolFile(sample('schule.json'), newRoomId());
    expect(parsed.ok && parsed.value.school.pupils).toBe(286);
    expect(parsed.ok && new Set(parsed.value.rooms.map(({ id }) => id)).size).toBe(41);
    expect(parsed.ok && parsed.value.issues).toEqual([]);
  });

  it('lets an exemption without a beginning hold always, and leaves one without a requirement out', () => {
    const parsed = parseSchoolFile(
      {
        rooms: [
          {
            roomNumber: 101,
            exemptions: [
              { requirement: 'CAST', reason: '' },
              { requirement: '', since: '' },
            ],
          },
        ],
      },
      newRoomId(),
    );
    expect(parsed.ok && parsed.value.rooms[0]?.roomNumber).toBe('101');
    expect(parsed.ok && parsed.value.rooms[0]?.exemptions).toMatchObject([
      { requirement: 'CAST', since: '0001-01-01' },
    ]);
    expect(parsed.ok && parsed.value.issues.map(({ code }) => code)).toEqual(['EMPTY_EXEMPTION']);
  });

  it('warns of a misspelt field', () => {
    const parsed = parseSchoolFile({ pupil: 3, rooms: [{ roomNumber: '1', plaetze: 3 }] }, newRoomId());
    expect(parsed.ok && parsed.value.issues.map(({ path }) => path)).toEqual([
      ['pupil'],
      ['rooms', '0', 'plaetze'],
    ]);
  });

  it('refuses a wrong value and names it', () => {
    const parsed = parseSchoolFile({ schoolType: 'gymnasium', pupils: '212' }, newRoomId());
    expect(!parsed.ok && parsed.error.map(({ path }) => path)).toEqual([['schoolType'], ['pupils']]);
  });
});
