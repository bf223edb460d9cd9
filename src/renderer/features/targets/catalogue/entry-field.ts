import { readCents, readCount, readDecimal } from '#core/inventory/cell-input.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { formatEuros, formatNumber, formatPercent } from '#texts/format.ts';
import type { Option, Parsed } from '#ui/field.tsx';

/** How a cell is edited: as text that is read leniently, or as a choice of one or of several. */
export type EntryEdit<Entry> =
  | {
      readonly kind: 'text';
      readonly text: (entry: Entry) => string;
      readonly read: (entry: Entry, text: string) => Parsed<Entry>;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly Option[];
      readonly value: (entry: Entry) => string;
      readonly set: (entry: Entry, value: string) => Entry;
    }
  | {
      readonly kind: 'many';
      readonly options: readonly Option[];
      readonly values: (entry: Entry) => readonly string[];
      readonly set: (entry: Entry, values: readonly string[]) => Entry;
    };

/** One column of an editable list. */
export type EntryField<Entry> = {
  readonly id: string;
  readonly label: string;
  readonly width: 'name' | 'text' | 'long' | 'word' | 'number';
  readonly align?: 'right';
  readonly isRowHead?: boolean;
  /** As the cell shows it, '' = empty. */
  readonly show: (entry: Entry) => string;
  readonly edit: EntryEdit<Entry>;
  /** false = this entry has no such value. */
  readonly has?: (entry: Entry) => boolean;
};

/** What all fields share; the id is the name of the entry's field. */
type Head = Pick<EntryField<never>, 'label'> & Partial<Pick<EntryField<never>, 'width' | 'isRowHead'>>;

/** The entry with one field changed. Value and field belong together: every caller takes both from one place. */
const withValue = <Entry extends object>(entry: Entry, id: string, value: unknown): Entry => ({
  ...entry,
  [id]: value,
});
const valueOf = (entry: object, id: string): unknown => Reflect.get(entry, id);
const textOf = (entry: object, id: string): string => {
  const value = valueOf(entry, id);
  return typeof value === 'string' ? value : '';
};
const numberOf = (entry: object, id: string): number | null => {
  const value = valueOf(entry, id);
  return typeof value === 'number' ? value : null;
};

/** A text of one line; an empty one is stored as null where it `isOptional`, else the check of the entry refuses it. */
export const textField = <Entry extends object>(
  id: keyof Entry & string,
  { isOptional = false, ...head }: Head & { readonly isOptional?: boolean },
): EntryField<Entry> => ({
  id,
  width: 'text',
  ...head,
  show: (entry) => textOf(entry, id),
  edit: {
    kind: 'text',
    text: (entry) => textOf(entry, id),
    read: (entry, text) => ({
      ok: true,
      value: withValue(entry, id, text === '' && isOptional ? null : text),
    }),
  },
});

type NumberWays = {
  /** null = the text is no such number. */
  readonly read: (text: string) => number | null;
  readonly format: (value: number) => string;
  readonly message: (text: string) => string;
};

const numberField = <Entry extends object>(
  id: string,
  { isOptional = false, empty = '', ...head }: NumberHead,
  { read, format, message }: NumberWays,
): EntryField<Entry> => {
  const formatted = (entry: Entry): string => {
    const value = numberOf(entry, id);
    return value === null ? '' : format(value);
  };
  return {
    id,
    width: 'number',
    align: 'right',
    ...head,
    show: (entry) => formatted(entry) || empty,
    edit: {
      kind: 'text',
      text: formatted,
      read: (entry, text) => {
        if (text === '')
          return isOptional
            ? { ok: true, value: withValue(entry, id, null) }
            : { ok: false, message: CATALOGUE_TEXTS.errors.required };
        const value = read(text);
        return value === null
          ? { ok: false, message: message(text) }
          : { ok: true, value: withValue(entry, id, value) };
      },
    },
    // A field that only some kinds of the list have.
    has: (entry) => id in entry,
  };
};
type NumberHead = Head & {
  readonly isOptional?: boolean;
  /** What an empty one means: `offen`. */
  readonly empty?: string;
};

const { errors } = CATALOGUE_TEXTS;

/** A whole number from 0 on; sensible limits are checked by the core. */
export const countField = <Entry extends object>(id: string, head: NumberHead): EntryField<Entry> =>
  numberField(id, head, { read: readCount, format: formatNumber, message: () => errors.count });

/** `5.500`, `5500,-`, kept in cents. */
export const moneyField = <Entry extends object>(id: string, head: NumberHead): EntryField<Entry> =>
  numberField(id, head, { read: readCents, format: formatEuros, message: errors.money });

/** A year is no number: without a dot between its digits. */
export const yearField = <Entry extends object>(id: string, head: NumberHead): EntryField<Entry> =>
  numberField(id, head, {
    read: (text) => (/^\d{4}$/.test(text) ? Number(text) : null),
    format: String,
    message: errors.year,
  });

const readPercent = (text: string): number | null => readDecimal(text.replace(/\s*(?:%|prozent)$/i, ''));

/** `20 %`, kept as percent. */
export const percentField = <Entry extends object>(id: string, head: NumberHead): EntryField<Entry> =>
  numberField(id, head, {
    read: readPercent,
    format: (value) => `${formatNumber(value, Number.isInteger(value) ? 0 : 1)} %`,
    message: errors.percent,
  });

/** `80 %`, kept as a share from 0 to 1. */
export const shareField = <Entry extends object>(id: string, head: NumberHead): EntryField<Entry> =>
  numberField(id, head, {
    read: (text) => {
      const value = readPercent(text);
      return value === null ? null : value / 100;
    },
    format: formatPercent,
    message: errors.percent,
  });

/** A number with decimals: `62,5`. */
export const decimalField = <Entry extends object>(id: string, head: NumberHead): EntryField<Entry> =>
  numberField(id, head, {
    read: readDecimal,
    format: (value) => formatNumber(value, Number.isInteger(value) ? 0 : 2),
    message: errors.decimal,
  });

/** One of a closed list, by its German words. */
export const choiceField = <Entry extends object, Choice extends string>(
  id: keyof Entry & string,
  words: Readonly<Record<Choice, string>>,
  head: Head,
): EntryField<Entry> => {
  const options = Object.entries<string>(words).map(([value, label]) => ({ value, label }));
  const labelOf = new Map(options.map(({ value, label }) => [value, label]));
  return {
    id,
    width: 'word',
    ...head,
    show: (entry) => labelOf.get(textOf(entry, id)) ?? '',
    edit: {
      kind: 'choice',
      options,
      value: (entry) => textOf(entry, id),
      set: (entry, value) => withValue(entry, id, value),
    },
  };
};

const YES_NO = [
  { value: 'true', label: CATALOGUE_TEXTS.yes },
  { value: 'false', label: CATALOGUE_TEXTS.no },
];

export const yesNoField = <Entry extends object>(
  id: keyof Entry & string,
  head: Head,
): EntryField<Entry> => ({
  id,
  width: 'word',
  ...head,
  show: (entry) => (valueOf(entry, id) === true ? CATALOGUE_TEXTS.yes : CATALOGUE_TEXTS.no),
  edit: {
    kind: 'choice',
    options: YES_NO,
    value: (entry) => String(valueOf(entry, id) === true),
    set: (entry, value) => withValue(entry, id, value === 'true'),
  },
});

/** Several of a closed list, by their names. */
export const manyField = <Entry extends object>(
  id: keyof Entry & string,
  options: readonly Option[],
  head: Head,
): EntryField<Entry> => {
  const labelOf = new Map(options.map(({ value, label }) => [value, label]));
  const idsOf = (entry: Entry): readonly string[] => {
    const value = valueOf(entry, id);
    return Array.isArray(value) ? value.map(String) : [];
  };
  return {
    id,
    width: 'text',
    ...head,
    show: (entry) =>
      idsOf(entry)
        .map((name) => labelOf.get(name) ?? name)
        .join(', '),
    edit: {
      kind: 'many',
      options,
      values: idsOf,
      set: (entry, values) => withValue(entry, id, values),
    },
  };
};

/** One column of a list of several kinds: the first of the fields that the entry has. */
export const eitherField = <Entry extends object>(
  id: string,
  fields: readonly [EntryField<Entry>, ...EntryField<Entry>[]],
): EntryField<Entry> => {
  const [first] = fields;
  const fieldOf = (entry: Entry): EntryField<Entry> =>
    fields.find(({ has }) => has?.(entry) ?? true) ?? first;
  return {
    ...first,
    id,
    show: (entry) => fieldOf(entry).show(entry),
    edit: {
      kind: 'text',
      text: (entry) => textEdit(fieldOf(entry)).text(entry),
      read: (entry, text) => textEdit(fieldOf(entry)).read(entry, text),
    },
    has: (entry) => fields.some(({ has }) => has?.(entry) ?? true),
  };
};

const textEdit = <Entry>({ id, edit }: EntryField<Entry>) => {
  if (edit.kind !== 'text') throw new Error(`${id} is not edited as text`);
  return edit;
};
