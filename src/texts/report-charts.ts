import type { ChartTexts } from '#core/report/report-texts.ts';
import { formatCount, formatEuros, formatNumber, formatPercent } from './format.ts';
import { KIND_SHORT } from './overview.ts';

const units = (count: number): string => formatCount(count, 'Einheit', 'Einheiten');

/** Words of the charts in the report workbook. */
export const REPORT_CHART_TEXTS = {
  kind: (kind) => KIND_SHORT[kind],
  gapOfKind: (kind) => `Lücke ${KIND_SHORT[kind]}`,
  units: 'Einheiten',
  roomGaps: {
    title: 'Lücken je Raum',
    part: (from, until) => `Lücken je Raum: ${from} bis ${until}`,
    summary: (count, rooms, from, until) =>
      `Balken je Raum, von ${from} bis ${until}: ${units(count)} fehlen in ${formatCount(rooms, 'Raum', 'Räumen')}. Die Zahlen stehen im Blatt Matrix.`,
    none: 'Noch keine Räume.',
    more: (rooms) =>
      `Die Diagramme zeigen die ersten ${formatNumber(rooms)} Räume; alle stehen im Blatt Matrix.`,
  },
  fulfilment: {
    title: 'Erfüllung nach Ziel',
    axis: 'Anteil am Soll',
    actual: 'vorhanden',
    gap: 'fehlt',
    summary: (groups, share) =>
      `Balken je Ziel: ${formatCount(groups, 'Ziel', 'Ziele')}, zusammen zu ${formatPercent(share)} erfüllt. Die Zahlen stehen unter „Soll und Ist nach Ziel“.`,
    none: 'Noch gilt kein Ziel für diese Schule.',
  },
  replacement: {
    title: 'Ersatzkosten je Jahr (Tausend Euro, geschätzt)',
    table: 'Ersatz je Jahr (geschätzt)',
    axis: 'Tausend Euro',
    backlog: (until) => `bis ${until}`,
    year: 'Jahr',
    cost: 'Kosten',
    summary: (backlogCents, cents, from, until) =>
      `Säulen je Jahr: ${formatEuros(backlogCents)} Rückstand, dazu ${formatEuros(cents)} von ${from} bis ${until}, geschätzt zum Richtpreis.`,
  },
  ages: {
    title: 'Altersstruktur der Geräte',
    age: 'Alter (Jahre)',
    oldest: (years) => `≥ ${years}`,
    unknown: 'ohne Datum',
    inLife: 'in der Nutzungsdauer',
    overAge: 'überaltert',
    summary: (count, overAge, unknown) =>
      `Säulen je Alter in Jahren: ${units(count)}, davon ${formatNumber(overAge)} überaltert und ${formatNumber(unknown)} mit unbekanntem Alter.`,
  },
} as const satisfies ChartTexts;
