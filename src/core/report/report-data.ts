import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from '../shared/zod.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { parseInventoryFile, serializeInventory } from '../inventory/inventory-file.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { parseProfile } from '../targets/parse-profile.ts';
import type { TargetProfile } from '../targets/target-profile.ts';
import { summarizeGaps, type GapsSummary } from './gaps-summary.ts';
import { schoolIdOf, type ReportInput } from './report-input.ts';

/**
 * What the hidden sheet `_Daten` holds: everything the visible sheets were made from, for programs. A later version of
 * the app and KSM's tools read it back; `docs/data-format.md` describes it.
 */
export const REPORT_DATA_FORMAT = 'ausstattungskompass-bericht';
/** 2: the head has a checksum as well. */
export const REPORT_DATA_VERSION = 2;
/** An Excel cell holds 32,767 characters (ECMA-376; Excel cuts what is longer). */
export const MAX_CELL_CHARACTERS = 32_767;

export type ReportData = {
  readonly schoolId: string;
  readonly writtenAt: string;
  readonly appVersion: string;
  readonly asOf: string;
  readonly stage: number;
  readonly includesFreeTexts: boolean;
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  readonly gaps: GapsSummary;
};

/** Head cells of the hidden sheet: format, version, number of parts, number of characters, SHA-256 of them in hex. */
export type ReportDataCells = {
  readonly head: readonly [string, number, number, number, string];
  readonly parts: readonly string[];
};

/**
 * Plain ASCII, so that a part may end between any two characters and no reader stumbles over `_x000D_`-like text or
 * half of an emoji.
 */
export const toAscii = (json: string): string =>
  json
    .replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '\\u005f');

/** All characters are ASCII: one byte each. */
const checksumOf = (json: string): string =>
  bytesToHex(sha256(Uint8Array.from({ length: json.length }, (_, at) => json.charCodeAt(at) & 0x7f)));

/** @param input whose inventory holds only what may leave the school */
export const reportDataCells = (input: ReportInput): ReportDataCells => {
  const { inventory, profile, analysis } = input;
  const fields = JSON.stringify({
    schoolId: schoolIdOf(inventory.school),
    writtenAt: input.writtenAt,
    appVersion: input.appVersion,
    asOf: analysis.asOf,
    stage: analysis.stage,
    includesFreeTexts: input.includeFreeTexts,
    profile,
    gaps: summarizeGaps(inventory, analysis),
  });
  const json = toAscii(`${fields.slice(0, -1)},"inventory":${serializeInventory(inventory, 0).trimEnd()}}`);
  const parts: string[] = [];
  for (let at = 0; at < json.length; at += MAX_CELL_CHARACTERS)
    parts.push(json.slice(at, at + MAX_CELL_CHARACTERS));
  return {
    head: [REPORT_DATA_FORMAT, REPORT_DATA_VERSION, parts.length, json.length, checksumOf(json)],
    parts,
  };
};

const summary = z.object({
  roomsMeetingStandard: z.object({ met: z.number(), of: z.number() }),
  fulfilment: z.number().nullable(),
  costCents: z.number(),
  rooms: z.array(
    z.object({
      roomId: z.string(),
      building: z.string().nullable(),
      room: z.string(),
      requirement: z.string(),
      priority: z.enum(['must', 'should', 'could']),
      stage: z.number(),
      scored: z.boolean(),
      exempt: z.boolean(),
      target: z.number().nullable(),
      actual: z.number().nullable(),
      gap: z.number().nullable(),
      defective: z.number(),
      missing: z.number(),
      overAge: z.number(),
      surplus: z.number(),
    }),
  ),
  school: z.array(
    z.object({
      requirement: z.string(),
      base: z.number().nullable(),
      priority: z.enum(['must', 'should', 'could']),
      stage: z.number(),
      target: z.number().nullable(),
      actual: z.number().nullable(),
      gap: z.number().nullable(),
    }),
  ),
  checks: z.array(
    z.object({
      check: z.string(),
      value: z.number().nullable(),
      wanted: z.number().nullable(),
      met: z.boolean().nullable(),
    }),
  ),
});
const fields = z.object({
  schoolId: z.string(),
  writtenAt: z.string(),
  appVersion: z.string(),
  asOf: z.string(),
  stage: z.number(),
  includesFreeTexts: z.boolean(),
  profile: z.unknown(),
  inventory: z.unknown(),
  gaps: summary,
});

/** `DAMAGED`: cut off or not what any version writes. `EDITED`: whole, but not what was written. */
export type ReportDataFailure = 'NOT_A_REPORT' | 'NEWER_VERSION' | 'DAMAGED' | 'EDITED';

/**
 * Reads the hidden sheet back.
 *
 * @param rows its cells, row by row: the head, then one part in each row's first cell
 */
export const parseReportData = (
  rows: readonly (readonly unknown[])[],
): Result<ReportData, ReportDataFailure> => {
  const [head, ...rest] = rows;
  if (head?.[0] !== REPORT_DATA_FORMAT) return failed('NOT_A_REPORT');
  if (Number(head[1]) > REPORT_DATA_VERSION) return failed('NEWER_VERSION');
  const json = rest.map(([part]) => (typeof part === 'string' ? part : '')).join('');
  if (json.length !== Number(head[3])) return failed('DAMAGED');
  if (Number(head[1]) > 1 && head[4] !== checksumOf(json)) return failed('EDITED');
  const parsed = fields.safeParse(parseJson(json));
  if (!parsed.success) return failed('DAMAGED');
  const inventory = parseInventoryFile(parsed.data.inventory);
  const profile = parseProfile(parsed.data.profile);
  if (!inventory.ok || !profile.ok) return failed('DAMAGED');
  return ok({ ...parsed.data, inventory: inventory.value, profile: profile.value });
};

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};
