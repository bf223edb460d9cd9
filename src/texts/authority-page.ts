import type { FileIssue } from '#core/authority/choose-reports.ts';
import type { ReplacementTime } from '#core/plan/replacement-plan.ts';
import { formatCount, formatDate, formatNumber, formatPercent } from './format.ts';

/** Files that are read and do not count. */
export const isLeftOut = ({ code }: FileIssue): boolean => code === 'OLDER_REPORT' || code === 'SAME_REPORT';

/** The name of a school beside a bar: the kind is short, so that the name itself has room. */
export const shortSchoolName = (name: string): string =>
  name.replace(/^Grundschule\b/, 'GS').replace(/^Regionale Schule\b/, 'RegS');

/** Screen „Berichte mehrerer Schulen“, the Trägeransicht. Messages about files: `authority.ts`. */
export const AUTHORITY_PAGE_TEXTS = {
  title: 'Berichte mehrerer Schulen',
  fact: (schools: number, files: number) =>
    `${formatCount(schools, 'Schule', 'Schulen')} aus ${formatCount(files, 'Datei', 'Dateien')}`,
  memoryOnly:
    'Was Sie hier einlesen, bleibt nur im Arbeitsspeicher, bis Sie die App schließen. In die Daten Ihrer eigenen Schule kommt nichts davon.',
  saveWorkbook: 'Als Excel-Mappe speichern',
  saveCsv: 'CSV-Satz speichern',
  saving: 'Die Datei wird geschrieben …',
  csvName: (on: string) => `Traegeransicht_CSV_${on}.zip`,
  workbookName: (on: string) => `Traegeransicht_${on}.xlsx`,
  saved: (name: string) => `Gespeichert: ${name}`,
  notWritten: (detail: string) =>
    `Die Datei ließ sich nicht schreiben. Versuchen Sie es noch einmal mit weniger Berichten. (${detail})`,
  failures: {
    'disk-full':
      'Auf dem Laufwerk ist kein Platz mehr. Schaffen Sie Platz oder wählen Sie ein anderes Laufwerk.',
    'no-permission':
      'In diesen Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen, zum Beispiel „Dokumente“.',
    'file-locked':
      'Die Datei ist in einem anderen Programm geöffnet. Schließen Sie sie und speichern Sie noch einmal.',
    'path-gone': 'Den Ordner gibt es nicht mehr. Wählen Sie einen anderen.',
    unknown:
      'Die Datei ließ sich nicht speichern. Versuchen Sie es noch einmal oder wählen Sie einen anderen Ordner.',
  },
  drop: 'Berichte hierher ziehen, einzeln oder als Ordner',
  chooseFiles: 'Dateien wählen …',
  chooseFolder: 'Ordner wählen …',
  dropHint:
    'Die Excel-Dateien, die die Schulen an KSM senden (MEP-Bericht_….xlsx). Gelesen wird das ausgeblendete Blatt „_Daten“; die Dateien bleiben unverändert.',
  empty:
    'Noch kein Bericht eingelesen. Ziehen Sie die Berichte der Schulen hierher: Die App prüft jede Datei, stellt die Schulen nebeneinander und schreibt eine gemeinsame Excel-Mappe.',
  noneCounts: 'Keine der Dateien ließ sich einlesen. Die Meldungen in der Liste sagen, woran es liegt.',
  reading: (done: number, of: number) => `Bericht ${formatNumber(done)} von ${formatNumber(of)} gelesen`,
  comparing: (done: number, of: number) =>
    `Schulen werden verglichen: ${formatNumber(done)} von ${formatNumber(of)}`,
  cancel: 'Abbrechen',
  stopped: 'nicht gelesen (abgebrochen)',
  skipped: (count: number) =>
    `${formatCount(count, 'Datei des Ordners ist', 'Dateien des Ordners sind')} keine Excel-Datei und wurde übergangen.`,
  tooMany: (max: number) =>
    `Mehr als ${formatNumber(max)} Dateien auf einmal liest die App nicht. Teilen Sie den Ordner auf, oder nehmen Sie die Kommandozeile („konsolidieren“).`,
  tooLarge: (mebibytes: number) =>
    `Die Datei ist größer als ${formatNumber(mebibytes)} MB; so groß ist kein Bericht. Prüfen Sie, ob es die richtige ist.`,
  gone: 'Die Datei ist nicht mehr da oder lässt sich nicht öffnen. Ist das Laufwerk noch verbunden?',
  workerFailed: (detail: string) =>
    `Beim Lesen ist ein Fehler aufgetreten. Lesen Sie die Datei noch einmal ein. (${detail})`,
  compareFailed: (detail: string) =>
    `Die Berichte ließen sich nicht zusammenführen. Entfernen Sie die zuletzt hinzugefügte Datei. (${detail})`,
  tabs: 'Ansichten',
  tab: {
    files: 'Dateien',
    schools: 'Schulen',
    gaps: 'Lücken',
    purchases: 'Beschaffung',
    exchange: 'Umverteilung',
    replacement: 'Ersatz',
  },
  files: {
    caption: 'Eingelesene Dateien',
    status: 'Stand',
    file: 'Datei',
    school: 'Schule',
    asOf: 'Stichtag',
    content: 'Inhalt',
    message: 'Hinweise',
    actions: 'Aktionen',
    counts: 'zählt',
    hints: 'zählt, mit Hinweis',
    leftOut: 'zählt nicht',
    failed: 'nicht lesbar',
    waiting: 'wartet',
    reading: 'wird gelesen',
    contentOf: (rooms: number, devices: number) =>
      `${formatCount(rooms, 'Raum', 'Räume')}, ${formatCount(devices, 'Gerätezeile', 'Gerätezeilen')}`,
    remove: 'Entfernen',
    removeName: (file: string) => `${file} entfernen`,
    again: 'Neu einlesen',
    againName: (file: string) => `${file} neu einlesen`,
    removeAll: 'Alle entfernen',
  },
  school: 'Schule',
  allSchools: 'Alle Schulen',
  sum: 'Summe',
  figures: {
    title: 'Alle Schulen zusammen',
    standard: 'Räume im Standard',
    fulfilment: 'Erfüllung',
    gaps: 'Lücken',
    cost: 'Kosten der Lücken, geschätzt',
    overAge: 'überaltert',
    pupilsPerDevice: 'SuS je Gerät',
    of: (met: number, of: number) => `${formatNumber(met)} von ${formatNumber(of)}`,
  },
  fulfilment: {
    title: 'Erfüllung je Schule',
    summary: (schools: number, all: string, lowest: string, share: number | null) =>
      `Erfüllung von ${formatCount(schools, 'Schule', 'Schulen')}, zusammen ${all}; am niedrigsten ${lowest} mit ${formatPercent(share)}.`,
    tip: (actual: number, target: number) => `${formatNumber(actual)} von ${formatNumber(target)} Einheiten`,
    open: 'Eingabe oder Klick zeigt die Beschaffung dieser Schule',
  },
  table: {
    figures: 'Kennzahlen je Schule',
    type: 'Schulart',
    asOf: 'Stichtag',
    stage: 'Stufe',
    rooms: 'Räume',
    devices: 'Geräte',
    pupils: 'SuS je Gerät',
    standard: 'im Standard',
    fulfilment: 'Erfüllung',
    gap: 'Lücken',
    must: 'davon Pflicht',
    cost: 'Kosten',
    overAge: 'überaltert',
    defective: 'defekt',
    missing: 'vermisst',
  },
  gaps: {
    title: 'Lücken je Schule',
    summary: (schools: number, gap: number, worst: string, most: number) =>
      `Lücken von ${formatCount(schools, 'Schule', 'Schulen')}, zusammen ${formatNumber(gap)}; die meisten hat ${worst} mit ${formatNumber(most)}.`,
    none: 'Keiner Schule fehlt etwas.',
    matrix: 'Lücken nach Schule und Ziel',
    category: 'Lücken nach Kategorie, alle Schulen',
    name: 'Kategorie',
    target: 'Soll',
    actual: 'Ist',
    gap: 'Lücke',
    cost: 'Kosten',
    total: 'gesamt',
  },
  purchases: {
    title: 'Beschaffungsliste nach Schule und Kategorie',
    hint: 'Erst reparieren, dann umräumen, dann abgeben lassen, dann kaufen. „Zu kaufen“ ist, was danach bleibt. Preise sind Richtpreise, geschätzt.',
    priority: 'Verbindlichkeit',
    category: 'Kategorie',
    noCategory: 'ohne Kategorie',
    units: 'Lücke',
    repairable: 'reparierbar',
    movable: 'umräumbar',
    fromOthers: 'von anderen',
    toBuy: 'zu kaufen',
    unitPrice: 'Richtpreis',
    cost: 'Kosten',
    none: 'Es ist nichts zu beschaffen.',
  },
  exchange: {
    title: 'Umverteilung zwischen Schulen',
    hint: 'Was in einer Schule übrig ist und in einer anderen eine Lücke schließt, nachdem jede Schule im eigenen Haus umgeräumt hat. Ein Vorschlag: Klären Sie ihn mit beiden Schulen.',
    from: 'von',
    fromRoom: 'steht in',
    to: 'nach',
    toRoom: 'Raum',
    device: 'Gerät',
    assetTag: 'Inventarnr.',
    units: 'Anzahl',
    requirement: 'schließt Lücke',
    priority: 'Verbindlichkeit',
    earmarked: 'Zweckbindung',
    earmarkedUntil: (date: string) => `bis ${formatDate(date)}: vorher klären`,
    wholeSchool: 'Schule',
    noRoom: 'kein Raum',
    none: 'Keine Schule hat etwas übrig, was einer anderen desselben Trägers fehlt.',
  },
  replacement: {
    title: 'Ersatz je Jahr, alle Schulen',
    bySchool: 'Ersatzkosten nach Schule und Jahr',
    time: 'Jahr',
    units: 'Stück',
    cost: 'Kosten',
    summary: (backlog: string, first: number, last: number, due: string) =>
      `Ersatzkosten: Rückstand ${backlog}, von ${first} bis ${last} zusammen ${due}, geschätzt.`,
    /** A mark of the axis; sums of many schools are long, so that the unit is short. */
    axis: (cents: number) => `${formatNumber(Math.round(cents / 100_000))}\u00a0T€`,
    times: (time: ReplacementTime) =>
      typeof time === 'number'
        ? String(time)
        : { backlog: 'Rückstand', later: 'später', unknown: 'Alter unbekannt' }[time],
    none: 'Es ist nichts zu ersetzen.',
  },
} as const;
