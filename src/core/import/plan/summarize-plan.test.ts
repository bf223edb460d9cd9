import { describe, expect, it } from 'vitest';
import profileFile from '../../../../resources/profiles/mv-vorschlag-2026.json';
import { parseProfile } from '../../targets/parse-profile.ts';
import { aBook, planOf } from '../../testing/import-lists.ts';
import { OUTSIDE_CATEGORY } from '../dictionary/own-categories.ts';
import { isUnsureKind, summarizePlan } from './summarize-plan.ts';

const parsed = parseProfile(profileFile);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;

const book = aBook({
  Liste: [
    ['Inventarnr.', 'Gerät', 'Raum'],
    ['1', 'Beamer', '101'],
    ['2', 'Beamer', 'R101'],
    ['3', 'Zaubertafel', '102'],
    ['4', 'Schülertisch', '102'],
    ['', 'Summe', ''],
  ],
});
const CHOICES = { defaultRoomType: null } as const;

describe('summarizePlan', () => {
  const plan = planOf(book, profile);
  const summary = summarizePlan(plan);

  it('lists each text for a kind once, unknown ones first', () => {
    expect(summary.kinds[0]).toEqual({
      text: 'Zaubertafel',
      devices: 1,
      categoryId: null,
      confidence: null,
    });
    expect(summary.kinds.map(({ text }) => text)).toContain('Beamer');
    expect(summary.kinds.find(({ text }) => text === 'Beamer')?.devices).toBe(2);
    expect(summary.kindCount).toBe(3);
    expect(summary.kinds.filter(isUnsureKind).map(({ text }) => text)).toEqual(['Zaubertafel']);
  });

  it('counts what is no equipment the same, taken over or left out', () => {
    expect(summary.outsideDevices).toBe(1);
    const skipped = summarizePlan(planOf(book, profile, { choices: { ...CHOICES, outside: 'skip' } }));
    expect(skipped.outsideDevices).toBe(1);
    expect(skipped.rejections).toContainEqual({ code: 'OUTSIDE', rows: 1 });
  });

  it('takes a choice for all devices of a kind', () => {
    const chosen = summarizePlan(
      planOf(book, profile, { choices: { ...CHOICES, categoryChoices: { Zaubertafel: OUTSIDE_CATEGORY } } }),
    );
    expect(chosen.kinds.find(({ text }) => text === 'Zaubertafel')).toMatchObject({
      categoryId: OUTSIDE_CATEGORY,
      confidence: 1,
    });
    expect(chosen.outsideDevices).toBe(2);
  });

  it('says why rows were rejected and what is doubtful, most frequent first', () => {
    expect(summary.rejections).toEqual([{ code: 'SUM_ROW', rows: 1 }]);
    expect(summary.issues.map(({ code }) => code)).toContain('UNKNOWN_CATEGORY');
    expect(summary.similarRooms.map(({ numbers }) => numbers)).toEqual([['101', 'R101']]);
  });

  it('keeps a list of sentences short and says how many there are', () => {
    const long = aBook({
      Liste: [
        ['Inventarnr.', 'Gerät'],
        ...Array.from({ length: 700 }, (_, index) => [
          `${index}`,
          `Ding ${'abcdefghij'[index % 10]}${index}`,
        ]),
      ],
    });
    const many = summarizePlan(planOf(long, profile));
    expect(many.kinds).toHaveLength(500);
    expect(many.kindCount).toBe(700);
  });
});
