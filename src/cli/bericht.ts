import { resolve } from 'node:path';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { IdSource, ImportPlan } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { FileIssue } from '#core/inventory/inventory-file.ts';
import { findDataProblems } from '#core/inventory/validate.ts';
import { buildReport } from '#core/report/build-report.ts';
import { isSameSchool } from '#core/report/changes/compare-reports.ts';
import type { CategoryId } from '#core/shared/ids.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { writeWorkbook } from '#excel/write/write-workbook.ts';
import { CLI_TEXTS } from '#texts/cli.ts';
import { localDay } from '#texts/format.ts';
import { CHANGE_TEXTS } from '#texts/report-changes.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { analysisJson, deviceSources, type JsonIssue } from './analysis-json.ts';
import { parseArguments, type CliOptions } from './arguments.ts';
import { importLists, readMapping, readPrevious, readProfile, readSchool, withIdsOf } from './read-inputs.ts';
import { writeFiles, type OutputFile } from './write-files.ts';

/** Exit codes, as the README names them. */
const DONE = 0;
const UNUSABLE_INPUT = 1;
const WRONG_USAGE = 2;
const NOT_WRITTEN = 3;

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};
const complain = (...lines: readonly string[]): void => {
  process.stderr.write(`${lines.join('\n')}\n`);
};

/** Counted, not random: the same lists give the same report. */
const countedIds = (): IdSource => {
  let devices = 0;
  let rooms = 0;
  return { device: () => `geraet-${(devices += 1)}`, room: () => `raum-${(rooms += 1)}` };
};

/** What was doubtful beside the rows of the lists: `schule.json`, rooms, devices, the comparison. */
const furtherIssues = (
  inventory: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
  plans: readonly ImportPlan[],
  schoolIssues: readonly FileIssue[],
  schoolFile: string | null,
): readonly JsonIssue[] => {
  const sources = deviceSources(plans);
  const rooms = new Map<string, string>(
    inventory.rooms.map(({ id, building, roomNumber }) => [
      id,
      [building, roomNumber].filter((part) => part !== null).join(' '),
    ]),
  );
  const nowhere = { file: schoolFile ?? '', sheet: '', row: 0, column: '' };
  return [
    ...schoolIssues.map((issue) => ({
      ...nowhere,
      field: issue.path.at(-1) ?? '',
      value: '',
      code: issue.code,
      message: CLI_TEXTS.schoolFileIssue(issue),
    })),
    ...[...analysis.issues, ...findDataProblems(inventory, profile)].flatMap((issue) => {
      const message = CLI_TEXTS.dataIssue(issue, (id) => rooms.get(id) ?? id);
      if (message === null) return [];
      const source = issue.path[0] === 'device' ? sources.get(issue.path[1] ?? '') : undefined;
      return [
        {
          ...nowhere,
          ...source,
          field: issue.path[2] ?? issue.path[1] ?? '',
          value: String(issue.params['value'] ?? issue.params['room'] ?? ''),
          code: issue.code,
          message,
        },
      ];
    }),
  ];
};

/** A sentence that would be said for each of many rooms is said once, with how often. */
const distinctHints = (issues: readonly JsonIssue[]): readonly string[] => {
  const byCode = new Map<string, JsonIssue[]>();
  for (const issue of issues) byCode.set(issue.code, [...(byCode.get(issue.code) ?? []), issue]);
  return [...byCode.values()].flatMap((same) =>
    same.length <= 3
      ? same.map(({ message }) => message)
      : [...same.slice(0, 2).map(({ message }) => message), `… und ${same.length - 2} weitere dieser Art`],
  );
};

/**
 * The main job without a window.
 *
 * @param argv the words after the program's name
 * @param folder from where file names are meant
 * @returns the exit code: 0 done, 1 unusable input, 2 wrong usage, 3 could not write
 */
export const main = async (argv: readonly string[], folder: string): Promise<number> => {
  const parsed = parseArguments(argv);
  if (!parsed.ok) {
    if (parsed.error.code === 'HELP') {
      say(CLI_TEXTS.usage(parsed.error));
      return DONE;
    }
    complain(CLI_TEXTS.usage(parsed.error));
    return WRONG_USAGE;
  }
  const options = parsed.value;
  if (options.json !== null && resolve(folder, options.json) === resolve(folder, options.report)) {
    complain(CLI_TEXTS.usage({ code: 'SAME_FILE' }));
    return WRONG_USAGE;
  }
  return makeReport(options, folder);
};

const unusable = (reasons: readonly string[]): number => {
  complain(...reasons, CLI_TEXTS.nothingWritten);
  return UNUSABLE_INPUT;
};

const makeReport = async (options: CliOptions, folder: string): Promise<number> => {
  const given = await readProfile(folder, options.profile);
  if (!given.ok) return unusable(given.error);
  const { profile: chosen, adapted } = given.value;
  const { stages } = chosen;
  if (options.stage !== null && !stages.some(({ stage }) => stage === options.stage)) {
    const known = stages.map(({ stage, name }) => `${stage} (${name})`).join(', ');
    complain(CLI_TEXTS.usage({ code: 'UNKNOWN_STAGE', value: String(options.stage), option: known }));
    return WRONG_USAGE;
  }
  const ids = countedIds();
  const school = await readSchool(folder, options.schoolFile, ids.room);
  if (!school.ok) return unusable(school.error);
  const mapping = await readMapping(folder, options.mappingFile, chosen);
  if (!mapping.ok) return unusable(mapping.error);
  const previous = await readPrevious(folder, options.previous);
  if (!previous.ok) return unusable(previous.error);
  const start: Inventory = { school: school.value.school, rooms: school.value.rooms, devices: [] };
  const imported = await importLists(folder, options.lists, start, chosen, mapping.value, ids);
  if (!imported.ok) return unusable(imported.error);

  const { inventory, lists, profile } = withIdsOf(previous.value, imported.value);
  const plans = lists.map(({ plan }) => plan);
  const former = previous.value?.data?.inventory.school ?? inventory.school;
  if (!isSameSchool(former, inventory.school))
    return unusable([
      CLI_TEXTS.otherSchool(options.previous ?? '', CHANGE_TEXTS.otherSchool(former, inventory.school)),
    ]);
  const now = new Date();
  const analysis = analyzeGaps(inventory, profile, {
    asOf: options.asOf ?? localDay(now),
    stage: options.stage,
  });
  const issues = furtherIssues(inventory, profile, analysis, plans, school.value.issues, options.schoolFile);
  const report = buildReport(
    {
      inventory,
      profile,
      analysis,
      programmeSums: {},
      includeFreeTexts: false,
      writtenAt: now.toISOString(),
      writtenOn: localDay(now),
      appVersion: packageJson.version,
      previous: previous.value,
    },
    REPORT_TEXTS,
  );
  const files: readonly OutputFile[] = [
    { path: resolve(folder, options.report), content: await writeWorkbook(report) },
    ...(options.json === null
      ? []
      : [
          {
            path: resolve(folder, options.json),
            content: `${JSON.stringify(analysisJson(inventory, plans, analysis, issues), null, 1)}\n`,
          },
        ]),
  ];
  const written = await writeFiles(files);
  if (!written.ok) {
    complain(CLI_TEXTS.writeFailures[written.error.reason](written.error.path), CLI_TEXTS.nothingWritten);
    return NOT_WRITTEN;
  }
  const hints = distinctHints(issues);
  const nameOf = (id: CategoryId): string => profile.categories.find((entry) => entry.id === id)?.name ?? id;
  say(
    ...adapted,
    ...lists.flatMap((list) => CLI_TEXTS.listLines(list, nameOf)),
    ...CLI_TEXTS.resultLines(inventory, profile, analysis),
    ...(hints.length === 0 ? [] : [CLI_TEXTS.hints, ...hints.map(CLI_TEXTS.hint)]),
    ...files.map(({ path }) => CLI_TEXTS.written(path)),
  );
  return DONE;
};
