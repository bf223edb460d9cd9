import { report, type RowDraft } from './row-draft.ts';

/** "Schülertische, 15 Stück", "Lizenz x30", "Laptop (2x)": a count where no column has one. */
const COUNT_IN_WORDS = [
  /(?:^|[\s(,;])(\d{1,3})\s?(?:stück|stueck|stk\.?|st\.)(?=$|[\s),;])/i,
  /\((\d{1,3})\s?[x×]\)$/i,
  /\s[x×]\s?(\d{1,3})$/i,
  /^(\d{1,3})\s?[x×]\s+(?=\p{L}{3})/iu,
] as const;
/** "16 iPads im Koffer", "Sammelposten 30 Headsets": a number before the word for a kind. */
const NUMBER_AND_KIND = /^(?:sammelposten:?\s+)?(\d{1,3})\s+(\p{L}[\p{L}-]{2,})/iu;
/** "24 Monitor", "86 Display": inches. */
const SIZES: ReadonlySet<number> = new Set([
  10, 11, 13, 15, 17, 19, 22, 24, 27, 32, 43, 49, 50, 55, 65, 75, 86, 98,
]);
const SURE_KIND = 0.9;

const numberBeforeKind = (text: string, { classify }: RowDraft['context']): number => {
  const [, number = '0', kind = ''] = NUMBER_AND_KIND.exec(text) ?? [];
  const isPlural = /(?:s|e|en|er)$/i.test(kind);
  if (SIZES.has(Number(number)) && !isPlural) return 0;
  return (classify(kind)?.confidence ?? 0) >= SURE_KIND ? Number(number) : 0;
};

const countInWords = (draft: RowDraft): { count: number; text: string } | null => {
  const { fields, categoryText, note, extra } = draft;
  const named = [fields.name, categoryText, fields.model];
  for (const text of [...named, note, ...Object.values(extra)]) {
    if (text === null || text === undefined || !/\d/.test(text)) continue;
    const counts = COUNT_IN_WORDS.slice(0, named.includes(text) ? undefined : 1);
    const inWords = counts.map((pattern) => Number(pattern.exec(text)?.[1] ?? 0)).find((count) => count > 1);
    const count = inWords ?? (named.includes(text) ? numberBeforeKind(text, draft.context) : 0);
    if (count > 1) return { count, text };
  }
  return null;
};

/** Amounts of books and invoices, which are those of the whole line unless they say otherwise. */
const OF_THE_LINE = /ahk|anschaffungs|herstellungs|\bwert\b|betrag|\bkosten\b|purchase (cost|value)|amount/i;
/** "Klassensatz, Preis gesamt" in a remark. */
const TOTAL_IN_WORDS = /gesamtpreis|preis (?:f\w+ )?(?:gesamt|alle|zusammen)|insgesamt|klassensatz/i;
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
  const isTotal = TOTAL_IN_WORDS.test(draft.note ?? '');
  if (priceAt === null || ((fields.quantity ?? 1) <= 1 && !isTotal)) return;
  const isOfTheLine = isTotal || words !== null || OF_THE_LINE.test(priceAt.header);
  if (isOfTheLine && !OF_ONE.test(priceAt.header))
    report(draft, priceAt, 'DOUBTFUL_PRICE', 'warning', {
      doubt: 'total',
      cents: fields.purchasePriceCents ?? null,
    });
};
