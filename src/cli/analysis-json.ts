import { locator } from '#core/gaps/units.ts';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { ImportPlan, RowSource } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import { summarizeGaps, type GapsSummary } from '#core/report/gaps-summary.ts';
import { importIssueText, rejectionText } from '#texts/import.ts';

type FileSource = RowSource & { readonly file: string };

export type JsonIssue = {
  readonly file: string;
  readonly sheet: string;
  /** As Excel counts; 0 = no row of a list. */
  readonly row: number;
  readonly column: string;
  /** Empty where the whole row is meant. */
  readonly field: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
};

/** What `--json` writes. Devices and rooms carry the field names of the app; a place is given by number, building and floor. */
export type AnalysisJson = {
  readonly version: 1;
  readonly import: {
    readonly rowsRead: number;
    readonly columns: readonly {
      readonly file: string;
      readonly sheet: string;
      readonly header: string;
      /** null = no field; its cells are kept as an extra field. */
      readonly field: string | null;
      /** How sure the assignment is, 0–1. */
      readonly confidence: number;
      /** What a column of counts counts. */
      readonly categoryId: string | null;
    }[];
    readonly devices: readonly Readonly<Record<string, unknown>>[];
    readonly rooms: readonly Readonly<Record<string, unknown>>[];
    readonly rejected: readonly (FileSource & { readonly code: string; readonly message: string })[];
    readonly issues: readonly JsonIssue[];
  };
  readonly gaps: GapsSummary;
};

/** Where each thing was read first. */
const sourcesOf = (
  plans: readonly ImportPlan[],
  entries: (plan: ImportPlan) => readonly { readonly id: string; readonly source: RowSource | null }[],
): ReadonlyMap<string, FileSource> => {
  const sources = new Map<string, FileSource>();
  for (const plan of plans)
    for (const { id, source } of entries(plan))
      if (source !== null && !sources.has(id)) sources.set(id, { file: plan.fileName, ...source });
  return sources;
};

export const deviceSources = (plans: readonly ImportPlan[]): ReadonlyMap<string, FileSource> =>
  sourcesOf(plans, ({ devices }) => devices.map(({ device, source }) => ({ id: device.id, source })));

const twoDigits = <Share extends number | null>(share: Share): Share | number =>
  share === null ? share : Math.round(share * 100) / 100;

/**
 * @param further doubts that come from no row of a list: about `schule.json`, the rooms, the comparison
 */
export const analysisJson = (
  inventory: Inventory,
  plans: readonly ImportPlan[],
  analysis: GapAnalysis,
  further: readonly JsonIssue[],
): AnalysisJson => {
  const rooms = new Map(inventory.rooms.map((room) => [room.id, room]));
  const locate = locator(inventory.devices);
  const fromDevice = deviceSources(plans);
  // A device that two lists name ends as the later one left it.
  const confidences = new Map(
    plans.flatMap(({ devices }) =>
      devices.map(({ device, categoryConfidence }) => [device.id, categoryConfidence] as const),
    ),
  );
  const fromRoom = sourcesOf(plans, (plan) =>
    plan.rooms.map(({ room, source }) => ({ id: room.id, source })),
  );
  return {
    version: 1,
    import: {
      rowsRead: plans.reduce((sum, { counts }) => sum + counts.rowsRead, 0),
      columns: plans.flatMap(({ fileName, columns }) =>
        columns.map(({ sheet, header, field, confidence, categoryId }) => ({
          file: fileName,
          sheet,
          header,
          field,
          confidence: twoDigits(confidence),
          categoryId,
        })),
      ),
      devices: inventory.devices.map(({ roomId: _entered, ...device }) => {
        const at = locate({ ...device, roomId: _entered });
        const room = at === null ? undefined : rooms.get(at);
        return {
          source: fromDevice.get(device.id) ?? null,
          ...device,
          categoryConfidence:
            device.categoryId === null ? null : twoDigits(confidences.get(device.id) ?? null),
          roomNumber: room?.roomNumber ?? null,
          building: room?.building ?? null,
          floor: room?.floor ?? null,
        };
      }),
      rooms: inventory.rooms.map((room) => ({ source: fromRoom.get(room.id) ?? null, ...room })),
      rejected: plans.flatMap(({ fileName, rejected }) =>
        rejected.map((row) => ({
          file: fileName,
          sheet: row.sheet,
          row: row.row,
          code: row.code,
          message: rejectionText(row),
        })),
      ),
      issues: [
        ...plans.flatMap(({ fileName, issues }) =>
          issues.map((issue) => ({
            file: fileName,
            sheet: issue.sheet,
            row: issue.row,
            column: issue.column,
            field: issue.field ?? '',
            value: issue.value,
            code: issue.code,
            message: importIssueText(issue),
          })),
        ),
        ...further,
      ],
    },
    gaps: summarizeGaps(inventory, analysis),
  };
};
