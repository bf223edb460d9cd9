import {
  NO_RESULT,
  type DeviceImportField,
  type DeviceRoomField,
  type ImportField,
  type ImportIssue,
  type ImportIssueCode,
  type MappingReason,
  type ReadFailure,
  type ReadFailureCode,
  type RejectCode,
  type RejectedRow,
  type RoomImportField,
} from '#core/import/types.ts';
import { DEVICE_FIELD_LABELS, ROOM_FIELD_LABELS, STATUS_LABELS } from './fields.ts';
import { formatDate, formatEuros, formatNumber } from './format.ts';

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
  NOT_A_WORKBOOK: () =>
    'Das ist keine Liste, die sich lesen lässt. Möglich sind .xlsx, .xlsm, .ods, .csv und .tsv.',
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
  SIMILAR_ROOM: (issue) =>
    `Die Räume ${quoted(issue)} sind vielleicht einer. In der Vorschau können Sie sie zusammenlegen.`,
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
/** A column that says how many devices of a kind stand in the room of the row. */
export const countChoice = (category: string): string => `Stückzahl: ${category}`;
export const fieldLabel = (field: ImportField): string =>
  [...DEVICE_FIELD_CHOICES, ...ROOM_FIELD_CHOICES].find(([name]) => name === field)?.[1] ?? field;

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

export const IMPORT_TEXTS = {
  title: 'Import',
  fact: 'Eine Liste aus Excel oder CSV einlesen. Vor dem Übernehmen sehen Sie jede Zeile.',
  steps: ['Datei', 'Spalten', 'Vorschau'],
  stepsLabel: 'Schritte des Imports',
  drop: 'Liste hierher ziehen oder',
  choose: 'Datei auswählen …',
  formats: '.xlsx, .xlsm, .ods, .csv, .tsv – die Datei wird nur gelesen, nie verändert',
  paste: 'Oder Zeilen in Excel kopieren und hier einfügen',
  pasteHint: 'Mit der Zeile der Überschriften kopieren, dann hier Strg V.',
  pasteRead: 'Eingefügte Zeilen lesen',
  pastedName: 'Eingefügte Zeilen',
  reading: 'Die Liste wird gelesen …',
  planning: 'Die Vorschau wird berechnet …',
  writing: (written: string, of: string) => `${written} von ${of} gespeichert`,
  failed: 'Die Liste konnte nicht gelesen werden',
  again: 'Andere Datei wählen',
  sheet: 'Blatt',
  sheetRows: (name: string, rows: string) => `${name} (${rows} Zeilen)`,
  sheetKind: 'Das Blatt enthält',
  kinds: { devices: 'Geräte', rooms: 'Räume' },
  take: 'einlesen',
  leaveOut: 'Blatt auslassen',
  encoding: 'Zeichen',
  separator: 'Trennzeichen',
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 (BE)',
    'windows-1252': 'Windows (ANSI)',
    macintosh: 'Mac',
  },
  separators: { ';': 'Semikolon ;', ',': 'Komma ,', '\t': 'Tabulator', '|': 'Strich |' },
  columns: {
    caption: 'Spalten der Liste',
    header: 'Spalte der Liste',
    examples: 'Beispiele',
    field: 'wird übernommen als',
    how: 'erkannt',
    extra: 'Zusatzfeld (nicht zugeordnet)',
    fieldOf: (header: string) => `„${header}“ übernehmen als`,
    recognised: (mapped: string, all: string) => `${mapped} von ${all} Spalten erkannt`,
  },
  defaultRoomType: 'Neue Räume ohne erkennbaren Typ sind',
  noRoomType: 'ohne Raumtyp (später festlegen)',
  noRoomColumn:
    'Keine Spalte nennt den Raum: Die Geräte kämen ohne Raum an. Wählen Sie bei der Spalte mit dem Standort „Raum“, wenn es eine gibt.',
  toPreview: 'Weiter: Vorschau',
  back: 'Zurück: Spalten',
  counts: {
    caption: 'Was die Liste bringt',
    new: 'neu',
    changed: 'geändert',
    same: 'unverändert',
    toClear: 'zu klären',
    rejected: 'nicht übernommen',
    rooms: 'neue Räume',
  },
  effect: {
    title: 'Wirkung',
    gaps: 'Lücken',
    standard: 'Räume im Standard',
    cost: 'Kosten (geschätzt)',
    before: 'vorher',
    after: 'nachher',
  },
  rows: {
    caption: 'Zeilen der Liste',
    row: 'Zeile',
    device: 'Gerät',
    room: 'Raum',
    category: 'Kategorie',
    what: 'geschieht',
    hint: 'Hinweise',
    noCategory: '– keine –',
    none: 'Keine Zeile passt zu dieser Auswahl.',
    shown: (shown: string, all: string) => `${shown} von ${all} Zeilen`,
  },
  unknownKinds: {
    title: 'Arten ohne Kategorie',
    fact: 'einmal wählen, gilt für alle Zeilen dieser Art',
    categoryOf: (text: string) => `Kategorie für „${text}“`,
  },
  filters: {
    all: 'alle',
    new: 'neu',
    changed: 'geändert',
    toClear: 'zu klären',
    rejected: 'nicht übernommen',
  },
  outcomes: {
    new: 'neu',
    changed: 'geändert',
    same: 'unverändert',
    conflict: 'Konflikt',
    rejected: 'nicht übernommen',
  },
  confirm: (devices: number) =>
    devices === 1 ? '1 Gerät übernehmen' : `${formatNumber(devices)} Geräte übernehmen`,
  confirmRooms: (rooms: number) =>
    rooms === 1 ? '1 Raum übernehmen' : `${formatNumber(rooms)} Räume übernehmen`,
  nothing: 'Nichts Neues: alle Zeilen stehen schon so im Bestand.',
  done: (devices: string, rooms: string) => `${devices} und ${rooms} übernommen.`,
  undo: 'Rückgängig',
  doneTitle: 'Übernommen',
  toOverview: 'Zur Übersicht',
  toReport: 'Weiter: Bericht',
  another: 'Weitere Liste einlesen',
  failedSave:
    'Die Liste wurde nicht gespeichert. Oben rechts steht, warum; der Bestand auf der Festplatte ist wie vorher.',
  readOnly: 'Diese App ist in einem anderen Fenster geöffnet; hier kann nichts übernommen werden.',
} as const;
