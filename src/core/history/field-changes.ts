import type { Change } from './change-set.ts';
import { isSameValue } from './same-value.ts';
import { recordsOf } from './thing-key.ts';

/** One field of one thing before and after. `undefined` and null both mean: nothing was known. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** Fields that hold a record; each entry is told apart, as `defect.text` or `extra.Schrank`. */
const RECORD_FIELDS: ReadonlySet<string> = new Set(['defect', 'extra', 'pupilsByGrade', 'classesByGrade']);

/** What a profile or a setting holds is told as a whole: its parts are no fields that a form shows. */
const WHOLE: ReadonlySet<string> = new Set(['profile', 'setting']);

/** The fields in which before and after differ; of a created or deleted thing all that say something. */
export const fieldChanges = (change: Change): readonly FieldChange[] => {
  if (WHOLE.has(change.entity)) return [{ field: '', before: change.before, after: change.after }];
  const { before, after } = recordsOf(change);
  const found: FieldChange[] = [];
  for (const field of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    if (field === 'id') continue;
    const [old, now] = [before?.[field], after?.[field]];
    if (isSameValue(old, now) || (isEmpty(old) && isEmpty(now))) continue;
    if (RECORD_FIELDS.has(field)) found.push(...entryChanges(field, old, now));
    else found.push({ field, before: old, after: now });
  }
  return found;
};

const entryChanges = (field: string, before: unknown, after: unknown): readonly FieldChange[] => {
  const [old, now] = [asRecord(before), asRecord(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => !isSameValue(old[key] ?? null, now[key] ?? null))
    .map((key) => ({ field: `${field}.${key}`, before: old[key], after: now[key] }));
};

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
