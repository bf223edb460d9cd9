import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { analyzeReport, profileShare, type SchoolReport } from '#core/authority/school-report.ts';
import type { FileHint } from '#core/authority/workbook/build-authority-workbook.ts';
import { checkReport } from '#excel/check-report.ts';
import { editTexts, reportFailureText } from '#texts/authority.ts';
import { CONSOLIDATE_TEXTS } from '#texts/konsolidieren.ts';

/** What may be a report; Excel's own `~$…` beside an open file is none. */
const isReportName = (path: string): boolean => {
  const name = basename(path);
  return /\.(?:xlsx|xlsm|xls|ods)$/i.test(name) && !name.startsWith('~$') && !name.startsWith('.');
};

export type FoundFiles = {
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly hints: readonly FileHint[];
};

/**
 * The files that are meant: files as they are named, of folders all that may be reports, subfolders too. Each once.
 *
 * @param except is written, not read
 */
export const findReports = async (
  folder: string,
  paths: readonly string[],
  except: string,
): Promise<FoundFiles> => {
  const found = new Map<string, string>();
  const hints: FileHint[] = [];
  for (const path of paths) {
    const full = resolve(folder, path);
    const kind = await stat(full).catch(() => null);
    if (kind === null) hints.push({ fileName: path, text: CONSOLIDATE_TEXTS.notFound(path) });
    else if (!kind.isDirectory()) found.set(full, basename(full));
    else {
      const names = await readdir(full, { recursive: true }).catch(() => []);
      const reports = names.filter(isReportName).sort();
      for (const name of reports) found.set(join(full, name), relative(full, join(full, name)));
      if (reports.length === 0) hints.push({ fileName: path, text: CONSOLIDATE_TEXTS.emptyFolder(path) });
    }
  }
  found.delete(except);
  return { files: [...found].map(([path, name]) => ({ path, name })), hints };
};

export type ReadReports = { readonly reports: readonly SchoolReport[]; readonly hints: readonly FileHint[] };

/** Reads one file after the other and keeps of each only what is put together. */
export const readReports = async (
  files: FoundFiles['files'],
  onHint: (hint: FileHint) => void,
): Promise<ReadReports> => {
  const shareProfile = profileShare();
  const reports: SchoolReport[] = [];
  const hints: FileHint[] = [];
  const tell = (fileName: string, text: string): void => {
    hints.push({ fileName, text });
    onHint({ fileName, text });
  };
  for (const { path, name } of files) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) {
      tell(name, CONSOLIDATE_TEXTS.notFound(name));
      continue;
    }
    const checked = checkReport(new Uint8Array(bytes), name);
    if (!checked.ok) {
      tell(name, reportFailureText(name, checked.error));
      continue;
    }
    const { data, edits } = checked.value;
    if (edits !== null) for (const text of editTexts(name, edits)) tell(name, text);
    reports.push(analyzeReport(name, data, shareProfile));
  }
  return { reports, hints };
};
