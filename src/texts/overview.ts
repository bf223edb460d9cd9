import type { DataProblemCode } from '#core/inventory/validate.ts';
import type { CategoryKind } from '#core/targets/target-profile.ts';
import { formatCount, formatEuros, formatNumber, formatPercent } from './format.ts';

/** Words for many problems of one kind: `9 ohne Kaufjahr`. */
export const DATA_PROBLEM_COUNTS: Readonly<Record<DataProblemCode, (count: number) => string>> = {
  DOUBLED_ID: (count) => formatCount(count, 'ID doppelt', 'IDs doppelt'),
  DOUBLED_ASSET_TAG: (count) => formatCount(count, 'Inventarnummer doppelt', 'Inventarnummern doppelt'),
  DOUBLED_SERIAL: (count) => formatCount(count, 'Seriennummer doppelt', 'Seriennummern doppelt'),
  DOUBLED_ROOM: (count) => formatCount(count, 'Raum doppelt', 'Räume doppelt'),
  DEVICE_WITHOUT_CATEGORY: (count) => formatCount(count, 'Gerät ohne Kategorie', 'Geräte ohne Kategorie'),
  UNKNOWN_CATEGORY: (count) =>
    formatCount(count, 'Gerät mit fremder Kategorie', 'Geräte mit fremder Kategorie'),
  UNKNOWN_ROOM: (count) => formatCount(count, 'Gerät in gelöschtem Raum', 'Geräte in gelöschten Räumen'),
  IMPOSSIBLE_QUANTITY: (count) => formatCount(count, 'unmögliche Anzahl', 'unmögliche Anzahlen'),
  IMPOSSIBLE_DATE: (count) => formatCount(count, 'unmögliches Datum', 'unmögliche Daten'),
  ROOM_WITHOUT_TYPE: (count) => formatCount(count, 'Raum ohne Raumtyp', 'Räume ohne Raumtyp'),
  UNKNOWN_ROOM_TYPE: (count) => formatCount(count, 'Raum mit fremdem Typ', 'Räume mit fremdem Typ'),
  UNKNOWN_EXEMPTION: (count) => formatCount(count, 'Ausnahme ohne Ziel', 'Ausnahmen ohne Ziel'),
  UNKNOWN_CONTAINER: (count) =>
    formatCount(count, 'Gerät in fehlendem Koffer', 'Geräte in fehlenden Koffern'),
  SERIAL_OF_MANY: (count) =>
    formatCount(count, 'Sammelposten mit einer Seriennummer', 'Sammelposten mit einer Seriennummer'),
  DEVICE_WITHOUT_ROOM: (count) => formatCount(count, 'Gerät ohne Raum', 'Geräte ohne Raum'),
  AGE_UNKNOWN: (count) => formatCount(count, 'Gerät ohne Kaufjahr', 'Geräte ohne Kaufjahr'),
  PUPILS_DIFFER: () => 'Schülerzahlen passen nicht zusammen',
};

/** Short names of the kinds, for bars and legends. */
export const KIND_SHORT = {
  display: 'Bild',
  accessory: 'Zubehör',
  workplace: 'Arbeitsplätze',
  network: 'Netz',
  power: 'Strom',
} as const satisfies Record<CategoryKind, string>;
export const KIND_IN_BAR = {
  display: 'Bild',
  accessory: 'Zub.',
  workplace: 'Arb.',
  network: 'Netz',
  power: 'Str.',
} as const satisfies Record<CategoryKind, string>;

export const OVERVIEW_TEXTS = {
  fact: (stage: string, year: number, profile: string) => `${stage} · Ziele bis ${year} · Profil ${profile}`,
  toReport: 'Bericht für KSM vorbereiten',
  headline: (met: number, of: number) => `${formatNumber(met)} von ${formatNumber(of)}`,
  headlineText: (standard: string) => `Unterrichtsräumen erfüllen den Standard „${standard}“.`,
  noRooms:
    'Noch keine Räume, für die der Standard gilt. Legen Sie Räume an oder geben Sie ihnen einen Raumtyp.',
  fulfilment: (share: number | null) =>
    share === null ? 'Noch kein Ziel in Kraft.' : `Erfüllungsgrad aller Ziele: ${formatPercent(share)}.`,
  lastReport: (gaps: number, day: string) =>
    `Im letzten Bericht vom ${day} waren es ${formatNumber(gaps)} Lücken.`,
  strip: 'Räume im Gang: Standard erfüllt oder fehlende Teile',
  stripState: (missing: number) =>
    missing === 0 ? 'Standard erfüllt' : missing === 1 ? 'Teil fehlt' : 'Teile fehlen',
  stripMet: (room: string) => `Raum ${room}: Standard erfüllt`,
  stripMissing: (room: string, count: number) =>
    `Raum ${room}: ${formatCount(count, 'Teil fehlt', 'Teile fehlen')}`,
  gapsPerRoom: 'Lücken je Raum',
  gapsPerRoomFact: (units: number, rooms: number) =>
    `${formatCount(units, 'fehlende Einheit', 'fehlende Einheiten')} in ${formatCount(rooms, 'Raum', 'Räumen')}`,
  gapsPerRoomSummary: (units: number, rooms: number, worst: string, most: number) =>
    `Balken je Raum: ${formatNumber(units)} fehlende Einheiten in ${formatNumber(rooms)} Räumen, am meisten in Raum ${worst} (${formatNumber(most)}).`,
  view: 'Darstellung',
  chart: 'Diagramm',
  table: 'Tabelle',
  chartLoading: 'Das Diagramm wird geladen …',
  moreRooms: (count: number) => `${formatCount(count, 'weiterer Raum', 'weitere Räume')} mit Lücken`,
  roomsWithout: (count: number) => `${formatCount(count, 'Raum', 'Räume')} ohne Lücke`,
  noGaps: 'Keine Lücken in den Räumen.',
  noTargets: 'Noch gilt für keinen Raum ein Ziel.',
  room: 'Raum',
  gap: 'Lücke',
  total: 'Summe',
  next: 'Als Nächstes',
  todo: {
    repair: (count: number) => `${formatCount(count, 'Lücke', 'Lücken')} durch Reparatur schließen`,
    repairDetail: (count: number, days = 0) =>
      `${formatCount(count, 'Gerät', 'Geräte')} defekt oder in Reparatur${days > 0 ? `, bis zu ${days} Tage` : ''}`,
    repairNoGap: 'eine Reparatur schließt keine Lücke',
    repairLink: 'Defekte ansehen',
    buy: (count: number) => `${formatCount(count, 'Einheit', 'Einheiten')} fehlen nach der Reparatur`,
    buyDetail: (cents: number) => `alle Lücken zu schließen kostet geschätzt ${formatEuros(cents)}`,
    buyLink: 'Beschaffungsliste',
    old: (count: number) => `${formatCount(count, 'Gerät', 'Geräte')} überaltert`,
    oldDetail: (due: number, year: number) =>
      `${formatCount(due, 'weiteres wird', 'weitere werden')} ${year} fällig`,
    oldNone: (year: number) => `${year} wird nichts weiter fällig`,
    oldLink: 'Überalterte ansehen',
    clear: (count: number) => `${formatCount(count, 'Angabe', 'Angaben')} im Bestand klären`,
    clearLink: 'Zu klären',
    clearRoomsLink: 'Räume ansehen',
    unknown: (count: number) => `${formatCount(count, 'Ziel', 'Ziele')} nicht berechenbar`,
    unknownDetail: 'es fehlen Zahlen der Schule: Schüler, Lehrkräfte oder Klassen',
    unknownLink: 'Zahlen eintragen',
    report: 'Bericht an KSM',
    reportDetail: (day: string | null) => (day === null ? 'noch keiner geschrieben' : `zuletzt am ${day}`),
    reportLink: 'Prüfen',
    import: 'Bestand einlesen',
    importDetail: 'noch keine Geräte in der App',
    importLink: 'Liste einlesen',
  },
  perGroup: 'Lücken je Ziel',
  perGroupFact: (units: number, cents: number) =>
    `zusammen ${formatCount(units, 'Einheit', 'Einheiten')}, geschätzt ${formatEuros(cents)}`,
  groupColumns: {
    group: 'Ziel',
    target: 'Soll',
    actual: 'Ist',
    gap: 'Lücke',
    share: 'Erfüllung',
    cost: 'Kosten (gesch.)',
  },
  sum: 'Summe',
  figures: 'Kennzahlen des MEP',
  figureColumns: { name: 'Kennzahl', actual: 'Ist', target: 'Soll', state: 'Stand' },
  pupilsPerDevice: 'SuS je mobilem Gerät',
  atMost: (value: string) => `≤ ${value}`,
  atLeast: (value: string) => `≥ ${value}`,
  met: 'erfüllt',
  missing: (count: number) => `${formatNumber(count)} fehlen`,
  notMet: 'nicht erfüllt',
  notComputable: 'nicht berechenbar',
} as const;
