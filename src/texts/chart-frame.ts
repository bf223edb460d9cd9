import type { CategoryKind } from '#core/targets/target-profile.ts';
import { formatCount, formatNumber } from './format.ts';
import { KIND_SHORT } from './overview.ts';

/** What every drawing needs, apart from the gallery's texts: the overview loads these at the start. */
export const CHART_FRAME_TEXTS = {
  /** The name of a chart that takes the focus. */
  keys: (title: string) =>
    `${title}: Pfeiltasten zeigen die einzelnen Werte, Eingabe öffnet, was dahinter steht`,
  keysReadOnly: (title: string) => `${title}: Pfeiltasten zeigen die einzelnen Werte`,
  gapsPerRoom: 'Lücken je Raum',
  openRoom: 'Eingabe oder Klick öffnet den Raum',
  total: (total: number) => formatCount(total, 'fehlende Einheit', 'fehlende Einheiten'),
  kind: (kind: CategoryKind, count: number) => `${KIND_SHORT[kind]}: ${formatNumber(count)}`,
} as const;
