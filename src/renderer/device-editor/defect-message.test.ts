import { describe, expect, it } from 'vitest';
import { roomFinder } from '#core/inventory/find-room.ts';
import { aDevice, aRoom, aSchool } from '#core/testing/builders.ts';
import { NO_DEFECT } from '#core/inventory/device.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import { DEVICE_WORDS } from '#texts/devices.ts';
import { defectMessage } from './defect-message.ts';

const room = aRoom({ id: 'r-1', roomNumber: '204', building: 'Haus A', floor: '2. OG', name: 'Klasse 4b' });
const lookup = {
  words: DEVICE_WORDS,
  roomOf: ({ roomId }: { readonly roomId: string | null }) => (roomId === null ? undefined : room),
  finder: roomFinder([room]),
  categories: new Map(),
  today: '2026-11-25',
};
const display = aDevice({
  id: 'd-1',
  roomId: 'r-1',
  name: 'Tafel',
  manufacturer: 'Muster',
  model: 'Board 86',
  serialNumber: '000123',
  assetTag: 'GS-1',
  note: 'geheim',
});
const facts = { text: ' Bild flackert ', since: '2026-11-20', contact: 'IT-Koordination' };
const message = (devices = [display], pieces: number | null = null) =>
  defectMessage(devices, pieces, aSchool({ name: 'Schule', schoolNumber: '0751' }), facts, lookup);

describe('the message about a defect', () => {
  it('says what KSM asks first, and no remark', () => {
    const text = DEFECT_TEXTS.message(message());
    for (const part of [
      'Schule (Dienststellennummer 0751)',
      'Störung: Bild flackert\n',
      'Seit: 20.11.2026',
      'Rückfragen an: IT-Koordination',
      'Tafel, Muster Board 86',
      'Raum: Haus A, 2. OG, 204 Klasse 4b',
      'Seriennummer: 000123',
      'Inventarnummer: GS-1',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/geheim|null|undefined|Schon offen/);
    expect(DEFECT_TEXTS.subject(message())).toBe(
      'Störung Schule, Haus A, 2. OG, 204 Klasse 4b: Bild flackert',
    );
  });
  it('says since when what is open already has been, and its ticket', () => {
    const defect = { ...NO_DEFECT, since: '2026-09', ticket: 'T-7' };
    const text = DEFECT_TEXTS.message(message([{ ...display, status: 'defective', defect }]));
    expect(text).toContain('Schon offen seit: 09/2026');
    expect(text).toContain('Ticket: T-7');
  });
  it('does without what is not known, and tells devices of several rooms apart', () => {
    const lonely = aDevice({ id: 'd-2', quantity: 30 });
    const text = DEFECT_TEXTS.message(message([display, lonely]));
    expect(text).toContain('Raum: ohne Raum\n  Seriennummer: nicht bekannt\n  Inventarnummer: keine');
    expect(text).toContain('(30 Stück)');
    expect(DEFECT_TEXTS.subject(message([display, lonely]))).toContain('2 Räume');
    expect(DEFECT_TEXTS.message(message([lonely], 2))).toContain('(2 Stück)');
  });
});
