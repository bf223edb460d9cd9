import { zipSync, strToU8 } from 'fflate';
import { authorityView, type AuthorityView } from '#core/authority/authority-view.ts';
import { consolidate, type Consolidation } from '#core/authority/consolidate.ts';
import { csvSet } from '#core/authority/csv-set.ts';
import { csvText } from '#core/authority/csv-table.ts';
import { analyzeReport, profileShare, type SchoolReport } from '#core/authority/school-report.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { readReport, type ReportReadFailure } from './read-report.ts';

/** What a list of files says of a report that was read. */
export type ReportHead = {
  readonly schoolName: string;
  readonly schoolId: string;
  readonly asOf: string;
  readonly rooms: number;
  readonly devices: number;
};
export type ReadAuthorityFile = {
  readonly id: number;
  /** Unique among the files: messages name it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
};
export type CompareProgress = { readonly done: number; readonly of: number };

/** The reports of the Trägeransicht, kept where they are read: the window gets only what it shows. */
export const createAuthoritySession = (onProgress: (progress: CompareProgress) => void) => {
  const reports = new Map<number, SchoolReport>();
  const share = profileShare();
  let together: Consolidation | null = null;
  const consolidation = (): Consolidation => {
    together ??= consolidate([...reports.values()], {
      onSchool: (done, of) => onProgress({ done, of }),
    });
    return together;
  };
  return {
    read: ({ id, fileName, bytes }: ReadAuthorityFile): Result<ReportHead, ReportReadFailure> => {
      reports.delete(id);
      together = null;
      const read = readReport(bytes, fileName);
      if (!read.ok) return failed(read.error);
      const report = analyzeReport(fileName, read.value.data, share);
      reports.set(id, report);
      const { school, rooms, devices } = report.inventory;
      return ok({
        schoolName: school.name,
        schoolId: report.schoolId,
        asOf: report.analysis.asOf,
        rooms: rooms.length,
        devices: devices.length,
      });
    },
    remove: (ids: readonly number[]): void => {
      for (const id of ids) reports.delete(id);
      together = null;
    },
    compare: (): AuthorityView => authorityView(consolidation()),
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
