import type { SchemeIssue } from '#core/inventory/tag-scheme.ts';
import { formatCount, formatNumber } from './format.ts';

const numbers = (count: number): string => formatCount(count, 'Nummer', 'Nummern');

export const TAG_TEXTS = {
  section: 'Inventarnummern',
  hint: 'Danach wird beim Anlegen die nächste freie Nummer angeboten. Vergebene Nummern bleiben, wie sie sind.',
  none: 'Noch kein Schema festgelegt.',
  prefix: 'Vorsatz',
  prefixHint: 'Steht vor jeder Nummer, zum Beispiel GSL-',
  per: 'Laufende Nummer',
  pers: { school: 'eine für die ganze Schule', category: 'eine je Kategorie' },
  digits: 'Stellen',
  example: (tag: string) => `Nächste freie Nummer: ${tag}`,
  exampleOf: (tag: string, category: string) => `Nächste freie Nummer für ${category}: ${tag}`,
  save: 'Schema übernehmen',
  stop: 'Keine Nummern mehr anbieten',
  labels: 'Etiketten drucken …',
  offer: (tag: string) => `${tag} einsetzen`,
  offerHint: 'nächste freie Nummer nach dem Schema',
  refused: (place: string, next: string | null) =>
    `Diese Nummer trägt noch ein Gerät: ${place}. ${next === null ? 'Bitte eine andere eingeben.' : `Nächste freie Nummer: ${next}`}`,
  assign: 'Nummern vergeben …',
  assignTitle: 'Inventarnummern vergeben',
  assignDo: (count: number) => `${numbers(count)} vergeben`,
  assignRange: (first: string, last: string) =>
    first === last ? `Neue Nummer: ${first}` : `Neue Nummern: ${first} bis ${last}`,
  assignNothing: 'Alle ausgewählten Geräte haben schon eine Nummer.',
  assignKept: (count: number) =>
    count === 1 ? '1 Gerät behält seine Nummer.' : `${formatNumber(count)} Geräte behalten ihre Nummer.`,
  assignUncategorised: (count: number) =>
    count === 1
      ? '1 Gerät hat keine Kategorie und bekommt keine Nummer. Bitte zuerst die Kategorie eintragen.'
      : `${formatNumber(count)} Geräte haben keine Kategorie und bekommen keine Nummer. Bitte zuerst die Kategorie eintragen.`,
  duplicate: 'Kopien ohne Nummer nach dem Schema nummerieren',
  close: 'Schließen',
  cancel: 'Abbrechen',
} as const;

/** Why a scheme is none, and what would be one. */
export const SCHEME_ISSUE_TEXTS: Readonly<Record<SchemeIssue['code'], string>> = {
  PREFIX_TOO_LONG: 'Der Vorsatz ist zu lang. Höchstens 20 Zeichen.',
  PREFIX_ENDS_IN_DIGIT:
    'Der Vorsatz darf nicht mit einer Ziffer enden, sonst verschmilzt er mit der Nummer. Zum Beispiel mit Bindestrich: GS2-',
  DIGITS: 'Bitte eine ganze Zahl von 1 bis 10 eingeben.',
};
