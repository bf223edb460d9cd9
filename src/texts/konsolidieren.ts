import type { Consolidation } from '#core/authority/consolidate.ts';
import { fulfilmentOf, pupilsPerDeviceOf } from '#core/authority/school-figures.ts';
import { formatCount, formatEuros, formatNumber, formatPercent } from './format.ts';

const USAGE = `Aufruf:
  npm run --silent konsolidieren -- --aus gesamt.xlsx [--csv ORDNER] DATEI|ORDNER [DATEI|ORDNER …]

  DATEI       Bericht einer Schule (.xlsx, auch neu gespeichert, oder .ods); aus einem Ordner alle, auch in Unterordnern
  --aus       Arbeitsmappe über alle Schulen, die geschrieben wird
  --csv       schreibt zusätzlich alle Tabellen als CSV für Datenbanken in diesen Ordner`;

export type ConsolidateUsage =
  | { readonly code: 'HELP' | 'NO_FILES' }
  | { readonly code: 'UNKNOWN_OPTION' | 'NO_VALUE' | 'TWICE' | 'MISSING'; readonly option: string };

const usage = (problem: ConsolidateUsage): string => {
  switch (problem.code) {
    case 'HELP':
      return USAGE;
    case 'NO_FILES':
      return `Es ist kein Bericht angegeben.\n\n${USAGE}`;
    case 'UNKNOWN_OPTION':
      return `„${problem.option}“ ist hier nicht bekannt.\n\n${USAGE}`;
    case 'NO_VALUE':
      return `Nach ${problem.option} fehlt die Angabe.\n\n${USAGE}`;
    case 'TWICE':
      return `${problem.option} steht zweimal da.\n\n${USAGE}`;
    case 'MISSING':
      return `${problem.option} fehlt.\n\n${USAGE}`;
  }
};

/** What was put together. */
const resultLines = ({ schools, totals, exchange }: Consolidation): readonly string[] => {
  const pupils = pupilsPerDeviceOf(totals);
  const units = exchange.moves.reduce((sum, move) => sum + move.units, 0);
  const fulfilment = fulfilmentOf(totals);
  return [
    `Zusammengeführt: ${formatCount(schools.length, 'Schule', 'Schulen')}, ${formatCount(totals.rooms, 'Raum', 'Räume')}, ${formatCount(totals.devices, 'Gerät', 'Geräte')}`,
    `  ${formatNumber(totals.standardMet)} von ${formatCount(totals.standardOf, 'Raum', 'Räumen')} erfüllen den Standard`,
    `  Erfüllungsgrad ${fulfilment === null ? 'nicht berechenbar' : `${formatPercent(fulfilment)} (${formatNumber(totals.actual)} von ${formatNumber(totals.target)})`}${pupils === null ? '' : `; ${formatNumber(pupils, 1)} SuS je mobilem Gerät`}`,
    `  ${formatCount(totals.gap, 'Lücke', 'Lücken')}: ${formatNumber(totals.gapByPriority.must)} Pflicht, ${formatNumber(totals.gapByPriority.should)} Empfehlung, ${formatNumber(totals.gapByPriority.could)} Wunsch; ${formatEuros(totals.costCents)} (geschätzt)`,
    `  Umverteilung zwischen Schulen: ${formatCount(units, 'Einheit', 'Einheiten')} auf ${formatCount(exchange.pairs, 'Weg', 'Wegen')}`,
    ...schools.map(
      ({ id, name, figures }) =>
        `  ${id}  ${name}: ${formatCount(figures.gap, 'Lücke', 'Lücken')}, Erfüllungsgrad ${formatPercent(fulfilmentOf(figures))}`,
    ),
  ];
};

/** What `npm run konsolidieren` says. */
export const CONSOLIDATE_TEXTS = {
  usage,
  resultLines,
  notFound: (path: string) =>
    `„${path}“ gibt es nicht oder lässt sich nicht lesen. Prüfen Sie Name und Ordner.`,
  emptyFolder: (path: string) => `Im Ordner „${path}“ liegt kein Bericht (.xlsx oder .ods).`,
  noReport: 'Kein Bericht lässt sich verwenden.',
} as const;
