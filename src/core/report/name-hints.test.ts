import { describe, expect, it } from 'vitest';
import { aDevice, aRoom, anInventory } from '../testing/builders.ts';
import { sampleInventory } from '../testing/sample-report.ts';
import { findNameHints } from './name-hints.ts';

const inventory = anInventory({
  rooms: [
    aRoom({
      roomNumber: '204',
      use: 'Frau Müller',
      note: 'Schlüssel bei Herrn Krüger',
      extra: { 'Raum von Anna Schmidt': 'ja' },
      exemptions: [
        {
          requirement: 'A',
          reason: 'Wunsch von Frau Arnold',
          since: '2026-01-01',
          until: null,
          isPrivate: true,
        },
        { requirement: 'B', reason: 'laut Frau Busch', since: '2026-01-01', until: null, isPrivate: false },
      ],
    }),
  ],
  devices: [
    aDevice({
      assetTag: '0077',
      name: 'iPad Anna Schmidt',
      supplier: 'Anna Schmidt Bürotechnik',
      note: 'Müller, Anna',
      extra: { Nutzer: 'a.schmidt@schule.example' },
      defect: {
        since: null,
        text: 'Frau Weber hat es fallen lassen',
        reportedOn: null,
        ticket: 'Herr Meier',
        repairedOn: null,
      },
      decommissionReason: 'an Familie Öztürk verschenkt',
    }),
  ],
});
const fieldsOf = (includeFreeTexts: boolean): readonly string[] =>
  findNameHints(inventory, includeFreeTexts).map(({ place, field, found }) => `${place} ${field}: ${found}`);

describe('findNameHints', () => {
  it('looks at what goes out anyway, but not at companies and at what stays here', () => {
    expect(fieldsOf(false)).toEqual([
      '204 use: Frau Müller',
      '204 exemption: Frau Busch',
      '0077 name: Anna Schmidt',
      '0077 decommissionReason: Familie Öztürk',
      '0077 defectTicket: Herr Meier',
    ]);
  });

  it('looks at the free texts as well when they are ticked', () => {
    const added = fieldsOf(true).filter((line) => !fieldsOf(false).includes(line));
    expect(added).toEqual([
      '204 note: Herrn Krüger',
      '204 exemption: Frau Arnold',
      '204 extra:Raum von Anna Schmidt: Anna Schmidt',
      '0077 note: Müller, Anna',
      '0077 defectText: Frau Weber',
      '0077 extra:Nutzer: a.schmidt@schule.example',
    ]);
  });

  it('has nothing to say about the sample school', () => {
    expect(findNameHints(sampleInventory(), true)).toEqual([]);
  });
});
