import { forTeachers, refined, SURE_CATEGORY, type Classified } from './category-words.ts';
import { report, type RowDraft } from './row-draft.ts';

export type RowCategory = {
  readonly category: string | null;
  readonly confidence: number | null;
  readonly text: string | null;
};

/** The surest of what kind, name and model say; a general word of the kind made more exact by the others. */
const bestGuess = ({ context, isOwn, fields, categoryText }: RowDraft): Classified | null => {
  const texts = [
    categoryText,
    fields.name,
    fields.model,
    [fields.manufacturer, fields.model].filter(Boolean).join(' '),
    fields.hostname,
  ];
  const found = (isOwn ? [categoryText] : texts)
    .map((text) => context.classify(text ?? ''))
    .filter((guess) => guess !== null);
  // What the column of kinds says clearly is not overruled by a model name.
  const sure = found.find(({ confidence }) => confidence >= SURE_CATEGORY);
  if (sure === undefined) return found[0] ?? null;
  const exact = sure.confidence === 1 ? sure : found.reduce(refined, sure);
  return fields.userGroup === 'teachers' && !isOwn ? forTeachers(exact) : exact;
};

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
