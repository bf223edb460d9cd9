import { describe, expect, it } from 'vitest';
import type { SimilarRooms } from '#core/import/types.ts';
import { answerAbout, answerRooms, chooseKind, firstChoices, openQuestions } from './choices.ts';

const CHOICES = firstChoices({}, { same: [], apart: [] });
const ROOMS: SimilarRooms = {
  source: { sheet: 'Liste', row: 2 },
  building: null,
  numbers: ['101', 'R101'],
  isAgreed: false,
};
const kind = (text: string, confidence: number | null) => ({
  text,
  devices: 1,
  categoryId: confidence === null ? null : 'BEAM',
  confidence,
});

describe('openQuestions', () => {
  const summary = {
    kinds: [kind('Beamer', 1), kind('Dings', null), kind('Ding', 0.5)],
    similarRooms: [ROOMS],
  };

  it('asks about unknown and unsure kinds and about similar rooms', () => {
    expect(openQuestions(summary, CHOICES)).toEqual({ kinds: 2, rooms: 1 });
  });

  it('asks no more about what was chosen, also when rooms are called different', () => {
    const chosen = answerRooms(chooseKind(CHOICES, 'Dings', 'TAB'), ROOMS.numbers, 'apart');
    expect(openQuestions(summary, chosen)).toEqual({ kinds: 1, rooms: 0 });
  });
});

describe('answerRooms', () => {
  it('lets the last answer hold, whatever order the spellings come in', () => {
    const same = answerRooms(CHOICES, ROOMS.numbers, 'same');
    expect(answerAbout(ROOMS, same)).toBe('same');
    const apart = answerRooms(same, ['R101', '101'], 'apart');
    expect(answerAbout(ROOMS, apart)).toBe('apart');
    expect(apart.sameRooms).toEqual([]);
  });
});

describe('chooseKind', () => {
  it('takes a choice back', () => {
    const chosen = chooseKind(CHOICES, 'Dings', 'TAB');
    expect(chooseKind(chosen, 'Dings', '').categoryChoices).toEqual({});
  });
});
