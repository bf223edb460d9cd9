import type { FileIssue } from '#core/authority/choose-reports.ts';
import type { Consolidation, SchoolIssue } from '#core/authority/consolidate.ts';
import type { AuthorityTexts } from '#core/authority/workbook/authority-texts.ts';
import type { ReadFailure, RawCell } from '#core/import/types.ts';
import type { ReportDataFailure } from '#core/report/report-data.ts';
import { DEVICE_FIELD_LABELS } from './fields.ts';
import { formatCount, formatDate, formatNumber } from './format.ts';
import { readFailureText } from './import.ts';
import { REPORT_TEXTS } from './report.ts';

/** Every word of the workbook over many schools. */
export const AUTHORITY_TEXTS = {
  report: REPORT_TEXTS,
  sheets: {
    'authority-cover': { name: 'Deckblatt', purpose: 'alle Schulen zusammen' },
    'authority-schools': { name: 'Schulen', purpose: 'die Schulen im Vergleich' },
    'authority-categories': { name: 'Lücken nach Kategorie', purpose: 'je Schule, was fehlt' },
    'authority-groups': { name: 'Lücken nach Ziel', purpose: 'je Schule, welche Ziele fehlen' },
    'authority-purchases': { name: 'Beschaffungsliste', purpose: 'nach Schule und Kategorie mit Kosten' },
    'authority-exchange': {
      name: 'Umverteilung zwischen Schulen',
      purpose: 'Überhang einer Schule für Lücken anderer',
    },
    'authority-replacement': { name: 'Ersatzplanung', purpose: 'Kosten nach Schule und Jahr' },
    'authority-room-gaps': { name: 'Soll-Ist je Raum', purpose: 'Soll, Ist und Lücke aller Räume' },
    'authority-devices': { name: 'Geräte', purpose: 'Bestand aller Schulen' },
    'authority-rooms': { name: 'Räume', purpose: 'Räume aller Schulen' },
    'authority-hints': { name: 'Hinweise', purpose: 'was an den Dateien auffiel' },
  },
  columns: {
    school: 'Schule',
    schoolType: 'Schulart',
    schoolAuthority: 'Schulträger',
    asOf: 'Stichtag',
    profile: 'Profil',
    pupils: 'SuS',
    rooms: 'Räume',
    devices: 'Geräte (Stück)',
    standardMet: 'Räume mit erfülltem Standard',
    standardOf: 'von (Räume)',
    fulfilment: 'Erfüllungsgrad',
    must: 'Lücken Pflicht',
    should: 'Lücken Empfehlung',
    could: 'Lücken Wunsch',
    pupilsPerDevice: 'SuS je mobilem Gerät',
    roomsWithGap: 'Räume mit Lücke',
    defectiveUnreported: 'defekt, nicht gemeldet',
    file: 'Datei',
    writtenOn: 'Bericht vom',
    appVersion: 'App-Version',
    categoryId: 'Kategorie-ID',
    movable: 'davon durch Umverteilung in der Schule',
    fromOthers: 'davon von anderen Schulen',
    fromId: 'von Schule-ID',
    fromSchool: 'von Schule',
    fromRoom: 'aus Raum',
    toId: 'nach Schule-ID',
    toSchool: 'nach Schule',
    toRoom: 'in Raum',
    deviceId: 'Geräte-ID',
    assetTag: DEVICE_FIELD_LABELS.assetTag,
    device: 'Gerät',
    units: 'Menge',
    purchasedOn: 'Anschaffung',
    earmarkedUntil: 'Zweckbindung bis (vorher klären)',
    cost: 'Summe (€, geschätzt)',
    total: 'Lücken gesamt',
    hint: 'Hinweis',
  },
  kicker: 'Trägeransicht',
  title: 'Ausstattung aller Schulen',
  subtitle: (asOf) => `zusammengeführt am ${asOf}`,
  schoolCount: (count) => formatCount(count, 'Schule', 'Schulen'),
  labels: {
    schools: 'Berichte',
    asOf: 'Stichtag',
    profiles: 'Ausstattungsprofil',
    authorities: 'Schulträger',
    createdOn: 'Erstellt am',
    createdWith: 'Erstellt mit',
    standard: 'Räume, die den Standard erfüllen',
    exchange: 'Umverteilung zwischen Schulen',
    exchangeUnits: 'Umverteilung zwischen Schulen (Einheiten)',
    exchangePairs: 'Wege zwischen Schulen',
    lowest: 'Schulen mit dem niedrigsten Erfüllungsgrad',
  },
  span: (from, to) => `${from} bis ${to}`,
  profile: (title, edition) => `${title}, Edition ${edition}`,
  createdWith: (product, version) => `${product} ${version}`,
  readingParagraphs: [
    'Jede Summe ist die Summe der Schulen. Jede Schule ist gegen das Profil ihres Berichts gerechnet.',
    'Lücke = Soll − Ist; der Überhang einer Schule verdeckt keine Lücke einer anderen.',
    'Umverteilung: erst innerhalb der Schule, dann zwischen Schulen desselben Trägers. Geräte mit Zweckbindung sind vorher zu klären.',
    'Preise sind Richtpreise der Profile (brutto, geschätzt).',
  ],
  replacementTime: (time) =>
    time === 'backlog'
      ? 'Rückstand'
      : time === 'later'
        ? 'später'
        : time === 'unknown'
          ? 'Alter unbekannt'
          : String(time),
  leftOut: (rows) =>
    `Diese Liste hätte ${formatNumber(rows)} Zeilen und würde die Mappe zu groß machen. Sie steht vollständig in den CSV-Dateien.`,
} as const satisfies AuthorityTexts;

const DATA_FAILURES: Readonly<Record<ReportDataFailure, string>> = {
  NOT_A_REPORT:
    'Das ist kein Bericht des Ausstattungskompasses: Das ausgeblendete Blatt „_Daten“ fehlt. Bitten Sie die Schule um den Bericht, den die App geschrieben hat.',
  NEWER_VERSION:
    'Eine neuere Version des Ausstattungskompasses hat den Bericht geschrieben (Blatt „_Daten“). Aktualisieren Sie die App und lesen Sie ihn noch einmal ein.',
  DAMAGED:
    'Das Blatt „_Daten“ ist unvollständig. Bitten Sie die Schule, den Bericht noch einmal zu schreiben und zu senden.',
  EDITED:
    'Das Blatt „_Daten“ wurde von Hand geändert; die Prüfsumme stimmt nicht. Bitten Sie die Schule um den unveränderten Bericht.',
};

const UNREADABLE: Partial<Readonly<Record<ReadFailure['code'], string>>> = {
  EMPTY_FILE: 'Die Datei ist leer. Bitten Sie die Schule, den Bericht noch einmal zu senden.',
  NOT_A_WORKBOOK:
    'Das ist keine Excel-Datei oder sie ist abgeschnitten. Berichte sind .xlsx; bitten Sie die Schule, ihn noch einmal zu senden.',
  DAMAGED:
    'Die Datei ist beschädigt oder abgeschnitten. Bitten Sie die Schule, den Bericht noch einmal zu senden.',
};

/** Why a file gives no report: file, sheet and remedy. */
export const reportFailureText = (
  fileName: string,
  failure:
    | { readonly kind: 'unreadable'; readonly failure: ReadFailure }
    | { readonly kind: 'data'; readonly failure: ReportDataFailure },
): string => {
  if (failure.kind === 'data') return `„${fileName}“: ${DATA_FAILURES[failure.failure]}`;
  const own = UNREADABLE[failure.failure.code];
  return own === undefined ? readFailureText(failure.failure) : `„${fileName}“: ${own}`;
};

/** What was changed by hand, as `excel/edited-cells.ts` finds it. */
type Edits = {
  readonly cells: readonly {
    readonly sheet: string;
    readonly address: string;
    readonly heading: string | null;
    readonly value: RawCell;
  }[];
  readonly rows: readonly {
    readonly sheet: string;
    readonly added: readonly number[];
    readonly gone: number;
  }[];
  readonly columns: readonly { readonly sheet: string; readonly heading: string }[];
  readonly missingSheets: readonly string[];
};

const SHOWN = 5;
const MAX_VALUE = 40;

const listed = (parts: readonly string[], of: number): string =>
  `${parts.slice(0, SHOWN).join(', ')}${of > SHOWN ? ` und ${formatNumber(of - SHOWN)} weitere` : ''}`;

const cellText = (value: RawCell): string => {
  if (value === null) return 'jetzt leer';
  const text =
    typeof value === 'object'
      ? value.kind === 'date'
        ? formatDate(value.date)
        : value.code
      : typeof value === 'number'
        ? String(value).replace('.', ',')
        : String(value);
  return `jetzt „${text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE - 1)}…` : text}“`;
};

const bySheet = <Entry extends { readonly sheet: string }>(
  entries: readonly Entry[],
): readonly (readonly [string, readonly Entry[]])[] => [
  ...new Map(entries.map(({ sheet }) => [sheet, entries.filter((entry) => entry.sheet === sheet)] as const)),
];

const REMEDY =
  'Gezählt wird, was die App geschrieben hat (Blatt „_Daten“). Soll die Änderung gelten, muss die Schule sie in der App eintragen und den Bericht neu schreiben.';

/** One sentence per sheet that was changed by hand; none where nothing was. */
export const editTexts = (fileName: string, edits: Edits): readonly string[] => {
  const say = (sheet: string, what: string): string => `„${fileName}“, Blatt „${sheet}“: ${what} ${REMEDY}`;
  return [
    ...bySheet(edits.cells).map(([sheet, cells]) => {
      const named = cells
        .slice(0, SHOWN)
        .map(
          ({ address, heading, value }) =>
            `${address}${heading === null ? '' : ` (${heading})`} ${cellText(value)}`,
        );
      return say(
        sheet,
        `${cells.length === 1 ? 'Diese Zelle wurde' : 'Diese Zellen wurden'} von Hand geändert: ${listed(named, cells.length)}.`,
      );
    }),
    ...edits.rows.map(({ sheet, added, gone }) =>
      say(
        sheet,
        [
          ...(added.length === 0
            ? []
            : [
                `${added.length === 1 ? 'Zeile' : 'Zeilen'} ${listed(added.map(String), added.length)} ${added.length === 1 ? 'wurde' : 'wurden'} von Hand ergänzt.`,
              ]),
          ...(gone === 0 ? [] : [`${formatCount(gone, 'Zeile fehlt', 'Zeilen fehlen')}.`]),
        ].join(' '),
      ),
    ),
    ...bySheet(edits.columns).map(([sheet, columns]) =>
      say(
        sheet,
        `Spalten fehlen oder heißen anders: ${listed(
          columns.map(({ heading }) => `„${heading}“`),
          columns.length,
        )}.`,
      ),
    ),
    ...edits.missingSheets.map((sheet) => say(sheet, 'Das Blatt fehlt oder heißt anders.')),
  ];
};

/** What became of a file among the others. */
export const fileIssueText = ({ code, fileName, otherFile, schoolId }: FileIssue): string => {
  const file = `„${fileName}“`;
  const other = `„${otherFile ?? ''}“`;
  switch (code) {
    case 'OLDER_REPORT':
      return `${file} zählt nicht: ${other} ist ein neuerer Bericht derselben Schule (${schoolId}).`;
    case 'SAME_REPORT':
      return `${file} zählt nicht: ${other} ist derselbe Bericht (${schoolId}).`;
    case 'NUMBER_OF_OTHER_SCHOOL':
      return `ACHTUNG: ${file} und ${other} nennen dieselbe Dienststellennummer ${schoolId}, aber verschiedene Schulen. Beide zählen, unterschieden nach dem Namen. Klären Sie, welche Nummer stimmt; ist es dieselbe Schule, nehmen Sie eine Datei heraus.`;
    case 'NAME_OF_OTHER_SCHOOL':
      return `${file} hat keine Dienststellennummer, ${other} nennt dieselbe Schule mit Nummer. Beide zählen. Ist es dieselbe Schule, nehmen Sie eine Datei heraus.`;
    case 'NO_SCHOOL_NUMBER':
      return `${file} hat keine Dienststellennummer: Die Schule wird nach ihrem Namen „${schoolId}“ geführt. Sie kann die Nummer in der App unter „Schule“ ergänzen.`;
    case 'NO_NAME':
      return `${file} nennt weder Dienststellennummer noch Name der Schule; sie wird nach dem Dateinamen geführt. Die Schule ergänzt beides in der App und schreibt den Bericht neu.`;
  }
};

/** How a school differs from the others. */
export const schoolIssueText = (
  { code, usual, own }: SchoolIssue,
  { name, fileName }: { readonly name: string; readonly fileName: string },
): string => {
  const school = `„${fileName}“, ${name}`;
  switch (code) {
    case 'OTHER_PROFILE':
      return usual === own
        ? `${school}: Die Schule hat Ziele des Profils „${own}“ für sich geändert. Ihre Lücken sind nur bedingt vergleichbar.`
        : `${school}: gerechnet gegen „${own}“, die meisten Schulen gegen „${usual}“. Ihre Lücken sind nur bedingt vergleichbar.`;
    case 'OTHER_STAGE':
      return `${school}: Ausbaustufe ${own}, bei den meisten Schulen ${usual}. Bitten Sie um einen Bericht für dieselbe Stufe.`;
    case 'OTHER_YEAR':
      return `${school}: Stichtag im Jahr ${own}, bei den meisten Schulen ${usual}. Bitten Sie um einen neuen Bericht.`;
    case 'COUNTED_OTHERWISE':
      return `${school}: Version ${own} der App hat die Lücken anders gerechnet, als der Bericht hier gerechnet wird. Es gilt die Rechnung dieser Version.`;
  }
};

/** All sentences about files and schools of a consolidation, each with the file that it is about. */
export const consolidationHints = ({
  fileIssues,
  schoolIssues,
  schools,
}: Consolidation): readonly { readonly fileName: string; readonly text: string }[] => [
  ...fileIssues.map((issue) => ({ fileName: issue.fileName, text: fileIssueText(issue) })),
  ...schoolIssues.map((issue) => {
    const { name = '', report } = schools[issue.school] ?? {};
    const fileName = report?.fileName ?? '';
    return { fileName, text: schoolIssueText(issue, { name, fileName }) };
  }),
];
