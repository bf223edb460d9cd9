import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceId } from '../shared/ids.ts';
import { aDevice } from '../testing/builders.ts';
import { duplicateDevices } from './device-actions.ts';
import {
  assignTags,
  bearerOf,
  checkScheme,
  guessScheme,
  nextTag,
  numberNew,
  tagCounter,
  type TagScheme,
} from './tag-scheme.ts';

const school: TagScheme = { prefix: 'GSL-', per: 'school', digits: 4 };
const perCategory: TagScheme = { prefix: 'GSL-', per: 'category', digits: 3 };
const tagged = (...tags: readonly (string | null)[]) =>
  tags.map((assetTag, at) => aDevice({ id: `d${at}`, assetTag }));

describe('nextTag', () => {
  it('counts on behind the highest number and fills no hole', () => {
    expect(nextTag(school, null, tagged('GSL-0001', 'GSL-0007', null, 'ALT-0900'))).toBe('GSL-0008');
    expect(nextTag(school, null, [])).toBe('GSL-0001');
  });

  it('counts decommissioned devices too', () => {
    const gone = aDevice({ assetTag: 'GSL-0042', status: 'decommissioned' });
    expect(nextTag(school, null, [gone])).toBe('GSL-0043');
  });

  it('goes beyond its digits and passes over what only looks like the row', () => {
    expect(nextTag(school, null, tagged('GSL-9999'))).toBe('GSL-10000');
    expect(nextTag(school, null, tagged('GSL-0002', 'GSL-0003b', 'GSL-BEAM-004', 'GSL-4012345678901'))).toBe(
      'GSL-0003',
    );
  });

  it('counts each category for itself, and none without one', () => {
    const devices = tagged('GSL-BEAM-004', 'GSL-DISP-011', 'GSL-0900');
    expect(nextTag(perCategory, 'BEAM', devices)).toBe('GSL-BEAM-005');
    expect(nextTag(perCategory, 'LAPTOP', devices)).toBe('GSL-LAPTOP-001');
    expect(nextTag(perCategory, null, devices)).toBeNull();
  });
});

describe('tagCounter', () => {
  it('never gives a number that is taken or was given before', () => {
    const scheme = fc.record({
      prefix: fc.constantFrom('', 'A', 'GSL-', 'X Y/'),
      per: fc.constantFrom('school' as const, 'category' as const),
      digits: fc.integer({ min: 1, max: 6 }),
    });
    const tag = fc
      .tuple(
        fc.constantFrom('', 'A', 'GSL-', 'GSL-BEAM-', 'X Y/'),
        fc.nat(1200),
        fc.integer({ min: 1, max: 6 }),
      )
      .map(([head, number, digits]) => `${head}${String(number).padStart(digits, '0')}`);
    fc.assert(
      fc.property(
        scheme,
        fc.uniqueArray(tag, { maxLength: 60 }),
        fc.array(fc.constantFrom('BEAM', 'DISP'), { maxLength: 40 }),
        (rule, tags, categories) => {
          const taken = new Set(tags);
          const next = tagCounter(rule, taken);
          const given = categories.map((category) => next(category));
          expect(new Set(given).size).toBe(given.length);
          expect(given.some((one) => one === null || taken.has(one))).toBe(false);
        },
      ),
    );
  });
});

describe('assignTags', () => {
  it('numbers those without a number, in their order, and tells of the others', () => {
    const devices = [
      aDevice({ id: 'a', assetTag: null, categoryId: 'BEAM' }),
      aDevice({ id: 'b', assetTag: 'GSL-BEAM-007', categoryId: 'BEAM' }),
      aDevice({ id: 'c', assetTag: null, categoryId: null }),
      aDevice({ id: 'd', assetTag: null, categoryId: 'DISP' }),
      aDevice({ id: 'e', assetTag: null, categoryId: 'BEAM' }),
    ];
    const { changes, numbered, uncategorised } = assignTags(devices, devices, perCategory);
    expect(changes.map(({ id, after }) => [id, after?.assetTag])).toEqual([
      ['a', 'GSL-BEAM-008'],
      ['d', 'GSL-DISP-001'],
      ['e', 'GSL-BEAM-009'],
    ]);
    expect([numbered, uncategorised]).toEqual([1, 1]);
  });
});

describe('numberNew', () => {
  it('numbers copies that have none, beside those that count on from their original', () => {
    const devices = tagged('GSL-0007', null);
    const copies = duplicateDevices(devices, 2, devices, () => deviceId('copy'));
    expect(numberNew(copies, devices, school).map(({ after }) => after?.assetTag)).toEqual([
      'GSL-0008',
      'GSL-0009',
      'GSL-0010',
      'GSL-0011',
    ]);
  });
});

describe('checkScheme', () => {
  it.each([
    [school, null],
    [{ ...school, prefix: '' }, null],
    [{ ...school, prefix: 'GS2' }, 'PREFIX_ENDS_IN_DIGIT'],
    [{ ...perCategory, prefix: 'GS2' }, null],
    [{ ...school, prefix: 'x'.repeat(21) }, 'PREFIX_TOO_LONG'],
    [{ ...school, digits: 0 }, 'DIGITS'],
    [{ ...school, digits: 2.5 }, 'DIGITS'],
  ])('says of %j: %s', (scheme, code) => {
    expect(checkScheme(scheme)?.code ?? null).toBe(code);
  });
});

describe('guessScheme', () => {
  it('takes the commonest head and width', () => {
    expect(guessScheme(tagged('00517', 'GSL-0001', 'GSL-0002', 'GSL-12', null))).toEqual(school);
    expect(guessScheme(tagged(null, 'ohne'))).toBeNull();
  });
});

describe('bearerOf', () => {
  it('finds another device with the number, never the same one', () => {
    const devices = tagged('1', '2');
    const [first, second] = devices;
    if (first === undefined || second === undefined) throw new Error('no devices');
    expect(bearerOf('2', first, devices)).toBe(second);
    expect(bearerOf('1', first, devices)).toBeUndefined();
    expect(bearerOf(null, first, tagged(null, null))).toBeUndefined();
  });
});
