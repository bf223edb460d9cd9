import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import type { GapOptions, GapTotals, StandardResult } from '#core/gaps/gap-analysis.ts';
import { applyChanges } from '#core/history/apply-changes.ts';
import { changesOfPlan, planImport } from '#core/import/plan-import.ts';
import { proposeMapping } from '#core/import/propose-mapping.ts';
import type { SavedTable } from '#core/import/saved-mapping.ts';
import type { ImportMapping, ImportPlan, RawBook, ReadFailure, TextFormat } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { CategoryId, RoomTypeId } from '#core/shared/ids.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readList, readPastedText, type ReadOptions } from './read/read-list.ts';

export type ReadRequest = {
  readonly kind: 'read';
  readonly source:
    | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string }
    | { readonly kind: 'text'; readonly text: string; readonly name: string };
  readonly options: ReadOptions;
  readonly profile: TargetProfile;
  readonly remembered: readonly SavedTable[];
};
export type ReadAnswer = Result<
  { readonly mapping: ImportMapping; readonly textFormat: TextFormat | null },
  ReadFailure
>;

export type PlanRequest = {
  readonly kind: 'plan';
  readonly mapping: ImportMapping;
  readonly inventory: Inventory;
  readonly profile: TargetProfile;
  readonly view: GapOptions;
  readonly defaultRoomType: RoomTypeId | null;
  readonly categoryChoices: Readonly<Record<string, CategoryId>>;
};
export type Effect = { readonly totals: GapTotals; readonly standard: StandardResult | null };
export type PlanAnswer = { readonly plan: ImportPlan; readonly after: Effect };

/** The list stays here between reading and planning: sending 10,000 rows to and fro would cost more than the plan. */
let book: RawBook | null = null;

const read = ({ source, options, profile, remembered }: ReadRequest): ReadAnswer => {
  const opened =
    source.kind === 'file'
      ? readList(source.bytes, source.name, options)
      : readPastedText(source.text, source.name);
  if (!opened.ok) return opened;
  const mapping = proposeMapping(opened.value, { profile, remembered });
  if (!mapping.ok) return failed(mapping.error);
  book = opened.value;
  return ok({ mapping: mapping.value, textFormat: opened.value.textFormat });
};

const plan = ({
  mapping,
  inventory,
  profile,
  view,
  defaultRoomType,
  categoryChoices,
}: PlanRequest): PlanAnswer => {
  if (book === null) throw new Error('plan asked before a list was read');
  const newId = (): string => crypto.randomUUID();
  const made = planImport(book, mapping, {
    inventory,
    profile,
    ids: { device: newId, room: newId },
    defaultRoomType,
    categoryChoices,
  });
  const state = applyChanges({ inventory, profiles: new Map(), settings: new Map() }, changesOfPlan(made));
  const { totals, standards } = analyzeGaps(state.inventory, profile, view);
  return { plan: made, after: { totals, standard: standards[0] ?? null } };
};

export type WorkerAnswer =
  | { readonly ok: true; readonly value: ReadAnswer | PlanAnswer }
  | { readonly ok: false; readonly detail: string };

self.onmessage = ({ data }: MessageEvent<ReadRequest | PlanRequest>): void => {
  let answer: WorkerAnswer;
  try {
    answer = { ok: true, value: data.kind === 'read' ? read(data) : plan(data) };
  } catch (error) {
    answer = { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
};
