import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { consolidate, type Consolidation } from '#core/authority/consolidate.ts';
import { csvSet } from '#core/authority/csv-set.ts';
import { csvText } from '#core/authority/csv-table.ts';
import { buildAuthorityWorkbook } from '#core/authority/workbook/build-authority-workbook.ts';
import { writeWorkbook } from '#excel/write/write-workbook.ts';
import { AUTHORITY_TEXTS, consolidationHints } from '#texts/authority.ts';
import { CLI_TEXTS } from '#texts/cli.ts';
import { localDay } from '#texts/format.ts';
import { CONSOLIDATE_TEXTS } from '#texts/konsolidieren.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { parseConsolidateArguments, type ConsolidateOptions } from './consolidate-arguments.ts';
import { findReports, readReports } from './read-reports.ts';
import { writeFiles, type OutputFile } from './write-files.ts';

/** Exit codes, as the README names them. */
const DONE = 0;
const NO_REPORT = 1;
const WRONG_USAGE = 2;
const NOT_WRITTEN = 3;

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};
const complain = (...lines: readonly string[]): void => {
  process.stderr.write(`${lines.join('\n')}\n`);
};

/**
 * Puts the reports of many schools together, without a window: for a night job over hundreds of files.
 *
 * @param argv the words after the program's name
 * @param folder from where file names are meant
 * @returns the exit code: 0 done, 1 no usable report (nothing written), 2 wrong usage, 3 could not write
 */
export const main = async (argv: readonly string[], folder: string): Promise<number> => {
  const parsed = parseConsolidateArguments(argv);
  if (parsed.ok) return putTogether(parsed.value, folder);
  if (parsed.error.code === 'HELP') {
    say(CONSOLIDATE_TEXTS.usage(parsed.error));
    return DONE;
  }
  complain(CONSOLIDATE_TEXTS.usage(parsed.error));
  return WRONG_USAGE;
};

/** One file per table of the CSV set. The folder is made where there is none. */
const csvFiles = async (
  consolidation: Consolidation,
  folder: string,
  csvFolder: string | null,
): Promise<readonly OutputFile[]> => {
  if (csvFolder === null) return [];
  const target = resolve(folder, csvFolder);
  // Where it cannot be made, writing into it says why.
  await mkdir(target, { recursive: true }).catch(() => undefined);
  return csvSet(consolidation.schools).map((table) => ({
    path: join(target, `${table.name}.csv`),
    content: csvText(table),
  }));
};

const putTogether = async (
  { paths, workbook, csvFolder }: ConsolidateOptions,
  folder: string,
): Promise<number> => {
  const target = resolve(folder, workbook);
  const found = await findReports(folder, paths, target);
  for (const { text } of found.hints) complain(text);
  const { reports, hints } = await readReports(found.files, ({ text }) => complain(text));
  if (reports.length === 0) {
    complain(CONSOLIDATE_TEXTS.noReport, CLI_TEXTS.nothingWritten);
    return NO_REPORT;
  }
  const consolidation = consolidate(reports);
  const further = consolidationHints(consolidation);
  for (const { text } of further) complain(text);
  const now = new Date();
  const model = buildAuthorityWorkbook(
    consolidation,
    {
      hints: [...found.hints, ...hints, ...further],
      writtenAt: now.toISOString(),
      writtenOn: localDay(now),
      appVersion: packageJson.version,
    },
    AUTHORITY_TEXTS,
  );
  const files: readonly OutputFile[] = [
    { path: target, content: await writeWorkbook(model) },
    ...(await csvFiles(consolidation, folder, csvFolder)),
  ];
  const written = await writeFiles(files);
  if (!written.ok) {
    complain(CLI_TEXTS.writeFailures[written.error.reason](written.error.path), CLI_TEXTS.nothingWritten);
    return NOT_WRITTEN;
  }
  say(...CONSOLIDATE_TEXTS.resultLines(consolidation), ...files.map(({ path }) => CLI_TEXTS.written(path)));
  return DONE;
};
