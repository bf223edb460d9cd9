import { describe, expect, it } from 'vitest';
import { looseRoomKey, placeOfTitle, readPlace, roomKey } from './room-place.ts';

describe('readPlace', () => {
  it.each([
    ['Raum 104', '104', null, null, null],
    ['R. 1.04', '1.04', null, null, null],
    ['R104', 'R104', null, null, null],
    ['Raum 1.04 Physik', '1.04', 'Physik', null, null],
    ['R 101 – Klasse 5a', '101', 'Klasse 5a', null, null],
    ['Haus A 101', '101', null, 'Haus A', null],
    ['Haus A, 1. OG, Raum 104', '104', null, 'Haus A', '1. OG'],
    ['Neubau / EG / Lehrerzimmer', 'Lehrerzimmer', null, 'Neubau', 'EG'],
    ['Lehrerzimmer', 'Lehrerzimmer', null, null, null],
    ['Keller', 'Keller', null, null, null],
    ['PC-Kabinett 2', 'PC-Kabinett 2', null, null, null],
    ['Raum der Stille', 'Raum der Stille', null, null, null],
    ['Zimmer 7 (Musik)', '7', 'Musik', null, null],
    ['A-101', 'A-101', null, null, null],
    ['Haus 1 > 1. OG > Raum 112', '112', null, 'Haus 1', '1. OG'],
    ['Haus 1 > KG > K 01 Serverraum', 'K 01', 'Serverraum', 'Haus 1', 'KG'],
    ['Lehrerzimmer (Raum 014)', '014', 'Lehrerzimmer', null, null],
    ['PC-Kabinett – Raum 210', '210', 'PC-Kabinett', null, null],
    ['Musikraum (R. 301)', '301', 'Musikraum', null, null],
    ['Serverraum – Raum 001 (Keller)', '001', 'Serverraum Keller', null, null],
    ['Chemie 201', '201', 'Chemie', null, null],
    ['PC-Raum 112', '112', 'PC-Raum', null, null],
    ['Serverraum K02', 'K02', 'Serverraum', null, null],
    ['B 12 (EDV)', 'B 12', 'EDV', null, null],
    ['Klasse 5a', 'Klasse 5a', null, null, null],
  ])('reads %j', (text, roomNumber, name, building, floor) => {
    expect(readPlace(text)).toEqual({ roomNumber, name, building, floor });
  });
});

describe('roomKey', () => {
  it('passes over case, spaces and hyphens, not over the dot of a floor', () => {
    expect(roomKey('A 101')).toBe(roomKey('a-101'));
    expect(roomKey('1.01')).not.toBe(roomKey('101'));
    expect(roomKey('Küche')).toBe('kueche');
  });
});

describe('looseRoomKey', () => {
  it.each(['R 101', '101', 'Raum 101', '1.01', 'R101', '0101'])(
    'makes %j one room with the others',
    (text) => {
      expect(looseRoomKey(text)).toBe('101');
    },
  );
  it('keeps letters of a wing apart', () => {
    expect(looseRoomKey('A101')).not.toBe(looseRoomKey('B101'));
  });
});

describe('placeOfTitle', () => {
  it.each(['Raum 101', 'Lehrerzimmer', 'PC-Kabinett', 'R 101', '5a', 'Haus B, Raum 12', '1.04'])(
    'takes %j for a room',
    (text) => {
      expect(placeOfTitle(text)).not.toBeNull();
    },
  );
  it.each([
    'Geräteliste 2026',
    'Stand: 3.4.2026',
    'Summe',
    'Tabelle1',
    'Deckblatt',
    'Epson Beamer',
    'Inventar Raum 5',
  ])('takes %j for no room', (text) => {
    expect(placeOfTitle(text)).toBeNull();
  });
});
