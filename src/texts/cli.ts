import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import { OUTSIDE_CATEGORY } from '#core/import/dictionary/own-categories.ts';
import type { SavedMappingIssue } from '#core/import/columns/saved-mapping.ts';
import type { ImportIssueCode, ImportPlan } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { FileIssue } from '#core/inventory/inventory-file.ts';
import { groupBy } from '#core/shared/group-by.ts';
import type { Issue } from '#core/shared/issue.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { formatCount, formatDate, formatEuros, formatNumber, formatPercent } from './format.ts';
import { countChoice, fieldLabel, importIssueText, rejectionText } from './import.ts';

/** What the command line says. Everything that went wrong names the place and the remedy. */
const USAGE = `Aufruf:
  npm run --silent bericht -- --liste DATEI [--liste DATEI …] --aus bericht.xlsx
    [--schule schule.json] [--zuordnung zuordnung.json] [--profil DATEI|Kennung] [--stichtag JJJJ-MM-TT]
    [--stufe N] [--bisher bericht-alt.xlsx] [--json analyse.json]

  --liste     Geräteliste der Schule: .xlsx, .xlsm, .ods, .csv oder .tsv; mehrmals möglich
  --aus       Bericht, der geschrieben wird
  --schule    Angaben zur Schule und ihren Räumen
  --zuordnung Spalten und Kategorien der Listen, wie der Import der App sie speichert
  --profil    Ausstattungsprofil: eine Datei (.json, .xlsx, .ods) oder die Kennung eines mitgelieferten
  --stichtag  Tag, für den verglichen wird; sonst heute
  --stufe     Ausbaustufe; sonst die erste, deren Zieljahr nicht vorbei ist
  --bisher    letzter Bericht dieser Schule (.xlsx): das Blatt „Änderungen“ sagt, was seither anders ist
  --json      schreibt Eingelesenes und Vergleich zusätzlich als JSON`;

type UsageCode =
  | 'HELP'
  | 'UNKNOWN_OPTION'
  | 'NO_VALUE'
  | 'TWICE'
  | 'MISSING'
  | 'NO_DATE'
  | 'NO_STAGE'
  | 'SAME_FILE'
  | 'UNKNOWN_STAGE';
type UsageParams = { readonly code: UsageCode; readonly option?: string; readonly value?: string };

const usageText = ({ code, option = '', value = '' }: UsageParams): string => {
  switch (code) {
    case 'HELP':
      return USAGE;
    case 'UNKNOWN_OPTION':
      return `„${option}“ ist hier nicht bekannt.\n\n${USAGE}`;
    case 'NO_VALUE':
      return `Nach ${option} fehlt die Angabe.\n\n${USAGE}`;
    case 'TWICE':
      return `${option} steht zweimal da. Nur --liste darf mehrmals stehen.\n\n${USAGE}`;
    case 'MISSING':
      return `${option} fehlt.\n\n${USAGE}`;
    case 'NO_DATE':
      return `${option} „${value}“ ist kein Tag. Beispiel: --stichtag 2026-11-16`;
    case 'NO_STAGE':
      return `${option} „${value}“ ist keine Ausbaustufe. Beispiel: --stufe 2`;
    case 'UNKNOWN_STAGE':
      return `Das Profil hat keine Ausbaustufe ${value}. Es gibt: ${option}`;
    case 'SAME_FILE':
      return '--aus und --json nennen dieselbe Datei. Geben Sie zwei verschiedene an.';
  }
};

/** `rooms › 3 › seats`: entries counted from 1, as people count. */
const pathText = (path: readonly string[]): string =>
  path.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part)).join(' › ');

const WANTED: Readonly<Record<string, string>> = {
  string: 'ein Text in Anführungszeichen',
  text: 'ein Text, der nicht leer ist',
  number: 'eine Zahl ohne Anführungszeichen',
  int: 'eine ganze Zahl ohne Anführungszeichen',
  boolean: 'true oder false',
  array: 'eine Liste in eckigen Klammern',
  object: 'ein Objekt in geschweiften Klammern',
  record: 'ein Objekt in geschweiften Klammern',
  date: 'ein Tag wie "2026-09-15"',
  'partial-date': 'ein Datum wie "2026-09-15", "2026-09" oder "2026"',
};

const fileIssueText = ({ code, path, params }: FileIssue): string => {
  const place = path.length === 0 ? '' : ` bei ${pathText(path)}`;
  const wanted = String(params['wanted'] ?? '');
  switch (code) {
    case 'STRUCTURE':
      return `Die Angabe${place} passt nicht. Erwartet wird ${WANTED[wanted] ?? (wanted.includes('|') ? `eines von: ${wanted}` : wanted)}.`;
    case 'WRONG_FORMAT':
      return 'Das ist keine Bestandsdatei von Ausstattungskompass.';
    case 'NEWER_FORMAT':
      return `Die Datei hat die neuere Version ${String(params['version'])}. Nehmen Sie eine neuere Fassung von Ausstattungskompass.`;
    case 'DOUBLED_ID':
      return `Die ID „${String(params['id'])}“ kommt doppelt vor. Jede ID darf nur einmal stehen.`;
    case 'UNKNOWN_FIELD':
      return `Das Feld${place} ist nicht bekannt und wurde nicht beachtet. Prüfen Sie die Schreibweise.`;
    case 'EMPTY_EXEMPTION':
      return `Eine Ausnahme${place} nennt kein Ziel und wurde nicht beachtet. Ergänzen Sie „requirement“.`;
  }
};

type MappingFileIssue = {
  readonly code: SavedMappingIssue['code'] | 'UNKNOWN_CATEGORY' | 'UNKNOWN_ROOM_TYPE';
  /** Entries joined by dots, counted from 0. */
  readonly path: string;
};
const mappingIssueText = ({ code, path }: MappingFileIssue): string => {
  const place = pathText(path.split('.'));
  switch (code) {
    case 'NO_MAPPING':
      return 'Das ist keine Zuordnung von Ausstattungskompass. Speichern Sie eine beim Import in der App und geben Sie diese Datei an.';
    case 'NEWER_VERSION':
      return 'Die Zuordnung gehört zu einer neueren Fassung von Ausstattungskompass. Nehmen Sie diese oder speichern Sie die Zuordnung hier neu.';
    case 'UNKNOWN_FIELD':
      return `Das Feld bei ${place} gibt es nicht. Nehmen Sie eines aus docs/data-format.md oder speichern Sie die Zuordnung neu.`;
    case 'STRUCTURE':
      return `Die Angabe bei ${place} fehlt oder hat die falsche Art. Speichern Sie die Zuordnung in der App neu.`;
    case 'UNKNOWN_CATEGORY':
      return `Die Kategorie bei ${place} gibt es im Profil nicht. Nehmen Sie eine Kennung aus dem Blatt „Profil“ des Berichts.`;
    case 'UNKNOWN_ROOM_TYPE':
      return `Den Raumtyp bei ${place} gibt es im Profil nicht. Nehmen Sie eine Kennung aus dem Profil.`;
  }
};

/** What the comparison and the check of the data found doubtful; null for what needs no words here. */
const dataIssueText = ({ code, path, params }: Issue, roomOf: (id: string) => string): string | null => {
  const id = path[1] ?? '';
  switch (code) {
    case 'SCHOOL_TYPE_UNKNOWN':
      return 'Die Schulart ist nicht angegeben. Ziele für bestimmte Schularten wurden nicht angewendet. Ergänzen Sie „schoolType“ in schule.json.';
    case 'SCHOOL_TYPE_WITHOUT_TARGETS':
      return 'Für diese Schulart hat das Profil keine eigenen Ziele; nur die allgemeinen wurden angewendet.';
    case 'BASE_UNKNOWN':
      return params['field'] === 'dependent'
        ? `Das Ziel ${String(params['requirement'])} ist nicht berechenbar, weil das Ziel fehlt, von dem es abhängt.`
        : `Das Ziel ${String(params['requirement'])} ist nicht berechenbar. Ergänzen Sie „${String(params['field'])}“ in schule.json.`;
    case 'SEATS_UNKNOWN':
      return `Raum ${String(params['room'])}: Die Zahl der Plätze fehlt; für ${String(params['requirement'])} gilt der Ersatzwert des Profils.`;
    case 'ROOM_WITHOUT_TYPE':
      return `Raum ${roomOf(id)} hat keinen Raumtyp; für ihn gilt kein Ziel. Ergänzen Sie „roomTypes“ in schule.json oder eine Spalte „Raumtyp“ in der Liste.`;
    case 'UNKNOWN_ROOM_TYPE':
      return `Raum ${roomOf(id)}: Den Raumtyp gibt es im Profil nicht. Nehmen Sie eine Kennung aus dem Blatt „Profil“ des Berichts.`;
    case 'UNKNOWN_EXEMPTION':
      return `Raum ${roomOf(id)}: Eine Ausnahme nennt ein Ziel, das es im Profil nicht gibt.`;
    case 'UNKNOWN_CONTAINER':
      return 'Der genannte Koffer oder Wagen steht nicht in der Liste.';
    case 'PUPILS_DIFFER':
      return 'Die Jahrgänge haben zusammen mehr Schülerinnen und Schüler als die Schule. Prüfen Sie schule.json.';
    default:
      return null;
  }
};

type Place = { readonly sheet: string; readonly row: number; readonly column: string };
/** One sentence and where it holds. */
type Told = { readonly code: string; readonly place: Place; readonly text: string };

const SHOWN_TEXTS = 3;
const SHOWN_ROWS = 3;

/** `Blatt „Geräte“, Zeilen 7, 9, 12 und 31 weitere, Spalte „Preis“`. */
const placesText = (places: readonly [Place, ...Place[]], namesSheet: boolean): string => {
  const [{ sheet, column }] = places;
  const rows = [...new Set(places.map(({ row }) => row))];
  const shown = rows.slice(0, SHOWN_ROWS).join(', ');
  const more = rows.length - SHOWN_ROWS;
  return [
    namesSheet && `Blatt „${sheet}“`,
    `${rows.length === 1 ? 'Zeile' : 'Zeilen'} ${shown}${more > 0 ? ` und ${formatNumber(more)} weitere` : ''}`,
    column !== '' && `Spalte „${column}“`,
  ]
    .filter((part) => part !== false)
    .join(', ');
};

/**
 * By kind, most frequent first, and inside a kind each sentence once with its rows: a list of 10,000 rows repeats a few
 * sentences.
 */
const toldLines = (told: readonly Told[], namesSheet: boolean): readonly string[] =>
  [...groupBy(told, ({ code }) => code).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((kind) => {
      const byText = groupBy(kind, ({ text, place: { sheet, column } }) => [sheet, column, text].join('\n'));
      const texts = [...byText.values()]
        .toSorted((a, b) => b.length - a.length)
        .map((same) => same.map(({ place, text }) => ({ place, text })));
      const shown = texts.slice(0, SHOWN_TEXTS);
      const more = kind.length - shown.flat().length;
      return [
        ...shown.flatMap(([first, ...others]) =>
          first === undefined
            ? []
            : [
                `    ${placesText([first.place, ...others.map(({ place }) => place)], namesSheet)}: ${first.text}`,
              ],
        ),
        ...(more > 0
          ? [`    … und ${formatNumber(more)} weitere dieser Art, zusammen ${formatNumber(kind.length)}`]
          : []),
      ];
    });

/** From here on a column needs no second look; as in the import of the app. */
const SURE = 0.85;

/** What the columns of one sheet were taken for, those to look at again apart. */
const columnLines = (columns: ImportPlan['columns'], nameOf: (id: string) => string): readonly string[] => {
  const assigned = columns.filter(({ field }) => field !== null && field !== 'ignore');
  const text = ({ header, field, categoryId }: ImportPlan['columns'][number]): string =>
    `${header} → ${field === null ? '' : categoryId === null ? fieldLabel(field) : countChoice(nameOf(categoryId))}`;
  const line = (title: string, of: ImportPlan['columns'], textOf: typeof text): readonly string[] =>
    of.length === 0 ? [] : [`  ${title}: ${of.map(textOf).join(', ')}`];
  return [
    ...line(
      'Erkannt',
      assigned.filter(({ confidence }) => confidence >= SURE),
      text,
    ),
    ...line(
      'Erkannt, bitte prüfen',
      assigned.filter(({ confidence }) => confidence < SURE),
      text,
    ),
    ...line(
      'Ausgelassen',
      columns.filter(({ field }) => field === 'ignore'),
      ({ header }) => header,
    ),
    ...line(
      'Keinem Feld zugeordnet, als Zusatzangabe behalten',
      columns.filter(({ field }) => field === null),
      ({ header }) => header,
    ),
  ];
};

type ListRead = {
  readonly plan: ImportPlan;
  /** A mapping was given … */
  readonly isMapped: boolean;
  /** … and does not know the headings of these sheets. */
  readonly unmappedSheets: readonly string[];
};

/** Devices by the categories that the profile does not have. */
const ownCategoryLines = ({ newCategories, devices }: ImportPlan): readonly string[] => {
  const counted = newCategories.map(({ id, name }) => ({
    id,
    name,
    entries: devices.filter(({ device }) => device.categoryId === id).length,
  }));
  const own = counted.filter(({ id }) => id !== OUTSIDE_CATEGORY);
  const outside = counted.find(({ id }) => id === OUTSIDE_CATEGORY);
  return [
    ...(own.length === 0
      ? []
      : [
          `  Im Profil ohne Kategorie, in eigene aufgenommen und nicht verglichen: ${own.map(({ name, entries }) => `${name} (${formatNumber(entries)})`).join(', ')}`,
        ]),
    ...(outside === undefined
      ? []
      : [
          `  Keine IT-Ausstattung, aufgenommen und nicht verglichen: ${formatCount(outside.entries, 'Eintrag', 'Einträge')}`,
        ]),
  ];
};

/** What a mapping can clear up. */
const CLEARED_BY_MAPPING: ReadonlySet<string> = new Set<ImportIssueCode>([
  'UNKNOWN_CATEGORY',
  'DOUBTFUL_CATEGORY',
]);

/** What was made of one list. */
const listLines = (
  { plan, unmappedSheets, isMapped }: ListRead,
  nameOf: (categoryId: string) => string,
): readonly string[] => {
  const { counts } = plan;
  const bySheet = [...groupBy(plan.columns, ({ sheet }) => sheet).values()];
  const sheets = bySheet.map(([first]) => `„${first?.sheet ?? ''}“`).join(', ');
  const isSeveral = bySheet.length > 1;
  const toClear = plan.issues.filter(({ severity }) => severity !== 'info');
  const asTold = (
    place: Omit<Place, 'column'> & { readonly column?: string },
    code: string,
    text: string,
  ): Told => ({
    code,
    place: { sheet: place.sheet, row: place.row, column: place.column ?? '' },
    text,
  });
  return [
    `Gelesen: ${plan.fileName}, ${sheets}: ${formatCount(counts.rowsRead, 'Zeile', 'Zeilen')}`,
    ...unmappedSheets.map(
      (sheet) =>
        `  Die Zuordnung kennt die Überschriften von „${sheet}“ nicht; die Spalten wurden ohne sie erkannt.`,
    ),
    ...bySheet.flatMap((columns) => [
      ...(isSeveral ? [`  Blatt „${columns[0]?.sheet ?? ''}“`] : []),
      ...columnLines(columns, nameOf).map((line) => (isSeveral ? `  ${line}` : line)),
    ]),
    `  Übernommen: ${formatCount(counts.newDevices + counts.changedDevices + counts.sameDevices, 'Eintrag', 'Einträge')} mit Geräten, ${formatCount(counts.newRooms + counts.changedRooms + counts.sameRooms, 'Raum', 'Räume')}`,
    ...ownCategoryLines(plan),
    ...(plan.rejected.length === 0
      ? []
      : [
          `  Nicht übernommen: ${formatCount(plan.rejected.length, 'Zeile', 'Zeilen')}`,
          ...toldLines(
            plan.rejected.map((row) => asTold(row, row.code, rejectionText(row))),
            isSeveral,
          ),
        ]),
    ...(toClear.length === 0
      ? []
      : [
          `  Zu klären: ${formatCount(toClear.length, 'Angabe', 'Angaben')} (jede einzeln mit --json)`,
          ...toldLines(
            toClear.map((issue) => asTold(issue, issue.code, importIssueText(issue))),
            isSeveral,
          ),
          ...(!isMapped && toClear.some(({ code }) => CLEARED_BY_MAPPING.has(code))
            ? [
                '    Spalten und Kategorien legen Sie mit --zuordnung fest; die Datei speichert der Import der App.',
              ]
            : []),
        ]),
  ];
};

/** What the comparison found. */
const resultLines = (
  { rooms, devices }: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
): readonly string[] => {
  const { totals } = analysis;
  const pieces = devices.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    `Bestand: ${formatCount(rooms.length, 'Raum', 'Räume')}, ${formatCount(pieces, 'Gerät', 'Geräte')} in ${formatCount(devices.length, 'Eintrag', 'Einträgen')}`,
    `Verglichen: ${profile.title}, Edition ${profile.edition}; Ausbaustufe ${analysis.stage}, Stichtag ${formatDate(analysis.asOf)}`,
    ...(totals.target === 0
      ? [NOTHING_COMPARED]
      : [...standardLines(profile, analysis), ...totalsLines(analysis)]),
  ];
};

const NOTHING_COMPARED =
  '  Für diesen Bestand gilt kein Ziel: Erfüllungsgrad, Lücken und Kosten sind nicht berechenbar. Was fehlt, steht unten.';

/** A standard that holds in no room says nothing. */
const standardLines = ({ standards }: TargetProfile, analysis: GapAnalysis): readonly string[] =>
  analysis.standards
    .filter(({ of }) => of > 0)
    .map(
      ({ standardId, met, of }) =>
        `  ${formatNumber(met)} von ${formatCount(of, 'Raum', 'Räumen')} ${met === 1 ? 'erfüllt' : 'erfüllen'} den Standard „${standards.find(({ id }) => id === standardId)?.name ?? standardId}“`,
    );

const totalsLines = ({ totals }: GapAnalysis): readonly string[] => [
  `  Erfüllungsgrad ${totals.fulfilment === null ? 'nicht berechenbar' : `${formatPercent(totals.fulfilment)} (${formatNumber(totals.actual)} von ${formatNumber(totals.target)})`}`,
  `  ${formatCount(totals.gap, 'Lücke', 'Lücken')}: ${formatNumber(totals.roomGap)} in Räumen, ${formatNumber(totals.schoolGap)} schulweit; ${formatNumber(totals.repairable)} durch Reparatur zu schließen`,
  `  Kosten der Lücken ${formatEuros(totals.costCents)} (geschätzt)`,
];

export const CLI_TEXTS = {
  otherSchool: (path: string, sentence: string): string => `${path}: ${sentence}`,
  usage: usageText,
  nothingWritten: 'Es wurde nichts geschrieben.',
  fileNotFound: (path: string) =>
    `„${path}“ gibt es nicht oder lässt sich nicht lesen. Prüfen Sie Name und Ordner.`,
  profileNotFound: (wanted: string, issued: string) =>
    `Das Profil „${wanted}“ gibt es weder als Datei noch als mitgeliefertes. Mitgeliefert: ${issued}`,
  noJson: (path: string, detail: string) =>
    `„${path}“ ist kein gültiges JSON (${detail}). Prüfen Sie Kommas, Klammern und Anführungszeichen.`,
  schoolFile: (path: string, issue: FileIssue) => `„${path}“: ${fileIssueText(issue)}`,
  schoolFileIssue: fileIssueText,
  mappingFile: (path: string, issue: MappingFileIssue) => `„${path}“: ${mappingIssueText(issue)}`,
  profileFile: (path: string, sentence: string) => `„${path}“: ${sentence}`,
  profileAdapted: (path: string, sentence: string) => `„${path}“, angepasst: ${sentence}`,
  noRowUsable: (path: string) =>
    `„${path}“: Unter den Überschriften steht keine Zeile mit einem Gerät oder Raum. Prüfen Sie, ob es die richtige Liste ist.`,
  dataIssue: dataIssueText,
  listLines,
  resultLines,
  hints: 'Hinweise:',
  hint: (text: string) => `  ${text}`,
  written: (path: string) => `Geschrieben: ${path}`,
  writeFailures: {
    'no-folder': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Den Ordner gibt es nicht. Legen Sie ihn an oder wählen Sie einen anderen.`,
    'no-permission': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: In diesem Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen.`,
    'disk-full': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie einen anderen.`,
    'in-use': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Die Datei ist in einem anderen Programm geöffnet. Schließen Sie sie dort.`,
    'is-folder': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Das ist ein Ordner. Geben Sie einen Dateinamen an.`,
    unknown: (path: string) =>
      `„${path}“ lässt sich nicht schreiben. Wählen Sie einen anderen Ordner oder Dateinamen.`,
  },
} as const;
