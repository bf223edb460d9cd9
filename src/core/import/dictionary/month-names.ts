/** Months as German and English lists write them, folded. Whole words only: "Decke 2019" is no December. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan', 'jaenner', 'jaen'],
  ['februar', 'february', 'feb', 'feber', 'febr'],
  ['maerz', 'marz', 'march', 'mar', 'maer', 'mrz'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
];

const MONTH_BY_NAME: ReadonlyMap<string, string> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name) => [name, String(index + 1)] as const)),
);

/** `maerz` → `3`; undefined where the folded word is no month. */
export const monthOfName = (folded: string): string | undefined => MONTH_BY_NAME.get(folded);

/** For patterns over text that is not folded: the longest names first. */
export const MONTH_PATTERN = ['märz', 'jänner', ...MONTH_BY_NAME.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|');
