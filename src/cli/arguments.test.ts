import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';

describe('parseArguments', () => {
  it('reads every option, lists as often as given', () => {
    const parsed = parseArguments(
      '--liste a.xlsx --liste=b.csv --schule s.json --zuordnung z.json --profil p --stichtag 2026-11-24 --stufe 2 --bisher b.xlsx --aus r.xlsx --json j.json'.split(
        ' ',
      ),
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        lists: ['a.xlsx', 'b.csv'],
        schoolFile: 's.json',
        mappingFile: 'z.json',
        profile: 'p',
        asOf: '2026-11-24',
        stage: 2,
        previous: 'b.xlsx',
        report: 'r.xlsx',
        json: 'j.json',
      },
    });
  });

  it.each([
    [[], { code: 'MISSING', option: '--liste' }],
    [['--liste', 'a'], { code: 'MISSING', option: '--aus' }],
    [['--liste', 'a', '--aus'], { code: 'NO_VALUE', option: '--aus' }],
    [['--liste', '--aus', 'r'], { code: 'NO_VALUE', option: '--liste' }],
    [['--list', 'a'], { code: 'UNKNOWN_OPTION', option: '--list' }],
    [['--aus', 'a', '--aus', 'b'], { code: 'TWICE', option: '--aus' }],
    [
      ['--liste', 'a', '--aus', 'r', '--stichtag', '2026-02-30'],
      { code: 'NO_DATE', option: '--stichtag', value: '2026-02-30' },
    ],
    [['--liste', 'a', '--aus', 'r', '--stufe', '0'], { code: 'NO_STAGE', option: '--stufe', value: '0' }],
    [['--hilfe'], { code: 'HELP' }],
  ])('refuses %j', (argv, problem) => {
    expect(parseArguments(argv)).toEqual({ ok: false, error: problem });
  });
});
