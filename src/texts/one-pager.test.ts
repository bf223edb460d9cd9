import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { onePagerOf, type OnePager } from '#core/report/one-pager.ts';
import { defaultProfile, sampleInventory } from '#core/testing/sample-report.ts';
import { ONE_PAGER_TEXTS } from './one-pager.ts';

const profile = defaultProfile();
const analysis = analyzeGaps(sampleInventory(), profile, { asOf: '2026-11-24', stage: 1 });
const SAMPLE = onePagerOf(sampleInventory(), profile, analysis, []);
const NOTHING: OnePager = {
  ...SAMPLE,
  unpriced: 0,
  repair: { units: 0, devices: 0, roomIds: [] },
  move: { units: 0, savedCents: 0 },
  buy: { units: 0, repairable: 0, costCents: 0, mustUnits: 0 },
  replace: { untilYear: 2027, units: 0, costCents: 0 },
  notComputable: 0,
};
/** The space before a unit does not break. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const stepsOf = (part: Partial<OnePager>, rooms: readonly string[] = []): readonly string[] =>
  ONE_PAGER_TEXTS.steps({ ...NOTHING, ...part }, rooms).map(({ lead, text }) => plain(`${lead}: ${text}`));

describe('the next steps', () => {
  it('stand in the order repair, move, buy, replace, enter', () => {
    const leads = ONE_PAGER_TEXTS.steps(
      { ...SAMPLE, move: { units: 2, savedCents: 100 }, notComputable: 1 },
      [],
    ).map(({ lead }) => lead);
    expect(leads).toEqual(['Reparieren', 'Umräumen', 'Beschaffen', 'Ersetzen', 'Angaben ergänzen']);
    expect(stepsOf({})).toEqual([]);
  });

  it('name one thing in the singular', () => {
    expect(stepsOf({ repair: { units: 1, devices: 1, roomIds: [] } }, ['204'])).toEqual([
      'Reparieren: 1 defektes Gerät (Raum 204). Das schließt 1 Lücke ohne Kauf.',
    ]);
    expect(stepsOf({ move: { units: 1, savedCents: 0 } })).toEqual([
      'Umräumen: 1 Gerät, das in seinem Raum übrig ist, in einen Raum bringen, in dem es fehlt.',
    ]);
    expect(stepsOf({ buy: { units: 1, repairable: 0, costCents: 40_000, mustUnits: 1 } })).toEqual([
      'Beschaffen: Es fehlt 1 Gerät oder Anschluss. Kosten: geschätzt 400 €.',
    ]);
    expect(stepsOf({ replace: { untilYear: 2027, units: 1, costCents: 0 } })).toEqual([
      'Ersetzen: Bis Ende 2027 hat 1 Gerät sein geplantes Alter erreicht oder überschritten.',
    ]);
  });

  it('say what is left after repairs and moves, and what is known of the price', () => {
    const buy = { units: 56, repairable: 0, costCents: 3_409_000, mustUnits: 27 };
    const repair = { units: 6, devices: 6, roomIds: [] };
    expect(stepsOf({ repair, buy }, ['203', '204', '303', '304', '305'])).toEqual([
      'Reparieren: 6 defekte Geräte (Räume 203, 204, 303 und 2 weitere). Das schließt 6 Lücken ohne Kauf.',
      'Beschaffen: Danach fehlen noch 56 Geräte und Anschlüsse, davon 27 verbindlich vorgesehen. Kosten: geschätzt 34.090 €.',
    ]);
    expect(stepsOf({ buy, unpriced: 3 })[0]).toContain('34.090 € für alles mit bekanntem Preis.');
    expect(stepsOf({ buy: { ...buy, costCents: 0 }, unpriced: 56 })[0]).toContain(
      'Preise sind nicht hinterlegt.',
    );
  });

  it('say what to enter where nothing can be compared', () => {
    expect(stepsOf({ groups: [] })[0]).toMatch(/^Erfassen: Räume mit Raumtyp/);
  });
});

describe('the key figures', () => {
  const notesOf = (part: Partial<typeof analysis.totals>, sheet: Partial<OnePager> = {}) =>
    ONE_PAGER_TEXTS.figures({ ...analysis.totals, ...part }, { ...SAMPLE, ...sheet }).map(({ value, note }) =>
      plain(`${value} ${note}`),
    );

  it('are those of the comparison', () => {
    expect(notesOf({})).toEqual([
      '81 % 303 von 373',
      '70 davon 61 in Räumen',
      '14 von 35',
      '52.900 € geschätzt',
      '101 überaltert, von 499',
    ]);
  });

  it('never show an unknown amount as nothing', () => {
    expect(notesOf({ costCents: 0 }, { unpriced: 70 })[3]).toBe('– keine Preise hinterlegt');
    expect(notesOf({}, { unpriced: 4 })[3]).toBe('52.900 € geschätzt, 4 ohne Preis');
    expect(notesOf({ gap: 0, costCents: 0 })[3]).toBe('0 € nichts zu beschaffen');
  });
});

describe('whose targets these are', () => {
  it('ends a remark with a full stop, and a long one with a whole word', () => {
    expect(ONE_PAGER_TEXTS.origin('mep', 0, '')).toBe(
      'Die Ziele stehen im Medienentwicklungsplan (MEP) des Schulträgers.',
    );
    expect(ONE_PAGER_TEXTS.origin('school', 0, 'Entwurf')).toMatch(/ Hinweis der Vorlage: Entwurf\.$/);
    expect(ONE_PAGER_TEXTS.origin('ksm', 2, 'Vorläufig '.repeat(50))).toMatch(
      /2 Ziele hat die Schule geändert oder ergänzt\..* Vorläufig …$/,
    );
  });
});
