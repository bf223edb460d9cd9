/** Screen „Handbuch“; its pages are the Markdown files in docs/handbuch. */
export const HANDBOOK_TEXTS = {
  title: 'Handbuch',
  pages: 'Seiten des Handbuchs',
  contents: 'Inhalt',
  search: 'Im Handbuch suchen',
  found: (count: number) =>
    count === 0
      ? 'Nichts gefunden. Versuchen Sie ein anderes Wort oder nur seinen Anfang.'
      : count === 1
        ? '1 Stelle gefunden'
        : `${count} Stellen gefunden`,
  foundPages: 'Gefundene Stellen',
  back: 'Zurück',
  openScreen: 'Diese Ansicht öffnen',
  keys: 'Tasten',
  print: 'Seite drucken',
  reading: 'Handbuch lesen',
  table: 'Tabelle',
  goneTitle: 'Diese Seite gibt es nicht',
  gone: 'Das Handbuch hat keine Seite mit diesem Namen.',
  toContents: 'Zum Inhalt des Handbuchs',
} as const;
