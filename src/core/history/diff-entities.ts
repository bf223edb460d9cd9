import { isSameValue } from './same-value.ts';

/** One field that differs. `path` leads into nested records: `['defect', 'text']`, `['extra', 'Farbe']`. */
export type FieldChange = {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
};

/**
 * The fields in which two states of a thing differ, in the order of the fields. Records are entered, lists are
 * compared as a whole. A thing that is created or deleted differs from null in each field that says something
 * (not null, not empty). `id` is never listed.
 */
export const diffEntities = (before: object | null, after: object | null): readonly FieldChange[] =>
  diffRecords([], before ?? {}, after ?? {});

const diffRecords = (path: readonly string[], before: object, after: object): readonly FieldChange[] => {
  const left = new Map<string, unknown>(Object.entries(before));
  const right = new Map<string, unknown>(Object.entries(after));
  const fields = new Set([...left.keys(), ...right.keys()]);
  if (path.length === 0) fields.delete('id');
  return [...fields].flatMap((field) =>
    diffField([...path, field], left.get(field) ?? null, right.get(field) ?? null),
  );
};

const diffField = (path: readonly string[], before: unknown, after: unknown): readonly FieldChange[] => {
  if (isSameValue(before, after) || (saysNothing(before) && saysNothing(after))) return [];
  const left = asRecord(before);
  const right = asRecord(after);
  return left !== null && right !== null ? diffRecords(path, left, right) : [{ path, before, after }];
};

const saysNothing = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/** A record, or {} for null, so that a new defect is told field by field; null for anything that has no fields. */
const asRecord = (value: unknown): object | null => {
  if (value === null) return {};
  return typeof value === 'object' && !Array.isArray(value) ? value : null;
};
