import type { CategoryId, RoomTypeId } from '../../shared/ids.ts';
import { rowKey, type RowSource, type Winner } from '../types.ts';

/** What the user has decided about a list besides its columns. */
export type ImportChoices = {
  /** Given to rooms whose type the list does not tell; null = they stay without. */
  readonly defaultRoomType: RoomTypeId | null;
  /** Category by the text of the kind, where a person has chosen it; wins over every guess. */
  readonly categoryChoices?: Readonly<Record<string, CategoryId>>;
  /** Rows about things that are no IT equipment; they are kept unless the user says so. */
  readonly outside?: 'keep' | 'skip';
  /** Groups of room numbers that mean one room; the first one is kept. */
  readonly sameRooms?: readonly (readonly string[])[];
  /** What wins where list and inventory differ, for all rows. */
  readonly winner?: 'list' | 'inventory';
  /** The same for single rows, by `rowKey`. */
  readonly winners?: Readonly<Record<string, Winner>>;
};

/** What the user wants for this row, else for all; null = nothing was said. */
export const chosenWinner = (
  source: RowSource | null,
  { winner, winners = {} }: Pick<ImportChoices, 'winner' | 'winners'>,
): Winner | null => (source === null ? undefined : winners[rowKey(source)]) ?? winner ?? null;
