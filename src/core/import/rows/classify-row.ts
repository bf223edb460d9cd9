import {
  forTeachers,
  isGeneral,
  namesTeachers,
  refined,
  SURE_CATEGORY,
  type Classified,
} from '../dictionary/category-words.ts';
import { foldHeading, SECOND_CHOICE } from '../dictionary/headings.ts';
import { remembered } from '../remembered.ts';
import { report, type RowDraft } from './row-draft.ts';

export type RowCategory = {
  readonly category: string | null;
  readonly confidence: number | null;
  readonly text: string | null;
};

/** A second column of kinds that fits no field: "Typ" beside "Hardwaretyp". */
const isKindHeading = remembered(
  (heading: string): boolean => SECOND_CHOICE.categoryId?.includes(foldHeading(heading)) === true,
);

/** What else than the kind may tell it, the surest first. */
const otherTexts = ({ fields, extra }: RowDraft): readonly (string | null | undefined)[] => [
  fields.name,
  fields.model,
  [fields.manufacturer, fields.model].filter(Boolean).join(' '),
  ...Object.keys(extra)
    .filter(isKindHeading)
    .map((heading) => extra[heading]),
];

/** The surest of what kind, name and model say; a general word of the kind made more exact by the others. */
const bestGuess = (draft: RowDraft): Classified | null => {
  const { context, isOwn, fields, categoryText } = draft;
  const guess = (text: string | null | undefined): Classified | null =>
    text === null || text === undefined || text === '' ? null : context.classify(text);
  const kind = guess(categoryText);
  if (isOwn) return kind;
  // What the column of kinds says clearly is not overruled by a model name.
  if (kind !== null && kind.confidence >= SURE_CATEGORY && !isGeneral(kind)) return forUser(kind, fields);
  const found = [kind, ...otherTexts(draft).map(guess)].filter((each) => each !== null);
  const sure = found.find(({ confidence }) => confidence >= SURE_CATEGORY);
  if (sure !== undefined) return forUser(found.reduce(refined, sure), fields);
  return found[0] ?? guess(fields.hostname);
};

const forUser = (found: Classified, { userGroup, name, hostname }: RowDraft['fields']): Classified =>
  userGroup === 'teachers' ||
  ((userGroup ?? null) === null && [name, hostname].some((text) => namesTeachers(text ?? '')))
    ? forTeachers(found)
    : found;

export const classifyRow = (draft: RowDraft): RowCategory => {
  const best = bestGuess(draft);
  const text = draft.categoryText ?? draft.fields.name ?? draft.fields.model ?? null;
  const chosen = text === null ? undefined : draft.context.categoryChoices[text];
  if (chosen !== undefined) return { category: chosen, confidence: 1, text };
  const at = { field: 'categoryId', header: '', text: text ?? '' } as const;
  if (best === null) {
    report(draft, at, 'UNKNOWN_CATEGORY');
    return { category: null, confidence: null, text };
  }
  if (best.confidence < SURE_CATEGORY) {
    report(draft, at, 'DOUBTFUL_CATEGORY', 'warning', { guess: best.categoryId });
    return { category: null, confidence: best.confidence, text };
  }
  return { category: best.categoryId, confidence: best.confidence, text };
};
