import { SURE_CATEGORY, type Classify } from './category-words.ts';
import { report, type RowDraft } from './row-draft.ts';

export type RowCategory = {
  readonly category: string | null;
  readonly confidence: number | null;
  readonly text: string | null;
};

/** The surest of what kind, name and model say. */
const bestGuess = ({ context, isOwn, fields, categoryText }: RowDraft): ReturnType<Classify> => {
  const sources = [
    categoryText,
    fields.name,
    fields.model,
    [fields.manufacturer, fields.model].filter(Boolean).join(' '),
  ];
  let best: ReturnType<Classify> = null;
  for (const text of isOwn ? [categoryText] : sources) {
    if (text === null || text === undefined || text === '') continue;
    const found = context.classify(text);
    if (found !== null && found.confidence > (best?.confidence ?? 0)) best = found;
    // What the column of kinds says clearly is not overruled by a model name.
    if (best !== null && best.confidence >= SURE_CATEGORY) break;
  }
  return best;
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
