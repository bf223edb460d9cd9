import type { ReportInput } from '#core/report/report-input.ts';
import { SCHOOL_TYPE_LABELS } from '#texts/fields.ts';
import { formatDate } from '#texts/format.ts';
import { ONE_PAGER_TEXTS as TEXTS } from '#texts/one-pager.ts';
import { PRINT_TEXTS } from '#texts/print.ts';

/** Whose sheet it is, in lines. */
export type HeadTexts = { readonly name: string; readonly facts: string; readonly profile: string };

export const headTextsOf = ({ inventory, profile, analysis }: ReportInput): HeadTexts => {
  const { name, schoolNumber, schoolType, schoolAuthority } = inventory.school;
  return {
    name: name === '' ? PRINT_TEXTS.noSchool : name,
    facts: [
      PRINT_TEXTS.asOf(formatDate(analysis.asOf)),
      ...(schoolType === null ? [] : [SCHOOL_TYPE_LABELS[schoolType]]),
      ...(schoolNumber === null ? [] : [TEXTS.schoolNumber(schoolNumber)]),
      ...(schoolAuthority === null ? [] : [schoolAuthority]),
    ].join(' · '),
    profile: TEXTS.profile(
      profile.title,
      profile.edition,
      profile.stages.find(({ stage }) => stage === analysis.stage),
    ),
  };
};

/** From these lengths on a name is set smaller, so that a few lines do for it. */
const LONG_NAME = 44;
const LONGEST_NAME = 110;
export const lengthOf = ({ length }: string): 'longest' | 'long' | undefined =>
  length > LONGEST_NAME ? 'longest' : length > LONG_NAME ? 'long' : undefined;

const MOST_ROOMS = 12;
/** Letters that fit into one line of the head, and into the usual three of the foot. */
const HEAD_LINE = 110;
const FOOT = 360;
const USUAL_STEPS = 4;
/** A further step is about as high as so many bars. */
const BARS_PER_STEP = 2;

/**
 * Bars of rooms that leave the sheet one page: what a school needs more than usual elsewhere takes the place of some. Paper
 * cannot be measured before it is printed; so this is reckoned from the lengths of the texts, and on the safe side.
 */
export const roomsThatFit = ({ name, facts, profile }: HeadTexts, foot: string, steps: number): number => {
  const further = [
    lengthOf(name) === undefined ? 0 : 1,
    facts.length > HEAD_LINE ? 1 : 0,
    profile.length > HEAD_LINE ? 1 : 0,
    foot.length > FOOT ? 1 : 0,
    Math.max(0, steps - USUAL_STEPS) * BARS_PER_STEP,
  ];
  return MOST_ROOMS - further.reduce((sum, bars) => sum + bars, 0);
};
