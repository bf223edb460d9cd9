import type { Change } from '#core/history/change-set.ts';
import { fieldChanges } from '#core/history/field-changes.ts';
import { thingKey } from '#core/history/thing-key.ts';
import {
  changedFieldLabel,
  changedThingText,
  changedValueText,
  type ChangeNames,
} from '#texts/change-values.ts';
import { SET_TEXTS } from '#texts/history.ts';

/** One line of the table of a set: a thing and one of its fields, old and new. */
export type ChangeLine = {
  readonly key: string;
  readonly thingKey: string;
  readonly thing: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

/** Up to so many created or deleted things are told with all their fields; of more, each has one line. */
const TOLD_IN_FULL = 2;

export const changeLines = (
  changes: readonly Change[],
  changeCount: number,
  names: ChangeNames,
): readonly ChangeLine[] =>
  changes.flatMap((change) => {
    const { entity, id, before, after } = change;
    const thing = changedThingText(change, names);
    const key = thingKey({ entity, id });
    const isUpdate = before !== null && after !== null;
    if (!isUpdate && changeCount > TOLD_IN_FULL)
      return [
        {
          key,
          thingKey: key,
          thing,
          field: '',
          before: '',
          after: before === null ? SET_TEXTS.created : SET_TEXTS.deleted,
        },
      ];
    return fieldChanges(change)
      .map(({ field, before: old, after: now }) => ({
        key: `${key} ${field}`,
        thingKey: key,
        thing,
        field: changedFieldLabel(entity, field),
        before: changedValueText(entity, field, old, names),
        after: changedValueText(entity, field, now, names),
      }))
      .filter((line) => line.before !== '' || line.after !== '');
  });

/** The field where it is the same in every line. */
export const commonField = (lines: readonly ChangeLine[]): string | null => {
  const [first] = lines;
  return first !== undefined && lines.every(({ field }) => field === first.field) ? first.field : null;
};
