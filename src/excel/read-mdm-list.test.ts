import { describe, expect, it } from 'vitest';
import { readMdmRows } from '#core/import/mdm/mdm-list.ts';
import { readMdmList } from './read-mdm-list.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string) => {
  const table = readMdmList(bytes(text), name);
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  return { table: table.value, ...readMdmRows(table.value.rows, table.value.columns) };
};

// In the shape of what the programs give out; the headings are known from their screens, see mdm-list.ts.
const JAMF_SCHOOL = `Name,Serial Number,UDID,Model,OS Version,Last Check-in,Asset tag,Location,Group,Owner
iPad-GS-01,DMPX1234AB12,00008030-0001,iPad (9. Generation),18.1,2026-11-20 07:55,GS-0101,Parchim,Klasse 3a,Frau Muster
`;
const RELUTION = `\ufeffGerätename;Seriennummer;Modell;Betriebssystem;Letzte Verbindung;Besitzer
iPad-GS-02;"DMPX1234AB13";iPad (9. Generation);iPadOS 18.1;20.11.2026 07:55:01;Frau Muster
;;;;;
Ohne Nummer;;iPad;iPadOS;;
`;
const SCHOOL_MANAGER = `Serial Number,Device,Part Description,Order Number,Date Added,MDM Server
DMPX1234AB14,iPad,IPAD 9TH GEN WI-FI 64GB,W123,2024-08-01,Relution
`;

describe('readMdmList', () => {
  it('reads a list of Jamf School, without owner and group', () => {
    const { devices } = read('jamf.csv', JAMF_SCHOOL);
    expect(devices).toEqual([
      {
        row: 2,
        serialNumber: 'DMPX1234AB12',
        name: 'iPad-GS-01',
        model: 'iPad (9. Generation)',
        kind: null,
        assetTag: 'GS-0101',
        lastSeenOn: '2026-11-20',
      },
    ]);
    expect(JSON.stringify(devices)).not.toContain('Muster');
  });
  it('reads a German list of Relution and tells the row without a serial number', () => {
    const { devices, withoutSerial } = read('relution.csv', RELUTION);
    expect(devices.map(({ name, lastSeenOn }) => [name, lastSeenOn])).toEqual([['iPad-GS-02', '2026-11-20']]);
    expect(withoutSerial).toEqual([4]);
  });
  it('reads a list of Apple School Manager, whose day added is no check-in', () => {
    const { devices } = read('asm.csv', SCHOOL_MANAGER);
    expect(devices[0]).toMatchObject({ kind: 'iPad', model: 'IPAD 9TH GEN WI-FI 64GB', lastSeenOn: null });
  });
  it('leaves the column of the serial number to the user where no heading tells it', () => {
    const { table } = read('liste.csv', 'Gerätename;Modell;Kennung\niPad 1;iPad;DMPX1234AB12\n');
    expect(table.columns.serialNumber).toBeNull();
    const columns = { ...table.columns, serialNumber: 2 };
    expect(readMdmRows(table.rows, columns).devices[0]?.serialNumber).toBe('DMPX1234AB12');
  });
  it.each([
    ['', 'EMPTY_FILE'],
    ['eins;zwei\n1;2\n', 'NO_HEAD_ROW'],
  ])('says why %j is no such list', (text, code) => {
    const table = readMdmList(bytes(text), 'x.csv');
    expect(table.ok ? null : table.error.code).toBe(code);
  });
});
