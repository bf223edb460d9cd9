import { describe, expect, it } from 'vitest';
import { readStatus, readStrayStatus } from './read-cells.ts';
import { isAboutPart, isMoreFinal, statusAtEdge } from './read-status.ts';

describe('readStatus', () => {
  it.each([
    ['ENTSORGT', 'decommissioned', null],
    ['i.O.', 'in-use', null],
    ['entsorgt 2023', 'decommissioned', '2023'],
    ['ENTSORGT (2023)', 'decommissioned', '2023'],
    ['ausgeschieden am 2024-04-26', 'decommissioned', '2024-04-26'],
    ['am 12.3.24 verschrottet', 'decommissioned', '2024-03-12'],
    ['ausgesondert, 12.3.2024', 'decommissioned', '2024-03-12'],
    ['entsorgt im Sommer 2023', 'decommissioned', '2023'],
    ['entsorgt durch die Stadt', 'decommissioned', null],
    ['lt. Hausmeister entsorgt', 'decommissioned', null],
    ['wurde ausgesondert', 'decommissioned', null],
    ['ENTSORGT (Wasserschaden)', 'decommissioned', null],
    ['defekt seit 2020, entsorgt 2023', 'decommissioned', '2023'],
    ['defekt seit 03/2024', 'defective', '2024-03'],
    ['seit März defekt', 'defective', null],
    ['seit 2 Jahren defekt', 'defective', null],
    ['defekt (Lampe)', 'defective', null],
    ['Gerät ist defekt', 'defective', null],
    ['leider kaputt', 'defective', null],
    ['komplett defekt', 'defective', null],
    ['Defekt, wartet auf Reparatur', 'defective', null],
    ['Netzteil fehlt, Gerät defekt', 'defective', null],
    ['gefunden, aber defekt', 'defective', null],
    ['defekt, fest installiert', 'defective', null],
    ['nicht ok', 'defective', null],
    ['Defekt 12.3.', 'defective', null],
    ['defekt/entsorgt', 'decommissioned', null],
    ['defekt -> Reparatur', 'in-repair', null],
    ['laut Inventur 2023 nicht auffindbar', 'missing', '2023'],
    ['fehlt seit Umzug', 'missing', null],
    ['in Reparatur bei Firma Krüger', 'in-repair', null],
    ['verliehen an Frau Müller', 'on-loan', null],
    ['verliehen bis 12.3.2024', 'on-loan', null],
    ['Display kaputt', 'defective', null],
    ['lässt sich nicht einschalten', 'defective', null],
    ['defekt gemeldet 12.3.2025', 'defective', '2025-03-12'],
    ['2023 repariert, wieder defekt', 'defective', null],
    ['Reparatur lohnt nicht', 'defective', null],
    ['bei KSM zur Reparatur', 'in-repair', null],
    ['an Grundschule abgegeben', 'decommissioned', null],
    ['DEPROVISIONED', 'decommissioned', null],
    ['Verbleib unklar', 'missing', null],
    ['nicht in Betrieb', 'in-storage', null],
    ['in operation', 'in-use', null],
    ['Ausleihe', 'on-loan', null],
  ])('reads %j', (text, status, on) => {
    expect(readStatus(text)).toMatchObject({ status, on, kind: 'word', isDoubtful: false });
  });
  it.each([
    'nicht defekt',
    'kein Defekt',
    'repariert',
    'wieder da',
    'aus Reparatur zurück',
    'gefunden',
    'defekt, repariert',
    'Defekt behoben',
    'Display defekt, getauscht',
    'war defekt, repariert 3/2024',
    'noch nicht ausgesondert',
  ])('takes %j for a device that is well', (text) => {
    expect(readStatus(text)).toMatchObject({ status: 'in-use', kind: 'recovered', hasMore: true });
  });
  it.each(['eingebaut in PC', 'verbaut in Raum 4', 'montiert', 'fest installiert', 'an der Decke montiert'])(
    'leaves a device in use that is built in: %j',
    (text) => {
      expect(readStatus(text)).toMatchObject({ status: 'in-use', kind: 'fixed' });
    },
  );
  it.each([
    'Netzteil fehlt',
    'Akku defekt',
    'Akku: defekt',
    'fehlt: Netzteil',
    'Kabel und Netzteil fehlt',
    'Fernbedienung verloren',
    'Lampe defekt',
    'Stift fehlt',
    'Raum 101',
    'kein Defekt bekannt',
    'wird entsorgt',
    'soll ausgesondert werden',
    'Ersatz für 0012, entsorgt',
    'DISABLED',
    'Win 10 – nicht mehr nutzbar',
  ])('does not take %j for a status', (text) => {
    expect(readStatus(text)).toBeNull();
  });
  it.each(['defekt?', 'vermutlich defekt', 'gestohlen am 3/4/2024'])('doubts %j', (text) => {
    expect(readStatus(text)?.isDoubtful).toBe(true);
  });
  it('takes no news from words that belong elsewhere too', () => {
    expect(readStrayStatus('Lager')).toBeNull();
    expect(readStrayStatus('neu')).toBeNull();
    expect(readStrayStatus('fehlt')?.status).toBe('missing');
  });
});

describe('statusAtEdge', () => {
  it.each([
    ['Beamer (defekt)', 'Beamer', 'defective'],
    ['Laptop – ausgesondert', 'Laptop', 'decommissioned'],
    ['Laptop - ausgesondert 2023', 'Laptop', 'decommissioned'],
    ['ENTSORGT Drucker HP', 'Drucker HP', 'decommissioned'],
    ['104 (defekt)', '104', 'defective'],
    ['Beamer [defekt]', 'Beamer', 'defective'],
  ])('finds it in %j', (text, rest, status) => {
    expect(statusAtEdge(text)).toMatchObject({ rest, read: { status } });
  });
  it.each([
    'Beamer',
    'Switch (Ersatz)',
    'Missing Link',
    'Laserjet (Akku defekt)',
    'Entsorgt-Box',
    'Beamer (neu)',
  ])('finds none in %j', (text) => {
    expect(statusAtEdge(text)).toBeNull();
  });
});

describe('isAboutPart', () => {
  it('tells a part that is missing or broken from a room or a device', () => {
    expect(['Netzteil fehlt', 'Akku defekt'].map(isAboutPart)).toEqual([true, true]);
    expect(['fehlt', 'Monitorraum', 'Beamer defekt'].map(isAboutPart)).toEqual([false, false, false]);
  });
});

describe('isMoreFinal', () => {
  it('puts what ends a life last', () => {
    expect(isMoreFinal('decommissioned', 'missing')).toBe(true);
    expect(isMoreFinal('defective', 'in-repair')).toBe(false);
    expect(isMoreFinal('in-use', 'in-use')).toBe(false);
  });
});
