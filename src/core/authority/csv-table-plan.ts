import type { GapAnalysis } from '../gaps/gap-analysis.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Timestamp } from '../shared/iso-date.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import type { CsvColumn, CsvType, CsvValue } from './csv-table.ts';

/** What the tables need of a report. */
export type CsvReport = {
  readonly fileName: string;
  readonly writtenAt: Timestamp;
  readonly appVersion: string;
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  readonly analysis: GapAnalysis;
};

export type CsvRow = readonly CsvValue[];
export type CsvTablePlan = {
  readonly name: string;
  /** Without the id of the school, which comes first in every table. */
  readonly columns: readonly CsvColumn[];
  readonly rowsOf: (report: CsvReport) => readonly CsvRow[];
};

export const csvColumns = (names: Readonly<Record<string, CsvType>>): readonly CsvColumn[] =>
  Object.entries(names).map(([name, type]) => ({ name, type }));

export const FIGURE_COLUMNS = { target: 'integer', actual: 'integer', gap: 'integer' } as const;
