import { failed, ok, type Result } from '#core/shared/result.ts';

/** What the command line was asked to put together. Paths are as typed. */
export type ConsolidateOptions = {
  readonly paths: readonly [string, ...string[]];
  readonly workbook: string;
  /** Folder for the CSV set; null = none. */
  readonly csvFolder: string | null;
};
export type ConsolidateProblem =
  | { readonly code: 'HELP' | 'NO_FILES' }
  | { readonly code: 'UNKNOWN_OPTION' | 'NO_VALUE' | 'TWICE' | 'MISSING'; readonly option: string };

const OPTIONS = ['--aus', '--csv'] as const;
type Option = (typeof OPTIONS)[number];
const isOption = (text: string): text is Option => OPTIONS.some((option) => option === text);

/** Reads the words after the program's name; `--aus=x` and `--aus x` mean the same, and behind `--` all are files. */
export const parseConsolidateArguments = (
  argv: readonly string[],
): Result<ConsolidateOptions, ConsolidateProblem> => {
  const values = new Map<Option, string>();
  const paths: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') {
      paths.push(...argv.slice(at + 1));
      break;
    }
    if (word === '--hilfe' || word === '--help' || word === '-h') return failed({ code: 'HELP' });
    if (!word.startsWith('--')) {
      if (word !== '') paths.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    if (!isOption(option)) return failed({ code: 'UNKNOWN_OPTION', option });
    const value = equals < 0 ? argv[(at += 1)] : word.slice(equals + 1);
    if (value === undefined || value === '' || value.startsWith('--'))
      return failed({ code: 'NO_VALUE', option });
    if (values.has(option)) return failed({ code: 'TWICE', option });
    values.set(option, value);
  }
  const workbook = values.get('--aus');
  if (workbook === undefined) return failed({ code: 'MISSING', option: '--aus' });
  const [first, ...others] = paths;
  if (first === undefined) return failed({ code: 'NO_FILES' });
  return ok({ paths: [first, ...others], workbook, csvFolder: values.get('--csv') ?? null });
};
