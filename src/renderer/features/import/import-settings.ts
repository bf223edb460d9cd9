import { z } from '#core/shared/zod.ts';
import { defineSetting } from '#state/settings.ts';

export type RoomChoices = {
  /** Groups of spellings that mean one room; the first is kept. */
  readonly same: readonly (readonly string[])[];
  /** Groups that the user called different rooms: not asked about again. */
  readonly apart: readonly (readonly string[])[];
};

const groups = z.array(z.array(z.string()));

/** What the user has decided once about kinds and rooms, for the lists to come. */
export const IMPORT_SETTINGS = {
  /** Category by the text that a list has for the kind. */
  categoryChoices: defineSetting<Readonly<Record<string, string>>>(
    'import-category-choices',
    z.record(z.string(), z.string()),
    {},
  ),
  roomChoices: defineSetting<RoomChoices>('import-room-choices', z.object({ same: groups, apart: groups }), {
    same: [],
    apart: [],
  }),
};
