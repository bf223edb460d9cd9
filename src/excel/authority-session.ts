import { zipSync, strToU8 } from 'fflate';
import { authorityView, type AuthorityView } from '#core/authority/authority-view.ts';
import { consolidate, type Consolidation } from '#core/authority/consolidate.ts';
import { csvSet } from '#core/authority/csv-set.ts';
import { csvText } from '#core/authority/csv-table.ts';
import { analyzeReport, profileShare, type SchoolReport } from '#core/authority/school-report.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import {
  buildAuthorityWorkbook,
  type FileHint,
  type WorkbookInput,
} from '#core/authority/workbook/build-authority-workbook.ts';
import { AUTHORITY_TEXTS, consolidationHints, editTexts, reportFailureText } from '#texts/authority.ts';
import { checkReport } from './check-report.ts';
import { writeWorkbook } from './write/write-workbook.ts';

/** What a list of files says of a report that was read. */
export type ReportHead = {
  readonly schoolName: string;
  readonly schoolId: string;
  readonly asOf: string;
  readonly rooms: number;
  readonly devices: number;
  /** What was changed by hand, in sentences. */
  readonly edits: readonly string[];
};
export type ReadAuthorityFile = {
  readonly id: number;
  /** Unique among the files: messages name it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
};
/** All reports together, with what is to be said of files. */
export type ComparedReports = { readonly view: AuthorityView; readonly hints: readonly FileHint[] };
export type CompareProgress = { readonly done: number; readonly of: number };

/** The reports of the Trägeransicht, kept where they are read: the window gets only what it shows. */
export const createAuthoritySession = (onProgress: (progress: CompareProgress) => void) => {
  const reports = new Map<number, SchoolReport>();
  const edited = new Map<number, readonly FileHint[]>();
  const share = profileShare();
  let together: Consolidation | null = null;
  const consolidation = (): Consolidation => {
    together ??= consolidate([...reports.values()], {
      onSchool: (done, of) => onProgress({ done, of }),
    });
    return together;
  };
  const forget = (id: number): void => {
    reports.delete(id);
    edited.delete(id);
    together = null;
  };
  return {
    /** @returns what the list says of the report, or a sentence why there is none */
    read: ({ id, fileName, bytes }: ReadAuthorityFile): Result<ReportHead, string> => {
      forget(id);
      const read = checkReport(bytes, fileName);
      if (!read.ok) return failed(reportFailureText(fileName, read.error));
      const report = analyzeReport(fileName, read.value.data, share);
      const { edits } = read.value;
      const texts = edits === null ? [] : editTexts(fileName, edits);
      reports.set(id, report);
      edited.set(
        id,
        texts.map((text) => ({ fileName, text })),
      );
      const { school, rooms, devices } = report.inventory;
      return ok({
        schoolName: school.name,
        schoolId: report.schoolId,
        asOf: report.analysis.asOf,
        rooms: rooms.length,
        devices: devices.length,
        edits: texts,
      });
    },
    remove: (ids: readonly number[]): void => {
      for (const id of ids) forget(id);
    },
    compare: (): ComparedReports => {
      const all = consolidation();
      return { view: authorityView(all), hints: consolidationHints(all) };
    },
    /** @param input hints about files that could not be read; those about the others are added */
    workbook: (input: WorkbookInput): Promise<Uint8Array> => {
      const all = consolidation();
      const hints = [...input.hints, ...[...edited.values()].flat(), ...consolidationHints(all)];
      return writeWorkbook(buildAuthorityWorkbook(all, { ...input, hints }, AUTHORITY_TEXTS));
    },
    /** One zip file with a CSV file per table. */
    csvSet: (): Uint8Array =>
      zipSync(
        Object.fromEntries(
          csvSet(consolidation().schools).map((table) => [`${table.name}.csv`, strToU8(csvText(table))]),
        ),
        { level: 6 },
      ),
  };
};
export type AuthoritySession = ReturnType<typeof createAuthoritySession>;
