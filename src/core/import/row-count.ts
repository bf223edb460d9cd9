import { report, type RowDraft } from './row-draft.ts';

/** "Schülertische, 15 Stück": a count where no column has one. */
const COUNT_IN_WORDS = /(?:^|[\s(,;])(\d{1,3})\s?(?:stück|stueck|stk\.?|st\.)(?=$|[\s),;])/i;

const countInWords = ({
  fields,
  categoryText,
  note,
  extra,
}: RowDraft): { count: number; text: string } | null => {
  for (const text of [fields.name, categoryText, fields.model, note, ...Object.values(extra)]) {
    const count = Number(COUNT_IN_WORDS.exec(text ?? '')?.[1] ?? 0);
    if (count > 1) return { count, text: text ?? '' };
  }
  return null;
};

/** Amounts of books and invoices, which are those of the whole line unless they say otherwise. */
const OF_THE_LINE = /ahk|anschaffungs|herstellungs|\bwert\b|betrag|\bkosten\b|purchase (cost|value)|amount/i;
const OF_ONE = /einzel|stück|stueck|\bstk|\bje\b|\bpro\b|unit/i;

/**
 * Takes a count that only words tell, and says when a price beside several pieces may be that of all of them: taken for
 * the price of one it would be wrong without anybody seeing.
 */
export const settleCount = (draft: RowDraft): void => {
  if (draft.isOwn || draft.serials.length > 0) return;
  const { fields, priceAt } = draft;
  const words = fields.quantity === undefined ? countInWords(draft) : null;
  if (words !== null) {
    fields.quantity = words.count;
    const at = { field: 'quantity', header: '', text: words.text } as const;
    report(draft, at, 'DOUBTFUL_COUNT', 'warning', { read: words.count });
  }
  if (priceAt === null || (fields.quantity ?? 1) <= 1) return;
  const isOfTheLine = words !== null || OF_THE_LINE.test(priceAt.header);
  if (isOfTheLine && !OF_ONE.test(priceAt.header))
    report(draft, priceAt, 'DOUBTFUL_PRICE', 'warning', {
      doubt: 'total',
      cents: fields.purchasePriceCents ?? null,
    });
};
