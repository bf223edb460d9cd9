import { PROFILE_LISTS, type ProfileEntry, type ProfileList } from './own-changes.ts';
import { cellOf, type ProfileCell, type ProfileCellWords } from './profile-cells.ts';
import {
  placeOf,
  PROFILE_COLUMNS,
  PROFILE_FACTS,
  valueAt,
  type ProfileCellKind,
  type ProfileColumn,
} from './profile-columns.ts';
import type { TargetProfile } from './target-profile.ts';

export type ProfileSheetId = 'profile' | ProfileList;

/** Every word of the sheets. */
export type ProfileTableTexts = ProfileCellWords & {
  readonly sheets: Readonly<Record<ProfileSheetId, string>>;
  /** By the key of a column, and of a field of the profile itself. */
  readonly headings: Readonly<Record<string, string>>;
  /** Heads of the sheet about the profile itself. */
  readonly factHeads: { readonly field: string; readonly value: string };
  /** The rule of an entry as a sentence, where it has one. */
  readonly rule: (list: ProfileList, entry: ProfileEntry, profile: TargetProfile) => string | null;
  /** For what stands in a column, what people need to know; null = its heading says it. */
  readonly hint: (column: ProfileColumn) => string | null;
};

export type ProfileTableColumn = {
  readonly heading: string;
  readonly kind: ProfileCellKind;
  /** The words to choose from; null = anything. */
  readonly words: readonly string[] | null;
  readonly hint: string | null;
};
export type ProfileTable = {
  readonly name: string;
  readonly columns: readonly ProfileTableColumn[];
  readonly rows: readonly (readonly { readonly kind: ProfileCellKind; readonly value: ProfileCell }[])[];
};

/**
 * A profile as tables that people edit in a spreadsheet: one sheet per list, one row per entry. What
 * `readProfileTables` makes of them is the same profile again, to the last field.
 */
export const profileTables = (profile: TargetProfile, texts: ProfileTableTexts): readonly ProfileTable[] => [
  factTable(profile, texts),
  ...PROFILE_LISTS.map((list) => listTable(profile, list, texts)),
];

const factTable = (profile: TargetProfile, texts: ProfileTableTexts): ProfileTable => ({
  name: texts.sheets.profile,
  columns: [
    { heading: texts.factHeads.field, kind: 'text', words: null, hint: null },
    { heading: texts.factHeads.value, kind: 'text', words: null, hint: null },
  ],
  rows: PROFILE_FACTS.map((fact) => [
    { kind: 'text', value: texts.headings[fact.key] ?? fact.key },
    { kind: fact.kind, value: cellOf(fact.kind, fact.choice, valueAt(profile, fact.key), texts) },
  ]),
});

const listTable = (profile: TargetProfile, list: ProfileList, texts: ProfileTableTexts): ProfileTable => {
  const columns = PROFILE_COLUMNS[list];
  return {
    name: texts.sheets[list],
    columns: columns.map((column) => ({
      heading: texts.headings[column.key] ?? column.key,
      kind: column.kind,
      words: wordsOf(column, texts),
      hint: texts.hint(column),
    })),
    rows: profile[list].map((entry) =>
      columns.map((column) => {
        if (column.kind === 'words') return { kind: 'words', value: texts.rule(list, entry, profile) };
        const path = placeOf(entry, column);
        const value = path === null ? null : valueAt(entry, path);
        return { kind: column.kind, value: cellOf(column.kind, column.choice, value, texts) };
      }),
    ),
  };
};

const wordsOf = ({ kind, choice }: ProfileColumn, texts: ProfileTableTexts): readonly string[] | null => {
  if (kind === 'flag') return [texts.yes, texts.no];
  return kind === 'choice' && choice !== null ? Object.values(texts.choices[choice]) : null;
};
