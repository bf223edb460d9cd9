import { isSameValue } from '../../history/same-value.ts';
import type { FieldChange } from '../types.ts';

/** The fields of a device or room that the list would change. */
export const changedFields = <Entry extends object>(before: Entry, after: Entry): readonly FieldChange[] =>
  (Object.keys(after) as (keyof Entry & string)[])
    .filter((field) => !isSameValue(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
