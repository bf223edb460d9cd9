import type { FundingProgramme } from '#core/targets/target-profile.ts';
import { formatCount, formatEuros, formatNumber } from './format.ts';

const units = (count: number): string => formatCount(count, 'Einheit', 'Einheiten');

/** Words of the Beschaffungsliste and the Förderprogramme below it. */
export const PURCHASE_TEXTS = {
  caption: 'Beschaffungsliste',
  fact: (count: number, cents: number) => `${units(count)} zu beschaffen, geschätzt ${formatEuros(cents)}`,
  factRepaired: (count: number, cents: number) =>
    `${formatNumber(count)} weitere schließt eine Reparatur statt ${formatEuros(cents)}`,
  factRepairable: (count: number) => `${formatNumber(count)} davon schließt eine Reparatur`,
  groupBy: 'Gliederung',
  byCategory: 'nach Kategorie',
  byRoom: 'nach Raum',
  priority: 'Verbindlichkeit',
  allPriorities: 'Alle Verbindlichkeiten',
  stage: 'Stufe',
  allStages: 'Alle Stufen',
  stageOption: (stage: number) => `Stufe ${formatNumber(stage)}`,
  year: 'Zieljahr',
  allYears: 'Alle Zieljahre',
  repairFirst: 'Reparatur zuerst',
  expandAll: 'Alle aufklappen',
  collapseAll: 'Alle zuklappen',
  copy: 'In die Zwischenablage kopieren',
  copied: (count: number) =>
    `${formatCount(count, 'Zeile', 'Zeilen')} kopiert. In Excel mit Strg V einfügen.`,
  notCopied: 'Die Liste ließ sich nicht kopieren. Sie steht auch im Bericht, Blatt „Beschaffungsliste“.',
  room: 'Raum',
  building: 'Gebäude',
  floor: 'Etage',
  school: 'ganze Schule',
  goal: 'Ziel',
  category: 'Kategorie',
  noCategory: 'ohne Kategorie',
  units: 'Menge',
  repairable: 'reparierbar',
  price: 'Richtpreis',
  cost: 'Summe (gesch.)',
  sum: 'Summe',
  none: (stage: number) =>
    `Keine Lücken bis Ausbaustufe ${formatNumber(stage)}. Es ist nichts zu beschaffen.`,
  onlyRepairs: 'Reparaturen schließen alle Lücken dieser Auswahl. Es ist nichts zu beschaffen.',
  noMatch: 'Keine Lücke passt zu diesen Filtern.',
  resetFilters: 'Filter zurücksetzen',
  repairs: 'Zuerst reparieren',
  repairsFact: (count: number) =>
    `${formatCount(count, 'Lücke schließt', 'Lücken schließen')} sich ohne Kauf`,
  devices: 'Defekte Geräte',
} as const;

const yearsText = ({ fromYear, untilYear }: FundingProgramme): string =>
  fromYear !== null && untilYear !== null
    ? `von ${fromYear} bis ${untilYear}`
    : fromYear !== null
      ? `ab ${fromYear}`
      : untilYear !== null
        ? `bis ${untilYear}`
        : 'ohne Zeitgrenze';

/** Words of the caps of funding programmes. */
export const FUNDING_TEXTS = {
  title: 'Förderprogramme',
  fact: 'Geplant ist, was die Liste oben zeigt.',
  caption: (programme: string) => `Grenzen: ${programme}`,
  about: (categories: string, programme: FundingProgramme) =>
    `Gilt für ${categories}. Das Programm zahlt ${yearsText(programme)}.`,
  basis: (basis: string) => `Grundlage: ${basis}`,
  nothingPlanned: 'Von diesen Kategorien steht nichts in der Liste.',
  inYears: (count: number) =>
    count === 1
      ? 'Die geplante Einheit liegt in dieser Zeit.'
      : `Alle ${units(count)} liegen in dieser Zeit.`,
  outsideYears: (outside: number, all: number) =>
    outside === all
      ? `Die Zieljahre der geplanten ${units(all)} liegen außerhalb dieser Zeit: Das Programm zahlt sie nicht.`
      : `${formatNumber(outside)} der geplanten ${units(all)} liegen außerhalb dieser Zeit.`,
  unpriced: (count: number) =>
    `Bei ${formatCount(count, 'Gerät', 'Geräten')} aus diesem Programm fehlt der Preis; bezahlt ist also mehr.`,
  cap: 'Grenze',
  capPerSchool: 'je Schule',
  capOfAuthority: (percent: number) => `${formatNumber(percent)} % der Summe des Schulträgers`,
  most: 'Höchstbetrag',
  paid: 'bezahlt',
  planned: 'geplant',
  rest: 'Rest',
  state: 'Stand',
  met: 'eingehalten',
  exceeded: (cents: number) => `überschritten um ${formatEuros(cents)}`,
  notCheckable: 'nicht prüfbar: Summe fehlt',
  sumLabel: 'Summe des Schulträgers aus diesem Programm',
  sumHint:
    'Der ganze Betrag laut Bescheid. Die Grenze gilt für alle Schulen des Trägers zusammen; geprüft ist der Anteil dieser Schule.',
  sumError: 'Bitte einen Betrag wie 700.000 eingeben.',
} as const;
