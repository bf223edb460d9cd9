import type { MendReason } from '#core/import/plan/mend-list.ts';
import type { SavedMappingIssue } from '#core/import/columns/saved-mapping.ts';
import {
  NO_RESULT,
  type DeviceImportField,
  type DeviceRoomField,
  type ImportField,
  type ImportIssue,
  type ImportIssueCode,
  type Layout,
  type MappingReason,
  type MatchedBy,
  type ReadFailure,
  type ReadFailureCode,
  type RejectCode,
  type RejectedRow,
  type RoomImportField,
} from '#core/import/types.ts';
import { DEVICE_FIELD_LABELS, ROOM_FIELD_LABELS, STATUS_LABELS } from './fields.ts';
import { formatCount, formatDate, formatEuros, formatNumber } from './format.ts';

const megabytes = (bytes: unknown): string => `${formatNumber(Math.round(Number(bytes) / 1024 / 1024))} MB`;

const READ_FAILURES: Readonly<Record<ReadFailureCode, (failure: ReadFailure) => string>> = {
  EMPTY_FILE: () => 'Die Datei ist leer. Prüfen Sie, ob Sie die richtige gewählt haben.',
  TOO_LARGE: ({ params }) =>
    `Die Datei ist mit ${megabytes(params['bytes'])} zu groß, höchstens ${megabytes(params['maxBytes'])} sind möglich. Löschen Sie Bilder aus der Liste oder teilen Sie sie auf.`,
  TOO_LARGE_UNPACKED: ({ params }) =>
    `Die Datei wird entpackt größer als ${megabytes(params['maxBytes'])} und wird deshalb nicht geöffnet. Kopieren Sie die Liste in eine neue Excel-Datei.`,
  TOO_MANY_ROWS: ({ sheet, params }) =>
    `${sheet === null ? 'Die Liste' : `Das Blatt „${sheet}“`} hat mehr als ${formatNumber(Number(params['maxRows']))} Zeilen. Teilen Sie die Liste auf.`,
  TOO_MANY_CELLS: ({ sheet, params }) =>
    `${sheet === null ? 'Die Liste' : `Das Blatt „${sheet}“`} hat mit allen Spalten mehr als ${formatNumber(Number(params['maxCells']))} Zellen. Löschen Sie Spalten und Zeilen rechts und unterhalb der Liste oder teilen Sie sie auf.`,
  TOO_MANY_PARTS: () =>
    'Die Datei enthält ungewöhnlich viele Bestandteile und wird deshalb nicht geöffnet. Kopieren Sie die Liste in eine neue Excel-Datei.',
  ENCRYPTED: () =>
    'Die Datei ist mit einem Kennwort geschützt. Öffnen Sie sie in Excel, nehmen Sie unter Datei › Informationen den Schutz weg und speichern Sie sie neu.',
  OLD_EXCEL: () =>
    'Das ist eine Datei im alten Excel-Format. Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“.',
  NOT_A_WORKBOOK: ({ fileName }) =>
    /\.akbak$/i.test(fileName)
      ? 'Das ist eine Sicherung oder Übergabedatei. Sie gehört nach „Einstellungen › Sicherung“, dort „Sicherung einspielen …“.'
      : 'Das ist keine Liste, die sich lesen lässt. Möglich sind .xlsx, .xlsm, .ods, .csv und .tsv.',
  DAMAGED: ({ sheet }) =>
    `Die Datei ist beschädigt${sheet === null ? '' : ` (Blatt „${sheet}“)`}. Öffnen Sie sie in Excel, lassen Sie sie reparieren und speichern Sie sie neu.`,
  NO_HEAD_ROW: ({ sheet }) =>
    `${sheet === null ? 'In der Datei' : `Auf dem Blatt „${sheet}“`} wurde in den ersten 30 Zeilen keine Zeile mit Spaltenüberschriften gefunden. Ergänzen Sie eine Kopfzeile, zum Beispiel: Raum, Gerät, Inventarnummer, Seriennummer, Anschaffung.`,
  WRONG_ENCODING: ({ params }) =>
    `Die Zeichen der Datei passen nicht zur gewählten Kodierung${typeof params['line'] === 'number' ? ` (Zeile ${params['line']})` : ''}. Wählen Sie eine andere, meist „Windows (ANSI)“ oder „UTF-8“.`,
  NO_ROWS: () => 'Die Datei enthält keine Zeilen. Prüfen Sie, ob Sie die richtige gewählt haben.',
};

/** Place, cause and remedy in one or two sentences. */
export const readFailureText = (failure: ReadFailure): string =>
  `„${failure.fileName}“: ${READ_FAILURES[failure.code](failure)}`;

const REJECTIONS: Readonly<Record<RejectCode, string>> = {
  EMPTY_ROW: 'Die Zeile ist leer.',
  SUM_ROW: 'Die Zeile ist eine Summe.',
  REPEATED_HEAD: 'Die Zeile wiederholt die Überschriften.',
  PATTERN_ROW: 'Die Zeile ist ein Muster („x“ statt Angaben).',
  ROOM_LINE: 'Die Zeile ist kein Gerät: Sie nennt den Raum der Zeilen darunter.',
  REMARK: 'Die Zeile ist kein Gerät, sondern eine Anmerkung.',
  OUTSIDE: 'Die Zeile gehört nicht zur IT-Ausstattung und wird wie gewünscht ausgelassen.',
  NOTHING_USABLE:
    'Die Zeile nennt weder Gerät noch Inventar- oder Seriennummer. Ergänzen Sie eine davon in der Liste.',
};
export const rejectionText = ({ code }: Pick<RejectedRow, 'code'>): string => REJECTIONS[code];

type IssueText = (issue: ImportIssue) => string;
const quoted = ({ value }: ImportIssue): string => `„${value}“`;
const otherPlace = ({ params }: ImportIssue): string =>
  typeof params['otherRow'] === 'number'
    ? `auch in Zeile ${params['otherRow']}${typeof params['otherSheet'] === 'string' ? ` (${params['otherSheet']})` : ''}`
    : 'auch bei einem Gerät im Bestand';

const conflictText = ({ params }: ImportIssue): string => {
  const known = String(params['device'] ?? 'einem Gerät');
  const found =
    params['other'] === null || params['other'] === undefined
      ? `Die Nummern der Zeile passen nur zum Teil zu ${known} im Bestand`
      : `Die Nummern der Zeile gehören im Bestand zu zwei Geräten, ${known} und ${String(params['other'])}`;
  switch (params['winner']) {
    case 'list':
      return `${found}; ${known} wird geändert. Bitte prüfen.`;
    case 'inventory':
      return `${found}; der Bestand bleibt, wie er ist. Bitte prüfen.`;
    default:
      return `${found}; es wird ein neues Gerät angelegt. Bitte prüfen.`;
  }
};

const statusLabel = ({ params }: ImportIssue): string => {
  const status = String(params['status']);
  return Object.hasOwn(STATUS_LABELS, status) ? String(Reflect.get(STATUS_LABELS, status)) : status;
};

const PRICE_DOUBTS: Readonly<Record<string, string>> = {
  about: 'ist nur ungefähr',
  net: 'ist ein Betrag ohne Steuer',
  zero: 'ist vielleicht kein Preis',
  total: 'gilt vielleicht für mehrere Geräte',
  reading: 'lässt sich verschieden lesen oder ist genauer als ein Cent',
};
const priceDoubt = ({ params }: ImportIssue): string =>
  PRICE_DOUBTS[String(params['doubt'])] ?? 'ist nicht eindeutig';

const ISSUES: Readonly<Record<ImportIssueCode, IssueText>> = {
  IMPOSSIBLE_DATE: (issue) => `${quoted(issue)} ist kein mögliches Datum. Es steht in der Bemerkung.`,
  DOUBTFUL_DATE: (issue) =>
    `${quoted(issue)} wurde als ${formatDate(String(issue.params['read'] ?? ''))} gelesen. Bitte prüfen.`,
  NO_DATE: (issue) => `${quoted(issue)} ist kein Datum. Es steht in der Bemerkung.`,
  NO_PRICE: (issue) => `${quoted(issue)} ist kein Betrag. Es steht in der Bemerkung.`,
  DOUBTFUL_PRICE: (issue) =>
    `${quoted(issue)} ${priceDoubt(issue)}; ${formatEuros(Number(issue.params['cents']))} wurden übernommen. Bitte prüfen.`,
  FOREIGN_CURRENCY: (issue) => `${quoted(issue)} ist kein Betrag in Euro. Er steht in der Bemerkung.`,
  NO_COUNT: (issue) => `${quoted(issue)} ist keine Anzahl. Es wurde 1 angenommen.`,
  DOUBTFUL_COUNT: (issue) =>
    `${quoted(issue)} wurde als ${String(issue.params['read'])} gelesen. Bitte prüfen.`,
  NO_NUMBER: (issue) => `${quoted(issue)} ist keine Zahl. Es steht in der Bemerkung.`,
  UNKNOWN_STATUS: (issue) =>
    `Der Zustand ${quoted(issue)} ist nicht bekannt; „in Betrieb“ wurde angenommen, das Wort steht in der Bemerkung.`,
  STATUS_FROM_TEXT: (issue) => `Wegen ${quoted(issue)} als „${statusLabel(issue)}“ übernommen.`,
  DOUBTFUL_STATUS: (issue) =>
    `${quoted(issue)} wurde als „${statusLabel(issue)}“${typeof issue.params['on'] === 'string' ? ` mit dem Datum ${formatDate(issue.params['on'])}` : ''} gelesen. Bitte prüfen.`,
  CONTRADICTING_STATUS: (issue) =>
    `${quoted(issue)} passt nicht zu dem, was die Zeile sonst über den Zustand sagt; „${statusLabel(issue)}“ wurde übernommen.`,
  UNKNOWN_VALUE: (issue) => `${quoted(issue)} ist hier nicht bekannt. Es steht in der Bemerkung.`,
  UNKNOWN_CATEGORY: ({ value }) =>
    value === ''
      ? 'Welche Art Gerät es ist, steht nicht in der Zeile. Wählen Sie eine Kategorie.'
      : `„${value}“ gehört zu keiner Kategorie des Profils. Wählen Sie eine, wenn es doch eine gibt.`,
  DOUBTFUL_CATEGORY: ({ value }) => `Bei „${value}“ ist die Kategorie unsicher. Wählen Sie eine.`,
  UNKNOWN_ROOM_TYPE: (issue) => `Der Raumtyp ${quoted(issue)} ist im Profil nicht bekannt. Wählen Sie einen.`,
  NOT_A_ROOM: (issue) => `${quoted(issue)} ist keine Raumnummer. Der Text steht in der Bemerkung.`,
  NOT_A_SERIAL: (issue) => `${quoted(issue)} ist keine Seriennummer. Der Text steht in der Bemerkung.`,
  SEVERAL_SERIALS: ({ params }) =>
    `${String(params['count'])} Seriennummern in einer Zelle: ${String(params['count'])} Geräte.`,
  SERIAL_RANGE: (issue) =>
    `${quoted(issue)} nennt einen Bereich von Seriennummern. Der Text steht in der Bemerkung; tragen Sie die Nummern einzeln ein.`,
  SERIALS_AND_COUNT: (issue) =>
    `Anzahl (${String(issue.params['quantity'])}) und Seriennummern (${String(issue.params['count'])}) passen nicht zusammen: ${quoted(issue)}.`,
  ERROR_CELL: (issue) =>
    issue.value === NO_RESULT
      ? 'Die Formel hat kein gespeichertes Ergebnis. Öffnen Sie die Liste in Excel, speichern Sie sie und lesen Sie sie neu ein.'
      : `Die Zelle zeigt einen Fehler (${issue.value}). Berichtigen Sie die Formel in der Liste.`,
  DOUBLED_ASSET_TAG: (issue) =>
    `Die Inventarnummer ${quoted(issue)} steht ${otherPlace(issue)}. Welche stimmt?`,
  DOUBLED_SERIAL: (issue) => `Die Seriennummer ${quoted(issue)} steht ${otherPlace(issue)}. Welche stimmt?`,
  DOUBLED_ID: (issue) => `Die Geräte-ID ${quoted(issue)} steht ${otherPlace(issue)}.`,
  DOUBLED_ROOM: (issue) => `Der Raum ${quoted(issue)} steht mehrmals in der Liste. Die letzte Zeile gilt.`,
  UNKNOWN_ID: (issue) => `Die ID ${quoted(issue)} gibt es im Bestand nicht.`,
  ROOM_AMBIGUOUS: (issue) =>
    `Den Raum ${quoted(issue)} gibt es in mehreren Gebäuden. Ergänzen Sie das Gebäude in der Liste; das Gerät bleibt bis dahin ohne Raum.`,
  TOO_LONG: () => 'Der Text ist länger als eine Excel-Zelle und wurde gekürzt.',
  HIDDEN_ROW: () => 'Die Zeile ist in der Liste ausgeblendet und wurde trotzdem gelesen.',
  HIDDEN_COLUMN: () => 'Die Spalte ist in der Liste ausgeblendet und wurde trotzdem gelesen.',
  SHEET_LEFT_OUT: ({ sheet }) =>
    `Das Blatt „${sheet}“ wurde nicht gelesen. Wenn dort Geräte oder Räume stehen, wählen Sie es beim Einlesen aus.`,
  ROOM_FROM_ABOVE: (issue) =>
    `Die Zeile nennt keinen Raum; übernommen wurde ${quoted(issue)} aus einer Zeile darüber.`,
  SIMILAR_ROOM: (issue) =>
    `Die Räume ${quoted(issue)} sind vielleicht einer. Unter „Arten und Räume“ können Sie sie zusammenlegen.`,
  CONFLICT: (issue) => conflictText(issue),
};

/** The sentence alone; where it stands is shown beside it. */
export const importIssueText: IssueText = (issue) => ISSUES[issue.code](issue);

/** `Zeile 112, Spalte „Kaufdatum“`. */
export const placeText = (place: { readonly row: number; readonly column?: string }): string =>
  place.column === undefined || place.column === ''
    ? `Zeile ${formatNumber(place.row)}`
    : `Zeile ${formatNumber(place.row)}, Spalte „${place.column}“`;

const DEVICE_LABELS: Readonly<Record<DeviceImportField | DeviceRoomField, string>> = {
  ...DEVICE_FIELD_LABELS,
  roomName: ROOM_FIELD_LABELS.name,
  roomType: ROOM_FIELD_LABELS.roomTypes,
  roomSeats: ROOM_FIELD_LABELS.seats,
};

/** Choices of a column in a device list, in the order of the fields. */
export const DEVICE_FIELD_CHOICES: readonly (readonly [ImportField, string])[] = Object.entries(
  DEVICE_LABELS,
).map(([field, label]) => [field as DeviceImportField | DeviceRoomField, label]);
export const ROOM_FIELD_CHOICES: readonly (readonly [ImportField, string])[] = Object.entries(
  ROOM_FIELD_LABELS,
).map(([field, label]) => [field as RoomImportField, label]);
/** For every kind of list. */
export const OTHER_FIELD_CHOICES: Readonly<Record<'count' | 'ignore', string>> = {
  count: 'Stückzahl einer Kategorie',
  ignore: 'nicht übernehmen',
};
/** A column that says how many devices of a kind stand in the room of the row. */
export const countChoice = (category: string): string => `Stückzahl: ${category}`;
export const fieldLabel = (field: string): string =>
  [...DEVICE_FIELD_CHOICES, ...ROOM_FIELD_CHOICES].find(([name]) => name === field)?.[1] ??
  (field === 'count' || field === 'ignore' ? OTHER_FIELD_CHOICES[field] : field);

export const LAYOUT_LABELS: Readonly<Record<Layout, string>> = {
  'row-per-device': 'eine Zeile je Gerät',
  blocks: 'Blöcke mit Raumzeile',
  'sheet-per-room': 'ein Blatt je Raum',
  'count-columns': 'Stückzahlen je Raum',
  'row-per-room': 'Raumliste',
};

export const mappingReasonText = (reason: MappingReason): string => {
  switch (reason.code) {
    case 'own-heading':
      return 'Überschrift dieser App';
    case 'heading':
      return 'nach der Überschrift';
    case 'heading-and-content':
      return 'nach Überschrift und Inhalt';
    case 'heading-similar':
      return 'ähnliche Überschrift';
    case 'content':
      return 'nach dem Inhalt';
    case 'chosen':
      return 'von Ihnen gewählt';
    case 'remembered':
      return 'wie beim letzten Mal';
    case 'no-match':
      return 'passt zu keinem Feld; bleibt als Zusatzfeld erhalten';
    case 'empty':
      return 'ohne Inhalt';
    case 'taken':
      return `passt auch, aber „${reason.by}“ passt besser; bleibt als Zusatzfeld erhalten`;
  }
};

/** How sure a proposal is, in a word. */
export const confidenceWord = (confidence: number): 'sicher' | 'wahrscheinlich' | 'bitte prüfen' =>
  confidence >= 0.85 ? 'sicher' : confidence >= 0.6 ? 'wahrscheinlich' : 'bitte prüfen';

const MATCHED_BY: Readonly<Record<MatchedBy, string>> = {
  id: 'an der Geräte-ID',
  'asset-tag': 'an der Inventarnummer',
  serial: 'an der Seriennummer',
  mac: 'an der MAC-Adresse',
  'external-id': 'an der Fremd-ID',
  several: 'an mehreren Nummern',
  content: 'am Inhalt der Zeile',
  'room-number': 'an der Raumnummer',
};
export const matchedByText = (by: MatchedBy): string => `Im Bestand erkannt ${MATCHED_BY[by]}.`;

const MAPPING_ISSUES: Readonly<Record<SavedMappingIssue['code'], (path: string) => string>> = {
  NO_MAPPING: () =>
    'Das ist keine gespeicherte Zuordnung. Wählen Sie eine Datei, die mit „Zuordnung als Datei speichern …“ entstanden ist.',
  NEWER_VERSION: () =>
    'Die Zuordnung stammt aus einer neueren Ausgabe dieser App. Bringen Sie die App auf den neuesten Stand.',
  UNKNOWN_FIELD: (path) =>
    `Unter „${path}“ steht ein Feld, das es nicht gibt. Berichtigen Sie es oder speichern Sie die Zuordnung neu.`,
  STRUCTURE: (path) =>
    `Unter „${path}“ fehlt etwas oder steht etwas Falsches. Berichtigen Sie es oder speichern Sie die Zuordnung neu.`,
};
/** Why a file with a mapping was not taken; the first place where it is wrong. */
export const mappingIssueText = (fileName: string, { code, path }: SavedMappingIssue): string =>
  `„${fileName}“: ${MAPPING_ISSUES[code](path)}`;

/** A reason in the list to mend, with the column that it speaks of. */
export const mendReasonText = (reason: MendReason): string =>
  reason.kind === 'rejected'
    ? rejectionText(reason.rejected)
    : reason.column === ''
      ? importIssueText(reason.issue)
      : `${reason.column}: ${importIssueText(reason.issue)}`;

/** Words of the workbook with the rows to mend. Its headings are known to the reader. */
export const MEND_TEXTS = {
  title: (fileName: string) => `Zu klären: ${fileName}`,
  /** Without what a file name must not contain. */
  fileName: (listName: string) =>
    `Zu klären_${listName.replace(/\.[^.]+$/, '').replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-')}.xlsx`,
  headings: {
    deviceId: DEVICE_FIELD_LABELS.id,
    roomId: ROOM_FIELD_LABELS.id,
    row: 'Zeile der Liste',
    reasons: 'Zu klären',
  },
  notesSheet: 'Hinweise',
  notes: { sheet: 'Blatt', row: 'Zeile', column: 'Spalte', value: 'Wert', reason: 'Grund' },
} as const;

const devicesText = (count: number): string => formatCount(count, 'Gerät', 'Geräte');
const rowsText = (count: number): string => formatCount(count, 'Zeile', 'Zeilen');

export const IMPORT_TEXTS = {
  title: 'Liste einlesen',
  fact: 'Eine Liste aus Excel, LibreOffice oder CSV. Vor dem Übernehmen sehen Sie jede Zeile.',
  steps: { file: 'Datei', columns: 'Blätter und Spalten', values: 'Arten und Räume', preview: 'Vorschau' },
  stepsLabel: 'Schritte des Imports',
  stepDone: 'erledigt',
  cancel: 'Abbrechen',
  back: 'Zurück',
  next: 'Weiter',
  toPreview: 'Weiter: Vorschau',
  nothingChanged: 'Noch ist nichts geändert.',
  crash: (detail: string) =>
    `Beim Einlesen ist etwas schiefgegangen; am Bestand wurde nichts geändert. Versuchen Sie es noch einmal oder speichern Sie die Liste in Excel unter neuem Namen. (${detail})`,

  file: {
    heading: 'Welche Liste soll eingelesen werden?',
    drop: 'Liste hierher ziehen oder',
    choose: 'Datei auswählen …',
    formats: '.xlsx, .xlsm, .ods, .csv, .tsv – die Datei wird nur gelesen, nie verändert',
    paste: 'Oder Zeilen in Excel kopieren und hier einfügen',
    pasteHint: 'Mit der Zeile der Überschriften kopieren, dann hier Strg V.',
    pasteRead: 'Eingefügte Zeilen lesen',
    pastedName: 'Eingefügte Zeilen',
    gone: (name: string) =>
      `„${name}“ lässt sich nicht mehr öffnen. Wurde die Datei verschoben, gelöscht oder das Laufwerk getrennt? Wählen Sie sie noch einmal.`,
    open: (name: string, rows: number) => `Geöffnet: „${name}“, ${rowsText(rows)}`,
    toColumns: 'Weiter: Blätter und Spalten',
  },

  work: {
    heading: 'Einen Moment',
    reading: 'Die Liste wird gelesen …',
    planning: 'Die Zeilen werden mit dem Bestand verglichen …',
    fetching: 'Die Änderungen werden zusammengestellt …',
    writing: 'Die Änderungen werden gespeichert …',
    count: (done: string, of: string) => `${done} von ${of}`,
    cancel: 'Abbrechen',
    stopping: 'Wird abgebrochen …',
    cancelled: 'Abgebrochen. Am Bestand wurde nichts geändert.',
  },

  columns: {
    heading: (known: number, all: number) =>
      `${formatNumber(known)} von ${formatCount(all, 'Spalte ist', 'Spalten sind')} erkannt.`,
    toCheck: (count: number) => `Bitte prüfen Sie ${formatCount(count, 'Spalte', 'Spalten')}`,
    asExtra: (count: number) =>
      count === 1 ? '1 bleibt als Zusatzfeld' : `${formatNumber(count)} bleiben als Zusatzfelder`,
    leftOut: 'Dieses Blatt wird nicht eingelesen.',
    noSheet: 'Kein Blatt ist zum Einlesen gewählt. Setzen Sie bei mindestens einem Blatt den Haken.',
    sheets: 'Blätter der Datei',
    sheetOut: 'ausgelassen',
    take: 'Dieses Blatt einlesen',
    layout: 'Aufbau',
    roomText: 'Raum aller Zeilen',
    firstRoomText: 'Raum der ersten Zeilen',
    head: 'Kopfzeile',
    headRows: (first: number, last: number) =>
      first === last
        ? `Zeile ${formatNumber(first)}`
        : `Zeilen ${formatNumber(first)} und ${formatNumber(last)}`,
    changeHead: 'Ändern …',
    changeHeadOf: (sheet: string) => `Kopfzeile von „${sheet}“ ändern`,
    rows: rowsText,
    hiddenSheet: 'Das Blatt ist in der Datei ausgeblendet.',
    hidden: (rows: number, columns: string) =>
      `Ausgeblendet und trotzdem gelesen: ${[
        rows === 0 ? '' : rowsText(rows),
        columns === '' ? '' : `Spalte ${columns}`,
      ]
        .filter(Boolean)
        .join(', ')}.`,
    encoding: 'Zeichen',
    separator: 'Trennzeichen',
    onlyToCheck: 'Nur Spalten zum Prüfen zeigen',
    noneToCheck: 'Keine Spalte ist zu prüfen.',
    caption: (sheet: string) => `Spalten von „${sheet}“`,
    letter: 'Spalte',
    header: 'Ihre Spalte',
    examples: 'Beispiele',
    field: 'wird übernommen als',
    how: 'Zuordnung',
    reason: 'Woran erkannt',
    extra: 'Zusatzfeld',
    unassigned: 'keine Zuordnung',
    ignored: 'bleibt weg',
    fieldOf: (header: string) => `„${header}“ übernehmen als`,
    countOf: (header: string) => `Kategorie, die „${header}“ zählt`,
    groups: { device: 'Gerät', room: 'Raum', other: 'Sonst' },
    noRoomColumn:
      'Keine Spalte nennt den Raum: Die Geräte kämen ohne Raum an. Wählen Sie bei der Spalte mit dem Standort „Raum“, wenn es eine gibt.',
    noLoss:
      'Pflicht ist keine Spalte. Fehlende Angaben können Sie später ergänzen; es geht keine Zeile verloren.',
    remembered: 'Zuordnung wie beim letzten Mal.',
    proposeAnew: 'Neu vorschlagen',
    remember: 'Diese Zuordnung für Listen mit gleicher Kopfzeile merken',
    mappingMenu: 'Zuordnung',
    save: 'Zuordnung als Datei speichern …',
    load: 'Zuordnung laden …',
    mappingFile: (list: string) =>
      `Zuordnung_${list.replace(/\.[^.]+$/, '').replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-')}.json`,
    loaded: (file: string, tables: number) =>
      `Zuordnung aus „${file}“ für ${formatCount(tables, 'Blatt', 'Blätter')} übernommen.`,
    noneFits: (file: string) =>
      `Die Zuordnung in „${file}“ gehört zu einer Liste mit anderen Überschriften und wurde nicht übernommen. Prüfen Sie die Kopfzeile oder ordnen Sie die Spalten von Hand zu.`,
    notJson: (file: string) =>
      `„${file}“ lässt sich nicht lesen. Wählen Sie eine Datei, die mit „Zuordnung als Datei speichern …“ entstanden ist.`,
    saved: (file: string) => `Zuordnung gespeichert als „${file}“.`,
  },

  head: {
    title: (sheet: string) => `Kopfzeile von „${sheet}“`,
    fact: 'Wählen Sie die Zeile mit den Überschriften.',
    caption: 'Erste Zeilen des Blattes',
    row: (row: number) => `Zeile ${formatNumber(row)}`,
    rowColumn: 'Zeile',
    twoLines: 'Die Überschriften gehen über zwei Zeilen',
    take: 'Als Kopfzeile nehmen',
    close: 'Schließen',
  },

  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (BE)',
    'windows-1252': 'Windows (ANSI)',
    macintosh: 'Mac',
  },
  separators: { ';': 'Semikolon ;', ',': 'Komma ,', '\t': 'Tabulator', '|': 'Strich |' },

  values: {
    heading: (kinds: number, rooms: number) => {
      const parts = [
        kinds === 0 ? '' : formatCount(kinds, 'Art', 'Arten'),
        rooms === 0 ? '' : formatCount(rooms, 'Raum', 'Räume'),
      ].filter(Boolean);
      return parts.length === 0
        ? 'Alle Arten und Räume sind klar.'
        : `Bitte klären Sie ${parts.join(' und ')}.`;
    },
    fact: 'Einmal gewählt, gilt für alle Zeilen und für spätere Listen.',
    kinds: 'Arten',
    kindsFact: (shown: string, all: string) => `${shown} von ${all}`,
    noKinds: 'Die Liste nennt keine Arten.',
    allKinds: 'Alle Arten sind klar.',
    onlyUnsure: 'Nur unklare zeigen',
    more: (count: number) => `${formatNumber(count)} weitere zeigen`,
    text: 'In der Liste',
    devices: 'Geräte',
    category: 'Kategorie',
    how: 'Zuordnung',
    unknown: 'unbekannt',
    chosen: 'gewählt',
    confirm: 'Stimmt',
    confirmOf: (text: string) => `Kategorie für „${text}“ stimmt`,
    noCategory: 'keine Kategorie',
    categoryOf: (text: string) => `Kategorie für „${text}“`,
    groups: { profile: 'Aus dem Profil', own: 'Weitere Ausstattung', outside: 'Keine IT-Ausstattung' },
    outside: (count: number) => `${devicesText(count)} außerhalb der Ausstattung:`,
    outsideLabel: 'Geräte außerhalb der Ausstattung',
    keep: 'übernehmen',
    skip: 'auslassen',
    rooms: 'Räume',
    roomsFact: 'Verschiedene Schreibweisen können denselben Raum meinen.',
    noRooms: 'Keine Raumnummer kommt in mehreren Schreibweisen vor.',
    question: (numbers: readonly string[]) =>
      `${numbers.slice(0, -1).join(', ')} und ${numbers.at(-1) ?? ''}: ein Raum?`,
    inBuilding: (building: string) => `in ${building}`,
    together: (number: string) => `ein Raum: ${number}`,
    apart: 'verschiedene Räume',
    all: 'Alle zusammenlegen',
    defaultRoomType: 'Neue Räume ohne erkennbaren Typ sind',
    noRoomType: 'ohne Raumtyp (später festlegen)',
  },

  preview: {
    heading: 'Vorschau',
    figures: 'Was die Liste bringt',
    newDevices: (count: number) => (count === 1 ? 'neues Gerät' : 'neue Geräte'),
    changedDevices: (count: number) => (count === 1 ? 'geändertes Gerät' : 'geänderte Geräte'),
    same: 'unverändert',
    rooms: (count: number) => (count === 1 ? 'neuer Raum' : 'neue Räume'),
    toClear: 'zu klären',
    after: (devices: string, before: string) => `Nach dem Einlesen: ${devices} statt ${before} Geräte`,
    gaps: (before: string, after: string) => `Lücken ${before} → ${after}`,
    standard: (before: string, after: string) => `Räume im Standard ${before} → ${after}`,
    winner: 'Bei Unterschieden gilt',
    winners: { list: 'Liste', inventory: 'Bestand', new: 'neues Gerät' },
    winnerOf: (row: string) => `${row}: es gilt`,
    nothingMatches:
      'Kein Gerät der Liste steht schon im Bestand. Ist es eine Liste Ihrer Schule? Übernommen kämen alle als neue Geräte dazu; „Rückgängig“ nimmt sie wieder heraus.',
    replanning: 'Wird neu berechnet …',
    tabs: 'Zeilen der Liste',
    filters: {
      all: 'Alle',
      'to-clear': 'Zu klären',
      new: 'Neu',
      changed: 'Geändert',
      same: 'Unverändert',
      conflict: 'Konflikt',
      rejected: 'Nicht übernommen',
      'only-here': 'Nur im Bestand',
    },
    outcomes: {
      new: 'neu',
      changed: 'geändert',
      same: 'unverändert',
      conflict: 'Konflikt',
      rejected: 'nicht übernommen',
      'only-here': 'nur im Bestand',
    },
    grid: 'Zeilen der Liste',
    row: 'Zeile',
    what: 'Vorhaben',
    device: 'Gerät',
    category: 'Kategorie',
    room: 'Raum',
    hint: 'Änderung und Hinweis',
    choice: 'Es gilt',
    loading: '…',
    empty: {
      all: 'Die Liste enthält keine Zeilen.',
      'to-clear': 'Nichts ist zu klären.',
      new: 'Die Liste enthält keine neuen Geräte.',
      changed: 'Keine Zeile weicht vom Bestand ab.',
      same: 'Keine Zeile steht schon genau so im Bestand.',
      conflict: 'Keine Zeile steht im Widerspruch zum Bestand.',
      rejected: 'Alle Zeilen werden übernommen.',
      'only-here': 'Die Liste nennt alle Geräte des Bestands.',
    },
    onlyHere: 'Steht nicht in der Liste und bleibt, wie es ist.',
    kept: 'bleibt, wie es ist:',
    emptyValue: 'leer',
    undo: 'Im Verlauf nehmen Sie den ganzen Import mit einem Klick zurück.',
    mend: (rows: number) =>
      rows === 1 ? '1 Zeile zum Klären speichern …' : `${formatNumber(rows)} Zeilen zum Klären speichern …`,
    confirm: (devices: number, rooms: number) =>
      devices > 0 || rooms === 0
        ? `${devicesText(devices)} übernehmen`
        : `${formatCount(rooms, 'Raum', 'Räume')} übernehmen`,
    nothing: 'Nichts Neues: alle Zeilen stehen schon so im Bestand.',
    readOnly: 'Diese App ist in einem anderen Fenster geöffnet; hier kann nichts übernommen werden.',
  },

  panel: {
    title: (row: string, sheet: string) => `${row} · ${sheet}`,
    close: 'Schließen',
    hints: 'Hinweise',
    noHints: 'Keine Hinweise.',
    fields: 'Felder',
    roomFields: 'Angaben zum Raum',
    field: 'Feld',
    before: 'im Bestand',
    after: 'in der Liste',
    place: (sheet: string, row: string, column: string) =>
      [`Blatt „${sheet}“`, row, column === '' ? '' : `Spalte „${column}“`].filter(Boolean).join(', '),
    value: (value: string) => `Wert: „${value}“`,
    winner: 'Bei dieser Zeile gilt',
    cells: 'Inhalt der Zeile',
  },

  mend: {
    saved: (file: string) =>
      `Gespeichert als „${file}“. Berichtigen Sie die Zeilen dort und lesen Sie die Datei wieder ein; schon übernommene Geräte werden erkannt.`,
    failed: (detail: string) => `Die Liste zum Klären ließ sich nicht schreiben. (${detail})`,
  },

  done: {
    title: 'Übernommen',
    text: (devices: string, rooms: string) => `${devices} und ${rooms} übernommen.`,
    caption: 'Was aus den Zeilen wurde',
    newDevices: 'neue Geräte',
    changedDevices: 'geänderte Geräte',
    sameDevices: 'unveränderte Geräte',
    newRooms: 'neue Räume',
    changedRooms: 'ergänzte Räume',
    keptRows: 'Zeilen, bei denen der Bestand gilt',
    rejectedRows: 'nicht übernommene Zeilen',
    toClearRows: 'Zeilen zu klären',
    why: 'Warum Zeilen nicht übernommen wurden',
    whyRow: 'Grund',
    rows: 'Zeilen',
    undo: 'Rückgängig',
    toOverview: 'Zur Übersicht',
    toReport: 'Weiter: Bericht',
    another: 'Weitere Liste einlesen',
    failed:
      'Die Liste wurde nicht gespeichert. Oben rechts steht, warum; der Bestand auf der Festplatte ist wie vorher.',
  },
} as const;
