import { PRIORITY_LABELS } from '#texts/fields.ts';
import { PRINT_TEXTS } from '#texts/print.ts';
import { PURCHASE_TEXTS as TEXTS } from '#texts/purchase.ts';
import type { PurchaseFilter } from './purchase-filter.ts';
import type { PurchaseGrouping } from './purchase-groups.tsx';

/** How the Beschaffungsliste is grouped and what of it is shown, in words. */
export const purchaseFacts = (
  grouping: PurchaseGrouping,
  { priority, stage, dueYear }: PurchaseFilter,
  isRepairFirst: boolean,
  areAllOpen: boolean,
): readonly string[] => [
  grouping === 'category' ? TEXTS.byCategory : TEXTS.byRoom,
  ...(priority === null ? [] : [PRINT_TEXTS.choice(TEXTS.priority, PRIORITY_LABELS[priority])]),
  ...(stage === null ? [] : [TEXTS.stageOption(stage)]),
  ...(dueYear === null ? [] : [PRINT_TEXTS.choice(TEXTS.year, String(dueYear))]),
  ...(isRepairFirst ? [TEXTS.repairFirst] : []),
  ...(areAllOpen ? [] : [PRINT_TEXTS.closedGroups]),
];
