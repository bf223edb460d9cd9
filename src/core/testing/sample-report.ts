import { readFileSync } from 'node:fs';
import { analyzeGaps } from '../gaps/analyze-gaps.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { parseInventoryFile } from '../inventory/inventory-file.ts';
import type { ReportInput } from '../report/report-input.ts';
import { parseProfile } from '../targets/parse-profile.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The default profile, as it comes with the app. */
export const defaultProfile = (): TargetProfile => {
  const profile = parseProfile(readJson('resources/profiles/mv-vorschlag-2026.json'));
  if (!profile.ok) throw new Error('The default profile does not fit its schema');
  return profile.value;
};

/** The made-up school that comes with the app: large enough to show every case of the report. */
export const sampleInventory = (): Inventory => {
  const inventory = parseInventoryFile(readJson('resources/sample-school/raeume-und-geraete.json'));
  if (!inventory.ok) throw new Error('The sample school does not fit its schema');
  return inventory.value;
};

/** A report of the sample school; `inventory` replaces it. */
export const aReportInput = (
  inventory: Inventory = sampleInventory(),
  options: Partial<
    Pick<ReportInput, 'includeFreeTexts' | 'profile' | 'previous' | 'programmeSums' | 'stocktake'>
  > & {
    readonly stage?: number;
  } = {},
): ReportInput => {
  const profile = options.profile ?? defaultProfile();
  return {
    inventory,
    profile,
    analysis: analyzeGaps(inventory, profile, { asOf: '2026-11-24', stage: options.stage ?? 1 }),
    programmeSums: options.programmeSums ?? {},
    stocktake: options.stocktake ?? null,
    includeFreeTexts: options.includeFreeTexts ?? false,
    writtenAt: '2026-11-24T09:30:00.000Z',
    writtenOn: '2026-11-24',
    appVersion: '0.1.0',
    previous: options.previous ?? null,
  };
};
