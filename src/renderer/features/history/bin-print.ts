import type { PrintList } from '#print/print-list.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import { formatTime } from '#texts/format.ts';
import { BIN_TEXTS, formatDay, HISTORY_TEXTS } from '#texts/history.ts';
import type { BinLine } from './bin-tab.tsx';
import { historyList, searchFacts } from './history-print.ts';

/** What is in the Papierkorb as the screen shows it: where it stood, when and by which change it went. */
export const binList = (
  lines: readonly Pick<BinLine, 'name' | 'detail' | 'place' | 'deletion'>[],
  search: string,
): PrintList =>
  historyList(HISTORY_TEXTS.tabs.bin, searchFacts(search), {
    columns: [
      { label: BIN_TEXTS.heads.thing },
      { label: BIN_TEXTS.heads.detail },
      { label: BIN_TEXTS.heads.place },
      { label: BIN_TEXTS.heads.deleted },
      { label: BIN_TEXTS.heads.by },
    ],
    rows: lines.map(({ name, detail, place, deletion: { by } }) => ({
      cells: [name, detail, place, `${formatDay(by.at)}, ${formatTime(by.at)}`, changeLabelText(by.label)],
    })),
  });
