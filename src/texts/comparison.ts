import {
  formatCount,
  formatDifference,
  formatEuros,
  formatNumber,
  formatPercent,
  UNKNOWN,
} from './format.ts';

/** `+1.740 €`, `−300 €`, `0 €`. */
const euroDifference = (cents: number): string => (cents > 0 ? `+${formatEuros(cents)}` : formatEuros(cents));

/** As `formatPercent` shows it: a difference is that of the figures beside it. */
const shownPercent = (share: number): number => (share > 0.99 && share < 1 ? 99 : Math.round(share * 100));

export const VALUE_FORMATS = {
  number: { value: (value: number | null) => formatNumber(value), difference: formatDifference },
  euros: { value: formatEuros, difference: euroDifference },
  share: { value: formatPercent, difference: formatDifference },
} as const;
export type ValueFormat = keyof typeof VALUE_FORMATS;

/** The difference with its sign: `+2`, `−300 €`, `+9 %-Punkte`; unknown where one of both is. */
export const differenceText = (format: ValueFormat, before: number | null, after: number | null): string => {
  if (before === null || after === null) return UNKNOWN;
  return format === 'share'
    ? `${formatDifference(shownPercent(after) - shownPercent(before))} %-Punkte`
    : VALUE_FORMATS[format].difference(after - before);
};

/** Two comparisons with the targets side by side. */
export const COMPARISON_TEXTS = {
  figure: 'Kennzahl',
  difference: 'Unterschied',
  gaps: 'Lücken',
  roomGaps: 'davon in Räumen',
  schoolGaps: 'davon Schule gesamt',
  roomsWithGap: 'Räume mit Lücke',
  fulfilment: 'Erfüllungsgrad',
  standard: (name: string) => `Räume im Standard „${name}“`,
  ofRooms: (met: number | null, of: number | null) => `${formatNumber(met)} von ${formatNumber(of)}`,
  cost: 'Kosten der Lücken (geschätzt)',
  byGroup: 'Lücken je Ziel',
  group: 'Ziel',
  sameGroups: 'Bei keinem Ziel ändert sich die Zahl der Lücken.',
  fromTo: (before: number, after: number) => `${formatNumber(before)} → ${formatNumber(after)}`,
  costDifference: 'Kosten (geschätzt)',
  rooms: 'Räume, in denen sich etwas ändert',
  roomsFact: (closed: number, opened: number) =>
    `${formatCount(closed, 'Lücke', 'Lücken')} geschlossen, ${formatCount(opened, 'Lücke', 'Lücken')} neu`,
  noRooms: 'In keinem Raum öffnet oder schließt sich eine Lücke.',
  room: 'Raum',
  what: 'Was sich ändert',
  schoolRow: 'Schule gesamt',
  closed: (units: number, what: string) => `${formatNumber(units)} geschlossen: ${what}`,
  opened: (units: number, what: string) => `${formatNumber(units)} neu: ${what}`,
  unknownNow: (what: string) => `nicht mehr berechenbar: ${what}`,
  knownNow: (what: string) => `jetzt berechenbar: ${what}`,
  standardMet: (name: string) => `„${name}“ erfüllt`,
  standardLost: (name: string) => `„${name}“ nicht mehr erfüllt`,
  moreRooms: (count: number) => `Alle ${formatNumber(count)} Räume zeigen`,
} as const;
