import { z } from '../../shared/zod.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { ImportChoices } from '../plan/plan-choices.ts';
import {
  DEVICE_IMPORT_FIELDS,
  DEVICE_ROOM_FIELDS,
  LAYOUTS,
  ROOM_IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  type TableMapping,
} from '../types.ts';

export const MAPPING_FORMAT = 'ausstattungskompass-zuordnung';

const FIELDS: ReadonlySet<string> = new Set<ImportField>([
  ...DEVICE_IMPORT_FIELDS,
  ...DEVICE_ROOM_FIELDS,
  ...ROOM_IMPORT_FIELDS,
  'count',
  'ignore',
]);
const field = z.string().refine((text): text is ImportField => FIELDS.has(text), 'unknown field');

/** How the columns of one shape of list were assigned: offered again for the next list with the same headings. */
export const savedTable = z.object({
  kind: z.enum(['devices', 'rooms']),
  layout: z.enum(LAYOUTS),
  included: z.boolean(),
  columns: z
    .array(
      z.object({
        header: z.string(),
        /** null = kept as an extra field. */
        field: field.nullable(),
        /** What a column of counts counts. */
        categoryId: z.string().nullable().default(null),
      }),
    )
    .min(1),
});
export type SavedTable = z.infer<typeof savedTable>;

const savedMapping = z.object({
  format: z.literal(MAPPING_FORMAT),
  version: z.literal(1),
  name: z.string(),
  tables: z.array(savedTable),
  choices: z.object({
    defaultRoomType: z.string().nullable().default(null),
    categoryChoices: z.record(z.string(), z.string()).default({}),
    outside: z.enum(['keep', 'skip']).default('keep'),
    sameRooms: z.array(z.array(z.string()).min(2)).default([]),
  }),
});
/** A mapping as a file: what the wizard saves and `npm run bericht -- --zuordnung FILE` takes. */
export type SavedMapping = z.infer<typeof savedMapping>;

/** Where a mapping file is not one: the path to the entry, or that the whole is no mapping. */
export type SavedMappingIssue = {
  readonly code: 'NO_MAPPING' | 'NEWER_VERSION' | 'UNKNOWN_FIELD' | 'STRUCTURE';
  readonly path: string;
};

/** Checks a parsed JSON value; nothing of it is taken when any part is wrong. */
export const parseSavedMapping = (value: unknown): Result<SavedMapping, readonly SavedMappingIssue[]> => {
  const head = z.object({ format: z.literal(MAPPING_FORMAT), version: z.number() }).safeParse(value);
  if (!head.success) return failed([{ code: 'NO_MAPPING', path: '' }]);
  if (head.data.version > 1) return failed([{ code: 'NEWER_VERSION', path: 'version' }]);
  const parsed = savedMapping.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return failed(
    parsed.error.issues.map(({ path, message }) => ({
      code: message === 'unknown field' ? 'UNKNOWN_FIELD' : 'STRUCTURE',
      path: path.join('.'),
    })),
  );
};

export const savedTableOf = ({ kind, layout, included, columns }: TableMapping): SavedTable => ({
  kind,
  layout,
  included,
  columns: columns.map(({ header, field: to, categoryId }) => ({ header, field: to, categoryId })),
});

/** What can be used again of a mapping and of the choices made with it. */
export const savedMappingOf = (
  name: string,
  mapping: ImportMapping,
  choices: ImportChoices,
): SavedMapping => ({
  format: MAPPING_FORMAT,
  version: 1,
  name,
  tables: mapping.tables.map(savedTableOf),
  choices: {
    defaultRoomType: choices.defaultRoomType,
    categoryChoices: { ...choices.categoryChoices },
    outside: choices.outside ?? 'keep',
    sameRooms: (choices.sameRooms ?? []).map((group) => [...group]),
  },
});

/** The saved table for a list with these headings, in this order; null = none. */
export const savedTableFor = (
  tables: readonly SavedTable[],
  headings: readonly string[],
): SavedTable | null =>
  tables.find(
    ({ columns }) =>
      columns.length === headings.length && columns.every(({ header }, index) => header === headings[index]),
  ) ?? null;
