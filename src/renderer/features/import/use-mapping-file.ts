import { hostBridge } from '#bridge/host-bridge.ts';
import { parseSavedMapping, savedMappingOf, savedTableFor } from '#core/import/columns/saved-mapping.ts';
import { IMPORT_TEXTS, mappingIssueText } from '#texts/import.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';
import { withSavedChoices } from './choices.ts';
import type { ImportModel } from './use-import.ts';

const TEXTS = IMPORT_TEXTS.columns;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // undefined is no JSON value, so that it can stand for "none".
    return undefined;
  }
};

/** Saves the mapping of the open list as a file, and takes one from a file. */
export const useMappingFile = ({ listModel, choices, setChoices, show }: ImportModel) => {
  const save = async (): Promise<void> => {
    const { list } = listModel;
    if (list === null) return;
    const saved = savedMappingOf(list.source.name, list.mapping, choices);
    const outcome = await hostBridge().saveFile({
      suggestedName: TEXTS.mappingFile(list.source.name),
      bytes: new TextEncoder().encode(`${JSON.stringify(saved, null, 2)}\n`),
      kind: 'json',
    });
    if (outcome.kind === 'saved') show('ok', TEXTS.saved(outcome.name));
    if (outcome.kind === 'failed') {
      const { failures, somewhere } = REPORT_PAGE_TEXTS.outcome;
      show('gap', failures[outcome.failure](outcome.path ?? somewhere));
    }
  };

  const load = async (file: File): Promise<void> => {
    const { list } = listModel;
    if (list === null) return;
    const text = await file.text().catch(() => null);
    if (text === null) return show('gap', IMPORT_TEXTS.file.gone(file.name));
    const value = parseJson(text);
    if (value === undefined) return show('gap', TEXTS.notJson(file.name));
    const parsed = parseSavedMapping(value);
    if (!parsed.ok) {
      const [issue = { code: 'NO_MAPPING', path: '' } as const] = parsed.error;
      return show('gap', mappingIssueText(file.name, issue));
    }
    const { tables, choices: saved } = parsed.value;
    let taken = 0;
    for (const table of list.mapping.tables) {
      const headings = table.table.columns.map(({ header }) => header);
      const fitting = savedTableFor(tables, headings);
      if (fitting === null) continue;
      taken += 1;
      // With its head named, the sheet is mapped as if it were read for the first time.
      await listModel.remap(table, { headRows: table.table.headRows }, [fitting]);
      listModel.change(table.table.sheet, (mapped) => ({ ...mapped, included: fitting.included }));
    }
    if (taken === 0) return show('part', TEXTS.noneFits(file.name));
    setChoices((before) => withSavedChoices(before, saved));
    show('ok', TEXTS.loaded(file.name, taken));
  };

  return { save, load };
};
