import type { PrintList } from '#print/print-list.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { quantityText } from '#texts/gaps.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import type { TargetRow } from './target-rows.ts';

const TEXTS = TARGETS_TEXTS.list;

/** The targets as the list shows them, with how many each asks for; the sentence beside the list is one at a time. */
export const targetList = (
  rows: readonly TargetRow[],
  facts: readonly string[],
  search: string,
): PrintList => ({
  kind: 'list',
  title: TARGETS_TEXTS.title,
  facts: [...facts, ...(search.trim() === '' ? [] : [PRINT_TEXTS.search(search.trim())])],
  tables: [
    {
      columns: [
        { label: TEXTS.goal },
        { label: TARGETS_TEXTS.fields.quantity },
        { label: TEXTS.priority },
        { label: TEXTS.stage, align: 'right' },
        { label: TEXTS.mark },
      ],
      rows: rows.map((row) => {
        if (row.kind === 'group')
          return {
            kind: 'group',
            span: 5,
            cells: [`${row.name} · ${TEXTS.goals(row.count)}`, '', '', '', ''],
          };
        const { requirement, state } = row.entry;
        return {
          cells: [
            requirement.name === '' ? TARGETS_TEXTS.newName : requirement.name,
            quantityText(requirement.quantity),
            PRIORITY_LABELS[requirement.priority],
            formatNumber(requirement.stage),
            TARGETS_TEXTS.state[state],
          ],
        };
      }),
    },
  ],
});
