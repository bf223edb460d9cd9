import { forTeachers, refined, SURE_CATEGORY, type Classified } from './category-words.ts';
import { foldHeading, SECOND_CHOICE } from './headings.ts';
import { report, type RowDraft } from './row-draft.ts';

export type RowCategory = {
  readonly category: string | null;
  readonly confidence: number | null;
  readonly text: string | null;
};

/** A second column of kinds that fits no field: "Typ" beside "Hardwaretyp". */
const isKindHeading = (heading: string): boolean =>
  SECOND_CHOICE.categoryId?.includes(foldHeading(heading)) === true;

/** The surest of what kind, name and model say; a general word of the kind made more exact by the others. */
const bestGuess = ({ context, isOwn, fields, categoryText, extra }: RowDraft): Classified | null => {
  const texts = [
    categoryText,
    fields.name,
    fields.model,
    [fields.manufacturer, fields.model].filter(Boolean).join(' '),
    fields.hostname,
    ...Object.entries(extra).map(([heading, text]) => (isKindHeading(heading) ? text : null)),
  ];
  const found = (isOwn ? [categoryText] : texts)
    .map((text) => context.classify(text ?? ''))
    .filter((guess) => guess !== null);
  // What the column of kinds says clearly is not overruled by a model name.
  const sure = found.find(({ confidence }) => confidence >= SURE_CATEGORY);
  if (sure === undefined) return found[0] ?? null;
  const exact = found.reduce(refined, sure);
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
