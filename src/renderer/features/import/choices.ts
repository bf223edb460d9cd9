import type { ImportChoices } from '#core/import/plan/plan-choices.ts';
import type { SavedMapping } from '#core/import/columns/saved-mapping.ts';
import { isUnsureKind, type KindSummary, type PlanSummary } from '#core/import/plan/summarize-plan.ts';
import type { SimilarRooms, Winner } from '#core/import/types.ts';
import type { RoomChoices } from './import-settings.ts';

/** Everything that the user has decided about a list besides its columns. */
export type Choices = Required<ImportChoices> & {
  /** Groups of room numbers that the user called different rooms. */
  readonly apartRooms: RoomChoices['apart'];
};

/** Rooms without a recognisable type are most often classrooms. */
const USUAL_ROOM_TYPE = 'KR';

export const firstChoices = (
  categoryChoices: Choices['categoryChoices'],
  { same, apart }: RoomChoices,
): Choices => ({
  defaultRoomType: USUAL_ROOM_TYPE,
  categoryChoices,
  outside: 'keep',
  sameRooms: same,
  apartRooms: apart,
  winner: 'list',
  winners: {},
});

/** With the choices of a mapping file on top. */
export const withSavedChoices = (choices: Choices, saved: SavedMapping['choices']): Choices => ({
  ...choices,
  defaultRoomType: saved.defaultRoomType ?? choices.defaultRoomType,
  categoryChoices: { ...choices.categoryChoices, ...saved.categoryChoices },
  outside: saved.outside,
  sameRooms: [...choices.sameRooms, ...saved.sameRooms],
});

const groupKey = (numbers: readonly string[]): string => [...numbers].sort().join('\n');
const without = (groups: RoomChoices['same'], numbers: readonly string[]): RoomChoices['same'] =>
  groups.filter((group) => groupKey(group) !== groupKey(numbers));

/** `null` = not answered yet. */
export const answerAbout = (
  { numbers, isAgreed }: SimilarRooms,
  choices: Choices,
): 'same' | 'apart' | null => {
  const has = (groups: RoomChoices['same']): boolean =>
    groups.some((group) => groupKey(group) === groupKey(numbers));
  if (has(choices.apartRooms)) return 'apart';
  return has(choices.sameRooms) || isAgreed ? 'same' : null;
};

export const answerRooms = (
  choices: Choices,
  numbers: readonly string[],
  answer: 'same' | 'apart',
): Choices => {
  const sameRooms = without(choices.sameRooms, numbers);
  const apartRooms = without(choices.apartRooms, numbers);
  return answer === 'same'
    ? { ...choices, sameRooms: [...sameRooms, numbers], apartRooms }
    : { ...choices, sameRooms, apartRooms: [...apartRooms, numbers] };
};

/** '' takes the choice back: what the list says is proposed again. */
export const chooseKind = (choices: Choices, text: string, category: string): Choices => {
  const { [text]: _before, ...others } = choices.categoryChoices;
  return { ...choices, categoryChoices: category === '' ? others : { ...others, [text]: category } };
};

/** The same choice again takes it back to what holds for all rows. */
export const chooseWinner = (choices: Choices, key: string, winner: Winner): Choices => ({
  ...choices,
  winners: { ...choices.winners, [key]: winner },
});

export const isOpenKind = (kind: KindSummary, choices: Choices): boolean =>
  isUnsureKind(kind) && choices.categoryChoices[kind.text] === undefined;

/** What the user is asked before the preview. */
export const openQuestions = (
  { kinds, similarRooms }: Pick<PlanSummary, 'kinds' | 'similarRooms'>,
  choices: Choices,
): { readonly kinds: number; readonly rooms: number } => ({
  kinds: kinds.filter((kind) => isOpenKind(kind, choices)).length,
  rooms: similarRooms.filter((rooms) => answerAbout(rooms, choices) === null).length,
});
