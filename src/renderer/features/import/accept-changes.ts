import type { Change } from '#core/history/change-set.ts';
import { mendedTableOf } from '#core/import/plan/mend-list.ts';
import { savedTableOf } from '#core/import/columns/saved-mapping.ts';
import type { TableMapping } from '#core/import/types.ts';
import type { PlanAnswer } from '#excel/import-session.ts';
import {
  ownCategoryChange,
  readSetting,
  settingChange,
  SETTINGS,
  type ImportMapping,
} from '#state/settings.ts';
import { MEND_TEXTS } from '#texts/import.ts';
import type { Choices } from './choices.ts';
import { IMPORT_SETTINGS } from './import-settings.ts';
import { rememberTables } from './mapping-actions.ts';

/** So many shapes of lists are remembered. */
const REMEMBERED = 40;

/** What is remembered together with the devices of a list, in the same change set. */
export const rememberingChanges = (
  settings: ReadonlyMap<string, unknown>,
  answer: PlanAnswer,
  tables: readonly TableMapping[],
  choices: Choices,
  isRemembered: boolean,
  usedAt: string,
): readonly Change[] => {
  const categories = ownCategoryChange(settings, answer.newCategories);
  const { sameRooms: same, apartRooms: apart, categoryChoices } = choices;
  const hasRows = answer.counts.toClearRows + answer.counts.rejectedRows > 0;
  const entries = tables
    .filter(({ included }) => included)
    .flatMap((table): ImportMapping[] => {
      const entry = { name: answer.fileName, usedAt };
      const itself = { ...entry, table: savedTableOf(table) };
      // The list to mend has the same columns behind a few of ours.
      return hasRows ? [itself, { ...entry, table: mendedTableOf(table, MEND_TEXTS.headings) }] : [itself];
    });
  return [
    settingChange(settings, IMPORT_SETTINGS.categoryChoices, categoryChoices),
    settingChange(settings, IMPORT_SETTINGS.roomChoices, { same, apart }),
    ...(categories === null ? [] : [categories]),
    ...(isRemembered
      ? [
          settingChange(
            settings,
            SETTINGS.importMappings,
            rememberTables(readSetting(settings, SETTINGS.importMappings), entries, REMEMBERED),
          ),
        ]
      : []),
  ];
};
