import { isIsoDate, type IsoDate } from '#core/shared/iso-date.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';

/** What the command line was asked to do. Paths are as typed. */
export type CliOptions = {
  readonly lists: readonly [string, ...string[]];
  readonly schoolFile: string | null;
  /** How the columns of the lists are assigned, as the import saves it. */
  readonly mappingFile: string | null;
  /** A file or the id of an issued profile. */
  readonly profile: string | null;
  readonly asOf: IsoDate | null;
  readonly stage: number | null;
  /** The report before this one, for „Änderungen“. */
  readonly previous: string | null;
  readonly report: string;
  readonly json: string | null;
};

/** Wrong usage, for a German sentence. */
export type UsageProblem =
  | { readonly code: 'HELP' }
  | { readonly code: 'UNKNOWN_OPTION' | 'NO_VALUE' | 'TWICE' | 'MISSING'; readonly option: string }
  | { readonly code: 'NO_DATE' | 'NO_STAGE'; readonly option: string; readonly value: string };

const OPTIONS = [
  '--liste',
  '--schule',
  '--zuordnung',
  '--profil',
  '--stichtag',
  '--stufe',
  '--bisher',
  '--aus',
  '--json',
] as const;
type Option = (typeof OPTIONS)[number];
const isOption = (text: string): text is Option => OPTIONS.some((option) => option === text);

/** `--aus=x` and `--aus x` mean the same. */
const splitEquals = (text: string): readonly string[] => {
  const at = text.indexOf('=');
  return text.startsWith('--') && at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text];
};

type Collected = Result<ReadonlyMap<Option, readonly string[]>, UsageProblem>;

const collect = (argv: readonly string[]): Collected => {
  const words = argv.flatMap(splitEquals);
  const values = new Map<Option, string[]>();
  for (let at = 0; at < words.length; at += 2) {
    const option = words[at] ?? '';
    const value = words[at + 1];
    if (option === '--hilfe' || option === '--help' || option === '-h') return failed({ code: 'HELP' });
    if (!isOption(option)) return failed({ code: 'UNKNOWN_OPTION', option });
    if (value === undefined || value === '' || isOption(value)) return failed({ code: 'NO_VALUE', option });
    const known = values.get(option) ?? [];
    if (known.length > 0 && option !== '--liste') return failed({ code: 'TWICE', option });
    values.set(option, [...known, value]);
  }
  return ok(values);
};

/** Reads the words after the program's name. */
export const parseArguments = (argv: readonly string[]): Result<CliOptions, UsageProblem> => {
  const collected = collect(argv);
  if (!collected.ok) return collected;
  const one = (option: Option): string | null => collected.value.get(option)?.[0] ?? null;
  const [first, ...others] = collected.value.get('--liste') ?? [];
  if (first === undefined) return failed({ code: 'MISSING', option: '--liste' });
  const report = one('--aus');
  if (report === null) return failed({ code: 'MISSING', option: '--aus' });
  const asOf = one('--stichtag');
  if (asOf !== null && !isIsoDate(asOf))
    return failed({ code: 'NO_DATE', option: '--stichtag', value: asOf });
  const stage = one('--stufe');
  if (stage !== null && !/^[1-9]\d?$/.test(stage))
    return failed({ code: 'NO_STAGE', option: '--stufe', value: stage });
  return ok({
    lists: [first, ...others],
    schoolFile: one('--schule'),
    mappingFile: one('--zuordnung'),
    profile: one('--profil'),
    asOf,
    stage: stage === null ? null : Number(stage),
    previous: one('--bisher'),
    report,
    json: one('--json'),
  });
};
