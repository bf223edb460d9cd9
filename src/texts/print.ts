import { formatCount, formatNumber } from './format.ts';

export const PRINT_TEXTS = {
  print: 'Drucken',
  close: 'Schließen',
  cancel: 'Abbrechen',
  app: 'Ausstattungskompass',
  noSchool: 'Schule ohne Namen',
  asOf: (day: string) => `Stichtag ${day}`,
  printedOn: (day: string) => `gedruckt am ${day}`,
  entries: (count: number) => formatCount(count, 'Eintrag', 'Einträge'),
  empty: 'keine Einträge',
  /** Around the counters of the page. */
  page: 'Seite ',
  of: ' von ',
  search: (text: string) => `Suche „${text}“`,
  sortedBy: (column: string, isDescending: boolean) =>
    `sortiert nach ${column}${isDescending ? ', absteigend' : ''}`,
  closedGroups: 'von zugeklappten Gruppen die Summe',
  choice: (what: string, value: string) => `${what}: ${value}`,
  long: {
    title: 'Lange Liste drucken?',
    text: (rows: number, pages: number) =>
      `Die Liste hat ${formatNumber(rows)} Zeilen. Das sind etwa ${formatNumber(pages)} Seiten.`,
    hint: 'Mit Filtern wird sie kürzer; im Druckdialog lassen sich auch einzelne Seiten wählen.',
    action: (pages: number) => `Etwa ${formatNumber(pages)} Seiten drucken`,
  },
} as const;
