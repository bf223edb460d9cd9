import { describe, expect, it } from 'vitest';
import { aDevice, aRoom } from '../testing/builders.ts';
import { aLookup } from '../testing/device-lookup.ts';
import { cellText, DEVICE_COLUMNS, isEditableColumn, parseCell } from './device-columns.ts';
import type { DeviceColumnId } from './device-columns.ts';
import type { Device } from './device.ts';

const rooms = [
  aRoom({ id: 'r-304', roomNumber: '304', building: 'Haus A' }),
  aRoom({ id: 'r-b304', roomNumber: '304', building: 'Haus B' }),
];
const lookup = aLookup(rooms);
const parse = (device: Device, column: DeviceColumnId, text: string): Device => {
  const parsed = parseCell(device, column, text, lookup);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
};
const codeOf = (column: DeviceColumnId, text: string): string | null => {
  const parsed = parseCell(aDevice(), column, text, lookup);
  return parsed.ok ? null : parsed.error.code;
};

const full = aDevice({
  assetTag: '007',
  serialNumber: '0E12',
  categoryId: 'BEAM',
  name: 'Beamer',
  manufacturer: 'Epson',
  model: 'EB-982W',
  roomId: 'r-b304',
  quantity: 2,
  status: 'in-repair',
  userGroup: 'pupils',
  owner: 'state',
  purchasedOn: '2022-03',
  purchasePriceCents: 174_050,
  supplier: 'Muster GmbH',
  invoiceNumber: 'R-1',
  fundingSource: 'DigitalPakt',
  earmarkedUntil: '2027',
  warrantyUntil: '2025-03-01',
  serviceLifeYears: 6,
  macAddress: '00:11',
  hostname: 'beamer-1',
  externalId: 'x1',
  defect: {
    since: '2026-10',
    text: 'Bild flackert',
    reportedOn: '2026-11-05',
    ticket: '4711',
    repairedOn: null,
  },
  lastSeenOn: '2026-03-12',
  note: 'Zeile 1\nZeile 2',
});

describe('cellText', () => {
  it('is read back as the same value in every editable column', () => {
    for (const { id } of DEVICE_COLUMNS.filter((column) => isEditableColumn(column.id))) {
      const emptied = parse(full, id, '');
      const text = cellText(full, id, lookup);
      expect([id, parse(emptied, id, text)]).toEqual([id, full]);
    }
  });

  it('says nothing where nothing is known', () => {
    const shown = DEVICE_COLUMNS.map(({ id }) => cellText(aDevice(), id, lookup)).filter(
      (text) => text !== '',
    );
    expect(shown).toEqual(['1', 'in Betrieb']);
  });

  it('computes the year of replacement', () => {
    expect(cellText(full, 'replacementYear', lookup)).toBe('2028');
    expect(cellText({ ...full, purchasedOn: null }, 'replacementYear', lookup)).toBe('');
  });

  it('shows the room of the container', () => {
    const koffer = aDevice({ id: 'k', assetTag: 'K-1', roomId: 'r-304' });
    const tablet = aDevice({ id: 't', containerTag: 'K-1', roomId: null });
    expect(cellText(tablet, 'room', aLookup(rooms, [koffer, tablet]))).toBe('Haus A 304');
  });
});

describe('parseCell', () => {
  it('keeps leading zeros and drops spaces around', () => {
    expect(parse(aDevice(), 'assetTag', ' 0042 ').assetTag).toBe('0042');
  });

  it('reads rooms, choices, categories, dates and prices as people write them', () => {
    expect(parse(aDevice(), 'room', 'R. A 304').roomId).toBe('r-304');
    expect(parse(aDevice(), 'status', 'kaputt').status).toBe('defective');
    expect(parse(aDevice(), 'categoryId', 'beamer').categoryId).toBe('BEAM');
    expect(parse(aDevice(), 'categoryId', 'projektions').categoryId).toBe('BEAM');
    expect(parse(aDevice(), 'purchasedOn', '03/2022').purchasedOn).toBe('2022-03');
    expect(parse(aDevice(), 'purchasePriceCents', '1.740,-').purchasePriceCents).toBe(174_000);
  });

  it('names what does not fit and leaves the device alone', () => {
    expect(codeOf('purchasedOn', '31.02.2020')).toBe('NO_DATE');
    expect(codeOf('defectReportedOn', '03/2022')).toBe('NO_DAY');
    expect(codeOf('purchasePriceCents', '459,- / 2')).toBe('NO_PRICE');
    expect(codeOf('quantity', '0')).toBe('NO_COUNT');
    expect(codeOf('serviceLifeYears', '99')).toBe('NO_YEARS');
    expect(codeOf('status', 'hm')).toBe('UNKNOWN_CHOICE');
    expect(codeOf('categoryId', 'Tafel')).toBe('UNKNOWN_CATEGORY');
    expect(codeOf('room', '304')).toBe('ROOM_AMBIGUOUS');
    expect(codeOf('room', '999')).toBe('ROOM_UNKNOWN');
    expect(codeOf('floor', 'EG')).toBe('READ_ONLY');
  });

  it('lists the categories that a short word may mean', () => {
    const parsed = parseCell(aDevice(), 'categoryId', 'tab', lookup);
    expect(parsed.ok ? parsed.value.categoryId : null).toBe('TAB');
    const doubtful = parseCell(aDevice(), 'categoryId', 'able', lookup);
    expect(doubtful.ok ? null : doubtful.error).toMatchObject({
      code: 'UNKNOWN_CATEGORY',
      choices: ['Tablet für SuS mit Hülle', 'Tabletkoffer oder -wagen'],
    });
  });

  it('takes a device out of its container when it gets a room of its own', () => {
    const tablet = aDevice({ containerTag: 'K-1' });
    expect(parse(tablet, 'room', 'A 304')).toMatchObject({ roomId: 'r-304', containerTag: null });
  });

  it('dates a decommissioning by status and forgets it when the device comes back', () => {
    const gone = parse(aDevice(), 'status', 'ausgesondert');
    expect(gone.decommissionedOn).toBe('2026-11-16');
    expect(parse(gone, 'status', 'in Betrieb')).toMatchObject({ decommissionedOn: null });
  });

  it('has no defect left when its last part is cleared', () => {
    const broken = parse(aDevice(), 'defectText', 'Lampe');
    expect(broken.defect).toEqual({
      since: null,
      text: 'Lampe',
      reportedOn: null,
      ticket: null,
      repairedOn: null,
    });
    expect(parse(broken, 'defectText', '').defect).toBeNull();
  });

  it('keeps the lines of a note and makes one line of everything else', () => {
    expect(parse(aDevice(), 'note', 'a\nb').note).toBe('a\nb');
    expect(parse(aDevice(), 'model', 'a\nb').model).toBe('a b');
  });
});
