import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHOOL_TYPES } from '#core/inventory/school.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import {
  PRIORITIES,
  type Quantity,
  type Requirement,
  type TargetProfile,
} from '#core/targets/target-profile.ts';
import { aCategory, aProfile, aRequirement, aRoomType } from '#core/testing/builders.ts';
import { parseRequirement } from './requirement-parser.ts';
import { formatRequirement } from './requirement-sentence.ts';
import { sentenceIssueText } from './sentence-issues.ts';
import type { SentenceFields } from './sentence-words.ts';

const parsedDefault = parseProfile(
  JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')) as unknown,
);
if (!parsedDefault.ok) throw new Error('the default profile does not parse');
const DEFAULT = parsedDefault.value;

const fieldsOf = ({
  categories,
  appliesTo,
  schoolTypes,
  quantity,
  priority,
  stage,
  dueYear,
  waivedBy,
  coveredBy,
}: Requirement): SentenceFields => ({
  categories,
  appliesTo,
  schoolTypes,
  quantity,
  priority,
  stage,
  dueYear,
  waivedBy,
  coveredBy,
});
const sentenceOf = (id: string, change: Partial<Requirement> = {}): string =>
  formatRequirement({ ...DEFAULT.requirements.find((entry) => entry.id === id)!, ...change }, DEFAULT);
const read = (text: string, profile: TargetProfile = DEFAULT): SentenceFields => {
  const outcome = parseRequirement(text, profile);
  if (!outcome.ok) throw new Error(outcome.error.map(sentenceIssueText).join('\n'));
  return outcome.value;
};
const issuesOf = (text: string, profile: TargetProfile = DEFAULT) => {
  const outcome = parseRequirement(text, profile);
  return outcome.ok
    ? []
    : outcome.error.map((issue) => {
        expect(text.slice(issue.start, issue.end)).toBe(issue.found);
        return [issue.code, issue.found, ...issue.proposals];
      });
};

describe('formatRequirement', () => {
  it.each([
    [
      'PRAES',
      'Je Klassenraum, Fachraum Naturwissenschaften, Informatik-/PC-Raum, Musikraum und Kunst-/Werk-/AWT-Raum 1 Interaktives Display (bevorzugt), Beamer fest mit Projektionsfläche oder Großbildmonitor (ohne Berührung). Pflicht, ab Stufe 1 (2027).',
    ],
    [
      'STR-PC',
      'Je Informatik-/PC-Raum 1 Steckdosengruppe / Ladestromkreis je 4 Plätze, bei unbekannter Platzzahl 6. Nur für Grundschulen. Auch erfüllt durch Steckdosengruppen laut Raumangaben. Empfehlung, ab Stufe 1 (2027).',
    ],
    [
      'Q3-RS',
      'Für die ganze Schule 1 Tablet für SuS mit Hülle (bevorzugt) oder Notebook für SuS je 2 Schülerinnen und Schüler der Jahrgänge 5 und 6 sowie je Schülerin oder Schüler der Jahrgänge 7 bis 10. Nur für Regionale Schulen. Pflicht, ab Stufe 3 (2029).',
    ],
    ['Q6', 'Für die ganze Schule 1 Leihgerät für Lehrkräfte je Lehrkraft. Empfehlung, ab Stufe 1 (2027).'],
    [
      'Q15-GS',
      'Für die ganze Schule 1 Kopfhörer (Satz zu 16) je 2 Klassen. Nur für Grundschulen. Wunsch, ab Stufe 2 (2028).',
    ],
    [
      'Q17',
      'Für die ganze Schule 1 Schulserver / Netzspeicher vor Ort bei weniger als 50 Mbit/s. Wunsch, ab Stufe 1 (2027).',
    ],
  ])('writes %s as one sentence', (id, sentence) => {
    expect(sentenceOf(id)).toBe(sentence);
  });
  it('names what waives it, and a year of its own', () => {
    expect(sentenceOf('Q11', { waivedBy: ['DISP', 'BEAM'], dueYear: 2030 })).toBe(
      'Für die ganze Schule 1 Digitales Schwarzes Brett. Entfällt, wenn Interaktives Display oder Beamer fest mit Projektionsfläche im Raum steht. Wunsch, ab Stufe 2, bis 2030.',
    );
  });
  it('names two requirements of the same name by their ids as well', () => {
    expect(
      sentenceOf('Q18', {
        quantity: { kind: 'dependent', of: ['STR-PC', 'STR-PC-RS'], multiply: 3, divide: 100 },
      }),
    ).toContain(
      '3 Switch mit 24 Anschlüssen (PoE) je 100 Einheiten im Soll von „Steckdosengruppen im PC-Raum [STR-PC]“ und „Steckdosengruppen im PC-Raum [STR-PC-RS]“.',
    );
  });
});

describe('parseRequirement reads what formatRequirement writes', () => {
  it.each(DEFAULT.requirements.map((entry) => [entry.id, entry] as const))(
    '%s of the default profile',
    (_id, entry) => {
      expect(read(formatRequirement(entry, DEFAULT))).toEqual(fieldsOf(entry));
    },
  );

  // Names that hold words of the sentence, and names that begin like another one.
  const NAMES = [
    'Beamer',
    'Beamer oder Display',
    'Display',
    'Display, rollbar',
    'Display (bevorzugt)',
    'Koffer je 16',
    'Satz (zu 16)',
    'Regal und Schrank',
    'Raum 1',
    'Raum',
    'Switch / Netz',
    'Gerät. Alt',
    '3D-Drucker',
    'Beamer',
    'Tablet im Raum',
    'Schule',
    'Schule für Kranke',
  ];
  const entries = fc.uniqueArray(fc.nat(NAMES.length - 1), { minLength: 3, maxLength: NAMES.length });
  const profiles = fc
    .record({ categories: entries, roomTypes: entries, requirements: entries })
    .map((picked) =>
      aProfile({
        categories: picked.categories.map((at) => aCategory({ id: `K${at}`, name: NAMES[at]! })),
        roomTypes: picked.roomTypes.map((at) => aRoomType({ id: `T${at}`, name: NAMES[at]! })),
        requirements: picked.requirements.map((at) =>
          aRequirement({ id: `Z${at}`, name: NAMES[at]!, categories: [`K${picked.categories[0]!}`] }),
        ),
      }),
    );
  const count = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1_000_000 }));
  const grade = fc.oneof(
    fc.integer({ min: 1, max: 13 }).map(String),
    fc.constantFrom('E1', 'Q2', 'BVJ', '11/12', '5-10', 'Q1-Q2', 'je', 'und', 'Stufe 1', '5, 6', '05'),
  );
  const someOf = (ids: readonly string[]) =>
    fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 5 });
  const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  const fields = (profile: TargetProfile): fc.Arbitrary<SentenceFields> => {
    const quantity: fc.Arbitrary<Quantity> = fc.oneof(
      fc.record({ kind: fc.constant('fixed' as const), units: count }),
      fc.record({
        kind: fc.constant('per-seats' as const),
        multiply: count,
        divide: count,
        fallbackUnits: fc.integer({ min: 0, max: 10_000 }),
      }),
      fc.record({
        kind: fc.constant('per-pupils' as const),
        terms: fc.array(
          fc.record({
            pupilsPerUnit: count,
            grades: fc.option(fc.uniqueArray(grade, { minLength: 1, maxLength: 6 })),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      fc.record({ kind: fc.constant('per-teachers' as const), teachersPerUnit: count }),
      fc.record({ kind: fc.constant('per-classes' as const), classesPerUnit: count }),
      fc.record({
        kind: fc.constant('dependent' as const),
        of: someOf(idsOf(profile.requirements)),
        multiply: count,
        divide: count,
      }),
      fc.record({
        kind: fc.constant('conditional' as const),
        value: fc.constant('bandwidthMbit' as const),
        below: count,
        units: count,
      }),
    );
    return fc.record({
      categories: someOf(idsOf(profile.categories)),
      appliesTo: fc.oneof(
        fc.constant({ kind: 'school' as const }),
        fc.record({ kind: fc.constant('rooms' as const), roomTypes: someOf(idsOf(profile.roomTypes)) }),
      ),
      schoolTypes: fc.option(fc.uniqueArray(fc.constantFrom(...SCHOOL_TYPES), { minLength: 1 })),
      quantity,
      priority: fc.constantFrom(...PRIORITIES),
      stage: fc.constantFrom(1, 2, 3),
      dueYear: fc.option(fc.integer({ min: 2020, max: 2040 })),
      waivedBy: fc.oneof(fc.constant([]), someOf(idsOf(profile.categories))),
      coveredBy: fc.constantFrom(null, 'lan-sockets' as const, 'power-groups' as const, 'wlan-full' as const),
    });
  };

  it('for every shape, with names that hold words of the sentence', () => {
    fc.assert(
      fc.property(
        profiles.chain((profile) => fc.tuple(fc.constant(profile), fields(profile))),
        ([profile, wanted]) => {
          const sentence = formatRequirement(wanted, profile);
          expect(parseRequirement(sentence, profile), sentence).toEqual({ ok: true, value: wanted });
        },
      ),
      { numRuns: 3000, seed: 5 },
    );
  });
  it('in any case and with any white space', () => {
    for (const entry of DEFAULT.requirements) {
      const sentence = formatRequirement(entry, DEFAULT);
      expect(read(`  ${sentence.replaceAll(' ', ' \n ')}`)).toEqual(fieldsOf(entry));
      expect(read(sentence.toUpperCase())).toEqual(fieldsOf(entry));
    }
  });
  it('never throws, whatever is typed', () => {
    const words = fc.constantFrom(
      ...'Je Klassenraum 1 Beamer oder und sowie , . ( ) „ “ [ je 5 Schüler der Jahrgänge bis Pflicht ab Stufe entfällt wenn nur für erfüllt durch 2,5 im Raum / Für die ganze Schule Display'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        const outcome = parseRequirement(text, DEFAULT);
        if (outcome.ok) return;
        expect(outcome.error.length).toBeGreaterThan(0);
        for (const issue of outcome.error) {
          expect(issue.start).toBeLessThanOrEqual(issue.end);
          expect(issue.end).toBeLessThanOrEqual(text.length);
          expect(sentenceIssueText(issue)).not.toBe('');
        }
      }),
      { numRuns: 3000, seed: 6 },
    );
  });
});

describe('parseRequirement is lenient', () => {
  const praes = 'Pflicht, ab Stufe 1.';
  it('takes the beginning of a name where it is clear', () => {
    expect(
      read(
        'Je Klassenraum 1 Interaktives Display (bevorzugt), Beamer oder Großbildmonitor. Pflicht, ab Stufe 1 (2027).',
      ),
    ).toMatchObject({ categories: ['DISP', 'BEAM', 'DISPP'], dueYear: null });
  });
  it('takes other words for the same', () => {
    expect(
      read(
        'jeder klassenraum braucht ein interaktives display / beamer; das ist eine Pflicht ab Ausbaustufe 1 bis 2030',
      ),
    ).toMatchObject({
      appliesTo: { kind: 'rooms', roomTypes: ['KR'] },
      categories: ['DISP', 'BEAM'],
      quantity: { kind: 'fixed', units: 1 },
      stage: 1,
      dueYear: 2030,
    });
  });
  it('puts what is preferred first', () => {
    expect(
      read(`Je Klassenraum 1 Beamer oder Interaktives Display (bevorzugt). ${praes}`).categories,
    ).toEqual(['DISP', 'BEAM']);
  });
  it('reads ids and short names', () => {
    expect(read(`Pro KR 2 LAN. ${praes}`)).toMatchObject({ categories: ['LAN'] });
  });
  it('divides 2 je 10 into 1 je 5', () => {
    expect(read(`Für die Schule 2 TAB je 10 SuS. ${praes}`).quantity).toEqual({
      kind: 'per-pupils',
      terms: [{ pupilsPerUnit: 5, grades: null }],
    });
  });
  it.each([
    ['1.000', 1000],
    ['12', 12],
  ])('reads %s as a whole number', (typed, wanted) => {
    expect(read(`Für die Schule 1 TAB je ${typed} SuS. ${praes}`).quantity).toEqual({
      kind: 'per-pupils',
      terms: [{ pupilsPerUnit: wanted, grades: null }],
    });
  });
  it.each([
    'bei weniger als 50 Mbit/s',
    'wenn weniger als 50 mbit zur Verfügung stehen',
    'bei unter 50 Mbit/s',
  ])('reads „%s“ as a limit', (limit) => {
    expect(read(`Für die Schule 1 SRV, ${limit}. ${praes}`).quantity).toEqual({
      kind: 'conditional',
      value: 'bandwidthMbit',
      below: 50,
      units: 1,
    });
  });
  it.each([
    ['5 bis 7', ['5', '6', '7']],
    ['7-10', ['7', '8', '9', '10']],
    ['7–10 und Q1', ['7', '8', '9', '10', 'Q1']],
    ['5 - 6, 8', ['5', '6', '8']],
    ['5/6', ['5', '6']],
    ['„5/6“ und „5-10“', ['5/6', '5-10']],
  ])('reads the Jahrgänge %s', (typed, grades) => {
    expect(read(`Für die Schule 1 TAB je 5 SuS der Jahrgänge ${typed}. ${praes}`).quantity).toEqual({
      kind: 'per-pupils',
      terms: [{ pupilsPerUnit: 5, grades }],
    });
  });
  it.each(['BEAM, DOK oder DISP', 'BEAM / DOK / DISP', 'BEAM (bevorzugt), DOK, DISP'])(
    'takes „%s“ for one of them',
    (typed) => {
      expect(read(`Je Klassenraum 1 ${typed}. ${praes}`).categories).toEqual(['BEAM', 'DOK', 'DISP']);
    },
  );
  it('takes a room type of that name where there is one, else the whole school', () => {
    const roomTypes = [
      aRoomType({ id: 'S1', name: 'Schule' }),
      aRoomType({ id: 'S2', name: 'Schule für Kranke' }),
    ];
    const profile = aProfile({ categories: [aCategory({ id: 'A', name: 'Beamer' })], roomTypes });
    expect(read(`Je Schule 1 Beamer. ${praes}`, DEFAULT).appliesTo).toEqual({ kind: 'school' });
    for (const { id, name } of roomTypes) {
      expect(read(`Je ${name} 1 Beamer. ${praes}`, profile).appliesTo).toEqual({
        kind: 'rooms',
        roomTypes: [id],
      });
      expect(read(`Für die ganze Schule 1 Beamer. ${praes}`, profile).appliesTo).toEqual({ kind: 'school' });
    }
  });
  it('takes another year than the stage’s in brackets as a year of its own', () => {
    expect(read('Je Klassenraum 1 DOK. Wunsch, ab Stufe 2 (2031).')).toMatchObject({
      stage: 2,
      dueYear: 2031,
    });
  });
});

describe('parseRequirement says what it does not understand, and where', () => {
  const end = ' Pflicht, ab Stufe 1.';
  const ofGrades = (typed: string): string => `Für die Schule 1 TAB je 5 SuS der Jahrgänge ${typed}.${end}`;
  it.each([
    [
      'Je Klassenraum 1 Interaktives Dispaly.' + end,
      ['UNKNOWN_CATEGORY', 'Interaktives Dispaly', 'Interaktives Display'],
    ],
    ['Je Klasenraum 1 DOK.' + end, ['UNKNOWN_ROOM_TYPE', 'Klasenraum', 'Klassenraum']],
    ['Je Klassenraum 1 DOK. Pflicht, ab Stufe 7.', ['UNKNOWN_STAGE', '7', '1', '2', '3']],
    ['Je Klassenraum 1 DOK je 3 Fenster.' + end, ['UNKNOWN_QUANTITY', 'je 3 Fenster']],
    ['Je Klassenraum DOK.' + end, ['NUMBER_MISSING', '']],
    ['Je Klassenraum 1,5 DOK.' + end, ['NUMBER_NOT_WHOLE', '1,5']],
    ['Je Klassenraum 0 DOK.' + end, ['NUMBER_OUT_OF_RANGE', '0']],
    ['Je Klassenraum 1 DOK und BEAM.' + end, ['AND_MEANS_TWO', 'und']],
    ['Klassenraum braucht 1 DOK.' + end, ['SCOPE_MISSING', 'Klassenraum braucht 1 DOK']],
    ['Je Klassenraum 1 DOK. Pflicht.', ['STAGE_MISSING', 'Pflicht', '1', '2', '3']],
    ['Je Klassenraum 1 DOK.', ['PRIORITY_MISSING', '']],
    ['Je Klassenraum 1 DOK.' + end + ' Wunsch, ab Stufe 2.', ['SAID_TWICE', 'Wunsch, ab Stufe 2']],
    ['Je Klassenraum 1 DOK. Immer montags.' + end, ['UNKNOWN_CLAUSE', 'Immer montags']],
    ['Je PC-Raum 1 PC je Platz.' + end, ['FALLBACK_MISSING', 'je Platz']],
    ['Für die ganze Schule 2 TAB je 5 SuS.' + end, ['ONE_EACH', 'je 5 SuS']],
    // Decimals, with a comma or a full stop, would be read as something ten times as large.
    ['Je Klassenraum 1.5 DOK.' + end, ['NUMBER_NOT_WHOLE', '1.5']],
    ['Für die ganze Schule 1 TAB je 1.5 SuS.' + end, ['NUMBER_NOT_WHOLE', '1.5']],
    ['Für die ganze Schule 1 TAB je 1,5 SuS.' + end, ['NUMBER_NOT_WHOLE', '1,5']],
    [
      'Für die ganze Schule 1 TAB je 5 SuS der Jahrgänge 5 sowie je 10.00 SuS.' + end,
      ['NUMBER_NOT_WHOLE', '10.00'],
    ],
    ['Für die ganze Schule 1 TAB je 0.500 SuS.' + end, ['NUMBER_NOT_WHOLE', '0.500']],
    ['Für die ganze Schule 1 TAB je 0 SuS.' + end, ['NUMBER_OUT_OF_RANGE', '0']],
    ['Für die ganze Schule 1 TAB je 1.5 Lehrkräfte.' + end, ['NUMBER_NOT_WHOLE', '1.5']],
    ['Für die ganze Schule 1 SRV bei weniger als 2.5 Mbit/s.' + end, ['NUMBER_NOT_WHOLE', '2.5']],
    ['Für die ganze Schule 1 KOF je 2.5 Einheiten im Soll von „Q6“.' + end, ['NUMBER_NOT_WHOLE', '2.5']],
    ['Je PC-Raum 1 PC je 1.5 Plätze, bei unbekannter Platzzahl 6.' + end, ['NUMBER_NOT_WHOLE', '1.5']],
    ['Je PC-Raum 1 PC je 2 Plätze, bei unbekannter Platzzahl 6.5.' + end, ['NUMBER_NOT_WHOLE', '6.5']],
    [
      'Für die ganze Schule 1 SRV wenn 50 Mbit/s zur Verfügung stehen.' + end,
      ['UNKNOWN_QUANTITY', 'wenn 50 Mbit/s zur Verfügung stehen'],
    ],
    [
      'Je Klassenraum 1 DOK. Nur für Grundschulen. Nur für Gymnasien.' + end,
      ['SAID_TWICE', 'Nur für Gymnasien'],
    ],
    [
      'Je Klassenraum 1 DOK. Entfällt, wenn BEAM im Raum steht. Entfällt, wenn DISP im Raum steht.' + end,
      ['SAID_TWICE', 'Entfällt, wenn DISP im Raum steht'],
    ],
    [
      'Je Klassenraum 1 LAN. Auch erfüllt durch LAN-Dosen. Erfüllt durch volles WLAN.' + end,
      ['SAID_TWICE', 'Erfüllt durch volles WLAN'],
    ],
    [ofGrades('10 bis 5'), ['NO_GRADE_RANGE', '10 bis 5']],
    [ofGrades('5a bis 7'), ['NO_GRADE_RANGE', '5a bis 7']],
    [ofGrades('Q1 bis 12'), ['NO_GRADE_RANGE', 'Q1 bis 12']],
    [ofGrades('5 bis Q2'), ['NO_GRADE_RANGE', '5 bis Q2']],
    [ofGrades('„5“ bis 7'), ['NO_GRADE_RANGE', '„5“ bis 7']],
    [ofGrades('Q1-Q2'), ['NO_GRADE_RANGE', 'Q1-Q2']],
    [ofGrades('Q1/2'), ['NO_GRADE_RANGE', 'Q1/2']],
    [ofGrades('5 bis'), ['GRADES_MISSING', '']],
    [ofGrades('5 bis 7 und 6'), ['NAMED_TWICE', '6']],
    [ofGrades('6 und 5 bis 7'), ['NAMED_TWICE', '5 bis 7']],
    ['Je Klassenraum 1 BEAM, DOK oder BEAM.' + end, ['NAMED_TWICE', 'BEAM']],
    ['Je Klassenraum und klassenraum 1 BEAM.' + end, ['NAMED_TWICE', 'klassenraum']],
    ['Je Klassenraum 1 DOK. Entfällt, wenn BEAM oder BEAM im Raum steht.' + end, ['NAMED_TWICE', 'BEAM']],
    ['Je Klassenraum 1 DOK. Nur für Gymnasien und Gymnasium.' + end, ['NAMED_TWICE', 'Gymnasium']],
    ['Für die ganze Schule 1 KOF je 16 Einheiten im Soll von „Q6“ und „Q6“.' + end, ['NAMED_TWICE', 'Q6']],
    ['Je Klassenraum 1 BEAM, DOK.' + end, ['OR_MISSING', ',']],
    ['Je Klassenraum 1 BEAM, DISP, DOK je 4 Plätze, sonst 6.' + end, ['OR_MISSING', ',']],
    ['Je Klassenraum 1 DOK. Entfällt, wenn BEAM, DISP im Raum steht.' + end, ['OR_MISSING', ',']],
    ['Je Klassenraum 1 BEAM (bevorzugt) oder DOK (bevorzugt).' + end, ['PREFERRED_TWICE', '(bevorzugt)']],
  ])('%s', (text, [code, found, ...proposals]) => {
    const issue = issuesOf(text).find((entry) => entry[0] === code);
    expect(issue?.slice(0, 2)).toEqual([code, found]);
    expect(issue?.slice(2, 2 + proposals.length)).toEqual(proposals);
  });
  it('reports one thing once', () => {
    expect(issuesOf('Je Klassenraum 1 BEAM, DOK und DISP.' + end)).toEqual([['AND_MEANS_TWO', 'und']]);
    expect(issuesOf(ofGrades('5, 6 und 6'))).toEqual([['NAMED_TWICE', '6']]);
    expect(issuesOf('Für die Schule 1 TAB je 2.5 Lehrkräfte.' + end)).toEqual([['NUMBER_NOT_WHOLE', '2.5']]);
  });
  it('reports each of several places', () => {
    expect(
      issuesOf('Je Klasenraum 1 Quark oder DOK. Nur für Kindergärten.' + end).map(([code]) => code),
    ).toEqual(['UNKNOWN_ROOM_TYPE', 'UNKNOWN_CATEGORY', 'UNKNOWN_SCHOOL_TYPE']);
  });
  it('asks which of two things of the same name is meant', () => {
    const profile = aProfile({
      categories: [aCategory({ id: 'A', name: 'Beamer' }), aCategory({ id: 'B', name: 'Beamer' })],
      roomTypes: [aRoomType({ id: 'KR' })],
    });
    expect(issuesOf('Je KR 1 Beamer.' + end, profile)).toEqual([
      ['AMBIGUOUS_NAME', 'Beamer', 'Beamer [A]', 'Beamer [B]'],
    ]);
    expect(read('Je KR 1 Beamer [B].' + end, profile).categories).toEqual(['B']);
  });
});
